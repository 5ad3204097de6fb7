"""Sky, sea, hills, weather: what stands behind everything on an island."""

from collections.abc import Sequence
from math import pi, sin, sqrt

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import Path, Point, blob, curve, points, ribbon
from broadsheet.demo.pictures.paint import INK, Colour, mix, thin


def streaks(c: Canvas, x: float, y: float, width: float, colour: Colour, count: int = 4) -> None:
    """Long thin clouds of a quiet sky, around (x, y)."""
    for row in range(count):
        length = width * c.chance.uniform(0.16, 0.42)
        aside = c.chance.uniform(-0.3, 0.3) * width
        c.oval(x + aside, y + (row - count / 2) * width * 0.026, length, length * 0.042, colour)


def heap(c: Canvas, x: float, base: float, width: float, light: Colour, dark: Colour) -> None:
    """A fair-weather cloud: round heads, a flat foot, shadow that rises from it."""
    count = max(4, round(width / 75))
    puffs = []
    for at in range(count):
        share = (at + 0.5) / count
        radius = width * (0.07 + 0.11 * sin(pi * share)) * c.chance.uniform(0.75, 1.15)
        puffs.append((x + (share - 0.5) * width * 0.8, base - radius * 0.35, radius))
    cloud = heads(puffs, x - width / 2, x + width / 2, base)
    c.shape(cloud, light)
    c.shade(cloud, dark, [(x, base), (x - width * 0.06, base - width * 0.2)], 0.8)


def heads(
    puffs: Sequence[tuple[float, float, float]], left: float, right: float, base: float
) -> list[Point]:
    """The outline of discs (x, y, radius) that stand on a base."""
    top: list[Point] = []
    for step in range(201):
        x = left + (right - left) * step / 200
        rims = [py - sqrt(r * r - (x - px) ** 2) for px, py, r in puffs if abs(x - px) < r]
        if rims and min(rims) < base:
            top.append((x, min(rims)))
    return [*top, (top[-1][0], base), (top[0][0], base)]


def billows(
    c: Canvas, base: float, radius: float, light: Colour, dark: Colour, left: float, right: float
) -> None:
    """One bank of a thundercloud: lit heads that sink into darkness."""
    puffs = []
    x = left
    while x < right:
        size = radius * c.chance.uniform(0.6, 1.25)
        puffs.append((x, base - size * c.chance.uniform(0.1, 0.7), size))
        x += size * c.chance.uniform(0.7, 1.1)
    bank = heads(puffs, left - radius, right + radius, base + radius * 1.6)
    c.shape(bank, mix(light, dark, 0.55))
    for px, py, size in puffs:
        head = heads([(px, py, size)], px - size, px + size, py + size * 0.5)
        way = [(px - size * 0.5, py - size), (px + size * 0.3, py + size * 0.3)]
        c.shade(head, light, way, 0.9)
    c.veil(bank, dark, [(0, base + radius * 0.7), (0, base - radius * 1.1)], 1)


def ridge(c: Canvas, left: float, right: float, base: float, height: float, colour: Colour) -> None:
    """Hills that swell in the middle and run out at both ends."""
    first, second = c.chance.uniform(0, 6), c.chance.uniform(0, 6)
    outline = [(right, base + 2), (left, base + 2)]
    for step in range(81):
        share = step / 80
        bumps = 0.7 + 0.2 * sin(first + 7 * share) + 0.1 * sin(second + 17 * share)
        swell = max(0.0, sin(pi * share)) ** 0.8
        outline.append((left + (right - left) * share, base - height * swell * bumps))
    c.shape(outline, colour)


def ripples(c: Canvas, top: float, bottom: float, colour: Colour, count: int) -> None:
    """Strokes on water: short and close at the horizon, long and far apart at our feet."""
    for _ in range(count):
        depth = c.chance.random() ** 1.6
        length = 12 + 120 * depth * c.chance.uniform(0.4, 1)
        y = top + 3 + (bottom - top) * depth
        c.oval(c.chance.uniform(0, c.width), y, length, 0.8 + 2.2 * depth, colour)


def glitter(
    c: Canvas, x: float, top: float, bottom: float, width: float, colour: Colour, count: int
) -> None:
    """The path of a light on water, which widens towards us."""
    for _ in range(count):
        depth = c.chance.random() ** 1.3
        spread = width * (0.3 + 0.7 * depth)
        aside = max(-0.6, min(0.6, c.chance.gauss(0, 0.22)))
        length = spread * c.chance.uniform(0.06, 0.24) * (1 - abs(aside))
        y = top + 2 + (bottom - top) * depth
        c.oval(x + aside * spread, y, length, 1.1 + 2.6 * depth, thin(colour, 0.95 - 0.6 * depth))


def crest(c: Canvas, y: float, height: float, body: Colour, foam: Colour) -> None:
    """A wave from edge to edge, its lip white and its back ruled like a woodcut."""
    length = height * 4.6
    x, line, lips = -length * c.chance.random(), [], []
    while x < c.width + length:
        peak, stretch = height * c.chance.uniform(0.6, 1.1), length * c.chance.uniform(0.8, 1.25)
        rise = [(x, y), (x + stretch * 0.3, y - peak * 0.34), (x + stretch * 0.52, y - peak)]
        fall = [(x + stretch * 0.62, y - peak * 0.94), (x + stretch * 0.66, y - peak * 0.5)]
        line += rise + fall
        lips.append((rise, [rise[-1], *fall, (x + stretch * 0.8, y - peak * 0.1)], peak))
        x += stretch
    back = curve(line, 8)
    c.shape([*back, (c.width, c.height + height), (0, c.height + height)], body)
    for row in (1, 2, 3):
        lower = [(px - row * height * 0.12, py + row * height * 0.3) for px, py in back]
        c.line(lower, thin(foam, 0.34 - row * 0.08), 2.4 - row * 0.5)
    for rise, fall, peak in lips:
        c.shape(ribbon(rise, 0.5, peak * 0.14), foam)
        c.shape(ribbon(fall, peak * 0.14, 0.5), foam)


def spray(c: Canvas, x: float, y: float, size: float, foam: Colour, count: int = 14) -> None:
    """Water thrown up from (x, y): a foot of foam, jets that rise and bend over, drops."""
    s = c.at(x, y, size)
    puffs = []
    for at in range(13):
        aside = (at - 6) / 6
        puffs.append((aside * 0.8, 0.06, s.chance.uniform(0.16, 0.3) * (1.25 - abs(aside))))
    s.shape(heads(puffs, -1.2, 1.2, 0.06), foam)
    s.oval(0, 0.05, 0.94, 0.1, foam)
    for _ in range(count):
        out, up = s.chance.gauss(0, 0.55), s.chance.uniform(1.4, 3.8)
        arc = [(out * t, (t - 1) * up * t) for t in (0, 0.15, 0.3, 0.45, 0.6, 0.72)]
        s.shape(ribbon(arc, s.chance.uniform(0.06, 0.14), 0.01), foam)
        for _ in range(5):
            t = s.chance.uniform(0.4, 0.95)
            drift = s.chance.uniform(-0.06, 0.06)
            s.disc(out * t + drift, (t - 1) * up * t + drift, s.chance.uniform(0.008, 0.03), foam)


def stars(c: Canvas, bottom: float, colour: Colour, count: int) -> None:
    for _ in range(count):
        y, size = bottom * c.chance.random() ** 1.4, c.chance.choice([0.8, 1, 1.3, 1.9])
        c.disc(c.chance.uniform(0, c.width), y, size, thin(colour, 0.95 - 0.7 * y / bottom))


def rain(c: Canvas, colour: Colour, count: int, slant: float) -> None:
    for _ in range(count):
        x, y = c.chance.uniform(-200, c.width + 300), c.chance.uniform(-60, c.height)
        length = c.chance.uniform(30, 120)
        c.line([(x, y), (x - slant * length, y + length)], colour, c.chance.choice([0.8, 1, 1.5]))


def gulls(c: Canvas, flock: Path, span: float, colour: Colour) -> None:
    """Gulls where the path says, the first one nearest."""
    for at, (x, y) in enumerate(points(flock)):
        bird = c.at(x, y, span * 0.8**at / 100, turn=c.chance.uniform(-0.2, 0.2))
        bird.shape(blob("-100,-14 -52,-40 -8,-6 0,8 -10,10 -50,-26", 6), colour)
        bird.shape(blob("100,-20 54,-44 8,-6 0,8 10,10 52,-28", 6), colour)


def smoke(c: Canvas, path: Path, first: float, last: float, colour: Colour) -> None:
    """A plume along the path that widens and thins out."""
    spine = points(path)
    way = [spine[0], spine[-1]]
    c.veil(ribbon(path, first, last), colour, way, 0.9)
    core = ribbon([(x, y - last * 0.08) for x, y in spine], first * 0.3, last * 0.4)
    c.veil(core, mix(colour, "#ffffff", 0.18), way, 0.5)


def rock(c: Canvas, x: float, base: float, size: float, colour: Colour, flip: bool = False) -> None:
    """A boulder 2.2 sizes wide: lit from the left, or flipped."""
    r, outline = c.at(x, base, size / 100, flip=flip), "-110,0 -92,-52 -40,-96 22,-104 74,-62 112,0"
    r.shape(outline, colour)
    r.shape("-110,0 -92,-52 -40,-96 -14,-50 -40,0", mix(colour, "#ffffff", 0.14))
    r.shape("-40,-96 22,-104 30,-66 -14,-50", mix(colour, "#ffffff", 0.26))
    r.shape("30,-66 22,-104 74,-62 112,0 46,0", mix(colour, INK, 0.4))
    r.shade(outline, mix(colour, INK, 0.7), "20,0 -10,-80", 0.8)
