"""The island and the crossing, as a chart to hang on a wall."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import Point, around, blob, curve, rectangle, ring
from broadsheet.demo.pictures.paint import INK, PAPER, VERMILION, mix, thin

SEA, SHALLOW, LINE = "#d3e3d9", "#86b5b2", "#2f5560"
COAST = blob(
    "556,192 632,160 716,178 792,150 868,168 944,150 1004,196 988,250 1024,300 986,346 1016,392 "
    "976,430 1010,470 992,520 1000,566 954,622 900,668 846,720 760,752 700,800 610,822 540,850 "
    "470,806 396,836 330,790 344,720 300,664 348,600 316,540 372,470 352,400 414,340 430,262 500,236"
)
LAGOON = blob("404,716 452,676 524,672 590,704 578,752 506,776 430,764")
MAINLAND = curve(
    "1400,1080 1424,980 1386,880 1440,800 1412,690 1466,590 1440,480 1490,380 1452,260 1500,150 "
    "1474,-20"
)


def draw(c: Canvas) -> None:
    c.gradient(0, c.height, [SEA, mix(SEA, SHALLOW, 0.25)])
    swell(c)
    shallows(c)
    c.shape(COAST, "#f2e5bd")
    c.shade(COAST, "#c9a868", "960,800 560,300", 0.6)
    c.shape([*MAINLAND, (1610, -20), (1610, 1080)], "#f2e5bd")
    hills(c)
    woods(c)
    roads(c)
    c.shape(LAGOON, "#a9d0c8")
    for shore in ([*COAST, COAST[0]], [*LAGOON, LAGOON[0]], MAINLAND):
        c.line(shore, LINE, 4)
    harbour(c)
    lighthouse(c.at(968, 176))
    crossing(c)
    names(c)
    compass(c.at(190, 850))
    border(c)


def swell(c: Canvas) -> None:
    for row in range(13):
        for column in range(16):
            wave = c.at(60 + column * 104 + (row % 2) * 52, 70 + row * 80)
            wave.line(curve("-15,0 -7,-5 0,0 7,-5 15,0", 5), thin("#6fa3a3", 0.45), 2)


def shallows(c: Canvas) -> None:
    """Rings of lighter and lighter water around every coast."""
    for step in range(6, 0, -1):
        tint = mix(SHALLOW, SEA, step / 7)
        for shore in ([*COAST, COAST[0]], MAINLAND):
            c.line(shore, tint, step * 20)
            for x, y in shore:
                c.disc(x, y, step * 10, tint)


HEIGHTS = (
    ("430,420 500,300 610,236 740,226 830,262 846,340 780,400 660,430 560,470 470,480", "#d6d59c"),
    ("520,350 600,276 730,262 800,300 770,356 660,388 570,410", "#b9c383"),
    ("640,640 700,600 780,604 820,640 780,676 690,684", "#d6d59c"),
)
PEAKS = ((580, 372, 0.9), (640, 340, 1.2), (706, 318, 1.4), (764, 330, 1.0), (720, 650, 0.8))


def hills(c: Canvas) -> None:
    for outline, tint in HEIGHTS:
        height = blob(outline)
        c.shape(height, tint)
        c.shade(height, "#7d9159", "860,480 600,250", 0.6)
    for x, y, size in PEAKS:
        peak = c.at(x, y, size)
        peak.shape("-38,24 -18,-8 -2,-30 6,-30 20,-6 38,24 8,20", "#98a86c")
        peak.shape("2,-32 6,-30 20,-6 38,24 8,20 -2,-2", "#566c48")


def woods(c: Canvas) -> None:
    for left, right, top, low, count in ((480, 600, 550, 630, 24), (850, 930, 220, 300, 10)):
        spots = [(c.chance.uniform(top, low), c.chance.uniform(left, right)) for _ in range(count)]
        for y, x in sorted(spots):
            fir = c.at(x, y)
            fir.shape("-8,8 0,-15 8,8", mix("#7d9159", "#4f6d3f", c.chance.random()))
            fir.shape("0,-15 8,8 1,8", "#45603a")


ROADS = (
    "944,500 880,462 800,470 700,540 600,590 520,640 500,676",
    "880,462 872,380 900,300 930,230",
    "700,540 580,508 460,516 408,552",
)


def roads(c: Canvas) -> None:
    for road in ROADS:
        c.line(curve(road), "#a88555", 7)
        c.line(curve(road), "#fbf3da", 4)


def harbour(c: Canvas) -> None:
    """The town, its two piers, the wall of the Parade and the rafts in the Pans."""
    for pier in ("996,474 1046,466 1058,486", "1000,560 1050,556 1056,532"):
        c.line(pier, LINE, 7)
    for row in range(4):
        for column in range(4 - row % 2):
            roof(c.at(884 + column * 25 - row * 9 + (row % 2) * 12, 506 + row * 26))
    for spot in ((386, 568), (408, 576), (430, 566)):
        roof(c.at(*spot))
    c.line(curve("996,572 954,626 902,672"), VERMILION, 10)
    for at in range(10):
        c.box(442 + at % 5 * 26, 706 + at // 5 * 24, 14, 9, LINE)


def roof(r: Canvas) -> None:
    r.shape("-10,9 -10,-2 0,-11 10,-2 10,9", "#c8573f")
    r.shape("0,-11 10,-2 10,9 0,9", "#8d3f3a")


def lighthouse(t: Canvas) -> None:
    for ray in range(9):
        turn = -0.25 + ray / 16
        rays = [(x, y - 46) for x, y in (around(28, turn), around(58, turn))]
        t.line(rays, "#d9982f", 4)
    t.shape("-11,0 -7,-40 7,-40 11,0", PAPER)
    t.shape("7,-40 11,0 3,0 2,-40", "#c9b48c")
    t.box(-10, -26, 20, 12, VERMILION)
    t.box(-9, -56, 18, 17, "#f3c05f")
    t.shape("-12,-56 0,-70 12,-56", VERMILION)


def crossing(c: Canvas) -> None:
    way = curve("1058,512 1130,500 1260,540 1440,566", 14)
    for at in range(0, len(way) - 1, 2):
        c.line(way[at : at + 2], VERMILION, 5)
    c.disc(1447, 566, 11, VERMILION)
    c.disc(1447, 566, 5, PAPER)
    c.shape(blob("1108,566 1120,548 1136,550 1150,570", 5), LINE)
    boat = c.at(1264, 528)
    boat.shape("-40,-6 44,-8 34,12 -32,12", INK)
    boat.shape("-24,-6 -18,-22 18,-22 24,-6", PAPER)
    boat.shape("-6,-22 -5,-38 7,-38 8,-22", VERMILION)


NAMES = (
    ("Skarn Head", 1104, 150, 25),
    ("Upper Ness", 650, 418, 25),
    ("Farside", 408, 606, 25),
    ("Chapel Hill", 808, 442, 22),
    ("Harbour", 1124, 462, 25),
    ("South Parade", 1056, 650, 22),
    ("The Pans", 664, 752, 25),
    ("Hen Rock", 1130, 594, 20),
    ("Hallin", 1512, 567, 27),
)


def names(c: Canvas) -> None:
    for words, x, y, size in NAMES:
        c.text(x, y, words, size, INK)
    c.text(222, 126, "OSTREY", 76, INK)
    c.line("82,176 362,176", VERMILION, 5)
    c.text(222, 204, "and the crossing to Hallin", 23, INK)
    for at in range(4):
        c.box(1090 + at * 60, 950, 60, 10, INK if at % 2 == 0 else PAPER)
    c.line([*rectangle(1090, 950, 240, 10), (1090, 950)], INK, 2)
    c.text(1210, 932, "Four sea miles", 19, INK)


def compass(k: Canvas) -> None:
    k.disc(0, 0, 86, thin(PAPER, 0.8))
    k.line(ring(0, 0, 86), LINE, 3)
    k.line(ring(0, 0, 62), LINE, 1)
    for eighth in (1, 3, 5, 7, 0, 2, 4, 6):
        ray = k.at(0, 0, 0.62 if eighth % 2 else 1, turn=eighth * 0.7854)
        ray.shape("0,-92 0,0 -13,-13", LINE)
        ray.shape("0,-92 0,0 13,-13", PAPER if eighth else VERMILION)
    k.text(0, -112, "N", 28, INK)


def border(c: Canvas) -> None:
    """Degrees in black and white by turns."""
    frame: list[Point] = rectangle(-10, -10, 1620, 1087)
    for edge, width in ((22, 44), (35, 12)):
        c.line(inset(edge), PAPER if width > 20 else INK, width)
    for x in range(84, 1540, 80):
        for y in (29, 1026):
            c.box(x, y, 40, 12, PAPER)
    for y in range(84, 1000, 80):
        for x in (29, 1559):
            c.box(x, y, 12, 40, PAPER)
    for edge in (28, 42):
        c.line(inset(edge), INK, 2)
    c.line([*frame, frame[0]], PAPER, 40)


def inset(edge: float) -> list[Point]:
    corners = rectangle(edge, edge, 1600 - 2 * edge, 1067 - 2 * edge)
    return [*corners, corners[0], corners[1]]
