"""One reader has one vote on a comment, up or down, and can take it back."""

import pytest
from django.db import IntegrityError

from broadsheet.accounts.models import Reader
from broadsheet.discussion.models import Comment, Vote
from broadsheet.outbox.models import Event
from tests.at_once import at_once
from tests.cast import Person
from tests.newsroom import Paper, post, post_held


@pytest.fixture
def comment(paper: Paper) -> Comment:
    return post(paper.thread)


def tally(comment: Comment) -> tuple[int, int, int]:
    comment.refresh_from_db()
    return comment.votes_up, comment.votes_down, comment.score


def test_it_works(ann: Person, ben: Person, comment: Comment) -> None:
    response = ann.vote(comment)
    assert response.status_code == 303
    assert response["Location"] == f"/discussion/comments/{comment.pk}/?just-posted"
    ben.vote(comment, up=False)
    assert tally(comment) == (1, 1, 0)
    assert Event.objects.filter(kind="vote_cast").count() == 2


def test_the_same_vote_again_takes_it_back(ann: Person, comment: Comment) -> None:
    ann.vote(comment)
    ann.vote(comment)
    assert tally(comment) == (0, 0, 0)
    assert not Vote.objects.exists()


def test_the_other_vote_changes_it(ann: Person, comment: Comment) -> None:
    ann.vote(comment)
    ann.vote(comment, up=False)
    assert tally(comment) == (0, 1, -1)
    assert Vote.objects.get().value == -1


def test_our_script_is_told_what_stands(ann: Person, ben: Person, comment: Comment) -> None:
    ben.vote(comment)
    votes = [ann.vote(comment, script=True), ann.vote(comment, script=True)]
    assert [vote.json() for vote in votes] == [
        {"comment": comment.pk, "score": 2, "vote": 1},
        {"comment": comment.pk, "score": 1, "vote": 0},
    ]
    assert "no-store" in votes[0]["Cache-Control"]


@pytest.mark.parametrize("script", [False, True])
def test_nobody_votes_on_their_own_comment(paper: Paper, ann: Person, script: bool) -> None:
    ann.post(paper.thread, "I am right.")
    own = Comment.objects.get()
    response = ann.vote(own, script=script)
    assert response.status_code == 422
    assert "You cannot vote on your own comment." in response.text
    assert tally(own) == (0, 0, 0)


def test_what_is_out_of_sight_is_not_voted_on(paper: Paper, ann: Person) -> None:
    held = post_held(paper.thread)
    assert ann.vote(held).status_code == 422
    assert tally(held) == (0, 0, 0)
    assert not Reader.objects.exclude(pk=held.author_id).exists()


def test_a_comment_that_never_was(paper: Paper, ann: Person) -> None:
    assert ann.client.post("/discussion/vote/", {"up": "404"}).status_code == 404


@pytest.mark.parametrize("fields", [{}, {"up": ""}, {"up": "x"}, {"sideways": "1"}])
def test_a_vote_for_nothing(paper: Paper, ann: Person, fields: dict[str, str]) -> None:
    assert ann.client.post("/discussion/vote/", fields).status_code == 422


def test_the_database_also_keeps_it_to_one(ann: Person, comment: Comment) -> None:
    ann.vote(comment)
    with pytest.raises(IntegrityError):
        Vote.objects.create(comment=comment, reader=Vote.objects.get().reader, value=1)


@pytest.mark.django_db(transaction=True)
def test_many_readers_at_once_are_all_counted(paper: Paper, comment: Comment) -> None:
    people = [Person(f"Guest {number}", network=20 + number) for number in range(10)]
    at_once(
        *[lambda each=each, n=n: each.vote(comment, up=n % 5 > 0) for n, each in enumerate(people)]
    )
    assert tally(comment) == (8, 2, 6)


@pytest.mark.django_db(transaction=True)
def test_one_reader_who_presses_many_times_at_once(paper: Paper, comment: Comment) -> None:
    """An odd number of presses is a vote, an even number is none; the tally agrees in any order."""
    ann = Person("Ann", network=1)
    ann.vote(comment)
    tabs = []
    for _ in range(4):
        tab = Person("Ann", network=1)
        tab.client.cookies.update(ann.client.cookies)
        tabs.append(tab)
    answers = at_once(*[lambda tab=tab: tab.vote(comment) for tab in tabs])
    assert [answer.status_code for answer in answers] == [303] * 4  # type: ignore[union-attr]
    assert tally(comment) == (1, 0, 1)
    assert Vote.objects.count() == 1
