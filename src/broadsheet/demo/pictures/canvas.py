"""The sheet and the tools: flat shapes, gradients, glows and a printer's grain."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil, floor, hypot
from random import Random

from PIL import Image, ImageChops, ImageDraw

SCENE, PORTRAIT = (1600, 1067), (480, 480)
OVER = 2  # drawn twice as large, then reduced: clean edges for flat shapes

Point = tuple[float, float]
Points = Sequence[Point]
Colour = str  # "#rrggbb", or "#rrggbbaa" to let the ground shine through


class Canvas:
    """All measures are pixels of the printed picture; only this class knows of OVER."""

    def __init__(self, seed: str, size: tuple[int, int]) -> None:
        self.width, self.height = size
        self.chance = Random(seed)
        self.image = Image.new("RGB", (self.width * OVER, self.height * OVER))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def printed(self) -> Image.Image:
        return self.image.reduce(OVER)

    def shape(self, points: Points, colour: Colour) -> None:
        self.pen.polygon([(x * OVER, y * OVER) for x, y in points], fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.shape(corners(x, y, width, height), colour)

    def pill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A bar with round ends."""
        edges = (x * OVER, y * OVER, (x + width) * OVER, (y + height) * OVER)
        self.pen.rounded_rectangle(edges, min(width, height) * OVER / 2, fill=colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        edges = ((x - rx) * OVER, (y - ry) * OVER, (x + rx) * OVER, (y + ry) * OVER)
        self.pen.ellipse(edges, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.oval(x, y, radius, radius, colour)

    def line(self, points: Points, colour: Colour, width: float = 1) -> None:
        scaled = [(x * OVER, y * OVER) for x, y in points]
        self.pen.line(scaled, fill=colour, width=max(1, round(width * OVER)), joint="curve")

    def gradient(self, top: float, bottom: float, colours: Sequence[Colour]) -> None:
        """Evenly spaced colours from top to bottom, over the whole width."""
        column = Image.new("RGB", (1, len(colours)))
        for row, colour in enumerate(colours):
            column.paste(colour, (0, row, 1, row + 1))
        first, last = floor(top * OVER), ceil(bottom * OVER)
        inner = (0, 0.5, 1, len(colours) - 0.5)
        strip = column.resize((1, last - first), Image.Resampling.BILINEAR, inner)
        self.image.paste(strip.resize((self.image.width, last - first)), (0, first))

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """Light around a point, strongest in the middle."""
        side = round(2 * radius * OVER)
        light = halo().point(lambda value: round(value * strength)).resize((side, side))
        self.image.paste(colour, (round(x * OVER - side / 2), round(y * OVER - side / 2)), light)

    def veil(
        self, points: Points, colour: Colour, start: Point, end: Point, strength: float
    ) -> None:
        """Fill a shape with colour that fades evenly from start to end."""
        self._fade(points, colour, start, end, strength, grain=False)

    def shade(
        self, points: Points, colour: Colour, start: Point, end: Point, strength: float
    ) -> None:
        """A veil in grain, as a lithographer's chalk would leave it."""
        self._fade(points, colour, start, end, strength, grain=True)

    def _fade(
        self,
        points: Points,
        colour: Colour,
        start: Point,
        end: Point,
        strength: float,
        grain: bool,
    ) -> None:
        left, top, right, bottom = bounds(points, self.width, self.height)
        width, height = right - left, bottom - top
        if width <= 0 or height <= 0:
            return
        fade = slope(
            (width, height), (start[0] - left, start[1] - top), (end[0] - left, end[1] - top)
        )
        fade = fade.point(lambda value: round(value * strength))
        if grain:
            speckle = tooth().crop((left, top, right, bottom))
            fade = ImageChops.add(fade, speckle, 2).point(crisp)
        fade = fade.resize((width * OVER, height * OVER))
        inside = Image.new("L", fade.size)
        moved = [((x - left) * OVER, (y - top) * OVER) for x, y in points]
        ImageDraw.Draw(inside).polygon(moved, fill=255)
        self.image.paste(colour, (left * OVER, top * OVER), ImageChops.multiply(fade, inside))


def corners(x: float, y: float, width: float, height: float) -> list[Point]:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def bounds(points: Points, width: int, height: int) -> tuple[int, int, int, int]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (
        max(0, floor(min(xs))),
        max(0, floor(min(ys))),
        min(width, ceil(max(xs))),
        min(height, ceil(max(ys))),
    )


def slope(size: tuple[int, int], start: Point, end: Point) -> Image.Image:
    """White at and before start, black at and behind end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = hypot(dx, dy) ** 2
    across, down = 256 * dx / square, 256 * dy / square
    origin = LEAD + 256 * (-start[0] * dx - start[1] * dy) / square
    return ramp().transform(size, Image.Transform.AFFINE, (0, 0, 0.5, across, down, origin))


LEAD = 4096  # how far a slope is known before its start and behind its end, in 256ths of it


@lru_cache(maxsize=1)
def ramp() -> Image.Image:
    levels = bytes([255]) * LEAD + bytes(range(255, -1, -1)) + bytes(LEAD)
    return Image.frombytes("L", (1, len(levels)), levels)


@lru_cache(maxsize=1)
def halo() -> Image.Image:
    return Image.radial_gradient("L").point(lambda value: round(255 * (1 - value / 255) ** 2))


@lru_cache(maxsize=1)
def tooth() -> Image.Image:
    """The tooth of the paper: where chalk catches first."""
    width, height = SCENE
    return Image.frombytes("L", SCENE, Random("paper").randbytes(width * height))


def crisp(value: int) -> int:
    """Grain stands or does not, with a narrow soft edge."""
    return max(0, min(255, (value - 120) * 16))


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` 0 is the first colour, 1 the second."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def thin(colour: Colour, opacity: float) -> Colour:
    return f"{colour}{round(255 * opacity):02x}"


def channels(colour: Colour) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def between(first: Point, second: Point, share: float) -> Point:
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
    )


def curve(points: Points, steps: int = 12) -> list[Point]:
    """A smooth line through all points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    smooth: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            smooth.append((spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)))
    return [*smooth, points[-1]]


def spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
    )
