"""The lower end of the night market at nine o'clock."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import rectangle, slack
from broadsheet.demo.pictures.nature import stars
from broadsheet.demo.pictures.paint import INK, LANTERN, PAPER, VERMILION, Colour, mix, thin
from broadsheet.demo.pictures.things import Front, Person, bunting, figure, house, lantern

GAY = ("#e5653f", "#f2b34b", PAPER, "#4fa09b")
DUSK = "#15122f"
GLASS = ["#1a2049", "#1a2049", LANTERN]


def draw(c: Canvas) -> None:
    c.gradient(0, 800, ["#0e1536", "#1a2350", "#3a3165", "#7a4a63"])
    stars(c, 420, "#eef0e2", 110)
    lane(c)
    fronts(c)
    paving(c)
    stall(c.at(330, 850, 0.82), "#4fa09b", 1)
    stall(c.at(990, 850, 0.82), "#f2b34b", 2)
    stall(c.at(-70, 900, 1.12), "#e5653f", 0)
    stall(c.at(1262, 900, 1.12), "#e5653f", 3)
    bunting(c, (-30, 96), (1630, 96), 150, GAY, 40)
    lanterns(c)
    for x, base, height, who in SHOPPERS:
        puddle = c.at(x, base, height / 100)
        puddle.veil("-12,0 12,0 20,40 -20,40", DUSK, "0,0 0,40", 0.75)
        figure(c, x, base, height, who)


def lane(c: Canvas) -> None:
    """What is seen between the stalls: a lane, the clock, the lights of the far end."""
    t = c.at(800, 800)
    t.glow(0, -40, 460, "#ff9d4d", 0.75)
    t.shape("-40,0 -40,-330 0,-420 40,-330 40,0", "#3d3264")
    t.disc(0, -290, 24, LANTERN)
    t.line("0,-290 0,-308", INK, 3)
    t.line("0,-290 -12,-290", INK, 4)
    t.glow(0, -290, 90, "#ffc766", 0.6)
    for at in range(3):
        front = Front(mix("#4b3a6a", "#3b3468", at / 2), "#2a2450", ["#241f48", LANTERN])
        for side in (-1, 1):
            house(c, 764 + side * (76 + at * 66), 804, 72, 190 + at * 46, front)
    for at in range(9):
        t.disc(-150 + at * 38, -26 - (at % 3) * 12, 7, LANTERN)


def fronts(c: Canvas) -> None:
    for x, width, height, wall in (
        (-90, 250, 690, "#2a2f63"),
        (150, 220, 600, "#352f62"),
        (368, 190, 520, "#3b3468"),
        (1042, 190, 540, "#3b3468"),
        (1230, 220, 620, "#2e2f63"),
        (1446, 250, 700, "#352f62"),
    ):
        house(c, x, 830, width, height, Front(wall, mix(wall, INK, 0.55), GLASS))


def paving(c: Canvas) -> None:
    c.gradient(800, c.height, ["#a0625a", "#74495b", "#40305a", "#17173a"])
    for row in range(9):
        y = 812 + row * row * 3.6 + row * 6
        c.line([(0, y), (c.width, y)], thin("#1d173a", 0.35), 2)
    for at in range(-16, 17):
        c.line([(800 + at * 34, 806), (800 + at * 150, 1067)], thin("#1d173a", 0.3), 2)
    c.glow(800, 840, 720, "#ff9d4d", 0.5)


def stall(s: Canvas, colour: Colour, kind: int) -> None:
    """360 wide and 300 high, its front at y 0."""
    back = rectangle(12, -230, 336, 190)
    s.shape(back, "#a8583f")
    s.veil(back, "#ffd07a", "180,-230 180,-20")
    s.line("20,-150 340,-150", "#8a4a38", 5)
    for at in range(8):
        tall = 18 + (at * 7 + kind * 5) % 18
        s.box(34 + at * 38, -150 - tall, 22, tall, GAY[(at + kind) % 4])
    s.glow(180, -150, 250, "#ffb45c", 0.5)
    coat, cap = mix(colour, INK, 0.5), PAPER if kind % 2 else None
    figure(s, 110, 8, 190, Person(coat, hat=cap, brim=False, skin="#d09268"))
    figure(s, 252, 8, 180, Person(mix(coat, VERMILION, 0.4), hair="#7a3b22", left=True))
    for post in (2, 348):
        s.box(post, -250, 10, 260, DUSK)
    s.box(-8, -66, 376, 18, "#b06a42")
    s.box(0, -48, 360, 58, "#57304a")
    s.shade(rectangle(0, -48, 360, 58), DUSK, "0,12 0,-40", 0.9)
    for pile in range(4):
        goods(s.at(26 + pile * 88, -74), kind, pile)
    awning(s, colour)


def goods(g: Canvas, kind: int, pile: int) -> None:
    """Fish on ice, loaves, or apples of several sorts."""
    for at in range(9):
        x, y = ((at - 5) * 15 + 7, -11) if at > 4 else (at * 15, 0)
        if kind == 1:
            g.oval(x, y, 13, 5, mix("#9fb9c4", "#5f8298", (at % 3) / 2))
        elif kind == 2:
            g.pill(x - 10, y - 6, 24, 13, mix("#c27a38", "#8d4c26", (at % 3) / 2))
        else:
            g.disc(x, y, 8.5, ("#e5653f", "#9db15a", "#f2b34b", "#c8452f")[(pile + kind) % 4])
            g.disc(x - 2.5, y - 2.5, 2.4, thin("#fff0c4", 0.5))


def awning(s: Canvas, colour: Colour) -> None:
    for at in range(9):
        top, low = 14 + at * 332 / 9, -20 + at * 400 / 9
        tint = colour if at % 2 else "#f8ecd2"
        hem = mix(tint, "#8a3f3a", 0.25)
        s.shape([(top, -300), (top + 332 / 9, -300), (low + 400 / 9, -232), (low, -232)], tint)
        s.pill(low, -250, 400 / 9, 46, hem)
        s.box(low, -232, 400 / 9, 6, hem)
    s.shade("14,-300 346,-300 380,-226 -20,-226", DUSK, "0,-320 0,-240", 0.7)
    s.glow(180, -120, 230, "#ffb45c", 0.3)


def lanterns(c: Canvas) -> None:
    for start, end in (
        ((-20, 290), (560, 392)),
        ((1040, 392), (1620, 290)),
        ((480, 330), (1120, 330)),
    ):
        c.line(slack(start, end, 70, 20), thin(INK, 0.7), 2)
        for x, y in slack(start, end, 70, 5)[1:-1]:
            lantern(c, x, y + 24, 26, c.chance.choice(["#f08a3c", "#f6a945", "#e5653f"]))


def shopper(coat: Colour, walks: bool = False, left: bool = False, hat: bool = False) -> Person:
    top = DUSK if hat else None
    return Person(coat, DUSK, skin="#b0705a", hat=top, long=hat, walks=walks, left=left)


def child(coat: Colour, cap: Colour, walks: bool = False) -> Person:
    return Person(coat, DUSK, skin="#b0705a", hat=cap, brim=False, walks=walks, left=True)


SHOPPERS = (
    (214, 968, 270, shopper("#3b2a5c")),
    (306, 974, 214, child("#8a3b4c", VERMILION)),
    (520, 928, 220, shopper("#2c2756", walks=True)),
    (690, 902, 176, shopper("#4a3566")),
    (742, 904, 164, shopper("#2c2756", left=True, hat=True)),
    (884, 930, 214, shopper("#5a2f55", walks=True, left=True)),
    (1080, 962, 262, shopper("#2f4a5c", walks=True, left=True, hat=True)),
    (1190, 976, 190, child("#b5623f", GAY[1], walks=True)),
    (1430, 984, 280, shopper("#35285a", hat=True)),
)
