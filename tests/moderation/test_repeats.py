"""The same text twice within half an hour is seen by a person first."""

import pytest
from time_machine import TimeMachineFixture

from broadsheet.moderation.actions import record_verdict
from broadsheet.moderation.screens.repeats import screen_repeats
from broadsheet.moderation.verdicts import Draft, Severity, Verdict

pytestmark = pytest.mark.django_db
TEXT = "Buy your herring from Egon, it is the best."


@pytest.fixture(autouse=True)
def sent(time_machine: TimeMachineFixture) -> None:
    """The text was sent once, at noon."""
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)
    record_verdict(Draft(TEXT, author="reader:1"), Verdict(), "comment:1")


def test_it_works() -> None:
    reason = screen_repeats(Draft(TEXT, author="reader:2"))
    assert reason
    assert (reason.code, reason.severity) == ("repeat", Severity.HOLD)
    assert reason.private == "same as comment:1"
    assert screen_repeats(Draft(TEXT + " Truly.")) is None


@pytest.mark.parametrize(
    "text", [TEXT.upper(), f"  {TEXT}!!!", TEXT.replace(" ", "  "), TEXT.replace("r", "r\u200b")]
)
def test_small_changes_do_not_make_another_text(text: str) -> None:
    assert screen_repeats(Draft(text))


def test_half_an_hour_later_it_may_be_said_again(time_machine: TimeMachineFixture) -> None:
    time_machine.shift(30 * 60 - 1)
    assert screen_repeats(Draft(TEXT))
    time_machine.shift(2)
    assert screen_repeats(Draft(TEXT)) is None


def test_a_thank_you_is_no_repetition() -> None:
    record_verdict(Draft("Thank you!"), Verdict(), "comment:2")
    assert screen_repeats(Draft("Thank you!")) is None


def test_an_edit_does_not_repeat_itself() -> None:
    assert screen_repeats(Draft(TEXT, subject="comment:1")) is None
    assert screen_repeats(Draft(TEXT, subject="comment:2"))


def test_signs_alone_are_compared_as_they_are() -> None:
    record_verdict(Draft("🐟" * 20), Verdict(), "comment:2")
    assert screen_repeats(Draft("🐟" * 20))
    assert screen_repeats(Draft("🐙" * 20)) is None
