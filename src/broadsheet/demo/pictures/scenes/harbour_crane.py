"""Big Agnes on Coal Quay, in the morning."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import Point, between, curve, rectangle
from broadsheet.demo.pictures.nature import glitter, gulls, ridge, ripples, streaks
from broadsheet.demo.pictures.paint import LANTERN, VERMILION, mix, thin
from broadsheet.demo.pictures.things import Person, crate, figure

HORIZON = 720
IRON, RUST = "#10272d", "#c9774f"


def draw(c: Canvas) -> None:
    c.gradient(0, HORIZON, ["#5f9a9f", "#9dbfae", "#e9ddb2", "#f9c389", "#f3986a"])
    c.glow(540, 520, 560, "#ffb95e", 0.55)
    c.disc(540, 500, 196, "#fdeab2")
    for x, y, width in ((1230, 160, 820), (180, 260, 620), (1420, 430, 560), (560, 610, 820)):
        streaks(c, x, y, width, mix("#e8e2c2", "#fbd29c", y / 640))
    ridge(c, -140, 940, HORIZON, 96, "#c88f78")
    sheds(c)
    c.gradient(HORIZON, c.height, ["#f0a878", "#b98f80", "#5f7d83", "#28505c"])
    ripples(c, HORIZON, c.height, thin("#23454f", 0.4), 80)
    glitter(c, 540, HORIZON, c.height, 420, "#ffecc0", 190)
    barge(c.at(220, 862))
    quay(c)
    crane(c)
    watchman = Person(VERMILION, hat=IRON, skin="#a8745c", legs=IRON, walks=True, left=True)
    figure(c, 1476, 754, 118, watchman)
    gulls(c, "330,320 400,282 262,366", 26, "#3a4a4c")


def sheds(c: Canvas) -> None:
    rows = ((1370, 130, 150), (1160, 220, 104), (1480, 180, 92), (700, 120, 60), (806, 84, 84))
    for x, width, height in rows:
        shed, half, eaves = c.at(x, HORIZON), width / 2, -height * 0.66
        shed.shape([(0, 0), (0, eaves), (half, -height), (half, 0)], "#96767a")
        shed.shape([(half, 0), (half, -height), (width, eaves), (width, 0)], "#84686f")


BARGE = "-24,-64 470,-64 436,10 20,10"
CARGO = (("#9a5540", 44), ("#c08a50", 62), ("#7a4a44", 44), ("#b4774a", 58), ("#9a5540", 38))


def barge(b: Canvas) -> None:
    dark = "#17333b"
    for at, (colour, height) in enumerate(CARGO):
        crate(b, 150 + at * 58, -62, 54, height, colour)
    wheelhouse = rectangle(24, -130, 96, 68)
    b.shape(wheelhouse, "#3f6266")
    b.shade(wheelhouse, dark, "24,0 110,0", 0.9)
    b.box(16, -140, 112, 11, dark)
    b.box(84, -116, 26, 24, LANTERN)
    b.line("40,-140 40,-190", dark, 4)
    b.shape(BARGE, dark)
    b.shade(BARGE, "#56777a", "440,-60 200,0", 0.8)
    b.line("-18,-46 462,-46", VERMILION, 6)
    b.reflect([BARGE, wheelhouse, rectangle(150, -118, 286, 60)], 8, 150, 0.7)


def quay(c: Canvas) -> None:
    face, edge = "890,780 1600,780 1600,1067 912,1067", "872,752 1600,752 1600,790 880,790"
    c.shape(face, "#1c3840")
    c.shade(face, "#0f2228", "1600,1067 1250,800")
    for at in range(7):
        c.box(912 + at * 112, 786, 30, 290, "#122a31")
        c.box(912 + at * 112, 786, 7, 290, "#2c4a50")
    c.shape(edge, "#3b5c60")
    c.shade(edge, "#f2a06f", "872,752 1220,790", 0.8)
    for at, colour in enumerate(("#6e4a3c", "#8a5d42", "#6e4a3c")):
        crate(c, 1110 + at * 46, 754, 40, 30, colour)


CABIN = "1044,458 1044,352 1104,308 1296,308 1340,352 1340,458"


def crane(c: Canvas) -> None:
    girder(c.at(1092, 424), (-678, -306), 64, 16)
    for stay in ("1150,128 414,118", "1150,136 760,268", "1150,128 1336,352"):
        c.line(stay, IRON, 3.4)
    c.shape("1172,312 1140,122 1158,122 1196,312", IRON)
    c.shape("1262,312 1146,130 1160,126 1280,312", IRON)
    c.disc(1150, 128, 13, IRON)
    portal(c)
    c.shape(CABIN, IRON)
    c.shade(CABIN, RUST, "1040,330 1230,440", 0.8)
    c.box(1066, 352, 66, 58, "#ffd98c")
    c.box(1096, 352, 5, 58, IRON)
    c.glow(1098, 380, 110, "#ffb95e", 0.5)
    for at in range(3):
        c.box(1186 + at * 46, 352, 28, 38, "#0a1a1f")
    hook(c.at(420, 122))


def girder(g: Canvas, tip: Point, depth: float, fields: int) -> None:
    """A lattice from the origin that tapers towards its tip."""

    def rail(share: float, side: int) -> Point:
        x, y = between((0, 0), tip, share)
        return x, y + side * depth * (1 - share * 0.75) / 2

    for side in (-1, 1):
        g.line([rail(0, side), rail(1, side)], IRON, 8)
    for field in range(fields):
        near, middle, far = (share / fields for share in (field, field + 0.5, field + 1))
        g.line([rail(near, 1), rail(middle, -1), rail(far, 1)], IRON, 4)


def portal(c: Canvas) -> None:
    """The four legs, on wheels, of which we see two."""
    for leg in ("966,752 1056,478 1082,478 1000,752", "1334,752 1244,478 1218,478 1300,752"):
        c.shape(leg, IRON)
        c.shade(leg, RUST, "940,600 1150,600", 0.7)
    for brace in ("984,750 1236,478", "1316,750 1064,478", "1012,640 1288,640"):
        c.line(brace, IRON, 7)
    c.box(1020, 456, 264, 26, IRON)
    for foot in (983, 1317):
        c.box(foot - 30, 742, 60, 12, IRON)


def hook(h: Canvas) -> None:
    for x in (-4, 4):
        h.line([(x, 0), (x, 444)], IRON, 3)
    h.shape("-20,438 20,438 14,478 -14,478", IRON)
    h.line(curve("0,476 4,496 -6,514 -20,508 -24,496"), IRON, 8)
