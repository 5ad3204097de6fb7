"""Those who speak, those who publish, sides and places: changing them, and merging two of a place."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from broadsheet.claims.gazetteer import Entry
from broadsheet.claims.models import Actor, Claim, Outlet, Place, Side
from broadsheet.lib.text import clean_line
from broadsheet.outbox.actions import announce
from broadsheet.outbox.models import Event

Reference = Side | Actor | Outlet | Place
TABLES: dict[str, type[Reference]] = {
    "side": Side,
    "actor": Actor,
    "outlet": Outlet,
    "place": Place,
}


def save_reference(row: Reference) -> None:
    """Store a side, an actor, an outlet or a place that an editor has written or changed.

    The claims in which it occurs learn of it through the worker. Raises ValidationError.
    """
    for field in row._meta.concrete_fields:
        if field.get_internal_type() == "CharField" and not field.choices:
            setattr(row, field.name, clean_line(getattr(row, field.name)))
    row.full_clean()
    with transaction.atomic():
        is_new = row.pk is None
        row.save()
        if not is_new:
            announce("claim_reference_changed", table=table_of(row), row=row.pk)


def place_of(entry: Entry, precision: str = "", label: str = "") -> Place:
    """The place of an entry of the gazetteer, made when there is none; `label` as the paper writes.

    A district has no entry of its own: it is drawn around the settlement that gives it its name.
    """
    precision = precision or entry.sort
    fields = {
        "label": clean_line(label) or entry.name,
        "latitude": entry.latitude,
        "longitude": entry.longitude,
        "country": entry.country,
        "admin_unit": entry.province,
    }
    if precision != entry.sort:
        return Place.objects.filter(**fields, precision=precision).first() or Place.objects.create(
            **fields, precision=precision
        )
    number = entry.geonames_id
    key = {"geonames_id": number} if number else {"admin_unit": fields.pop("admin_unit")}
    place, _ = Place.objects.get_or_create(**key, precision=precision, defaults=fields)
    return place


def merge_places(kept: Place, other: Place) -> Place:
    """Let all claims of one place happen at another, and forget the first: they were the same."""
    if kept.pk == other.pk:
        raise ValidationError("These are the same place already.")
    with transaction.atomic():
        claims = list(Claim.objects.select_for_update().filter(places=other))
        for claim in claims:
            claim.places.add(kept)
            claim.places.remove(other)
            announce("claim_changed", claim=claim.pk)
        other.delete()
    return kept


def announce_claims_of(event: Event) -> None:
    """Reaction: every claim in which it occurs has changed, each with an event of its own."""
    model = TABLES[event.payload["table"]]
    for row in model._default_manager.filter(pk=event.payload["row"]):
        for number in claims_with(row):
            announce("claim_changed", claim=number)


def claims_with(row: models.Model) -> Iterator[int]:
    match row:
        case Side():
            concerned = Q(gains=row) | Q(loses=row) | Q(parties=row) | Q(positions__sides=row)
        case Actor():
            concerned = Q(positions__speaker=row)
        case Outlet():
            concerned = Q(positions__told_to=row) | Q(positions__published_by=row)
        case _:
            concerned = Q(places=row)
    found = Claim.objects.filter(concerned).order_by("pk").distinct()
    yield from found.values_list("pk", flat=True)


def table_of(row: Reference) -> str:
    return next(name for name, model in TABLES.items() if isinstance(row, model))
