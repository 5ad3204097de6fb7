"""Claims as data: the shapes that the API and the dump give out, and how they are filled."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ninja import Field, Schema

from broadsheet.claims.jsonld import absolute, claim_address
from broadsheet.claims.models import Appearance, Claim, Outlet, Place
from broadsheet.claims.pages import Change, ClaimPage, Line, PrintedClaim, PrintedSide, scaled
from broadsheet.claims.rule import Interest
from broadsheet.claims.times import TimePrecision
from broadsheet.claims.words import Flag, Kind, Scope, Stance, Status


class SideRecord(Schema):
    slug: str
    name: str


class OutletRecord(Schema):
    slug: str
    name: str
    kind: str


class SpeakerRecord(Schema):
    """Of somebody unnamed, `name` is how they are described; nothing else is known to us."""

    name: str
    description: str
    kind: str
    unnamed: bool


class EvidenceRecord(Schema):
    title: str
    link: str
    sha256: str = Field(description="Of a file that we keep; the file itself is not public.")


class PositionRecord(Schema):
    id: int
    stance: Stance
    scope: Scope
    speaker: SpeakerRecord | None = Field(description="Null: the article itself says so.")
    unnamed_why: str
    people: int
    sides: list[SideRecord]
    interest: Interest
    told_to: OutletRecord | None
    published_by: OutletRecord | None
    words: str
    verbatim: bool
    said_at: datetime = Field(description="Where a span begins that is as long as the precision.")
    said_precision: TimePrecision
    low: int | float | None = Field(description="Null with a high figure: open below.")
    high: int | float | None = Field(description="Null with a low figure: open above.")
    same_origin: int | None = Field(description="The position that goes back to the same root.")
    evidence: list[EvidenceRecord]
    article: str | None = Field(description="It was entered from, if that is public now.")


class ReplacedRecord(PositionRecord):
    replaced_by: int | None = Field(description="Null for the row that took another one away.")
    replaced_why: str


class PlaceRecord(Schema):
    label: str
    precision: str
    latitude: float | None
    longitude: float | None
    country: str
    admin_unit: str
    geonames_id: int | None


class EventRecord(Schema):
    start: datetime | None
    end: datetime | None
    precision: TimePrecision
    words: str


class ClaimRecord(Schema):
    slug: str
    address: str
    sentence: str
    kind: Kind
    status: Status
    status_since: datetime
    explanation: str
    flags: list[Flag]
    note: str
    event: EventRecord
    unit: str
    gains: list[SideRecord]
    loses: list[SideRecord]
    parties: list[SideRecord]
    places: list[PlaceRecord]
    superseded_by: str | None
    created_at: datetime
    changed_at: datetime
    positions: list[PositionRecord] = Field(description="Those that count, in order of time.")
    positions_left_out: int = Field(description="How many earlier ones there are besides.")


class AppearanceRecord(Schema):
    article: str
    headline: str
    words: str


class ChangeRecord(Schema):
    at: datetime
    what: str
    before: str
    after: str
    why: str


class ClaimWithHistory(ClaimRecord):
    supersedes: list[str]
    appearances: list[AppearanceRecord]
    changes: list[ChangeRecord]
    replaced: list[ReplacedRecord]


class ClaimsPage(Schema):
    count: int
    page: int
    pages: int
    next: str | None
    previous: str | None
    claims: list[ClaimRecord]


def claim_record(printed: PrintedClaim) -> ClaimRecord:
    return ClaimRecord(**claim_values(printed))


def claim_with_history(page: ClaimPage) -> ClaimWithHistory:
    return ClaimWithHistory(
        **claim_values(page.printed),
        supersedes=[older.slug for older in page.supersedes],
        appearances=[appearance_record(each) for each in page.printed.appearances],
        changes=[change_record(each) for each in page.log],
        replaced=[replaced_record(line, page.printed.claim) for line in page.printed.replaced],
    )


def claim_values(printed: PrintedClaim) -> dict[str, Any]:
    claim = printed.claim
    return {
        "slug": claim.slug,
        "address": claim_address(claim.slug),
        "sentence": claim.sentence,
        "kind": claim.kind,
        "status": claim.status,
        "status_since": claim.status_since,
        "explanation": claim.explanation,
        "flags": claim.flags,
        "note": claim.note,
        "event": EventRecord(
            start=claim.event_start,
            end=claim.event_end,
            precision=TimePrecision(claim.event_precision),
            words=claim.event_words,
        ),
        "unit": claim.unit,
        "gains": side_records(printed.gains),
        "loses": side_records(printed.loses),
        "parties": side_records(printed.parties),
        "places": [place_record(place) for place in printed.places],
        "superseded_by": claim.superseded_by.slug if claim.superseded_by else None,
        "created_at": claim.created_at,
        "changed_at": claim.changed_at,
        "positions": [PositionRecord(**position_values(line, claim)) for line in printed.lines],
        "positions_left_out": printed.left_out,
    }


def position_values(line: Line, claim: Claim) -> dict[str, Any]:
    position = line.position
    return {
        "id": position.pk,
        "stance": position.stance,
        "scope": position.scope,
        "speaker": speaker_record(line),
        "unnamed_why": position.unnamed_why,
        "people": position.people,
        "sides": side_records(line.sides),
        "interest": line.interest,
        "told_to": outlet_record(position.told_to),
        "published_by": outlet_record(position.published_by),
        "words": position.words,
        "verbatim": position.is_verbatim,
        "said_at": position.said_at,
        "said_precision": position.said_precision,
        "low": scaled(position.figure_low, claim.decimals),
        "high": scaled(position.figure_high, claim.decimals),
        "same_origin": position.same_origin_id,
        "evidence": [
            EvidenceRecord(title=each.title, link=each.link, sha256=each.sha256)
            for each in line.evidence
        ],
        "article": absolute(line.article) if line.article else None,
    }


def replaced_record(line: Line, claim: Claim) -> ReplacedRecord:
    newer = getattr(line.position, "replaced_by", None)
    return ReplacedRecord(
        **position_values(line, claim),
        replaced_by=newer.pk if newer else None,
        replaced_why=newer.replaces_why if newer else line.position.replaces_why,
    )


def speaker_record(line: Line) -> SpeakerRecord | None:
    speaker = line.position.speaker
    if speaker is None:
        return None
    return SpeakerRecord(
        name=speaker.label,
        description="" if speaker.is_unnamed else speaker.description,
        kind=speaker.kind,
        unnamed=speaker.is_unnamed,
    )


def outlet_record(outlet: Outlet | None) -> OutletRecord | None:
    return OutletRecord(slug=outlet.slug, name=outlet.name, kind=outlet.kind) if outlet else None


def side_records(sides: Iterable[PrintedSide]) -> list[SideRecord]:
    return [SideRecord(slug=side.slug, name=side.name) for side in sides]


def place_record(place: Place) -> PlaceRecord:
    return PlaceRecord(**{name: getattr(place, name) for name in PlaceRecord.model_fields})


def appearance_record(appearance: Appearance) -> AppearanceRecord:
    return AppearanceRecord(
        article=absolute(appearance.article_address),
        headline=appearance.article_headline,
        words=appearance.words,
    )


def change_record(change: Change) -> ChangeRecord:
    return ChangeRecord(
        at=change.at, what=change.what, before=change.before, after=change.after, why=change.why
    )
