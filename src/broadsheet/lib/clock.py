"""Spans of time in words."""

from datetime import timedelta

STEPS = (
    (365 * 86400, "year"),
    (30 * 86400, "month"),
    (86400, "day"),
    (3600, "hour"),
    (60, "minute"),
)


def in_words(span: timedelta) -> str:
    """The largest whole unit of a span: "3 minutes", "1 day", "less than a minute"."""
    seconds = int(span.total_seconds())
    for length, unit in STEPS:
        if seconds >= length:
            count = seconds // length
            return f"{count} {unit}" + ("s" if count > 1 else "")
    return "less than a minute"
