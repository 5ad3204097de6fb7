"""A moment that is known to the day is any moment of that day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from broadsheet.claims.times import TimePrecision, earliest, latest

SPANS = {
    "minute": ("2026-07-09 14:35", "2026-07-09 14:36"),
    "hour": ("2026-07-09 14:00", "2026-07-09 15:00"),
    "day": ("2026-07-09 00:00", "2026-07-10 00:00"),
    "month": ("2026-07-01 00:00", "2026-08-01 00:00"),
    "year": ("2026-01-01 00:00", "2027-01-01 00:00"),
}
KABUL = ZoneInfo("Asia/Kabul")


@pytest.mark.parametrize("precision", TimePrecision)
def test_it_works(precision: str) -> None:
    moment = datetime(2026, 7, 9, 14, 35, 20, 5, tzinfo=KABUL)
    begins, ends = (datetime.fromisoformat(text).replace(tzinfo=KABUL) for text in SPANS[precision])
    assert earliest(moment, precision) == begins
    assert latest(begins, precision) == ends - timedelta(microseconds=1)


def test_the_last_month_of_a_year_ends_with_it() -> None:
    december = datetime(2026, 12, 1, tzinfo=KABUL)
    assert latest(december, "month").isoformat().startswith("2026-12-31T23:59:59")
