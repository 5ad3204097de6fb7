"""What readers' pages and files show of claims: a fixed number of queries for any number of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, TextField, Value, Window
from django.db.models.functions import Cast, RowNumber
from django.utils.text import slugify

from broadsheet.claims.facts import ClaimFacts, PositionFacts
from broadsheet.claims.models import (
    Amendment,
    Appearance,
    Claim,
    Evidence,
    Place,
    Position,
    PositionSide,
    StatusChange,
)
from broadsheet.claims.queries import ASSENT, ON_MARK, ON_PAGE
from broadsheet.claims.rule import Interest, interest
from broadsheet.claims.wording import figure_words
from broadsheet.claims.words import Stance, Status
from broadsheet.theme.formats import day, day_and_time, month, year

LIST_BLOCK = 20  # claims on a page of the list

# A shape beside the word, so that nobody has to tell a status by its colour.
SHAPES: dict[str, str] = {
    Status.SUPERSEDED: "arrow",
    Status.FIGURES_DIFFER: "unequal",
    Status.CONTESTED: "diamond",
    Status.DENIED: "cross",
    Status.RETRACTED: "struck",
    Status.NO_SOURCE: "square",
    Status.AGREED: "dot",
    Status.ON_RECORD: "target",
    Status.CONCEDED: "dot",
    Status.CORROBORATED: "dot",
    Status.ONE_PARTY: "ring",
    Status.SINGLE_SOURCE: "half",
}
MEANINGS: dict[str, str] = {
    Status.SUPERSEDED: "A newer claim has taken its place. It stays here, marked.",
    Status.FIGURES_DIFFER: "Those who say so give figures that are a quarter or more apart.",
    Status.CONTESTED: "Some say so, others deny it.",
    Status.DENIED: "It is denied, and no source asserts it.",
    Status.RETRACTED: "Those who said so have taken it back.",
    Status.NO_SOURCE: "We or others have stated it, and it is not said who says so.",
    Status.AGREED: "Both sides say so by name.",
    Status.ON_RECORD: "Somebody declared it by name. That it was said is certain, not that it is so.",
    Status.CONCEDED: "Somebody says so by name whose own side it harms.",
    Status.CORROBORATED: "Two or more say so independently, and one has nothing to gain by it.",
    Status.ONE_PARTY: "Only those say so who gain by it.",
    Status.SINGLE_SOURCE: "One says so who has nothing to gain by it, and nobody else.",
}
STATUS_SLUGS: dict[str, str] = {slugify(status): status.value for status in Status}
WHEN = {"minute": day_and_time, "hour": day_and_time, "day": day, "month": month, "year": year}


@dataclass(frozen=True)
class PrintedSide:
    """A side where somebody speaks for it."""

    name: str
    slug: str
    colour: str
    symbol: str


@dataclass(frozen=True)
class Line:
    """One position as it is printed. `interest` is what its speaker's side has to win by it.

    `article` is the address of the article it was entered from, if that is public now and states the
    claim: it may have been a draft, or have been withdrawn.
    """

    position: Position
    sides: Sequence[PrintedSide]
    evidence: Sequence[Evidence]
    interest: Interest
    figure: str
    article: str = ""

    @property
    def said(self) -> str:
        return when(self.position.said_at, self.position.said_precision)

    @property
    def lane(self) -> str:
        if self.position.stance in ASSENT:
            return "asserts"
        return "denies" if self.position.stance == Stance.DENIES else "other"


@dataclass
class PrintedClaim:
    """A claim with all that is printed of it. `lines` are its standing positions in order of time,
    `left_out` how many earlier ones there are; `replaced` are those that no longer count, and
    `appearances` where it is stated, the newest first, unless that was not asked for."""

    claim: Claim
    gains: list[PrintedSide] = field(default_factory=list)
    loses: list[PrintedSide] = field(default_factory=list)
    parties: list[PrintedSide] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    replaced: list[Line] = field(default_factory=list)
    appearances: list[Appearance] = field(default_factory=list)
    left_out: int = 0

    @property
    def shape(self) -> str:
        return SHAPES[self.claim.status]

    @property
    def meaning(self) -> str:
        return MEANINGS[self.claim.status]

    @property
    def why(self) -> str:
        """The explanation without the status before it, as a sentence; empty when there is none."""
        return reason(self.claim.explanation, self.claim.status)

    @property
    def event(self) -> str:
        """When it happened, if it did, in words; empty when nothing is known."""
        start, end = self.claim.event_start, self.claim.event_end
        if start is None:
            return self.claim.event_words
        first = when(start, self.claim.event_precision)
        last = when(end, self.claim.event_precision) if end else first
        return first if first == last else f"{first} to {last}"

    @property
    def asserting(self) -> list[Line]:
        return [line for line in self.lines if line.lane == "asserts"]

    @property
    def denying(self) -> list[Line]:
        return [line for line in self.lines if line.lane == "denies"]

    @property
    def others(self) -> list[Line]:
        return [line for line in self.lines if line.lane == "other"]


@dataclass(frozen=True)
class Change:
    """A line of a claim's log: its status, or a field that an editor amended."""

    at: datetime
    what: str
    before: str
    after: str
    why: str


@dataclass(frozen=True)
class ClaimPage:
    printed: PrintedClaim
    supersedes: Sequence[Claim]
    log: Sequence[Change]


@dataclass(frozen=True)
class ListPage:
    """Some claims, and the numbers of the pages around them; 0 is no page, or the first."""

    claims: Sequence[PrintedClaim]
    counts: Sequence[tuple[str, str, int]]  # slug, status, how many claims have it
    total: int
    older: int = 0
    newer: int = 0


def reason(explanation: str, status: str) -> str:
    """What follows the status, as a sentence: a quotation has its full stop already."""
    words = explanation.removeprefix(f"{status}: ")
    sentence = words[:1].upper() + words[1:]
    return f"{sentence}." if words and not words.endswith("”") else sentence


def when(moment: datetime, precision: str) -> str:
    """A moment in words, no more exact than it is known."""
    return WHEN[precision](moment)


def scaled(figure: int | None, decimals: int) -> int | float | None:
    """A stored figure in its unit: 125 with one decimal is 12.5."""
    return figure if figure is None or not decimals else float(Decimal(figure).scaleb(-decimals))


def claim_page(slug: str) -> ClaimPage:
    """All that the page of a claim shows, in seven queries. Raises Claim.DoesNotExist."""
    found = Claim.objects.filter(Q(slug=slug) | Q(superseded_by__slug=slug))
    family = list(found.select_related("superseded_by").order_by("pk"))
    claim = next((each for each in family if each.slug == slug), None)
    if claim is None:
        raise Claim.DoesNotExist(slug)
    (printed,) = printed_claims([claim], with_articles=True, with_replaced=True)
    return ClaimPage(
        printed,
        [each for each in family if each is not claim],
        log_of(claim),
    )


def log_of(claim: Claim) -> list[Change]:
    """The newest changes of a claim, the newest first, in one query."""
    statuses = StatusChange.objects.filter(claim=claim).annotate(
        what=Cast(Value("status"), TextField()),
        was=Cast("before", TextField()),
        now=Cast("after", TextField()),
        reason=Cast("why", TextField()),
    )
    amendments = Amendment.objects.filter(claim=claim).annotate(
        what=Cast("field", TextField()),
        was=Cast("before", TextField()),
        now=Cast("after", TextField()),
        reason=Cast("why", TextField()),
    )
    columns = ("changed_at", "what", "was", "now", "reason")
    rows = (
        statuses.order_by()
        .values_list(*columns)
        .union(amendments.order_by().values_list(*columns), all=True)
    )
    return [change_of(*row) for row in rows.order_by("-changed_at")[:ON_PAGE]]


def change_of(at: datetime, what: str, before: str, after: str, why: str) -> Change:
    return Change(at, what, before, after, reason(why, after) if what == "status" else why)


def marked_claims(numbers: Iterable[int]) -> dict[int, PrintedClaim]:
    """Claims by their number, as the mark in an article shows them. One that is gone is left out.

    Five queries, however many there are; none for none.
    """
    wanted = set(numbers)
    if not wanted:
        return {}
    claims = Claim.objects.filter(pk__in=wanted).select_related("superseded_by")
    return {each.claim.pk: each for each in printed_claims(claims, ON_MARK)}


def statuses_of(numbers: Iterable[int]) -> dict[int, str]:
    found = Claim.objects.filter(pk__in=set(numbers)).order_by()
    return dict(found.values_list("pk", "status"))


def printed_claims(
    claims: Iterable[Claim],
    most: int = ON_PAGE,
    *,
    with_articles: bool = False,
    with_replaced: bool = False,
) -> list[PrintedClaim]:
    """Each claim with all that is printed of it, at most its newest `most` positions.

    Four queries for all claims together, and one more for the articles.
    """
    printed = {claim.pk: PrintedClaim(claim) for claim in claims}
    if not printed:
        return []
    if with_articles:
        for appearance in appearances_of(printed):
            printed[appearance.claim_id].appearances.append(appearance)
    for claim_id, place in places_of(printed):
        printed[claim_id].places.append(place)
    positions = positions_of(printed, most, with_replaced=with_replaced)
    speaking = fill_sides(printed, [position.pk for position in positions])
    evidence = evidence_of(positions)
    for position in positions:
        owner = printed[position.claim_id]
        line = line_of(position, owner, speaking.get(position.pk, []), evidence)
        if position.is_gone:
            owner.replaced.append(line)
        else:
            owner.lines.append(line)
            owner.left_out = position.of - len(owner.lines)
    return list(printed.values())


def appearances_of(claims: Iterable[int]) -> QuerySet[Appearance]:
    """The newest of each claim."""
    ranked = Appearance.objects.filter(claim__in=list(claims)).annotate(
        rank=Window(RowNumber(), partition_by=F("claim_id"), order_by=F("pk").desc())
    )
    return ranked.filter(rank__lte=ON_PAGE).order_by("-pk")


def positions_of(claims: Iterable[int], most: int, *, with_replaced: bool) -> list[Any]:
    """The newest positions of each claim, in order of time. Each knows whether it `is_gone`, and of
    how many there are."""
    found = Position.objects.filter(claim__in=list(claims)).annotate(
        is_gone=Q(replaced_by__isnull=False) | Q(is_struck=True)
    )
    if not with_replaced:
        found = found.filter(is_gone=False)
    alike = [F("claim_id"), F("is_gone")]
    ranked = found.annotate(
        rank=Window(
            RowNumber(), partition_by=alike, order_by=[F("said_at").desc(), F("pk").desc()]
        ),
        of=Window(Count("pk"), partition_by=alike),
    )
    related = ("speaker", "told_to", "published_by", "same_origin__speaker", "replaced_by")
    shown = ranked.filter(rank__lte=most).select_related(*related)
    return list(shown.order_by("said_at", "pk"))


def fill_sides(
    printed: dict[int, PrintedClaim], positions: Sequence[int]
) -> dict[int, list[PrintedSide]]:
    """Give each claim its sides; return those of each position. One query for all four relations."""
    columns = ("side__name", "side__slug", "side__colour", "side__symbol")
    rows: QuerySet[Any, Any] = (
        PositionSide.objects.filter(position__in=positions)
        .order_by()
        .annotate(role=Cast(Value("speaks"), TextField()), of=F("position_id"))
        .values_list("role", "of", *columns)
    )
    parts = [
        getattr(Claim, role)
        .through._default_manager.filter(claim__in=list(printed))
        .order_by()
        .annotate(role=Cast(Value(role), TextField()), of=F("claim_id"))
        .values_list("role", "of", *columns)
        for role in ("gains", "loses", "parties")
    ]
    speaking: dict[int, list[PrintedSide]] = {}
    for role, number, *words in rows.union(*parts, all=True).order_by("side__name"):
        side = PrintedSide(*words)
        if role == "speaks":
            speaking.setdefault(number, []).append(side)
        else:
            getattr(printed[number], role).append(side)
    return speaking


def places_of(claims: Iterable[int]) -> list[tuple[int, Place]]:
    rows = Claim.places.through._default_manager.filter(claim__in=list(claims))
    return [(row.claim_id, row.place) for row in rows.select_related("place").order_by("pk")]


def evidence_of(positions: Sequence[Position]) -> dict[int, list[Evidence]]:
    found: dict[int, list[Evidence]] = {}
    for each in Evidence.objects.filter(position__in=positions).order_by("pk"):
        found.setdefault(each.position_id, []).append(each)
    return found


def line_of(
    position: Position,
    printed: PrintedClaim,
    sides: Sequence[PrintedSide],
    evidence: dict[int, list[Evidence]],
) -> Line:
    claim = printed.claim
    low, high = position.figure_low, position.figure_high
    figure = figure_words(low, high, claim.decimals, claim.unit)
    won = interest_of(position, sides, printed)
    article = address_of_article(position, printed.appearances)
    return Line(position, sides, evidence.get(position.pk, []), won, figure, article)


def address_of_article(position: Position, appearances: Iterable[Appearance]) -> str:
    if not position.article_key:
        return ""
    public = (each for each in appearances if each.article_key == position.article_key)
    return next((each.article_address for each in public), "")


def interest_of(
    position: Position, sides: Sequence[PrintedSide], printed: PrintedClaim
) -> Interest:
    return interest(
        PositionFacts(Stance(position.stance), str(position.speaker_id or ""), sides=names(sides)),
        ClaimFacts(gains=names(printed.gains), loses=names(printed.loses)),
    )


def names(sides: Iterable[PrintedSide]) -> frozenset[str]:
    return frozenset(side.name for side in sides)


def list_page(status: str = "", number: int | None = None) -> ListPage:
    """A page of the list of claims, of one status or of all: the newest, or block `number`.

    Blocks are counted from the oldest claim, so that an address keeps its claims for as long as
    they keep their status. Raises LookupError when there is no such block or it belongs to the
    first page. Three queries.
    """
    by_status = dict(Claim.objects.order_by().values_list("status").annotate(Count("pk")))
    counts = [
        (slug, word, by_status[word]) for slug, word in STATUS_SLUGS.items() if word in by_status
    ]
    total = sum(by_status.values())
    count = by_status.get(status, 0) if status else total
    last = max(1, -(-count // LIST_BLOCK))
    # The first page is the last block, and the one before while that fills up.
    first = last - 1 if last > 1 and count % LIST_BLOCK else last
    claims = Claim.objects.filter(status=status) if status else Claim.objects.all()
    claims = claims.prefetch_related("places").order_by("-pk")
    if number is None:
        newest = claims[: count - (first - 1) * LIST_BLOCK]
        return ListPage(in_list(newest), counts, total, older=first - 1)
    if not 1 <= number < first:
        raise LookupError(number)
    block = claims[count - number * LIST_BLOCK : count - (number - 1) * LIST_BLOCK]
    newer = number + 1 if number < first - 1 else 0
    return ListPage(in_list(block), counts, total, older=number - 1, newer=newer)


def in_list(claims: Iterable[Claim]) -> list[PrintedClaim]:
    """Without positions and sides, which a list does not show."""
    return [PrintedClaim(claim, places=list(claim.places.all())) for claim in claims]
