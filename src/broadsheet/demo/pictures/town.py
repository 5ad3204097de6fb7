"""Pictures of the streets: houses, people, weather over roofs."""

from math import sin

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
from broadsheet.demo.pictures.nature import billow, gull, rain, ridge, stars, streaks
from broadsheet.demo.pictures.things import (
    INK,
    LANTERN,
    PAPER,
    bunting,
    figure,
    garland,
    house,
    lantern,
    panes,
)

DARK_GLASS, BLUE_GLASS = "#27374a", "#54708a"


def storm(c: Canvas) -> None:
    c.gradient(0, 760, ["#1f2f3d", "#34505c", "#5f7d7c", "#c9b07a", "#e8c67c"])
    for x, base, width, height, light, dark in (
        (1250, 330, 900, 300, "#7d9492", "#22343f"),
        (420, 300, 1000, 340, "#92a5a0", "#1c2c38"),
        (980, 470, 1100, 260, "#677f80", "#1a2a36"),
        (140, 520, 700, 200, "#56706f", "#182833"),
    ):
        billow(c, x, base, width, height, light, dark)
    c.shade(corners(0, 0, c.width, 560), "#121e29", (0, 0), (0, 420), 0.8)
    bolt = [(1120, 470), (1090, 560), (1118, 562), (1080, 660), (1104, 664), (1062, 760)]
    c.glow(1095, 560, 420, "#fff2c8", 0.55)
    c.line(bolt, "#fff6d8", 7)
    ridge(c, -100, 1700, 790, 110, "#4c605c")
    roofscape(c)
    rain(c, thin("#d3e0dc", 0.34), 420, 0.32)
    c.veil(corners(0, 800, c.width, 267), "#0d1720", (0, c.height), (0, 800), 0.8)


def roofscape(c: Canvas) -> None:
    rows: tuple[tuple[float, float, Colour, Colour], ...] = (
        (800, 120, "#4a5a5e", "#33424a"),
        (880, 165, "#3e4a50", "#4f3a3c"),
        (990, 220, "#2c363e", "#232c35"),
    )
    for base, size, wall, roof in rows:
        x = -60.0
        while x < c.width:
            width = size * c.chance.uniform(0.75, 1.2)
            glass = (
                [mix(wall, INK, 0.5), mix(wall, INK, 0.5), LANTERN]
                if base > 850
                else [mix(wall, INK, 0.4)]
            )
            house(c, x, base + 90, width, size * c.chance.uniform(1.25, 1.75), wall, roof, glass)
            x += width * c.chance.uniform(0.98, 1.15)
        c.box(0, base + 88, c.width, 200, mix(wall, INK, 0.4))
    c.line([(410, 640), (410, 760)], INK, 6)
    c.line([(376, 672), (446, 672)], INK, 4)
    c.shape([(446, 660), (470, 672), (446, 684)], INK)


def night_market(c: Canvas) -> None:
    c.gradient(0, c.height, ["#11173a", "#1c2450", "#3a2f5e", "#5b3a5e"])
    stars(c, 300, "#dfe3e6", 90)
    for at, (x, width, height, wall) in enumerate(
        (
            (-30, 280, 640, "#2b3160"),
            (250, 220, 540, "#34305e"),
            (470, 260, 610, "#272c59"),
            (730, 210, 500, "#3a3362"),
            (940, 270, 620, "#2b3160"),
            (1210, 230, 540, "#34305e"),
            (1440, 260, 640, "#272c59"),
        )
    ):
        house(
            c,
            x,
            760,
            width,
            height,
            wall,
            ("#1a1d40", "#241f44")[at % 2],
            ["#1b2148", "#1b2148", LANTERN],
        )
    c.gradient(760, c.height, ["#5d4059", "#8a5a55", "#4a3550", "#1c1a3a"])
    c.glow(800, 760, 900, "#ff9d4d", 0.45)
    colours = ("#e5653f", "#f2b34b", "#f4e9d4", "#4fa09b")
    for at, x in enumerate((20, 420, 820, 1220)):
        stall(c, x, 830, 350, colours[at], at)
    bunting(c, (-20, 150), (820, 120), 120, colours, 40)
    bunting(c, (780, 122), (1640, 170), 130, colours, 40)
    for start, end, sag in (((-20, 300), (760, 250), 90), ((700, 252), (1640, 290), 110)):
        for hook, line in garland(start, end, sag, 7)[1:-1]:
            lantern(c, hook, line + 20, 30, c.chance.choice(["#f08a3c", "#f6b24f", "#e5653f"]))
    crowd(c)


def stall(c: Canvas, x: float, base: float, width: float, colour: Colour, kind: int) -> None:
    top = base - 250
    c.box(x + 8, top + 40, width - 16, 210, "#5a3346")
    c.veil(corners(x + 8, top + 40, width - 16, 210), "#ffc66b", (0, top + 50), (0, base), 0.95)
    c.glow(x + width / 2, top + 110, width * 0.6, "#ffe3a0", 0.7)
    for share in (0.24, 0.66):
        figure(
            c, x + width * share, base + 10, 190, mix(colour, INK, 0.5), INK, "#c88a62", hat=None
        )
    for post in (x + 4, x + width - 14):
        c.box(post, top, 10, 290, "#231b3a")
    strips = 8
    for at in range(strips):
        left, right = x - 14 + (width + 28) * at / strips, x - 14 + (width + 28) * (at + 1) / strips
        tint = colour if at % 2 else "#f7ecd2"
        inner = (x + 20 + (width - 40) * at / strips, x + 20 + (width - 40) * (at + 1) / strips)
        c.shape(
            [(inner[0], top - 40), (inner[1], top - 40), (right, top + 30), (left, top + 30)], tint
        )
        c.pill(left, top + 10, right - left, 44, mix(tint, "#8a4a3a", 0.2))
    c.shade(
        [
            (x + 20, top - 40),
            (x + width - 20, top - 40),
            (x + width + 14, top + 50),
            (x - 14, top + 50),
        ],
        "#2a2450",
        (0, top - 60),
        (0, top + 30),
        0.6,
    )
    c.box(x - 8, base - 70, width + 16, 22, "#8a5238")
    c.box(x, base - 50, width, 92, "#4a2a3c")
    for at in range(9):
        cx = x + 24 + at * (width - 48) / 8
        c.disc(cx, base - 82, 15, ("#e5653f", "#f2b34b", "#9db15a", "#d98e4a")[(at + kind) % 4])
    for at in range(8):
        cx = x + 44 + at * (width - 88) / 7
        c.disc(cx, base - 104, 13, ("#f2b34b", "#e5653f", "#d98e4a", "#9db15a")[(at + kind) % 4])


def crowd(c: Canvas) -> None:
    for x, base, height, coat, hat in (
        (150, 960, 270, "#27204a", None),
        (330, 1000, 320, "#3b2350", INK),
        (430, 990, 250, "#552a4e", None),
        (640, 940, 250, "#241c42", None),
        (760, 1000, 310, "#2c2350", "#3b2350"),
        (1010, 960, 270, "#4a2548", None),
        (1120, 1010, 330, "#231b40", INK),
        (1220, 1000, 230, "#3b2350", None),
        (1440, 970, 290, "#2a2148", None),
    ):
        c.veil(corners(x - 40, base, 80, 90), "#120f2a", (0, base), (0, base + 90), 0.6)
        figure(c, x, base, height, coat, "#120f2a", "#7d4d4e", hat=hat, long=bool(hat))


def bakery(c: Canvas) -> None:
    c.gradient(0, 700, ["#28406a", "#4b6a8f", "#8fa0ac", "#e5b58f"])
    c.disc(250, 170, 46, "#f4ead0")
    c.disc(232, 160, 42, "#36527b")
    for at, (x, width, height, wall) in enumerate(
        ((-60, 200, 520, "#40567a"), (140, 170, 430, "#4d6083"), (300, 150, 370, "#5c6d8c"))
    ):
        house(
            c,
            x,
            800,
            width,
            height,
            wall,
            ("#26365a", "#2f3d60")[at % 2],
            ["#32486d", "#32486d", "#e9c483"],
        )
    c.gradient(790, c.height, ["#56698a", "#3c5076", "#22335a"])
    shop(c)
    cobbles(c)
    bicycle(c, 330, 900)
    cat(c, 560, 938)


def shop(c: Canvas) -> None:
    wall, wood = "#3f4a70", "#1f4a4f"
    c.box(520, 0, 1080, 860, wall)
    for row in range(20):
        y = row * 20
        for at in range(14):
            c.box(
                530 + at * 80 + (row % 2) * 40,
                y,
                76,
                17,
                mix(wall, "#5d6688", c.chance.random() * 0.5),
            )
    c.shade(corners(520, 0, 1080, 420), "#1a2448", (0, 0), (0, 330), 0.85)
    for x in (700, 1020, 1340):
        panes(c, x, 60, 130, 170, "#25345c", "#8d93a8", 2, 3)
    c.box(560, 300, 1040, 580, wood)
    c.box(540, 290, 1080, 26, mix(wood, PAPER, 0.3))
    c.box(590, 326, 990, 70, "#173a40")
    c.line([(604, 340), (1566, 340), (1566, 384), (604, 384), (604, 340)], "#d9a955", 2)
    window = corners(800, 430, 730, 330)
    c.shape(window, "#ffcf7c")
    c.glow(1165, 520, 430, "#fff3cd", 0.8)
    c.shade(window, "#d98a3d", (0, 770), (0, 560), 0.7)
    c.box(800, 520, 730, 8, "#a2622f")
    figure(c, 1010, 790, 330, PAPER, "#7d5138", "#b9744c", hat="#fffaf0")
    c.box(800, 622, 730, 10, "#a2622f")
    for shelf, count in ((520, 9), (622, 8), (758, 10)):
        loaves(c, 830, shelf, 690, count)
    for bar in (800, 1040, 1286, 1530):
        c.box(bar - 7, 424, 14, 340, wood)
    c.box(786, 416, 758, 16, wood)
    c.box(780, 756, 770, 24, mix(wood, PAPER, 0.3))
    c.box(620, 430, 130, 440, "#16363c")
    c.box(640, 450, 90, 210, "#ffcf7c")
    c.box(640, 450, 90, 210, thin("#d98a3d", 0.3))
    c.box(682, 450, 6, 210, "#16363c")
    c.disc(738, 680, 6, "#d9a955")
    c.glow(1165, 620, 760, "#ffb75e", 0.3)
    sign(c, 520, 470)


def loaves(c: Canvas, x: float, shelf: float, width: float, count: int) -> None:
    for at in range(count):
        left = x + width * at / count
        crust = c.chance.choice(["#a9602c", "#c27a38", "#8d4c26", "#b96d30"])
        if at % 3 == 2:
            c.disc(left + 28, shelf - 26, 27, crust)
            c.line([(left + 16, shelf - 38), (left + 40, shelf - 22)], "#e9b873", 4)
            c.line([(left + 26, shelf - 46), (left + 46, shelf - 34)], "#e9b873", 4)
        else:
            c.pill(left, shelf - 36, 60, 36, crust)
            for cut in range(3):
                c.line(
                    [(left + 14 + cut * 14, shelf - 30), (left + 22 + cut * 14, shelf - 14)],
                    "#e9b873",
                    4,
                )


def sign(c: Canvas, x: float, y: float) -> None:
    """A gilded pretzel-free ring of bread on an iron arm."""
    c.line([(x + 10, y - 90), (x - 110, y - 90)], INK, 7)
    c.line([(x + 10, y - 40), (x - 60, y - 90)], INK, 5)
    c.line([(x - 84, y - 90), (x - 84, y - 66)], INK, 3)
    c.disc(x - 84, y - 10, 58, "#d9963f")
    c.disc(x - 84, y - 10, 26, "#6f86a0")


def cobbles(c: Canvas) -> None:
    for row in range(15):
        depth = row / 14
        y, size = 872 + 200 * depth**1.3, 26 + 44 * depth
        for at in range(round(c.width / size) + 2):
            x = at * size - (row % 2) * size / 2
            warm = max(0.0, 1 - abs(x - 1165) / 620) * (1 - depth * 0.5)
            tint = mix(
                mix("#40557c", "#2a3d66", c.chance.random()),
                "#f2b062",
                warm * 0.75 * c.chance.uniform(0.7, 1),
            )
            c.pill(x, y, size * 0.9, 9 + 14 * depth, tint)


def bicycle(c: Canvas, x: float, base: float) -> None:
    frame = "#c8452f"
    for wheel in (x, x + 150):
        for radius, tint in ((56, INK),):
            ring = [
                (wheel + radius * sin(a / 8), base - 56 + radius * sin(a / 8 + 1.5708))
                for a in range(52)
            ]
            c.line(ring, tint, 6)
        for spoke in range(6):
            dx, dy = 54 * sin(spoke * 0.5236), 54 * sin(spoke * 0.5236 + 1.5708)
            c.line([(wheel - dx, base - 56 - dy), (wheel + dx, base - 56 + dy)], thin(INK, 0.5), 1)
    c.line(
        [
            (x, base - 56),
            (x + 60, base - 56),
            (x + 132, base - 128),
            (x + 44, base - 128),
            (x, base - 56),
        ],
        frame,
        7,
    )
    c.line([(x + 60, base - 56), (x + 38, base - 146)], frame, 7)
    c.line([(x + 150, base - 56), (x + 128, base - 150), (x + 154, base - 158)], frame, 7)
    c.pill(x + 14, base - 156, 50, 13, INK)
    c.shape(
        [
            (x + 140, base - 146),
            (x + 206, base - 146),
            (x + 198, base - 100),
            (x + 148, base - 100),
        ],
        "#a2703c",
    )
    for at in range(3):
        c.pill(x + 146 + at * 18, base - 176, 14, 40, "#c98a45")


def cat(c: Canvas, x: float, base: float) -> None:
    fur = "#161d33"
    c.shape(
        curve(
            [
                (x, base),
                (x - 4, base - 40),
                (x + 14, base - 72),
                (x + 38, base - 66),
                (x + 50, base - 24),
                (x + 50, base),
            ]
        ),
        fur,
    )
    c.disc(x + 16, base - 82, 19, fur)
    c.shape([(x, base - 90), (x - 1, base - 112), (x + 13, base - 100)], fur)
    c.shape([(x + 18, base - 101), (x + 31, base - 113), (x + 33, base - 90)], fur)
    c.line(
        curve([(x + 48, base - 4), (x + 78, base - 4), (x + 86, base - 28), (x + 76, base - 40)]),
        fur,
        9,
    )


def school(c: Canvas) -> None:
    c.gradient(0, 760, ["#8fb4bd", "#bcd0c8", "#e9e2c8", "#f3d6ae"])
    for x, y, width in ((300, 110, 560), (1220, 80, 700), (1400, 250, 380)):
        streaks(c, x, y, width, thin("#fbf6e6", 0.75), 5)
    ridge(c, -200, 700, 800, 190, "#9db59a")
    ridge(c, 1000, 1800, 800, 150, "#8aa88f")
    c.gradient(790, c.height, ["#b9b29a", "#a39c88", "#7b7869"])
    brick = "#b4563f"
    schoolhouse(c, brick)
    tarpaulin(c)
    yard(c)


def schoolhouse(c: Canvas, brick: Colour) -> None:
    body = corners(270, 440, 1060, 400)
    c.shape([(230, 450), (330, 230), (1270, 230), (1370, 450)], "#4b4a57")
    for row in range(9):
        y = 250 + row * 24
        c.line([(322 - row * 11, y), (1278 + row * 11, y)], thin("#2f2f3c", 0.6), 2)
    c.shape(body, brick)
    for row in range(33):
        c.line([(270, 444 + row * 12), (1330, 444 + row * 12)], thin("#7d3326", 0.45), 1)
    c.shade(body, "#5d2530", (1330, 900), (600, 440), 0.7)
    c.box(262, 632, 1076, 14, "#e7d5b3")
    for x in (320, 430, 540, 980, 1090, 1200):
        panes(c, x, 480, 66, 120, "#39566b", PAPER, 2, 3)
        panes(c, x, 672, 66, 120, "#39566b", PAPER, 2, 3)
    gable = [(650, 840), (650, 400), (800, 190), (950, 400), (950, 840)]
    c.shape(gable, mix(brick, PAPER, 0.1))
    c.shade(gable, "#5d2530", (950, 840), (700, 300), 0.6)
    for side in (-1, 1):
        c.shape(
            [(800, 166), (800 + side * 178, 414), (800 + side * 164, 430), (800, 202)], "#e7d5b3"
        )
    panes(c, 750, 440, 100, 150, "#39566b", PAPER, 3, 3)
    c.disc(800, 340, 46, "#e7d5b3")
    c.disc(800, 340, 38, PAPER)
    c.line([(800, 340), (800, 312)], INK, 4)
    c.line([(800, 340), (820, 350)], INK, 4)
    c.shape([(742, 840), (742, 700), (800, 652), (858, 700), (858, 840)], "#e7d5b3")
    c.shape([(754, 840), (754, 704), (800, 668), (846, 704), (846, 840)], "#27414c")
    c.line([(800, 668), (800, 840)], "#e7d5b3", 3)
    c.box(764, 100, 72, 72, PAPER)
    c.pill(780, 112, 40, 60, "#39566b")
    c.shape([(750, 104), (800, 36), (850, 104)], "#3c7a74")
    c.disc(800, 148, 13, "#d9a955")


def tarpaulin(c: Canvas) -> None:
    sheet = [
        (980, 222),
        (1250, 218),
        (1360, 452),
        (1300, 470),
        (1230, 452),
        (1160, 472),
        (1080, 454),
        (1000, 468),
        (960, 440),
    ]
    c.shape(sheet, "#2f6fa8")
    for start, end in (
        ((1020, 222), (1030, 460)),
        ((1100, 222), (1130, 466)),
        ((1190, 222), (1240, 452)),
    ):
        c.shade(
            [start, (start[0] + 40, start[1]), (end[0] + 50, end[1]), end],
            "#163f6d",
            end,
            (end[0] + 50, end[1]),
            0.9,
        )
    for start, end in (((980, 300), (1290, 290)), ((968, 380), (1330, 372))):
        c.line([start, end], "#f2c14e", 4)
    for x in (990, 1090, 1190, 1290):
        c.line([(x, 452), (x + 4, 508)], "#f2c14e", 3)
        c.pill(x - 16, 504, 40, 28, "#d8c59b")
    for rail in (1392, 1436):
        c.line([(rail, 842), (rail - 92, 380)], "#d9a955", 8)
    for rung in range(13):
        at = rung / 12.5
        c.line(
            [between((1392, 842), (1300, 380), at), between((1436, 842), (1344, 380), at)],
            "#d9a955",
            6,
        )


def yard(c: Canvas) -> None:
    c.veil(corners(0, 840, c.width, 80), "#4a4a48", (0, 840), (0, 920), 0.6)
    for at, (x, y) in enumerate(((520, 1010), (580, 985), (640, 962), (690, 940), (735, 920))):
        size = 46 - at * 5
        c.line(
            [
                (x, y),
                (x + size * 1.5, y),
                (x + size * 1.9, y - size * 0.55),
                (x + size * 0.5, y - size * 0.55),
                (x, y),
            ],
            thin("#fffaf0", 0.85),
            3,
        )
    tree(c, 120, 880, 620, "#d98a3d", "#a9562f")
    for x, base, height, coat, legs in (
        (380, 960, 150, "#d8573f", "#27374a"),
        (450, 956, 138, "#f2c14e", "#3c4a55"),
        (940, 930, 128, "#3c7a74", "#27374a"),
        (1060, 990, 160, "#2f6fa8", "#27374a"),
        (1140, 1000, 196, "#5c4a63", "#27374a"),
    ):
        c.oval(x + 30, base, height * 0.4, 8, thin("#3a3a38", 0.4))
        figure(c, x, base, height, coat, legs, stride=0.2)


def tree(c: Canvas, x: float, base: float, height: float, leaf: Colour, shadow: Colour) -> None:
    trunk = "#4a3530"
    c.shape(
        [
            (x - 26, base),
            (x - 12, base - height * 0.6),
            (x + 12, base - height * 0.6),
            (x + 30, base),
        ],
        trunk,
    )
    for side in (-1, 1):
        c.line(
            [(x, base - height * 0.4), (x + side * height * 0.18, base - height * 0.66)], trunk, 12
        )
    for _ in range(34):
        px, py = (
            x + c.chance.gauss(0, height * 0.16),
            base - height * 0.75 + c.chance.gauss(0, height * 0.1),
        )
        c.oval(
            px,
            py,
            height * c.chance.uniform(0.05, 0.11),
            height * c.chance.uniform(0.04, 0.08),
            mix(leaf, shadow, c.chance.random()),
        )


def ropeworks(c: Canvas) -> None:
    c.gradient(0, 700, ["#e3a15f", "#efc07f", "#f6dca6", "#fbeccb"])
    for x, y, width in ((1180, 130, 640), (600, 220, 420)):
        streaks(c, x, y, width, thin("#fff3d6", 0.7))
    ridge(c, 900, 1800, 640, 90, "#cf9a76")
    chimney(c)
    shed(c)
    ground(c)


def chimney(c: Canvas) -> None:
    stack = [(1180, 640), (1200, 90), (1260, 90), (1280, 640)]
    c.shape(stack, "#a2452f")
    c.shade(stack, "#4e1f2a", (1280, 0), (1200, 0), 0.9)
    for y in range(100, 640, 18):
        c.line([(1182, y), (1278, y)], thin("#5d2530", 0.4), 1)
    c.box(1190, 78, 80, 18, "#5d2530")
    c.box(1194, 110, 72, 8, "#5d2530")
    trail = curve([(1230, 80), (1260, 30), (1350, 10), (1480, 30), (1640, 10)])
    for at, (puff, height) in enumerate(trail):
        c.disc(puff, height, 18 + at * 0.9, thin("#8a6a62", 0.2))


def shed(c: Canvas) -> None:
    brick, far_top, far_foot = "#b4563f", (1320.0, 600.0), (1320.0, 660.0)
    top, foot = (-30.0, 210.0), (-30.0, 930.0)
    c.shape([(-30, -60), (-30, 230), (1320, 604), (1320, 582)], "#5b4a52")
    c.shade([(-30, -60), (-30, 230), (1320, 604), (1320, 582)], "#2c2432", (0, 230), (120, 20), 0.7)
    for column in range(40):
        at = recede(column, 0.12)
        c.line(
            [between((-30, -60), (1320, 582), at), between((-30, 230), (1320, 604), at)],
            thin("#2c2432", 0.5),
            2,
        )
    face = [top, far_top, far_foot, foot]
    c.shape(face, brick)
    for row in range(1, 40):
        c.line(
            [between(top, foot, row / 40), between(far_top, far_foot, row / 40)],
            thin("#7d3326", 0.5),
            1,
        )
    c.shade(face, "#4e1f2a", (200, 960), (300, 480), 0.85)
    for column in range(22):
        arch(c, top, foot, far_top, far_foot, column)
    c.shape([(-30, 200), (1320, 598), (1320, 606), (-30, 236)], "#e7d5b3")


def recede(step: float, pace: float) -> float:
    return step * pace / (1 + step * pace)


def arch(c: Canvas, top: Point, foot: Point, far_top: Point, far_foot: Point, column: int) -> None:
    def spot(share: float, down: float) -> Point:
        return between(between(top, far_top, share), between(foot, far_foot, share), down)

    a, b = recede(column + 0.35, 0.16), recede(column + 0.85, 0.16)
    middle = (a + b) / 2 - (b - a) * 0.02
    frame = [
        spot(a, 0.74),
        spot(a, 0.34),
        *curve([spot(a, 0.34), spot(middle, 0.22), spot(b, 0.34)], 8),
        spot(b, 0.74),
    ]
    glass = ("#3b4a5a", "#f6c26b", "#3b4a5a", "#55606a")[column % 4]
    c.shape(frame, "#e7d5b3")
    inner = [
        spot(a + (b - a) * 0.1, 0.72),
        spot(a + (b - a) * 0.1, 0.36),
        *curve(
            [spot(a + (b - a) * 0.1, 0.36), spot(middle, 0.25), spot(b - (b - a) * 0.1, 0.36)], 8
        ),
        spot(b - (b - a) * 0.1, 0.72),
    ]
    c.shape(inner, glass)
    width = 4 * (1 - a) + 0.5
    c.line([spot(middle, 0.25), spot(middle, 0.72)], "#e7d5b3", width)
    for down in (0.38, 0.5, 0.61):
        c.line([spot(a, down), spot(b, down)], "#e7d5b3", width)


def ground(c: Canvas) -> None:
    c.shape([(-10, 922), (1320, 658), (1600, 640), (1600, 1067), (-10, 1067)], "#c99f72")
    c.shade(
        [(-10, 922), (1320, 658), (1600, 640), (1600, 1067), (-10, 1067)],
        "#6b4638",
        (500, 1100),
        (900, 760),
        0.8,
    )
    c.shape([(-10, 922), (1320, 658), (1320, 664), (-10, 1000)], thin("#4e2f33", 0.7))
    for x, y, size in ((1010, 930, 130), (1270, 985, 160), (1180, 850, 84)):
        coil(c, x, y, size)
    figure(c, 800, 890, 220, "#35546b", "#2c2432", "#b9744c", hat="#2c2432", stride=0.2)
    c.line([(760, 720), (700, 780)], "#35546b", 20)
    c.line(curve([(700, 780), (560, 860), (340, 880), (120, 1000), (-20, 1010)]), "#e9cf9a", 9)


def coil(c: Canvas, x: float, y: float, size: float) -> None:
    c.oval(x + size * 0.12, y + size * 0.1, size * 1.06, size * 0.36, thin("#4e2f33", 0.5))
    for turn in range(5):
        lift = y - turn * size * 0.13
        c.oval(x, lift, size, size * 0.34, "#8d6238")
        c.oval(x, lift - size * 0.03, size * 0.98, size * 0.31, "#e0bd80")
    c.oval(x, y - size * 0.56, size * 0.5, size * 0.15, "#5d3d2a")


def town_hall(c: Canvas) -> None:
    c.gradient(0, 800, ["#6fa9b5", "#a7cbc5", "#e4e3c6", "#f8d7a3"])
    c.glow(1240, 420, 640, "#fff2cc", 0.7)
    for x, y, width in ((300, 170, 520), (1280, 130, 620), (1400, 330, 340), (180, 380, 300)):
        streaks(c, x, y, width, thin("#fdf6e3", 0.75))
    for at, (x, width, height, wall) in enumerate(
        (
            (-40, 190, 420, "#c79a72"),
            (140, 170, 360, "#b5796a"),
            (1290, 170, 380, "#c79a72"),
            (1450, 200, 430, "#9a8f86"),
        )
    ):
        house(
            c,
            x,
            800,
            width,
            height,
            wall,
            ("#6b4a4a", "#4f4a57")[at % 2],
            [BLUE_GLASS, BLUE_GLASS, DARK_GLASS],
        )
    c.gradient(796, c.height, ["#d8c49f", "#b7a58c", "#8a8683", "#676c76"])
    hall(c)
    square(c)


def hall(c: Canvas) -> None:
    stone, shade = "#ead7b0", "#8a6a62"
    body = corners(320, 470, 960, 340)
    c.shape([(300, 474), (360, 370), (1240, 370), (1300, 474)], "#3f6f70")
    c.shade(
        [(300, 474), (360, 370), (1240, 370), (1300, 474)], "#1f4450", (400, 470), (700, 370), 0.7
    )
    c.shape(body, stone)
    c.shade(body, shade, (320, 900), (900, 470), 0.75)
    c.box(308, 464, 984, 16, "#fbeed0")
    c.box(308, 636, 984, 12, "#fbeed0")
    for at in range(8):
        x = 350 + at * 118
        if 640 < x < 900:
            continue
        panes(c, x, 510, 64, 100, DARK_GLASS, "#fbeed0", 2, 3)
        c.shape(
            [
                (x - 14, 810),
                (x - 14, 720),
                *curve([(x - 14, 720), (x + 32, 672), (x + 78, 720)], 8),
                (x + 78, 810),
            ],
            "#5a4a52",
        )
    clock_tower(c, stone, shade)


def clock_tower(c: Canvas, stone: Colour, shade: Colour) -> None:
    shaft = corners(690, 210, 220, 600)
    c.shape(shaft, mix(stone, "#ffffff", 0.15))
    c.shade(shaft, shade, (690, 0), (860, 0), 0.85)
    c.box(674, 300, 252, 14, "#fbeed0")
    c.box(674, 204, 252, 18, "#fbeed0")
    c.shape([(676, 206), (730, 110), (870, 110), (924, 206)], "#3f6f70")
    c.shade([(676, 206), (730, 110), (870, 110), (924, 206)], "#1f4450", (676, 0), (840, 0), 0.85)
    c.box(744, 62, 112, 50, "#fbeed0")
    for x in (756, 788, 820):
        c.pill(x, 68, 24, 44, "#5a4a52")
    c.shape([(734, 64), (800, -10), (866, 64)], "#3f6f70")
    c.disc(800, 400, 82, "#5a4a52")
    c.disc(800, 400, 74, "#fff8e6")
    for hour in range(12):
        dx, dy = sin(hour * 0.5236), -sin(hour * 0.5236 + 1.5708)
        c.line([(800 + dx * 56, 400 + dy * 56), (800 + dx * 68, 400 + dy * 68)], INK, 5)
    c.line([(800, 400), (774, 366)], INK, 8)
    c.line([(800, 400), (842, 352)], INK, 5)
    c.disc(800, 400, 7, "#c8452f")
    panes(c, 766, 520, 68, 104, DARK_GLASS, "#fbeed0", 2, 3)
    c.shape(
        [(740, 812), (740, 730), *curve([(740, 730), (800, 664), (860, 730)], 8), (860, 812)],
        "#fbeed0",
    )
    c.shape(
        [(754, 812), (754, 734), *curve([(754, 734), (800, 682), (846, 734)], 8), (846, 812)],
        "#4f2f33",
    )
    c.line([(800, 682), (800, 812)], "#fbeed0", 3)


def square(c: Canvas) -> None:
    c.veil(corners(690, 812, 220, 255), "#f6e8c8", (0, 812), (0, 1060), 0.6)
    c.veil(corners(320, 812, 960, 130), "#6b5a5c", (0, 812), (0, 940), 0.45)
    for row in range(8):
        y = 830 + row * row * 5.2
        c.line([(0, y), (c.width, y)], thin("#5a5a62", 0.35), 2)
    for at in range(-14, 15):
        c.line([(800 + at * 60, 812), (800 + at * 190, 1067)], thin("#5a5a62", 0.3), 2)
    for x, base, height, coat, hat in (
        (300, 900, 130, "#c8452f", INK),
        (420, 960, 160, "#35546b", None),
        (1010, 930, 150, "#3f6f70", None),
        (1090, 936, 144, "#8d4a5a", INK),
        (1330, 990, 180, "#d9a03f", INK),
        (620, 880, 112, "#5a4a52", None),
    ):
        c.shape(
            [
                (x - 10, base),
                (x + 14, base),
                (x - height * 0.9, base + height * 0.22),
                (x - height, base + height * 0.18),
            ],
            thin("#3a3a48", 0.4),
        )
        figure(c, x, base, height, coat, "#2c2f3d", hat=hat, long=bool(hat), stride=0.16)
    for _ in range(16):
        left, foot = c.chance.uniform(480, 860), c.chance.uniform(960, 1030)
        c.oval(left, foot, 13, 8, "#4d5866")
        c.disc(left + 12, foot - 8, 5, "#4d5866")
    for x, y, span in ((1080, 240, 22), (1140, 280, 18), (1040, 300, 15), (520, 250, 18)):
        gull(c, x, y, span, "#4d5866")
