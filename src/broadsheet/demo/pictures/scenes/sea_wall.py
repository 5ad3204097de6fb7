"""South Parade from the water."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import Point, between, recede, ribbon
from broadsheet.demo.pictures.nature import crest, gulls, heap, ridge, ripples, spray
from broadsheet.demo.pictures.paint import VERMILION, mix, thin
from broadsheet.demo.pictures.things import Front, Person, figure, house

HORIZON = 516
TOP, FOOT = (-40.0, 118.0), (-40.0, 1010.0)  # the near end of the wall ...
FAR, FAR_FOOT = (1340.0, 512.0), (1340.0, 528.0)  # ... and where it vanishes
FACE = [TOP, FAR, FAR_FOOT, FOOT]
FOAM, IRON = "#f4f2e6", "#22313b"


def draw(c: Canvas) -> None:
    sky(c)
    c.gradient(HORIZON, c.height, ["#a9bdb1", "#5f8f8d", "#2c616b", "#143c4a"])
    ripples(c, HORIZON, 800, thin("#e4eadb", 0.55), 90)
    parade(c)
    masonry(c)
    coping(c)
    crack(c)
    railing(c)
    figure(c, 690, 322, 148, Person(VERMILION, hat=IRON, long=True, legs=IRON))
    surf(c)
    gulls(c, "960,180 1050,128 1180,232 872,116", 36, "#2d434d")


def sky(c: Canvas) -> None:
    c.gradient(0, HORIZON, ["#4f6b7a", "#7f9ba1", "#bccabf", "#f1e2c0"])
    heap(c, 1190, 240, 760, "#e9e4d2", "#7c979e")
    heap(c, 760, 330, 420, "#efe6d0", "#9fb0ae")
    heap(c, 1480, 420, 460, "#f5e9cf", "#b7c1b5")
    ridge(c, 1080, 1760, HORIZON, 56, "#8ea09d")


def parade(c: Canvas) -> None:
    """The houses behind the wall; only their upper halves are seen from the water."""
    glass = ["#56707a", "#7b939a"]
    sand, slate = Front("#bfa98a", "#7d4a3e", glass), Front("#a9a093", "#5c4f53", glass)
    for at, (x, base, width) in enumerate(
        ((24, 268, 190), (236, 306, 150), (830, 440, 84), (920, 456, 68), (996, 462, 54))
    ):
        house(c, x, base, width, width * 1.3, (sand, slate)[at % 2])


def masonry(c: Canvas) -> None:
    rows, pace = 10, 0.09
    c.shape(FACE, "#8f8a7f")
    for column in range(90):
        for row in range(rows):
            start = column + (row % 2) / 2
            near, far = recede(start, pace), recede(start + 1, pace)
            tint = mix("#a59e8e", "#7b7b78", c.chance.random())
            stone(c, near, far, row / rows, (row + 1) / rows, mix(tint, "#8f8a7f", near))
    c.shade(FACE, "#f7e4bd", "60,160 200,520", 0.5)
    c.shade(FACE, "#22343f", "420,1010 560,400", 0.9)
    weed = [between(TOP, FOOT, 0.7), between(FAR, FAR_FOOT, 0.7), FAR_FOOT, FOOT]
    c.shade(weed, "#2f4c39", "300,960 330,690", 1)


def stone(c: Canvas, near: float, far: float, top: float, low: float, tint: str) -> None:
    def spot(reach: float, down: float) -> Point:
        return between(between(TOP, FAR, reach), between(FOOT, FAR_FOOT, reach), down)

    c.shape([spot(near, top), spot(far, top), spot(far, low), spot(near, low)], tint)
    joint = [spot(near, top), spot(near, low), spot(far, low)]
    c.line(joint, thin("#3a4147", 0.6 * (1 - near)), 2.6 * (1 - near) + 0.3)


def coping(c: Canvas) -> None:
    above, below = (TOP[0], TOP[1] - 36), (TOP[0], TOP[1] + 30)
    slab = [above, (FAR[0], FAR[1] - 2), (FAR[0], FAR[1] + 2), below]
    c.shape(slab, "#d8cdb2")
    c.shade(slab, "#8c8676", "0,190 40,40", 0.7)
    under = [below, slab[2], (FAR[0], FAR[1] + 6), (TOP[0], TOP[1] + 74)]
    c.veil(under, "#1b2a33", "0,140 -14,196", 0.7)


CRACK = (
    ("500,236 486,300 530,362 494,440 540,512 502,596 548,676 520,760 560,850", 32),
    ("530,362 596,392 618,448 672,470", 15),
    ("494,440 424,492 408,560 356,604", 17),
    ("540,512 600,540 616,592", 12),
    ("502,596 452,650 446,716", 14),
    ("548,676 604,700 632,760", 12),
    ("486,300 430,330 410,372", 10),
)


def crack(c: Canvas) -> None:
    for path, width in CRACK:
        c.at(5, 3).shape(ribbon(path, width * 1.1, 1, steps=1), "#e6dabb")
    for path, width in CRACK:
        c.shape(ribbon(path, width, 2, steps=1), "#131f28")


def railing(c: Canvas) -> None:
    foot = (TOP[0], TOP[1] - 18)
    for post in range(16):
        share = recede(post + 0.6, 0.2)
        (x, y), height = between(foot, FAR, share), 100 * (1 - share)
        c.line([(x, y), (x, y - height)], IRON, max(1, height / 15))
    for lift in (46, 72, 100):
        c.line([(foot[0], foot[1] - lift), FAR], IRON, 3)


def surf(c: Canvas) -> None:
    crest(c, 790, 44, "#3d747b", FOAM)
    spray(c, 690, 800, 110, FOAM)
    crest(c, 880, 70, "#2a5f6a", FOAM)
    spray(c, 330, 900, 170, FOAM, 18)
    crest(c, 985, 92, "#184755", FOAM)
    crest(c, 1080, 80, "#0f3440", "#d8e2d6")
