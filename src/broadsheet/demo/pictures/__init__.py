"""The drawings of the demo newsroom, made by code. The drawings themselves are CC0.

A scene is a function that draws on a `Canvas`; chance is seeded by the picture's name, so a
picture is the same on every machine and every day.
"""

from PIL.Image import Image

from broadsheet.demo.pictures import coast, island, town
from broadsheet.demo.pictures.canvas import PORTRAIT, SCENE, Canvas
from broadsheet.demo.pictures.portraits import sit

SCENES = {
    "ferry-at-dusk": coast.ferry_at_dusk,
    "sea-wall": coast.sea_wall,
    "mussel-beds": coast.mussel_beds,
    "lighthouse": coast.lighthouse,
    "regatta": coast.regatta,
    "harbour-crane": coast.harbour_crane,
    "storm": town.storm,
    "night-market": town.night_market,
    "bakery": town.bakery,
    "school": town.school,
    "ropeworks": town.ropeworks,
    "town-hall": town.town_hall,
    "library-van": island.library_van,
    "map-of-ostrey": island.map_of_ostrey,
}


def draw_picture(name: str) -> Image:
    """1600 x 1067. Raises KeyError for a name that is not in SCENES."""
    if name not in SCENES:
        raise KeyError(f"No picture is called {name!r}; there are {', '.join(sorted(SCENES))}.")
    canvas = Canvas(name, SCENE)
    SCENES[name](canvas)
    return canvas.printed()


def draw_portrait(slug: str) -> Image:
    """480 x 480, an invented face that is always the same for the same slug."""
    canvas = Canvas(slug, PORTRAIT)
    sit(canvas)
    return canvas.printed()
