"""What failed is tried again, ever more seldom, until it works or a person has to look."""

from datetime import timedelta

import pytest
from time_machine import TimeMachineFixture

from broadsheet.outbox.actions import announce, forget_done, work_off
from broadsheet.outbox.models import Event, FailedReaction
from tests.outbox.reactions import fail, write, written

pytestmark = pytest.mark.django_db
NOON = "2026-11-23T12:00:00+00:00"

is_stuck = True


def unload(event: Event) -> None:
    (fail if is_stuck else write)(event)


@pytest.fixture(autouse=True)
def stuck(monkeypatch: pytest.MonkeyPatch, time_machine: TimeMachineFixture) -> Event:
    """An event whose only reaction has failed once, at noon."""
    time_machine.move_to(NOON, tick=False)
    monkeypatch.setattr("tests.outbox.test_retrying.is_stuck", True)
    event = announce("ship_came")
    work()
    return event


def work() -> int:
    return work_off({"ship_came": (unload,)})


def test_it_works(
    stuck: Event, monkeypatch: pytest.MonkeyPatch, time_machine: TimeMachineFixture
) -> None:
    monkeypatch.setattr("tests.outbox.test_retrying.is_stuck", False)
    time_machine.shift(5)
    assert work() == 1
    assert written() == [f"written for {stuck.pk}"]
    assert not FailedReaction.objects.exists()


def test_it_is_not_tried_before_its_time(time_machine: TimeMachineFixture) -> None:
    time_machine.shift(4.9)
    assert work() == 0


def test_each_wait_is_twice_the_last_and_the_twelfth_try_is_the_last(
    time_machine: TimeMachineFixture,
) -> None:
    waits: list[float] = []
    while (owed := FailedReaction.objects.get()).given_up_at is None:
        before = Event.objects.get().created_at + timedelta(seconds=sum(waits))
        waits.append((owed.due_at - before).total_seconds())
        time_machine.shift(waits[-1])
        assert work() == 1
    assert waits == [5.0 * 2**turn for turn in range(11)]
    assert owed.attempts == 12
    assert written() == []


def test_what_was_given_up_waits_for_a_person(time_machine: TimeMachineFixture) -> None:
    FailedReaction.objects.update(attempts=11)
    time_machine.shift(5)
    assert work() == 1
    time_machine.shift(timedelta(days=30))
    assert work() == 0
    assert FailedReaction.objects.get().given_up_at


def test_a_reaction_that_is_wired_no_more_is_owed_no_more(time_machine: TimeMachineFixture) -> None:
    time_machine.shift(5)
    work_off({"ship_came": ()})
    assert not FailedReaction.objects.exists()
    assert written() == []


def test_one_retry_that_fails_stops_no_other(time_machine: TimeMachineFixture) -> None:
    other = announce("train_came")
    work_off({"train_came": (fail,)})
    time_machine.shift(5)
    FailedReaction.objects.filter(event=other).update(reaction="tests.outbox.reactions.write")
    work_off({"ship_came": (unload,), "train_came": (write,)})
    assert written() == [f"written for {other.pk}"]


def test_done_events_are_forgotten_after_a_week_unless_one_owes_something(
    stuck: Event, time_machine: TimeMachineFixture
) -> None:
    announce("train_came")
    work_off({})
    time_machine.shift(timedelta(days=6, hours=23))
    assert forget_done() == 0
    time_machine.shift(timedelta(hours=2))
    assert forget_done() == 1
    assert Event.objects.get() == stuck
