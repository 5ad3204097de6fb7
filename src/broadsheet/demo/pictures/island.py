"""The island at large: its hills, and its map."""

from math import cos, pi, sin

from PIL import ImageFont

from broadsheet.demo.pictures.canvas import OVER, Canvas, Colour, Point, curve, mix, thin
from broadsheet.demo.pictures.nature import gull, ridge, ripples, streaks
from broadsheet.demo.pictures.things import INK, PAPER


def library_van(c: Canvas) -> None:
    c.gradient(0, 620, ["#5ea3bd", "#9accca", "#dfe6cd", "#fbe2b0"])
    for x, y, width in ((360, 120, 560), (1230, 170, 700), (860, 300, 420)):
        streaks(c, x, y, width, thin("#fdf8e8", 0.8), 5)
    c.gradient(480, 640, ["#8fc3c4", "#5fa0ad"])
    ripples(c, 480, 620, thin("#e5f0e2", 0.6), 60)
    ridge(c, 900, 1900, 560, 120, "#86ab9f")
    slopes(c)
    road(c)
    van(c, 690, 742)
    sheep(c)
    for x, y, span in ((520, 250, 24), (590, 220, 18), (470, 300, 15)):
        gull(c, x, y, span, "#4d6670")


def slopes(c: Canvas) -> None:
    for points, colour, dark in (
        ([(-20, 560), (300, 470), (640, 520), (1000, 640), (1620, 600)], "#a9b86a", "#6f8f52"),
        ([(-20, 800), (340, 700), (760, 690), (1180, 560), (1620, 420)], "#8fae5c", "#55793f"),
        ([(-20, 860), (420, 900), (900, 860), (1300, 790), (1620, 740)], "#6f9a52", "#3d6238"),
    ):
        line = curve(points)
        field = [*line, (1620, 1080), (-20, 1080)]
        c.shape(field, colour)
        c.shade(field, dark, (800, 1080), (760, points[2][1] - 40), 0.85)


def road(c: Canvas) -> None:
    near, far = "#e9d9b4", "#cdbd98"
    left = curve(
        [
            (240, 1080),
            (520, 940),
            (420, 830),
            (640, 770),
            (1020, 740),
            (1260, 640),
            (1480, 520),
            (1620, 470),
        ]
    )
    right = curve(
        [
            (720, 1080),
            (760, 940),
            (560, 850),
            (700, 800),
            (1060, 768),
            (1300, 654),
            (1500, 528),
            (1620, 480),
        ]
    )
    c.shape([*left, *reversed(right)], near)
    c.shade([*left, *reversed(right)], mix(far, "#6b5a48", 0.5), (600, 1080), (620, 800), 0.6)


def van(c: Canvas, x: float, base: float) -> None:
    """Driving uphill to the right; 430 wide."""
    red, cream = "#c8452f", PAPER
    c.oval(x + 220, base + 58, 240, 16, thin("#2d4230", 0.5))
    body = curve(
        [
            (x, base + 40),
            (x - 4, base - 120),
            (x + 20, base - 160),
            (x + 300, base - 172),
            (x + 330, base - 150),
        ],
        6,
    )
    c.shape(
        [
            *body,
            (x + 392, base - 70),
            (x + 440, base - 50),
            (x + 444, base + 26),
            (x + 430, base + 40),
        ],
        cream,
    )
    c.shape(
        [
            (x, base - 24),
            (x + 442, base - 40),
            (x + 444, base + 26),
            (x + 430, base + 42),
            (x, base + 42),
        ],
        red,
    )
    c.shape(
        [(x + 318, base - 134), (x + 336, base - 136), (x + 380, base - 66), (x + 318, base - 60)],
        "#35546b",
    )
    c.shape(
        [(x + 24, base - 134), (x + 292, base - 142), (x + 292, base - 44), (x + 24, base - 36)],
        "#2c4a56",
    )
    spines = ("#d8573f", "#f2c14e", "#4fa09b", "#f4e9d4", "#8d4a5a", "#e08a4a", "#35546b")
    left = x + 32.0
    while left < x + 276:
        width, height = c.chance.uniform(9, 18), c.chance.uniform(54, 82)
        c.shape(
            [
                (left, base - 46),
                (left, base - 46 - height),
                (left + width, base - 46 - height),
                (left + width, base - 46),
            ],
            c.chance.choice(spines),
        )
        left += width + 2
    c.disc(x + 424, base - 14, 12, "#ffe9a8")
    for wheel in (x + 92, x + 348):
        c.disc(wheel, base + 36, 40, INK)
        c.disc(wheel, base + 36, 18, "#cfc5ac")


def sheep(c: Canvas) -> None:
    for x, y, size in (
        (260, 780, 1.3),
        (330, 800, 1.2),
        (180, 830, 1.5),
        (1180, 900, 1.8),
        (1320, 880, 1.7),
        (1420, 950, 2),
    ):
        c.oval(x, y, 20 * size, 13 * size, "#f6efdd")
        c.disc(x + 19 * size, y - 5 * size, 6.5 * size, "#3a3a38")
        for leg in (-10, -4, 7, 12):
            c.line(
                [(x + leg * size, y + 9 * size), (x + leg * size, y + 20 * size)],
                "#3a3a38",
                2.4 * size,
            )


def map_of_ostrey(c: Canvas) -> None:
    sea = "#cfe0d6"
    c.gradient(0, c.height, [sea, sea])
    coast = shore()
    for step in range(7, 0, -1):
        c.line([*coast, coast[0]], mix("#7fb0ad", sea, step / 8), step * 26)
    c.shape(coast, "#efe2b8")
    c.line([*coast, coast[0]], "#3c5a5e", 4)
    label(c, (800, 500), "OSTREY", 60, INK)


def shore() -> list[Point]:
    points: list[Point] = []
    for step in range(24):
        angle = 2 * pi * step / 24
        reach = 1 + 0.16 * sin(3 * angle + 1) + 0.08 * sin(7 * angle)
        points.append((820 + 420 * reach * cos(angle), 540 + 270 * reach * sin(angle)))
    return curve([*points, points[0]])


def label(c: Canvas, at: Point, text: str, size: float, colour: Colour) -> None:
    font = ImageFont.load_default(size * OVER)
    c.pen.text((at[0] * OVER, at[1] * OVER), text, fill=colour, font=font, anchor="mm")
