"""Moments that are known only to the minute, the day or the year. No Django here."""

from datetime import datetime, timedelta
from enum import StrEnum


class TimePrecision(StrEnum):
    """How long the span is that begins with the stored moment."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def earliest(moment: datetime, precision: str) -> datetime:
    """Where the span begins in which `moment` lies: what is stored of it."""
    begins = moment.replace(second=0, microsecond=0)
    match TimePrecision(precision):
        case TimePrecision.MINUTE:
            return begins
        case TimePrecision.HOUR:
            return begins.replace(minute=0)
        case TimePrecision.DAY:
            return begins.replace(hour=0, minute=0)
        case TimePrecision.MONTH:
            return begins.replace(day=1, hour=0, minute=0)
        case TimePrecision.YEAR:
            return begins.replace(month=1, day=1, hour=0, minute=0)


def latest(moment: datetime, precision: str) -> datetime:
    """The last microsecond at which it can have been, when `moment` is where its span begins.

    The span is counted in the zone that `moment` carries. Raises ValueError.
    """
    match precision:
        case TimePrecision.MINUTE:
            after = moment + timedelta(minutes=1)
        case TimePrecision.HOUR:
            after = moment + timedelta(hours=1)
        case TimePrecision.DAY:
            after = moment + timedelta(days=1)
        case TimePrecision.MONTH:
            after = (moment.replace(day=1) + timedelta(days=31)).replace(day=1)
        case TimePrecision.YEAR:
            after = moment.replace(year=moment.year + 1, month=1, day=1)
        case _:
            raise ValueError(precision)
    return after - timedelta(microseconds=1)
