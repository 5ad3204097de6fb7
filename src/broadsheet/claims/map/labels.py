"""Putting names beside points so that none covers another. Plain geometry; units of the picture.

Greedy: the most important first, each at the best place that is still free, and if there is none
close by, further away with a line that leads to it. What finds no place at all is left out.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin

WIDE, NARROW = 1.0, 0.56  # of a letter, as parts of the size of the font
AIR = 2.0  # between a label and whatever is next to it
STEPS = (16.0, 30.0, 46.0, 64.0, 84.0, 110.0)  # how far away a label may be led
DIRECTIONS = 16

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and self.right > other.left
            and self.top < other.bottom
            and self.bottom > other.top
        )

    def is_within(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True)
class Wanted:
    """A label of `width` by `height` for what stands in `mark`. Where it finds no place one of
    the size `short` may."""

    mark: Box
    width: float
    height: float
    short: tuple[float, float] | None = None


@dataclass(frozen=True)
class Placed:
    """`anchor` is the end of the words that is nearest to the mark: start, middle or end.

    `leader` are the two ends of a line from the mark to a label that is away from it.
    """

    box: Box
    anchor: str
    leader: tuple[Point, Point] | None = None
    is_short: bool = False

    @property
    def x(self) -> float:
        """Where the words are anchored."""
        if self.anchor == "middle":
            return (self.box.left + self.box.right) / 2
        return self.box.left if self.anchor == "start" else self.box.right


def width_of(words: str, size: float) -> float:
    """About how wide words are set in a sans of this size; rather too wide than too narrow."""
    return size * sum(
        WIDE if unicodedata.east_asian_width(letter) in "WF" else NARROW
        for letter in words
        if not unicodedata.combining(letter)
    )


def place_labels(
    wanted: Sequence[Wanted], frame: Box, taken: Iterable[Box] = ()
) -> list[Placed | None]:
    """A place for each label, in the order of importance; None where there is none.

    No label covers another, a mark or anything in `taken`, and none leaves the frame.
    """
    full = [*taken, *(each.mark for each in wanted)]
    leaders: list[tuple[Point, Point]] = []
    found: list[Placed | None] = []
    for each in wanted:
        fitting = (
            place for place in candidates(each) if is_free(place, each.mark, frame, full, leaders)
        )
        place = next(fitting, None)
        found.append(place)
        if place:
            full.append(place.box)
            if place.leader:
                leaders.append(place.leader)
    return found


def is_free(
    place: Placed,
    mark: Box,
    frame: Box,
    full: Sequence[Box],
    leaders: Sequence[tuple[Point, Point]],
) -> bool:
    box = place.box
    if not box.is_within(frame) or any(box.meets(other) for other in full):
        return False
    if any(crosses(box, line) for line in leaders):
        return False
    line = place.leader
    return line is None or not any(crosses(other, line) for other in full if other != mark)


def candidates(wanted: Wanted) -> Iterator[Placed]:
    yield from beside(wanted)
    for step in STEPS:
        yield from led_away(wanted, step)
    if wanted.short:
        for place in candidates(Wanted(wanted.mark, *wanted.short)):
            yield replace(place, is_short=True)


def beside(wanted: Wanted) -> Iterator[Placed]:
    mark, width, height = wanted.mark.grown(AIR), wanted.width, wanted.height
    x, y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    right, left, centre = mark.right, mark.left - width, x - width / 2
    level, above, below = y - height / 2, mark.top - height, mark.bottom
    for at_x, at_y, anchor in (
        (right, level, "start"),
        (left, level, "end"),
        (centre, below, "middle"),
        (centre, above, "middle"),
        (right, above + height / 3, "start"),
        (right, below - height / 3, "start"),
        (left, above + height / 3, "end"),
        (left, below - height / 3, "end"),
        (x, above, "start"),
        (x, below, "start"),
        (x - width, above, "end"),
        (x - width, below, "end"),
    ):
        yield Placed(Box(at_x, at_y, at_x + width, at_y + height), anchor)


def led_away(wanted: Wanted, step: float) -> Iterator[Placed]:
    mark, width, height = wanted.mark, wanted.width, wanted.height
    x, y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    for turn in range(DIRECTIONS):
        angle = 2 * pi * turn / DIRECTIONS
        across, down = cos(angle), sin(angle)
        end_x = x + across * ((mark.right - mark.left) / 2 + step)
        end_y = y + down * ((mark.bottom - mark.top) / 2 + step)
        is_right = across >= 0
        left = end_x + AIR if is_right else end_x - AIR - width
        box = Box(left, end_y - height / 2, left + width, end_y + height / 2)
        yield Placed(box, "start" if is_right else "end", (rim(mark, end_x, end_y), (end_x, end_y)))


def rim(mark: Box, x: float, y: float) -> Point:
    """Where a line from the middle of a mark to a point leaves it."""
    mid_x, mid_y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    dx, dy = x - mid_x, y - mid_y
    share = min(
        (mark.right - mark.left) / 2 / abs(dx) if dx else 1,
        (mark.bottom - mark.top) / 2 / abs(dy) if dy else 1,
        1,
    )
    return mid_x + dx * share, mid_y + dy * share


def crosses(box: Box, line: tuple[Point, Point]) -> bool:
    """Whether a line goes through a box (Liang and Barsky)."""
    (x1, y1), (x2, y2) = line
    dx, dy = x2 - x1, y2 - y1
    enter, leave = 0.0, 1.0
    for step, room in (
        (-dx, x1 - box.left),
        (dx, box.right - x1),
        (-dy, y1 - box.top),
        (dy, box.bottom - y1),
    ):
        if step == 0:
            if room <= 0:
                return False
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    return enter < leave
