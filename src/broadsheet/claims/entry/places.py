"""The place of a claim: what the paragraph names, and the row that is made of the one chosen.

In the form a place is "p12", the row 12 of ours, or "g1142404 settlement", an entry of the gazetteer
with its precision and, if the paper spells it otherwise, its own label.
"""

import re

from django.core.exceptions import ValidationError

from broadsheet.claims.actions.sources import save_reference
from broadsheet.claims.gazetteer import Entry, entry_of
from broadsheet.claims.models import Place
from broadsheet.claims.places_in_text import Found, places_in

CHOICE = re.compile(r"g(?P<key>\w+) (?P<precision>[a-z]+) (?P<label>.+)")
CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]*")
MOST_CHOICES = 12
MOST_WORDS = 4  # of a label of ours

Choice = tuple[str, str]


def places_offered(text: str, country: str) -> list[Choice]:
    """The places of a paragraph, the likeliest first; those that we have labelled come before."""
    found = places_in(text, country)
    offered = [(f"p{place.pk}", f"{place.label} (ours)") for place in own_places(text)]
    offered += [choice_of(each, each.entry) for each in found]
    offered += [choice_of(each, other) for each in found for other in each.others]
    return list(dict.fromkeys(offered))[:MOST_CHOICES]


def choice_of(found: Found, entry: Entry) -> Choice:
    precision = found.precision if entry == found.entry else str(entry.sort)
    label = f"{found.words} · {precision}: {entry.description}"
    return f"g{entry.key} {precision} {found.words}", label


def own_places(text: str) -> list[Place]:
    """Places without a GeoNames number, such as a crossing, whose label stands in the text."""
    words = text.split()
    capitals = [number for number, word in enumerate(words) if CAPITAL.match(word)]
    names = {
        " ".join(words[start : start + length]).strip(".,;:()“”’'\"")
        for start in capitals
        for length in range(1, MOST_WORDS + 1)
    }
    own = Place.objects.filter(label__in=names, geonames_id=None)
    return sorted(own, key=lambda place: -len(place.label))


def place_row(choice: str) -> Place | None:
    """The row of a choice, made when there is none. Raises ValidationError."""
    if choice.startswith("p") and choice[1:].isdecimal():
        return Place.objects.filter(pk=choice[1:]).first()
    chosen = CHOICE.fullmatch(choice)
    entry = entry_of(chosen["key"]) if chosen else None
    if chosen is None or entry is None:
        return None
    place = known_place(entry) or Place(
        label=chosen["label"],
        geonames_id=entry.geonames_id,
        latitude=entry.latitude,
        longitude=entry.longitude,
        precision=chosen["precision"],
        country=entry.country,
        admin_unit=entry.province if entry.sort != "country" else "",
    )
    if place.pk is None:
        if chosen["precision"] not in Place.Precision.values:
            raise ValidationError({"places": "Choose one of the places."})
        save_reference(place)
    return place


def known_place(entry: Entry) -> Place | None:
    if entry.geonames_id:
        return Place.objects.filter(geonames_id=entry.geonames_id).first()
    same = {"latitude": entry.latitude, "longitude": entry.longitude, "precision": str(entry.sort)}
    return Place.objects.filter(geonames_id=None, **same).first()
