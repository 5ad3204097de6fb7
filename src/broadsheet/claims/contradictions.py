"""What an entry cannot be, in words that say what to change.

What a single row can tell by itself are the constraints of its model. Here is what takes a second
row, or the clock.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from broadsheet.claims.models import Claim, Position, Side
from broadsheet.claims.rule import ClosedLoop, those_in_its_place
from broadsheet.claims.times import latest
from broadsheet.claims.words import Kind, Stance

Problem = tuple[str, str]  # the field and what is wrong with it
REMEDY = "Correct one of the times, or make the claim a declaration if it announces something."


def check_position(position: Position, sides: Sequence[Side]) -> None:
    """Raise ValidationError with everything that is wrong with an unsaved position."""
    found = list(problems_of(position, sides))
    # What the fields themselves are not allowed to be comes first; it may explain the rest.
    try:
        position.full_clean(exclude=["idempotency_key"])
    except ValidationError as error:
        raise with_problems(found, error) from error
    if found:
        raise with_problems(found)


def with_problems(
    found: Iterable[Problem], error: ValidationError | None = None
) -> ValidationError:
    messages = {field: list(texts) for field, texts in error.message_dict.items()} if error else {}
    for field, text in found:
        messages.setdefault(field, []).append(text)
    return ValidationError(messages)


def problems_of(position: Position, sides: Sequence[Side]) -> Iterator[Problem]:
    yield from problems_of_links(position)
    if not position.is_struck:  # which says nothing itself
        yield from problems_of_speaker(position, sides)
        yield from problems_of_time(position)
        yield from problems_of_stance(position)


def problems_of_speaker(position: Position, sides: Sequence[Side]) -> Iterator[Problem]:
    if not position.is_unnamed and position.unnamed_why:
        yield "unnamed_why", "A reason for not being named, but the speaker has a name."
    if position.speaker is not None:
        return
    if position.stance not in {Stance.ASSERTS, Stance.RETRACTS}:
        yield "stance", "The article itself can state something or take it back. Who else speaks?"
    if position.told_to or position.published_by:
        yield "speaker", "The article's own words reached us through nobody. Who speaks?"
    if sides:
        yield "speaker", "The article itself speaks for no side."
    if position.people != 1:
        yield "people", "The article itself is one voice."
    if position.scope != "named":
        yield "scope", "The article's own words speak of this very claim."


def problems_of_time(position: Position) -> Iterator[Problem]:
    if position.said_at is None:
        return
    if position.said_at > timezone.now():
        yield "said_at", "Nobody can have said this yet."
    if is_too_early(position.claim, position):
        yield "said_at", f"This was said before the event happened. {REMEDY}"


def is_too_early(claim: Claim, position: Position) -> bool:
    """Whether it speaks of something that had not happened, and the claim is no announcement."""
    if claim.event_start is None or claim.kind == Kind.DECLARATION:
        return False
    return said_until(position) < claim.event_start


def said_until(position: Position) -> datetime:
    return latest(timezone.localtime(position.said_at), position.said_precision)


def problems_of_stance(position: Position) -> Iterator[Problem]:
    if position.has_figure and position.stance in {Stance.NO_COMMENT, Stance.RETRACTS}:
        yield "figure_low", "Who takes something back or does not comment gives no figure."
    if position.stance == Stance.RETRACTS:
        earlier = Position.objects.filter(claim=position.claim_id, speaker=position.speaker_id)
        earlier = earlier.filter(replaced_by=None, is_struck=False)
        if position.replaces_id:
            earlier = earlier.exclude(pk=position.replaces_id)
        if not earlier.exclude(stance__in=[Stance.NO_COMMENT, Stance.RETRACTS]).exists():
            yield "stance", "This speaker has said nothing here that could be taken back."


def problems_of_links(position: Position) -> Iterator[Problem]:
    root, old = position.same_origin, position.replaces
    if root and root.claim_id != position.claim_id:
        yield "same_origin", "The same origin must be a position on the same claim."
    if root and root.speaker_id is None:
        yield "same_origin", "The article itself is the origin of nothing."
    if old and old.claim_id != position.claim_id:
        yield "replaces", "A position can only replace one on the same claim."
    if old and old.is_struck:
        yield "replaces", "There is nothing to replace: it was taken away. Enter a new position."
    if root and old and root.pk == old.pk:
        yield "same_origin", "A position cannot go back to the one it replaces."


def check_claim(claim: Claim, gains: Iterable[Side], loses: Iterable[Side]) -> None:
    """Raise ValidationError with everything that is wrong with a claim, saved or not."""
    found = list(problems_of_claim(claim, gains, loses))
    try:
        claim.full_clean()
    except ValidationError as error:
        raise with_problems(found, error) from error
    if found:
        raise with_problems(found)


def problems_of_claim(
    claim: Claim, gains: Iterable[Side], loses: Iterable[Side]
) -> Iterator[Problem]:
    if both := sorted(str(side) for side in set(gains) & set(loses)):
        yield "loses", f"The same side cannot gain and lose by it: {', '.join(both)}."
    if claim.pk is None or claim.event_start is None:
        return
    standing = claim.positions.filter(replaced_by=None, is_struck=False)
    for position in standing.filter(said_at__lt=claim.event_start):
        if is_too_early(claim, position):
            who = position.speaker_label
            yield "event_start", f"{who} spoke of it before that time. {REMEDY}"
            return


def check_superseding(claim: Claim, newer: Claim) -> None:
    """Raise ValidationError when a claim would take its own place, at once or through others."""

    def successor(number: int) -> int | None:
        if number == claim.pk:
            return newer.pk
        found: int | None = Claim.objects.values_list("superseded_by", flat=True).get(pk=number)
        return found

    try:
        those_in_its_place(claim.pk, successor)
    except ClosedLoop:
        raise ValidationError(
            {"superseded_by": "That claim was itself superseded by this one; it would be a circle."}
        ) from None
