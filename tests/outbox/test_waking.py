"""An announcement wakes the worker at once, and waits for nobody."""

import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from django.db import transaction

from broadsheet.outbox.actions import announce
from broadsheet.outbox.wake import WakeUp, wake_worker

LONG = 20.0


@pytest.fixture
def worker() -> Iterator[WakeUp]:
    wake_up = WakeUp()
    with closing(wake_up.receiver):
        yield wake_up


def slept(worker: WakeUp, seconds: float) -> float:
    start = time.monotonic()
    worker.wait(seconds)
    return time.monotonic() - start


def test_it_works(worker: WakeUp) -> None:
    wake_worker()
    assert slept(worker, LONG) < LONG / 2


def test_a_worker_sleeps_while_nothing_happens(worker: WakeUp) -> None:
    assert slept(worker, 0.05) >= 0.05


@pytest.mark.django_db(transaction=True)
def test_it_is_woken_after_the_commit_and_not_before(worker: WakeUp) -> None:
    with transaction.atomic():
        announce("ship_came")
        assert slept(worker, 0.05) >= 0.05
    assert slept(worker, LONG) < LONG / 2


def test_many_announcements_are_one_waking(worker: WakeUp) -> None:
    for _ in range(5):
        wake_worker()
    worker.wait(LONG)
    assert slept(worker, 0.05) >= 0.05


def test_a_worker_that_does_not_listen_delays_nobody(worker: WakeUp) -> None:
    for _ in range(5000):  # more than a socket holds
        wake_worker()


def test_no_worker_is_no_error() -> None:
    wake_worker()


def test_an_old_socket_in_the_way_is_replaced(worker: WakeUp) -> None:
    with closing(WakeUp().receiver):
        wake_worker()
