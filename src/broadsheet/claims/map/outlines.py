"""The shapes of countries and provinces, and of whatever an outlet brings along itself.

Ours are in claims/data/outlines/outlines.zip, made by scripts/build_outlines.py. All points are
(longitude, latitude) in degrees.
"""

import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from broadsheet.claims.map.places import BoundingBox, Degrees, box_of, is_inside

PACKED = Path(__file__).parent.parent / "data" / "outlines" / "outlines.zip"
CREDIT = "Outlines: Natural Earth."

Line = Sequence[Degrees]
Arcs = list[Line]


@dataclass(frozen=True)
class Area:
    """A province, a district: what a claim can be said to have happened somewhere in.

    `codes` are all that a place may call it by. `unrecognised_by` are the countries that do not
    recognise it, by two letters, as Natural Earth notes it.
    """

    name: str
    codes: frozenset[str]
    rings: tuple[Line, ...]
    unrecognised_by: frozenset[str] = frozenset()

    @cached_property
    def bbox(self) -> BoundingBox:
        return box_of(self.rings)


@dataclass(frozen=True)
class Outline:
    """A country with its areas, or an outlet's own drawing.

    `land` is its border as closed rings, holes among them; `inner` are the lines between areas.
    `paths` are roads, rivers and the like by their code, `spots` names at a point.
    """

    code: str
    name: str
    land: Sequence[Line]
    inner: Sequence[Line]
    areas: Sequence[Area]
    paths: Sequence[tuple[str, Line]] = ()
    spots: Sequence[tuple[str, Degrees]] = ()


@dataclass(frozen=True, eq=False)
class Own:
    """An outlet's own file. `shown` is what its map shows at least."""

    outline: Outline
    shown: BoundingBox
    credit: str


@lru_cache(maxsize=1)
def countries() -> dict[str, Any]:
    """The index: for each country its name, its two letters and its bounding box."""
    with zipfile.ZipFile(PACKED) as packed:
        index: dict[str, Any] = json.loads(packed.read("index.json"))
    return index


def country_codes(letters: str) -> list[str]:
    """The outlines of a country by its two letters: usually one."""
    return [code for code, about in countries().items() if about["iso"] == letters.upper()]


@lru_cache(maxsize=12)  # a large one takes some megabytes
def country(code: str) -> Outline:
    with zipfile.ZipFile(PACKED) as packed:
        net = json.loads(packed.read(f"{code}.json"))
    arcs = decode(net)
    shapes = net["objects"]["provinces"]["geometries"]
    uses = [arc for shape in shapes for part in shape["arcs"] for ring in part for arc in ring]
    land, inner = parted(arcs, uses)
    return Outline(
        code, countries()[code]["name"], land, inner, [province(s, arcs) for s in shapes]
    )


def decode(net: dict[str, Any]) -> Arcs:
    """The arcs of a TopoJSON file: each is a first point and steps, in units of a grid."""
    (width, height), (west, south) = net["transform"]["scale"], net["transform"]["translate"]
    arcs: Arcs = []
    for steps in net["arcs"]:
        line, x, y = [], 0, 0
        for dx, dy in steps:
            x, y = x + dx, y + dy
            line.append((west + x * width, south + y * height))
        arcs.append(line)
    return arcs


def joined(arcs: Arcs, numbers: Iterable[int]) -> Line:
    """One line of several arcs. One that runs backwards is ~number."""
    line: list[Degrees] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        line.extend(arc[1:] if line else arc)
    return line


def parted(arcs: Arcs, uses: Sequence[int]) -> tuple[list[Line], list[Line]]:
    """The border of all shapes together, and the lines inside it: those that two shapes share."""
    times = Counter(arc if arc >= 0 else ~arc for arc in uses)
    inner = [arcs[number] for number, count in times.items() if count > 1]
    once = [arc for arc in uses if times[arc if arc >= 0 else ~arc] == 1]
    return list(closed(arcs, once)), inner


def closed(arcs: Arcs, once: Sequence[int]) -> Iterator[Line]:
    """Rings made of arcs that are put together end to start."""
    starting: dict[Degrees, list[int]] = {}
    for arc in once:
        starting.setdefault(start_of(arcs, arc), []).append(arc)
    while starting:
        first, waiting = next(iter(starting.items()))
        chain, here = [], first
        while here in starting:
            waiting = starting[here]
            chain.append(waiting.pop())
            if not waiting:
                del starting[here]
            here = start_of(arcs, ~chain[-1])
        yield joined(arcs, chain)


def start_of(arcs: Arcs, number: int) -> Degrees:
    return arcs[number][0] if number >= 0 else arcs[~number][-1]


def province(shape: dict[str, Any], arcs: Arcs) -> Area:
    about = shape["properties"]
    codes = {shape["id"], about.get("iso"), about.get("hasc"), about.get("geonames")} - {None}
    return Area(
        about.get("name", ""),
        frozenset(codes),
        tuple(joined(arcs, ring) for part in shape["arcs"] for ring in part),
        frozenset(about.get("unrecognised_by", "").split()),
    )


def area_at(outlines: Iterable[Outline], point: Degrees) -> Area | None:
    return next(
        (area for one in outlines for area in one.areas if is_inside(point, area.rings, area.bbox)),
        None,
    )


@lru_cache(maxsize=4)
def own_outlines(path: Path, changed: float) -> Own:
    """An outlet's own GeoJSON. `changed` is the time of its last change, so that it is read anew.

    Raises ValueError with what is wrong with it.
    """
    try:
        content = json.loads(path.read_text())
        features = content["features"]
        outline = outline_of(str(content.get("name", "")), features)
        shown = tuple(content.get("bbox") or box_of(outline.land))
        west, south, east, north = shown
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"{path.name} is no GeoJSON FeatureCollection: {error!r}") from error
    if not outline.areas:
        raise ValueError(f"{path.name} has no polygon with a name.")
    return Own(outline, (west, south, east, north), str(content.get("attribution", "")))


def outline_of(name: str, features: Sequence[dict[str, Any]]) -> Outline:
    """Each side of each polygon is an arc here: so borders that two areas share are found, too."""
    areas: list[Area] = []
    paths: list[tuple[str, Line]] = []
    spots: list[tuple[str, Degrees]] = []
    for feature in features:
        about, shape = feature.get("properties") or {}, feature["geometry"]
        label, points = str(about.get("name", "")), shape["coordinates"]
        code = str(feature.get("id") or about.get("code") or label)
        match shape["type"]:
            case "Polygon" | "MultiPolygon":
                parts = [points] if shape["type"] == "Polygon" else points
                rings = tuple(plain(ring) for part in parts for ring in part)
                areas.append(Area(label, frozenset({code, label}), rings))
            case "LineString" | "MultiLineString":
                lines = [points] if shape["type"] == "LineString" else points
                paths += [(code, plain(line)) for line in lines]
            case "Point":
                spots.append((label, plain([points])[0]))
    land, inner = parted(*sides_of(areas))
    return Outline("own", name, land, inner, areas, paths, spots)


def plain(line: Iterable[Sequence[float]]) -> Line:
    return [(float(point[0]), float(point[1])) for point in line]


def sides_of(areas: Iterable[Area]) -> tuple[Arcs, list[int]]:
    numbers: dict[tuple[Degrees, Degrees], int] = {}
    uses: list[int] = []
    for area in areas:
        for ring in area.rings:
            for one, other in pairwise(ring):
                if (other, one) in numbers:
                    uses.append(~numbers[other, one])
                else:
                    uses.append(numbers.setdefault((one, other), len(numbers)))
    return [list(side) for side in numbers], uses
