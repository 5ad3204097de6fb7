"""Claims for machines: schema.org's `Claim`, and our own terms (`bs:`) for what it lacks.

No `ClaimReview`: that is a verdict of a person, and a status is none.
The terms are explained in docs/reference/claims-api.md.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from broadsheet.claims.models import Actor, Appearance, Place
from broadsheet.claims.pages import Line, PrintedClaim, scaled
from broadsheet.theme.formats import iso

KINDS = {
    Actor.Kind.PERSON: "Person",
    Actor.Kind.OFFICE: "Organization",
    Actor.Kind.GROUP: "Organization",
    Actor.Kind.INSTITUTION: "Organization",
    Actor.Kind.UNNAMED: "Person",
}
Node = dict[str, Any]


def context() -> list[Any]:
    """What our own terms mean: the page of the list of claims, where the words are explained."""
    return ["https://schema.org", {"bs": f"{absolute(reverse('claims:list'))}#"}]


def claim_node(printed: PrintedClaim, appearances: Iterable[Appearance] = ()) -> Node:
    claim = printed.claim
    return without_empty(
        {
            "@type": "Claim",
            "@id": claim_address(claim.slug),
            "url": claim_address(claim.slug),
            "text": claim.sentence,
            "temporalCoverage": period(printed),
            "datePublished": iso(claim.created_at),
            "dateModified": iso(claim.changed_at),
            "spatialCoverage": [place_node(place) for place in printed.places],
            "appearance": [appearance_node(each) for each in first_of_each(appearances)],
            "bs:kind": claim.kind,
            "bs:status": claim.status,
            "bs:explanation": claim.explanation,
            "bs:flag": claim.flags,
            "bs:gains": [side.name for side in printed.gains],
            "bs:loses": [side.name for side in printed.loses],
            "bs:party": [side.name for side in printed.parties],
            "bs:supersededBy": superseding(printed),
            "bs:position": [position_node(line, claim.decimals) for line in printed.lines],
        }
    )


def position_node(line: Line, decimals: int) -> Node:
    position = line.position
    return without_empty(
        {
            "bs:stance": position.stance,
            "bs:scope": position.scope,
            "author": speaker_node(position.speaker),
            "bs:unnamed": position.is_unnamed,
            "bs:count": position.people,
            "bs:side": [side.name for side in line.sides],
            "bs:interest": line.interest.value,
            "bs:toldTo": outlet_node(position.told_to),
            "bs:publishedBy": outlet_node(position.published_by),
            "bs:saidAt": iso(position.said_at),
            "bs:saidPrecision": position.said_precision,
            "text": position.words,
            "bs:verbatim": position.is_verbatim,
            "bs:low": scaled(position.figure_low, decimals),
            "bs:high": scaled(position.figure_high, decimals),
            "citation": [each.link for each in line.evidence if each.link],
        }
    )


def speaker_node(speaker: Actor | None) -> Node | None:
    """Nobody for the article itself. Of somebody unnamed there is only what is said of them."""
    if speaker is None:
        return None
    kind = KINDS[Actor.Kind(speaker.kind)]
    if speaker.is_unnamed or not speaker.description:
        return {"@type": kind, "name": speaker.label}
    role = "jobTitle" if kind == "Person" else "description"
    return {"@type": kind, "name": speaker.name, role: speaker.description}


def outlet_node(outlet: Any) -> Node | None:
    return {"@type": "NewsMediaOrganization", "name": outlet.name} if outlet else None


def place_node(place: Place) -> Node:
    geo = None
    if place.latitude is not None:
        geo = {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    number = place.geonames_id
    return without_empty(
        {
            "@type": "Place",
            "name": place.label,
            "geo": geo,
            "bs:precision": place.precision,
            "sameAs": f"https://sws.geonames.org/{number}/" if number else None,
        }
    )


def appearance_node(appearance: Appearance) -> Node:
    address = absolute(appearance.article_address)
    return {"@type": "NewsArticle", "@id": address, "headline": appearance.article_headline}


def first_of_each(appearances: Iterable[Appearance]) -> list[Appearance]:
    """One for each article, however often it states the claim."""
    return list({each.article_key: each for each in appearances}.values())


def period(printed: PrintedClaim) -> str | None:
    """The days of the event as ISO 8601 has them."""
    claim = printed.claim
    if claim.event_start is None or claim.event_latest is None:
        return None
    start, end = claim.event_start.date().isoformat(), claim.event_latest.date().isoformat()
    return start if start == end else f"{start}/{end}"


def superseding(printed: PrintedClaim) -> Node | None:
    newer = printed.claim.superseded_by
    return {"@id": claim_address(newer.slug)} if newer else None


def without_empty(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}


def claim_address(slug: str) -> str:
    return absolute(reverse("claims:claim", args=[slug]))


def absolute(address: str) -> str:
    return f"{settings.BROADSHEET_SITE_URL}{address}"
