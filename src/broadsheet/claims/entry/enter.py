"""From a filled-in form to rows: the claim, the position, and whoever is new among its sources."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from broadsheet.accounts.models import User
from broadsheet.claims.actions.claims import record_claim
from broadsheet.claims.actions.positions import take_position
from broadsheet.claims.actions.sources import save_reference
from broadsheet.claims.entry.articles import WrittenArticle
from broadsheet.claims.entry.places import place_row
from broadsheet.claims.entry.queries import actor_called, outlet_called, side_called
from broadsheet.claims.models import Actor, Claim, Outlet, Position, Side
from broadsheet.claims.patterns.speakers import kind_of_speaker
from broadsheet.claims.words import Scope

Filled = Mapping[str, Any]

# Told apart in print and by the colour-blind; the symbol differs as well.
COLOURS = ("#1f5f8b", "#a3471f", "#5b7f2b", "#7a3e87", "#8a6d0b", "#2b7a78", "#99324f", "#4a4a4a")
KINDS_OF_OUTLET = {
    Outlet.Kind.AGENCY: ("agency", "press", "reuters", "afp", "tass", "dpa", "xinhua"),
    Outlet.Kind.BROADCASTER: ("tv", "radio", "television", "channel", "bbc", "cnn", "broadcasting"),
    Outlet.Kind.CHANNEL: ("telegram", "website", "facebook", "twitter", "account"),
}


def enter_position(filled: Filled, article: WrittenArticle, by: User) -> Position:
    """Store what a form says, all of it or nothing; the same form again gives the same position.

    Raises ValidationError, by the names of the rows' own fields.
    """
    if earlier := Position.objects.filter(idempotency_key=filled["key"]).first():
        return earlier
    with transaction.atomic():
        claim = filled["claim"] or new_claim(filled)
        side = side_row(filled["side"])
        low, high = figures(filled, claim)
        position = Position(
            claim=claim,
            speaker=speaker_row(filled, side),
            people=filled["people"],
            unnamed_why=filled["unnamed_why"] if filled["is_unnamed"] else "",
            told_to=outlet_row(filled["told_to"]),
            published_by=outlet_row(filled["published_by"]),
            stance=filled["stance"],
            scope=Scope.IMPLIED if filled["is_implied"] else Scope.NAMED,
            words=filled["words"],
            is_verbatim=filled["is_verbatim"],
            said_at=begin_of(filled["said_on"]),
            figure_low=low,
            figure_high=high,
            article_key=article.key,
            article_address=article.address,
            paragraph=filled["paragraph"],
            idempotency_key=filled["key"],
        )
        return take_position(position, by, [side] if side else [])


def new_claim(filled: Filled) -> Claim:
    claim = Claim(
        sentence=filled["sentence"],
        kind=filled["kind"],
        event_start=begin_of(filled["event_on"]) if filled["event_on"] else None,
        event_precision=filled["event_precision"],
        event_words=filled["event_words"] if filled["event_on"] else "",
        unit=filled["unit"] if has_figure(filled) else "",
        decimals=max(decimals_of(filled["low"]), decimals_of(filled["high"])),
        idempotency_key=filled["key"],
    )
    place = place_row(filled["place"])
    return record_claim(
        claim,
        gains=sides_of(filled, "gains"),
        loses=sides_of(filled, "loses"),
        places=[place] if place else [],
    )


def sides_of(filled: Filled, name: str) -> list[Side]:
    also = side_row(filled[f"{name}_also"])
    return list(dict.fromkeys([*filled[name], *([also] if also else [])]))


def begin_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def has_figure(filled: Filled) -> bool:
    return filled["low"] is not None or filled["high"] is not None


def decimals_of(number: Decimal | None) -> int:
    if number is None:
        return 0
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def figures(filled: Filled, claim: Claim) -> tuple[int | None, int | None]:
    """Both ends in the whole numbers of this claim."""
    ends = []
    for name in ("low", "high"):
        number = filled[name]
        if decimals_of(number) > claim.decimals:
            count = claim.decimals or "no"
            places = f"{count} decimal{'' if count == 1 else 's'}"
            raise ValidationError({f"figure_{name}": f"The figures of this claim have {places}."})
        ends.append(None if number is None else int(number.scaleb(claim.decimals)))
    return ends[0], ends[1]


def speaker_row(filled: Filled, side: Side | None) -> Actor | None:
    """The one who speaks; None is the article itself. Of an unnamed one the description is all."""
    name = filled["speaker"]
    if not name:
        return None
    if filled["is_unnamed"]:
        return filled["same_source"] or saved(
            Actor(kind=Actor.Kind.UNNAMED, description=name, side=side)
        )
    known = actor_called(name, filled["description"])
    if known is None:
        kind = kind_of_speaker(name)
        return saved(Actor(kind=kind, name=name, description=filled["description"], side=side))
    if known.side is None and side is not None:
        known.side = side
        save_reference(known)
    return known


def saved(actor: Actor) -> Actor:
    save_reference(actor)
    return actor


def outlet_row(name: str) -> Outlet | None:
    if not name:
        return None
    if known := outlet_called(name):
        return known
    outlet = Outlet(name=name, slug=free_slug(Outlet, name), kind=kind_of_outlet(name))
    save_reference(outlet)
    return outlet


def kind_of_outlet(name: str) -> str:
    words = set(name.lower().split())
    found = (kind for kind, signs in KINDS_OF_OUTLET.items() if words & set(signs))
    return next(found, Outlet.Kind.PAPER)


def side_row(name: str) -> Side | None:
    """The side of that name. A new one gets the next colour and symbol; the desk can change both."""
    if not name:
        return None
    if known := side_called(name):
        return known
    count = Side.objects.count()
    side = Side(
        name=name,
        slug=free_slug(Side, name),
        colour=COLOURS[count % len(COLOURS)],
        symbol=Side.Symbol.values[count % len(Side.Symbol.values)],
    )
    save_reference(side)
    return side


def free_slug(model: type[Side] | type[Outlet], name: str) -> str:
    return next(slug for slug in slugs(name) if not model.objects.filter(slug=slug).exists())


def slugs(name: str) -> Iterator[str]:
    bare = slugify(name.removeprefix("the "))[:70] or "one"
    yield bare
    number = 2
    while True:
        yield f"{bare}-{number}"
        number += 1
