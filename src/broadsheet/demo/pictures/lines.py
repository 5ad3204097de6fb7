"""Points, and the lines through them."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, hypot, pi, sin

Point = tuple[float, float]
Path = str | Sequence[Point]  # "0,0 10,0 10,20", as SVG writes it, where the points are known


def points(path: Path) -> Sequence[Point]:
    return written(path) if isinstance(path, str) else path


@lru_cache(maxsize=1024)
def written(path: str) -> tuple[Point, ...]:
    pairs = (pair.split(",") for pair in path.split())
    return tuple((float(x), float(y)) for x, y in pairs)


def between(first: Point, second: Point, share: float) -> Point:
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share


def recede(step: float, pace: float) -> float:
    """Equal steps into the distance: 0 is here, 1 the vanishing point that is never reached."""
    return step * pace / (1 + step * pace)


def rectangle(x: float, y: float, width: float, height: float) -> list[Point]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def around(radius: float, turn: float) -> Point:
    """A point on a dial around the origin; `turn` 0 is at the top, 1 there again, clockwise."""
    return radius * sin(turn * 2 * pi), -radius * cos(turn * 2 * pi)


def ring(x: float, y: float, radius: float) -> list[Point]:
    spots = (around(radius, step / 48) for step in range(49))
    return [(x + dx, y + dy) for dx, dy in spots]


def doorway(half: float, spring: float, rise: float = 1) -> list[Point]:
    """An opening on the ground at the origin. It is 2 `half` wide and upright up to `spring`;
    its round head is `rise` times as high as that of a half circle."""
    dial = (around(half, 0.75 + step / 24) for step in range(13))
    return [(-half, 0), *((x, y * rise - spring) for x, y in dial), (half, 0)]


def curve(path: Path, steps: int = 10) -> list[Point]:
    """A smooth line through all points (Catmull-Rom)."""
    known = points(path)
    padded = [known[0], *known, known[-1]]
    quads = zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    smooth = [spline(*quad, step / steps) for quad in quads for step in range(steps)]
    return [*smooth, known[-1]]


def blob(path: Path, steps: int = 8) -> list[Point]:
    """A smooth closed outline through all points."""
    known = points(path)
    padded = [known[-1], *known, known[0], known[1]]
    quads = zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    return [spline(*quad, step / steps) for quad in quads for step in range(steps)]


def spline(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    """The point at `t` between b and c, coming from a and going to d."""
    before, here = (2 - t) * t * t - t, (3 * t - 5) * t * t + 2
    there, after = ((4 - 3 * t) * t + 1) * t, (t - 1) * t * t
    return (
        (a[0] * before + b[0] * here + c[0] * there + d[0] * after) / 2,
        (a[1] * before + b[1] * here + c[1] * there + d[1] * after) / 2,
    )


def ribbon(path: Path, first: float, last: float, steps: int = 10) -> list[Point]:
    """The outline of a stroke whose width changes from first to last; jagged with one step."""
    spine = curve(path, steps)
    left: list[Point] = []
    right: list[Point] = []
    for at, (x, y) in enumerate(spine):
        before, after = spine[max(0, at - 1)], spine[min(len(spine) - 1, at + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        half = (first + (last - first) * at / (len(spine) - 1)) / 2 / (hypot(dx, dy) or 1)
        left.append((x - dy * half, y + dx * half))
        right.append((x + dy * half, y - dx * half))
    return left + right[::-1]


def slack(start: Point, end: Point, sag: float, count: int) -> list[Point]:
    """`count` + 1 points on a line that hangs between two hooks."""
    shares = [at / count for at in range(count + 1)]
    spots = ((between(start, end, share), 4 * sag * share * (1 - share)) for share in shares)
    return [(x, y + down) for (x, y), down in spots]
