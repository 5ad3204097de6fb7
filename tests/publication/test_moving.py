"""An article that gets another address is found under both, and takes its discussion along."""

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet.publication.actions import add_section
from broadsheet.publication.models import BasePage
from tests.cast import Person
from tests.newsroom import Paper, post

OLD, NEW = "/harbour/ferry-late/", "/harbour/ferry-never-came/"


def redirects(settings: Any) -> dict[str, str]:
    text = Path(settings.BROADSHEET_PUBLIC_FOLDER, "redirects.json").read_text()
    known: dict[str, str] = json.loads(text)
    return known


@pytest.fixture
def rename(django_capture_on_commit_callbacks: Any, work: Any) -> Any:
    """Publish a page under a new slug; Wagtail tells of it when that is committed."""

    def rename(page: BasePage, slug: str) -> None:
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        work()

    return rename


@pytest.fixture
def moved(printed: Paper, ann: Person, rename: Any) -> None:
    """The article was read at its old address, and then got a new slug."""
    post(printed.thread, "Where is it?")
    assert ann.read(OLD).status_code == 200
    rename(printed.ferry, "ferry-never-came")


@pytest.mark.usefixtures("moved")
def test_it_works(paper: Paper, ann: Person) -> None:
    response = ann.read(OLD)
    assert (response.status_code, response["Location"]) == (301, NEW)
    page = ann.read(NEW)
    assert page.status_code == 200
    assert "Where is it?" in page.text


@pytest.mark.usefixtures("moved")
def test_the_front_knows_the_redirect_without_a_database(settings: Any) -> None:
    assert redirects(settings)[OLD.rstrip("/")].endswith(NEW)


@pytest.mark.usefixtures("moved")
def test_the_discussion_leads_to_the_new_address(paper: Paper, ann: Person) -> None:
    paper.thread.refresh_from_db()
    assert paper.thread.address == NEW
    page = ann.read(f"/discussion/{paper.thread.pk}/newest/").text
    assert f'href="{NEW}"' in page
    assert OLD not in page


@pytest.mark.usefixtures("moved")
def test_every_list_leads_to_the_new_address(ann: Person) -> None:
    for address in ("/", "/harbour/", "/feed.xml"):
        page = ann.read(address).text
        assert NEW in page
        assert OLD not in page


def test_a_section_that_moves_takes_its_articles_along(
    printed: Paper, ann: Person, rename: Any
) -> None:
    assert ann.read(OLD).status_code == 200
    rename(printed.harbour, "port")
    assert ann.read("/port/ferry-late/").status_code == 200
    assert ann.read(OLD)["Location"] == "/port/ferry-late/"
    printed.thread.refresh_from_db()
    assert printed.thread.address == "/port/ferry-late/"


def test_an_article_that_changes_its_section(
    paper: Paper, ann: Person, work: Any, settings: Any
) -> None:
    town = add_section(paper.front, "Town", "town")
    work()
    assert ann.read(OLD).status_code == 200
    paper.ferry.move(town, pos="last-child")
    work()
    assert ann.read("/town/ferry-late/").status_code == 200
    assert ann.read(OLD)["Location"] == "/town/ferry-late/"
    assert "The ferry is late" not in ann.read("/harbour/").text
    assert "The ferry is late" in ann.read("/town/").text
    assert redirects(settings)[OLD.rstrip("/")].endswith("/town/ferry-late/")
