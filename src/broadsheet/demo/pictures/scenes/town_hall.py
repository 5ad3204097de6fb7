"""The town hall, at ten past eleven."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import blob, doorway, rectangle
from broadsheet.demo.pictures.nature import gulls, streaks
from broadsheet.demo.pictures.paint import INK, VERMILION, mix, thin
from broadsheet.demo.pictures.things import Front, Person, clock, figure, house, panes

STONE, SHADE, TRIM, COPPER, VERDIGRIS = "#ecdab4", "#7d5f60", "#fdf1d6", "#3f7372", "#1c424c"
GLASS, SKY_GLASS, GLOOM = "#2b4257", "#5f8199", "#4a3a48"


def draw(c: Canvas) -> None:
    c.gradient(0, 800, ["#5f9fb0", "#9fc8c6", "#e3e4c8", "#fad9a4"])
    c.glow(1330, 500, 620, "#ffd596", 0.5)
    for x, y, width in ((280, 190, 700), (1330, 150, 820), (1430, 360, 520), (150, 400, 460)):
        streaks(c, x, y, width, mix("#dfe9dd", "#fdf0d2", y / 400))
    neighbours(c)
    c.gradient(799, c.height, ["#dccaa6", "#bba98f", "#8a8585", "#5d6472"])
    hall(c)
    tower(c)
    square(c)
    for x, base, height, who in TOWNSPEOPLE:
        ground = c.at(x, base, height / 100)
        ground.shape("-5,0 7,-1 -75,24 -84,17", thin("#2f2d3c", 0.35))
        figure(c, x, base, height, who)
    for _ in range(17):
        spot = (c.chance.uniform(520, 940), c.chance.uniform(960, 1040))
        pigeon(c.at(*spot, flip=c.chance.random() < 0.4))
    gulls(c, "1090,226 1150,268 1030,292 520,240", 24, "#4d5866")


def neighbours(c: Canvas) -> None:
    for x, width, height, wall in (
        (-70, 200, 470, "#c89a70"),
        (126, 180, 390, "#b87b6a"),
        (1296, 180, 410, "#c89a70"),
        (1472, 210, 480, "#9d9189"),
    ):
        front = Front(wall, mix(wall, INK, 0.6), [SKY_GLASS, SKY_GLASS, GLASS])
        house(c, x, 812, width, height, front)


def hall(c: Canvas) -> None:
    roof, body = "296,480 364,366 1236,366 1304,480", rectangle(320, 476, 960, 336)
    c.shape(roof, COPPER)
    for seam in range(31):
        c.line([(366 + seam * 29, 366), (298 + seam * 33.5, 480)], thin("#2a5659", 0.6), 2)
    c.shade(roof, VERDIGRIS, "330,480 720,380", 0.85)
    c.shape(body, STONE)
    c.shade(body, SHADE, "280,840 940,470", 0.95)
    for y, height in ((470, 18), (640, 14)):
        c.box(308, y, 984, height, TRIM)
    c.veil(rectangle(320, 488, 960, 28), "#4f3a48", "0,488 0,516", 0.5)
    for at in (0, 1, 2, 5, 6, 7):
        x = 352 + at * 118
        panes(c, (x, 516), (66, 104), GLASS, TRIM, 2, 3)
        arcade(c.at(x + 33, 812))


def arcade(a: Canvas) -> None:
    a.shape(doorway(52, 84), TRIM)
    a.shape(doorway(44, 84), GLOOM)
    a.shade(doorway(44, 84), "#c79a72", "44,0 -10,-60", 0.6)


def tower(c: Canvas) -> None:
    shaft = rectangle(690, 206, 220, 606)
    c.shape(shaft, mix(STONE, "#ffffff", 0.2))
    c.hatch(shaft, "#c9b48c", 24, 1.4)
    c.shade(shaft, SHADE, "686,0 880,0", 1)
    for row in range(12):
        wide, y = (row % 2) * 6, 318 + row * 42
        c.box(690 - wide, y, 20 + wide, 20, mix(TRIM, SHADE, 0.35))
        c.box(890, y, 20 + wide, 20, TRIM)
    for y, half, height in ((202, 128, 20), (296, 124, 14), (504, 122, 10)):
        c.box(800 - half, y, half * 2, height, TRIM)
        c.box(800 - half, y + height, half * 2, 3, thin(SHADE, 0.6))
    belfry(c)
    clock(c.at(800, 404, 0.86), 11, 10)
    panes(c, (764, 528), (72, 100), GLASS, TRIM, 2, 3)
    entrance(c.at(800, 812))


def belfry(c: Canvas) -> None:
    for roof in ("672,204 728,112 872,112 928,204", "732,62 800,6 868,62"):
        c.shape(roof, COPPER)
        c.shade(roof, VERDIGRIS, "690,0 860,0", 0.95)
    room = rectangle(744, 58, 112, 56)
    c.shape(room, TRIM)
    c.shade(room, SHADE, "744,0 850,0", 0.8)
    for x in (756, 788, 820):
        c.pill(x, 68, 24, 48, GLOOM)
    c.box(736, 108, 128, 8, TRIM)


def entrance(e: Canvas) -> None:
    e.shape(doorway(62, 98), TRIM)
    e.shape(doorway(50, 98), "#5b2f34")
    e.line("0,-146 0,0", TRIM, 3)
    for step in range(3):
        half = 84 + step * 16
        e.box(-half, -6 + step * 9, half * 2, 9, mix(TRIM, SHADE, 0.12 * step))


def square(c: Canvas) -> None:
    """Paved, and still wet."""
    standing = [rectangle(690, 100, 220, 733), rectangle(320, 366, 960, 467)]
    c.reflect(standing, 833, 230, 0.3)
    for row in range(8):
        y = 846 + row * 8 + row * row * 4
        c.line([(0, y), (c.width, y)], thin("#55535c", 0.3), 2)
    for at in range(-16, 17):
        c.line([(800 + at * 56, 834), (800 + at * 176, 1067)], thin("#55535c", 0.25), 2)


TOWNSPEOPLE = (
    (262, 908, 140, Person(VERMILION, hat=INK, long=True, walks=True)),
    (430, 976, 172, Person("#35546b", walks=True, left=True)),
    (606, 888, 118, Person("#5a4a52", walks=True)),
    (1020, 930, 150, Person("#3f6f70")),
    (1086, 934, 144, Person("#8d4a5a", hat=INK, long=True, left=True)),
    (1352, 1000, 190, Person("#dba23f", hat=INK, long=True, walks=True, left=True)),
)


def pigeon(p: Canvas) -> None:
    p.oval(0, 8, 14, 2.5, thin("#2f2d3c", 0.3))
    p.shape(blob("-20,2 -6,-8 8,-10 14,-18 20,-16 18,-4 8,5 -8,6", 5), "#56616f")
    p.shape(blob("-20,2 -8,-6 4,-4 -4,3", 5), "#39434f")
    p.line("2,5 2,10", VERMILION, 1.2)
