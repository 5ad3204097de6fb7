"""Announcing what happened, and working it off."""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from broadsheet.outbox.models import Event, FailedReaction
from broadsheet.outbox.wake import wake_worker

logger = logging.getLogger(__name__)

Reaction = Callable[[Event], None]
Wiring = Mapping[str, Sequence[Reaction]]

BATCH = 200
TOGETHER = (
    10  # events of one transaction: some 20 ms, for which a reader who posts may have to wait
)
LEASE = timedelta(seconds=5)  # reactions only write rows; a batch takes milliseconds
FIRST_RETRY = timedelta(seconds=5)
LAST_ATTEMPT = 12  # five seconds doubled eleven times: the last try comes some three hours later
POISON_ATTEMPT = 3
KEEP_DONE = timedelta(days=7)


def announce(kind: str, **payload: Any) -> Event:
    """Write down that something happened, in the caller's transaction.

    The payload is JSON: keys and numbers of rows, never text that a reader may later withdraw.
    """
    event = Event.objects.create(kind=kind, payload=payload)
    transaction.on_commit(wake_worker)
    return event


def work_off(wiring: Wiring) -> int:
    """Run the reactions to a batch of events, then those that are due again; return how many.

    Reactions only write rows: slow work such as mail or rendering is a row that a duty of the
    worker takes up. So a few events at a time are one transaction, in which each reaction has a
    savepoint and the events become done: what a reaction wrote and the mark that it ran are one
    fact, also when the process is killed in between.
    """
    events = claim_events()
    if any(event.attempts >= POISON_ATTEMPT for event in events):
        # Something here ends the process. One at a time, the guilty event parts from the others.
        for event in events:
            work_off_alone(event, wiring)
    else:
        for start in range(0, len(events), TOGETHER):
            react_to(events[start : start + TOGETHER], wiring)
    return len(events) + retry_failed(wiring)


def claim_events() -> list[Event]:
    """Take due events for `LEASE`; whoever dies with them leaves them to the next worker."""
    now = timezone.now()
    with transaction.atomic():
        due = Event.objects.select_for_update(skip_locked=True).filter(
            done_at=None, due_at__lte=now
        )
        events = list(due.order_by("due_at", "id")[:BATCH])
        Event.objects.filter(pk__in=[event.pk for event in events]).update(
            due_at=now + LEASE, attempts=F("attempts") + 1
        )
    for event in events:
        event.attempts += 1
    return sorted(events, key=lambda event: event.pk)


def work_off_alone(event: Event, wiring: Wiring) -> None:
    if event.attempts <= LAST_ATTEMPT:
        delay = FIRST_RETRY * 2**event.attempts
        Event.objects.filter(pk=event.pk).update(due_at=timezone.now() + delay)
        react_to([event], wiring)
        return
    with transaction.atomic():
        for reaction in wiring.get(event.kind, ()):
            note_failure(event, reaction, "The worker died each time it worked on this event.")
        FailedReaction.objects.filter(event=event).update(given_up_at=timezone.now())
        Event.objects.filter(pk=event.pk).update(done_at=timezone.now())


def react_to(events: Sequence[Event], wiring: Wiring) -> None:
    with transaction.atomic():
        for event in events:
            for reaction in wiring.get(event.kind, ()):
                try:
                    with transaction.atomic():
                        reaction(event)
                except Exception as error:
                    logger.exception("Reaction %s to %s failed", name_of(reaction), event)
                    note_failure(event, reaction, repr(error))
        Event.objects.filter(pk__in=[event.pk for event in events]).update(done_at=timezone.now())


def note_failure(event: Event, reaction: Reaction, error: str) -> None:
    FailedReaction.objects.update_or_create(
        event=event,
        reaction=name_of(reaction),
        defaults={"error": error, "due_at": timezone.now() + FIRST_RETRY},
    )


def retry_failed(wiring: Wiring) -> int:
    due = FailedReaction.objects.filter(given_up_at=None, due_at__lte=timezone.now())
    failures = list(due.select_related("event").order_by("due_at")[:BATCH])
    for failure in failures:
        retry(failure, wiring)
    return len(failures)


def retry(failure: FailedReaction, wiring: Wiring) -> None:
    delay = FIRST_RETRY * 2**failure.attempts
    mine = FailedReaction.objects.filter(pk=failure.pk, attempts=failure.attempts).update(
        attempts=F("attempts") + 1, due_at=timezone.now() + delay
    )
    if not mine:
        return  # another worker has it
    reactions = {name_of(reaction): reaction for reaction in wiring.get(failure.event.kind, ())}
    try:
        with transaction.atomic():
            if reaction := reactions.get(failure.reaction):
                reaction(failure.event)
            failure.delete()
    except Exception as error:  # noqa: BLE001
        given_up = timezone.now() if failure.attempts + 1 >= LAST_ATTEMPT else None
        FailedReaction.objects.filter(pk=failure.pk).update(error=repr(error), given_up_at=given_up)


def name_of(reaction: Reaction) -> str:
    return f"{reaction.__module__}.{reaction.__qualname__}"


def forget_done() -> int:
    """Delete events that were done `KEEP_DONE` ago and owe nothing; return how many."""
    old = Event.objects.filter(done_at__lt=timezone.now() - KEEP_DONE, failed_reactions=None)
    return old.delete()[0]
