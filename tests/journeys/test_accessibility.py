"""The pages can be read and used by everybody: axe, small phones, the keyboard."""

import re
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Newcomer, Said
from tests.journeys.site import CLOSED_STORY
from tests.journeys.visitors import DESKTOP, PHONE, Device, Visitor

pytestmark = [pytest.mark.browser]

SMALL_PHONE = Device("small phone", 360)
PAGES = ["/", "/news/", "/news/ferry/", CLOSED_STORY, "/nothing-here/"]

in_all_lights = pytest.mark.parametrize("light", ["light", "dark"])
on_small_and_large = pytest.mark.parametrize(
    "device", [PHONE, DESKTOP], ids=lambda device: device.name
)

TOO_SMALL = """
() => [...document.querySelectorAll("a, button, input, textarea")]
  .filter((target) => !target.closest(".article-body, .comment-text, figcaption, .skip"))
  .filter((target) => target.checkVisibility())
  .map((target) => [target.outerHTML, target.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 24 || height < 24)
  .map(([html]) => html)
"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page) -> list[dict[str, Any]]:
    found = Axe().run(page).response["violations"]
    return [
        {"rule": each["id"], "where": [node["html"] for node in each["nodes"]]} for each in found
    ]


@in_all_lights
@on_small_and_large
def test_it_works(ann: Visitor, light: Any) -> None:
    ann.page.emulate_media(color_scheme=light)
    for address in PAGES:
        ann.read(address)
        assert violations(ann.page) == [], address


def test_axe_sees_what_is_wrong(ann: Visitor) -> None:
    ann.read("/news/ferry/")
    ann.page.evaluate("document.querySelector('label').remove()")
    assert [each["rule"] for each in violations(ann.page)] == ["label"]


@in_all_lights
@on_small_and_large
def test_a_discussion_and_its_form(ann: Visitor, said: Said, story: str, light: Any) -> None:
    ann.page.emulate_media(color_scheme=light)
    text = said("The ferry was late")
    ann.read(story).write(text)
    expect(ann.comment(text)).to_be_visible()
    assert violations(ann.page) == []
    ann.comment(text).get_by_role("link", name="Reply").click()
    expect(ann.page.get_by_label("Your reply")).to_be_visible()
    assert violations(ann.page) == []


@in_all_lights
@on_small_and_large
def test_a_form_that_was_not_taken(ann: Visitor, story: str, light: Any) -> None:
    ann.page.emulate_media(color_scheme=light)
    ann.read(story).write("   ", name=" ")
    expect(ann.page.get_by_role("alert")).to_have_count(2)
    assert violations(ann.page) == []


def test_a_deep_conversation_fits_a_small_phone(newcomer: Newcomer, said: Said, story: str) -> None:
    ann = newcomer("Ann", SMALL_PHONE)
    words = [said("Donaudampfschifffahrtsgesellschaftskapitänswitwe " * 3) for _ in range(6)]
    ann.read(story).write(words[0])
    for above, below in pairwise(words):
        ann.answer(ann.comment(above), below)
        expect(ann.comment(below)).to_be_visible()
    assert ann.page.evaluate(SIDEWAYS) == 0
    deepest = ann.comment(words[-1]).bounding_box()
    assert deepest
    assert deepest["width"] > 240
    assert ann.page.evaluate(TOO_SMALL) == []


def test_nothing_is_wider_than_a_small_phone_or_too_small_to_press(newcomer: Newcomer) -> None:
    ann = newcomer("Ann", SMALL_PHONE)
    for address in PAGES:
        ann.read(address)
        assert ann.page.evaluate(SIDEWAYS) == 0, address
        assert ann.page.evaluate(TOO_SMALL) == [], address


def test_the_first_key_leads_past_the_masthead(ann: Visitor) -> None:
    ann.read("/news/ferry/")
    skip = ann.page.get_by_role("link", name="Skip to the text")
    expect(skip).not_to_be_in_viewport()
    ann.page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    ann.page.keyboard.press("Enter")
    expect(ann.page).to_have_url(re.compile("#main$"))


def test_paper_gets_the_article_without_the_form(ann: Visitor) -> None:
    ann.read("/news/ferry/")
    form = ann.page.locator("form.comment-form")
    expect(form).to_be_visible()
    ann.page.emulate_media(media="print")
    expect(form).to_be_hidden()
    expect(ann.page.get_by_text("It left at nine.")).to_be_visible()
