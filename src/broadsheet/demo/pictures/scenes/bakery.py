"""Anso's bakery at ten to four in the morning. The cat is Admiral."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import around, blob, curve, rectangle, ribbon, ring
from broadsheet.demo.pictures.nature import streaks
from broadsheet.demo.pictures.paint import INK, PAPER, VERMILION, mix, thin
from broadsheet.demo.pictures.things import Front, Person, figure, house, lamp, loaf, panes

WALL, WOOD, DEEP = "#47527a", "#1d4a4f", "#0d2a33"
TRIM = mix(WOOD, PAPER, 0.3)
LIGHT, AMBER, GILT = "#ffcb78", "#e08d3c", "#d9a955"
CRUSTS = ("#a35a28", "#bd7534", "#86461f", "#b0662b")


def draw(c: Canvas) -> None:
    street(c)
    upper_floor(c)
    shop_front(c)
    display(c)
    door(c.at(620, 430))
    c.glow(1166, 640, 700, "#ff9f45", 0.34)
    sign(c.at(438, 470))
    cobbles(c)
    lamp(c, 72, 902, 430, "#17213f")
    bicycle(c.at(300, 930))
    cat(c.at(596, 948, 1.1))


def street(c: Canvas) -> None:
    c.gradient(0, 830, ["#1f3563", "#3c5f8a", "#7d96ab", "#d7b39c", "#f3bd8b"])
    c.disc(236, 150, 44, "#f8efd6")
    c.disc(218, 140, 41, "#2a4473")
    for x, y, width in ((330, 330, 520), (120, 450, 420)):
        streaks(c, x, y, width, mix("#6484a4", "#d2b2a0", y / 620))
    for x, width, height, wall in (
        (330, 160, 330, "#6c7a98"),
        (-80, 220, 560, "#3f5680"),
        (136, 190, 450, "#52678d"),
    ):
        glass = ["#31486f", "#31486f", "#f0c884"]
        house(c, x, 836, width, height, Front(wall, mix(wall, INK, 0.45), glass))
    c.gradient(826, c.height, ["#5a6d90", "#3d5179", "#1f2f58"])


def upper_floor(c: Canvas) -> None:
    front = rectangle(520, 0, 1080, 860)
    c.shape(front, WALL)
    for row in range(16):
        for at in range(13):
            x, tint = 523 + at * 86 + (row % 2) * 43, mix(WALL, "#626a8e", c.chance.random() ** 2)
            c.box(x, row * 20 + 2, 82, 16, tint)
    c.shade(front, "#18224a", "560,0 900,420")
    for x in (690, 1010, 1330):
        panes(c, (x, 44), (130, 176), "#27365f", "#aeb1c0", 2, 3)


def shop_front(c: Canvas) -> None:
    wood = rectangle(560, 300, 1040, 590)
    c.shape(wood, WOOD)
    c.shade(wood, DEEP, "560,900 900,420", 0.9)
    c.box(540, 286, 1080, 26, TRIM)
    c.box(590, 322, 990, 76, "#15363c")
    c.line([*rectangle(602, 334, 966, 52), (602, 334)], GILT, 2)
    c.text(1085, 360, "T. ANSO  ·  BAKER", 40, "#f0c56e")


def display(c: Canvas) -> None:
    """The window, by which the whole street is lit."""
    window = rectangle(800, 436, 732, 328)
    c.shape(window, LIGHT)
    c.shade(window, AMBER, "800,770 1100,520", 0.8)
    c.glow(1166, 500, 330, "#fff0c0", 0.7)
    baker = Person(PAPER, hat="#fffaf0", brim=False, skin="#c07f56", legs="#7d5138")
    figure(c, 1128, 836, 370, baker)
    below = rectangle(800, 764, 732, 110)
    c.shape(below, WOOD)
    c.shade(below, DEEP, "800,880 1000,770", 0.9)
    for left in (800, 1286):
        for y in (536, 646):
            c.box(left, y, 248, 9, "#8f5428")
            batch(c, left + 18, y, 224, 4)
    batch(c, 826, 762, 690, 11)
    for bar in (800, 1044, 1288, 1532):
        c.box(bar - 7, 430, 14, 340, WOOD)
    c.box(784, 420, 764, 18, TRIM)
    c.box(780, 762, 772, 22, TRIM)
    c.line("786,784 1546,784", DEEP, 3)


def batch(c: Canvas, x: float, shelf: float, width: float, count: int) -> None:
    for at in range(count):
        crust = c.chance.choice(CRUSTS)
        loaf(c, x + width * (at + 0.5) / count, shelf, crust, round_=at % 3 == 2)


def door(d: Canvas) -> None:
    d.box(-14, -10, 158, 460, "#2d5c60")
    d.box(0, 0, 130, 450, "#14343a")
    d.box(20, 22, 90, 210, LIGHT)
    d.shade(rectangle(20, 22, 90, 210), AMBER, "20,232 70,90", 0.8)
    for bar in ("65,22 65,232", "20,92 110,92", "20,162 110,162"):
        d.line(bar, "#14343a", 5)
    d.box(20, 260, 90, 150, "#1a4046")
    d.box(40, 108, 50, 30, PAPER)
    d.text(65, 123, "OPEN", 15, VERMILION)
    d.disc(118, 250, 6, GILT)
    d.box(-26, 446, 182, 16, "#7c86a4")


def sign(s: Canvas) -> None:
    """A gilded ring of bread on an iron arm."""
    s.line("82,-96 -30,-96", INK, 6)
    s.line(curve("82,-36 40,-44 16,-66 0,-96"), INK, 4)
    s.line("0,-96 0,-58", INK, 3)
    gilt = ring(0, 0, 60) + ring(0, 0, 24)
    s.shape(gilt, "#dc9d43")
    s.shade(gilt, "#7d4a22", "40,50 -20,-30", 0.9)
    for turn in (0.05, 0.22, 0.39, 0.56, 0.73, 0.9):
        s.line([around(34, turn), around(52, turn + 0.05)], "#f8dc9c", 4)


def cobbles(c: Canvas) -> None:
    for row in range(15):
        depth = row / 14
        y, size = 880 + 196 * depth**1.25, 26 + 44 * depth
        for at in range(round(c.width / size) + 2):
            x = at * size - (row % 2) * size / 2
            warm = max(0.0, 1 - abs(x - 1166) / (520 + 260 * depth)) * (1 - depth * 0.55)
            tint = mix("#465b84", "#2b3e69", c.chance.random())
            lit = mix(tint, "#f7b463", warm * c.chance.uniform(0.5, 0.85))
            c.pill(x, y, size * 0.9, 8 + 14 * depth, lit)


def bicycle(b: Canvas) -> None:
    """Wheels 168 apart, standing on y 0, a basket of bread in front."""
    b.oval(80, 2, 150, 7, thin("#101938", 0.5))
    for hub in (0, 168):
        wheel = b.at(hub, -60)
        wheel.line(ring(0, 0, 58), INK, 5)
        for spoke in range(8):
            wheel.line([around(56, spoke / 16), around(-56, spoke / 16)], thin(INK, 0.45))
        wheel.disc(0, 0, 5, INK)
    for tube in ("0,-60 70,-60 142,-136 48,-136 0,-60", "70,-60 40,-154", "168,-60 140,-160"):
        b.line(tube, VERMILION, 6)
    b.line(curve("140,-160 152,-172 168,-168"), INK, 5)
    b.pill(16, -164, 50, 12, INK)
    b.disc(70, -60, 12, INK)
    for at, tilt in enumerate((-0.15, 0.0, 0.16, 0.3)):
        stick = b.at(168 + at * 13, -120, turn=tilt)
        tint = mix("#c98a45", "#a8652d", at % 2)
        stick.shape(blob("-7,0 -8,-60 0,-72 8,-60 7,0", 4), tint)
    basket = "152,-142 226,-142 216,-92 162,-92"
    b.shape(basket, "#a2703c")
    b.hatch(basket, "#6d4524", 10, 3, 0.5)
    b.hatch(basket, "#6d4524", 10, 3, -0.5)


def cat(k: Canvas) -> None:
    fur = "#131a31"
    k.oval(26, 0, 60, 6, thin("#101938", 0.5))
    k.shape(ribbon("46,-8 84,-4 96,-30 84,-48", 11, 6), fur)
    k.shape(blob("0,0 2,-40 10,-66 30,-70 46,-46 54,-16 52,0", 6), fur)
    k.shape(blob("-4,-82 4,-96 20,-99 34,-92 36,-78 18,-66", 6), fur)
    k.shape("-2,-86 -2,-112 12,-97", fur)
    k.shape("20,-98 34,-112 35,-86", fur)
    k.line(curve("54,-20 44,-52 34,-70 37,-84"), "#f0a95e", 2)
