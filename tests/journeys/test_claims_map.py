"""The map of claims in a real browser: for everybody, without script, and by the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Newcomer
from tests.journeys.site import Paper, run
from tests.journeys.test_accessibility import SIDEWAYS, TOO_SMALL, violations
from tests.journeys.visitors import DESKTOP, PHONE, PLAIN_DESKTOP, PLAIN_PHONE, Device, Visitor

pytestmark = [pytest.mark.browser]

# A dispute over two days: a point, a district, a province that is conceded, and a figure.
RECORD = """
from datetime import UTC, datetime
from broadsheet.accounts.models import User
from broadsheet.claims.actions.claims import record_claim
from broadsheet.claims.actions.positions import take_position
from broadsheet.claims.models import Actor, Claim, Place, Position, Side
dora = User.objects.get(username="dora")
board = Side.objects.create(name="the Port Board", slug="map-board", colour="#1f5f8b")
union = Side.objects.create(name="the Dock Union", slug="map-union", colour="#a4541c")
ada = Actor.objects.create(kind="person", name="Ada", side=board)
olle = Actor.objects.create(kind="person", name="Olle", side=union)
def place(label, latitude, longitude, precision):
    return Place.objects.create(label=label, latitude=latitude, longitude=longitude,
                                precision=precision, country="SE")
def claim(sentence, place, *said):
    made = record_claim(Claim(sentence=sentence, kind="control", unit="boats"), [board], [union],
                        [], [place])
    for speaker, stance, day, low in said:
        take_position(Position(claim=made, speaker=speaker, stance=stance, figure_low=low,
                               said_at=datetime(2026, 7, day, tzinfo=UTC)), dora)
claim("The quay is held", place("The Quay", 58.1, 11.4, "settlement"),
      (ada, "asserts", 8, 30), (olle, "denies", 9, None))
claim("The road is held", place("The Road", 58.9, 13.4, "district"), (ada, "asserts", 8, None))
claim("The province is held", place("ولاية", 59.3, 14.9, "province"),
      (ada, "asserts", 8, None), (olle, "confirms", 9, None))
claim("The country is held", place("Sweden", 60, 15, "country"), (ada, "asserts", 9, None))
"""
FIRST, SECOND = "/claims/map/2026-07-08/", "/claims/map/2026-07-09/"
FIGURES = "/claims/the-quay-is-held/figures/"
PAGES = [FIRST, SECOND, "/claims/map/", FIGURES]
ON_MAP = "svg.map:visible"


@pytest.fixture(scope="module", autouse=True)
def dispute(paper: Paper) -> None:
    run("shell", "-c", RECORD, cwd=paper.site)


@pytest.mark.parametrize(
    "device", [DESKTOP, PLAIN_DESKTOP, PHONE, PLAIN_PHONE], ids=lambda d: d.name
)
def test_it_works(ann: Visitor) -> None:
    ann.read(FIRST)
    quay = ann.page.locator(ON_MAP).get_by_role("link", name=re.compile("The quay is held"))
    expect(quay).to_have_accessible_name("The quay is held (one party only; The Quay)")
    ann.page.get_by_role("link", name="Day after").click()
    expect(ann.page).to_have_url(re.compile(SECOND))
    expect(quay).to_have_accessible_name("The quay is held (contested; The Quay)")
    quay.click()
    expect(ann.page.get_by_role("heading", level=1)).to_have_text("The quay is held")


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=lambda d: d.name)
def test_everybody_can_read_it(ann: Visitor, light: str) -> None:
    ann.page.emulate_media(color_scheme=light)  # type: ignore[arg-type]
    for address in PAGES:
        ann.read(address)
        assert violations(ann.page) == [], address
        assert ann.page.evaluate(SIDEWAYS) == 0, address
        assert ann.page.evaluate(TOO_SMALL) == [], address


LABELS = """() => [...document.querySelectorAll("svg.map text.label, svg.map .mark")]
  .filter((each) => each.checkVisibility())
  .map((each) => { const { x, y, width, height } = (each.querySelector(".plate") ?? each)
    .getBoundingClientRect(); return [each.textContent, x, y, width, height]; })"""


@pytest.mark.parametrize("width", [360, 390, 640, 1280, 1920])
def test_what_is_drawn_covers_nothing_else(newcomer: Newcomer, width: int) -> None:
    """With the fonts of a real browser, not with guessed widths."""
    ann = newcomer("Ann", Device("some screen", width))
    ann.read(SECOND)
    drawn = ann.page.evaluate(LABELS)
    assert len(drawn) == 6
    for at, (name, x, y, w, h) in enumerate(drawn):
        for other, x2, y2, w2, h2 in drawn[at + 1 :]:
            apart = x >= x2 + w2 or x2 >= x + w or y >= y2 + h2 or y2 >= y + h
            assert apart, (name, other)


def test_the_days_turn_under_the_arrow_keys(newcomer: Newcomer) -> None:
    ann = newcomer("Ann", DESKTOP).read(FIRST)
    slider = ann.page.get_by_role("slider", name="Day")
    slider.focus()
    for _ in range(30):  # other journeys record claims of their own days
        if FIRST not in ann.page.url:
            break
        before = ann.page.url
        ann.page.keyboard.press("ArrowRight")
        expect(ann.page).not_to_have_url(before)
    expect(ann.page).to_have_url(re.compile(SECOND))
    expect(ann.page.get_by_role("slider", name="Day")).to_be_focused()
    expect(ann.page.locator(ON_MAP).get_by_text("contested").first).to_be_visible()


def test_it_comes_nearer_by_the_keyboard(newcomer: Newcomer) -> None:
    ann = newcomer("Ann", DESKTOP).read(SECOND)
    picture = ann.page.locator(ON_MAP)
    whole = picture.get_attribute("viewBox")
    ann.page.get_by_role("button", name="Nearer").press("Enter")
    closer = picture.get_attribute("viewBox")
    ann.page.keyboard.press("ArrowRight")
    assert len({whole, closer, picture.get_attribute("viewBox")}) == 3
    ann.page.get_by_role("button", name="Further").press("Enter")
    assert picture.get_attribute("viewBox") == whole


def test_it_prints(newcomer: Newcomer) -> None:
    ann = newcomer("Ann", DESKTOP).read(SECOND)
    ann.page.emulate_media(media="print")
    expect(ann.page.locator(ON_MAP)).to_be_visible()
    expect(ann.page.get_by_role("slider")).to_be_hidden()
