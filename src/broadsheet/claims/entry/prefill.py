"""What the form is filled in with: the patterns' reading, and what we know of those it names."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from broadsheet.claims.entry.articles import WrittenArticle
from broadsheet.claims.entry.forms import NO_PLACE
from broadsheet.claims.entry.places import Choice, places_offered
from broadsheet.claims.entry.queries import OfferedClaims, actor_called, outlet_called
from broadsheet.claims.models import Claim, Side
from broadsheet.claims.patterns.days import first_day
from broadsheet.claims.patterns.likeness import likeness
from broadsheet.claims.patterns.read import Reading, read
from broadsheet.claims.patterns.sentences import around
from broadsheet.claims.times import TimePrecision
from broadsheet.claims.words import Stance

# From which share of common words on a sentence is taken to speak of a claim of this article, and of
# one of another: there, "had fallen to the militia" is said of one place after the other.
ALIKE, ALIKE_ELSEWHERE = 0.6, 0.8
FIGURE_STANCES = {Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES}


@dataclass(frozen=True)
class Suggestion:
    """`quoted` is the sentence that was read; `places` are those to choose from."""

    quoted: str
    initial: dict[str, Any]
    places: list[Choice]


def suggest(
    text: str,
    start: int,
    end: int,
    article: WrittenArticle,
    offered: OfferedClaims,
    marked: int | None = None,
) -> Suggestion:
    """What the paragraph says around a selection. `marked` is the claim whose mark it lies in."""
    reading = read(text, start, end)
    first, last = around(text, start, end)
    claim = claim_meant(text[first:last], reading, offered, marked)
    places = places_offered(text, article.country)
    initial = of_claim(reading, article) | of_position(reading, article, claim)
    initial["claim"] = claim.pk if claim else None
    initial["place"] = places[0][0] if places else NO_PLACE
    return Suggestion(text[first:last], initial, places)


def claim_meant(
    sentence: str, reading: Reading, offered: OfferedClaims, marked: int | None
) -> Claim | None:
    """The claim that a sentence speaks of: the one marked, one in almost the same words, or, when it
    only points to something said before ("denied it"), the last of this article."""
    if marked:
        return next((claim for claim in offered.all if claim.pk == marked), None)
    words = reading.statement or sentence
    for claims, enough in ((offered.here, ALIKE), (offered.recent, ALIKE_ELSEWHERE)):
        closest = max(claims, key=lambda claim: likeness(words, claim.sentence), default=None)
        if closest and likeness(words, closest.sentence) >= enough:
            return closest
    return offered.here[-1] if offered.here and reading.is_pointer else None


def of_claim(reading: Reading, article: WrittenArticle) -> dict[str, Any]:
    day = first_day(reading.statement, article.day)
    figure = reading.figure
    return {
        "sentence": reading.statement,
        "kind": reading.kind,
        "unit": figure.unit if figure else "",
        "event_on": day.start if day else None,
        "event_precision": day.precision if day else TimePrecision.DAY,
        "event_words": day.words if day else "",
    }


def of_position(reading: Reading, article: WrittenArticle, claim: Claim | None) -> dict[str, Any]:
    speaker = reading.speaker
    said = first_day(reading.attribution, article.day)
    low, high = figure_for(reading, claim)
    today = timezone.localdate()
    return {
        "stance": reading.stance,
        "speaker": speaker.name,
        "description": "" if speaker.is_unnamed else speaker.description,
        "people": speaker.people,
        "is_unnamed": speaker.is_unnamed,
        "unnamed_why": speaker.why,
        "side": str(side_of(reading) or ""),
        "told_to": known_outlet(reading.told_to),
        "published_by": known_outlet(reading.published_by),
        "words": reading.words,
        "is_verbatim": reading.is_verbatim,
        "said_on": min(said.start if said else article.day, today),
        "low": low,
        "high": high,
    }


def figure_for(reading: Reading, claim: Claim | None) -> tuple[Decimal | None, Decimal | None]:
    """The figure, unless it is none of this claim's: a claim without a unit has no figures."""
    figure = reading.figure
    if figure is None or reading.stance not in FIGURE_STANCES:
        return None, None
    if not (claim.unit if claim else figure.unit):
        return None, None

    def number(end: int | None) -> Decimal | None:
        return None if end is None else Decimal(end).scaleb(-figure.decimals)

    return number(figure.low), number(figure.high)


def side_of(reading: Reading) -> Side | None:
    """The side that a speaker is remembered with, or else the one whose name describes them."""
    speaker = reading.speaker
    if not speaker.name:
        return None
    known = None if speaker.is_unnamed else actor_called(speaker.name, speaker.description)
    if known:
        return known.side
    described = f"{speaker.name} {speaker.description}".casefold()
    sides = sorted(Side.objects.all(), key=lambda side: -len(side.name))
    return next((side for side in sides if bare(side.name) in described), None)


def bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def known_outlet(name: str) -> str:
    known = outlet_called(name) if name else None
    return known.name if known else name
