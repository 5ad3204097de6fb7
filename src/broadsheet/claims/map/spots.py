"""Where claims are to be drawn, and which of them belong on one map."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import floor

from broadsheet.claims.map.base import own
from broadsheet.claims.map.known import Known
from broadsheet.claims.map.outlines import Area, Line, Own, area_at, country, country_codes
from broadsheet.claims.map.places import EARTH, Degrees, distance, vector
from broadsheet.claims.models import Place

Precision = Place.Precision
# How far around its point a place may be, in kilometres. Round figures: nobody has measured.
MAY_BE_OFF = {Precision.DISTRICT: 20.0, Precision.LINE: 30.0, Precision.SEVERAL: 40.0}
IN_AREA = {Precision.PROVINCE, Precision.SEVERAL}
ONE_MAP = 800.0  # kilometres; places further from all others than this are on a map of their own
ON_CLOSER_LOOK = 8  # places that a closer look shows


@dataclass
class Spot:
    """A place on the map with the claims about it; `point` is where they are marked.

    Of a place that is not exact either `areas` or `lines` are drawn, or a circle of `radius`
    kilometres.
    """

    place: Place
    point: Degrees
    areas: Sequence[Area] = ()
    lines: Sequence[Line] = ()
    radius: float = 0
    claims: list[Known] = field(default_factory=list)


def spots_of(places: Iterable[Place]) -> dict[int, Spot]:
    """The spot of each place that can be drawn, by the number of the place.

    One of which only the country is known is none: it would stand in the middle, where nothing
    happened.
    """
    mine = own()
    return {place.pk: spot for place in places if (spot := spot_of(place, mine))}


def spot_of(place: Place, mine: Own | None) -> Spot | None:
    if place.precision in {Precision.COUNTRY, Precision.NONE}:
        return None
    if place.latitude is None or place.longitude is None:
        return None
    point = place.longitude, place.latitude
    if place.is_exact:
        return Spot(place, point)
    lines, areas = lines_of(place, mine), areas_of(place, point, mine)
    radius = MAY_BE_OFF.get(Precision(place.precision), 60.0)
    return Spot(place, point, areas, lines, 0 if areas or lines else radius)


def lines_of(place: Place, mine: Own | None) -> list[Line]:
    if mine is None or place.precision != Precision.LINE:
        return []
    return [line for code, line in mine.outline.paths if code in place.admin_unit.split()]


def areas_of(place: Place, point: Degrees, mine: Own | None) -> list[Area]:
    """By their codes, or the one around the point. Of a district only an outlet has outlines; the
    province in which it lies would be far too large."""
    wanted = {place.admin_unit, *place.admin_unit.split()}
    if mine and place.precision in {*IN_AREA, Precision.DISTRICT}:
        found = [area for area in mine.outline.areas if area.codes & wanted]
        if found:
            return found
    if place.precision not in IN_AREA:
        return []
    outlines = [country(code) for code in country_codes(place.country)] if place.country else []
    found = [area for one in outlines for area in one.areas if area.codes & wanted]
    if not found and place.precision == Precision.PROVINCE:
        around = area_at(outlines, point)
        found = [around] if around else []
    return found


def regions_of(spots: Sequence[Spot]) -> list[list[Spot]]:
    """Spots that belong on one map each: from one to the next it is about `ONE_MAP` at most. The
    one with most spots comes first."""
    cells: dict[tuple[int, ...], list[Spot]] = {}
    for spot in spots:
        cell = tuple(floor(part * EARTH / ONE_MAP) for part in vector(spot.point))
        cells.setdefault(cell, []).append(spot)
    regions = []
    while cells:
        waiting, region = [next(iter(cells))], []
        region += cells.pop(waiting[0])
        while waiting:
            for near in neighbours(waiting.pop()):
                if near in cells:
                    region += cells.pop(near)
                    waiting.append(near)
        regions.append(region)
    return sorted(regions, key=len, reverse=True)


def neighbours(cell: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    x, y, z = cell
    steps = (-1, 0, 1)
    return ((x + dx, y + dy, z + dz) for dx in steps for dy in steps for dz in steps)


def nearest(spots: Iterable[Spot], middle: Spot) -> list[Spot]:
    """The spots around one, itself first."""
    ranked = sorted(spots, key=lambda spot: (distance(spot.point, middle.point), spot.place.pk))
    return ranked[:ON_CLOSER_LOOK]
