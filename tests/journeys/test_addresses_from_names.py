"""Dora gives a name; the address is made of it, and she need not look for the field."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.site import Paper, wait_for
from tests.journeys.visitors import Visitor

pytestmark = pytest.mark.browser


def test_a_section_has_its_address_from_its_name(dora: Visitor, paper: Paper) -> None:
    [(front,)] = paper.rows("select basepage_ptr_id from broadsheet_publication_frontpage")
    page = dora.read(f"/admin/pages/{front}/add_subpage/").page
    type_name(page, "Name of the section", "Town Hall", address="town-hall")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    wait_for(lambda: paper.get("/town-hall/")[0] == 200)


def test_an_author_has_an_address_from_their_name(dora: Visitor, paper: Paper) -> None:
    page = dora.read("/admin/snippets/broadsheet_publication/author/add/").page
    type_name(page, "Name", "Marit Tolland", address="marit-tolland")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("'Marit Tolland' created")).to_be_visible()
    assert paper.get("/authors/marit-tolland/")[0] == 200


def type_name(page: Page, label: str, name: str, address: str) -> None:
    """Key by key, as the admin listens; nobody is as quick as to send it before it has heard."""
    page.get_by_role("textbox", name=label).press_sequentially(name)
    expect(page.locator("[name=slug]")).to_have_value(address)
