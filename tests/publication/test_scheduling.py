"""What is scheduled appears and disappears at its time, without anybody pressing a button."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from time_machine import TimeMachineFixture

from broadsheet.config.duties import publish_scheduled
from broadsheet.publication.models import ArticlePage
from tests.cast import Person
from tests.newsroom import Paper, publish

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("UTC"))
PIER = "/harbour/pier-open/"


@pytest.fixture(autouse=True)
def noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOON, tick=False)


def test_it_works(printed: Paper, ann: Person, time_machine: TimeMachineFixture, work: Any) -> None:
    article = ArticlePage(
        title="The pier is open", slug="pier-open", live=False, go_live_at=NOON + timedelta(hours=1)
    )
    printed.harbour.add_child(instance=article)
    article.save_revision(approved_go_live_at=article.go_live_at).publish()
    time_machine.shift(3599)
    publish_scheduled()
    work()
    assert ann.read(PIER).status_code == 404
    assert "The pier is open" not in ann.read("/").text
    time_machine.shift(2)
    publish_scheduled()
    work()
    assert ann.read(PIER).status_code == 200
    assert "The pier is open" in ann.read("/").text


def test_what_expires_is_withdrawn(
    printed: Paper, ann: Person, time_machine: TimeMachineFixture, work: Any
) -> None:
    publish(printed.harbour, "The pier is open", "pier-open", expire_at=NOON + timedelta(hours=1))
    work()
    assert ann.read(PIER).status_code == 200
    time_machine.shift(3601)
    publish_scheduled()
    work()
    assert ann.read(PIER).status_code == 404
    assert "The pier is open" not in ann.read("/").text


def test_withdrawn_by_hand(printed: Paper, ann: Person, work: Any) -> None:
    assert ann.read("/harbour/ferry-late/").status_code == 200
    printed.ferry.unpublish()
    work()
    assert ann.read("/harbour/ferry-late/").status_code == 404
    assert "The ferry is late" not in ann.read("/").text + ann.read("/feed.xml").text
