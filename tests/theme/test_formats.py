"""How pages write dates and numbers."""

from datetime import UTC, datetime
from typing import Any

from broadsheet.theme.formats import day, day_and_time, grouped, iso, month, year

MOMENT = datetime(2026, 11, 3, 23, 5, 59, 123456, tzinfo=UTC)


def test_it_works() -> None:
    assert day(MOMENT) == "3 November 2026"
    assert day_and_time(MOMENT) == "3 Nov 2026, 23:05"
    assert (month(MOMENT), year(MOMENT)) == ("November 2026", "2026")
    assert iso(MOMENT) == "2026-11-03T23:05:59+00:00"


def test_dates_are_those_of_the_paper(settings: Any) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    assert day(MOMENT) == "4 November 2026"
    assert day_and_time(MOMENT) == "4 Nov 2026, 00:05"


def test_numbers_are_grouped() -> None:
    assert [grouped(number) for number in (0, 999, 1000, 1234567)] == [
        *("0", "999", "1,000", "1,234,567")
    ]
