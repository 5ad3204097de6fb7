"""Taking a position, and correcting the record of one: always by a new row."""

from collections.abc import Iterable, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.claims.actions.judge import lock_claim, rejudge
from broadsheet.claims.contradictions import check_position
from broadsheet.claims.models import Evidence, Position, PositionSide, Side
from broadsheet.lib.text import clean_line, clean_text
from broadsheet.outbox.actions import announce

SET_BY_US = {"id", "replaces", "replaces_why", "is_struck", "entered_at", "idempotency_key"}


def take_position(
    position: Position,
    by: User,
    sides: Iterable[Side] | None = None,
    evidence: Sequence[Evidence] = (),
) -> Position:
    """Store an unsaved position and what follows from it for its claim.

    `sides` are those for whom the speaker speaks; by default the speaker's own. `evidence` is
    unsaved as well. The same `idempotency_key` again gives the same position. Raises
    ValidationError with the fields that contradict each other.
    """
    position.entered_by = name_of(by)
    clean_words(position)
    spoken_for = own_side(position) if sides is None else list(sides)
    with transaction.atomic():
        claim = lock_claim(position.claim_id)
        if earlier := sent_before(position):
            return earlier
        position.claim = claim
        check_position(position, spoken_for)
        position.save(force_insert=True)
        PositionSide.objects.bulk_create(
            [PositionSide(position=position, side=side) for side in spoken_for]
        )
        for each in evidence:
            each.position = position
            each.full_clean()
            each.save(force_insert=True)
        rejudge(claim, position.entered_at)
        announce("claim_changed", claim=claim.pk)
    return position


def replace_position(
    old: Position,
    new: Position,
    why: str,
    by: User,
    sides: Iterable[Side] | None = None,
    evidence: Sequence[Evidence] = (),
) -> Position:
    """Let another position stand in the place of one that was entered wrongly, and say why.

    When the speaker is the same, it speaks for the same sides unless told otherwise. Evidence is
    not taken along. Raises ValidationError, also when the old one was replaced by somebody else.
    """
    new.claim_id = old.claim_id
    new.replaces, new.replaces_why = old, clean_line(why)
    if sides is None and new.speaker_id == old.speaker_id:
        sides = list(old.sides.all())
    return take_position(new, by, sides, evidence)


def strike_position(old: Position, why: str, by: User) -> Position:
    """Take away a position that should never have been entered, such as one on the wrong claim.

    The row that says so repeats the old one, and counts for nothing.
    """
    repeated = {
        field.attname: getattr(old, field.attname)
        for field in Position._meta.concrete_fields
        if field.name not in SET_BY_US
    }
    return replace_position(old, Position(**repeated, is_struck=True), why, by)


def sent_before(position: Position) -> Position | None:
    """The position that came with the same key: the same form was sent twice."""
    if not position.idempotency_key:
        return None
    earlier = Position.objects.filter(idempotency_key=position.idempotency_key).first()
    if earlier and (earlier.claim_id, earlier.stance) != (position.claim_id, position.stance):
        raise ValidationError(
            "This form was sent already, with other content. Reload the page first."
        )
    return earlier


def name_of(user: User) -> str:
    return (user.get_full_name() or user.get_username())[:150]


def clean_words(position: Position) -> None:
    position.words = clean_text(position.words)
    position.unnamed_why = clean_line(position.unnamed_why)


def own_side(position: Position) -> list[Side]:
    side = position.speaker.side if position.speaker else None
    return [side] if side else []
