"""Recording a claim, changing what is written of it, and letting another take its place."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from broadsheet.accounts.models import User
from broadsheet.claims.actions.judge import lock_claim, rejudge
from broadsheet.claims.actions.positions import name_of
from broadsheet.claims.contradictions import check_claim, check_superseding
from broadsheet.claims.models import Amendment, Claim, Place, Side
from broadsheet.lib.text import clean_line, clean_text
from broadsheet.outbox.actions import announce

MANY = ("gains", "loses", "parties", "places")
FIELDS = (
    *("sentence", "kind", "event_start", "event_end", "event_precision", "event_words"),
    *("unit", "decimals", "note"),
)
NEEDS_NO_REASON = {"note"}
SLUG_LENGTH = 80
RESERVED = {"archive", "map", "status"}  # what stands beside the claims under /claims/


def record_claim(
    claim: Claim,
    gains: Iterable[Side] = (),
    loses: Iterable[Side] = (),
    parties: Iterable[Side] = (),
    places: Iterable[Place] = (),
) -> Claim:
    """Store an unsaved claim, with an address made of its sentence when it has none.

    The same `idempotency_key` again gives the same claim. Raises ValidationError with the fields
    that contradict each other.
    """
    gains, loses = list(gains), list(loses)
    clean_texts(claim)
    with transaction.atomic():
        if earlier := sent_before(claim):
            return earlier
        claim.slug = claim.slug or free_slug(claim.sentence)
        check_claim(claim, gains, loses)
        claim.save(force_insert=True)
        claim.gains.set(gains)
        claim.loses.set(loses)
        claim.parties.set(parties)
        claim.places.set(places)
        rejudge(claim, claim.created_at)
        announce("claim_changed", claim=claim.pk)
    return claim


def amend_claim(claim: Claim, changes: Mapping[str, Any], why: str, by: User) -> Claim:
    """Change some of `FIELDS` and `MANY` of a claim, each with a line in its log.

    What does not change is passed over. Every change but that of the pinned note needs a reason.
    Raises ValidationError with the fields that contradict each other.
    """
    with transaction.atomic():
        claim = lock_claim(claim.pk)
        before = {name: in_words(value_of(claim, name)) for name in changes}
        for name in FIELDS:
            if name in changes:
                setattr(claim, name, changes[name])
        clean_texts(claim)
        check_claim(claim, new_rows(claim, changes, "gains"), new_rows(claim, changes, "loses"))
        claim.save(update_fields=FIELDS)
        for name in MANY:
            if name in changes:
                getattr(claim, name).set(changes[name])
        after = {name: in_words(value_of(claim, name)) for name in changes}
        changed = [name for name in changes if before[name] != after[name]]
        write_log(claim, changed, before, after, clean_line(why), by)
        if changed:
            rejudge(claim)
            announce("claim_changed", claim=claim.pk)
        if "sentence" in changed:
            for older in claim.supersedes.all():
                announce("claim_changed", claim=older.pk)
    return claim


def supersede(claim: Claim, newer: Claim | None, why: str, by: User) -> Claim:
    """Let a newer claim stand in the place of one, or none any more. Both stay.

    Raises ValidationError when no reason is given or the claim would take its own place.
    """
    with transaction.atomic():
        claim = lock_claim(claim.pk)
        if newer:
            check_superseding(claim, newer)
        before, claim.superseded_by = claim.superseded_by, newer
        if before != newer:
            claim.save(update_fields=["superseded_by"])
            words = {"superseded_by": str(before or "")}, {"superseded_by": str(newer or "")}
            write_log(claim, ["superseded_by"], *words, clean_line(why), by)
            rejudge(claim)
            announce("claim_changed", claim=claim.pk)
    return claim


def write_log(
    claim: Claim,
    changed: Iterable[str],
    before: Mapping[str, str],
    after: Mapping[str, str],
    why: str,
    by: User,
) -> None:
    for name in changed:
        if not why and name not in NEEDS_NO_REASON:
            raise ValidationError({"why": "Say why this changes; readers can see the reason."})
        Amendment.objects.create(
            claim=claim,
            field=name,
            before=before[name],
            after=after[name],
            why=why,
            changed_by=name_of(by),
        )


def clean_texts(claim: Claim) -> None:
    for name in ("sentence", "event_words", "unit"):
        setattr(claim, name, clean_line(getattr(claim, name)))
    claim.note = clean_text(claim.note)


def sent_before(claim: Claim) -> Claim | None:
    """The claim that came with the same key: the same form was sent twice."""
    key = claim.idempotency_key
    return Claim.objects.filter(idempotency_key=key).first() if key else None


def free_slug(sentence: str) -> str:
    """The sentence as an address. Needs the transaction in which it is used."""
    wanted = slugify(sentence) or "claim"
    if len(wanted) > SLUG_LENGTH:
        wanted = wanted[:SLUG_LENGTH].rsplit("-", 1)[0]
    taken = RESERVED | set(
        Claim.objects.filter(slug__startswith=wanted).values_list("slug", flat=True)
    )
    if wanted not in taken:
        return wanted
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{wanted}-{n}") not in taken)


def new_rows(claim: Claim, changes: Mapping[str, Any], name: str) -> list[Side]:
    sides: list[Side] = list(changes[name] if name in changes else getattr(claim, name).all())
    return sides


def value_of(claim: Claim, name: str) -> Any:
    return list(getattr(claim, name).all()) if name in MANY else getattr(claim, name)


def in_words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(sorted(str(each) for each in value))
    return "" if value is None else str(value)
