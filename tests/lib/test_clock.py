from datetime import timedelta

import pytest

from broadsheet.lib.clock import in_words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=-5), "less than a minute"),
        (timedelta(seconds=59.9), "less than a minute"),
        (timedelta(seconds=60), "1 minute"),
        (timedelta(seconds=119), "1 minute"),
        (timedelta(minutes=59, seconds=59), "59 minutes"),
        (timedelta(hours=23, minutes=59), "23 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=29), "29 days"),
        (timedelta(days=30), "1 month"),
        (timedelta(days=364), "12 months"),
        (timedelta(days=730), "2 years"),
    ],
)
def test_it_works(span: timedelta, words: str) -> None:
    assert in_words(span) == words
