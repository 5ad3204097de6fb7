"""The old light at Skarn Head."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import Point, between, blob
from broadsheet.demo.pictures.nature import crest, ripples, rock, spray, stars, streaks
from broadsheet.demo.pictures.paint import LANTERN, VERMILION, mix, thin
from broadsheet.demo.pictures.things import Front, house, sail

HORIZON = 760
LAMP = (1092.0, 250.0)
IRON = "#161b38"


def draw(c: Canvas) -> None:
    c.gradient(0, HORIZON, ["#0b1233", "#13224e", "#1f3f6e", "#35678a", "#86aba6"])
    stars(c, 560, "#f1f2de", 170)
    for x, y, width in ((250, 640, 760), (820, 690, 900), (1450, 610, 700)):
        streaks(c, x, y, width, mix("#2c5a80", "#7fa5a4", (y - 560) / 200), 3)
    c.gradient(HORIZON, c.height, ["#467a8e", "#1c4767", "#0f2749", "#0a1733"])
    ripples(c, HORIZON, c.height, thin("#9cc3bf", 0.4), 80)
    ray(c, (-80, -60), (-80, 330), 0.85)
    ray(c, (1760, 240), (1760, 420), 0.75)
    sail(c, 330, 806, 84, "#d8c7a4", "#1d2a4c")
    house(c, 1190, 786, 190, 170, Front("#c9bfb4", "#4d3350", [LANTERN]))
    tower(c.at(1092, 780))
    rocks(c)
    surf(c)


def ray(c: Canvas, upper: Point, lower: Point, strength: float) -> None:
    way = [LAMP, between(upper, lower, 0.5)]
    c.beam([LAMP, upper, lower], "#ffd078", way, strength)
    core = [LAMP, between(upper, lower, 0.3), between(upper, lower, 0.7)]
    c.beam(core, "#ffd078", way, strength * 0.4)


SHAFT = "-90,0 -52,-486 52,-486 90,0"


def tower(t: Canvas) -> None:
    """The light stands 530 above its foot."""
    t.shape(SHAFT, "#f0e6d0")
    for low, high in ((0.0, 0.17), (0.34, 0.51), (0.68, 0.85)):
        left = [between((-90, 0), (-52, -486), share) for share in (low, high)]
        right = [between((90, 0), (52, -486), share) for share in (high, low)]
        t.shape([*left, *right], VERMILION)
    t.shade(SHAFT, "#232a55", "92,-200 -30,-240", 1)
    for y in (-130, -275, -400):
        t.pill(-11, y - 24, 22, 42, IRON)
        t.pill(-8, y - 20, 16, 36, LANTERN)
    t.shape("-58,-486 -82,-506 82,-506 58,-486", IRON)
    t.line("-80,-540 80,-540", IRON, 3)
    for post in range(11):
        t.line([(-80 + post * 16, -506), (-80 + post * 16, -540)], IRON, 2)
    lamp_room(t)


def lamp_room(t: Canvas) -> None:
    t.box(-40, -572, 80, 66, "#fff6d2")
    for bar in range(5):
        t.box(-41 + bar * 20, -572, 3, 66, IRON)
    t.glow(0, -534, 330, "#ffc25e", 0.6)
    t.line("0,-612 0,-650", IRON, 4)
    t.disc(0, -616, 8, IRON)
    t.shape(blob("-52,-570 -34,-598 0,-616 34,-598 52,-570", 6), VERMILION)
    t.shape(blob("10,-574 14,-612 34,-598 52,-570", 6), "#8c2f35")
    t.glow(0, -538, 76, "#fff1c0", 0.9)


def rocks(c: Canvas) -> None:
    rock(c, 1390, 930, 190, "#252c49")
    rock(c, 1130, 950, 250, "#2c3452")
    rock(c, 860, 950, 130, "#232a47")
    rock(c, 1480, 980, 150, "#1c2340", flip=True)
    rock(c, 1000, 1000, 120, "#1c2340")


def surf(c: Canvas) -> None:
    spray(c, 830, 945, 120, "#c9dcd6")
    crest(c, 948, 38, "#15345b", "#b9d3cc")
    crest(c, 1010, 54, "#0f2849", "#9dbfc0")
    crest(c, 1085, 52, "#0a1b3a", "#7ca1ac")
