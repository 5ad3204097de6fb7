"""The claims of the demo newsroom: who says what of the Pans, the storm and the crossing.

What they are is in claims/*.toml. Here they are entered as an editor would, article by article.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from broadsheet.accounts.models import User
from broadsheet.claims.actions.claims import record_claim, supersede
from broadsheet.claims.actions.positions import replace_position, take_position
from broadsheet.claims.actions.sources import save_reference
from broadsheet.claims.models import (
    HEADLINE,
    Actor,
    Claim,
    Evidence,
    Outlet,
    Place,
    Position,
    Side,
)
from broadsheet.demo import texts
from broadsheet.publication.claim_marks import marks_in
from broadsheet.publication.models import ArticlePage

# Never stored: of an editor a position keeps the name alone.
EDITOR = User(username="Ruben Askew")
ENTERED = timedelta(hours=1)  # so long before its article comes out the first claim is entered


class Dispute:
    """Claims and those who speak, by what the files call them. `numbers` is what marks need."""

    def __init__(self) -> None:
        people = texts.who_and_where()
        self.sides = {key: add_side(key, about) for key, about in people["sides"].items()}
        self.outlets = {
            key: add_outlet(key, about, self.sides) for key, about in people["outlets"].items()
        }
        self.actors = {key: add_actor(about, self.sides) for key, about in people["actors"].items()}
        self.reasons = {key: about.get("why", "") for key, about in people["actors"].items()}
        self.places = {key: add_place(about) for key, about in people["places"].items()}
        self.claims: dict[str, Claim] = {}
        self.latest: dict[tuple[str, str], Position] = {}  # by claim and speaker

    @property
    def numbers(self) -> Mapping[str, int]:
        return {slug: claim.pk for slug, claim in self.claims.items()}

    def record_claims(self, article: str, published: datetime) -> None:
        """Those that the article is the first to state. They have to exist before it names them."""
        for about in texts.claims():
            if about["article"] == article:
                self.claims[about["slug"]] = record_claim(
                    unsaved_claim(about, published),
                    gains=named(self.sides, about.get("gains", ())),
                    loses=named(self.sides, about.get("loses", ())),
                    parties=named(self.sides, about.get("parties", ())),
                    places=named(self.places, about.get("places", ())),
                )

    def take_positions(self, slug: str, article: ArticlePage, published: datetime) -> None:
        """All that was found in an article, a minute each; then the claims that it makes obsolete."""
        paragraphs = {mark.claim: mark.paragraph for mark in reversed(marks_in(article.body))}
        entered = published - ENTERED
        for about in texts.claims():
            claim = self.claims.get(about["slug"])
            for said in about["said"]:
                if said["in"] == slug:
                    assert claim is not None, f"{about['slug']} is stated in a later article"
                    entered += timedelta(minutes=1)
                    position = self.unsaved_position(claim, said, published)
                    position.entered_at = entered
                    position.article_key = article.thread_key
                    position.article_address = article.get_url()
                    position.paragraph = (
                        HEADLINE if said.get("in_headline") else paragraphs.get(claim.pk, "")
                    )
                    self.take(claim, position, said)
            newer = self.claims.get(about.get("superseded_by", ""))
            if claim and newer:
                supersede(claim, newer, about["superseded_why"], EDITOR)

    def unsaved_position(self, claim: Claim, said: dict[str, Any], published: datetime) -> Position:
        low, high = figures(said.get("figure"))
        return Position(
            claim=claim,
            speaker=self.actors[said["by"]] if "by" in said else None,
            people=said.get("people", 1),
            unnamed_why=self.reasons.get(said.get("by", ""), ""),
            told_to=self.outlets[said["to"]] if "to" in said else None,
            published_by=self.outlets[said["through"]] if "through" in said else None,
            stance=said.get("stance", "asserts"),
            scope=said.get("scope", "named"),
            words=said.get("words") or said.get("gist", ""),
            is_verbatim="words" in said,
            said_at=days_before(published, said["days"]),
            figure_low=low,
            figure_high=high,
            same_origin=self.latest[claim.slug, said["echoes"]] if "echoes" in said else None,
        )

    def take(self, claim: Claim, position: Position, said: dict[str, Any]) -> None:
        evidence = [unsaved_evidence(said["evidence"], position)] if "evidence" in said else []
        if "replaces" in said:
            old = self.latest[claim.slug, said["replaces"]]
            replace_position(old, position, said["why"], EDITOR, evidence=evidence)
        else:
            take_position(position, EDITOR, evidence=evidence)
        self.latest[claim.slug, said.get("by", "")] = position


def add_side(key: str, about: dict[str, str]) -> Side:
    side = Side(slug=key, **about)
    save_reference(side)
    return side


def add_outlet(key: str, about: dict[str, str], sides: Mapping[str, Side]) -> Outlet:
    owner = sides.get(about.get("owner_side", ""))
    outlet = Outlet(slug=key, name=about["name"], kind=about["kind"], owner_side=owner)
    save_reference(outlet)
    return outlet


def add_actor(about: dict[str, str], sides: Mapping[str, Side]) -> Actor:
    """Whoever has no name is unnamed; whoever is nothing else is a person."""
    is_unnamed = "unnamed" in about
    actor = Actor(
        kind=Actor.Kind.UNNAMED if is_unnamed else about.get("kind", "person"),
        name=about.get("name", ""),
        description=about["unnamed"] if is_unnamed else about.get("description", ""),
        side=sides.get(about.get("side", "")),
    )
    save_reference(actor)
    return actor


def add_place(about: dict[str, Any]) -> Place:
    latitude, longitude = about.get("at", (None, None))
    place = Place(
        label=about["label"],
        precision=about["precision"],
        admin_unit=about.get("area", ""),
        latitude=latitude,
        longitude=longitude,
    )
    save_reference(place)
    return place


def unsaved_claim(about: dict[str, Any], published: datetime) -> Claim:
    start, end = span(about.get("happened"), published, about.get("clock", ""))
    return Claim(
        sentence=about["sentence"],
        slug=about["slug"],
        kind=about.get("kind", "event"),
        event_start=start,
        event_end=end,
        event_precision="minute" if "clock" in about else "day",
        event_words=about.get("happened_words", ""),
        unit=about.get("unit", ""),
        note=about.get("note", ""),
        created_at=published - ENTERED,
    )


def span(
    days: int | list[int] | None, published: datetime, clock: str
) -> tuple[datetime | None, datetime | None]:
    if days is None:
        return None, None
    if isinstance(days, int):
        return days_before(published, days, clock), None
    return days_before(published, days[0]), days_before(published, days[1])


def days_before(published: datetime, days: int, clock: str = "") -> datetime:
    """A moment of the day that is so many days before the one on which an article came out."""
    day = timezone.localdate(published) - timedelta(days=days)
    return timezone.make_aware(
        datetime.combine(day, time.fromisoformat(clock) if clock else time())
    )


def figures(figure: int | list[int] | None) -> tuple[int | None, int | None]:
    if isinstance(figure, list):
        return figure[0], figure[1]
    return figure, figure


def unsaved_evidence(about: dict[str, str], position: Position) -> Evidence:
    content = f"{about['text']}\n".encode()
    return Evidence(
        title=about["title"],
        file=ContentFile(content, name=f"{position.claim.slug}.txt"),
        sha256=hashlib.sha256(content).hexdigest(),
    )


def named(known: Mapping[str, Any], keys: Iterable[str]) -> list[Any]:
    return [known[key] for key in keys]
