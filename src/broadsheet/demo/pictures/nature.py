"""Sky, sea, hills, weather: what stands behind everything on an island."""

from math import pi, sin

from broadsheet.demo.pictures.canvas import Canvas, Colour, Point, curve, mix, thin


def streaks(c: Canvas, x: float, y: float, width: float, colour: Colour, count: int = 4) -> None:
    """A poster's cloud: bars with round ends, laid over each other."""
    height = width / 22
    for row in range(count):
        length = width * c.chance.uniform(0.45, 1) * (1 - 0.12 * abs(row - count / 2))
        left = x - length / 2 + c.chance.uniform(-0.2, 0.2) * width
        c.pill(left, y + row * height * 0.92, length, height, colour)


def billow(
    c: Canvas, x: float, base: float, width: float, height: float, light: Colour, dark: Colour
) -> None:
    """A heaped cloud: lit heads above, grain of shadow below, a flat foot."""
    puffs = []
    count = 13
    for at in range(count):
        share = at / (count - 1)
        top = height * (1 - (2 * share - 1) ** 2) ** 0.7 * c.chance.uniform(0.7, 1)
        radius = width / count * c.chance.uniform(0.9, 1.5)
        puffs.append((x + (share - 0.5) * width, base - max(top - radius, radius * 0.6), radius))
    for px, py, radius in puffs:
        c.disc(px, py, radius, light)
        c.box(px - radius, py, 2 * radius, base - py, light)
    for px, py, radius in puffs:
        ring = curve(
            [
                (px - radius, base),
                (px - radius, py),
                (px, py - radius * 0.9),
                (px + radius, py),
                (px + radius, base),
            ]
        )
        c.shade(ring, dark, (px + radius * 0.6, base), (px - radius * 0.4, py - radius), 0.9)


def ridge(
    c: Canvas, left: float, right: float, base: float, height: float, colour: Colour
) -> list[Point]:
    """A line of hills that swells in the middle and runs out at both ends."""
    a, b = c.chance.uniform(0, 6), c.chance.uniform(0, 6)
    points: list[Point] = []
    for step in range(61):
        share = step / 60
        swell = sin(pi * share) ** 0.8
        bumps = 0.68 + 0.22 * sin(a + 7 * share) + 0.1 * sin(b + 19 * share)
        points.append((left + (right - left) * share, base - height * swell * bumps))
    c.shape([*points, (right, base + 2), (left, base + 2)], colour)
    return points


def ripples(
    c: Canvas, top: float, bottom: float, colour: Colour, count: int, reach: float = 1
) -> None:
    """Strokes on water: short and close at the horizon, long and far apart at our feet."""
    for _ in range(count):
        depth = c.chance.random() ** 1.7
        y = top + 3 + (bottom - top) * depth
        length = (14 + 130 * depth * c.chance.uniform(0.4, 1)) * reach
        c.oval(c.chance.uniform(0, c.width), y, length, 0.7 + 2.6 * depth, colour)


def glitter(
    c: Canvas, x: float, top: float, bottom: float, width: float, colour: Colour, count: int
) -> None:
    """The path of a light on water, which widens towards us."""
    for _ in range(count):
        depth = c.chance.random()
        spread = width * (0.35 + 0.65 * depth)
        off = c.chance.gauss(0, 0.3) * spread
        length = spread * c.chance.uniform(0.1, 0.3) * max(0.2, 1 - abs(off) / spread)
        y = top + 2 + (bottom - top) * depth
        c.oval(x + off, y, length, 1.2 + 3.2 * depth, thin(colour, 0.9 - 0.6 * depth))


def crest(c: Canvas, y: float, height: float, body: Colour, foam: Colour) -> None:
    """One wave from edge to edge, with a foaming lip."""
    length = height * c.chance.uniform(4, 6)
    start = -c.chance.uniform(0, length)
    tops: list[Point] = []
    x = start
    while x < c.width + length:
        peak = height * c.chance.uniform(0.6, 1)
        tops += [(x, y), (x + length * 0.42, y - peak * 0.8), (x + length * 0.55, y - peak)]
        tops += [(x + length * 0.62, y - peak * 0.55)]
        x += length * c.chance.uniform(0.8, 1.1)
    line = curve(tops, 8)
    c.shape([*line, (c.width, y + height * 3), (0, y + height * 3)], body)
    c.line(line, foam, max(1.5, height / 14))


def stars(c: Canvas, bottom: float, colour: Colour, count: int) -> None:
    for _ in range(count):
        y = bottom * c.chance.random() ** 1.4
        c.disc(c.chance.uniform(0, c.width), y, c.chance.choice([0.9, 1.1, 1.5, 2.1]), colour)


def rain(c: Canvas, colour: Colour, count: int, slant: float) -> None:
    for _ in range(count):
        x, y = c.chance.uniform(-200, c.width + 200), c.chance.uniform(-60, c.height)
        length = c.chance.uniform(30, 110)
        c.line([(x, y), (x - slant * length, y + length)], colour, c.chance.choice([1, 1, 1.6]))


def gull(c: Canvas, x: float, y: float, span: float, colour: Colour) -> None:
    tilt = c.chance.uniform(-0.12, 0.12) * span
    left = curve([(x - span, y + tilt), (x - span * 0.5, y - span * 0.32), (x, y + span * 0.04)])
    right = curve([(x, y + span * 0.04), (x + span * 0.5, y - span * 0.34), (x + span, y - tilt)])
    under = [
        (x + span * 0.45, y - span * 0.2),
        (x, y + span * 0.16),
        (x - span * 0.45, y - span * 0.18),
    ]
    c.shape([*left, *right, *under], colour)


def boulder(c: Canvas, x: float, base: float, width: float, height: float, colour: Colour) -> None:
    """A rock of three planes: lit, half lit, dark."""
    peak = (x + width * c.chance.uniform(-0.1, 0.1), base - height)
    left, right = (x - width / 2, base), (x + width / 2, base)
    near = (x - width * c.chance.uniform(0.0, 0.15), base)
    shoulder_left = (x - width * 0.36, base - height * c.chance.uniform(0.55, 0.75))
    shoulder_right = (x + width * 0.34, base - height * c.chance.uniform(0.5, 0.8))
    c.shape([left, shoulder_left, peak, shoulder_right, right], colour)
    c.shape([left, shoulder_left, peak, near], mix(colour, "#ffffff", 0.16))
    c.shape([peak, shoulder_right, right, (x + width * 0.15, base)], mix(colour, "#000000", 0.22))
