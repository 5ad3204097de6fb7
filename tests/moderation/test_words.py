"""A listed word is found in any dress, and not inside another word."""

import pytest

from broadsheet.moderation.models import Word
from broadsheet.moderation.screens.words import screen_words
from broadsheet.moderation.verdicts import Draft, Severity

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def listed() -> None:
    Word.objects.create(text="scum")
    Word.objects.create(text="free money", effect=Word.Effect.REJECT)
    Word.objects.create(text="café noir")
    Word.objects.create(text="дурак")
    Word.objects.create(text="c++")


def severity(text: str, name: str = "") -> Severity | None:
    reason = screen_words(Draft(text, name))
    return reason.severity if reason else None


def test_it_works() -> None:
    assert severity("You are scum.") is Severity.HOLD
    assert severity("You are some.") is None


def test_some_words_refuse() -> None:
    assert severity("Free money here") is Severity.REJECT
    assert severity("scum, and free money") is Severity.REJECT


def test_the_name_is_read_too() -> None:
    assert severity("Good morning.", name="Scum of the sea") is Severity.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "SCUM!",
        "ｓｃｕｍ",
        "s\u200bc\u00adu\u200dm",
        "ſcum",
        "s\u0301c\u0327um",
        "𝐬𝐜𝐮𝐦",
        "(scum)",
        "scum-like",
        "“scum”",
        "ДУРАК",
        "CAFE NOIR",
        "Cafe\u0301 noir",
    ],
)
def test_dress_does_not_hide_a_word(text: str) -> None:
    assert severity(text) is Severity.HOLD


@pytest.mark.parametrize("text", ["scumble", "discum", "дураками", "café noire", "free moneybags"])
def test_a_word_inside_another_is_not_meant(text: str) -> None:
    assert severity(text) is None


def test_a_phrase_is_found_across_a_line_end() -> None:
    assert severity("free\nmoney") is Severity.REJECT
    assert severity("free   money") is Severity.REJECT


def test_a_phrase_does_not_begin_in_the_name_and_end_in_the_text() -> None:
    assert severity("Money is dear.", name="Free") is None


def test_a_listed_word_that_shows_nothing_is_found_nowhere() -> None:
    Word.objects.create(text="\u200b")
    assert severity("Good morning.") is None


def test_signs_in_a_word_are_only_signs() -> None:
    assert severity("I write C++ at night") is Severity.HOLD
    assert severity("I write ccc at night") is None


def test_the_author_is_told_that_there_is_a_word_and_the_moderator_which() -> None:
    reason = screen_words(Draft("You are SCUM."))
    assert reason
    assert "scum" not in reason.public.casefold()
    assert "scum" in reason.private
