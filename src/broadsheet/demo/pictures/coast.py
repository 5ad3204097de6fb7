"""Pictures of the water and of those who live by it."""

from math import cos, sin

from broadsheet.demo.pictures.canvas import (
    Canvas,
    Colour,
    Point,
    between,
    corners,
    curve,
    mix,
    thin,
)
from broadsheet.demo.pictures.nature import (
    boulder,
    crest,
    glitter,
    gull,
    ridge,
    ripples,
    stars,
    streaks,
)
from broadsheet.demo.pictures.things import INK, LANTERN, PAPER, figure, house, lamp


def ferry_at_dusk(c: Canvas) -> None:
    horizon = 610
    c.gradient(0, horizon, ["#23264f", "#4c3a6b", "#96506f", "#dd7560", "#f6a865", "#fbd08a"])
    c.glow(1130, horizon - 30, 620, "#ffd88f", 0.85)
    c.disc(1130, horizon - 38, 78, "#fff0bd")
    for x, y, width in ((420, 150, 620), (1180, 250, 760), (760, 370, 520), (1420, 420, 460)):
        streaks(c, x, y, width, mix("#b35f72", "#f2a06b", y / 500))
    ridge(c, 560, 1700, horizon, 120, "#a75d70")
    ridge(c, -160, 900, horizon, 185, "#6d4468")
    c.gradient(horizon, c.height, ["#f3a868", "#b96a6c", "#64456f", "#2b2b55", "#1b1d40"])
    glitter(c, 1130, horizon, 1000, 330, "#ffe3a0", 210)
    ripples(c, horizon, c.height, thin("#2b2850", 0.5), 120)
    ripples(c, horizon, 900, thin("#f6b583", 0.4), 70)
    ferry(c, 210, 745)
    quay(c)
    for x, y, span in ((880, 210, 22), (940, 180, 17), (830, 258, 14)):
        gull(c, x, y, span, "#2a2347")


def ferry(c: Canvas, x: float, water: float) -> None:
    """A small car ferry, bow to the right, 720 wide."""
    hull, house_, dark = "#1d2446", "#e9d3bd", "#7c6680"
    c.veil(corners(x + 10, water, 690, 190), "#161937", (0, water), (0, water + 190), 0.85)
    c.shape(
        [
            (x + 90, water - 190),
            (x + 560, water - 190),
            (x + 590, water - 90),
            (x + 70, water - 90),
        ],
        house_,
    )
    c.shade(corners(x + 70, water - 190, 520, 100), dark, (x + 70, 0), (x + 520, 0), 0.9)
    c.shape(
        [
            (x + 190, water - 258),
            (x + 452, water - 258),
            (x + 472, water - 190),
            (x + 180, water - 190),
        ],
        mix(house_, dark, 0.25),
    )
    c.shade(corners(x + 180, water - 258, 292, 68), dark, (x + 170, 0), (x + 460, 0), 0.9)
    c.shape(
        [
            (x + 372, water - 306),
            (x + 470, water - 306),
            (x + 484, water - 258),
            (x + 360, water - 258),
        ],
        house_,
    )
    c.box(x + 352, water - 314, 140, 9, hull)
    c.shape(
        [
            (x + 238, water - 350),
            (x + 310, water - 350),
            (x + 322, water - 258),
            (x + 228, water - 258),
        ],
        "#d3503c",
    )
    c.shade(
        [
            (x + 238, water - 350),
            (x + 310, water - 350),
            (x + 322, water - 258),
            (x + 228, water - 258),
        ],
        "#6f2740",
        (x + 228, 0),
        (x + 310, 0),
        0.95,
    )
    c.shape(
        [
            (x + 238, water - 350),
            (x + 310, water - 350),
            (x + 313, water - 326),
            (x + 235, water - 326),
        ],
        hull,
    )
    c.shape(
        [
            (x - 10, water - 96),
            (x + 640, water - 96),
            (x + 730, water - 128),
            (x + 690, water - 20),
            (x + 660, water + 10),
            (x + 40, water + 10),
            (x + 8, water - 30),
        ],
        hull,
    )
    c.line([(x + 2, water - 62), (x + 708, water - 62)], "#d3503c", 7)
    for at in range(9):
        c.pill(x + 118 + at * 50, water - 158, 32, 34, LANTERN)
        glitter(c, x + 134 + at * 50, water + 8, water + 170, 60, LANTERN, 7)
    for at in range(4):
        c.pill(x + 208 + at * 36, water - 238, 24, 26, LANTERN)
    for at in range(3):
        c.box(x + 384 + at * 32, water - 296, 26, 26, "#fff0c4")
    c.glow(x + 330, water - 140, 380, LANTERN, 0.28)
    masts = ((x + 512, 300, 190), (x + 420, 420, 306))
    for mast, top, foot in masts:
        c.line([(mast, water - foot), (mast, water - top)], hull, 5)
    c.line(
        [(x + 420, water - 418), (x + 512, water - 298), (x + 716, water - 130)], thin(hull, 0.8), 2
    )
    c.disc(x + 420, water - 420, 6, "#fff0c4")
    smoke = curve(
        [
            (x + 274, water - 352),
            (x + 240, water - 410),
            (x + 130, water - 440),
            (x - 20, water - 500),
            (x - 210, water - 520),
        ]
    )
    for at, (px, py) in enumerate(smoke):
        c.disc(px, py, 12 + at * 0.95, thin("#4a3661", 0.16))


def quay(c: Canvas) -> None:
    stone, lit = "#20203f", "#4b3d63"
    c.shape([(930, 742), (1600, 700), (1600, 1067), (1040, 1067)], stone)
    c.shape([(930, 742), (1600, 700), (1600, 770), (952, 790)], lit)
    c.shade([(930, 742), (1600, 700), (1600, 770), (952, 790)], "#e0876a", (930, 0), (1330, 0), 0.7)
    for row in range(5):
        y = 790 + row * 62
        c.line([(952 + row * 21, y), (1600, y - 22 + row * 9)], thin("#0f1029", 0.7), 3)
        for at in range(7):
            left = 1010 + at * 104 + (row % 2) * 52 + row * 10
            c.line([(left, y), (left + 3, y + 60)], thin("#0f1029", 0.7), 3)
    c.line([(898, 690), (965, 735)], "#14152f", 4)
    for x in (968, 1180):
        c.shape(
            [(x, 756), (x + 6, 716), (x - 6, 706), (x + 42, 706), (x + 30, 716), (x + 36, 756)],
            "#14152f",
        )
    lamp(c, 1440, 750, 380, "#14152f", 0.9)
    figure(c, 1262, 756, 172, "#8c3b4b", "#14152f", "#b98077", hat="#14152f", long=True)
    figure(c, 1338, 760, 150, "#33406b", "#14152f", "#b98077")
    c.box(1376, 722, 52, 38, "#4a2a35")
    c.line([(1392, 722), (1394, 712), (1410, 712), (1412, 722)], "#4a2a35", 4)


def sea_wall(c: Canvas) -> None:
    horizon = 520
    c.gradient(0, horizon, ["#5f7a86", "#8aa3a6", "#c3cdc1", "#eee0c2"])
    for x, y, width in ((1180, 110, 720), (560, 190, 560), (1380, 300, 520)):
        streaks(c, x, y, width, thin("#f1ead6", 0.55), 5)
    ridge(c, 1060, 1720, horizon, 60, "#8ea09d")
    c.gradient(horizon, c.height, ["#9fb4ac", "#5f8a8a", "#2f6069", "#17414e"])
    ripples(c, horizon, 800, thin("#d9e4d6", 0.6), 110)
    far, top, foot = (1330.0, 512.0), (-40.0, 118.0), (-40.0, 1010.0)
    roofs(c)
    wall(c, far, top, foot)
    crack(c)
    figure(c, 668, 312, 132, "#c8452f", "#22313b", hat="#22313b", long=True)
    breakers(c)
    for x, y, span in ((960, 180, 34), (1060, 130, 24), (1190, 220, 20), (880, 110, 16)):
        gull(c, x, y, span, "#2d434d")


def roofs(c: Canvas) -> None:
    for x, base, width, wall_, roof in (
        (30, 260, 190, "#b9a68c", "#7d4a3e"),
        (250, 300, 150, "#a49a8b", "#5c4f53"),
        (860, 440, 92, "#b9a68c", "#7d4a3e"),
        (970, 460, 70, "#a49a8b", "#5c4f53"),
    ):
        house(c, x, base, width, width * 1.15, wall_, roof, ["#6e8084", "#8fa1a0"])


def wall(c: Canvas, far: Point, top: Point, foot: Point) -> None:
    stone, joint = "#8d8a80", "#5d6063"
    face = [top, far, (far[0], far[1] + 16), foot]
    c.shape(face, stone)
    for row in range(1, 9):
        c.line(
            [between(top, foot, row / 9), between(far, (far[0], far[1] + 16), row / 9)], joint, 3
        )
    for column in range(34):
        share, after = recede(column, 0.09), recede(column + 0.5, 0.09)
        for row in range(9):
            at = after if row % 2 else share
            high, low = between(top, far, at), between(foot, (far[0], far[1] + 16), at)
            c.line(
                [between(high, low, row / 9), between(high, low, (row + 1) / 9)],
                joint,
                3 * (1 - at) + 0.6,
            )
    c.shade(face, "#2d3e48", (400, 1010), (620, 330), 0.95)
    c.shade(face, "#f0e2c2", (300, 150), (420, 480), 0.5)
    weed = [
        between(top, foot, 0.74),
        between(far, (far[0], far[1] + 16), 0.74),
        (far[0], far[1] + 16),
        foot,
    ]
    c.shade(weed, "#36513f", (300, 960), (330, 720), 0.95)
    c.shape(
        [(top[0], top[1] - 34), (far[0], far[1] - 2), (far[0], far[1] + 2), (top[0], top[1] + 34)],
        "#cfc5ac",
    )
    c.line([(top[0], top[1] + 34), (far[0], far[1] + 2)], "#4b5256", 4)
    for column in range(14):
        x, y = between((top[0], top[1] - 20), far, recede(column + 0.6, 0.2))
        height = 96 * (1 - recede(column + 0.6, 0.2))
        c.line([(x, y), (x, y - height)], "#22313b", max(1, height / 16))
    for share in (0.55, 1):
        c.line([(top[0], top[1] - 20 - 96 * share), far], "#22313b", 3)


def recede(step: float, pace: float) -> float:
    """Equal steps into the distance: from 0 here towards 1 at the vanishing point."""
    return step * pace / (1 + step * pace)


def crack(c: Canvas) -> None:
    line = [
        (486, 262),
        (470, 330),
        (512, 388),
        (478, 452),
        (520, 520),
        (488, 590),
        (532, 668),
        (506, 742),
        (548, 830),
    ]
    left = [(x - 13 + at * 0.6, y) for at, (x, y) in enumerate(line)]
    right = [(x + 14 - at * 0.5, y) for at, (x, y) in enumerate(line)]
    c.shape([*right, *reversed([(x + 12, y + 5) for x, y in right])], "#cfc5ac")
    c.shape([*left, *reversed(right)], "#14212a")
    for branch in (
        [(512, 388), (580, 420), (604, 470), (650, 492)],
        [(478, 452), (410, 500), (396, 556), (352, 590)],
        [(488, 590), (440, 640), (436, 700)],
        [(532, 668), (590, 690), (610, 740)],
    ):
        c.line(branch, "#14212a", 7)


def breakers(c: Canvas) -> None:
    crest(c, 760, 46, "#3d737a", "#e6ecdf")
    crest(c, 850, 74, "#2a5f6a", "#eef0e2")
    for x, y, size in ((560, 800, 90), (700, 745, 60), (330, 890, 120), (90, 930, 130)):
        for _ in range(26):
            angle, reach = c.chance.uniform(3.3, 6.1), size * c.chance.uniform(0.2, 1.3)
            c.disc(
                x + cos(angle) * reach,
                y + sin(angle) * reach * 0.9,
                size * c.chance.uniform(0.03, 0.16),
                thin("#f3f1e4", c.chance.uniform(0.6, 1)),
            )
    crest(c, 960, 96, "#174552", "#f3f1e4")
    crest(c, 1060, 80, "#103642", "#d8e2d6")


def mussel_beds(c: Canvas) -> None:
    horizon = 420
    c.gradient(0, horizon, ["#7fa3b0", "#b5c6c0", "#ecd9bd", "#f8c9a0"])
    c.glow(440, horizon - 40, 560, "#fff0cf", 0.9)
    c.disc(440, horizon - 74, 46, "#fffaf0")
    for x, y, width in ((1060, 90, 700), (300, 170, 520), (1300, 230, 420)):
        streaks(c, x, y, width, thin("#fbeeda", 0.6))
    ridge(c, 820, 1760, horizon, 130, "#8fa3a8")
    ridge(c, 1180, 1800, horizon, 70, "#6d8791")
    c.gradient(horizon, c.height, ["#f4cfa8", "#cdbca8", "#94a3a3", "#5f7c85", "#3d5c69"])
    sands(c)
    glitter(c, 440, horizon, 1000, 300, "#fff3d6", 130)
    for row in range(7):
        stakes(c, (700, horizon + 6), (-760 + row * 470, 1160))
    figure(c, 1196, 806, 268, "#d8a63b", "#2a3b45", "#c98f6c", hat="#2a3b45", stride=0.16)
    c.line([(1158, 610), (1118, 700)], "#d8a63b", 22)
    c.shape([(1086, 700), (1152, 700), (1142, 764), (1096, 764)], "#7d4a3e")
    c.line(curve([(1088, 702), (1118, 668), (1150, 702)]), "#2a3b45", 3)
    c.line([(1238, 612), (1296, 640), (1330, 812)], "#2a3b45", 6)
    c.veil(corners(1120, 808, 150, 190), "#2a3b45", (0, 808), (0, 980), 0.5)
    for x, y, span in ((860, 200, 26), (920, 240, 18), (700, 150, 15)):
        gull(c, x, y, span, "#4d6670")


def sands(c: Canvas) -> None:
    """Wet bars of sand between the pools."""
    for _ in range(46):
        depth = c.chance.random() ** 1.4
        y, length = 436 + 640 * depth, 60 + 480 * depth
        c.oval(
            c.chance.uniform(0, c.width),
            y,
            length,
            3 + 20 * depth,
            thin("#8a7f78", 0.22 + 0.2 * depth),
        )


def stakes(c: Canvas, far: Point, near: Point) -> None:
    for step in range(26, 0, -1):
        share = 1 - recede(step * 0.8 - 0.6, 0.34)
        x, y = between(far, near, share)
        height, width = 230 * share, 34 * share
        if not (-60 < x < c.width + 60 and y < c.height + 160):
            continue
        c.veil(
            corners(x - width / 2, y, width, height * 0.8),
            "#24323d",
            (0, y),
            (0, y + height * 0.8),
            0.6,
        )
        c.shape(
            [
                (x - width * 0.3, y),
                (x - width * 0.24, y - height),
                (x + width * 0.24, y - height),
                (x + width * 0.3, y),
            ],
            "#4a4a4c",
        )
        c.pill(x - width * 0.55, y - height * 0.84, width * 1.1, height * 0.7, "#1d2a38")
        c.pill(x - width * 0.5, y - height * 0.8, width * 0.34, height * 0.6, "#3f566b")


def lighthouse(c: Canvas) -> None:
    horizon = 760
    c.gradient(0, horizon, ["#0d1536", "#152450", "#22406e", "#3b6a8c", "#7ba3a3"])
    stars(c, 520, "#e9ecd9", 150)
    c.gradient(horizon, c.height, ["#3f6f86", "#1c4263", "#0f2547", "#0a1733"])
    ripples(c, horizon, c.height, thin("#88b2b3", 0.45), 90)
    lamp_at = (1092.0, 262.0)
    for end, spread, strength in (((-80.0, 130.0), 150, 0.95), ((1760.0, 330.0), 60, 0.8)):
        c.veil(
            [lamp_at, (end[0], end[1] - spread), (end[0], end[1] + spread)],
            "#ffe9a8",
            lamp_at,
            end,
            strength,
        )
    tower(c, *lamp_at)
    for x, base, width, height, tint in (
        (1150, 900, 560, 210, "#2b3350"),
        (880, 930, 330, 130, "#242c49"),
        (1380, 940, 420, 170, "#20284a"),
        (1090, 990, 620, 120, "#1a2140"),
    ):
        boulder(c, x, base, width, height, tint)
    crest(c, 930, 40, "#15325a", "#a9c8c4")
    crest(c, 1000, 56, "#0f2648", "#8fb3b8")
    crest(c, 1070, 50, "#0a1a38", "#7ca1ac")
    sail(c, 330, 800, 70, "#c9b99a", "#26365c")


def tower(c: Canvas, x: float, light: float) -> None:
    white, red, night = "#ece3cf", "#c8452f", "#2a2f56"
    foot, top = 752, light + 44
    left, right = ((x - 86, foot), (x - 50, top)), ((x + 86, foot), (x + 50, top))
    c.shape([left[0], left[1], right[1], right[0]], white)
    for band in (0.16, 0.5, 0.84):
        low, high = band - 0.085, band + 0.085
        c.shape(
            [
                between(*left, low),
                between(*left, high),
                between(*right, high),
                between(*right, low),
            ],
            red,
        )
    c.shade([left[0], left[1], right[1], right[0]], night, (x + 86, 0), (x - 50, 0), 0.95)
    for share in (0.33, 0.67):
        px, py = between((x, foot), (x, top), share)
        c.pill(px - 9, py - 18, 18, 36, LANTERN)
    c.box(x - 72, top - 12, 144, 14, "#1a1f3d")
    for rail in range(9):
        c.line([(x - 68 + rail * 17, top - 12), (x - 68 + rail * 17, top - 40)], "#1a1f3d", 2)
    c.line([(x - 70, top - 40), (x + 70, top - 40)], "#1a1f3d", 3)
    c.box(x - 36, light - 36, 72, 68, "#fff3c4")
    c.glow(x, light, 330, "#ffe9a8", 0.95)
    for bar in range(4):
        c.box(x - 37 + bar * 23.5, light - 36, 3, 68, "#1a1f3d")
    c.shape(
        [
            (x - 46, light - 36),
            (x - 26, light - 72),
            (x, light - 84),
            (x + 26, light - 72),
            (x + 46, light - 36),
        ],
        red,
    )
    c.line([(x, light - 84), (x, light - 118)], "#1a1f3d", 4)
    house(c, x + 96, 770, 190, 150, "#d9cdb8", "#5c3a4a", [LANTERN])


def sail(c: Canvas, x: float, water: float, height: float, cloth: Colour, hull: Colour) -> None:
    c.shape(
        [
            (x - height * 0.3, water - height * 0.08),
            (x + height * 0.34, water - height * 0.08),
            (x + height * 0.24, water + height * 0.05),
            (x - height * 0.24, water + height * 0.05),
        ],
        hull,
    )
    c.shape(
        [
            (x, water - height),
            (x + height * 0.36, water - height * 0.14),
            (x, water - height * 0.14),
        ],
        cloth,
    )
    c.shape(
        [
            (x - height * 0.03, water - height * 0.9),
            (x - height * 0.28, water - height * 0.14),
            (x - height * 0.03, water - height * 0.14),
        ],
        mix(cloth, hull, 0.3),
    )


def regatta(c: Canvas) -> None:
    horizon = 560
    c.gradient(0, horizon, ["#3f93b3", "#7fbcc4", "#bfdccf", "#f2ead0"])
    for x, y, width in ((320, 120, 560), (1250, 90, 640), (820, 300, 520)):
        streaks(c, x, y, width, thin("#fbf5e3", 0.8), 5)
    ridge(c, -200, 620, horizon, 120, "#7fa9a3")
    ridge(c, 900, 1760, horizon, 90, "#94b7ac")
    c.gradient(horizon, c.height, ["#62b0b0", "#2f8799", "#1a637f", "#104563"])
    ripples(c, horizon, c.height, thin("#dff0df", 0.55), 150)
    for x, size, cloth in (
        (560, 130, "#f4e9d4"),
        (660, 110, "#e7b65a"),
        (980, 120, "#d8573f"),
        (1060, 96, "#f4e9d4"),
    ):
        sail(c, x, horizon + 20, size, cloth, "#23405c")
    committee_boat(c, 1150, 790)
    yacht(c, 300, 800, 640, "#e9a23b", "#f3c05f", "4")
    yacht(c, 760, 900, 800, "#f6ecd6", "#fffaf0", "11")
    yacht(c, 130, 980, 560, "#cf4630", "#e4674d", "7")
    crest(c, 1060, 44, "#0d3a56", "#cfe6dc")
    c.shape([(1330, 960), (1390, 960), (1376, 880), (1344, 880)], "#e0562f")
    c.oval(1360, 962, 44, 10, thin("#0b2f48", 0.6))


def yacht(
    c: Canvas, x: float, water: float, height: float, cloth: Colour, light: Colour, number: str
) -> None:
    """Heeling to the right under main and jib."""
    lean = height * 0.1
    mast = (x + lean, water - height)
    tack = (x + height * 0.02, water - height * 0.1)
    main = [
        mast,
        *curve(
            [
                mast,
                (x - height * 0.14, water - height * 0.5),
                (x - height * 0.34, water - height * 0.13),
            ]
        ),
        tack,
    ]
    jib = [
        between(tack, mast, 0.86),
        *curve(
            [
                between(tack, mast, 0.86),
                (x + height * 0.25, water - height * 0.4),
                (x + height * 0.36, water - height * 0.08),
            ]
        ),
        (x + height * 0.06, water - height * 0.1),
    ]
    c.veil(
        [
            (x - height * 0.3, water),
            (x + height * 0.3, water),
            (x + height * 0.1, water + height * 0.3),
            (x - height * 0.2, water + height * 0.3),
        ],
        mix(cloth, "#104563", 0.3),
        (0, water),
        (0, water + height * 0.28),
        0.6,
    )
    c.shape(main, cloth)
    c.shade(
        main,
        mix(cloth, "#5b3a2e", 0.5),
        (x - height * 0.3, water),
        (x + lean, water - height * 0.5),
        0.7,
    )
    c.shape(jib, light)
    c.shade(
        jib, mix(cloth, "#5b3a2e", 0.4), (x, water), (x + height * 0.3, water - height * 0.4), 0.6
    )
    for share in (0.3, 0.55, 0.78):
        a, b = (
            between(tack, mast, share),
            between((x - height * 0.34, water - height * 0.13), mast, share),
        )
        c.line([a, between(a, b, 0.92)], thin("#5b3a2e", 0.35), 2)
    c.line([(x, water), mast], "#3b2b28", height / 90)
    c.line([tack, (x - height * 0.36, water - height * 0.12)], "#3b2b28", height / 100)
    hull = curve(
        [
            (x - height * 0.34, water - height * 0.06),
            (x, water - height * 0.055),
            (x + height * 0.4, water - height * 0.1),
        ],
        8,
    )
    c.shape(
        [
            *hull,
            (x + height * 0.28, water + height * 0.03),
            (x - height * 0.26, water + height * 0.04),
        ],
        "#1b3552",
    )
    c.line(hull, PAPER, height / 110)
    for at in range(2):
        px, py = x - height * (0.24 - at * 0.1), water - height * 0.07
        c.oval(px, py - height * 0.02, height * 0.024, height * 0.045, ("#d8573f", "#e7b65a")[at])
        c.disc(px + height * 0.006, py - height * 0.078, height * 0.02, "#c98f6c")


def committee_boat(c: Canvas, x: float, water: float) -> None:
    hull = [
        (x, water - 70),
        (x + 330, water - 70),
        (x + 390, water - 96),
        (x + 350, water + 8),
        (x + 24, water + 8),
    ]
    c.veil(corners(x + 20, water, 330, 120), "#0d3a56", (0, water), (0, water + 120), 0.7)
    c.box(x + 70, water - 130, 190, 62, PAPER)
    c.shade(corners(x + 70, water - 130, 190, 62), "#7f9aa0", (x + 70, 0), (x + 240, 0), 0.8)
    c.box(x + 60, water - 140, 214, 12, "#23405c")
    for at in range(4):
        c.box(x + 86 + at * 44, water - 116, 30, 26, "#23405c")
    c.shape(hull, PAPER)
    c.shade(hull, "#7f9aa0", (x, water), (x + 300, water - 60), 0.7)
    c.line([(x + 6, water - 50), (x + 376, water - 60)], "#d8573f", 6)
    c.line([(x + 160, water - 140), (x + 160, water - 360)], "#3b2b28", 5)
    for at, colour in enumerate(("#d8573f", "#f3c05f", "#23405c", "#f6ecd6")):
        y = water - 356 + at * 50
        c.shape(
            [
                (x + 162, y),
                (x + 226, y + 5),
                (x + 218, y + 20),
                (x + 226, y + 38),
                (x + 162, y + 36),
            ],
            colour,
        )
    figure(c, x + 300, water - 72, 92, "#23405c", INK, hat=PAPER)
    figure(c, x + 40, water - 70, 88, "#d8573f", INK)


def harbour_crane(c: Canvas) -> None:
    horizon = 720
    c.gradient(0, horizon, ["#6fa3a4", "#a9c2ac", "#eddcae", "#f9bf85", "#f39a6b"])
    c.glow(560, 520, 620, "#fff0c0", 0.85)
    c.disc(560, 520, 190, "#fbe3a6")
    for x, y, width in ((1180, 130, 700), (240, 240, 460), (1340, 420, 460), (520, 600, 560)):
        streaks(c, x, y, width, thin("#fdeccb", 0.65))
    ridge(c, -100, 900, horizon, 90, "#c08a76")
    skyline(c, horizon)
    c.gradient(horizon, c.height, ["#f0a878", "#b58d7e", "#5f7a80", "#2b545f"])
    glitter(c, 560, horizon, c.height, 380, "#ffe7b5", 170)
    ripples(c, horizon, c.height, thin("#23454f", 0.45), 90)
    barge(c, 250, 850)
    c.shape([(880, 770), (1600, 770), (1600, 1067), (910, 1067)], "#1d3a42")
    c.shape([(870, 748), (1600, 748), (1600, 786), (870, 786)], "#35545a")
    for at in range(6):
        c.box(930 + at * 122, 786, 30, 240, "#14292f")
    crane(c)
    figure(c, 1460, 750, 104, "#c8452f", "#12252b", "#a8745c", hat="#12252b")
    for x, y, span in ((320, 300, 26), (390, 260, 20), (250, 360, 16)):
        gull(c, x, y, span, "#3a4a4c")


def skyline(c: Canvas, horizon: float) -> None:
    tint = "#8d6f70"
    for x, width, height in (
        (1180, 200, 92),
        (1380, 120, 130),
        (1500, 140, 80),
        (700, 130, 54),
        (840, 90, 70),
    ):
        c.shape(
            [
                (x, horizon),
                (x, horizon - height * 0.7),
                (x + width / 2, horizon - height),
                (x + width, horizon - height * 0.7),
                (x + width, horizon),
            ],
            tint,
        )


def barge(c: Canvas, x: float, water: float) -> None:
    c.veil(corners(x, water, 420, 130), "#1d3a42", (0, water), (0, water + 130), 0.75)
    c.shape(
        [(x - 20, water - 62), (x + 450, water - 62), (x + 420, water + 10), (x + 20, water + 10)],
        "#1d3a42",
    )
    c.line([(x - 16, water - 44), (x + 444, water - 44)], "#c8452f", 6)
    c.box(x + 30, water - 124, 96, 64, "#35545a")
    c.box(x + 22, water - 132, 112, 10, "#12252b")
    c.box(x + 50, water - 108, 24, 22, LANTERN)
    for at in range(4):
        c.box(
            x + 166 + at * 62,
            water - 62 - 40 - (at % 2) * 16,
            56,
            40 + (at % 2) * 16,
            ("#8a4a38", "#a86a44")[at % 2],
        )


def crane(c: Canvas) -> None:
    iron, shadow = "#12292f", "#0d1f24"
    for foot, knee in ((980, 1060), (1320, 1240)):
        c.line([(foot, 750), (knee, 470)], iron, 20)
    c.line([(980, 750), (1240, 470)], iron, 7)
    c.line([(1320, 750), (1060, 470)], iron, 7)
    c.box(1030, 455, 240, 26, iron)
    c.box(960, 736, 44, 16, iron)
    c.box(1298, 736, 44, 16, iron)
    c.shape([(1050, 455), (1050, 350), (1110, 310), (1290, 310), (1330, 350), (1330, 455)], iron)
    c.shade(
        [(1050, 455), (1050, 350), (1110, 310), (1290, 310), (1330, 350), (1330, 455)],
        "#d97a4e",
        (1040, 0),
        (1180, 0),
        0.55,
    )
    c.box(1072, 350, 60, 56, LANTERN)
    c.box(1098, 350, 5, 56, iron)
    for at in range(3):
        c.box(1180 + at * 46, 352, 26, 36, shadow)
    lattice(c, (1090, 420), (420, 120), 62, 16, iron)
    c.line([(1180, 312), (1150, 130)], iron, 14)
    c.line([(1260, 312), (1150, 130)], iron, 9)
    c.line([(1150, 130), (420, 116)], iron, 4)
    c.line([(1150, 130), (1330, 350)], iron, 4)
    c.line([(424, 120), (424, 560)], iron, 4)
    c.shape([(404, 556), (444, 556), (436, 592), (412, 592)], iron)
    c.line(curve([(424, 590), (430, 616), (412, 630), (402, 612)]), iron, 7)


def lattice(c: Canvas, foot: Point, tip: Point, depth: float, fields: int, colour: Colour) -> None:
    """A girder that tapers towards its tip."""

    def rail(share: float, side: float) -> Point:
        x, y = between(foot, tip, share)
        return x + side * depth * 0.1, y + side * depth * (1 - share * 0.75) / 2

    for side in (-1, 1):
        c.line([rail(0, side), rail(1, side)], colour, 8)
    for field in range(fields):
        a, b, half = field / fields, (field + 1) / fields, (field + 0.5) / fields
        c.line([rail(a, 1), rail(half, -1), rail(b, 1)], colour, 4)
