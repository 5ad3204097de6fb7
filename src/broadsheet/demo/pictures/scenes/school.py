"""The Hill School under its tarpaulin."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import blob, doorway, rectangle
from broadsheet.demo.pictures.nature import heap, ridge
from broadsheet.demo.pictures.paint import INK, PAPER, VERMILION, mix, thin
from broadsheet.demo.pictures.things import Person, clock, figure, panes

BRICK, DARK, STONE, SLATE, GLASS = "#b8573f", "#5a2433", "#ead9b6", "#50505f", "#2b4257"


def draw(c: Canvas) -> None:
    c.gradient(0, 830, ["#7fadbb", "#b3cdc8", "#ebe4ca", "#f6d5a8"])
    heap(c, 250, 210, 520, "#fbf5e4", "#b6cbc9")
    heap(c, 1340, 180, 620, "#fbf5e4", "#a8c4c6")
    ridge(c, -240, 760, 830, 210, "#a3b89c")
    ridge(c, 960, 1860, 830, 170, "#8eaa90")
    c.gradient(820, c.height, ["#c3baa0", "#a8a08c", "#77746a"])
    wings(c)
    gable(c)
    bellcote(c.at(800, 166))
    tarpaulin(c)
    ladder(c.at(1420, 846))
    yard(c)


def wings(c: Canvas) -> None:
    roof, body = "226,452 330,226 1270,226 1374,452", rectangle(270, 450, 1060, 392)
    for chimney in (420, 1180):
        c.box(chimney, 176, 46, 76, mix(BRICK, INK, 0.3))
        c.box(chimney - 6, 168, 58, 14, mix(BRICK, INK, 0.5))
    c.shape(roof, SLATE)
    c.hatch(roof, "#3a3a49", 17, 2)
    c.shade(roof, "#2b2b3a", "1300,460 700,240", 0.8)
    c.shape(body, BRICK)
    c.hatch(body, "#8d3d2f", 11, 1.2)
    c.shade(body, DARK, "1400,860 640,420", 0.9)
    c.veil(rectangle(270, 450, 1060, 36), "#3a1626", "0,450 0,486", 0.6)
    for y, height in ((640, 14), (826, 16)):
        c.box(262, y, 1076, height, STONE)
    for x in (318, 430, 542, 986, 1098, 1210):
        for y in (492, 682):
            panes(c, (x, y), (68, 118), GLASS, PAPER, 2, 3)


def gable(c: Canvas) -> None:
    front = "646,842 646,404 800,184 954,404 954,842"
    c.shape(front, mix(BRICK, PAPER, 0.12))
    c.hatch(front, "#9a4938", 11, 1.2)
    c.shade(front, DARK, "1010,842 690,330", 0.85)
    c.shape("800,158 980,416 966,432 800,198 634,432 620,416", STONE)
    panes(c, (746, 436), (108, 150), GLASS, PAPER, 3, 3)
    c.box(646, 640, 308, 14, STONE)
    clock(c.at(800, 344, 0.46), 8, 50)
    door = c.at(800, 842)
    door.shape(doorway(66, 112, 0.94), STONE)
    door.shape(doorway(52, 112, 0.9), "#24404c")
    door.line("0,-156 0,0", STONE, 3)


def bellcote(b: Canvas) -> None:
    box = rectangle(-38, -78, 76, 78)
    b.shape(box, PAPER)
    b.shade(box, "#a58f7c", "38,0 -20,0", 0.9)
    b.shape(doorway(22, 46), "#2f4a58")
    b.shape(blob("-13,-12 -8,-34 0,-40 8,-34 13,-12", 5), "#e0ac52")
    b.disc(0, -10, 4, "#8a5a2a")
    b.shape("-52,-76 0,-142 52,-76", "#3c7a74")
    b.shape("0,-142 52,-76 12,-76", "#28585a")
    b.line("0,-142 0,-160", INK, 3)


SHEET = "968,216 1262,212 1384,458 1330,482 1262,460 1190,486 1108,462 1030,484 960,452"
FOLDS = (
    ("1012,214 1030,484 1108,462 1064,214", "1030,0 1090,0"),
    ("1130,214 1190,486 1262,460 1176,214", "1150,0 1240,0"),
    ("1222,212 1330,482 1384,458 1262,212", "1260,0 1380,0"),
)
SACKS = "989,518 1073,524 1153,526 1231,524 1303,522 1375,512"
YELLOW = "#f4c752"


def tarpaulin(c: Canvas) -> None:
    c.at(6, 10).shape(SHEET, thin("#1a1626", 0.4))
    c.shape(SHEET, "#2d6fae")
    for fold, way in FOLDS:
        c.shade(fold, "#123c6b", way, 0.85)
    c.shade(SHEET, "#7fb4dc", "980,200 1060,330", 0.7)
    for rope in ("970,292 1300,286", "964,376 1342,370"):
        c.line(rope, YELLOW, 4)
    for spot in SACKS.split():
        x, y = (float(number) for number in spot.split(","))
        sack = c.at(x, y)
        sack.line("-3,-52 0,0", YELLOW, 3)
        sack.shape(blob("-16,2 -4,-4 12,0 17,14 6,22 -13,20", 5), "#d9c69c")
        sack.shape(blob("4,0 12,0 17,14 6,22 2,14", 5), "#a8926c")


def ladder(w: Canvas) -> None:
    for rail in ("0,0 -84,-454", "46,0 -38,-454"):
        w.line(rail, "#e0b060", 8)
    for rung in range(14):
        y = -16 - rung * 32
        w.line([(y * 0.185, y), (y * 0.185 + 46, y)], "#c08f45", 6)


PUPILS = (
    (372, 964, 148, Person(VERMILION, "#34455a", "#8d5a2c", walks=True)),
    (452, 950, 136, Person("#f2c14e", "#34455a", walks=True)),
    (706, 958, 140, Person("#3c7a74", "#34455a", "#231d22", "#9a6a4a", left=True)),
    (948, 930, 128, Person("#5c4a63", "#34455a", "#c9933f", walks=True, left=True)),
    (1060, 1000, 160, Person("#2f6fa8", "#34455a", "#c9933f")),
    (1150, 1012, 214, Person("#4a5a50", hat="#2c3530", long=True, left=True)),
)


def yard(c: Canvas) -> None:
    c.veil(rectangle(0, 842, c.width, 98), "#54504a", "0,842 0,940", 0.6)
    for at in range(5):
        hop, chalk = c.at(520 + at * 54, 1016 - at * 23, 1 - at * 0.1), thin("#fffaf0", 0.85)
        hop.line("0,0 66,0 96,-22 30,-22 0,0", chalk, 3)
        hop.text(48, -11, str(at + 1), 16, chalk)
    tree(c.at(112, 900, 6.4))
    for x, base, height, who in PUPILS:
        ground = c.at(x, base, height / 100)
        ground.shape("-5,0 7,-1 90,16 82,24", thin("#2f2d2c", 0.35))
        figure(c, x, base, height, who)


CROWN = ((-20, -66, 13), (18, -68, 14), (0, -62, 12), (-24, -82, 14), (24, -84, 13), (-8, -94, 15),
         (10, -92, 14), (0, -78, 17))  # fmt: skip


def tree(t: Canvas) -> None:
    """100 high, in autumn."""
    leaf, deep = "#de8f3c", "#9a4a2c"
    t.shape("-4,0 -2,-40 -12,-62 -9,-64 0,-50 8,-66 12,-64 4,-42 5,0", "#4a3530")
    for x, y, radius in CROWN:
        puff = t.at(x, y, radius)
        outline = blob("-1,0 -0.6,-0.8 0.2,-1 1,-0.3 0.7,0.7 -0.5,0.8", 5)
        puff.shape(outline, mix(leaf, "#f2b458", t.chance.random() * 0.5))
        puff.shade(outline, deep, "1,1 -0.5,-0.6", 0.95)
    for _ in range(18):
        spot = (t.chance.uniform(-26, 46), t.chance.uniform(-1, 13))
        t.oval(*spot, 1.1, 0.6, mix(leaf, deep, t.chance.random()))
