"""The van on the Farside road."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import blob, curve, ribbon
from broadsheet.demo.pictures.nature import gulls, heap, ridge, ripples
from broadsheet.demo.pictures.paint import INK, PAPER, VERMILION, mix, thin

YELLOW, BLACK = "#f3c05f", "#2f2f30"


def draw(c: Canvas) -> None:
    c.gradient(0, 520, ["#5a9fbd", "#93c8cb", "#d9e5cf", "#fbe4b4"])
    heap(c, 330, 230, 520, "#fdf7e6", "#a9ccd0")
    heap(c, 1290, 190, 560, "#fdf7e6", "#98c2cb")
    heap(c, 860, 380, 400, "#fdf3da", "#d3dfcc")
    c.gradient(480, 680, ["#9ccac8", "#5a9cab"])
    ripples(c, 480, 660, thin("#eaf4e6", 0.6), 50)
    ridge(c, 760, 1500, 560, 110, "#8fb2a5")
    fields(c)
    road(c)
    stone_wall(c)
    van(c.at(668, 746, turn=-0.055))
    for x, y, size, flip in FLOCK:
        sheep(c.at(x, y, size, flip=flip))
    gulls(c, "520,170 596,136 470,216", 26, "#4d6670")


FIELDS = (
    ("-20,560 260,486 600,540 1000,668 1620,640", "#b3bd6e", "#7f9a58", "500,760 380,500"),
    ("-20,800 340,716 760,700 1180,560 1620,400", "#93b25d", "#54793f", "1200,1060 1060,600"),
    ("-20,880 420,920 900,880 1300,800 1620,756", "#6f9c52", "#34592f", "1000,1140 860,860"),
)


def fields(c: Canvas) -> None:
    for crown, colour, dark, way in FIELDS:
        field = [*curve(crown), (1620, 1080), (-20, 1080)]
        c.shape(field, colour)
        c.shade(field, dark, way, 0.95)
    for x, y, size in ((1420, 450, 1), (1476, 430, 1.2), (1540, 412, 0.9), (90, 530, 0.7)):
        bush = c.at(x, y, size)
        leaves = blob("-34,14 -30,-12 -8,-28 18,-24 34,-2 30,16")
        bush.shape(leaves, "#5f8a4c")
        bush.shade(leaves, "#2f5330", "20,20 -10,-20", 0.9)


LEFT = "180,1080 500,956 470,862 620,790 1000,752 1250,652 1450,532 1620,458"
RIGHT = "760,1080 790,950 640,872 720,816 1060,784 1300,668 1480,542 1620,470"


def road(c: Canvas) -> None:
    way = [*curve(LEFT), *reversed(curve(RIGHT))]
    c.shape(way, "#eedcb6")
    c.shade(way, "#9a8560", "500,1080 640,820", 0.9)
    c.line(curve(LEFT), "#56773f", 4)
    c.line(curve(RIGHT), "#56773f", 4)


def stone_wall(c: Canvas) -> None:
    """Dry stone along the far side of the road."""
    crown = "700,752 860,726 1010,704 1240,606 1440,488 1620,412"
    body = ribbon(crown, 40, 14)
    c.shape(body, "#8f8d80")
    for x, y in curve(crown, 14):
        size = 16 - 10 * (x - 700) / 920
        for row in (-0.8, 0.1, 0.9):
            tint = mix("#b3ae9c", "#6d6d66", c.chance.random())
            c.oval(x + c.chance.uniform(-6, 6), y + row * size, size, size * 0.42, tint)
    c.shade(body, "#3d4a38", "1000,760 1000,690", 0.8)


VAN = "2,34 -4,-130 8,-160 34,-172 290,-178 322,-168 384,-72 438,-54 450,-36 452,24 440,36"
SKIRT = "0,-22 450,-30 452,24 440,38 2,38"


def van(v: Canvas) -> None:
    """450 long, going right; the road is at y 74."""
    v.oval(226, 72, 246, 12, thin("#2d4230", 0.55))
    v.shape(VAN, PAPER)
    v.shade(VAN, "#b59c7c", "0,-40 260,-150", 0.7)
    v.shape(SKIRT, VERMILION)
    v.shade(SKIRT, "#7d2430", "0,40 260,-20", 0.95)
    v.line("0,-22 450,-30", YELLOW, 5)
    v.shape("318,-152 330,-152 376,-70 318,-66", "#3b5f78")
    v.shape("318,-152 330,-152 346,-124 318,-92", "#8fb4c4")
    v.line("306,-168 308,34", thin(INK, 0.35), 2)
    v.shape("26,-146 288,-150 288,-46 26,-42", "#2a4652")
    books(v, -98, 40)
    books(v, -46, 42)
    awning(v)
    v.text(224, 10, "LIBRARY", 32, PAPER)
    v.oval(440, -12, 9, 13, "#fff0bd")
    v.box(424, 22, 34, 10, "#4d5866")
    for hub in (92, 356):
        for radius, tint in ((42, "#7d2430"), (37, INK), (17, "#d3c8ae"), (6, INK)):
            v.disc(hub, 34, radius, tint)


def books(v: Canvas, foot: float, tall: float) -> None:
    spines = ("#d8573f", "#f2c14e", "#4fa09b", PAPER, "#8d4a5a", "#e08a4a", "#5f86a0")
    x = 34.0
    while x < 270:
        width, height = v.chance.uniform(6, 13), tall * v.chance.uniform(0.65, 1)
        v.box(x, foot - height, width, height, v.chance.choice(spines))
        x += width + 1.5
    v.line([(28, foot + 2), (286, foot)], "#a97f4c", 5)


def awning(v: Canvas) -> None:
    v.shape("14,-150 300,-154 322,-190 -6,-186", YELLOW)
    for at in range(0, 8, 2):
        low, top = 14 + at * 36, -1 + at * 41
        v.shape([(low, -150.5), (low + 36, -151), (top + 41, -187.5), (top, -187)], PAPER)


FLOCK = (
    (250, 800, 1.2, False),
    (336, 822, 1.1, True),
    (166, 850, 1.4, False),
    (1210, 930, 1.8, False),
    (1350, 900, 1.6, True),
    (1440, 990, 2, False),
)


def sheep(s: Canvas) -> None:
    s.oval(4, 21, 26, 4, thin("#24401f", 0.4))
    for leg in (-11, -5, 7, 13):
        s.line([(leg, 6), (leg, 20)], BLACK, 3)
    wool = blob("-22,-2 -20,-11 -10,-15 2,-16 14,-13 21,-5 18,6 6,11 -8,11 -19,8", 5)
    s.shape(wool, "#fbf4e2")
    s.shade(wool, "#b5a88c", "0,14 -6,-10", 0.8)
    s.shape(blob("16,-14 22,-15 31,-6 28,1 20,-2", 5), BLACK)
    s.shape("17,-13 11,-16 16,-9", BLACK)
