"""A reader reads, writes, is answered, corrects herself; with and without script, on every width."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import Newcomer, Said
from tests.journeys.site import CLOSED_STORY, Paper, wait_for
from tests.journeys.visitors import (
    ALL_DEVICES,
    DESKTOP,
    PLAIN_DESKTOP,
    Device,
    Visitor,
    place_of,
)

pytestmark = [pytest.mark.browser]

on_all_devices = pytest.mark.parametrize("device", ALL_DEVICES, ids=lambda device: device.name)
with_and_without_script = pytest.mark.parametrize(
    "device", [DESKTOP, PLAIN_DESKTOP], ids=lambda device: device.name
)


@on_all_devices
def test_it_works(
    ann: Visitor, ben: Visitor, said: Said, paper: Paper, story: str, device: Device
) -> None:
    first, answer, better = said("The ferry was late"), said("It was the tide"), said("Very late")
    ann.read(story).write(first)
    expect(ann.comment(first)).to_be_visible()
    expect(ann.comment(first)).to_contain_text(ann.name)

    wait_for(lambda: first in paper.get(story)[1])
    ben.read(story).answer(ben.comment(first), answer)
    expect(place_of(ben.comment(first)).locator("ol").get_by_text(answer)).to_be_visible()
    expect(ben.comment(answer)).to_contain_text(f"to {ann.name}")

    vote(ben, ben.comment(first))
    expect(ben.comment(first).locator("output")).to_have_text("1")

    edit(ann, ann.comment(first), better)
    expect(ann.comment(better)).to_contain_text(f"by {ann.name}")
    expect(ann.comment(better).locator(".edited")).to_contain_text("Last edited")
    expect(ann.comment(first)).to_have_count(0)

    # What readers get from now on is a file, and it says all of this.
    file = paper.site / "public" / "pages" / story.strip("/") / "index.html"
    wait_for(lambda: better in file.read_text() and answer in file.read_text())
    ben.read(story)
    expect(ben.comment(better).locator("output")).to_have_text("1")
    expect(place_of(ben.comment(better)).locator("ol")).to_contain_text(answer)


def vote(visitor: Visitor, comment: Locator) -> None:
    comment.get_by_role("button", name="Vote up").click()


def edit(visitor: Visitor, comment: Locator, text: str) -> None:
    """With script there is a link; without, the page to reply knows its own author."""
    link = comment.get_by_role("link", name="Edit")
    if not link.count():
        comment.get_by_role("link", name="Reply").click()
        link = visitor.page.get_by_role("link", name="edit it")
    link.click()
    visitor.page.get_by_label("Your comment").fill(text)
    visitor.page.get_by_role("button", name="Save").click()


@with_and_without_script
def test_a_held_comment_is_followed_to_its_place(
    ann: Visitor, cem: Visitor, said: Said, story: str
) -> None:
    text = said("All of https://a.test, https://b.test and https://c.test say so")
    ann.read(story).write(text)
    follow = ann.page.get_by_role("link", name="See what becomes of it")
    if follow.count() or "receipt" not in ann.page.url:
        follow.click()
    expect(ann.page.get_by_text("A text with more than 2 links")).to_be_visible()
    expect(ann.page.get_by_role("heading", name="It waits for a person")).to_be_visible()

    cem.read("/admin/desk/")
    waiting = cem.page.get_by_role("article", name=ann.name)
    expect(waiting).to_contain_text("A text with more than 2 links")
    waiting.get_by_role("button", name="Publish").click()
    expect(cem.page.get_by_text(f"Published: {ann.name}")).to_be_visible()

    ann.page.reload()
    expect(ann.page.get_by_role("heading", name="It is published")).to_be_visible()
    ann.page.get_by_role("link", name="See it in the discussion").click()
    expect(ann.comment(text)).to_be_visible()


@with_and_without_script
def test_two_presses_send_once(ann: Visitor, said: Said, paper: Paper, story: str) -> None:
    text = said("Twice is once")
    ann.read(story).fill(ann.page.get_by_label("Your comment"), text)
    ann.page.get_by_role("button", name="Send the comment").dblclick(no_wait_after=True)
    expect(ann.comment(text)).to_have_count(1)
    assert times_stored(paper, text) == 1


def times_stored(paper: Paper, text: str) -> int:
    return sum(
        text in str(row[0]) for row in paper.rows("select text from broadsheet_discussion_comment")
    )


@with_and_without_script
def test_a_name_belongs_to_the_browser_it_was_first_used_in(
    ann: Visitor, ben: Visitor, said: Said, story: str
) -> None:
    ours, theirs = said("This is me"), said("No, this is me")
    ann.read(story).write(ours)
    expect(ann.comment(ours)).to_be_visible()
    ben.read(story).write(theirs, name=ann.name.upper())
    name = ben.page.get_by_label("Your name")
    expect(ben.page.get_by_text("That name belongs to somebody else here.")).to_be_visible()
    expect(name).to_be_focused()
    expect(ben.page.get_by_label("Your comment")).to_have_value(theirs)
    name.fill(ben.name)
    ben.page.get_by_role("button", name="Send the comment").click()
    expect(ben.comment(theirs)).to_contain_text(ben.name)


@with_and_without_script
def test_a_text_that_is_not_taken_comes_back_whole(ann: Visitor, said: Said, story: str) -> None:
    text = said("Long. ") + '<b>More</b> & more "quoted".\n\n  ' * 200
    ann.read(story).write(text)
    expect(ann.page.get_by_text("5,000 fit.")).to_be_visible()
    expect(ann.page.get_by_label("Your comment")).to_have_value(text)
    expect(ann.page.get_by_label("Your comment")).to_be_focused()


@with_and_without_script
def test_a_closed_discussion_has_no_form_and_refuses_what_comes_late(
    ann: Visitor, ben: Visitor, said: Said, paper: Paper, story: str
) -> None:
    text = said("Just before the end")
    ann.read(CLOSED_STORY)
    expect(ann.page.get_by_text("This discussion is closed.")).to_be_visible()
    expect(ann.page.get_by_role("textbox")).to_have_count(0)

    ben.read(story)
    paper.close(story)
    ben.write(text)
    expect(ben.page.get_by_text("This discussion is closed.")).to_be_visible()
    expect(ben.page.get_by_label("Your comment")).to_have_value(text)


def test_nobody_votes_for_themselves(
    ann: Visitor, newcomer: Newcomer, said: Said, story: str
) -> None:
    text = said("Vote for me")
    ann.read(story).write(text)
    expect(ann.comment(text).get_by_role("button", name="Vote up")).to_be_disabled()
    plain = newcomer("Ann", PLAIN_DESKTOP)
    plain.read(story).write(text := said("And for me"))
    vote(plain, plain.comment(text))
    expect(plain.page.get_by_text("You cannot vote on your own comment.")).to_be_visible()
    plain.page.get_by_role("link", name="Back to the discussion").click()
    expect(plain.comment(text)).to_be_visible()
