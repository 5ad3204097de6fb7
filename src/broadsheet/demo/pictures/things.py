"""What people built, and the people: houses, windows, lamps, bunting, figures."""

from collections.abc import Sequence
from itertools import pairwise
from math import pi, sin

from broadsheet.demo.pictures.canvas import (
    Canvas,
    Colour,
    Point,
    between,
    corners,
    curve,
    mix,
    thin,
)

INK, PAPER = "#16202e", "#f4e9d4"
LANTERN = "#ffd27a"  # the one warm light that most of the pictures share


def panes(
    c: Canvas,
    x: float,
    y: float,
    width: float,
    height: float,
    glass: Colour,
    frame: Colour,
    across: int = 2,
    down: int = 2,
) -> None:
    """A window with glazing bars."""
    bar = max(1.2, width / 22)
    c.box(x - bar * 1.6, y - bar * 1.6, width + bar * 3.2, height + bar * 3.2, frame)
    c.box(x, y, width, height, glass)
    for column in range(1, across):
        c.box(x + width * column / across - bar / 2, y, bar, height, frame)
    for row in range(1, down):
        c.box(x, y + height * row / down - bar / 2, width, bar, frame)
    c.box(x - bar * 3, y + height + bar * 1.6, width + bar * 6, bar * 1.8, frame)


def house(
    c: Canvas,
    x: float,
    base: float,
    width: float,
    height: float,
    wall: Colour,
    roof: Colour,
    glass: Sequence[Colour],
) -> None:
    """A gabled front, as the ones on the harbour: two windows a floor, one in the gable."""
    eaves = base - height * 0.68
    middle = x + width / 2
    c.box(x + width * 0.68, base - height * 0.98, width * 0.12, height * 0.3, mix(roof, INK, 0.4))
    c.shape(
        [(x, base), (x, eaves), (middle, base - height), (x + width, eaves), (x + width, base)],
        wall,
    )
    c.shade(
        corners(x, eaves, width, base - eaves),
        mix(wall, INK, 0.55),
        (x + width, base),
        (x, base - height * 0.4),
        0.5,
    )
    edge = width * 0.055
    for side in (-1, 1):
        foot = middle + side * (width / 2 + edge)
        c.shape(
            [
                (middle, base - height - edge),
                (foot, eaves + edge * 0.4),
                (foot, eaves + edge * 2),
                (middle, base - height + edge * 1.1),
            ],
            roof,
        )
    pane, frame = width * 0.2, mix(wall, PAPER, 0.45)
    floors = max(1, round(height * 0.6 / (width * 0.5)))
    for floor in range(floors):
        top = eaves + height * 0.68 * (floor + 0.25) / floors
        for share in (0.18, 0.62):
            panes(c, x + width * share, top, pane, pane * 1.3, c.chance.choice(glass), frame)
    panes(
        c,
        middle - pane * 0.4,
        base - height * 0.82,
        pane * 0.8,
        pane,
        c.chance.choice(glass),
        frame,
    )


def lamp(c: Canvas, x: float, base: float, height: float, post: Colour, reach: float = 1) -> None:
    """A street lamp with its light."""
    head = height * 0.1
    c.glow(x, base - height, height * 0.75 * reach, LANTERN, 0.75)
    c.box(x - height * 0.011, base - height * 0.9, height * 0.022, height * 0.9, post)
    c.shape(
        [
            (x - head * 0.3, base),
            (x - head * 0.15, base - head),
            (x + head * 0.15, base - head),
            (x + head * 0.3, base),
        ],
        post,
    )
    c.shape(
        [
            (x - head * 0.28, base - height * 0.9),
            (x - head * 0.45, base - height),
            (x + head * 0.45, base - height),
            (x + head * 0.28, base - height * 0.9),
        ],
        "#fff0c4",
    )
    c.shape(
        [
            (x - head * 0.58, base - height),
            (x, base - height * 1.045),
            (x + head * 0.58, base - height),
        ],
        post,
    )


def figure(
    c: Canvas,
    x: float,
    base: float,
    height: float,
    coat: Colour,
    legs: Colour = INK,
    skin: Colour = "#d9a07c",
    hat: Colour | None = None,
    long: bool = False,
    stride: float = 0.1,
) -> None:
    """A person seen from afar. `stride` is how far the feet are apart, in heights."""
    hem = base - height * (0.28 if long else 0.42)
    for side in (-1, 1):
        hip, foot = (
            (x + side * height * 0.04, hem - height * 0.05),
            (x + side * height * stride / 2, base),
        )
        c.line([hip, foot], legs, height * 0.07)
        c.oval(foot[0] + height * 0.02, base - height * 0.01, height * 0.055, height * 0.02, legs)
    c.shape(
        curve(
            [
                (x - height * 0.07, base - height * 0.82),
                (x - height * 0.13, base - height * 0.76),
                (x - height * 0.15, base - height * 0.48),
                (x - height * 0.14, hem),
                (x + height * 0.14, hem),
                (x + height * 0.15, base - height * 0.48),
                (x + height * 0.13, base - height * 0.76),
                (x + height * 0.07, base - height * 0.82),
            ],
            5,
        ),
        coat,
    )
    c.shape(
        [
            (x + height * 0.03, base - height * 0.82),
            (x + height * 0.13, base - height * 0.76),
            (x + height * 0.15, base - height * 0.48),
            (x + height * 0.14, hem),
            (x + height * 0.05, hem),
        ],
        mix(coat, INK, 0.35),
    )
    c.disc(x, base - height * 0.9, height * 0.072, skin)
    top = base - height * 0.93
    if hat:
        c.oval(x, top, height * 0.12, height * 0.018, hat)
        c.pill(x - height * 0.068, top - height * 0.075, height * 0.136, height * 0.085, hat)
    else:
        c.oval(
            x - height * 0.012,
            base - height * 0.925,
            height * 0.074,
            height * 0.055,
            mix(legs, skin, 0.2),
        )


def garland(start: Point, end: Point, sag: float, count: int) -> list[Point]:
    """Where things hang on a slack line."""
    spots = [between(start, end, step / count) for step in range(count + 1)]
    return [(x, y + sag * sin(pi * at / count)) for at, (x, y) in enumerate(spots)]


def bunting(
    c: Canvas, start: Point, end: Point, sag: float, colours: Sequence[Colour], size: float
) -> None:
    count = max(4, round(abs(end[0] - start[0]) / (size * 1.25)))
    spots = garland(start, end, sag, count)
    c.line(spots, thin(INK, 0.8), 2)
    for at, ((x, y), (to_x, to_y)) in enumerate(pairwise(spots)):
        middle = ((x + to_x) / 2, (y + to_y) / 2 + size)
        c.shape(
            [between((x, y), (to_x, to_y), 0.12), between((x, y), (to_x, to_y), 0.88), middle],
            colours[at % len(colours)],
        )


def lantern(c: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """A paper lantern and its light."""
    c.glow(x, y, size * 4.2, LANTERN, 0.6)
    c.oval(x, y, size, size * 0.86, colour)
    c.oval(x, y, size * 0.52, size * 0.86, mix(colour, "#fff3c9", 0.6))
    c.box(x - size * 0.3, y - size * 0.98, size * 0.6, size * 0.2, INK)
    c.box(x - size * 0.3, y + size * 0.8, size * 0.6, size * 0.18, INK)
