"""A page behind a password or a log-in is never a file, nor in any list."""

from pathlib import Path
from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from broadsheet.delivery.files import file_of
from tests.cast import Person
from tests.newsroom import Paper

FERRY = "/harbour/ferry-late/"


@pytest.fixture
def restricted(printed: Paper, ann: Person, work: Any) -> PageViewRestriction:
    """The article was public, and read; then it was put behind a password."""
    for address in (FERRY, "/", "/harbour/", "/feed.xml", "/harbour/feed.xml"):
        assert "The ferry is late" in ann.read(address).text
    restriction: PageViewRestriction = PageViewRestriction.objects.create(
        page=printed.ferry, restriction_type=PageViewRestriction.PASSWORD, password="tide"
    )
    work()
    return restriction


def files_with(text: str, settings: Any) -> list[Path]:
    pages = Path(settings.BROADSHEET_PUBLIC_FOLDER, "pages")
    return [path for path in pages.rglob("*.[hx][tm]*ml") if text in path.read_text()]


@pytest.mark.usefixtures("restricted")
def test_it_works(paper: Paper, ann: Person, settings: Any) -> None:
    response = ann.read(FERRY)
    assert "It left at nine." not in response.text
    assert "private" in response["Cache-Control"] or "no-store" in response["Cache-Control"]
    assert files_with("It left at nine.", settings) == []
    assert not file_of(FERRY).exists(), "nor is the question for the password a file"


@pytest.mark.usefixtures("restricted")
@pytest.mark.parametrize("address", ["/", "/harbour/", "/feed.xml", "/harbour/feed.xml"])
def test_no_list_names_it(paper: Paper, ann: Person, address: str) -> None:
    assert "The ferry is late" not in ann.read(address).text


def test_who_has_the_password_reads_it_and_leaves_no_file(
    paper: Paper, ann: Person, ben: Person, restricted: PageViewRestriction, settings: Any
) -> None:
    address = f"/_util/authenticate_with_password/{restricted.pk}/{paper.ferry.pk}/"
    ann.client.post(address, {"password": "tide", "return_url": FERRY})
    response = ann.read(FERRY)
    assert "It left at nine." in response.text
    assert "private" in response["Cache-Control"]
    assert files_with("It left at nine.", settings) == []
    assert "It left at nine." not in ben.read(FERRY).text


def test_when_it_is_free_again_it_is_a_file_again(
    paper: Paper, ann: Person, restricted: PageViewRestriction, settings: Any, work: Any
) -> None:
    restricted.delete()
    work()
    assert "It left at nine." in ann.read(FERRY).text
    assert files_with("It left at nine.", settings)
    assert "The ferry is late" in ann.read("/").text


def test_a_private_section_hides_what_is_below_it(
    printed: Paper, ann: Person, settings: Any, work: Any
) -> None:
    ann.read(FERRY)
    PageViewRestriction.objects.create(
        page=printed.harbour, restriction_type=PageViewRestriction.LOGIN
    )
    work()
    assert ann.read(FERRY).status_code == 302
    assert "The ferry is late" not in ann.read("/").text
    assert ann.read("/harbour/feed.xml").status_code == 404
    assert files_with("It left at nine.", settings) == []
