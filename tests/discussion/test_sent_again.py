"""A form that is sent again is the same comment, for as long as that is what its sender means."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from broadsheet.accounts.models import Nickname
from broadsheet.discussion.models import Comment
from tests.cast import Person
from tests.newsroom import Paper

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("UTC"))


@pytest.fixture
def clock() -> Any:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def test_without_script_the_same_words_on_one_day_are_one_comment(
    paper: Paper, ann: Person, clock: Any
) -> None:
    """Somebody pressed twice, or went back and pressed again: they see the comment they have."""
    first = ann.post(paper.thread, "Good morning, harbour!")
    clock.shift(timedelta(hours=3))
    again = ann.post(paper.thread, "Good morning, harbour!")
    assert again.status_code == 303
    assert again["Location"] == first["Location"]
    assert Comment.objects.count() == 1


def test_without_script_the_same_words_on_the_next_day_are_a_new_comment(
    paper: Paper, ann: Person, clock: Any
) -> None:
    """A greeting repeated a day later is meant. The key that is made of words, name, place and
    network ends with the day, since the network's does."""
    ann.post(paper.thread, "Good morning, harbour!")
    clock.shift(timedelta(days=1))
    ann.post(paper.thread, "Good morning, harbour!")
    assert Comment.objects.filter(status=Comment.Status.PUBLISHED).count() == 2


def test_the_same_words_below_another_comment_are_a_new_comment(
    paper: Paper, ann: Person, ben: Person
) -> None:
    ann.post(paper.thread, "Well said.")
    ben.post(paper.thread, "I disagree with the mayor.")
    parent = Comment.objects.get(author_name="Ben")
    ann.post(paper.thread, "Well said.", parent=parent)
    assert Comment.objects.filter(text="Well said.").count() == 2


def test_with_script_the_key_decides(paper: Paper, ann: Person) -> None:
    first = ann.post(paper.thread, "Aye.", script=True, key="k" * 22)
    again = ann.post(paper.thread, "Aye.", script=True, key="k" * 22)
    other = ann.post(paper.thread, "Aye.", script=True, key="m" * 22)
    assert again["Location"] == first["Location"] != other["Location"]
    assert Comment.objects.count() == 2


def test_a_changed_text_after_a_lost_answer_is_told_and_the_name_is_not_lost(
    paper: Paper, ann: Person
) -> None:
    """The first try arrived, its answer with the guest key did not, and Ann changed her text."""
    ann.post(paper.thread, "The first text.", script=True, key="k" * 22)
    ann.client.cookies.clear()
    changed = ann.post(paper.thread, "A better text.", script=True, key="k" * 22)
    assert changed.status_code == 422
    assert "This form was sent already" in changed.content.decode()
    assert "A better text." in changed.content.decode()
    assert ann.guest_key
    sent = ann.post(paper.thread, "A better text.", script=True, key="m" * 22)
    assert sent.status_code == 201
    assert Nickname.objects.get().reader == Comment.objects.get(text="A better text.").author


def test_a_refused_newcomer_is_given_no_key(paper: Paper, ann: Person, ben: Person) -> None:
    ann.post(paper.thread, "I am Ann.")
    guest = Person("Ann", network=5)
    refused = guest.post(paper.thread, "No, I am.", script=True, key="k" * 22)
    assert refused.status_code == 422
    assert refused.cookies == {}
