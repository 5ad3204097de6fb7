"""A reader meets a claim in an article, sees who says so and who denies it, and follows it."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Newcomer
from tests.journeys.site import Paper, run, wait_for
from tests.journeys.test_accessibility import SIDEWAYS, TOO_SMALL, violations
from tests.journeys.visitors import ALL_DEVICES, DESKTOP, PHONE, Device, Visitor

pytestmark = [pytest.mark.browser]

ARTICLE = "/news/crane/"
CRANE = "/claims/the-board-holds-the-crane/"
PAGES = [
    *(ARTICLE, CRANE, "/claims/dockers-have-left/", "/claims/claim/", "/claims/nothing-is-known/"),
    *("/claims/", "/claims/status/contested/", f"{CRANE}embed/"),
]
SMALL_PHONE = Device("small phone", 360)

# One of each: contested, figures with open ends, right to left with words that do not end, nothing.
CLAIMS = """
from datetime import UTC, datetime, timedelta
from broadsheet.accounts.models import User
from broadsheet.claims.actions.claims import record_claim
from broadsheet.claims.actions.positions import take_position
from broadsheet.claims.models import Actor, Claim, Outlet, Place, Position, Side
from broadsheet.publication.models import ArticlePage, SectionPage

FRIDAY = datetime(2026, 7, 10, tzinfo=UTC)
editor = User.objects.get(username="dora")
board = Side.objects.create(name="the Board", slug="board", colour="#1b5e8a", symbol="square")
union = Side.objects.create(name="the Union", slug="union", colour="#b23a2e", symbol="star")
ada = Actor.objects.create(kind="person", name="Ada Berg", description="spokeswoman", side=board)
two = Actor.objects.create(kind="unnamed", description="two officials", side=union)
agency = Outlet.objects.create(name="Norrsky News", slug="norrsky", kind="agency")
quay = Place.objects.create(label="North Quay", latitude=58.1, longitude=11.4, country="SE")

def claim(sentence, **fields):
    return record_claim(Claim(sentence=sentence, **fields), [board], [union], places=[quay])

def say(claim, who, stance, days=0, **fields):
    said_at = FRIDAY + timedelta(days=days)
    take_position(Position(claim=claim, speaker=who, stance=stance, said_at=said_at, **fields), editor)

crane = claim("The Board holds the crane.", kind="control", event_start=FRIDAY)
say(crane, ada, "asserts", told_to=agency, words="We hold it", is_verbatim=True)
say(crane, two, "denies", 1, people=2, unnamed_why="not allowed to speak")
for number in range(60):
    witness = Actor.objects.create(kind="person", name=f"Witness {number} " + "Donaudampfschiff" * 3)
    say(crane, witness, "denies" if number % 3 else "asserts", number % 9)
left = claim("Dockers have left.", kind="figure", unit="dockers")
say(left, ada, "asserts", figure_low=200)
say(left, two, "asserts", figure_low=100, figure_high=120)
say(left, Actor.objects.create(kind="person", name="Olle"), "denies", figure_high=50)
port = claim("الميناء مغلق منذ فجر الخميس.")
say(port, Actor.objects.create(kind="person", name="سلمى الحداد"), "asserts", words="مغلق" * 40)
nothing = claim("Nothing is known.")

def marked(claim, words):
    return f'<a linktype="claim" id="{claim.pk}">{words}</a>'

body = [("paragraph", "<p>" + "On the quay one waits. " * 60 + "</p>"),
        ("paragraph", f"<p>They say {marked(crane, 'it is theirs')}. {marked(left, 'Many left')}.</p>"),
        ("list", f"<ul><li>{marked(port, 'الميناء مغلق')}</li><li>{marked(nothing, 'Nothing')}</li></ul>")]
article = ArticlePage(title="Who holds the crane?", slug="crane", body=body)
SectionPage.objects.get().add_child(instance=article)
article.save_revision().publish()
"""
DENY = """
from datetime import UTC, datetime
from broadsheet.accounts.models import User
from broadsheet.claims.actions.positions import take_position
from broadsheet.claims.models import Actor, Claim, Position
position = Position(claim=Claim.objects.get(slug="{slug}"), stance="denies",
                    speaker=Actor.objects.create(kind="person", name="Late Denier"),
                    said_at=datetime(2026, 7, 20, tzinfo=UTC))
take_position(position, User.objects.get(username="dora"))
"""


@pytest.fixture(scope="module")
def disputed(paper: Paper) -> Paper:
    """The paper with an article that states four claims."""
    run("shell", "-c", CLAIMS, cwd=paper.site)
    wait_for(lambda: "claim-mark" in paper.get(ARTICLE)[1])
    return paper


@pytest.fixture
def ann(disputed: Paper, newcomer: Newcomer) -> Visitor:
    return newcomer("Ann")


def mark_of(page: Page, status: str) -> Any:
    return page.locator("p a.claim-mark").filter(has_text=status)


@pytest.mark.parametrize("device", ALL_DEVICES, ids=lambda device: device.name)
def test_it_works(ann: Visitor) -> None:
    ann.read(ARTICLE)
    panel = ann.page.locator("details.claim-panel").first
    who = panel.get_by_text("Norrsky News").first
    expect(who).to_be_hidden()
    mark_of(ann.page, "contested").click()
    expect(who).to_be_visible()
    expect(panel.get_by_text("two officials").first).to_be_visible()
    expect(panel).to_be_in_viewport()
    panel.get_by_role("link", name="All about this claim").click()
    expect(ann.page).to_have_url(f"{ann.origin}{CRANE}")
    expect(ann.page.get_by_role("heading", level=1)).to_have_text("The Board holds the crane.")
    ann.page.get_by_role("link", name="Who holds the crane?").click()
    expect(ann.page).to_have_url(f"{ann.origin}{ARTICLE}")


def test_the_panel_opens_by_the_keyboard(ann: Visitor) -> None:
    summary = ann.read(ARTICLE).page.locator("details.claim-panel summary").first
    summary.focus()
    ann.page.keyboard.press("Enter")
    expect(ann.page.locator("details.claim-panel[open]")).to_have_count(1)


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=lambda device: device.name)
def test_everybody_can_read_it(ann: Visitor, light: Any) -> None:
    ann.page.emulate_media(color_scheme=light)
    for address in PAGES:
        ann.read(address)
        for panel in ann.page.locator("details.claim-panel").all():
            panel.evaluate("panel => { panel.open = true }")
        assert violations(ann.page) == [], address


@pytest.mark.parametrize("device", [SMALL_PHONE], ids=lambda device: device.name)
def test_nothing_is_wider_than_a_small_phone_or_too_small_to_press(ann: Visitor) -> None:
    for address in PAGES:
        ann.read(address)
        assert ann.page.evaluate(SIDEWAYS) == 0, address
        assert ann.page.evaluate(TOO_SMALL) == [], address


def test_paper_gets_the_word_in_brackets(ann: Visitor) -> None:
    ann.read(ARTICLE).page.emulate_media(media="print")
    content = "mark => getComputedStyle(mark, '::before').content + mark.innerText.trim()"
    assert mark_of(ann.page, "contested").evaluate(content) == '"["contested'
    expect(ann.page.locator("details.claim-panel").first).to_be_hidden()
    expect(ann.page.get_by_role("heading", name="Claims in this article")).to_be_visible()


@pytest.fixture
def elsewhere(disputed: Paper) -> Iterator[str]:
    """Another site, on an address of its own, that shows in a frame what its query names."""

    class OtherSite(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            shown = disputed.url + self.path.partition("?")[2]
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<iframe src="{shown}" width="600" height="400">'.encode())

        def log_message(self, *_: object) -> None:
            """Nothing to write down."""

    with ThreadingHTTPServer(("127.0.0.1", 0), OtherSite) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize(("address", "count"), [(f"{CRANE}embed/", 1), (CRANE, 0)])
def test_another_site_may_show_it_and_no_other_page(
    ann: Visitor, elsewhere: str, address: str, count: int
) -> None:
    ann.page.goto(f"{elsewhere}?{address}", wait_until="load")
    frame = ann.page.frame_locator("iframe")
    expect(frame.get_by_text("The Board holds the crane.")).to_have_count(count)
    ann.faults.clear()  # the browser reports the refusal, as it should


def test_a_status_that_changes_is_in_the_article_at_once(ann: Visitor, disputed: Paper) -> None:
    ann.read(ARTICLE)
    expect(ann.page.locator(".claim-mark").filter(has_text="single source")).to_have_count(1)
    run("shell", "-c", DENY.format(slug="claim"), cwd=disputed.site)
    wait_for(lambda: "Late Denier" in disputed.get(ARTICLE)[1], seconds=5)
    ann.page.reload()
    expect(ann.page.locator(".claim-mark").filter(has_text="contested")).to_have_count(2)
