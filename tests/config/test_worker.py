"""The worker does what is due, and nothing that breaks keeps the rest from being done."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.utils import OperationalError

from broadsheet.config import worker
from broadsheet.config.wiring import DUTIES
from broadsheet.config.worker import Schedule, heartbeat, work_round
from tests.newsroom import Paper, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The worker's clock, which stands still until the test moves it; sleeping moves it, too."""
    now = [1000.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr("broadsheet.config.worker.time.monotonic", lambda: now[0])
    monkeypatch.setattr("broadsheet.config.worker.time.sleep", sleep)
    return now


@pytest.fixture
def duties(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    def set_duties(**given: tuple[float, Callable[[], int | None]]) -> list[str]:
        done: list[str] = []

        def noting(name: str, duty: Callable[[], int | None]) -> Callable[[], int | None]:
            def run() -> int | None:
                done.append(name)
                return duty()

            return run

        wrapped = {name: (every, noting(name, duty)) for name, (every, duty) in given.items()}
        monkeypatch.setattr(worker, "DUTIES", wrapped)
        return done

    return set_duties


def nothing() -> None:
    return None


@pytest.mark.django_db(transaction=True)  # a round begins with connections of its own
def test_it_works(paper: Paper, duties: Callable[..., list[str]], settings: Any) -> None:
    duties()
    post(paper.thread)
    assert work_round(Schedule()) > 0
    assert heartbeat().exists()
    assert (settings.BROADSHEET_PUBLIC_FOLDER / "pages/harbour/ferry-late/index.html").exists()


def test_each_duty_is_done_at_the_start_and_then_when_it_is_due(
    clock: list[float], duties: Callable[..., list[str]]
) -> None:
    done, schedule = duties(often=(10, nothing), seldom=(25, nothing)), Schedule()
    for moment in (0, 9, 10, 20, 25):
        clock[0] = 1000 + moment
        schedule.run()
        done.append(f"at {moment}")
    assert done == [
        *("often", "seldom", "at 0", "at 9", "often", "at 10", "often", "at 20", "seldom", "at 25")
    ]


@pytest.mark.parametrize("error", [OperationalError("away"), OSError("full"), ValueError("odd")])
def test_a_duty_that_breaks_keeps_no_other_from_its_turn(
    clock: list[float], duties: Callable[..., list[str]], error: Exception
) -> None:
    def break_down() -> None:
        raise error

    done = duties(broken=(10, break_down), sound=(10, nothing))
    Schedule().run()
    assert done == ["broken", "sound"]


@pytest.mark.django_db(transaction=True)  # Wagtail's tasks close the connection
def test_every_duty_of_the_product_can_be_done(paper: Paper) -> None:
    for _, duty in DUTIES.values():
        duty()
