"""What lies under the marks: land, borders, and names that help to find one's way."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from broadsheet.claims.map.outlines import (
    Outline,
    Own,
    countries,
    country,
    own_outlines,
)
from broadsheet.claims.map.paths import Point, clipped, path_of, runs
from broadsheet.claims.map.places import BoundingBox, Frame, box_of, meet

BEYOND = 6  # units that are drawn beyond the frame, so that its edge does not show as a coast
SMALLEST_NAMED = 900  # square units that an area must take up to have its name on the map


@dataclass(frozen=True)
class Name:
    words: str
    at: Point
    is_country: bool


@dataclass(frozen=True)
class Base:
    """Paths in tenths of a unit. `near` is the land that the claims are about, `far` the rest;
    `doubted` are areas that the outlet's country does not recognise."""

    near: str
    far: str
    inner: str
    doubted: str
    paths: str
    names: Sequence[Name]
    doubted_names: Sequence[str]
    has_countries: bool  # beside what the outlet brought along


def own() -> Own | None:
    """The outlet's own outlines, when it has some."""
    path = settings.BROADSHEET_MAP_OUTLINES
    return own_outlines(Path(path), Path(path).stat().st_mtime) if path else None


def outlines_within(bounds: BoundingBox) -> list[Outline]:
    """Those that a frame may show, the outlet's own first."""
    mine = own()
    codes = [code for code, about in countries().items() if meet(tuple(about["bbox"]), bounds)]
    shown = [mine.outline] if mine and meet(mine.shown, bounds) else []
    return shown + [country(code) for code in codes]


@lru_cache(maxsize=32)
def base_of(
    frame: Frame, box: BoundingBox, concerned: frozenset[str], view: str, mine: Own | None
) -> Base:
    """`box` is what is drawn, in units of the frame; `concerned` are the codes of the countries
    that are drawn with their provinces. `mine` only tells one file from the next."""
    drawn = grown(box, BEYOND)
    near: list[Sequence[Point]] = []
    far: list[Sequence[Point]] = []
    inner: list[Sequence[Point]] = []
    doubted: list[Sequence[Point]] = []
    paths: list[Sequence[Point]] = []
    names: list[Name] = []
    doubted_names: list[str] = []
    has_countries = False
    for outline in outlines_within(frame.bounds()):
        is_near = outline.code in concerned or outline.code == "own"
        land = list(rings_on_paper(frame, outline.land, drawn))
        if not land:
            continue
        (near if is_near else far).extend(land)
        has_countries = has_countries or outline.code != "own"
        if is_near:
            inner += lines_on_paper(frame, outline.inner, drawn)
            paths += lines_on_paper(frame, [line for _, line in outline.paths], drawn)
            names += names_of_areas(frame, outline, drawn)
        if outline.name and outline.code != "own":
            names += name_at(outline.name, land, is_country=True)
        for area in outline.areas:
            if view and view in area.unrecognised_by:
                rings = list(rings_on_paper(frame, area.rings, drawn))
                doubted += rings
                doubted_names += [area.name] if rings else []
    return Base(
        path_of(near, is_closed=True),
        path_of(far, is_closed=True),
        path_of(inner, is_closed=False),
        path_of(doubted, is_closed=True),
        path_of(paths, is_closed=False),
        names,
        doubted_names,
        has_countries,
    )


def grown(box: BoundingBox, by: float) -> BoundingBox:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def rings_on_paper(
    frame: Frame, rings: Iterable[Sequence[Point]], box: BoundingBox
) -> Iterator[Sequence[Point]]:
    for ring in rings:
        points = clipped(frame.on_paper(ring), box)
        if len(points) > 2:
            yield points


def lines_on_paper(
    frame: Frame, lines: Iterable[Sequence[Point]], box: BoundingBox
) -> Iterator[Sequence[Point]]:
    for line in lines:
        yield from runs(frame.on_paper(line), box)


def names_of_areas(frame: Frame, outline: Outline, box: BoundingBox) -> Iterator[Name]:
    for area in outline.areas:
        yield from name_at(area.name, list(rings_on_paper(frame, area.rings, box)))
    for words, point in outline.spots:
        if at := frame.at(point):
            yield Name(words, at, is_country=False)


def name_at(
    words: str, rings: Sequence[Sequence[Point]], *, is_country: bool = False
) -> Iterator[Name]:
    """In the middle of the largest part that is in sight, if that is large enough."""
    if not rings or not words:
        return
    largest = max(rings, key=size)
    if abs(size(largest)) >= SMALLEST_NAMED:
        yield Name(words, middle(largest), is_country)


def size(ring: Sequence[Point]) -> float:
    x0, y0, x1, y1 = box_of([ring])
    return (x1 - x0) * (y1 - y0)


def middle(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a ring; of one that encloses nothing, of its box."""
    total = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        total += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if abs(total) < 1:
        x0, y0, x1, y1 = box_of([ring])
        return (x0 + x1) / 2, (y0 + y1) / 2
    return x / (3 * total), y / (3 * total)
