"""The posts of the mussel growers at low water."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import Point, between, blob, curve, recede
from broadsheet.demo.pictures.nature import glitter, gulls, ridge, streaks
from broadsheet.demo.pictures.paint import INK, mix, thin

HORIZON = 420
MUSSEL, BOOTS, SKIN = "#182634", "#22343f", "#c98f6c"


def draw(c: Canvas) -> None:
    c.gradient(0, HORIZON, ["#6f9aac", "#aac2c0", "#ecdcc0", "#fbcda2"])
    c.glow(430, HORIZON - 70, 520, "#ffc98a", 0.5)
    c.disc(430, HORIZON - 84, 44, "#fffaee")
    for x, y, width in ((1080, 110, 900), (260, 180, 640), (1320, 250, 560)):
        streaks(c, x, y, width, mix("#d5dad0", "#fde3c4", y / 260))
    ridge(c, 800, 1800, HORIZON, 140, "#92a6aa")
    ridge(c, 1160, 1840, HORIZON, 70, "#6d8791")
    c.gradient(HORIZON, c.height, ["#f7d0a6", "#cfbfaa", "#93a5a5", "#557681", "#2f505f"])
    sands(c)
    glitter(c, 430, HORIZON, 1000, 280, "#fff3d6", 150)
    for step in range(30, 0, -1):  # from the horizon to our feet, so that the near hide the far
        for row in range(6):
            share = 1 - recede(step * 0.8 - 0.6, 0.34)
            stake(c, between((700, HORIZON + 8), (-640 + row * 536, 1180), share), share)
        if step == 3:
            grower(c.at(1420, 908, 3.1))
    gulls(c, "860,210 926,246 700,160", 26, "#4d6670")


def sands(c: Canvas) -> None:
    """Wet bars of sand between the pools."""
    for _ in range(40):
        depth = c.chance.random() ** 1.5
        y, length = HORIZON + 10 + 640 * depth, 60 + 420 * depth
        tint = thin(mix("#d9bd9a", "#55676b", depth), 0.5)
        c.oval(c.chance.uniform(0, c.width), y, length, 2 + 13 * depth, tint)


CLUSTER = "-15,-190 0,-202 16,-186 19,-110 14,-46 -13,-40 -18,-100"


def stake(c: Canvas, foot: Point, size: float) -> None:
    """A post with its mussels, 230 high at our feet."""
    if not (-60 < foot[0] < c.width + 60 and foot[1] < c.height + 200):
        return
    s = c.at(*foot, size * c.chance.uniform(0.85, 1.1), turn=c.chance.uniform(-0.05, 0.05))
    post, cluster = "-9,4 -7,-230 7,-230 9,4", blob(CLUSTER, 5)
    s.shape(post, "#55504e")
    s.shape(cluster, MUSSEL)
    s.shade(cluster, "#5d7f95", "-22,-170 8,-140", 0.85)
    s.reflect([post, cluster], 2, 200, 0.6)


COAT = "-4,-85 4,-85 10,-81 20,-64 18,-58 10,-66 12,-34 -12,-34 -10,-64 -17,-50 -21,-53 -12,-78"
BASKET = "-31,-34 -8,-34 -11,-14 -28,-14"


def grower(p: Canvas) -> None:
    """In oilskins, 100 high, a basket in one hand and a rake in the other."""
    oil, dark, wood, coat = "#e0aa38", "#9c6f2b", "#5b4030", blob(COAT, 5)
    p.line("19,-62 27,-2", wood, 1.8)
    p.shape("21,-2 35,-3 34,0 22,1", BOOTS)
    p.shape("-8,-44 0,-44 -2,0 -8,0", BOOTS)
    p.shape("0,-44 9,-44 9,0 3,0", mix(BOOTS, INK, 0.5))
    p.shape(coat, oil)
    p.shade(coat, dark, "16,-40 -2,-70", 0.95)
    p.line("0,-82 1,-36", dark, 0.7)
    p.disc(-19, -49, 2.4, SKIN)
    p.disc(19, -60, 2.4, SKIN)
    p.oval(0.5, -91, 5, 6, SKIN)
    p.shape(blob("-9,-92 -6,-95 -5,-99 1,-101 6,-99 7,-95 10,-92 1,-94.4", 5), oil)
    p.shape(blob("3,-95 3,-100.4 6,-99 7,-95 10,-92", 4), dark)
    p.line(curve("-29,-34 -19,-50 -10,-34"), wood, 0.9)
    p.shape(BASKET, "#9a6a42")
    p.hatch(BASKET, "#6b4530", 3.2, 0.8)
    p.shape(blob("-30,-34 -25,-38 -18,-37 -12,-38.5 -9,-34", 5), MUSSEL)
    body = ["-8,-44 9,-44 9,0 -8,0", "-5,-101 6,-101 6,-85 -5,-85"]
    p.reflect([coat, BASKET, *body], 0, 78, 0.7)
    p.oval(1, 0, 16, 1.2, thin("#fff3d6", 0.6))
