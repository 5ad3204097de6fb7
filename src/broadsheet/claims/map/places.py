"""Points on the globe, and from there onto paper. Plain arithmetic; degrees and kilometres."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, atan2, cos, degrees, hypot, inf, radians, sin, sqrt

EARTH = 6371.0  # km
FARTHEST = -0.94  # cosine of the angle from the middle beyond which nothing is drawn

Degrees = tuple[float, float]  # longitude, latitude
Km = tuple[float, float]  # to the east and to the south of the middle
BoundingBox = tuple[float, float, float, float]  # west, south, east, north


def box_of(lines: Iterable[Sequence[tuple[float, float]]]) -> BoundingBox:
    points = [point for line in lines for point in line]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def is_inside(point: Degrees, rings: Iterable[Sequence[Degrees]], bbox: BoundingBox) -> bool:
    """Whether a point is inside an odd number of rings: a line to its east is counted."""
    x, y = point
    west, south, east, north = bbox
    if not (west <= x <= east and south <= y <= north):
        return False
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def vector(point: Degrees) -> tuple[float, float, float]:
    lon, lat = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def middle_of(points: Iterable[Degrees]) -> Degrees:
    """Also across the 180th meridian. Rounded, so that a new place seldom moves the whole map."""
    x, y, z = (sum(parts) for parts in zip(*map(vector, points), strict=True))
    return round(degrees(atan2(y, x)) * 2) / 2, round(degrees(atan2(z, hypot(x, y))) * 2) / 2


def distance(one: Degrees, other: Degrees) -> float:
    """Kilometres, by the haversine formula."""
    (lon1, lat1), (lon2, lat2) = one, other
    dlon, dlat = radians(lon2 - lon1), radians(lat2 - lat1)
    half = sin(dlat / 2) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(dlon / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


@dataclass(frozen=True)
class Projection:
    """Lambert's azimuthal equal-area projection (Snyder, Map Projections, 1987, pages 185-186).

    It keeps areas true, knows no 180th meridian, and at the size of a country nobody sees that it
    is one.
    """

    middle: Degrees

    def project(self, points: Iterable[Degrees]) -> list[Km]:
        """Points near the far side of the globe are left out."""
        lon0, lat0 = radians(self.middle[0]), radians(self.middle[1])
        sin0, cos0 = sin(lat0), cos(lat0)
        found = []
        for lon, lat in points:
            lon, lat = radians(lon) - lon0, radians(lat)
            sin1, cos1 = sin(lat), cos(lat)
            level = cos1 * cos(lon)
            angle = sin0 * sin1 + cos0 * level
            if angle > FARTHEST:
                k = EARTH * sqrt(2 / (1 + angle))
                found.append((k * cos1 * sin(lon), k * (sin0 * level - cos0 * sin1)))
        return found

    def unproject(self, point: Km) -> Degrees:
        """Raises ValueError for a point beside the globe."""
        x, y = point[0], -point[1]
        far = hypot(x, y)
        if far > 2 * EARTH:
            raise ValueError("beside the globe")
        if far == 0:
            return self.middle
        lat0 = radians(self.middle[1])
        angle = 2 * asin(far / (2 * EARTH))
        lat = asin(cos(angle) * sin(lat0) + y * sin(angle) * cos(lat0) / far)
        lon = atan2(x * sin(angle), far * cos(lat0) * cos(angle) - y * sin(lat0) * sin(angle))
        return (self.middle[0] + degrees(lon) + 540) % 360 - 180, degrees(lat)


@dataclass(frozen=True)
class Frame:
    """A picture of `width` by `height` units; its upper left corner is at `left`, `top` km."""

    projection: Projection
    left: float
    top: float
    scale: float  # units for one kilometre
    width: float
    height: float

    def at(self, point: Degrees) -> Km | None:
        found = self.on_paper([point])
        return found[0] if found else None

    def on_paper(self, points: Iterable[Degrees]) -> list[Km]:
        left, top, scale = self.left, self.top, self.scale
        return [((x - left) * scale, (y - top) * scale) for x, y in self.projection.project(points)]

    def holds(self, point: Km) -> bool:
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height

    def bounds(self) -> BoundingBox:
        """Degrees within which all of it lies; east may be above 180 when it goes across."""
        edge = [at / 12 for at in range(13)]
        rim = [(x, y) for at in edge for x, y in ((at, 0), (at, 1), (0, at), (1, at), (at, 0.5))]
        try:
            points = [
                self.projection.unproject(
                    (
                        self.left + x * self.width / self.scale,
                        self.top + y * self.height / self.scale,
                    )
                )
                for x, y in rim
            ]
        except ValueError:
            return -inf, -90, inf, 90
        lon0 = self.projection.middle[0]
        lons = [(lon - lon0 + 540) % 360 - 180 + lon0 for lon, _ in points]
        lats = [lat for _, lat in points]
        return min(lons), min(lats), max(lons), max(lats)


@dataclass(frozen=True)
class Fit:
    """How what is drawn for one frame goes into another: larger by `zoom`, then moved."""

    zoom: float
    dx: float
    dy: float

    def on(self, point: Km) -> Km:
        return point[0] * self.zoom + self.dx, point[1] * self.zoom + self.dy


def fit(drawn: Frame, frame: Frame) -> Fit:
    return Fit(
        frame.scale / drawn.scale,
        (drawn.left - frame.left) * frame.scale,
        (drawn.top - frame.top) * frame.scale,
    )


def meet(one: BoundingBox, other: BoundingBox) -> bool:
    """Whether two boxes of degrees overlap, on a globe that is round."""
    west, south, east, north = one
    return (
        south <= other[3]
        and north >= other[1]
        and any(west <= other[2] + turn and east >= other[0] + turn for turn in (-360, 0, 360))
    )


def framed(
    projection: Projection, box: BoundingBox, width: float, flattest: float, tallest: float
) -> Frame:
    """A frame around a box of kilometres (x0, y0, x1, y1), of a height between `flattest` and
    `tallest` times its width."""
    x0, y0, x1, y1 = box
    height = width * min(max((y1 - y0) / (x1 - x0), flattest), tallest)
    scale = min(width / (x1 - x0), height / (y1 - y0))
    left = (x0 + x1) / 2 - width / scale / 2
    top = (y0 + y1) / 2 - height / scale / 2
    return Frame(projection, left, top, scale, width, round(height))
