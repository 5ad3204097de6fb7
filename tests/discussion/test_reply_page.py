"""The page to answer a comment: for all who read, and for its own author the way to edit it."""

from typing import Any

import pytest

from broadsheet.discussion.models import Comment
from tests.cast import Person
from tests.newsroom import Paper, post, post_held


def test_it_works(paper: Paper, ann: Person) -> None:
    parent = post(paper.thread, "The pier needs paint.", name="Zoe")
    page = ann.read(f"/discussion/comments/{parent.pk}/reply/").content.decode()
    assert "The pier needs paint." in page
    assert "form-error" not in page
    assert "edit it" not in page


def test_its_author_finds_the_way_to_edit(paper: Paper, ann: Person) -> None:
    ann.post(paper.thread, "The pier needs paint.")
    comment = Comment.objects.get()
    page = ann.read(f"/discussion/comments/{comment.pk}/reply/").content.decode()
    assert f"/discussion/comments/{comment.pk}/edit/" in page
    assert 'value="Ann"' in page


def test_a_held_comment_is_not_shown_as_a_parent(paper: Paper, ann: Person) -> None:
    held = post_held(paper.thread)
    assert ann.read(f"/discussion/comments/{held.pk}/reply/").status_code == 404
    refused = ann.post(paper.thread, "What did you say?", parent=held)
    assert refused.status_code == 422
    assert "shop.test" not in refused.content.decode()
    assert "What did you say?" in refused.content.decode()


@pytest.mark.parametrize("parent", ["abc", "99999999999999999999", "-1", "0"])
def test_a_parent_that_never_was_is_refused(paper: Paper, ann: Person, parent: str) -> None:
    refused = ann.client.post(
        f"/discussion/{paper.thread.pk}/comments/", {"name": "Ann", "text": "Hm.", "parent": parent}
    )
    assert refused.status_code == 422
    assert "Hm." in refused.content.decode()


def test_a_text_that_comes_too_late_to_edit_is_given_back(
    paper: Paper, ann: Person, settings: Any
) -> None:
    ann.post(paper.thread, "The pier needs paint.")
    settings.BROADSHEET_EDIT_MINUTES = 0
    late = ann.edit(Comment.objects.get(), "The pier needs new paint.")
    assert late.status_code == 403
    assert "The pier needs new paint." in late.content.decode()
