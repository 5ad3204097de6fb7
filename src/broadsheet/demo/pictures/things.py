"""What people built, and the people: houses, windows, lamps, bunting, figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import Point, around, between, blob, rectangle, ring, slack
from broadsheet.demo.pictures.paint import INK, PAPER, VERMILION, Colour, mix, thin


@dataclass(frozen=True)
class Person:
    coat: Colour
    legs: Colour = "#232a3a"
    hair: Colour = "#3b2a26"
    skin: Colour = "#d8a07a"
    hat: Colour | None = None
    brim: bool = True
    long: bool = False  # the coat reaches below the knee
    walks: bool = False
    left: bool = False  # looks and goes to the left


def figure(c: Canvas, x: float, base: float, height: float, who: Person) -> None:
    p = c.at(x, base, height / 100, flip=who.left)
    (stride if who.walks else stance)(p, who)
    coat(p, who)
    head(p, who)


def stance(p: Canvas, who: Person) -> None:
    p.shape("-7.5,-46 0.5,-46 -1,-2 -5.5,-2", who.legs)
    p.shape("-0.5,-46 7.5,-46 6.5,-2 2,-2", mix(who.legs, INK, 0.35))
    p.oval(-2.6, -1.4, 4, 1.7, INK)
    p.oval(5, -1.4, 4, 1.7, INK)


def stride(p: Canvas, who: Person) -> None:
    p.shape("-7,-48 1,-48 -4,-24 -12,-3 -16.5,-4.5 -10,-25", mix(who.legs, INK, 0.35))
    p.shape("-3,-48 7,-48 8.5,-25 12.5,-2 8,-2 2.5,-24", who.legs)
    p.shape("-18,-5 -12.5,-2 -13,-0.2 -18.5,-2.8", INK)
    p.oval(12.6, -1.4, 4.4, 1.7, INK)


def coat(p: Canvas, who: Person) -> None:
    dark, hem, half = mix(who.coat, INK, 0.32), *((-22, 11.5) if who.long else (-41, 9.5))
    sleeves = [(4, -84.5), (9.5, -81), (12.5, -66), (13.6, -46), (10.6, -46), (half, hem)]
    p.disc(-12, -44.5, 2.1, who.skin)
    p.disc(12, -44.5, 2.1, mix(who.skin, INK, 0.2))
    p.box(-2.4, -88, 4.8, 6, mix(who.skin, INK, 0.25))
    p.shape(blob([*sleeves, *((-x, y) for x, y in reversed(sleeves))], 4), who.coat)
    p.shape([*sleeves, (3, hem), (4.6, -60)], dark)
    p.line("-8.6,-74 -9.6,-48", dark, 0.8)


def head(p: Canvas, who: Person) -> None:
    p.oval(0.6, -91.6, 4.6, 5.8, who.skin)
    p.shape(blob("-4.6,-90 -5,-96 -1,-99 4,-98 5.4,-94.6 -1,-93.6 -2.4,-87.4 -4.4,-87.6"), who.hair)
    if who.hat and who.brim:
        p.oval(0.6, -95.6, 8.6, 1.4, who.hat)
        p.shape("-4.6,-96 -4.2,-101.6 0.6,-102.8 5.2,-101.6 5.8,-96", who.hat)
    elif who.hat:
        p.shape(blob("-5.2,-93.6 -5.2,-98.6 0.4,-101 5.6,-98.6 6,-94.4", 4), who.hat)


def panes(
    c: Canvas,
    spot: Point,
    size: Point,
    glass: Colour,
    frame: Colour,
    across: int = 2,
    down: int = 2,
) -> None:
    """A window with glazing bars and a sill."""
    (x, y), (width, height) = spot, size
    bar = max(width / 24, 1)
    c.box(x - bar * 1.6, y - bar * 1.6, width + bar * 3.2, height + bar * 3.2, frame)
    c.box(x, y, width, height, glass)
    glint = [(x, y), (x + width, y), (x, y + height * 0.8)]
    c.shape(glint, thin(mix(glass, "#ffffff", 0.5), 0.22))
    for column in range(1, across):
        c.box(x + width * column / across - bar / 2, y, bar, height, frame)
    for row in range(1, down):
        c.box(x, y + height * row / down - bar / 2, width, bar, frame)
    c.box(x - bar * 3, y + height + bar * 1.6, width + bar * 6, bar * 2, frame)


@dataclass(frozen=True)
class Front:
    """The front of a house; `glass` are the colours from which each window takes one."""

    wall: Colour
    roof: Colour
    glass: Sequence[Colour]


def house(c: Canvas, x: float, base: float, width: float, height: float, front: Front) -> None:
    """A gabled house, as on the harbour: two windows a floor and one in the gable."""
    h, top = c.at(x, base, width / 100), height * 100 / width
    eaves = top - 46
    outline = [(0, 0), (0, -eaves), (50, -top), (100, -eaves), (100, 0)]
    h.box(70, -top + 4, 13, 34, mix(front.roof, INK, 0.45))
    h.box(68, -top + 2, 17, 5, mix(front.roof, INK, 0.2))
    h.shape(outline, front.wall)
    way = [(100, -eaves * 0.2), (20, -eaves * 0.7)]
    h.shade(outline, mix(front.wall, INK, 0.6), way, 0.75)
    frame, floors = mix(front.wall, PAPER, 0.4), max(1, round((eaves - 6) / 50))
    storey = (eaves - 4) / floors
    for floor in range(floors):
        for left in (17, 61):
            glass = h.chance.choice(front.glass)
            spot = (left, -eaves + 8 + floor * storey)
            panes(h, spot, (22, min(29, storey - 12)), glass, frame)
    panes(h, (42, -top + 26), (16, 20), h.chance.choice(front.glass), frame)
    slope = [(50, -top - 6), (106, -eaves), (106, -eaves + 8), (50, -top + 4)]
    h.shape(slope, mix(front.roof, INK, 0.25))
    h.shape([(100 - px, py) for px, py in slope], front.roof)


def clock(k: Canvas, hour: float, minute: float) -> None:
    """A clock face of radius 100."""
    k.disc(0, 0, 106, "#4f4048")
    k.disc(0, 0, 94, "#fff8e6")
    for mark in range(12):
        k.line([around(70, mark / 12), around(84, mark / 12)], INK, 7)
    k.line([around(-10, hour / 12), around(48, hour / 12 + minute / 720)], INK, 11)
    k.line([around(-10, minute / 60), around(72, minute / 60)], INK, 7)
    k.disc(0, 0, 8, VERMILION)


def lamp(c: Canvas, x: float, base: float, height: float, post: Colour) -> None:
    """A street lamp and its light."""
    p = c.at(x, base, height / 100)
    p.glow(0, -94, 66, "#ffc766", 0.7)
    p.shape("-3,0 -1.8,-9 -1,-12 -1,-88 1,-88 1,-12 1.8,-9 3,0", post)
    p.line("-5,-80 5,-80", post, 1)
    p.shape("-2.6,-88 -4.4,-99 4.4,-99 2.6,-88", "#fff3cd")
    p.shape("-5.6,-99 0,-105 5.6,-99", post)
    p.glow(0, -93, 12, "#ffe9b0", 0.6)


def bunting(
    c: Canvas, start: Point, end: Point, sag: float, colours: Sequence[Colour], size: float
) -> None:
    spots = slack(start, end, sag, max(4, round(abs(end[0] - start[0]) / (size * 1.2))))
    c.line(spots, thin(INK, 0.8), 2)
    for at, (left, right) in enumerate(pairwise(spots)):
        a, b, middle = (between(left, right, share) for share in (0.1, 0.9, 0.5))
        tip, colour = (middle[0], middle[1] + size), colours[at % len(colours)]
        c.shape([a, b, tip], colour)
        c.shape([middle, b, tip], mix(colour, INK, 0.18))


def lantern(c: Canvas, x: float, y: float, size: float, colour: Colour) -> None:
    """A paper lantern and its light."""
    p = c.at(x, y, size)
    p.glow(0, 0, 4.6, colour, 0.5)
    for width, light in ((1, 0.15), (0.66, 0.4), (0.3, 0.7)):
        p.oval(0, 0, width, 0.9, mix(colour, "#fff3c9", light))
    p.box(-0.3, -1, 0.6, 0.2, INK)
    p.box(-0.3, 0.8, 0.6, 0.2, INK)


def loaf(c: Canvas, x: float, shelf: float, crust: Colour, round_: bool) -> None:
    """A loaf about 60 wide."""
    p = c.at(x, shelf)
    body = ring(0, -26, 26) if round_ else blob("-29,0 -31,-20 -16,-35 16,-35 31,-20 29,0")
    p.shape(body, crust)
    p.shade(body, "#5d2f18", "20,4 -6,-32", 0.8)
    cuts = ("-14,-36 12,-20", "-4,-44 20,-30") if round_ else ("-16,-30 -8,-12", "-3,-32 5,-13")
    for cut in cuts:
        p.line(cut, "#f0c684", 3.4)


def crate(c: Canvas, x: float, base: float, width: float, height: float, colour: Colour) -> None:
    c.box(x, base - height, width, height, colour)
    c.shade(rectangle(x, base - height, width, height), INK, [(x + width, 0), (x, 0)], 0.7)


def sail(c: Canvas, x: float, water: float, height: float, cloth: Colour, hull: Colour) -> None:
    """A dinghy far out."""
    s = c.at(x, water, height / 100)
    s.shape("-30,-9 38,-11 26,5 -24,5", hull)
    s.shape("2,-100 14,-60 38,-16 2,-14", cloth)
    s.shape("-2,-94 -16,-50 -28,-13 -2,-13", mix(cloth, hull, 0.25))
