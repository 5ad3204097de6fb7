"""Colours, and what is done with them."""

Colour = str  # "#rrggbb", or "#rrggbbaa" to let the ground shine through

INK, PAPER = "#16202e", "#f4e9d4"
LANTERN = "#ffd27a"  # the one warm light that most of the pictures share
VERMILION = "#d2492f"  # and the one strong red


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` 0 is the first colour, 1 the second."""
    pairs = zip(channels(first), channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def thin(colour: Colour, opacity: float) -> Colour:
    return f"{colour}{round(255 * opacity):02x}"


def channels(colour: Colour) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
