"""The figures of one claim: what each source said, from low to high, in the order of time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor, log10

from django.db.models import Q

from broadsheet.claims.models import Claim, Position
from broadsheet.claims.pages import when
from broadsheet.claims.queries import standing, with_speakers
from broadsheet.claims.wording import figure_words, number_words

MOST = 200  # figures, the newest
ROW, SOURCE, AXIS = 26, 30, 34  # heights: of a figure, of a source's name, of the numbers below
LEFT, RIGHT = 3.0, 92.0  # per cent of the width between which figures lie; arrows go beyond
ARROW = 5.0  # per cent by which an open end goes on


@dataclass(frozen=True)
class Bar:
    """One figure. `start` and `end` are per cent of the width, `y` is down the picture."""

    position: Position
    words: str
    low: str
    high: str
    y: float
    start: float
    end: float
    is_open_low: bool
    is_open_high: bool

    @property
    def is_exact(self) -> bool:
        return self.start == self.end and not (self.is_open_low or self.is_open_high)

    @property
    def when(self) -> str:
        return when(self.position.said_at, self.position.said_precision)

    @property
    def is_words_left(self) -> bool:
        """Whether there is more room before the bar than behind it."""
        return self.start > 100 - self.end

    @property
    def words_at(self) -> float:
        if self.is_words_left:
            return self.arrow_low if self.is_open_low else self.start
        return self.arrow_high if self.is_open_high else self.end

    @property
    def arrow_low(self) -> float:
        return self.start - ARROW

    @property
    def arrow_high(self) -> float:
        return self.end + ARROW


@dataclass(frozen=True)
class Source:
    """One who gave figures, with them in the order of time."""

    name: str
    y: float
    bars: Sequence[Bar]


@dataclass(frozen=True)
class FiguresPage:
    rows: Sequence[Position]
    sources: Sequence[Source]
    ticks: Sequence[tuple[float, str]]
    height: float
    left_out: int


def figures_page(claim: Claim) -> FiguresPage:
    """Positions that stand and give a figure, whether they assert the claim or deny it."""
    given = standing(claim.positions.all()).exclude(
        Q(figure_low__isnull=True) & Q(figure_high__isnull=True)
    )
    count = given.count()
    rows = list(with_speakers(given).order_by("-said_at", "-pk")[:MOST])[::-1]
    if not rows:
        return FiguresPage([], [], [], 0, 0)
    scale = Scale([number for row in rows for number in ends(row)])
    sources = list(lanes(rows, claim, scale))
    last = sources[-1].bars[-1]
    ticks = [(scale.at(tick), number_words(tick, claim.decimals)) for tick in scale.ticks]
    return FiguresPage(rows, sources, ticks, last.y + ROW / 2 + AXIS, count - len(rows))


def ends(position: Position) -> list[int]:
    return [n for n in (position.figure_low, position.figure_high) if n is not None]


class Scale:
    """From numbers to per cent of the width. It begins at zero unless all are far above it."""

    def __init__(self, numbers: Sequence[int]) -> None:
        low, high = min(numbers), max(numbers)
        if low >= 0 and low < 0.6 * high:
            low = 0
        step = step_for(high - low or abs(high) or 1)
        self.low, self.high = floor(low / step) * step, ceil(high / step) * step
        if self.high == self.low:
            self.high += step
        self.ticks = range(self.low, self.high + 1, step)

    def at(self, number: int) -> float:
        share = (number - self.low) / (self.high - self.low)
        return round(LEFT + ARROW + share * (RIGHT - LEFT - ARROW), 2)


def step_for(span: int) -> int:
    """1, 2 or 5 times a power of ten, so that there are about four."""
    power = 10 ** floor(log10(max(span / 4, 1)))
    return int(next(step * power for step in (1, 2, 5, 10) if step * power * 4 >= span))


def lanes(rows: Iterable[Position], claim: Claim, scale: Scale) -> Iterator[Source]:
    """Sources in the order in which they first gave a figure."""
    order: dict[int | None, int] = {}
    for row in rows:
        order.setdefault(row.speaker_id, len(order))
    ranked = sorted(rows, key=lambda row: order[row.speaker_id])
    y = 0.0
    for _, given in groupby(ranked, key=lambda row: row.speaker_id):
        top, bars = y, []
        y += SOURCE
        for row in given:
            bars.append(bar_of(row, claim, scale, y + ROW / 2))
            y += ROW
        yield Source(bars[0].position.speaker_label, top + SOURCE * 0.7, bars)


def bar_of(row: Position, claim: Claim, scale: Scale, y: float) -> Bar:
    low, high = row.figure_low, row.figure_high
    start = scale.at(low if low is not None else high or 0)
    end = scale.at(high if high is not None else low or 0)
    words = figure_words(low, high, claim.decimals)
    low_words, high_words = (
        number_words(end, claim.decimals) if end is not None else "" for end in (low, high)
    )
    return Bar(row, words, low_words, high_words, y, start, end, low is None, high is None)
