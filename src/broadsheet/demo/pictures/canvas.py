"""The sheet and the tools: flat shapes, light, reflections and a lithographer's grain."""

from cmath import rect
from collections.abc import Sequence
from copy import copy
from functools import lru_cache
from math import ceil, floor, sin
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageOps

from broadsheet.demo.pictures.lines import Path, Point, points
from broadsheet.demo.pictures.paint import Colour

SCENE, PORTRAIT = (1600, 1067), (480, 480)
OVER = 2  # drawn twice as large, then reduced: clean edges for flat shapes

Box = tuple[int, int, int, int]


class Canvas:
    """A sheet, seen from some point of it.

    Measures are pixels of the printed picture, or units of the view made by `at`. Only this class
    knows of OVER.
    """

    def __init__(self, seed: str, size: tuple[int, int]) -> None:
        self.width, self.height = size
        self.chance = Random(seed)
        self.image = Image.new("RGB", (self.width * OVER, self.height * OVER))
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.origin, self.scale, self.side = 0j, complex(OVER), 1

    def at(
        self, x: float, y: float, unit: float = 1, turn: float = 0, flip: bool = False
    ) -> "Canvas":
        """The same sheet with the origin at (x, y), for things drawn in measures of their own.

        `turn` is in radians, clockwise; `flip` looks to the other side.
        """
        view = copy(self)
        view.origin = self.place((x, y))
        view.scale = self.scale * rect(unit, turn)
        view.side = -self.side if flip else self.side
        return view

    def place(self, point: Point) -> complex:
        return self.origin + self.scale * complex(point[0] * self.side, point[1])

    def pixels(self, path: Path) -> list[Point]:
        places = [self.place(point) for point in points(path)]
        return [(place.real, place.imag) for place in places]

    def printed(self) -> Image.Image:
        return self.image.reduce(OVER)

    # Flat shapes

    def shape(self, path: Path, colour: Colour) -> None:
        self.pen.polygon(self.pixels(path), fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """Always level, however the view is turned."""
        middle, unit = self.place((x, y)), abs(self.scale)
        across, down = rx * unit, ry * unit
        edges = (middle.real - across, middle.imag - down, middle.real + across, middle.imag + down)
        self.pen.ellipse(edges, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self.oval(x, y, radius, radius, colour)

    def pill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A bar with round ends; always level."""
        (left, top), (right, bottom) = self.pixels([(x, y), (x + width, y + height)])
        edges = (min(left, right), top, max(left, right), bottom)
        radius = min(edges[2] - edges[0], bottom - top) / 2
        self.pen.rounded_rectangle(edges, radius, fill=colour)

    def line(self, path: Path, colour: Colour, width: float = 1) -> None:
        thickness = max(1, round(width * abs(self.scale)))
        self.pen.line(self.pixels(path), fill=colour, width=thickness, joint="curve")

    def text(self, x: float, y: float, words: str, size: float, colour: Colour) -> None:
        """Centred on (x, y); always level."""
        middle = self.place((x, y))
        font = ImageFont.load_default(size * abs(self.scale))
        self.pen.text((middle.real, middle.imag), words, fill=colour, font=font, anchor="mm")

    def hatch(self, path: Path, colour: Colour, gap: float, width: float, slant: float = 0) -> None:
        """Rule a shape with level lines, or with lines that fall by `slant` for every 1 across."""
        outline, step = self.pixels(path), gap * abs(self.scale)
        left, top, right, bottom = box = self.bounds(outline)
        ruling = Image.new("L", (right - left, bottom - top))
        fall, thickness = slant * (right - left), max(1, round(width * abs(self.scale)))
        for line in range(ceil((bottom - top + abs(fall)) / step) + 1):
            y = line * step - max(0, fall)
            across = [(0, y), (right - left, y + fall)]
            ImageDraw.Draw(ruling).line(across, fill=255, width=thickness)
        self.stain(colour, box, ImageChops.multiply(ruling, stencil(outline, box)))

    # Light and shadow

    def gradient(self, top: float, bottom: float, colours: Sequence[Colour]) -> None:
        """Evenly spaced colours from top to bottom, over the whole width of the sheet."""
        column = Image.new("RGB", (1, len(colours)))
        for row, colour in enumerate(colours):
            column.paste(colour, (0, row, 1, row + 1))
        first, last = floor(self.place((0, top)).imag), ceil(self.place((0, bottom)).imag)
        inner = (0, 0.5, 1, len(colours) - 0.5)
        strip = column.resize((1, last - first), Image.Resampling.BILINEAR, inner)
        self.image.paste(strip.resize((self.image.width, last - first)), (0, first))

    def veil(self, path: Path, colour: Colour, way: Path, strength: float = 1) -> None:
        """Fill a shape with colour that fades along `way`, a path of two points."""
        outline, box, fade = self.fading(path, way, strength)
        self.stain(colour, box, ImageChops.multiply(fade, stencil(outline, box)))

    def shade(self, path: Path, colour: Colour, way: Path, strength: float = 1) -> None:
        """A veil in grain, as chalk leaves it on a rough stone."""
        outline, box, fade = self.fading(path, way, strength)
        grain = ImageChops.add(fade, tooth().crop(box), 2).point(CHALK)
        self.stain(colour, box, ImageChops.multiply(grain, stencil(outline, box)))

    def beam(self, path: Path, colour: Colour, way: Path, strength: float = 1) -> None:
        """A veil of light: it brightens what is there, and hides nothing."""
        outline, box, fade = self.fading(path, way, strength)
        self.lighten(colour, box, ImageChops.multiply(fade, stencil(outline, box)))

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
        """Light around a point, strongest in the middle."""
        middle, reach = self.place((x, y)), radius * abs(self.scale)
        left, top = middle.real - reach, middle.imag - reach
        box = self.bounds([(left, top), (left + 2 * reach, top + 2 * reach)])
        ratio = HALO / (2 * reach)
        part = (
            max(0.0, (box[0] - left) * ratio),
            max(0.0, (box[1] - top) * ratio),
            min(HALO, (box[2] - left) * ratio),
            min(HALO, (box[3] - top) * ratio),
        )
        size = (box[2] - box[0], box[3] - box[1])
        light = halo().resize(size, Image.Resampling.BILINEAR, part)
        self.lighten(colour, box, light.point(levels(strength)))

    def reflect(self, shapes: Sequence[Path], water: float, depth: float, strength: float) -> None:
        """Mirror what was drawn inside the shapes in the water below them, with ripples."""
        outlines = [self.pixels(shape) for shape in shapes]
        line, reach = round(self.place((0, water)).imag), round(depth * abs(self.scale))
        left, top, right, _ = self.bounds([point for outline in outlines for point in outline])
        box = (left, max(top, line - reach), right, line)
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        for outline in outlines:
            mask.paste(255, (0, 0), stencil(outline, box))
        fade = slope(mask.size, (0, 0), (0, reach)).point(levels(strength))
        mask = ImageChops.multiply(ImageOps.flip(mask), fade)
        self.ripple(ImageOps.flip(self.image.crop(box)), mask, (left, line))

    def ripple(self, mirrored: Image.Image, mask: Image.Image, corner: tuple[int, int]) -> None:
        """Lay a mirror image down strip by strip, each a little aside."""
        y = strip = 0
        while y < mirrored.height:
            thickness = 4 + y // 60
            part = (0, y, mirrored.width, min(y + thickness, mirrored.height))
            aside = round((2 + y / 45) * sin(strip * 0.5 + 2 * sin(strip * 0.23)))
            spot = (corner[0] + aside, corner[1] + y)
            self.image.paste(mirrored.crop(part), spot, mask.crop(part))
            y, strip = y + thickness, strip + 1

    def fading(
        self, path: Path, way: Path, strength: float
    ) -> tuple[list[Point], Box, Image.Image]:
        outline, (start, end) = self.pixels(path), self.pixels(way)
        left, top, right, bottom = box = self.bounds(outline)
        start, end = (start[0] - left, start[1] - top), (end[0] - left, end[1] - top)
        fade = slope((right - left, bottom - top), start, end)
        return outline, box, fade.point(levels(strength))

    def bounds(self, outline: Sequence[Point]) -> Box:
        """The smallest box of whole pixels around an outline that lies on the sheet."""
        xs, ys = [x for x, _ in outline], [y for _, y in outline]
        width, height = self.image.size
        left, top = min(max(0, floor(min(xs))), width - 1), min(max(0, floor(min(ys))), height - 1)
        right, bottom = min(width, floor(max(xs)) + 1), min(height, floor(max(ys)) + 1)
        return left, top, max(left + 1, right), max(top + 1, bottom)

    def stain(self, colour: Colour, box: Box, mask: Image.Image) -> None:
        self.image.paste(colour, box, mask)

    def lighten(self, colour: Colour, box: Box, mask: Image.Image) -> None:
        light = ImageOps.colorize(mask, "black", colour)
        self.image.paste(ImageChops.screen(self.image.crop(box), light), box)


def stencil(outline: Sequence[Point], box: Box) -> Image.Image:
    mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
    moved = [(x - box[0], y - box[1]) for x, y in outline]
    ImageDraw.Draw(mask).polygon(moved, fill=255)
    return mask


def slope(size: tuple[int, int], start: Point, end: Point) -> Image.Image:
    """White at and before start, black at and behind end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    across, down = 256 * dx / square, 256 * dy / square
    first = LEAD - start[0] * across - start[1] * down
    return ramp().transform(size, Image.Transform.AFFINE, (0, 0, 0.5, across, down, first))


LEAD = 8192  # how far a slope is known before its start and behind its end, in 256ths of it
HALO = 256.0  # pixels across ...
EDGE = 178  # ... and the value that Pillow gives the middle of its sides
CHALK = [max(0, min(255, (value - 112) * 8)) for value in range(256)]  # it catches, or it does not


def levels(strength: float) -> list[int]:
    return [round(value * strength) for value in range(256)]


@lru_cache(maxsize=1)
def ramp() -> Image.Image:
    white_to_black = bytes([255]) * LEAD + bytes(range(255, -1, -1)) + bytes(LEAD)
    return Image.frombytes("L", (1, len(white_to_black)), white_to_black)


@lru_cache(maxsize=1)
def halo() -> Image.Image:
    falling = [round(255 * (1 - min(1, distance / EDGE)) ** 2) for distance in range(256)]
    return Image.radial_gradient("L").point(falling)


@lru_cache(maxsize=1)
def tooth() -> Image.Image:
    """The tooth of the stone: where chalk catches first."""
    width, height = SCENE[0] * OVER, SCENE[1] * OVER
    return Image.frombytes("L", (width, height), Random("stone").randbytes(width * height))
