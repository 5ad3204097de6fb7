"""What an editor does on her first day, in the admin and out of sight of readers."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.site import Paper, wait_for
from tests.journeys.visitors import Visitor

pytestmark = pytest.mark.browser


def test_an_article_is_written_and_published(
    dora: Visitor, ann: Visitor, paper: Paper, section: int
) -> None:
    page = dora.read(f"/admin/pages/{section}/add_subpage/").page
    type_title(page, "Headline", "High water at noon", slug="high-water-at-noon")
    add_paragraph(page, "The quay will be wet by half past eleven.")
    publish(page)
    expect(page.get_by_text("High water at noon' created and published")).to_be_visible()

    wait_for(lambda: "High water at noon" in paper.get("/")[1])
    ann.read("/news/").page.get_by_role("link", name="High water at noon").last.click()
    expect(ann.page).to_have_url(f"{paper.url}/news/high-water-at-noon/")
    expect(ann.page.get_by_text("The quay will be wet")).to_be_visible()
    expect(ann.page.get_by_text("Nobody has written here yet.")).to_be_visible()


def test_a_section_gets_its_address_from_its_name(dora: Visitor, paper: Paper, front: int) -> None:
    page = dora.read(f"/admin/pages/{front}/add_subpage/").page
    type_title(page, "Name of the section", "Town Hall", slug="town-hall")
    publish(page)
    wait_for(lambda: paper.get("/town-hall/")[0] == 200)


@pytest.fixture
def section(paper: Paper) -> int:
    return number_of(paper, "sectionpage")


@pytest.fixture
def front(paper: Paper) -> int:
    return number_of(paper, "frontpage")


def number_of(paper: Paper, kind: str) -> int:
    query = f"select min(basepage_ptr_id) from broadsheet_publication_{kind}"
    return int(str(paper.rows(query)[0][0]))


def type_title(page: Page, label: str, title: str, slug: str) -> None:
    """Key by key, as the admin listens; and nobody is as quick as to publish before it has heard."""
    page.get_by_role("textbox", name=label).press_sequentially(title)
    expect(page.locator("[name=slug]")).to_have_value(slug)


def add_paragraph(page: Page, text: str) -> None:
    page.locator("[data-contentpath=body] button").filter(visible=True).first.click()
    page.get_by_role("option", name="Paragraph").click()
    page.locator(".public-DraftEditor-content").press_sequentially(text)
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(text)))


def publish(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
