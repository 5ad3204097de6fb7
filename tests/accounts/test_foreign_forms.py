"""A form on another site cannot make a reader's browser write here."""

import pytest
from django.http import HttpResponse
from django.test import Client

from broadsheet.discussion.models import Comment, Vote
from tests.cast import Person
from tests.newsroom import Paper, post

OURS = {
    "Sec-Fetch-Site": ["same-origin", "none"],
    "Origin": ["http://paper.test"],
    "Referer": ["http://paper.test/harbour/ferry-late/"],
}
FOREIGN = {
    "Sec-Fetch-Site": ["cross-site", "same-site"],
    "Origin": ["http://evil.test", "null", "http://paper.test.evil.test", "https://paper.test:444"],
    "Referer": ["http://evil.test/?http://paper.test/"],
}


def pairs(headers: dict[str, list[str]]) -> list[dict[str, str]]:
    return [{name: value} for name, values in headers.items() for value in values]


def send(person: Person, paper: Paper, headers: dict[str, str]) -> HttpResponse:
    values = {"name": person.name, "text": "The gulls will be pleased."}
    address = f"/discussion/{paper.thread.pk}/comments/"
    return person.client.post(address, values, headers=headers)


@pytest.mark.parametrize("headers", [{}, *pairs(OURS)])
def test_it_works(paper: Paper, ann: Person, headers: dict[str, str]) -> None:
    assert send(ann, paper, headers).status_code == 303
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("headers", pairs(FOREIGN))
def test_what_another_site_sends_is_refused(
    paper: Paper, ann: Person, headers: dict[str, str]
) -> None:
    response = send(ann, paper, headers)
    assert response.status_code == 403
    assert "came from another site" in response.text
    assert "The gulls will be pleased." in response.text, "a real reader can copy their text"
    assert not Comment.objects.exists()


def test_the_browsers_newest_word_counts(paper: Paper, ann: Person) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "http://paper.test"}
    assert send(ann, paper, headers).status_code == 403


def test_votes_and_edits_are_guarded_too(paper: Paper, ann: Person) -> None:
    comment = post(paper.thread)
    foreign = {"Sec-Fetch-Site": "cross-site"}
    vote = ann.client.post("/discussion/vote/", {"up": comment.pk}, headers=foreign)
    address = f"/discussion/comments/{comment.pk}/edit/"
    edit = ann.client.post(address, {"text": "Changed."}, headers=foreign)
    assert [vote.status_code, edit.status_code] == [403, 403]
    assert not Vote.objects.exists()


def test_the_admin_keeps_its_tokens(paper: Paper, cem: Person) -> None:
    """The desk is not a public page: there Django's own check stands."""
    comment = post(paper.thread)
    strict = Client(enforce_csrf_checks=True, SERVER_NAME="paper.test")
    assert cem.user
    strict.force_login(cem.user)
    assert strict.post(f"/admin/desk/{comment.pk}/", {"approve": "1"}).status_code == 403


def test_public_forms_need_no_token(paper: Paper) -> None:
    strict = Client(enforce_csrf_checks=True, SERVER_NAME="paper.test")
    values = {"name": "Gus", "text": "From a page that is a file."}
    answer = strict.post(f"/discussion/{paper.thread.pk}/comments/", values)
    assert answer.status_code == 303
