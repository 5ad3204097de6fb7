"""A preview is for the editor alone: kept by no cache, and never a file."""

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from broadsheet.publication.models import ArticlePage
from tests.cast import Person
from tests.newsroom import Paper
from tests.publication.editing import article_form, edit


def preview(person: Person, article: ArticlePage, **fields: Any) -> HttpResponse:
    """What an editor sees who presses Preview with this in the form."""
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])
    sent = person.client.post(address, article_form(**fields))
    assert sent.json()["is_valid"]
    return person.client.get(address)


def files(settings: Any) -> list[Path]:
    return list(Path(settings.BROADSHEET_PUBLIC_FOLDER).rglob("*.html"))


def test_it_works(paper: Paper, dora: Person, settings: Any) -> None:
    response = preview(dora, paper.ferry, title="A secret", slug="ferry-late")
    assert response.status_code == 200
    assert "A secret" in response.text
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert files(settings) == []


def test_nothing_of_it_gets_out(paper: Paper, ann: Person, dora: Person, settings: Any) -> None:
    preview(dora, paper.ferry, title="A secret", slug="ferry-late")
    for address in ("/", "/harbour/", "/harbour/ferry-late/", "/feed.xml"):
        assert "A secret" not in ann.read(address).text
    assert files(settings)
    assert not [path for path in files(settings) if "A secret" in path.read_text()]


def test_others_cannot_see_it(paper: Paper, ann: Person, ben: Person, cem: Person) -> None:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[paper.ferry.pk])
    for person in (ann, ben, cem):
        response = person.client.get(address)
        assert response.status_code in {302, 403}


def test_a_saved_draft_changes_no_public_page(paper: Paper, ann: Person, dora: Person) -> None:
    response = edit(dora, paper.ferry, title="A secret", slug="ferry-late")
    assert response.status_code == 302
    assert "A secret" not in ann.read("/harbour/ferry-late/").text
    draft = dora.read(reverse("wagtailadmin_pages:view_draft", args=[paper.ferry.pk]))
    assert "A secret" in draft.text
    assert "no-store" in draft["Cache-Control"]


def test_a_page_made_afresh_makes_no_file(paper: Paper, ann: Person, settings: Any) -> None:
    assert ann.read("/harbour/ferry-late/?fresh").status_code == 200
    assert files(settings) == []


@pytest.mark.parametrize("query", ["preview=1", "in_preview_panel=true", "x=%3Cscript%3E"])
def test_no_query_changes_a_page(paper: Paper, ann: Person, query: str) -> None:
    plain = ann.read("/harbour/ferry-late/").text
    assert ann.read(f"/harbour/ferry-late/?{query}").text == plain
