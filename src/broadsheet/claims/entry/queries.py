"""What the form offers: claims to add to, sides, and those who spoke before."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from broadsheet.claims.models import Actor, Claim, Outlet, Position, Side

RECENT = 8
OFFERED_SIDES = 24
KNOWN = 500  # names that a field completes; more than that are found at the desk


@dataclass(frozen=True)
class OfferedClaims:
    """Claims to which a position can be added: those of this article first, in its order."""

    here: list[Claim]
    recent: list[Claim]

    @property
    def all(self) -> list[Claim]:
        return [*self.here, *self.recent]


@dataclass(frozen=True)
class KnownSources:
    actors: list[Actor]
    outlets: list[Outlet]
    sides: list[Side]


def offered_claims(article_key: str, marked: Sequence[int]) -> OfferedClaims:
    """`marked` are the claims of which a mark stands in the text at this moment, in its order."""
    order = {number: place for place, number in enumerate(marked)}
    here = list(Claim.objects.filter(in_article(article_key) | Q(pk__in=marked)).distinct())
    here.sort(key=lambda claim: (order.get(claim.pk, len(order)), claim.pk))
    recent = Claim.objects.exclude(pk__in=[claim.pk for claim in here])
    return OfferedClaims(here, list(recent.filter(superseded_by=None)[:RECENT]))


def in_article(article_key: str) -> Q:
    if not article_key:
        return Q(pk__in=[])
    return Q(appearances__article_key=article_key) | Q(positions__article_key=article_key)


def offered_sides(article_key: str, marked: Sequence[int]) -> list[Side]:
    """Sides, those of this article's claims first, then those that most speak for."""
    here = Claim.objects.filter(in_article(article_key) | Q(pk__in=marked)).values("pk")
    used = set(
        Side.objects.filter(
            Q(claims_gained__in=here) | Q(claims_lost__in=here) | Q(positions__claim__in=here)
        ).values_list("pk", flat=True)
    )
    sides: list[Side] = list(Side.objects.annotate(n=Count("positions")).order_by("-n", "name"))
    return sorted(sides, key=lambda side: side.pk not in used)[:OFFERED_SIDES]


def known_sources() -> KnownSources:
    """Names to complete. Unnamed sources are not among them: none is the same as another."""
    named = Actor.objects.exclude(kind=Actor.Kind.UNNAMED).select_related("side")
    return KnownSources(
        list(named.annotate(said=Count("positions")).order_by("-said", "name")[:KNOWN]),
        list(Outlet.objects.all()[:KNOWN]),
        list(Side.objects.all()[:KNOWN]),
    )


def unnamed_of(claim: Claim | int) -> list[Actor]:
    """The unnamed sources that took a position on a claim, each of which may speak again."""
    spoke = Position.objects.filter(claim=claim).values("speaker")
    return list(Actor.objects.filter(kind=Actor.Kind.UNNAMED, pk__in=spoke))


def side_called(name: str) -> Side | None:
    return Side.objects.filter(same_name(name)).first()


def outlet_called(name: str) -> Outlet | None:
    return Outlet.objects.filter(same_name(name)).first()


def actor_called(name: str, description: str = "") -> Actor | None:
    """The named actor; of two with one name the one described so, else the one who spoke last."""
    called = Actor.objects.exclude(kind=Actor.Kind.UNNAMED).filter(same_name(name))
    if description and (same := called.filter(description__iexact=description).first()):
        return same
    return called.order_by("-positions__pk", "-pk").first()


def same_name(name: str) -> Q:
    """With or without "the"."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return Q(name__iexact=bare) | Q(name__iexact=f"the {bare}")
