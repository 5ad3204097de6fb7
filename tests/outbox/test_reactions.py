"""What is announced is reacted to: each reaction once, and none in another's way."""

import pytest
from django.db import transaction
from django.utils import timezone

from broadsheet.outbox.actions import announce, claim_events, work_off
from broadsheet.outbox.models import Event, FailedReaction
from tests.at_once import at_once
from tests.outbox.reactions import fail, write, written

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    event = announce("ship_came", berth=3)
    assert work_off({"ship_came": (write,)}) == 1
    assert written() == [f"written for {event.pk}"]
    event.refresh_from_db()
    assert event.done_at
    assert event.payload == {"berth": 3}


def test_what_is_done_is_not_done_again() -> None:
    announce("ship_came")
    wiring = {"ship_came": (write,)}
    assert [work_off(wiring), work_off(wiring)] == [1, 0]


def test_what_did_not_happen_is_not_announced() -> None:
    with transaction.atomic():
        announce("ship_came")
        transaction.set_rollback(True)
    assert not Event.objects.exists()


def test_an_event_that_nobody_listens_to_is_done() -> None:
    announce("ship_came")
    assert work_off({}) == 1
    assert Event.objects.get().done_at


def test_a_reaction_that_raises_stops_no_other() -> None:
    first, second = announce("ship_came"), announce("ship_came")
    work_off({"ship_came": (fail, write)})
    assert written() == [f"written for {first.pk}", f"written for {second.pk}"]
    assert not Event.objects.filter(done_at=None)


def test_a_reaction_that_raises_is_owed() -> None:
    event = announce("ship_came")
    work_off({"ship_came": (fail, write)})
    owed = FailedReaction.objects.get()
    assert (owed.event, owed.reaction) == (event, "tests.outbox.reactions.fail")
    assert owed.error == "RuntimeError('The crane is stuck.')"
    assert owed.given_up_at is None
    assert owed.due_at > timezone.now()


def test_events_are_worked_off_in_their_order() -> None:
    order: list[int] = []
    events = [announce("ship_came") for _ in range(3)]
    work_off({"ship_came": (lambda event: order.append(event.pk),)})
    assert order == [event.pk for event in events]


def test_an_event_that_somebody_works_on_is_nobody_elses() -> None:
    announce("ship_came")
    assert len(claim_events()) == 1
    assert claim_events() == []


@pytest.mark.django_db(transaction=True)
def test_workers_at_once_share_the_events() -> None:
    events = [announce("ship_came") for _ in range(40)]
    at_once(*[lambda: work_off({"ship_came": (write,)})] * 4)
    assert written() == [f"written for {event.pk}" for event in events]
    assert not FailedReaction.objects.exists()
