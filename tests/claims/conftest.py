"""A dispute on the waterfront of Ostrey, for all that is tested of claims. All of it invented."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection

from broadsheet.accounts.models import User
from broadsheet.claims.actions.claims import record_claim
from broadsheet.claims.actions.positions import take_position
from broadsheet.claims.models import (
    Actor,
    Amendment,
    Claim,
    Evidence,
    Outlet,
    Place,
    Position,
    PositionSide,
    Side,
    StatusChange,
)
from broadsheet.config.wiring import WIRING
from broadsheet.outbox.actions import work_off

THURSDAY = datetime(2026, 7, 9, tzinfo=UTC)
FRIDAY = datetime(2026, 7, 10, tzinfo=UTC)


@dataclass(frozen=True)
class Dispute:
    """The Board holds the crane, says the Board. Those who speak, and through whom."""

    board: Side
    union: Side
    spokesman: Actor
    chairman: Actor
    pilot: Actor
    officials: Actor
    agency: Outlet
    quay: Place
    crane: Claim
    editor: User

    def take(self, speaker: Actor | None, stance: str, **fields: Any) -> Position:
        """Take a position on the crane as an editor enters it, on Friday."""
        sides = fields.pop("sides", None)
        values = {"claim": self.crane, "said_at": FRIDAY} | fields
        position = Position(speaker=speaker, stance=stance, **values)
        return take_position(position, self.editor, sides)

    @property
    def status(self) -> str:
        self.crane.refresh_from_db()
        return self.crane.status


@pytest.fixture
def dispute(db: None) -> Dispute:
    board = Side.objects.create(name="the Harbour Board", slug="board")
    union = Side.objects.create(name="the Dockers' Union", slug="union")
    quay = Place.objects.create(label="North Quay", latitude=58.1, longitude=11.4, country="SE")
    claim = Claim(sentence="The Board holds the crane.", kind="control", event_start=THURSDAY)
    return Dispute(
        board,
        union,
        Actor.objects.create(kind="person", name="Ada Berg", description="spokeswoman", side=board),
        Actor.objects.create(kind="office", name="the chairman", side=union),
        Actor.objects.create(kind="person", name="Olle Strand", description="harbour pilot"),
        Actor.objects.create(kind="unnamed", description="two officials of the Union", side=union),
        Outlet.objects.create(name="Norrsky News", slug="norrsky", kind="agency"),
        quay,
        record_claim(claim, gains=[board], loses=[union], places=[quay]),
        User.objects.create_user("edda", first_name="Edda", last_name="Holm"),
    )


@pytest.fixture
def work_off_events(db: None) -> Callable[[], None]:
    """Let all that was announced be reacted to, without making any page."""

    def work() -> None:
        while work_off(WIRING):
            pass

    return work


@pytest.fixture
def emptied(transactional_db: None) -> Iterator[None]:
    """For tests with transactions of their own: takes away at the end what nobody may delete, so
    that the tables can be emptied."""
    yield
    kept = (Position, PositionSide, Evidence, StatusChange, Amendment)
    if connection.vendor != "sqlite":
        return  # there TRUNCATE does it
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute("PRAGMA foreign_keys = OFF")
        for model in kept:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
        cursor.execute("PRAGMA foreign_keys = ON")
        for _, sql in triggers:
            cursor.execute(sql)
