"""Lines on paper: cut off at the frame, thinned out, and written as SVG paths."""

from collections.abc import Iterable, Iterator, Sequence

from broadsheet.claims.map.places import BoundingBox

Point = tuple[float, float]
NEAREST = 0.6  # units; what is nearer to the last point than this nobody sees
FINE = 10  # paths are written in tenths of a unit, as whole numbers


def clipped(ring: Sequence[Point], box: BoundingBox) -> Sequence[Point]:
    """A closed ring cut at a box (Sutherland and Hodgman). Where it was cut it runs along the edge,
    which the caller keeps out of sight."""
    x0, y0, x1, y1 = box
    for axis, edge, sign in ((0, x0, 1), (0, x1, -1), (1, y0, 1), (1, y1, -1)):
        if not ring:
            return ring
        ring = list(half(ring, axis, edge, sign))
    return ring


def half(ring: Sequence[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    before = ring[-1]
    was_in = sign * (before[axis] - edge) >= 0
    for point in ring:
        is_in = sign * (point[axis] - edge) >= 0
        if is_in != was_in:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            crossing = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            yield (edge, crossing) if axis == 0 else (crossing, edge)
        if is_in:
            yield point
        before, was_in = point, is_in


def runs(line: Sequence[Point], box: BoundingBox) -> Iterator[list[Point]]:
    """The parts of a line that are inside a box, each with one point beyond it at either end."""
    x0, y0, x1, y1 = box
    run: list[Point] = []
    previous: Point | None = None
    for point in line:
        if x0 <= point[0] <= x1 and y0 <= point[1] <= y1:
            if not run and previous:
                run.append(previous)
            run.append(point)
        elif run:
            yield [*run, point]
            run = []
        previous = point
    if len(run) > 1:
        yield run


def thinned(line: Sequence[Point]) -> Iterator[Point]:
    """Without points that lie closer together than can be seen; the last one stays."""
    last: Point | None = None
    for point in line[:-1]:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= NEAREST:
            yield point
            last = point
    yield line[-1]


def path_of(lines: Iterable[Sequence[Point]], *, is_closed: bool) -> str:
    """What goes into `d`, in tenths of a unit."""
    return "".join(moves(list(thinned(line)), is_closed) for line in lines if len(line) > 1)


def moves(line: Sequence[Point], is_closed: bool) -> str:
    (x, y), *rest = [(round(x * FINE), round(y * FINE)) for x, y in line]
    words, steps = f"M{x} {y}l", []
    for next_x, next_y in rest:
        if (dx := next_x - x) or (next_y != y):
            steps.append(f"{dx} {next_y - y}")
            x, y = next_x, next_y
    if not steps or (is_closed and len(steps) < 2):
        return ""
    return words + " ".join(steps).replace(" -", "-") + ("z" if is_closed else "")
