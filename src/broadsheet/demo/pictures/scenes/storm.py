"""The town at half past ten, ten minutes before the wall went."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import rectangle
from broadsheet.demo.pictures.nature import billows, rain, ridge
from broadsheet.demo.pictures.paint import INK, LANTERN, mix, thin
from broadsheet.demo.pictures.things import Front, house

DARK = "#14232d"


def draw(c: Canvas) -> None:
    c.gradient(0, 840, ["#16242f", "#223945", "#48666a", "#b39d64", "#f2cd7c", "#f6d78c"])
    c.glow(1120, 760, 760, "#ffd98a", 0.5)
    billows(c, 110, 150, "#93a8a4", "#1b2c37", -100, 1700)
    billows(c, 250, 130, "#80979a", "#172731", -100, 1700)
    billows(c, 370, 105, "#6b8486", DARK, -100, 1700)
    c.veil("0,480 1600,480 1600,720 0,720", DARK, "0,534 0,716")
    ridge(c, 640, 1760, 840, 200, "#3e5350")
    lightning(c)
    ridge(c, -300, 1000, 840, 130, "#33464a")
    church(c.at(420, 752))
    rooftops(c)
    rain(c, thin("#dbe6e0", 0.3), 520, 0.34)


BOLT = (
    ("1184,434 1222,454 1166,556 1200,566 1142,690", 8),
    ("1166,556 1110,596 1122,612 1066,640", 4),
    ("1222,454 1284,510 1272,526 1316,572", 4),
)


def lightning(c: Canvas) -> None:
    c.glow(1190, 510, 470, "#ffe9b8", 0.7)
    c.shape("1246,300 1180,438 1189,440", "#fffdf2")
    for path, width in BOLT:
        c.line(path, thin("#fff3cf", 0.4), width * 2.2)
        c.line(path, "#fffdf2", width)


def church(k: Canvas) -> None:
    stone = "#22323a"
    k.shape("-90,60 -90,-30 -40,-66 10,-30 10,60", stone)
    k.shape("-10,60 -10,-96 16,-226 42,-96 42,60", mix(stone, INK, 0.4))
    k.line("16,-226 16,-262", INK, 3)
    k.shape("16,-254 40,-248 16,-240", INK)
    for x, glass in ((-62, INK), (-38, LANTERN), (-14, INK)):
        k.pill(x, -22, 10, 30, glass)


ROWS = (
    (885, 96, "#5b6b6d", "#3c4c52"),
    (985, 140, "#414f56", "#5a3d3d"),
    (1130, 205, "#2a343d", "#1f2830"),
)


def rooftops(c: Canvas) -> None:
    """Three rows, the nearest darkest; light is in few windows."""
    for base, size, wall, roof in ROWS:
        x, night = -size * 0.6, mix(wall, INK, 0.55)
        c.box(0, base - size * 0.9, c.width, size, mix(wall, INK, 0.5))
        while x < c.width:
            width, height = size * c.chance.uniform(0.8, 1.15), size * c.chance.uniform(1.5, 2.1)
            tint = mix(wall, INK, c.chance.uniform(0, 0.25))
            house(c, x, base, width, height, Front(tint, roof, [night, night, night, LANTERN]))
            x += width * c.chance.uniform(0.99, 1.12)
        mist = rectangle(0, base - size, c.width, size)
        c.veil(mist, "#101a22", [(0, base), (0, base - size)], 0.6)
