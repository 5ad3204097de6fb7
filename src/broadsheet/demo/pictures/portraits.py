"""Portraits of invented people, as if cut from paper: few shapes, half the face in shadow."""

from broadsheet.demo.pictures.canvas import Canvas, curve, mix
from broadsheet.demo.pictures.things import INK, PAPER

GROUNDS = ("#e0a458", "#7fa8a4", "#c96f53", "#8fa66b", "#6d7fa3", "#d9b98c", "#a3677a")
SKINS = ("#f0c9a4", "#e2ab80", "#c98d62", "#a66d4a", "#7d4f38")
HAIRS = ("#2a2024", "#5a3825", "#8d5a2c", "#c9933f", "#b9b4aa", "#7d2f22")
COATS = ("#27374a", "#7d3326", "#2f5a52", "#d9a03f", "#4a3a5c", "#e9dcc0", "#8a4a5a")


def sit(c: Canvas) -> None:
    ground, skin, hair, coat = (c.chance.choice(each) for each in (GROUNDS, SKINS, HAIRS, COATS))
    c.gradient(0, 480, [mix(ground, PAPER, 0.2), ground])
    c.disc(240, 230, 190, mix(ground, PAPER, 0.35))
    c.shape(curve([(40, 490), (80, 400), (180, 356), (300, 356), (400, 400), (440, 490)]), coat)
    c.shape([(204, 300), (276, 300), (284, 372), (240, 400), (196, 372)], mix(skin, INK, 0.25))
    c.oval(240, 225, 84, 106, skin)
    c.shape(
        curve(
            [
                (150, 250),
                (146, 150),
                (200, 100),
                (290, 100),
                (334, 160),
                (330, 240),
                (312, 180),
                (240, 150),
                (170, 180),
            ]
        ),
        hair,
    )
