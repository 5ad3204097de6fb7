"""The worker: one loop that works off events, refreshes pages and does what is due."""

import logging
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.db import close_old_connections

from broadsheet.config.wiring import DUTIES, WIRING
from broadsheet.delivery.actions import doubt_after_power_cut, refresh_stale
from broadsheet.outbox.actions import work_off
from broadsheet.outbox.wake import WakeUp

logger = logging.getLogger(__name__)

# Seconds between two busy rounds: when comments pour in, a page is made once for several of them.
BREATH = 0.05
LONGEST_SLEEP = 1.0  # seconds; a worker that missed its wake-up, or runs elsewhere, still looks


@dataclass
class Schedule:
    """When each duty is due next, on the clock that never jumps."""

    due: dict[str, float] = field(default_factory=dict)

    def run(self) -> None:
        for name, (seconds, duty) in DUTIES.items():
            if time.monotonic() >= self.due.get(name, 0):
                self.due[name] = time.monotonic() + seconds
                attempt(name, duty)


def run_worker() -> None:
    """Run until SIGTERM or SIGINT; the round that has begun is finished first."""
    stopping = False

    def stop(signum: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        wake_up.wake()

    wake_up, schedule = WakeUp(), Schedule()
    attempt("pages after a power cut", doubt_after_power_cut)
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not stopping:
        busy = work_round(schedule)
        if busy:
            time.sleep(BREATH)
        elif not stopping:
            wake_up.wait(LONGEST_SLEEP)


def work_round(schedule: Schedule) -> int:
    """One look at everything; return how much there was to do."""
    close_old_connections()
    heartbeat().touch()
    done = attempt("events", lambda: work_off(WIRING)) + attempt("pages", refresh_stale)
    schedule.run()
    return done


def attempt(name: str, work: Callable[[], int | None]) -> int:
    """Do one kind of work. What breaks in it, a database or a disk, keeps nothing else waiting."""
    try:
        return work() or 0
    except Exception:
        logger.exception("The worker could not do: %s", name)
        time.sleep(LONGEST_SLEEP)
        return 0


def heartbeat() -> Path:
    """A file whose date says when the worker last looked."""
    return Path(settings.BROADSHEET_RUN_FOLDER) / "worker.alive"


def work_until_idle() -> None:
    """Do all there is to do now, and return."""
    while work_off(WIRING) + refresh_stale():
        pass
