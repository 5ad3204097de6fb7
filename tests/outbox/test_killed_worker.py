"""A worker that is killed at any moment leaves each event to the next, and nothing half done."""

import pytest
from time_machine import TimeMachineFixture

from broadsheet.outbox.actions import announce, claim_events, work_off
from broadsheet.outbox.models import Event, FailedReaction
from tests.at_once import die, in_a_process
from tests.outbox.reactions import end_the_process, write, written

pytestmark = pytest.mark.django_db(transaction=True)
WIRING = {"ship_came": (write,), "bomb_found": (end_the_process, write)}
KILLED = -9


@pytest.fixture(autouse=True)
def noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)


def test_it_works() -> None:
    """Killed between the commit that announced and the reaction: the next worker finds the row."""
    assert in_a_process(announce_and_die) == KILLED
    assert work() == 0
    assert written() == [f"written for {Event.objects.get().pk}"]


def test_killed_after_taking_an_event(time_machine: TimeMachineFixture) -> None:
    event = announce("ship_came")
    assert in_a_process(claim_and_die) == KILLED
    assert work_off(WIRING) == 0, "the event is another worker's for five seconds"
    time_machine.shift(5)
    assert work_off(WIRING) == 1
    assert written() == [f"written for {event.pk}"]


def test_killed_in_the_middle_of_a_reaction(time_machine: TimeMachineFixture) -> None:
    ship, bomb = announce("ship_came"), announce("bomb_found")
    assert work() == KILLED
    assert written() == []
    time_machine.shift(5)
    work_off({"ship_came": (write,), "bomb_found": (write,)})
    assert written() == [f"written for {ship.pk}", f"written for {bomb.pk}"]


def test_an_event_that_always_kills_holds_nobody_up_for_long(
    time_machine: TimeMachineFixture,
) -> None:
    before, bomb, after = announce("ship_came"), announce("bomb_found"), announce("ship_came")
    for _ in range(3):
        assert work() == KILLED
        time_machine.shift(5)
    assert work() == 0
    assert written() == [f"written for {event.pk}" for event in (before, after)]
    bomb.refresh_from_db()
    assert bomb.done_at is None


def test_an_event_that_always_kills_is_given_up(time_machine: TimeMachineFixture) -> None:
    bomb = announce("bomb_found")
    waits: list[float] = []
    while work() == KILLED:
        due, bomb.due_at = bomb.due_at, Event.objects.get().due_at
        waits.append((bomb.due_at - due).total_seconds())
        time_machine.move_to(bomb.due_at, tick=False)
        assert len(waits) <= 12
    assert waits == [5, 5, *(5 * 2**attempt for attempt in range(3, 13))]
    assert written() == []
    assert Event.objects.get().done_at
    owed = FailedReaction.objects.get(reaction="tests.outbox.reactions.end_the_process")
    assert owed.given_up_at
    assert "died" in owed.error


def work() -> int:
    return in_a_process(lambda: work_off(WIRING))


def announce_and_die() -> None:
    announce("ship_came")
    die()


def claim_and_die() -> None:
    claim_events()
    die()
