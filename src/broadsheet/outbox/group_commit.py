"""Group commit: what waits is written in one transaction, and each writer is answered after it.

A durable commit costs an fsync, and SQLite lets one writer in at a time. With sixteen readers
posting at once, one thread that takes all that waits needs one fsync for the lot and none of them
sleeps in SQLite's busy loop (measured: docs/decisions/0003-group-commit.md).
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from django.db import connection, transaction

T = TypeVar("T")
Job = tuple[Callable[[], Any], Future[Any]]

MOST_AT_ONCE = 64


def write_together(write: Callable[[], T]) -> T:
    """Run `write` in a transaction that others may share, and return its result once it is durable.

    What it raises is raised here and undoes only what it wrote. Inside a transaction, and on a
    database with many writers, it simply runs.
    """
    if connection.in_atomic_block or connection.vendor != "sqlite":
        with transaction.atomic():
            return write()
    future: Future[T] = Future()
    writer.submit((write, future))
    return future.result()


class Writer:
    """The thread that writes. It starts with the first job, so that a forked child has its own."""

    def __init__(self) -> None:
        self.jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self.starting = threading.Lock()
        self.thread: threading.Thread | None = None

    def submit(self, job: Job) -> None:
        self.jobs.put(job)
        with self.starting:
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self.run, name="writer", daemon=True)
                self.thread.start()

    def run(self) -> None:
        while True:
            jobs = [self.jobs.get()]
            while len(jobs) < MOST_AT_ONCE and not self.jobs.empty():
                jobs.append(self.jobs.get())
            commit(jobs)


def commit(jobs: list[Job]) -> None:
    answers: list[Callable[[], None]] = []
    try:
        with transaction.atomic():
            for write, future in jobs:
                answers.append(attempt(write, future))
    except Exception as error:  # noqa: BLE001 - the commit itself failed: nobody was heard
        for _, future in jobs:
            future.set_exception(error)
        connection.close()
    else:
        for answer in answers:
            answer()


def attempt(write: Callable[[], Any], future: Future[Any]) -> Callable[[], None]:
    """Run one job under a savepoint; return the answer to give it after the commit."""
    try:
        with transaction.atomic():
            result = write()
    except Exception as error:  # noqa: BLE001 - it belongs to the one who asked
        return lambda error=error: future.set_exception(error)  # type: ignore[misc]
    return lambda: future.set_result(result)


writer = Writer()
