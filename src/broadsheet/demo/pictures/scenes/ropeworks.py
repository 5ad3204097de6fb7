"""The ropeworks when they made rope, after a postcard."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import Point, between, curve, recede
from broadsheet.demo.pictures.nature import ridge, smoke, streaks
from broadsheet.demo.pictures.paint import Colour, mix, thin
from broadsheet.demo.pictures.things import Person, figure

RIDGE, EAVES, BASE = (-30.0, -70.0), (-30.0, 216.0), (-30.0, 946.0)  # the near end of the shed
FAR_RIDGE, FAR_EAVES, FAR_BASE = (1330.0, 580.0), (1330.0, 604.0), (1330.0, 668.0)
BRICK, DARK, STONE, SLATE = "#b8573f", "#471b2c", "#ead9b6", "#5d4d57"


def draw(c: Canvas) -> None:
    c.gradient(0, 720, ["#dc9457", "#eebb79", "#f8dda6", "#fdeecd"])
    c.glow(1480, 600, 620, "#ffcf87", 0.6)
    for x, y, width in ((1080, 190, 820), (1430, 330, 620), (760, 90, 700), (1300, 470, 500)):
        streaks(c, x, y, width, mix("#f3cf97", "#fff0cf", y / 500))
    ridge(c, 860, 1820, 664, 96, "#d8a37c")
    chimney(c.at(1200, 660))
    yard(c)
    roof(c)
    wall(c)
    for x, y, size in ((1216, 872, 84), (1040, 946, 128), (1330, 1004, 158)):
        coil(c.at(x, y, size / 100))
    ropemaker(c)


def chimney(k: Canvas) -> None:
    stack = "-52,0 -30,-540 30,-540 52,0"
    smoke(k, "0,-560 26,-610 110,-634 240,-610 460,-650", 34, 120, "#7c5f60")
    k.shape(stack, "#ab4a33")
    k.hatch(stack, "#7d3329", 13, 1.6)
    k.shade(stack, "#431a2b", "-56,0 30,0", 0.95)
    for y, half in ((-556, 40), (-540, 34), (-500, 34)):
        k.box(-half, y, half * 2, 12, "#6b2c2c")


def yard(c: Canvas) -> None:
    floor = "-10,930 1330,664 1600,640 1600,1067 -10,1067"
    c.shape(floor, "#d0a576")
    c.shade(floor, "#6d4639", "300,1120 980,720", 0.95)
    c.shape("-10,940 1330,666 1330,674 420,1067 -10,1067", thin("#4a2a33", 0.55))


def on_roof(along: float, down: float) -> Point:
    return between(between(RIDGE, EAVES, down), between(FAR_RIDGE, FAR_EAVES, down), along)


def on_wall(along: float, down: float) -> Point:
    return between(between(EAVES, BASE, down), between(FAR_EAVES, FAR_BASE, down), along)


def roof(c: Canvas) -> None:
    slope = [RIDGE, EAVES, FAR_EAVES, FAR_RIDGE]
    c.shape(slope, SLATE)
    for row in range(1, 12):
        c.line([on_roof(0, row / 12), on_roof(1, row / 12)], thin("#2c2432", 0.5), 2)
    c.shade(slope, "#2a2233", "0,250 160,-60")
    for column in range(30):
        near, far = recede(column + 0.5, 0.16), recede(column + 0.85, 0.16)
        pane = [on_roof(near, 0.72), on_roof(near, 0.36), on_roof(far, 0.36), on_roof(far, 0.72)]
        c.shape(pane, "#f3c985")
        c.line([*pane, pane[0]], "#2c2432", 3 * (1 - near))


def wall(c: Canvas) -> None:
    face = [EAVES, FAR_EAVES, FAR_BASE, BASE]
    c.shape(face, BRICK)
    for row in range(1, 44):
        c.line([on_wall(0, row / 44), on_wall(1, row / 44)], thin("#7d3326", 0.5))
    c.shade(face, DARK, "160,980 330,420")
    for column in range(64):
        glass = ("#33475c", "#f7c66e", "#33475c", "#4d6072")[column % 4]
        window(c, recede(column + 0.3, 0.16), recede(column + 0.8, 0.16), glass)
    c.veil([EAVES, FAR_EAVES, on_wall(1, 0.2), (-30, 330)], "#32121f", "0,230 -30,330", 0.75)
    gutter = "-30,196 1330,600 1330,608 -30,240"
    c.shape(gutter, STONE)
    c.shade(gutter, "#8d6a5c", "0,240 8,206", 0.8)


ARCH = "0,0.78 0,0.42 0.19,0.3 0.5,0.22"  # the left half of a pointed window in its field of wall


def window(c: Canvas, left: float, right: float, glass: Colour) -> None:
    def spot(across: float, down: float) -> Point:
        return on_wall(left + (right - left) * across, down)

    half = curve(ARCH, 6)
    outline = [*half, *((1 - x, y) for x, y in reversed(half))]
    opening = [(0.5 + (x - 0.5) * 0.8, 0.5 + (y - 0.5) * 0.9) for x, y in outline]
    bar = 4.5 * (1 - left) + 0.4
    c.shape([spot(x, y) for x, y in outline], STONE)
    c.shape([spot(x, y) for x, y in opening], glass)
    c.line([spot(0.5, 0.26), spot(0.5, 0.76)], STONE, bar)
    for down in (0.4, 0.53, 0.65):
        c.line([spot(0.06, down), spot(0.94, down)], STONE, bar)
    c.shape([spot(-0.12, 0.78), spot(1.12, 0.78), spot(1.12, 0.8), spot(-0.12, 0.8)], "#cdb793")


def coil(k: Canvas) -> None:
    """A coil of rope, 200 wide."""
    k.oval(26, 12, 116, 36, thin("#4a2a33", 0.5))
    for turn in range(6):
        k.oval(0, -turn * 13, 100, 33, "#8a6038")
        k.oval(0, -turn * 13 - 4, 98, 30, mix("#c79c60", "#ecd09a", turn / 5))
    for ring in (78, 58):
        k.oval(0, -69, ring, ring * 0.3, "#a97f4c")
        k.oval(0, -70, ring - 4, ring * 0.3 - 2, "#ecd09a")
    k.oval(0, -68, 38, 11, "#5d3d2a")


def ropemaker(c: Canvas) -> None:
    rope = curve("776,798 640,852 470,854 300,938 120,948 -20,1026")
    c.at(0, 5).line(rope, "#6d4639", 12)
    c.line(rope, "#edd3a0", 9)
    c.shape("790,900 830,896 1010,962 980,980", thin("#4a2a33", 0.4))
    dark = "#2c2432"
    who = Person("#3d6179", hat=dark, skin="#b9744c", legs=dark, walks=True, left=True)
    figure(c, 806, 902, 236, who)
