"""What `broadsheet doctor` looks at. Each examination says what it found and what to do."""

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.checks import Error, run_checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from broadsheet.delivery.models import StalePage
from broadsheet.discussion.queries import held_comments
from broadsheet.lib.clock import in_words
from broadsheet.outbox.models import Event, FailedReaction

GIGABYTE = 2**30


@dataclass(frozen=True)
class Finding:
    """`state` is good, warn or bad."""

    state: str
    what: str
    words: str


def examine() -> Iterator[Finding]:
    for examination in EXAMINATIONS:
        try:
            yield from examination()
        except Exception as error:  # noqa: BLE001 - a broken part is a finding, not the end
            yield Finding("bad", examination.__name__, str(error) or repr(error))


def config() -> Iterator[Finding]:
    messages = [message for message in run_checks() if isinstance(message, Error)]
    for message in messages:
        yield Finding("bad", "settings", f"{message.msg} {message.hint or ''}")
    if not messages:
        yield Finding("good", "settings", f"{settings.BROADSHEET_SITE_URL}")


def database() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Finding("bad", "database", "Tables are out of date: run `broadsheet upgrade`.")
        return
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check(1)")
            answer = cursor.fetchone()[0]
        if answer != "ok":
            yield Finding("bad", "database", f"{answer}. Restore a backup.")
            return
    yield Finding("good", "database", connection.vendor)


def disk() -> Iterator[Finding]:
    free = shutil.disk_usage(settings.BROADSHEET_FOLDER).free
    state = "bad" if free < GIGABYTE // 4 else "warn" if free < GIGABYTE else "good"
    yield Finding(state, "disk", f"{free / GIGABYTE:.1f} GB free")


def worker() -> Iterator[Finding]:
    beat = Path(settings.BROADSHEET_RUN_FOLDER) / "worker.alive"
    if not beat.exists():
        yield Finding("bad", "worker", "It never ran here. `broadsheet serve` starts it.")
        return
    age = time.time() - beat.stat().st_mtime
    words = f"looked {age:.0f} seconds ago"
    yield Finding("good" if age < 30 else "bad", "worker", words)


def events() -> Iterator[Finding]:
    waiting = Event.objects.filter(done_at=None).order_by("created_at")
    oldest = waiting.first()
    age = timezone.now() - oldest.created_at if oldest else None
    late = age is not None and age.total_seconds() > 60
    words = f"{waiting.count()} waiting" + (f", the oldest {in_words(age)}" if age else "")
    yield Finding("bad" if late else "good", "events", words)
    for failure in FailedReaction.objects.select_related("event").order_by("-pk")[:10]:
        state, when = (
            ("bad", "given up") if failure.given_up_at else ("warn", "will be tried again")
        )
        yield Finding(state, "reaction", f"{failure.reaction}, {when}: {failure.error}")


def pages() -> Iterator[Finding]:
    waiting = StalePage.objects.order_by("marked_at")
    failing = waiting.filter(failures__gt=2)
    for page in failing[:10]:
        yield Finding("bad", "page", f"{page.address}: {page.error}")
    if not failing:
        yield Finding("good", "pages", f"{waiting.count()} to refresh")


def desk() -> Iterator[Finding]:
    held = held_comments()
    oldest = held.first()
    if oldest is None:
        yield Finding("good", "desk", "nothing waits for a moderator")
        return
    age = timezone.now() - oldest.created_at
    words = f"{held.count()} held, the oldest {in_words(age)}: /admin/desk/"
    yield Finding("warn" if age.days >= 1 else "good", "desk", words)


EXAMINATIONS: tuple[Callable[[], Iterator[Finding]], ...] = (
    config,
    database,
    disk,
    worker,
    events,
    pages,
    desk,
)
