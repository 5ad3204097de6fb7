"""What was known of the claims on a day: only what had been said by its end counts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, Min, OuterRef
from django.db.models.functions import TruncDate
from django.utils import timezone

from broadsheet.claims.facts import ClaimFacts, PositionFacts
from broadsheet.claims.models import Claim, Position, PositionSide, Side
from broadsheet.claims.pages import SHAPES
from broadsheet.claims.queries import FACTS, facts_of_row, standing
from broadsheet.claims.rule import judge_claim
from broadsheet.claims.words import Kind, Status

FIRM = {Status.AGREED, Status.CONCEDED, Status.CORROBORATED}
# Colour helps; shape and word say it.
TONES: dict[str, str] = {
    **dict.fromkeys(Status, "weak"),
    **dict.fromkeys(FIRM, "firm"),
    **dict.fromkeys([Status.CONTESTED, Status.DENIED, Status.FIGURES_DIFFER], "disputed"),
    **dict.fromkeys([Status.RETRACTED, Status.SUPERSEDED], "over"),
}
FEW = 500  # claims that are asked for by number; of more all rows are read
UNSAID = {Status.DENIED, Status.RETRACTED, Status.SUPERSEDED}  # nobody holds to it


@dataclass
class Known:
    """A claim as it stood on a day. `side` is the first of those that gain by it, `places` are the
    numbers of its places."""

    number: int
    slug: str
    sentence: str
    kind: str
    status: Status
    side: Side | None = None
    places: list[int] = field(default_factory=list)

    @property
    def shape(self) -> str:
        return SHAPES[self.status]

    @property
    def tone(self) -> str:
        return TONES[self.status]

    @property
    def is_control(self) -> bool:
        return self.kind == Kind.CONTROL

    @property
    def is_firm(self) -> bool:
        return self.status in FIRM

    @property
    def is_held(self) -> bool:
        return self.status not in UNSAID


def days_of_claims() -> dict[date, int]:
    """Every day on which something was said of any claim, with how many positions; in order.

    Claims of which nobody has said anything count on the day they were recorded.
    """
    said = standing(Position.objects.all()).order_by().annotate(day=TruncDate("said_at"))
    days: dict[date, int] = dict(said.values_list("day").annotate(Count("pk")))
    for moment in silent().values_list("created_at", flat=True):
        days.setdefault(timezone.localdate(moment), 0)
    return dict(sorted(days.items()))


def silent() -> Any:
    here = standing(Position.objects.filter(claim=OuterRef("pk"))).order_by()
    return Claim.objects.filter(~Exists(here)).order_by()


def claims_known(day: date) -> list[Known]:
    """The claims of which somebody had spoken by the end of a day, each with its status then, those
    of which was spoken last first.

    The status is the stored one, unless something was said later: then the rule is asked anew, with
    what had been said. A claim counts as superseded once the one in its place is known.
    """
    end = end_of(day)
    first_said = dict(
        standing(Position.objects.all())
        .order_by()
        .values("claim_id")
        .annotate(first=Min("said_at"))
        .values_list("claim_id", "first")
    )
    rows = Claim.objects.order_by("-changed_at", "-pk").values_list(
        *("pk", "slug", "sentence", "kind", "status", "superseded_by", "created_at")
    )
    known: dict[int, Known] = {}
    unsettled: dict[int, bool] = {}  # with whether it was superseded
    begun = {row[0]: first_said.get(row[0], row[6]) for row in rows}
    later = claims_spoken_of_after(end)
    for number, slug, sentence, kind, status, newer, _ in rows:
        if begun[number] >= end:
            continue
        known[number] = Known(number, slug, sentence, kind, Status(status))
        is_superseded = newer is not None and begun[newer] < end
        if number in later or is_superseded != (newer is not None):
            unsettled[number] = is_superseded
    for number, then in statuses_at(end, unsettled).items():
        known[number].status = then
    add_places(known)
    add_sides(known)
    return list(known.values())


def end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def claims_spoken_of_after(end: datetime) -> set[int]:
    later = standing(Position.objects.filter(said_at__gte=end)).order_by()
    return set(later.values_list("claim_id", flat=True).distinct())


def statuses_at(end: datetime, superseded: dict[int, bool]) -> dict[int, Status]:
    """What the rule said of some claims at a moment; six queries for all together."""
    if not superseded:
        return {}
    claims = Claim.objects.order_by()
    if len(superseded) < FEW:
        claims = claims.filter(pk__in=superseded)
    facts = {
        number: ClaimFacts(
            kind=Kind(kind), unit=unit, superseded_by="another" if superseded[number] else ""
        )
        for number, kind, unit in claims.values_list("pk", "kind", "unit")
        if number in superseded
    }
    for name in ("gains", "loses", "parties"):
        for number, sides in side_names(name).items():
            if number in facts:
                setattr(facts[number], name, sides)
    for number, positions in positions_until(end, set(facts)).items():
        facts[number].positions = positions
    return {number: judge_claim(fact).status for number, fact in facts.items()}


def side_names(field_name: str) -> dict[int, frozenset[str]]:
    table = getattr(Claim, field_name).through
    found: dict[int, frozenset[str]] = {}
    for claim, name in table.objects.values_list("claim_id", "side__name"):
        found[claim] = found.get(claim, frozenset()) | {name}
    return found


def positions_until(end: datetime, claims: set[int]) -> dict[int, list[PositionFacts]]:
    rows = standing(Position.objects.filter(said_at__lt=end)).order_by("said_at", "pk")
    by_claim: dict[int, list[tuple[Any, ...]]] = {}
    if len(claims) < FEW:
        rows = rows.filter(claim__in=claims)
    for row in rows.values_list("claim_id", *FACTS):
        if row[0] in claims:
            by_claim.setdefault(row[0], []).append(row[1:])
    sides: dict[int, frozenset[str]] = {}
    for number, name in PositionSide.objects.order_by().values_list("position_id", "side__name"):
        sides[number] = sides.get(number, frozenset()) | {name}
    return {claim: facts_of_rows(found, sides) for claim, found in by_claim.items()}


def facts_of_rows(rows: Sequence[Any], sides: dict[int, frozenset[str]]) -> list[PositionFacts]:
    speaks: dict[int, int] = {}  # a Counter takes three times as long for two or three of them
    for row in rows:
        speaks[row[3]] = speaks.get(row[3], 0) + 1
    zone = timezone.get_current_timezone()
    return [facts_of_row(row, sides, zone if speaks[row[3]] > 1 else None) for row in rows]


def add_places(known: dict[int, Known]) -> None:
    rows = Claim.places.through.objects.order_by("pk")
    for claim, place in rows.values_list("claim_id", "place_id"):
        if claim in known:
            known[claim].places.append(place)


def add_sides(known: dict[int, Known]) -> None:
    sides = Side.objects.in_bulk()
    for claim, side in Claim.gains.through.objects.order_by("-pk").values_list(
        "claim_id", "side_id"
    ):
        if claim in known:
            known[claim].side = sides[side]
