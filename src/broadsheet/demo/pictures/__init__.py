"""The drawings of the demo newsroom, made by code. The drawings themselves are CC0.

A scene draws on a `Canvas` with the words of `nature` and `things`. Chance is seeded by the
picture's name, so a picture comes out the same every time.
"""

from PIL.Image import Image

from broadsheet.demo.pictures.canvas import PORTRAIT, SCENE, Canvas
from broadsheet.demo.pictures.portraits import sit
from broadsheet.demo.pictures.scenes import (
    bakery,
    ferry_at_dusk,
    harbour_crane,
    library_van,
    lighthouse,
    map_of_ostrey,
    mussel_beds,
    night_market,
    regatta,
    ropeworks,
    school,
    sea_wall,
    storm,
    town_hall,
)

SCENES = {
    "bakery": bakery.draw,
    "ferry-at-dusk": ferry_at_dusk.draw,
    "harbour-crane": harbour_crane.draw,
    "library-van": library_van.draw,
    "lighthouse": lighthouse.draw,
    "map-of-ostrey": map_of_ostrey.draw,
    "mussel-beds": mussel_beds.draw,
    "night-market": night_market.draw,
    "regatta": regatta.draw,
    "ropeworks": ropeworks.draw,
    "school": school.draw,
    "sea-wall": sea_wall.draw,
    "storm": storm.draw,
    "town-hall": town_hall.draw,
}


def draw_picture(name: str) -> Image:
    """1600 x 1067. Raises KeyError for a name that is not in SCENES."""
    if name not in SCENES:
        raise KeyError(f"No picture is called {name!r}; there are {', '.join(SCENES)}.")
    canvas = Canvas(name, SCENE)
    SCENES[name](canvas)
    return canvas.printed()


def draw_portrait(slug: str) -> Image:
    """480 x 480, an invented face that is always the same for the same slug."""
    canvas = Canvas(slug, PORTRAIT)
    sit(canvas, slug)
    return canvas.printed()
