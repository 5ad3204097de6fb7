"""Dora writes an article in Wagtail's admin, looks at it, publishes it; a reader finds it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Newcomer
from tests.journeys.site import Paper, wait_for
from tests.journeys.visitors import DESKTOP, PHONE, Visitor

pytestmark = [pytest.mark.browser]

HEADLINE = "Lighthouse keeper retires after forty winters"
DECK = "The lamp goes on without him."
PARAGRAPH = "He handed over the keys on Sunday."
ADDRESS = "/news/lighthouse-keeper-retires-after-forty-winters/"


def test_it_works(dora: Visitor, newcomer: Newcomer, paper: Paper) -> None:
    page = dora.page
    start_article(page, paper)
    page.get_by_placeholder("Headline").fill(HEADLINE)
    page.get_by_role("textbox", name="Deck").fill(DECK)
    expect(page.locator("[name=slug]")).to_have_value(ADDRESS.split("/")[-2])
    write_paragraph(page, PARAGRAPH)

    preview = open_preview(page)
    expect(preview.get_by_role("heading", name=HEADLINE)).to_be_visible()
    expect(preview.get_by_text(PARAGRAPH)).to_be_visible()
    preview.close()
    assert paper.get(ADDRESS)[0] == 404

    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(f"Page '{HEADLINE}' created and published.")).to_be_visible()

    for address in ("/", "/news/", "/feed.xml"):
        wait_for(lambda address=address: HEADLINE in paper.get(address)[1], seconds=10)
    for device in (DESKTOP, PHONE):
        reader = newcomer("Ann", device).read("/").page
        reader.get_by_role("link", name=HEADLINE).first.click()
        expect(reader.get_by_role("heading", level=1)).to_have_text(HEADLINE)
        expect(reader.get_by_text(DECK)).to_be_visible()
        expect(reader.get_by_text(PARAGRAPH)).to_be_visible()
        expect(reader.get_by_label("Your comment")).to_be_visible()
        assert reader.url.endswith(ADDRESS)


def start_article(page: Page, paper: Paper) -> None:
    page.goto("/admin/pages/")
    for name in ("Paper", "News"):
        page.get_by_role("link", name=f"Explore child pages of '{name}'").click()
    page.get_by_role("link", name=re.compile("Add child page")).first.click()


def write_paragraph(page: Page, text: str) -> None:
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name="Paragraph").click()
    page.locator("[contenteditable=true]").last.click()
    page.keyboard.type(text)
    # The editor hands on what is typed a moment later; nobody is as quick as to press in between.
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(text)))


def open_preview(page: Page) -> Page:
    page.get_by_role("button", name="Toggle preview").click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Preview in new tab").click()
    return opened.value
