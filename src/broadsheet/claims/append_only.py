"""Rows that are only ever added. The model refuses with words; the database has the last say."""

from typing import Any, NoReturn, TypeVar

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import BaseConstraint, Model

Row = TypeVar("Row", bound=Model)

REFUSAL = "This record only grows: write a new row that replaces the old one, and say why."

SQLITE = """CREATE TRIGGER {name}_{deed} BEFORE {deed} ON %(table)s
BEGIN SELECT RAISE(ABORT, '{refusal}'); END"""
POSTGRESQL_FUNCTION = """CREATE OR REPLACE FUNCTION broadsheet_append_only() RETURNS trigger
LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{refusal}'
USING ERRCODE = 'integrity_constraint_violation'; END $$"""
POSTGRESQL = """CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON %(table)s
FOR EACH ROW EXECUTE FUNCTION broadsheet_append_only()"""


class CannotRewrite(Exception):
    """Somebody tried to change or delete a row of a record that only grows."""


class AppendOnlyQuerySet(models.QuerySet[Row]):
    """A queryset that can read and add."""

    def update(self, **_: Any) -> NoReturn:
        raise CannotRewrite(REFUSAL)

    def delete(self) -> NoReturn:
        raise CannotRewrite(REFUSAL)

    def bulk_update(self, *_: Any, **__: Any) -> NoReturn:
        raise CannotRewrite(REFUSAL)


class AppendOnlyModel(models.Model):
    """Its rows are saved once. A subclass also names an `AppendOnly` constraint of its own."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        if not self._state.adding:
            raise CannotRewrite(REFUSAL)
        super().save(*args, **options)

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        raise CannotRewrite(REFUSAL)


class AppendOnly(BaseConstraint):
    """Triggers that refuse UPDATE and DELETE with an IntegrityError.

    A constraint, not SQL in a migration: so Django makes them again whenever it copies a table,
    which is how it changes one on SQLite. An operator who empties a table with TRUNCATE, or who
    drops the triggers, is not stopped.
    """

    def create_sql(  # type: ignore[override] # the stubs say str; Django itself returns these
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> Statement:
        assert model is not None
        assert schema_editor is not None
        first, *others = self.statements(model, schema_editor)
        # An editor expects one; the others come at the end of its migration.
        schema_editor.deferred_sql.extend(others)
        return first

    def constraint_sql(
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """What stands inside CREATE TABLE: nothing. The triggers follow once the table is there."""
        assert model is not None
        assert schema_editor is not None
        schema_editor.deferred_sql.extend(self.statements(model, schema_editor))
        return ""

    def statements(
        self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> list[Statement]:
        if schema_editor.connection.vendor == "sqlite":
            templates = [
                SQLITE.format(name=self.name, deed=deed, refusal=REFUSAL)
                for deed in ("UPDATE", "DELETE")
            ]
        else:
            templates = [
                POSTGRESQL_FUNCTION.format(refusal=REFUSAL),
                POSTGRESQL.format(name=self.name),
            ]
        table = Table(model._meta.db_table, schema_editor.quote_name)
        return [Statement(template, table=table) for template in templates]

    def remove_sql(  # type: ignore[override]
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> Statement:
        """On PostgreSQL; SQLite's editor copies the table without the triggers."""
        assert model is not None
        assert schema_editor is not None
        table = Table(model._meta.db_table, schema_editor.quote_name)
        return Statement(f"DROP TRIGGER {self.name} ON %(table)s", table=table)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AppendOnly) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)

    def validate(self, *_: Any, **__: Any) -> None:
        """A new row is always welcome."""
