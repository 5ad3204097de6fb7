"""Reading claims: few queries each, however many positions there are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from broadsheet.claims.facts import ClaimFacts, PositionFacts
from broadsheet.claims.models import (
    HEADLINE,
    Actor,
    Amendment,
    Appearance,
    Claim,
    Place,
    Position,
    PositionSide,
    StatusChange,
)
from broadsheet.claims.times import latest
from broadsheet.claims.words import Kind, Scope, Stance

ON_MARK = 12  # positions of one claim that the mark in an article shows
ON_PAGE = 200  # and those on its own page
ASSENT = {Stance.ASSERTS, Stance.CONFIRMS}

FACTS = (
    *("pk", "stance", "scope", "speaker_id", "speaker__kind", "speaker__name"),
    *("speaker__description", "people", "told_to__name", "published_by__name", "figure_low"),
    *("figure_high", "same_origin__speaker_id", "paragraph", "said_at", "said_precision"),
)
BoundingBox = tuple[float, float, float, float]  # west, south, east, north, in degrees


@dataclass(frozen=True)
class Lanes:
    """Positions that stand, in order of time: those who assert or confirm, those who deny, and the
    others. `left_out` is how many earlier ones there are besides."""

    asserting: list[Position] = field(default_factory=list)
    denying: list[Position] = field(default_factory=list)
    others: list[Position] = field(default_factory=list)
    left_out: int = 0


@dataclass(frozen=True)
class ClaimInArticle:
    """A claim with the places in one article where it is stated."""

    claim: Claim
    appearances: list[Appearance]
    lanes: Lanes


@dataclass(frozen=True)
class ClaimPage:
    """All that the page of a claim shows. `replaced` are positions that no longer count, with the
    rows that replaced them."""

    claim: Claim
    lanes: Lanes
    replaced: list[Position]
    appearances: list[Appearance]
    status_changes: list[StatusChange]
    amendments: list[Amendment]


@dataclass(frozen=True)
class ClaimFilter:
    """What a list of claims is narrowed down to; what is left empty does not narrow.

    `side` and `outlet` are slugs, `article` the key or the address of an article, `since` and
    `until` bound the time of the event, and what has no time is left out then.
    """

    statuses: Sequence[str] = ()
    kinds: Sequence[str] = ()
    side: str = ""
    outlet: str = ""
    article: str = ""
    since: datetime | None = None
    until: datetime | None = None
    bbox: BoundingBox | None = None


def facts_of(claim: Claim) -> ClaimFacts:
    """What the rule goes in by: three queries for the sides of the claim, two for its positions."""
    return ClaimFacts(
        kind=Kind(claim.kind),
        gains=names_of(claim.gains),
        loses=names_of(claim.loses),
        parties=names_of(claim.parties),
        superseded_by=claim.superseded_by.sentence if claim.superseded_by else "",
        unit=claim.unit,
        decimals=claim.decimals,
        positions=position_facts(claim),
    )


def names_of(sides: Any) -> frozenset[str]:
    return frozenset(sides.values_list("name", flat=True))


def position_facts(claim: Claim) -> list[PositionFacts]:
    rows = list(standing(claim.positions.all()).order_by("said_at", "pk").values_list(*FACTS))
    speaks = Counter(row[3] for row in rows)
    sides = sides_by_position(claim)
    zone = timezone.get_current_timezone()  # asked for once: ten thousand times is half the work
    return [facts_of_row(row, sides, zone if speaks[row[3]] > 1 else None) for row in rows]


def sides_by_position(claim: Claim) -> dict[int, frozenset[str]]:
    pairs = PositionSide.objects.filter(position__claim=claim).order_by()
    sides: dict[int, frozenset[str]] = {}
    for number, name in pairs.values_list("position_id", "side__name"):
        sides[number] = sides.get(number, frozenset()) | {name}
    return sides


def facts_of_row(
    row: tuple[Any, ...], sides: dict[int, frozenset[str]], zone: tzinfo | None
) -> PositionFacts:
    """`zone` is that of the paper; None when nobody has to know until when it can have been said."""
    number, stance, scope, speaker, kind, name, description, people, told_to, *rest = row
    published_by, low, high, root, paragraph, said_at, precision = rest
    is_unnamed = kind == Actor.Kind.UNNAMED
    return PositionFacts(
        stance=STANCE[stance],
        speaker=str(speaker) if speaker else "",
        label=(description if is_unnamed else name) or "",
        sides=sides.get(number, frozenset()),
        is_unnamed=is_unnamed,
        people=people,
        told_to=told_to or "",
        published_by=published_by or "",
        scope=SCOPE[scope],
        figure_low=low,
        figure_high=high,
        echoes=str(root) if root else "",
        in_headline=paragraph == HEADLINE,
        number=number,
        said_at=said_at,
        said_until=latest(said_at.astimezone(zone), precision) if zone else None,
    )


# Quicker than to ask the class for a member by its value, ten thousand times.
STANCE = {stance.value: stance for stance in Stance}
SCOPE = {scope.value: scope for scope in Scope}


def standing(positions: QuerySet[Position]) -> QuerySet[Position]:
    """Those that count: neither replaced nor taken away."""
    return positions.filter(replaced_by=None, is_struck=False)


def lanes_of(claims: Iterable[Claim], most: int = ON_PAGE) -> dict[int, Lanes]:
    """The standing positions of each claim by its number, at most the newest `most` of each.

    Three queries for all claims together.
    """
    numbers = [claim.pk for claim in claims]
    ranked = standing(Position.objects.filter(claim__in=numbers)).annotate(
        rank=Window(
            RowNumber(), partition_by=F("claim_id"), order_by=[F("said_at").desc(), F("pk").desc()]
        ),
        of=Window(Count("pk"), partition_by=F("claim_id")),
    )
    positions: dict[int, list[Position]] = {number: [] for number in numbers}
    for position in with_speakers(ranked.filter(rank__lte=most)).order_by("said_at", "pk"):
        positions[position.claim_id].append(position)
    return {number: in_lanes(found) for number, found in positions.items()}


def in_lanes(positions: Sequence[Any]) -> Lanes:
    """`positions` know how many there are in all, as `of`."""
    return Lanes(
        [each for each in positions if each.stance in ASSENT],
        [each for each in positions if each.stance == Stance.DENIES],
        [each for each in positions if each.stance not in {*ASSENT, Stance.DENIES}],
        positions[0].of - len(positions) if positions else 0,
    )


def with_speakers(positions: QuerySet[Position]) -> QuerySet[Position]:
    """With all that is printed of a position, in three queries."""
    related = positions.select_related("speaker__side", "told_to__owner_side", "published_by")
    return related.prefetch_related("sides", "evidence")


def claims_of_article(article: str) -> list[ClaimInArticle]:
    """The claims that an article states, by its key or its address, in the order of their noting.

    At most `ON_MARK` positions of each. Seven queries, however many claims there are.
    """
    here = Appearance.objects.filter(Q(article_key=article) | Q(article_address=article))
    claims = list(
        with_sides(Claim.objects.filter(Exists(here.filter(claim=OuterRef("pk")))))
        .prefetch_related(Prefetch("appearances", here.order_by("pk"), to_attr="here"))
        .order_by("pk")
    )
    lanes = lanes_of(claims, ON_MARK)
    return [ClaimInArticle(claim, claim.here, lanes[claim.pk]) for claim in claims]


def articles_with(claim_id: int) -> list[str]:
    """The addresses of the articles of ours in which a claim appears."""
    ours = Appearance.objects.filter(claim=claim_id, article_address__startswith="/").order_by()
    return list(ours.values_list("article_address", flat=True).distinct())


def with_sides(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """With what is shown of a claim everywhere, in five queries."""
    return claims.select_related("superseded_by").prefetch_related(
        "gains", "loses", "parties", "places"
    )


def claim_page(slug: str) -> ClaimPage:
    """All that the page of a claim shows, at most the newest `ON_PAGE` of each sort.

    Raises Claim.DoesNotExist.
    """
    claim = with_sides(Claim.objects.all()).get(slug=slug)
    gone = claim.positions.filter(Q(replaced_by__isnull=False) | Q(is_struck=True))
    return ClaimPage(
        claim,
        lanes_of([claim])[claim.pk],
        list(with_speakers(gone.select_related("replaced_by")).order_by("pk")[:ON_PAGE]),
        list(claim.appearances.all()[:ON_PAGE]),
        list(claim.status_changes.order_by("-pk")[:ON_PAGE]),
        list(claim.amendments.order_by("-pk")[:ON_PAGE]),
    )


def status_changes() -> QuerySet[StatusChange]:
    """Every change of a status, the newest first."""
    return StatusChange.objects.select_related("claim").order_by("-changed_at", "-pk")


def find_claims(wanted: ClaimFilter) -> QuerySet[Claim]:
    """The claims that a filter lets through, each once, those changed last first."""
    claims = with_sides(Claim.objects.all()).order_by("-changed_at", "-pk")
    if wanted.statuses:
        claims = claims.filter(status__in=wanted.statuses)
    if wanted.kinds:
        claims = claims.filter(kind__in=wanted.kinds)
    if wanted.side:
        claims = claims.filter(concerns_side(wanted.side))
    if wanted.outlet:
        here = Q(told_to__slug=wanted.outlet) | Q(published_by__slug=wanted.outlet)
        claims = claims.filter(Exists(positions_of_outer().filter(here)))
    if wanted.article:
        here = Q(article_key=wanted.article) | Q(article_address=wanted.article)
        claims = claims.filter(Exists(Appearance.objects.filter(here, claim=OuterRef("pk"))))
    if wanted.since:
        claims = claims.filter(
            Q(event_end__gte=wanted.since) | Q(event_end=None, event_start__gte=wanted.since)
        )
    if wanted.until:
        claims = claims.filter(event_start__lte=wanted.until)
    if wanted.bbox:
        claims = claims.filter(Exists(places_within(wanted.bbox).filter(claims=OuterRef("pk"))))
    return claims


def positions_of_outer() -> QuerySet[Position]:
    return standing(Position.objects.filter(claim=OuterRef("pk"))).order_by()


def concerns_side(slug: str) -> Q:
    """The side gains or loses by the claim, is party to it, or somebody speaks for it."""
    tables = [Claim.gains.through, Claim.loses.through, Claim.parties.through]
    concerned = Q(Exists(positions_of_outer().filter(sides__slug=slug)))
    for table in tables:
        rows = table._default_manager.filter(claim=OuterRef("pk"), side__slug=slug)
        concerned |= Q(Exists(rows))
    return concerned


def places_within(bbox: BoundingBox) -> QuerySet[Place]:
    """Places in a box of degrees. One whose west is east of its east crosses the 180th meridian."""
    west, south, east, north = bbox
    places = Place.objects.filter(latitude__gte=south, latitude__lte=north).order_by()
    if west <= east:
        return places.filter(longitude__gte=west, longitude__lte=east)
    return places.filter(Q(longitude__gte=west) | Q(longitude__lte=east))
