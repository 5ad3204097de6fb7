"""Claims as data for everybody: docs/reference/claims-api.md. Only reads; no account is needed."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from io import StringIO
from typing import Annotated, Any

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from ninja import Field, NinjaAPI, Query, Schema
from ninja.errors import HttpError

from broadsheet.claims import pages
from broadsheet.claims.dump import newest_dump
from broadsheet.claims.jsonld import absolute, claim_address
from broadsheet.claims.models import Appearance, Claim, Place, Position
from broadsheet.claims.pages import scaled
from broadsheet.claims.queries import (
    ON_MARK,
    BoundingBox,
    ClaimFilter,
    find_claims,
    places_within,
    standing,
)
from broadsheet.claims.records import (
    ClaimsPage,
    ClaimWithHistory,
    claim_record,
    claim_with_history,
)
from broadsheet.claims.words import Kind, Status
from broadsheet.theme.formats import iso

DEFAULT_PER_PAGE, MOST_PER_PAGE = 50, 200
FEATURES, ROWS = 2_000, 5_000  # claims of one page of GeoJSON, positions of one of CSV
LAST_PAGE = 100_000
CACHE = "public, max-age=60"
YEARS = range(1000, 9000)  # beyond, a time zone may lead out of what a database can hold
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for one

COLUMNS = (
    *("claim", "sentence", "status", "position", "stance", "scope", "speaker", "unnamed"),
    *("people", "sides", "told_to", "publisher", "said_at", "said_prec", "event_start"),
    *("event_end", "date_prec", "where", "where_prec", "latitude", "longitude"),
    *("low", "best", "high", "unit", "words", "verbatim", "article"),
)


class ClaimsAPI(NinjaAPI):
    """Any page may read what it answers, and any cache may keep it for a minute."""

    def create_temporal_response(self, request: HttpRequest) -> HttpResponse:
        return open_to_all(super().create_temporal_response(request))


def open_to_all(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = CACHE
    return response


# No page of documentation: the one that comes along loads its script from elsewhere.
api = ClaimsAPI(
    title="Claims",
    version="1",
    description="Who says what, through whom, who denies it, and what follows.",
    urls_namespace="claims-api",
    docs_url=None,
)

Word = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]
Numbers = Annotated[str, Field(max_length=100, pattern=r"^(-?[0-9.]+(,-?[0-9.]+){3})?$")]


def answers(content_type: str) -> dict[str, Any]:
    """What OpenAPI is told of an answer that is not JSON of a schema of ours."""
    return {"responses": {200: {"description": "OK", "content": {content_type: {}}}}}


class Filters(Schema):
    status: list[Status] = Field(default_factory=list, max_length=len(Status))
    kind: list[Kind] = Field(default_factory=list, max_length=len(Kind))
    bbox: Numbers = Field("", description="West, south, east and north in degrees: 60,29,75,39.")
    since: datetime | date | None = Field(
        None, alias="from", description="It is said to have happened then or later."
    )
    until: datetime | date | None = Field(
        None, alias="to", description="It is said to have happened then or earlier."
    )
    side: Word = Field("", description="The slug of a side that it concerns.")
    outlet: Word = Field("", description="The slug of an outlet through which it came.")
    article: Word = Field("", description="The path of an article that states it.")
    claim: Word = Field("", description="The slug of one claim.")
    page: int = Field(1, ge=1, le=LAST_PAGE)


class ListFilters(Filters):
    per_page: int = Field(DEFAULT_PER_PAGE, ge=1, le=MOST_PER_PAGE)


@api.get("/claims/", response=ClaimsPage, tags=["claims"])
def list_claims(request: HttpRequest, filters: Query[ListFilters]) -> ClaimsPage:
    """Claims, those changed last first, each with its newest twelve positions."""
    found = claims_through(filters)
    count = found.count()
    last = max(1, -(-count // filters.per_page))
    start = (filters.page - 1) * filters.per_page
    printed = pages.printed_claims(
        found[start : start + filters.per_page], ON_MARK, with_articles=True
    )
    return ClaimsPage(
        count=count,
        page=filters.page,
        pages=last,
        next=address_of_page(request, filters.page + 1) if filters.page < last else None,
        previous=address_of_page(request, filters.page - 1) if filters.page > 1 else None,
        claims=[claim_record(each) for each in printed],
    )


@api.get("/claims.geojson", tags=["claims"], openapi_extra=answers("application/geo+json"))
def geojson(request: HttpRequest, filters: Query[Filters]) -> HttpResponse:
    """One feature for each claim and place with coordinates; 2,000 claims a page."""
    bbox = box(filters.bbox)
    found = claims_through(filters).filter(places__latitude__isnull=False).distinct()
    claims, is_last = one_page(found.prefetch_related("places"), filters.page, FEATURES)
    within = set(places_within(bbox).values_list("pk", flat=True)) if bbox else None
    features = [
        feature(claim, place)
        for claim in claims
        for place in claim.places.all()
        if place.latitude is not None and (within is None or place.pk in within)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    response = JsonResponse(collection, content_type="application/geo+json")
    return linked(open_to_all(response), request, filters.page, is_last=is_last)


@api.get("/claims.csv", tags=["claims"], openapi_extra=answers("text/csv"))
def table(request: HttpRequest, filters: Query[Filters]) -> HttpResponse:
    """One line for each position that counts; 5,000 lines a page.

    `best` is a figure that was given exactly. There is no mean of `low` and `high`.
    """
    claims = claims_through(filters).order_by()
    found = standing(Position.objects.filter(claim__in=claims.values("pk"))).order_by("pk")
    related = found.select_related("claim", "speaker", "told_to", "published_by")
    shown = related.prefetch_related("sides", "claim__places")
    positions, is_last = one_page(shown, filters.page, ROWS)
    articles = public_articles(positions)
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in row(position, articles)] for position in positions)
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    return linked(open_to_all(response), request, filters.page, is_last=is_last)


@api.get("/claims.jsonl.gz", tags=["claims"], openapi_extra=answers("application/gzip"))
def dump(request: HttpRequest) -> HttpResponse:
    """The newest nightly dump: every claim with all positions that count, one a line."""
    name = newest_dump()
    if name is None:
        raise Http404("No dump has been made yet")
    return open_to_all(HttpResponseRedirect(default_storage.url(name)))


@api.get("/claims/{slug}", response=ClaimWithHistory, tags=["claims"])
def one_claim(request: HttpRequest, slug: str) -> ClaimWithHistory:
    """A claim with its positions, the articles that state it, and all that changed."""
    try:
        return claim_with_history(pages.claim_page(slug))
    except Claim.DoesNotExist:
        raise Http404("No such claim") from None


def claims_through(filters: Filters) -> QuerySet[Claim]:
    found = find_claims(
        ClaimFilter(
            statuses=filters.status,
            kinds=filters.kind,
            side=filters.side,
            outlet=filters.outlet,
            article=filters.article,
            since=moment(filters.since, time.min),
            until=moment(filters.until, time.max),
            bbox=box(filters.bbox),
        )
    ).prefetch_related(None)
    return found.filter(slug=filters.claim) if filters.claim else found


def box(numbers: str) -> BoundingBox | None:
    if not numbers:
        return None
    try:
        west, south, east, north = (float(number) for number in numbers.split(","))
    except ValueError:
        raise HttpError(422, "bbox is four numbers: west, south, east, north.") from None
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise HttpError(422, "bbox is west, south, east, north; south is not above north.")
    return west, south, east, north


def moment(given: date | None, at: time) -> datetime | None:
    """A day begins or ends at `at`, in the time zone of the paper."""
    if given is None:
        return None
    if given.year not in YEARS:
        raise HttpError(422, "That is too long ago or too far away.")
    found = given if isinstance(given, datetime) else datetime.combine(given, at)
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def one_page(found: QuerySet[Any], number: int, size: int) -> tuple[list[Any], bool]:
    """The rows of a page, and whether there are no more."""
    start = (number - 1) * size
    rows = list(found[start : start + size + 1])
    return rows[:size], len(rows) <= size


def linked(
    response: HttpResponse, request: HttpRequest, page: int, *, is_last: bool
) -> HttpResponse:
    if not is_last:
        response["Link"] = f'<{address_of_page(request, page + 1)}>; rel="next"'
        response["Access-Control-Expose-Headers"] = "Link"
    return response


def address_of_page(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return absolute(f"{request.path}?{query.urlencode()}")


def feature(claim: Claim, place: Place) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            "slug": claim.slug,
            "address": claim_address(claim.slug),
            "sentence": claim.sentence,
            "kind": claim.kind,
            "status": claim.status,
            "flags": claim.flags,
            "event_start": iso(claim.event_start) if claim.event_start else None,
            "event_end": iso(claim.event_end) if claim.event_end else None,
            "date_prec": claim.event_precision,
            "where": place.label,
            "where_prec": place.precision,
        },
    }


def public_articles(positions: Iterable[Position]) -> dict[str, str]:
    """The addresses by key of the articles they were entered from, as far as those are public."""
    keys = {position.article_key for position in positions if position.article_key}
    found = Appearance.objects.filter(article_key__in=keys).order_by()
    return dict(found.values_list("article_key", "article_address").distinct())


def row(position: Position, articles: Mapping[str, str]) -> list[Any]:
    """The values of `COLUMNS`. Where there are several places, the coordinates are of the first."""
    claim, speaker = position.claim, position.speaker
    places = list(claim.places.all())
    first = places[0] if places else None
    low, high = position.figure_low, position.figure_high
    return [
        *(claim.slug, claim.sentence, claim.status, position.pk, position.stance, position.scope),
        *(speaker.label if speaker else "", position.is_unnamed, position.people),
        "; ".join(side.name for side in position.sides.all()),
        position.told_to.name if position.told_to else "",
        position.published_by.name if position.published_by else "",
        *(iso(position.said_at), position.said_precision),
        iso(claim.event_start) if claim.event_start else "",
        iso(claim.event_end) if claim.event_end else "",
        claim.event_precision if claim.event_start else "",
        "; ".join(place.label for place in places),
        *((first.precision, first.latitude, first.longitude) if first else ("", "", "")),
        scaled(low, claim.decimals),
        scaled(low, claim.decimals) if low == high else None,
        scaled(high, claim.decimals),
        *(claim.unit, position.words, position.is_verbatim),
        absolute(articles[position.article_key]) if position.article_key in articles else "",
    ]


def cell(value: Any) -> Any:
    """A value as a spreadsheet takes it for what it is: never a formula, never "None"."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
