"""The record of who said what only grows: the models refuse to change it, and so do the databases."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from broadsheet.claims.append_only import CannotRewrite
from broadsheet.claims.models import (
    Actor,
    Amendment,
    Claim,
    Evidence,
    Position,
    PositionSide,
    Side,
    StatusChange,
)

pytestmark = pytest.mark.django_db
RECORD = [Position, PositionSide, Evidence, StatusChange, Amendment]
DEEDS: list[Callable[[Any], object]] = [
    lambda row: row.save(),
    lambda row: row.delete(),
    lambda row: type(row).objects.filter(pk=row.pk).update(pk=row.pk),
    lambda row: type(row).objects.filter(pk=row.pk).delete(),
    lambda row: type(row).objects.bulk_update([row], ["pk"]),
]


@pytest.fixture
def record() -> dict[type[Model], Model]:
    """One row of each table that only grows."""
    claim = Claim.objects.create(sentence="The crossing has fallen.", slug="crossing")
    side = Side.objects.create(name="the Board", slug="board")
    speaker = Actor.objects.create(kind="institution", name="the port office", side=side)
    said_at = datetime(2026, 7, 8, tzinfo=UTC)
    position = Position.objects.create(
        claim=claim, speaker=speaker, stance="asserts", said_at=said_at, entered_by="Dora"
    )
    return {
        Position: position,
        PositionSide: PositionSide.objects.create(position=position, side=side),
        Evidence: Evidence.objects.create(
            position=position, title="Notice", link="https://port.test/notice"
        ),
        StatusChange: StatusChange.objects.create(claim=claim, after="single source", why="-"),
        Amendment: Amendment.objects.create(claim=claim, field="unit", why="-", changed_by="Dora"),
    }


@pytest.mark.parametrize("deed", range(len(DEEDS)))
@pytest.mark.parametrize("model", RECORD, ids=lambda model: model.__name__)
def test_a_row_is_neither_changed_nor_deleted(
    record: dict[type[Model], Model], model: type[Model], deed: int
) -> None:
    with pytest.raises(CannotRewrite, match="write a new row"):
        DEEDS[deed](record[model])


@pytest.mark.parametrize("model", RECORD, ids=lambda model: model.__name__)
def test_the_database_refuses_to_change_any_column(
    record: dict[type[Model], Model], model: type[Model]
) -> None:
    table = model._meta.db_table
    for field in model._meta.concrete_fields:
        with pytest.raises(IntegrityError, match="only grows"), transaction.atomic():
            run(f"UPDATE {table} SET {field.column} = {field.column}")


@pytest.mark.parametrize("model", RECORD, ids=lambda model: model.__name__)
def test_the_database_refuses_to_delete(
    record: dict[type[Model], Model], model: type[Model]
) -> None:
    with pytest.raises(IntegrityError, match="only grows"), transaction.atomic():
        run(f"DELETE FROM {model._meta.db_table}")


@pytest.mark.django_db(transaction=True)
def test_the_triggers_survive_a_change_of_the_table() -> None:
    """On SQLite a migration that changes a column copies the whole table."""
    before = StatusChange._meta.get_field("why")
    after = before.clone()
    after.null = True
    after.set_attributes_from_name("why")
    for old, new in [(before, after), (after, before)]:
        with connection.schema_editor() as editor:
            editor.alter_field(StatusChange, old, new, strict=True)
        assert refuses_to_change()


def refuses_to_change() -> bool:
    """Whether the database refuses it. Leaves nothing behind, since nothing could delete it."""
    with transaction.atomic():
        claim = Claim.objects.create(sentence="The crossing has fallen.", slug="crossing")
        StatusChange.objects.create(claim=claim, after="single source", why="-")
        try:
            with transaction.atomic():
                run(f"UPDATE {StatusChange._meta.db_table} SET why = 'because'")
        except IntegrityError:
            return True
        finally:
            transaction.set_rollback(True)
    return False


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
