"""Those who speak: unnamed ones stay unnamed, and a new name reaches the claims."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from broadsheet.claims.actions.sources import merge_places, save_reference
from broadsheet.claims.models import Actor, Outlet, Place, Side
from broadsheet.config.worker import work_until_idle
from broadsheet.outbox.models import Event
from tests.claims.conftest import Dispute

# Whatever can hold a word, a number or a file about who speaks. A field added here is a decision
# about whether it could tell who an unnamed source is.
FIELDS_OF_SPEAKERS = {
    "Actor": {"id", "kind", "name", "description", "side"},
    "Position": {
        *("id", "claim", "speaker", "sides", "people", "unnamed_why", "told_to", "published_by"),
        *("stance", "scope", "words", "is_verbatim", "said_at", "said_precision", "figure_low"),
        *("figure_high", "same_origin", "replaces", "replaces_why", "is_struck", "article_key"),
        *("article_address", "paragraph", "entered_by", "entered_at", "idempotency_key"),
    },
    "PositionSide": {"id", "position", "side"},
    "Evidence": {"id", "position", "title", "link", "file", "sha256", "added_at"},
}


def test_it_works(dispute: Dispute) -> None:
    """A new name of a side, an actor or an outlet reaches the explanation through the worker."""
    dispute.take(dispute.spokesman, "asserts", told_to=dispute.agency)
    for row, name in [
        (dispute.board, "the Port Board"),
        (dispute.spokesman, "Ada Berg-Lund"),
        (dispute.agency, "Norrsky"),
    ]:
        row.name = name
        save_reference(row)
    work_until_idle()
    dispute.crane.refresh_from_db()
    assert dispute.crane.explanation == (
        "one party only: Ada Berg-Lund told Norrsky, which is in the interest of the Port Board"
    )


def test_there_is_no_room_for_who_an_unnamed_source_is() -> None:
    for name, known in FIELDS_OF_SPEAKERS.items():
        model = apps.get_model("broadsheet_claims", name)
        fields = {field.name for field in [*model._meta.concrete_fields, *model._meta.many_to_many]}
        assert fields == known


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "unnamed", "name": "Sven Ek", "description": "an official"},
        {"kind": "unnamed", "name": "", "description": ""},
        {"kind": "person", "name": "", "description": "an official"},
    ],
)
def test_an_unnamed_source_has_a_description_and_nothing_else(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="has a description and no name"):
        save_reference(Actor(**fields))
    with pytest.raises(IntegrityError):
        Actor.objects.create(**fields)


@pytest.mark.parametrize(
    "change",
    [
        lambda dispute: change(dispute.pilot, kind="unnamed", name="", description="a pilot"),
        lambda dispute: change(dispute.officials, kind="person", name="Sven Ek"),
    ],
)
def test_a_name_does_not_become_unnamed(
    dispute: Dispute, change: Callable[[Dispute], None]
) -> None:
    with pytest.raises(ValidationError, match="Make a new entry"):
        change(dispute)


def change(row: Actor, **fields: str) -> None:
    for name, value in fields.items():
        setattr(row, name, value)
    save_reference(row)


@pytest.mark.django_db
def test_what_an_editor_writes_is_cleaned_and_announced_only_when_it_changes() -> None:
    actor = Actor(kind="person", name="  Ada \u202e Berg ")
    save_reference(actor)
    assert actor.name == "Ada Berg"
    assert not Event.objects.exists()
    save_reference(actor)
    assert Event.objects.get().payload == {"table": "actor", "row": actor.pk}


def test_who_has_spoken_is_not_deleted(dispute: Dispute) -> None:
    dispute.take(dispute.pilot, "asserts", told_to=dispute.agency, sides=[dispute.union])
    for row in (dispute.pilot, dispute.agency, dispute.union):
        with pytest.raises(ProtectedError):
            row.delete()


@pytest.mark.django_db
@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#123456;--"])
def test_a_colour_is_six_digits(colour: str) -> None:
    with pytest.raises(ValidationError, match="Write a colour"):
        save_reference(Side(name="the Board", slug="board", colour=colour))
    save_reference(Side(name="the Board", slug="board", colour="#1A2b3c"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("latitude", "longitude", "precision"),
    [
        (90.1, 0, "point"),
        (0, -180.1, "point"),
        (10, None, "point"),
        (None, None, "district"),
        (10, 10, "none"),
        (float("inf"), 0, "point"),
    ],
)
def test_a_place_is_on_the_globe(
    latitude: float | None, longitude: float | None, precision: str
) -> None:
    with pytest.raises(ValidationError):
        save_reference(
            Place(label="Quay", latitude=latitude, longitude=longitude, precision=precision)
        )
    save_reference(Place(label="Quay", latitude=-90, longitude=180, precision="point"))


def test_places_that_are_the_same_are_merged(dispute: Dispute) -> None:
    other = Place.objects.create(label="The North Quay", latitude=58.1, longitude=11.4)
    dispute.crane.places.add(other)
    merge_places(other, dispute.quay)
    assert list(dispute.crane.places.all()) == [other]
    assert Place.objects.count() == 1
    with pytest.raises(ValidationError, match="same place already"):
        merge_places(other, other)


@pytest.mark.django_db
def test_an_outlet_has_one_entry() -> None:
    save_reference(Outlet(name="Norrsky News", slug="norrsky", kind="agency"))
    with pytest.raises(ValidationError, match="already exists"):
        save_reference(Outlet(name="Norrsky  News", slug="norrsky-2", kind="agency"))
