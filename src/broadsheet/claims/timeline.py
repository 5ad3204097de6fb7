"""The positions on a claim along a line of time: where each mark stands, in per cent of the width."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from broadsheet.claims.models import Claim
from broadsheet.claims.pages import Line, when
from broadsheet.claims.times import latest

EDGE = 3.0  # per cent left free at both ends, so that no mark is cut
NEAR = 2.0  # per cent: marks closer than this are stacked
HIGHEST = 6  # marks of one stack; more are drawn over the last one
STEP = 14  # pixels from one mark of a stack to the next
LEAST = timedelta(hours=1)  # a line is never shorter


@dataclass(frozen=True)
class Mark:
    """`y` is in pixels from the middle line, whose upper side is for those who assert."""

    line: Line
    x: float
    y: int


@dataclass(frozen=True)
class Timeline:
    """`band` is where the event lies: from and how wide. `above` and `below` are pixels of room."""

    marks: Sequence[Mark]
    start: str
    end: str
    above: int
    below: int
    band: tuple[float, float] | None = None


@dataclass(frozen=True)
class Scale:
    start: datetime
    end: datetime

    def x(self, moment: datetime) -> float:
        share = (moment - self.start) / (self.end - self.start)
        return round(EDGE + share * (100 - 2 * EDGE), 2)


def timeline_of(claim: Claim, lines: Sequence[Line]) -> Timeline | None:
    """None when nobody has taken a side; then there is nothing to see."""
    lines = [line for line in lines if line.lane in {"asserts", "denies"}]
    if not lines:
        return None
    scale, precision = scale_of(claim, lines)
    heights: dict[tuple[str, int], int] = {}
    marks = [mark_of(line, scale, heights) for line in lines]
    return Timeline(
        marks,
        when(scale.start, precision),
        when(scale.end, precision),
        above=STEP + max([0, *(-mark.y for mark in marks)]),
        below=STEP + max([0, *(mark.y for mark in marks)]),
        band=band_of(claim, scale),
    )


def scale_of(claim: Claim, lines: Sequence[Line]) -> tuple[Scale, str]:
    """From the first to the last moment there is to show, and how exactly its ends are written."""
    moments = [line.position.said_at for line in lines]
    moments += [until(line) for line in lines]
    if claim.event_start and claim.event_latest:
        moments += [claim.event_start, claim.event_latest]
    start, end = min(moments), max(moments)
    end = max(end, start + LEAST)
    precisions = {line.position.said_precision for line in lines}
    is_short = end - start < timedelta(days=2) and precisions <= {"minute", "hour"}
    return Scale(start, end), "minute" if is_short else "day"


def until(line: Line) -> datetime:
    return latest(timezone.localtime(line.position.said_at), line.position.said_precision)


def mark_of(line: Line, scale: Scale, heights: dict[tuple[str, int], int]) -> Mark:
    """In the middle of the time in which it can have been said."""
    said_at = line.position.said_at
    x = scale.x(said_at + (until(line) - said_at) / 2)
    place = (line.lane, int(x / NEAR))
    heights[place] = min(heights.get(place, 0) + 1, HIGHEST)
    y = STEP * heights[place]
    return Mark(line, x, -y if line.lane == "asserts" else y)


def band_of(claim: Claim, scale: Scale) -> tuple[float, float] | None:
    if claim.event_start is None or claim.event_latest is None:
        return None
    start = scale.x(claim.event_start)
    return start, max(round(scale.x(claim.event_latest) - start, 2), 0.5)
