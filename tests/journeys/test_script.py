"""What reader.js adds to the forms and links: nothing is lost, nothing is sent twice, nothing jumps."""

from typing import Any

import pytest
from playwright.sync_api import Page, Request, Route, expect

from tests.journeys.conftest import Newcomer, Said
from tests.journeys.site import Paper, wait_for
from tests.journeys.test_posting import times_stored, vote
from tests.journeys.visitors import Visitor, place_of

pytestmark = [pytest.mark.browser]


def sent_forms(page: Page) -> list[Request]:
    """Grows with each comment that leaves the page."""
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if is_comment(request) else None)
    return sent


def is_comment(request: Request) -> bool:
    return request.method == "POST" and request.url.endswith("/comments/")


def test_it_works(ann: Visitor, said: Said, story: str) -> None:
    """The comment appears at the top of the list, in focus, without another page."""
    earlier, text = said("Earlier"), said("At the top")
    ann.read(story).write(earlier)
    expect(ann.comment(earlier)).to_be_focused()
    ann.write(text)
    expect(ann.comment(text)).to_be_focused()
    expect(ann.page.locator(".comments > li").first).to_contain_text(text)
    expect(ann.page.get_by_text("Your comment is published.")).to_be_attached()
    expect(ann.page.get_by_label("Your comment")).to_have_value("")
    expect(ann.page.get_by_label("Your name")).to_have_value(ann.name)
    assert ann.page.url.endswith(story)


def test_a_draft_and_the_name_outlive_the_page(
    ann: Visitor, said: Said, paper: Paper, story: str
) -> None:
    text = said("Half a thought")
    ann.read(story).fill(ann.page.get_by_label("Your comment"), text)
    ann.page.reload()
    expect(ann.page.get_by_label("Your comment")).to_have_value(text)
    expect(ann.page.get_by_label("Your name")).to_have_value(ann.name)
    ann.page.get_by_role("button", name="Send the comment").click()
    expect(ann.comment(text)).to_be_visible()
    wait_for(lambda: text in paper.get(story)[1])
    ann.page.reload()
    expect(ann.page.get_by_label("Your comment")).to_have_value("")
    expect(ann.page.get_by_label("Your name")).to_have_value(ann.name)


def test_a_reply_opens_in_place_and_closes_again(ann: Visitor, said: Said, story: str) -> None:
    text = said("Answer me")
    ann.read(story).write(text)
    link = ann.comment(text).get_by_role("link", name="Reply")
    field = ann.page.get_by_label("Your reply")
    requests: list[str] = []
    ann.page.on("request", lambda request: requests.append(request.url))
    for leave in (
        lambda: ann.page.keyboard.press("Escape"),
        lambda: ann.page.get_by_role("link", name="Cancel").click(),
    ):
        link.click()
        expect(field).to_be_focused()
        field.fill("Not finished")
        leave()
        expect(field).to_have_count(0)
        expect(link).to_be_focused()
    link.click()
    expect(field).to_have_value("Not finished")
    assert requests == []


def test_offline_then_online_sends_once(ann: Visitor, said: Said, paper: Paper, story: str) -> None:
    text = said("From the tunnel")
    ann.read(story)
    ann.page.context.set_offline(True)
    ann.write(text)
    expect(ann.page.get_by_text("You are offline. Your text is kept")).to_be_visible()
    expect(ann.page.get_by_role("button", name="Send the comment")).to_be_disabled()
    expect(ann.page.get_by_label("Your comment")).to_have_value(text)
    ann.page.context.set_offline(False)
    expect(ann.comment(text)).to_be_focused()
    assert times_stored(paper, text) == 1


def test_an_answer_that_is_lost_is_asked_for_again_under_the_same_key(
    ann: Visitor, said: Said, paper: Paper, story: str
) -> None:
    text, sent = said("Did it arrive?"), sent_forms(ann.page)
    ann.read(story)
    ann.page.route("**/comments/", arrives_but_answer_is_lost, times=1)
    ann.write(text)
    expect(ann.page.get_by_text("No answer yet. Your text is kept")).to_be_visible()
    expect(ann.comment(text)).to_be_focused()
    assert len(sent) == 2
    assert times_stored(paper, text) == 1
    # The second answer brought the key that belongs to the name.
    ann.comment(text).get_by_role("link", name="Edit").click()
    expect(ann.page.get_by_role("button", name="Save")).to_be_visible()


def arrives_but_answer_is_lost(route: Route) -> None:
    route.fetch(headers=route.request.headers | {"cookie": ""})
    route.fulfill(status=503, body="The paper is being restarted.")


def test_after_patience_ends_the_text_is_there_to_be_sent(
    ann: Visitor, said: Said, paper: Paper, story: str
) -> None:
    text, sent = said("Nobody at home"), sent_forms(ann.page)
    ann.page.clock.install()
    ann.read(story)
    ann.page.route("**/comments/", lambda route: route.fulfill(status=502))
    ann.write(text)
    expect(ann.page.get_by_text("No answer yet. Your text is kept")).to_be_visible()
    wait_for(lambda: tries_after(ann.page, 20_000, sent) == 6)
    expect(ann.page.get_by_text("Still no answer. Your text is kept here")).to_be_visible()
    ann.page.unroute("**/comments/")
    ann.page.reload()
    expect(ann.page.get_by_label("Your comment")).to_have_value(text)
    ann.page.get_by_role("button", name="Send the comment").click()
    expect(ann.comment(text)).to_be_focused()
    [key] = keys_of(sent)
    assert len(key) > 20
    assert times_stored(paper, text) == 1


def tries_after(page: Page, milliseconds: int, sent: list[Request]) -> int:
    page.clock.fast_forward(milliseconds)
    return len(sent)


def keys_of(sent: list[Request]) -> set[str]:
    bodies = [request.post_data or "" for request in sent]
    return {body.partition('name="key"\r\n\r\n')[2].partition("\r\n")[0] for body in bodies}


def test_an_error_of_ours_is_said_and_the_text_stays(ann: Visitor, said: Said, story: str) -> None:
    text = said("What now?")
    ann.read(story)
    ann.page.route("**/comments/", lambda route: route.fulfill(status=500, body="Oh"), times=1)
    ann.write(text)
    expect(ann.page.get_by_text("The paper could not take it (500).")).to_be_visible()
    ann.page.get_by_role("button", name="Send the comment").click()
    expect(ann.comment(text)).to_be_focused()


def test_a_vote_is_counted_in_place_and_taken_back(
    ann: Visitor, ben: Visitor, said: Said, story: str
) -> None:
    text = said("Shall we?")
    ann.read(story).write(text)
    expect(ann.comment(text)).to_be_focused()
    ben.read(f"{story}?fresh")
    score, up = ben.comment(text).locator("output"), ben.comment(text).get_by_label("Vote up")
    vote(ben, ben.comment(text))
    expect(score).to_have_text("1")
    expect(up).to_have_attribute("aria-pressed", "true")
    ben.comment(text).get_by_label("Vote down").click()
    expect(score).to_have_text("-1")
    expect(up).to_have_attribute("aria-pressed", "false")
    ben.comment(text).get_by_label("Vote down").click()
    expect(score).to_have_text("0")


def test_a_vote_that_cannot_be_sent_says_so_beside_the_button(
    ann: Visitor, ben: Visitor, said: Said, story: str
) -> None:
    text = said("Vote in the tunnel")
    ann.read(story).write(text)
    expect(ann.comment(text)).to_be_focused()
    ben.read(f"{story}?fresh")
    ben.page.context.set_offline(True)
    vote(ben, ben.comment(text))
    expect(ben.comment(text).get_by_role("alert")).to_have_text("Not sent. Try again.")
    expect(ben.comment(text).locator("output")).to_have_text("0")


def test_only_who_has_written_here_asks_for_what_is_their_own(
    ann: Visitor, ben: Visitor, said: Said, paper: Paper, story: str
) -> None:
    public, held = said("For all to see"), said("https://a.test https://b.test https://c.test")
    ann.read(story).write(public)
    expect(ann.comment(public)).to_be_focused()
    ben.read(f"{story}?fresh").write(said("Me too"))
    vote(ben, ben.comment(public))
    ann.write(held)
    expect(ann.page.locator(".held")).to_be_focused()

    for visitor in (ann, ben):
        with visitor.page.expect_response("**/mine.json"):
            visitor.read(f"{story}?fresh#discussion")
    expect(ann.comment(public).get_by_role("link", name="Edit")).to_be_visible()
    expect(ann.page.locator(".comments > li").first).to_have_class("held")
    expect(ben.comment(public).get_by_role("link", name="Edit")).to_have_count(0)
    expect(ben.comment(public).get_by_label("Vote up")).to_have_attribute("aria-pressed", "true")


def test_a_stranger_asks_for_nothing(newcomer: Newcomer, story: str) -> None:
    stranger, requests = newcomer("Nobody"), []
    stranger.page.on("request", lambda request: requests.append(request.url))
    stranger.read(story).page.get_by_label("Your comment").scroll_into_view_if_needed()
    stranger.page.wait_for_load_state("networkidle")
    assert [url for url in requests if "mine.json" in url] == []


def test_what_is_read_does_not_move(ann: Visitor, said: Said, paper: Paper, story: str) -> None:
    """Marks, links and held comments come in late; nothing on the screen moves for them."""
    ann.read(story)
    for number in range(12):
        text = said(f"Number {number}. " + "It goes on. " * 20)
        ann.write(text)
        expect(ann.comment(text)).to_be_focused()
    ann.write(said("https://a.test https://b.test https://c.test"))
    expect(ann.page.locator(".held")).to_be_focused()
    permalink = ann.page.locator(".comments > li .when").nth(6).get_attribute("href")
    ann.page.goto("about:blank")
    ann.page.add_init_script(SUM_OF_SHIFTS)
    with ann.page.expect_response("**/mine.json"):
        ann.read(f"{permalink}?just-posted")
    expect(ann.page.locator(".held")).to_be_attached()
    expect(ann.page.locator(".edit")).to_have_count(12)
    assert ann.page.evaluate("() => new Promise(requestAnimationFrame).then(() => shifts)") < 0.01


SUM_OF_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => { for (const each of list.getEntries()) shifts += each.value; })
  .observe({type: "layout-shift", buffered: true});
"""


def test_two_replies_after_each_other_stand_in_their_order(
    ann: Visitor, said: Said, story: str
) -> None:
    root, first, second, deep = (said(words) for words in ("Root", "First", "Second", "Deep"))
    ann.read(story).write(root)
    ann.answer(ann.comment(root), first)
    ann.answer(ann.comment(root), second)
    ann.answer(ann.comment(first), deep)
    expect(ann.comment(deep)).to_be_focused()
    in_place = outline(ann)
    ann.read(f"{story}?fresh")
    assert outline(ann) == in_place
    expect(place_of(ann.comment(first)).locator("ol")).to_contain_text(deep)


def outline(visitor: Visitor) -> Any:
    return visitor.page.evaluate(
        "() => [...document.querySelectorAll('.comment')].map("
        "each => [each.closest('li').id, each.closest('ol').parentElement.id])"
    )
