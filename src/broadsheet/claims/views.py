from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from broadsheet.claims import pages
from broadsheet.claims.jsonld import claim_node, context
from broadsheet.claims.models import Claim
from broadsheet.claims.ranges import ranges_of
from broadsheet.claims.timeline import timeline_of
from broadsheet.theme.pages import public_page


@public_page
def claim_list(
    request: HttpRequest, status: str | None = None, number: int | None = None
) -> HttpResponse:
    if status and status not in pages.STATUS_SLUGS:
        raise Http404("No such status")
    word = pages.STATUS_SLUGS[status] if status else ""
    try:
        listed = pages.list_page(word, number)
    except LookupError as missing:
        raise Http404("No such page") from missing
    words = {
        "listed": listed,
        "status": word,
        "status_slug": status,
        "number": number,
        "shapes": pages.SHAPES,
        "meanings": pages.MEANINGS,
    }
    return render(request, "broadsheet/claims/list.html", words)


@public_page
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    page = found(slug)
    facts = {"@context": context()} | claim_node(page.printed, page.printed.appearances)
    return render(request, "broadsheet/claims/claim.html", drawn(page) | {"facts": facts})


@public_page
def embed(request: HttpRequest, slug: str) -> HttpResponse:
    """For a frame on somebody else's page: see `FRAMED_POLICY` in lib/headers.py."""
    return render(request, "broadsheet/claims/embed.html", drawn(found(slug)))


def found(slug: str) -> pages.ClaimPage:
    try:
        return pages.claim_page(slug)
    except Claim.DoesNotExist as missing:
        raise Http404("No such claim") from missing


def drawn(page: pages.ClaimPage) -> dict[str, Any]:
    claim, lines = page.printed.claim, page.printed.lines
    return {
        "page": page,
        "printed": page.printed,
        "claim": claim,
        "timeline": timeline_of(claim, lines),
        "ranges": ranges_of(claim, lines),
        "shapes": pages.SHAPES,
    }
