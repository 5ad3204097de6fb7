"""One picture: marks, labels and what surrounds them, at their places in a frame."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

from broadsheet.claims.map.base import Base, Name, grown, lines_on_paper, rings_on_paper
from broadsheet.claims.map.known import Known
from broadsheet.claims.map.labels import Box, Placed, Point, Wanted, place_labels, width_of
from broadsheet.claims.map.outlines import Area
from broadsheet.claims.map.paths import path_of
from broadsheet.claims.map.places import Fit, Frame
from broadsheet.claims.map.spots import Spot
from broadsheet.claims.models import Side
from broadsheet.lib.text import shorten

PITCH = 25.0  # from one mark to the next: as large as a finger needs
SIDE_BY_SIDE = 4  # claims at one place that have a mark each; of more there is their number
DISC = 30.0
NAME, WORDS, SMALL, LARGE = 13.0, 12.0, 10.5, 12.5  # sizes of type
LINE = 14.5  # height of a line of a label
LONGEST = 30  # letters of the name of a place
NARROWEST, WIDEST = 13.0, 0.07  # radius of a circle: in units, and as a part of the frame's width
EDGE = 4.0
SLOPES, OF_NOBODY = (45, 135, 90, 0, 65, 115), 20
TOOLS = 50.0, 90.0  # the corner that the script's buttons take


@dataclass
class Group:
    """What stands at one point: a mark for each claim, or one disc with their number."""

    spots: list[Spot]
    at: Point
    radius: float = 0
    label: Placed | None = None

    @property
    def lead(self) -> Spot:
        return self.spots[0]

    @property
    def claims(self) -> list[Known]:
        if len(self.spots) == 1:
            return self.lead.claims
        return list({claim.number: claim for spot in self.spots for claim in spot.claims}.values())

    @property
    def is_disc(self) -> bool:
        return len(self.spots) > 1 or len(self.lead.claims) > SIDE_BY_SIDE

    @property
    def centre(self) -> Point:
        """The marks of an inexact place stand on its circle, not in the middle of it."""
        return self.at[0], self.at[1] - (0 if self.is_disc else self.radius)

    @property
    def box(self) -> Box:
        x, y = self.centre
        width = DISC if self.is_disc else PITCH * len(self.lead.claims)
        height = DISC if self.is_disc else PITCH
        return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def marks(self) -> list[tuple[float, float, Known]]:
        if self.is_disc:
            return []
        x, y = self.centre
        left = x - PITCH * (len(self.lead.claims) - 1) / 2
        return [(left + PITCH * at, y, claim) for at, claim in enumerate(self.lead.claims)]

    @property
    def name(self) -> str:
        name = shorten(self.lead.place.label, LONGEST)
        return f"{name} + {len(self.spots) - 1}" if len(self.spots) > 1 else name

    @property
    def words(self) -> list[str]:
        return status_words(self.claims)

    @property
    def is_exact(self) -> bool:
        return self.lead.place.is_exact


@dataclass(frozen=True)
class Shade:
    """An area or a line with claims about it: solid for whoever holds it beyond dispute, hatched
    for each side that is said to, or an outline alone."""

    path: str
    is_line: bool
    solid: Side | None
    hatched: Sequence[Side]
    is_hatched: bool


@dataclass
class Drawing:
    """`names` are (name, x, y) of the base that found room; `left_out` counts labels that did not."""

    key: str
    frame: Frame
    fit: Fit
    groups: list[Group]
    shades: list[Shade]
    names: list[Name] = field(default_factory=list)
    bar: tuple[float, str] = (0, "")
    left_out: int = 0

    @property
    def hatches(self) -> list[tuple[Side | None, int]]:
        """The patterns that are used, with their slopes; None is that of nobody."""
        sides = {side.pk: side for shade in self.shades for side in shade.hatched}
        sloped: list[tuple[Side | None, int]] = [(side, slope_of(side)) for side in sides.values()]
        if any(shade.is_hatched for shade in self.shades):
            sloped.append((None, OF_NOBODY))
        return sloped


def slope_of(side: Side) -> int:
    """Degrees. The same on every map, so that nobody has to go by a side's colour."""
    return SLOPES[side.pk % len(SLOPES)]


def status_words(claims: Sequence[Known]) -> list[str]:
    """Lines of a label: "contested"; "2 contested"; "contested", "denied"; "4 claims"."""
    counts = Counter(claim.status.value for claim in claims).most_common()
    if len(counts) > 2:
        return [f"{len(claims):,} claims"]
    return [f"{count:,} {word}" if count > 1 else word for word, count in counts]


def draw(key: str, frame: Frame, spots: Sequence[Spot], base: Base, fit: Fit, most: int) -> Drawing:
    """At most about `most` groups; `fit` brings the base into the frame."""
    placed = [(spot, at) for spot in spots if (at := frame.at(spot.point)) and frame.holds(at)]
    groups = gathered(placed, frame, most)
    drawing = Drawing(key, frame, fit, groups, list(shades_of(spots, frame)))
    drawing.bar = scale_bar(frame)
    paper = Box(EDGE, EDGE, frame.width - EDGE, frame.height - EDGE)
    bar = Box(0, frame.height - 34, drawing.bar[0] + 24, frame.height)
    tools = Box(frame.width - TOOLS[0], 0, frame.width, TOOLS[1])
    wanted = [wanted_label(group) for group in groups]
    for group, place in zip(groups, place_labels(wanted, paper, [bar, tools]), strict=True):
        group.label = place
    drawing.left_out = sum(group.label is None for group in groups)
    full = [bar, tools, *(group.box for group in groups)]
    full += [group.label.box for group in groups if group.label]
    said = {group.lead.place.label for group in groups if group.label}
    names = [name for name in base.names if name.words not in said]
    drawing.names = list(names_with_room(names, fit, paper, full))
    return drawing


def wanted_label(group: Group) -> Wanted:
    """Name and status; the name alone where there is no room for both."""
    name, words = width_of(group.name, NAME), group.words
    width = max([name, *(width_of(line, WORDS) for line in words)])
    return Wanted(group.box, width, (1 + len(words)) * LINE, (name, LINE))


def gathered(placed: Sequence[tuple[Spot, Point]], frame: Frame, most: int) -> list[Group]:
    """Groups whose marks do not touch. Where there are too many they are gathered further."""
    ranked = sorted(placed, key=lambda each: (-len(each[0].claims), each[0].place.pk))
    apart = 0.0
    if len(placed) > 3 * most:
        apart = sqrt(frame.width * frame.height / most) / 3
    while True:
        groups = gather(ranked, frame, apart)
        if len(groups) <= most:
            return groups
        apart = max(apart * 1.4, 8)


def gather(ranked: Sequence[tuple[Spot, Point]], frame: Frame, apart: float) -> list[Group]:
    groups: list[Group] = []
    boxes: list[Box] = []
    for spot, at in ranked:
        radius = min(max(spot.radius * frame.scale, NARROWEST), frame.width * WIDEST)
        group = Group([spot], within(at, frame), radius if spot.radius else 0)
        box = group.box.grown(apart / 2)
        near = next((at for at, other in enumerate(boxes) if box.meets(other)), None)
        if near is None:
            groups.append(group)
            boxes.append(box)
        else:
            groups[near].spots.append(spot)
    return groups


def within(at: Point, frame: Frame) -> Point:
    """A point so far from the edge that its mark is whole."""
    edge = PITCH / 2 + EDGE
    return (
        min(max(at[0], edge), frame.width - edge),
        min(max(at[1], edge), frame.height - edge),
    )


def names_with_room(names: Iterable[Name], fit: Fit, paper: Box, full: list[Box]) -> Iterator[Name]:
    """Names of the base, countries first, where nothing is in their way."""
    for name in sorted(names, key=lambda each: not each.is_country):
        x, y = fit.on(name.at)
        size = LARGE * 1.25 if name.is_country else SMALL  # countries are set wide
        width = width_of(name.words, size)
        box = Box(x - width / 2, y - size / 2, x + width / 2, y + size / 2).grown(2)
        if box.is_within(paper) and not any(box.meets(other) for other in full):
            full.append(box)
            yield Name(name.words, (x, y), name.is_country)


def shades_of(spots: Iterable[Spot], frame: Frame) -> Iterator[Shade]:
    box = grown((0, 0, frame.width, frame.height), 6)
    areas: dict[int, tuple[Area, list[Known]]] = {}
    for spot in spots:
        for area in spot.areas:
            areas.setdefault(id(area), (area, []))[1].extend(spot.claims)
        if path := path_of(lines_on_paper(frame, spot.lines, box), is_closed=False):
            yield shade(path, True, spot.claims)
    for area, claims in areas.values():
        if path := path_of(rings_on_paper(frame, area.rings, box), is_closed=True):
            yield shade(path, False, claims)


def shade(path: str, is_line: bool, claims: Sequence[Known]) -> Shade:
    """Solid only where a claim to control is conceded, corroborated or agreed."""
    control = [claim for claim in claims if claim.is_control and claim.side and claim.is_held]
    firm = [claim.side for claim in control if claim.is_firm]
    said = {claim.side.pk: claim.side for claim in control if claim.side and not claim.is_firm}
    return Shade(
        path,
        is_line,
        firm[0] if firm else None,
        [] if is_line else list(said.values()),
        not is_line and not said and not firm and any(claim.is_held for claim in claims),
    )


def scale_bar(frame: Frame) -> tuple[float, str]:
    """Its length in units and its words: a round number of kilometres near a sixth of the width."""
    room = frame.width / frame.scale / 6
    rounds = [step * 10**power for power in range(-2, 5) for step in (1, 2, 5)]
    km = max((each for each in rounds if each <= room), default=0.01)
    words = f"{km:,.0f} km" if km >= 1 else f"{km * 1000:,.0f} m"
    return km * frame.scale, words
