"""Figures as bars on one scale: from the low end to the high one, and an arrow where it is open.

No mean is drawn or worked out: nobody has said it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from broadsheet.claims.models import Claim
from broadsheet.claims.pages import Line
from broadsheet.claims.wording import number_words

EDGE = 10.0  # per cent left free at both ends: room for the arrows
TICKS = 4
NICE = (1, 2, 5, 10)


@dataclass(frozen=True)
class Bar:
    """`x` and `end` in per cent of the width. What is open goes on to the edge, with an arrow."""

    line: Line
    x: float
    end: float
    is_open_below: bool
    is_open_above: bool

    @property
    def is_exact(self) -> bool:
        position = self.line.position
        return position.figure_low == position.figure_high


@dataclass(frozen=True)
class Ranges:
    bars: Sequence[Bar]
    ticks: Sequence[tuple[float, str]]


@dataclass(frozen=True)
class Scale:
    low: int
    high: int

    def x(self, figure: int) -> float:
        if self.low == self.high:
            return 50.0
        share = (figure - self.low) / (self.high - self.low)
        return round(EDGE + share * (100 - 2 * EDGE), 2)


def ranges_of(claim: Claim, lines: Sequence[Line]) -> Ranges | None:
    """None when nobody has given a figure."""
    lines = [line for line in lines if line.position.has_figure]
    if not lines:
        return None
    ends = [end for line in lines for end in ends_of(line) if end is not None]
    scale = Scale(min(ends), max(ends))
    ticks = [(scale.x(figure), number_words(figure, claim.decimals)) for figure in ticks_of(scale)]
    return Ranges([bar_of(line, scale) for line in lines], ticks)


def ends_of(line: Line) -> tuple[int | None, int | None]:
    return line.position.figure_low, line.position.figure_high


def bar_of(line: Line, scale: Scale) -> Bar:
    low, high = ends_of(line)
    return Bar(
        line,
        x=0.0 if low is None else scale.x(low),
        end=100.0 if high is None else scale.x(high),
        is_open_below=low is None,
        is_open_above=high is None,
    )


def ticks_of(scale: Scale) -> list[int]:
    """Round figures within the scale, about `TICKS` of them; its ends when none is round enough."""
    step = nice_step((scale.high - scale.low) / TICKS)
    first = -(-scale.low // step) * step
    found = list(range(first, scale.high + 1, step))
    return found if len(found) > 1 else sorted({scale.low, scale.high})


def nice_step(rough: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 ... that is not below `rough`."""
    power = 1
    while True:
        for factor in NICE:
            if factor * power >= rough:
                return factor * power
        power *= 10
