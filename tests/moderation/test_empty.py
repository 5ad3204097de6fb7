import pytest

from broadsheet.moderation.screens.empty import screen_empty
from broadsheet.moderation.verdicts import Draft, Severity


def test_it_works() -> None:
    assert screen_empty(Draft("A word.")) is None


@pytest.mark.parametrize("text", ["", "   \n\t ", "\u200b\u200d\u2060", "\u3164 \u2800", "\ufe0f"])
def test_nothing_to_read_is_refused(text: str) -> None:
    reason = screen_empty(Draft(text))
    assert reason
    assert (reason.code, reason.severity) == ("empty", Severity.REJECT)


def test_the_longest_text_passes_and_one_character_more_does_not() -> None:
    assert screen_empty(Draft("x" * 5000)) is None
    reason = screen_empty(Draft("x" * 5001))
    assert reason
    assert reason.public == "The text has 5,001 characters; 5,000 fit."


def test_one_sign_is_a_text() -> None:
    assert screen_empty(Draft("👍")) is None
