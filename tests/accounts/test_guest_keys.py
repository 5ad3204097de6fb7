"""A guest is who holds a key: it is given with the first comment or vote, and only its hash is kept."""

import uuid

import pytest
from time_machine import TimeMachineFixture

from broadsheet.accounts.models import Reader
from broadsheet.accounts.queries import GUEST_COOKIE
from broadsheet.discussion.models import Comment
from broadsheet.lib.ids import token_hash
from tests.cast import Person
from tests.newsroom import Paper, post


def test_it_works(paper: Paper, ann: Person) -> None:
    ann.post(paper.thread, "The gulls will be pleased.")
    assert Comment.objects.get().author.key_hash == token_hash(ann.guest_key)


def test_a_second_comment_is_by_the_same_reader(paper: Paper, ann: Person) -> None:
    ann.post(paper.thread, "The gulls will be pleased.")
    key = ann.guest_key
    ann.post(paper.thread, "So will the herring.")
    assert ann.guest_key == key
    assert Reader.objects.count() == 1


def test_scripts_and_other_sites_cannot_have_the_key(paper: Paper, ann: Person) -> None:
    cookie = ann.post(paper.thread, "The gulls will be pleased.").cookies[GUEST_COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert not cookie["secure"]


def test_on_https_the_key_is_sent_over_https_alone(paper: Paper, ann: Person) -> None:
    values = {"name": "Ann", "text": "The gulls will be pleased."}
    address = f"/discussion/{paper.thread.pk}/comments/"
    response = ann.client.post(address, values, secure=True)
    assert response.cookies[GUEST_COOKIE]["secure"]


def test_who_was_refused_leaves_no_trace(paper: Paper, ann: Person) -> None:
    response = ann.post(paper.thread, "")
    assert response.status_code == 422
    assert ann.guest_key == ""
    assert not Reader.objects.exists()


def test_a_vote_also_makes_a_guest(paper: Paper, ann: Person) -> None:
    comment = post(paper.thread)
    ann.vote(comment)
    assert comment.votes.get().reader.key_hash == token_hash(ann.guest_key)


def test_a_key_that_nobody_was_given_is_nobody(paper: Paper, ann: Person) -> None:
    ann.client.cookies[GUEST_COOKIE] = "made up"
    ann.post(paper.thread, "The gulls will be pleased.")
    assert Comment.objects.get().author.key_hash == token_hash(ann.guest_key)
    assert ann.guest_key != "made up"


def test_an_answer_that_was_lost_is_given_again(paper: Paper, ann: Person) -> None:
    """The browser sends its key once more, without the cookie it never received."""
    key = str(uuid.uuid4())
    first = ann.post(paper.thread, "The gulls will be pleased.", key=key, script=True)
    ann.client.cookies.clear()
    again = ann.post(paper.thread, "The gulls will be pleased.", key=key, script=True)
    assert again.cookies[GUEST_COOKIE].value == first.cookies[GUEST_COOKIE].value
    assert Reader.objects.count() == 1


def test_an_idempotency_key_that_can_be_guessed_opens_nobodys_door(
    paper: Paper, ann: Person
) -> None:
    ann.post(paper.thread, "The gulls will be pleased.", key="1")
    stranger = Person("Egon", network=9)
    stranger.post(paper.thread, "The gulls will be pleased.", key="1")
    assert ann.guest_key
    assert stranger.guest_key != ann.guest_key


def test_a_year_later_the_key_is_still_good(
    paper: Paper, ann: Person, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to("2026-11-23T12:00:00+00:00")
    cookie = ann.post(paper.thread, "The gulls will be pleased.").cookies[GUEST_COOKIE]
    assert cookie["max-age"] == 365 * 86400


def test_a_logged_in_reader_needs_no_key(paper: Paper, ben: Person) -> None:
    ben.post(paper.thread, "The gulls will be pleased.")
    assert Comment.objects.get().author.user == ben.user
    assert ben.guest_key == ""


@pytest.mark.parametrize("key", ["", "x" * 5000, "\x00", "ké"])
def test_odd_keys_are_nobody(paper: Paper, ann: Person, key: str) -> None:
    ann.client.cookies[GUEST_COOKIE] = key
    assert ann.client.get(f"/discussion/{paper.thread.pk}/mine.json").json()["own"] == {}
