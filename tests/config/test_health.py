"""`broadsheet doctor` says what is wrong, and what to do."""

import os
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from broadsheet.config.health import Finding, desk, events, examine, pages, worker
from broadsheet.config.worker import heartbeat
from broadsheet.delivery.models import StalePage
from broadsheet.discussion.models import Comment
from broadsheet.outbox.actions import announce, work_off
from broadsheet.outbox.models import Event, FailedReaction
from tests.newsroom import Paper, post_held
from tests.outbox.reactions import fail

pytestmark = pytest.mark.django_db


def found(examination: object) -> list[Finding]:
    return list(examination())  # type: ignore[operator]


def states(examination: object) -> list[str]:
    return [finding.state for finding in found(examination)]


def test_it_works(paper: Paper) -> None:
    heartbeat().touch()
    findings = {finding.what: finding for finding in examine()}
    assert findings["settings"].state == "good"
    assert findings["worker"].state == "good"
    assert findings["events"].state == "good"
    assert findings["desk"].state == "good"


def test_a_broken_examination_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down() -> list[Finding]:
        raise ZeroDivisionError("no instrument")

    monkeypatch.setattr("broadsheet.config.health.EXAMINATIONS", (break_down,))
    assert list(examine()) == [Finding("bad", "break_down", "no instrument")]


def test_a_worker_that_never_ran_or_stopped() -> None:
    assert states(worker) == ["bad"]
    heartbeat().touch()
    assert states(worker) == ["good"]
    os.utime(heartbeat(), (0, time.time() - 31))
    assert states(worker) == ["bad"]


def test_events_that_wait_for_a_minute() -> None:
    announce("ship_came")
    assert states(events) == ["good"]
    Event.objects.update(created_at=timezone.now() - timedelta(seconds=61))
    assert states(events) == ["bad"]
    assert "1 waiting, the oldest 1 minute" in found(events)[0].words


def test_a_reaction_that_failed_is_named() -> None:
    announce("ship_came")
    work_off({"ship_came": (fail,)})
    _, owed = found(events)
    assert owed.state == "warn"
    assert "tests.outbox.reactions.fail, will be tried again" in owed.words
    assert "The crane is stuck." in owed.words
    FailedReaction.objects.update(given_up_at=timezone.now())
    assert states(events) == ["good", "bad"]


def test_a_page_that_cannot_be_made_is_named() -> None:
    StalePage.objects.create(address="/harbour/", how="render", failures=2)
    assert states(pages) == ["good"]
    StalePage.objects.update(failures=3, error="No such template")
    (finding,) = found(pages)
    assert (finding.state, finding.words) == ("bad", "/harbour/: No such template")


def test_a_comment_that_waits_for_a_day(paper: Paper) -> None:
    post_held(paper.thread)
    assert states(desk) == ["good"]
    Comment.objects.update(created_at=timezone.now() - timedelta(days=1))
    assert states(desk) == ["warn"]
    assert "1 held, the oldest 1 day" in found(desk)[0].words
