"""The Harbour Cup: Petrel in red, Bold Annis in yellow, Second Class in white."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import curve, ring
from broadsheet.demo.pictures.nature import gulls, heap, ridge, ripples
from broadsheet.demo.pictures.paint import INK, PAPER, VERMILION, Colour, mix, thin
from broadsheet.demo.pictures.things import Person, figure, sail

HORIZON = 560
FOAM, WOOD, NAVY = "#e4f3e2", "#3b2b28", "#23405c"
YELLOW = "#f3c05f"


def draw(c: Canvas) -> None:
    c.gradient(0, HORIZON, ["#3a8fb2", "#78b9c6", "#b9dacf", "#f4ebcf"])
    heap(c, 250, 300, 560, "#fbf4e1", "#a9c9c8")
    heap(c, 1290, 210, 640, "#fbf4e1", "#8fbcc6")
    heap(c, 960, 420, 420, "#fbf4e1", "#cfdccd")
    ridge(c, -200, 640, HORIZON, 124, "#7fa9a3")
    ridge(c, 940, 1800, HORIZON, 84, "#9bbcae")
    c.gradient(HORIZON, c.height, ["#6bb6b3", "#2f8a9b", "#19617f", "#0f4161"])
    for x, size, cloth in ((540, 120, PAPER), (620, 96, YELLOW), (1010, 124, "#d8573f")):
        sail(c, x, HORIZON + 18, size, cloth, NAVY)
    ripples(c, HORIZON, c.height, thin(FOAM, 0.5), 130)
    launch(c.at(1160, 800))
    yacht(c.at(306, 812, 6.4, turn=0.075), "#e39a35", "4")
    yacht(c.at(790, 930, 8.4, turn=0.075), "#f6ead2", "11")
    yacht(c.at(110, 1010, 6.2, turn=0.09), "#cf4630", "7")
    buoy(c.at(1400, 968))
    gulls(c, "690,150 748,120", 22, "#3f6b7a")


def yacht(y: Canvas, cloth: Colour, number: str) -> None:
    """Under main and jib, 100 high; y 0 is the water."""
    shadow = mix(cloth, "#4a2f3a", 0.55)
    main = [*curve("1.2,-96 -5,-72 -17,-40 -36,-11.5"), (1.2, -10)]
    jib = [*curve("2.6,-86 12,-56 25,-27 40,-7"), *curve("40,-7 18,-10.5 5,-9")]
    for part, tint in ((main, cloth), (jib, mix(cloth, "#ffffff", 0.28))):
        y.shape(part, tint)
        y.shade(part, shadow, [(part[0][0] + 6, 0), (part[0][0] - 12, -50)], 0.7)
    for batten in ("1.2,-76 -3.6,-75", "1.2,-55 -11,-54", "1.2,-33 -20,-32"):
        y.line(batten, thin(shadow, 0.6), 0.3)
    y.text(-9, -42, number, 9, mix(shadow, INK, 0.3))
    y.shape("0.6,-99 2,-99 2.8,0 0.4,0", WOOD)
    y.line("1,-10.4 -37,-11.6", WOOD, 1.1)
    y.line("2,-97 42,-7", thin(WOOD, 0.5), 0.25)
    y.shape("2,-99 -7,-98 -2,-96.6 -7,-95 2,-95.5", VERMILION)
    crew(y)
    gunwale = curve("-36,-6.4 0,-5.6 44,-9.4")
    hull = [*gunwale, (33, 2.6), (8, 4.4), (-22, 4), (-32, 0)]
    y.shape(hull, "#1a3350")
    y.shade(hull, "#3f7f94", "40,-8 0,4", 0.8)
    y.line(gunwale, PAPER, 0.9)
    y.reflect([main, jib, hull], 4, 36, 0.55)
    for at in range(7):
        y.oval(30 - at * 11, 3.2 + (at % 2) * 0.8, 9, 0.5, thin(FOAM, 0.85))


def crew(y: Canvas) -> None:
    for at, coat in enumerate(("#d8573f", "#e7b65a", "#35546b")):
        sailor = y.at(-27 + at * 8, -7, turn=-0.15 + at * 0.05)
        sailor.shape("-2.6,2 -2.2,-4 0,-5.4 2.2,-4 2.6,2", coat)
        sailor.shape("0.6,2 0.6,-5 2.2,-4 2.6,2", mix(coat, INK, 0.3))
        sailor.disc(0.3, -6.9, 1.5, "#c98f6c")
        sailor.shape("-1.4,-7 -1.2,-8.6 0.4,-9 1.8,-7.6", INK)


HULL, CABIN = "0,-72 336,-72 400,-100 358,8 26,8", "72,-134 262,-134 276,-70 72,-70"


def launch(b: Canvas) -> None:
    """The committee's boat, 400 long, with the signals of the start."""
    b.line("160,-140 160,-376", WOOD, 5)
    for at, colour in enumerate((VERMILION, YELLOW, NAVY, PAPER)):
        flag = b.at(163, -372 + at * 54)
        flag.shape([*curve("0,0 24,6 48,-2 74,4"), *curve("74,42 48,36 24,44 0,38")], colour)
        fold = [*curve("40,1 56,-2 74,4"), *curve("74,42 56,36 40,40")]
        flag.shape(fold, mix(colour, INK, 0.2))
    b.shape(CABIN, PAPER)
    b.shade(CABIN, "#6f8f98", "72,-80 240,-110", 0.9)
    b.box(60, -144, 222, 12, NAVY)
    for at in range(4):
        b.box(88 + at * 44, -118, 32, 28, NAVY)
        b.shape([(88 + at * 44, -118), (120 + at * 44, -118), (88 + at * 44, -96)], "#5b86a0")
    figure(b, 312, -70, 100, Person(NAVY, hat=PAPER, skin="#c98f6c", left=True))
    figure(b, 40, -70, 96, Person(VERMILION, skin="#c98f6c"))
    b.shape(HULL, PAPER)
    b.shade(HULL, "#6f8f98", "0,8 300,-60", 0.9)
    b.line("5,-54 386,-66", VERMILION, 6)
    b.line(ring(224, -40, 15), VERMILION, 6)
    b.reflect([HULL, CABIN], 6, 150, 0.6)
    for at in range(6):
        b.oval(50 + at * 58, 8 + (at % 2) * 4, 40, 2.4, thin(FOAM, 0.85))


def buoy(b: Canvas) -> None:
    b.oval(0, 0, 50, 9, thin("#0b2f48", 0.6))
    b.shape("-34,0 -17,-92 17,-92 34,0", "#e4572e")
    b.shape("6,0 6,-92 17,-92 34,0", "#a93a2a")
    b.shape("-25,-46 25,-46 29,-24 -29,-24", PAPER)
