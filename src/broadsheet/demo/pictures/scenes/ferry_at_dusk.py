"""The Grey Plover at her quay, a little late."""

from broadsheet.demo.pictures.canvas import Canvas
from broadsheet.demo.pictures.lines import curve, rectangle
from broadsheet.demo.pictures.nature import glitter, gulls, ridge, ripples, smoke, streaks
from broadsheet.demo.pictures.paint import LANTERN, PAPER, VERMILION, mix, thin
from broadsheet.demo.pictures.things import Person, figure, lamp

HORIZON = 610
NAVY, WHITE, NIGHT = "#1b2145", "#f2dfc8", "#12132e"


def draw(c: Canvas) -> None:
    sky(c)
    sea(c)
    smoke(c, "476,404 452,352 372,318 232,292 60,232 -80,214", 22, 130, "#3f3160")
    ferry(c.at(206, 758))
    quay(c)
    travellers(c)
    gulls(c, "846,196 912,166 800,236", 24, "#2a2347")


def sky(c: Canvas) -> None:
    c.gradient(0, HORIZON, ["#1f2350", "#46376b", "#92506f", "#dd7560", "#f7a763", "#fcd58d"])
    c.glow(1096, HORIZON - 30, 560, "#ffb45c", 0.7)
    c.disc(1096, HORIZON - 64, 74, "#fff3c4")
    for x, y, width in ((470, 150, 900), (1330, 235, 900), (900, 392, 760), (1460, 470, 560)):
        streaks(c, x, y, width, mix("#a8566f", "#f9b472", y / 540), 5)
    ridge(c, 640, 1760, HORIZON, 112, "#a75d70")
    ridge(c, -200, 860, HORIZON, 190, "#66406a")


def sea(c: Canvas) -> None:
    c.gradient(HORIZON, c.height, ["#f3a868", "#b3676d", "#5f4370", "#292a57", "#171a3c"])
    ripples(c, HORIZON, c.height, thin("#2b2850", 0.45), 110)
    ripples(c, HORIZON, 900, thin("#f9bd8a", 0.4), 60)
    glitter(c, 1096, HORIZON, 1000, 300, "#ffe9ae", 190)


HULL = "-12,-96 566,-96 650,-106 734,-138 694,-24 670,10 46,10 10,-24"
DECK = "60,-96 74,-186 572,-186 606,-96"
UPPER = "186,-186 190,-250 470,-250 494,-186"
FUNNEL = "236,-352 306,-352 318,-250 226,-250"
BRIDGE = "374,-250 382,-306 480,-306 496,-250"


def ferry(f: Canvas) -> None:
    """A small car ferry, bow to the right, 746 long; y 0 is the water."""
    for part in (DECK, UPPER, BRIDGE):
        f.shape(part, WHITE)
        f.shade(part, "#75587a", "60,-100 500,-180", 0.95)
    f.shape(FUNNEL, VERMILION)
    f.shade(FUNNEL, "#5b2144", "226,0 300,0")
    f.shape("236,-352 306,-352 309,-326 233,-326", NAVY)
    for deck in ("74,-186 572,-186", "190,-250 500,-250", "366,-310 496,-310"):
        f.line(deck, NAVY, 7)
    rigging(f)
    lifeboat(f.at(536, -198))
    windows(f)
    f.shape(HULL, NAVY)
    f.shade(HULL, "#4a3a6b", "700,-140 380,-40", 0.9)
    f.shape("10,-24 694,-24 670,10 46,10", "#7c2f49")
    f.line("-4,-80 580,-80 654,-90 726,-118", PAPER, 4)
    f.glow(330, -150, 300, "#ffb45c", 0.4)
    f.reflect([HULL, DECK, UPPER, FUNNEL, BRIDGE], 8, 300, 0.75)
    f.text(596, -58, "GREY PLOVER", 20, PAPER)


def windows(f: Canvas) -> None:
    for at in range(10):
        f.pill(104 + at * 46, -160, 28, 32, LANTERN)
    for at in range(5):
        f.pill(210 + at * 34, -234, 22, 26, LANTERN)
    for at in range(4):
        f.box(388 + at * 24, -298, 20, 28, "#fff0c4")


def rigging(f: Canvas) -> None:
    f.line("62,-200 200,-200", NAVY, 2)
    for post in range(6):
        f.line([(66 + post * 24, -200), (66 + post * 24, -186)], NAVY, 2)
    for mast in ("430,-310 430,-420", "560,-186 560,-290", "20,-96 20,-176"):
        f.line(mast, NAVY, 5)
    for stay in ("430,-418 560,-288 728,-136", "430,-418 270,-352"):
        f.line(stay, thin(NAVY, 0.8), 2)
    f.shape("20,-176 -34,-168 -30,-152 -38,-138 20,-144", VERMILION)
    f.disc(430, -424, 6, "#fff0c4")


def lifeboat(b: Canvas) -> None:
    for davit in ("-34,10 -34,-30 -26,-36", "34,10 34,-30 26,-36"):
        b.line(davit, NAVY, 3)
    b.shape("-44,-22 44,-22 32,-2 -30,-2", "#e98a4e")
    b.line("-44,-22 44,-22", NAVY, 3)


def quay(c: Canvas) -> None:
    face, edge = "936,750 1600,706 1600,1067 1030,1067", "930,742 1600,690 1600,756 950,796"
    c.shape(face, "#232346")
    c.shade(face, NIGHT, "1500,1067 1200,780")
    for row in range(5):
        left, y = 950 + row * 17, 800 + row * 62
        c.line([(left, y), (1600, y - 34 + row * 8)], NIGHT, 3)
        for at in range(7):
            along = 66 + at * 104 + (row % 2) * 50
            foot = (left + along + 3, y + 60 - along * 0.04)
            c.line([(left + along, y - along * 0.05), foot], NIGHT, 3)
    c.shape(edge, "#50405f")
    c.shade(edge, "#f08d63", "930,760 1300,740", 0.9)
    c.line("950,797 1600,757", NIGHT, 4)
    c.line(curve("876,700 902,728 968,742"), NIGHT, 4)
    for x, y in ((974, 768), (1170, 756)):
        c.at(x, y).shape("-16,0 -11,-34 -22,-44 22,-44 11,-34 16,0", NIGHT)


def travellers(c: Canvas) -> None:
    lamp(c, 1448, 742, 390, NIGHT)
    skin = "#c48a78"
    tall = Person("#8f3547", hat=NIGHT, long=True, skin=skin, legs=NIGHT)
    figure(c, 1268, 752, 178, tall)
    figure(c, 1340, 756, 152, Person("#3b4a7d", skin=skin, legs=NIGHT, left=True))
    case = c.at(1402, 760)
    case.line("-10,-42 -8,-52 8,-52 10,-42", "#6b3a3c", 4)
    case.box(-28, -42, 56, 42, "#6b3a3c")
    case.shade(rectangle(-28, -42, 56, 42), NIGHT, "30,0 -28,0", 0.8)
