"""Days as they are printed, read against the day of the article: "on Thursday", "8 July"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from broadsheet.claims.times import TimePrecision

DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
]
MONTH = rf"(?P<{{}}>{'|'.join(month.title() for month in MONTHS)})"
PRINTED = re.compile(
    r"(?:\b(?P<when>early|late) )?(?:\b(?:on|in|by) )?(?:\bthe )?"
    r"(?:\b(?P<next>next |coming )?(?:last |this )?(?P<weekday>"
    + "|".join(day.title() for day in DAYS)
    + r")\b(?: (?:morning|afternoon|evening|night))?"
    r"|\b(?P<near>today|tonight|yesterday|last night|overnight|tomorrow"
    r"|this (?:morning|afternoon|evening))\b"
    rf"|\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH.format('month')}\b(?:,? (?P<year>\d{{4}}))?"
    rf"|\b{MONTH.format('month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\d)(?:,? (?P<year2>\d{{4}}))?"
    rf"|(?<=\bin ){MONTH.format('month3')}\b(?:,? (?P<year3>\d{{4}}))?)"
)
AHEAD = re.compile(r"\b(?:will|would|shall|is to|are to|plans? to|expected to|due to)\b")
HALF_A_YEAR = timedelta(days=183)
SOON = timedelta(days=60)  # how far ahead a date may be without a "will"


@dataclass(frozen=True)
class Day:
    """A span that begins at `start`, and the words that say so."""

    start: date
    precision: TimePrecision
    words: str


def first_day(text: str, today: date) -> Day | None:
    """The first day that a text names, read on `today`.

    The name of a weekday is the last one that was, or the coming one where the text speaks of what
    will be. A date without a year is the last one, or one that is soon or will be.
    """
    for found in PRINTED.finditer(text):
        words = found.group().strip()
        if found["weekday"]:
            ahead = bool(found["next"] or AHEAD.search(text))
            day = weekday_near(found["weekday"].lower(), today, ahead=ahead)
            return Day(day, TimePrecision.DAY, words)
        if found["near"]:
            return Day(today + timedelta(days=distance(found["near"])), TimePrecision.DAY, words)
        if read := dated(found, today, words):
            return read
    return None


def weekday_near(name: str, today: date, *, ahead: bool) -> date:
    step = DAYS.index(name) - today.weekday()
    return today + timedelta(days=step % 7 if ahead else -(-step % 7))


def distance(words: str) -> int:
    """In days from today."""
    if words == "tomorrow":
        return 1
    return -1 if words in {"yesterday", "last night", "overnight"} else 0


def dated(found: re.Match[str], today: date, words: str) -> Day | None:
    month = MONTHS.index((found["month"] or found["month2"] or found["month3"]).lower()) + 1
    number = int(found["day"] or found["day2"] or 1)
    year = found["year"] or found["year2"] or found["year3"]
    precision = TimePrecision.MONTH if found["month3"] else TimePrecision.DAY
    try:
        day = date(int(year) if year else today.year, month, number)
        ahead = AHEAD.search(found.string)
        if not year and day - today > (HALF_A_YEAR if ahead else SOON):
            day = day.replace(year=today.year - 1)
        elif not year and ahead and today - day > HALF_A_YEAR:
            day = day.replace(year=today.year + 1)
    except ValueError:  # no such day: 31 June
        return None
    return Day(day, precision, words)
