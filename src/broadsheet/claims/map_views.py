"""Maps of claims, day by day, and the figures of one claim. Files, each of them."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from broadsheet.claims.map.figures import figures_page
from broadsheet.claims.map.known import TONES
from broadsheet.claims.map.page import MapPage, NothingSaid, address_of, map_page
from broadsheet.claims.models import Claim, Place
from broadsheet.claims.pages import SHAPES
from broadsheet.theme.pages import public_page


def day_of(words: str) -> date:
    return date.fromisoformat(words)


def words_of(day: date) -> str:
    return day.isoformat()


@public_page
def latest(request: HttpRequest) -> HttpResponse:
    return render_map(request, map_page())


@public_page
def day(request: HttpRequest, day: date) -> HttpResponse:
    """A day on which nothing was said looks as the one before: it leads there."""
    try:
        return render_map(request, map_page(day))
    except NothingSaid as nothing:
        if nothing.before is None:
            raise Http404("Nothing had been said by then") from nothing
        return redirect(address_of(nothing.before))


@public_page
def near(request: HttpRequest, day: date, place_id: int) -> HttpResponse:
    place = get_object_or_404(Place, pk=place_id)
    try:
        page = map_page(day, place)
    except LookupError as missing:
        raise Http404("No claims there") from missing
    return render_map(request, page)


def render_map(request: HttpRequest, page: MapPage) -> HttpResponse:
    context = {"page": page, "shapes": SHAPES, "tones": TONES}
    return render(request, "broadsheet/claims/map.html", context)


@public_page
def figures(request: HttpRequest, slug: str) -> HttpResponse:
    claim = get_object_or_404(Claim, slug=slug)
    page = figures_page(claim)
    if not page.rows:
        raise Http404("Nobody has given a figure")
    return render(request, "broadsheet/claims/figures.html", {"page": page, "claim": claim})
