"""A reply stands in its parent's conversation, if the parent still stands."""

import pytest

from broadsheet.discussion.actions.threads import open_thread
from broadsheet.discussion.models import Comment
from tests.cast import Person
from tests.discussion.pages import fresh
from tests.newsroom import Paper, post, post_held


@pytest.fixture
def parent(paper: Paper) -> Comment:
    return post(paper.thread, "When will it come?", name="Zoe")


def test_it_works(paper: Paper, ann: Person, parent: Comment) -> None:
    assert ann.post(paper.thread, "At ten.", parent=parent).status_code == 303
    reply = Comment.objects.get(text="At ten.")
    assert (reply.parent, reply.root_number, reply.reply_number) == (parent, 1, 1)
    paper.thread.refresh_from_db()
    assert (paper.thread.root_count, paper.thread.comment_count) == (1, 2)


def test_it_says_whom_it_answers(paper: Paper, ann: Person, parent: Comment) -> None:
    ann.post(paper.thread, "At ten.", parent=parent)
    page = fresh(ann, f"/discussion/{paper.thread.pk}/newest/").text
    assert f'href="#comment-{parent.pk}">to <bdi>Zoe</bdi>' in page


def test_replies_are_numbered_within_the_conversation(paper: Paper, parent: Comment) -> None:
    other = post(paper.thread)
    first = post(paper.thread, parent=parent)
    deeper = post(paper.thread, parent=first)
    elsewhere = post(paper.thread, parent=other)
    second = post(paper.thread, parent=parent)
    places = [(each.root_number, each.reply_number) for each in (first, deeper, elsewhere, second)]
    assert places == [(1, 1), (1, 2), (2, 1), (1, 3)]


def withdraw(comment: Comment) -> None:
    Comment.objects.filter(pk=comment.pk).update(status=Comment.Status.DELETED)


def test_a_parent_that_is_gone_cannot_be_answered(
    paper: Paper, ann: Person, parent: Comment
) -> None:
    withdraw(parent)
    response = ann.post(paper.thread, "At ten.", parent=parent)
    assert response.status_code == 422
    assert "no longer here" in response.text
    assert "At ten." in response.text
    assert "When will it come?" not in response.text
    assert Comment.objects.get() == parent


def test_a_parent_that_goes_while_the_reply_is_judged(
    paper: Paper, parent: Comment, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The form has seen it; the action looks again."""
    parent.status = Comment.Status.DELETED
    with pytest.raises(Exception, match="no longer here"):
        post(paper.thread, parent=parent)


def test_a_parent_of_another_thread_is_none(paper: Paper, ann: Person, parent: Comment) -> None:
    other = open_thread("page:other", "Another page", "/other/")
    assert ann.post(other, "At ten.", parent=parent).status_code == 422


def test_the_replies_of_a_comment_that_went_stay_under_a_gap(
    paper: Paper, ann: Person, parent: Comment
) -> None:
    ann.post(paper.thread, "At ten.", parent=parent)
    withdraw(parent)
    page = fresh(ann, f"/discussion/{paper.thread.pk}/newest/").text
    assert "A comment that stood here was taken away." in page
    assert "At ten." in page
    assert "When will it come?" not in page
    assert "Zoe" not in page


def test_a_comment_that_went_leaves_no_gap_where_nothing_hangs_on_it(
    paper: Paper, ann: Person, parent: Comment
) -> None:
    withdraw(parent)
    page = fresh(ann, f"/discussion/{paper.thread.pk}/newest/").text
    assert "taken away" not in page
    assert f"comment-{parent.pk}" not in page


def test_deep_replies_are_indented_five_times(paper: Paper, ann: Person, parent: Comment) -> None:
    comment = parent
    for _ in range(7):
        comment = post(paper.thread, parent=comment)
    page = fresh(ann, f"/discussion/{paper.thread.pk}/newest/").text
    before = page[: page.index(f'id="comment-{comment.pk}"')]
    body = before[before.index('<ol class="comments">') :]
    assert body.count("<ol") - body.count("</ol>") == 5


@pytest.mark.parametrize("status", ["held", "rejected", "deleted"])
def test_nobody_learns_what_a_comment_out_of_sight_says(
    paper: Paper, ann: Person, status: str
) -> None:
    hidden = post_held(paper.thread)
    Comment.objects.filter(pk=hidden.pk).update(status=status)
    for address in ("", "reply/", "receipt/"):
        assert ann.read(f"/discussion/comments/{hidden.pk}/{address}").status_code == 404
