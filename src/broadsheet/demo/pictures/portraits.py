"""Portraits of invented people, as if cut from paper: few shapes, one side of the face in shadow."""

from dataclasses import dataclass
from random import Random

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import blob, curve, rectangle, ribbon, ring
from broadsheet.demo.pictures.paint import INK, PAPER, VERMILION, Colour, mix, thin


@dataclass(frozen=True)
class Sitter:
    """`cut` is the hair: cropped, swept, bob, bun, curls or receding."""

    ground: Colour
    skin: Colour
    hair: Colour
    coat: Colour
    shirt: Colour
    cut: str
    glasses: bool = False
    beard: bool = False
    hat: Colour | None = None
    flip: bool = False


SITTERS = {
    "ruben-askew": Sitter(
        "#d9a05a", "#d59a70", "#c9c2b6", "#2d3b52", PAPER, "receding", glasses=True, beard=True
    ),
    "marit-tolland": Sitter(
        "#6f9ea3", "#eec3a0", "#b5632f", "#e0a93b", "#35506b", "swept", flip=True
    ),
    "tam-corrigan": Sitter(
        "#b9614a", "#8a5a3f", "#231d22", "#3d5a52", PAPER, "cropped", glasses=True
    ),
    "odile-verrin": Sitter("#c9b072", "#e3b48d", "#33242a", "#8d3f4c", PAPER, "bob", flip=True),
    "ilse-brandvold": Sitter(
        "#7f9a78", "#f0cfb2", "#ded8cc", "#44566e", "#d8c59b", "bun", glasses=True
    ),
}


def sitter(slug: str, chance: Random) -> Sitter:
    """The known authors are told apart by hand, all others by chance."""
    return SITTERS.get(slug) or Sitter(
        ground=chance.choice(["#d9a05a", "#6f9ea3", "#b9614a", "#c9b072", "#7f9a78", "#8d7fa3"]),
        skin=chance.choice(["#f0cfb2", "#e3b48d", "#d59a70", "#b5794f", "#8a5a3f", "#6b432f"]),
        hair=chance.choice(["#231d22", "#4a2f26", "#7d4a2a", "#b5632f", "#c99a4a", "#c9c2b6"]),
        coat=chance.choice(["#2d3b52", "#3d5a52", "#8d3f4c", "#e0a93b", "#5c4a63", "#7d4a36"]),
        shirt=chance.choice([PAPER, "#d8c59b", "#35506b"]),
        cut=chance.choice(["cropped", "swept", "bob", "bun", "curls", "receding"]),
        glasses=chance.random() < 0.35,
        hat=chance.choice([None, None, None, None, VERMILION]),
        flip=chance.random() < 0.5,
    )


def sit(c: Canvas, slug: str) -> None:
    who = sitter(slug, c.chance)
    c.gradient(0, 480, [mix(who.ground, PAPER, 0.25), who.ground])
    p = c.at(240, 226, flip=who.flip)
    p.disc(-10, 0, 196, mix(who.ground, PAPER, 0.42))
    sheet = rectangle(-240, -226, 480, 480)
    p.shade(sheet, mix(who.ground, INK, 0.35), "240,260 0,-60", 0.7)
    BACK_HAIR.get(who.cut, nothing)(p, who)
    bust(p, who)
    face(p, who)
    if who.beard:
        beard(p, who)
    FRONT_HAIR[who.cut](p, who)
    if who.glasses:
        glasses(p)
    if who.hat:
        hat(p, who.hat)


def nothing(p: Canvas, who: Sitter) -> None:
    """Behind some heads no hair is seen."""


def bust(p: Canvas, who: Sitter) -> None:
    dark = mix(who.coat, INK, 0.45)
    body = curve("-214,270 -200,208 -150,172 -58,146 0,140 58,146 150,172 200,208 214,270")
    p.shape(body, who.coat)
    p.shade(body, dark, "230,240 -20,170", 1)
    p.shape("-58,128 -40,110 0,178 40,110 58,128 36,216 0,190 -36,216", who.shirt)
    p.shape("6,186 40,110 58,128 36,216", mix(who.shirt, INK, 0.25))
    p.shape("-40,50 40,50 44,140 0,182 -44,140", mix(who.skin, INK, 0.12))
    p.shape("-40,60 40,50 44,140 0,182 -6,150 -30,104", mix(who.skin, INK, 0.34))
    p.shape("-58,126 -34,206 -4,272 -58,226 -52,210 -86,196 -78,142", mix(who.coat, PAPER, 0.12))
    p.shape("58,126 34,206 4,272 58,226 52,210 86,196 78,142", mix(who.coat, INK, 0.3))
    p.line("0,258 0,280", dark, 3)


FACE = "-66,-44 -69,10 -60,58 -34,96 0,110 34,96 60,58 69,10 66,-44 40,-92 0,-104 -40,-92"
BROW, NOSE, LIPS = "6,-104 10,-60 4,-26", "4,-26 -4,8 -15,34", "4,56 10,66 2,78 10,92 8,109"
CHEEK = "8,109 34,96 60,58 69,10 66,-44 40,-92 6,-104"


def face(p: Canvas, who: Sitter) -> None:
    """The line between light and shadow is a profile."""
    shadow = mix(who.skin, "#5a2a35", 0.34)
    p.oval(-70, 8, 13, 22, mix(who.skin, shadow, 0.35))
    p.oval(70, 8, 13, 22, shadow)
    p.shape(blob(FACE), who.skin)
    profile = [*curve(BROW), *curve(NOSE), (-2, 42), *curve(LIPS)]
    p.shape([*profile, *curve(CHEEK)], shadow)
    p.oval(-40, 38, 17, 13, thin("#e0705a", 0.28))
    eye(p.at(-33, -8), who, PAPER)
    eye(p.at(33, -8, flip=True), who, mix(PAPER, shadow, 0.35))
    p.shape(blob("-24,62 -8,60 0,62 8,60 24,62 2,73", 5), mix(who.skin, "#b5433f", 0.6))
    p.line(curve("-27,60 -12,65 0,66 12,65 27,60"), mix(who.skin, "#6b1f2a", 0.75), 3)


def eye(e: Canvas, who: Sitter, white: Colour) -> None:
    e.shape(ribbon("17,-22 -1,-29 -19,-20", 7, 2.5), mix(who.hair, INK, 0.35))
    e.shape(blob("-13,0 0,-7 13,0 0,5", 5), white)
    e.disc(1, -0.4, 5.4, mix(who.skin, INK, 0.78))
    e.line(curve("-15,1 0,-8 15,1"), mix(who.skin, INK, 0.78), 3)


def beard(p: Canvas, who: Sitter) -> None:
    upper = "4,51 22,54 40,50 62,40 69,4"
    half = [*curve(upper), *curve("69,4 70,40 58,92 30,122 4,130")]
    p.shape([(-x, y) for x, y in half] + half[::-1], who.hair)
    p.shape(half, mix(who.hair, INK, 0.3))
    p.shape(blob("-18,66 0,63 18,66 0,77", 5), "#9c4a40")


def cropped(p: Canvas, who: Sitter) -> None:
    top = blob(
        "-72,-14 -76,-62 -54,-104 -10,-122 40,-116 70,-84 76,-40 70,-12 62,-44 50,-66 10,-72 "
        "-34,-68 -58,-48 -64,-14"
    )
    p.shape(top, who.hair)
    p.shade(top, mix(who.hair, PAPER, 0.35), "-70,-110 0,-70", 0.6)


def swept(p: Canvas, who: Sitter) -> None:
    top = blob(
        "-74,8 -82,-52 -58,-108 0,-130 54,-112 80,-60 76,10 66,-30 40,-62 -6,-76 -30,-58 -60,-40 "
        "-66,-10"
    )
    p.shape(top, who.hair)
    p.shade(top, mix(who.hair, INK, 0.5), "80,0 -20,-90", 0.9)
    for strand in ("-6,-76 -40,-92 -70,-50", "-6,-76 30,-100 66,-60", "-6,-76 -20,-112 -52,-104"):
        p.line(curve(strand), mix(who.hair, INK, 0.35), 2.4)


def loose(p: Canvas, who: Sitter) -> None:
    back = blob("-70,-70 -98,10 -108,90 -92,160 -40,176 40,176 96,160 110,90 98,10 70,-70")
    p.shape(back, mix(who.hair, INK, 0.35))


def bob(p: Canvas, who: Sitter) -> None:
    left = blob("-8,-100 -56,-98 -88,-50 -96,20 -88,92 -58,88 -66,40 -64,-20 -44,-56")
    right = blob("-8,-100 56,-104 88,-50 96,20 90,94 58,90 68,40 66,-20 44,-60")
    crown = blob("-84,-40 -64,-104 0,-128 64,-104 84,-40 50,-66 20,-70 -8,-74 -44,-62")
    for part in (left, right, crown):
        p.shape(part, who.hair)
    p.shade(left, mix(who.hair, PAPER, 0.4), "-96,0 -60,10", 0.5)
    p.shade(crown, mix(who.hair, PAPER, 0.4), "-70,-110 10,-80", 0.55)


def nape(p: Canvas, who: Sitter) -> None:
    back = blob("-74,-60 -100,0 -92,90 -60,104 60,104 92,90 100,0 74,-60")
    p.shape(back, mix(who.hair, INK, 0.4))


def knot(p: Canvas, who: Sitter) -> None:
    p.disc(10, -132, 40, mix(who.hair, INK, 0.15))
    p.shade(ring(10, -132, 40), mix(who.hair, INK, 0.5), "50,-110 0,-150", 0.9)


def bun(p: Canvas, who: Sitter) -> None:
    top = blob(
        "-72,4 -80,-50 -58,-100 0,-120 58,-100 80,-50 72,4 66,-34 44,-70 2,-84 -44,-68 -66,-32"
    )
    p.shape(top, who.hair)
    p.shade(top, mix(who.hair, INK, 0.45), "90,-20 0,-80", 0.9)
    for strand in ("2,-84 -30,-98 -66,-52", "2,-84 36,-98 66,-52", "2,-84 0,-108 6,-118"):
        p.line(curve(strand), mix(who.hair, INK, 0.25), 2)


CURLS = (
    (-4, "-88 -66 72 92"),
    (-38, "-92 -72 74 94"),
    (-70, "-80 -52 -26 0 26 52 82"),
    (-98, "-64 -40 -14 14 40 66"),
    (-120, "-38 -14 12 38"),
)


def curls(p: Canvas, who: Sitter) -> None:
    for y, row in CURLS:
        for x in row.split():
            spot = (float(x) + p.chance.uniform(-5, 5), y + p.chance.uniform(-6, 6))
            p.disc(*spot, p.chance.uniform(19, 25), mix(who.hair, INK, p.chance.uniform(0, 0.3)))


def receding(p: Canvas, who: Sitter) -> None:
    lock = blob("52,-78 70,-66 80,-20 74,22 67,8 64,-34")
    p.shape([(-x, y) for x, y in lock], who.hair)
    p.shape(lock, mix(who.hair, INK, 0.3))


BACK_HAIR = {"bob": nape, "swept": loose, "bun": knot}
FRONT_HAIR = {
    "bob": bob,
    "bun": bun,
    "cropped": cropped,
    "curls": curls,
    "receding": receding,
    "swept": swept,
}


def glasses(p: Canvas) -> None:
    for side in (-1, 1):
        lens = p.at(side * 34, -6)
        rim = blob("-25,-16 0,-20 25,-16 25,8 12,20 -12,20 -25,8", 6)
        lens.shape(rim, thin(PAPER, 0.16))
        lens.line([*rim, rim[0]], INK, 4)
        p.line([(side * 58, -14), (side * 72, -6)], INK, 4)
    p.line(curve("-10,-12 0,-17 10,-12"), INK, 4)


def hat(p: Canvas, colour: Colour) -> None:
    """A knitted cap."""
    cap = blob("-88,-50 -84,-110 -48,-150 0,-162 48,-150 84,-110 88,-50 40,-66 0,-70 -40,-66")
    p.shape(cap, colour)
    p.shade(cap, mix(colour, INK, 0.6), "90,-60 -20,-120", 0.9)
    p.shape(ribbon("-88,-52 -44,-66 0,-70 44,-66 88,-52", 34, 34), mix(colour, PAPER, 0.12))
