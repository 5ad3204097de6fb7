"""Lists of claims and their positions: few queries, and only what was asked for."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from broadsheet.claims.actions.appearances import (
    forget_appearance,
    know_article,
    note_appearance,
)
from broadsheet.claims.actions.claims import record_claim
from broadsheet.claims.actions.positions import strike_position
from broadsheet.claims.models import Appearance, Claim, Place, Position
from broadsheet.claims.queries import (
    ON_MARK,
    ON_PAGE,
    ClaimFilter,
    articles_with,
    claim_page,
    claims_of_article,
    find_claims,
    status_changes,
)
from broadsheet.delivery.models import StalePage
from broadsheet.outbox.models import Event
from tests.claims.conftest import FRIDAY, THURSDAY, Dispute

ARTICLE = "article:7"
ADDRESS = "/harbour/crane/"


def appears(claim: Claim, **fields: Any) -> Appearance:
    values = {
        "article_key": ARTICLE,
        "article_address": ADDRESS,
        "article_headline": "Who holds the crane?",
        "paragraph": "p1",
        "start": 4,
        "end": 30,
        "words": "the Board holds the crane",
    } | fields
    return note_appearance(Appearance(claim=claim, **values))


def test_it_works(dispute: Dispute) -> None:
    appears(dispute.crane)
    dispute.take(dispute.spokesman, "asserts")
    dispute.take(dispute.chairman, "denies")
    dispute.take(dispute.pilot, "no comment")
    for article in (ARTICLE, ADDRESS):
        (found,) = claims_of_article(article)
        assert found.claim == dispute.crane
        assert [each.words for each in found.appearances] == ["the Board holds the crane"]
        lanes = [found.lanes.asserting, found.lanes.denying, found.lanes.others]
        assert [[each.speaker for each in lane] for lane in lanes] == [
            [dispute.spokesman],
            [dispute.chairman],
            [dispute.pilot],
        ]
    assert claims_of_article("article:8") == []


def test_an_appearance_is_noted_once_and_follows_the_article(dispute: Dispute) -> None:
    appears(dispute.crane)
    moved = appears(dispute.crane, end=36, words="the Board now holds the crane")
    assert Appearance.objects.get() == moved
    know_article(ARTICLE, "/docks/crane/", "The crane")
    assert articles_with(dispute.crane.pk) == ["/docks/crane/"]
    announced = Event.objects.count()
    know_article(ARTICLE, "/docks/crane/", "The crane")
    assert Event.objects.count() == announced
    forget_appearance(moved)
    assert claims_of_article(ARTICLE) == []


def test_an_article_is_made_again_when_the_status_changes(
    dispute: Dispute, work_off_events: Any
) -> None:
    appears(dispute.crane)
    appears(
        dispute.crane, article_key="https://other.test/a", article_address="https://other.test/a"
    )
    work_off_events()
    StalePage.objects.all().delete()
    dispute.take(dispute.spokesman, "asserts")
    work_off_events()
    stale = set(StalePage.objects.filter(how="render").values_list("address", flat=True))
    assert ADDRESS in stale
    assert not any("other.test" in address for address in stale)


def test_the_page_of_a_claim_shows_what_no_longer_counts_apart(dispute: Dispute) -> None:
    wrong = dispute.take(dispute.chairman, "denies")
    gone = strike_position(wrong, "Another crane.", dispute.editor)
    page = claim_page(dispute.crane.slug)
    assert page.lanes.denying == []
    assert page.replaced == [wrong, gone]
    assert [change.after for change in page.status_changes] == [
        "no source given",
        "denied",
        "no source given",
    ]
    with pytest.raises(Claim.DoesNotExist):
        claim_page("no-such-claim")


def crowd(claim: Claim, count: int) -> None:
    said = [FRIDAY + timedelta(seconds=n) for n in range(count)]
    Position.objects.bulk_create(
        [Position(claim=claim, stance="asserts", said_at=at, entered_by="-") for at in said]
    )


def test_of_very_many_positions_the_newest_are_shown(dispute: Dispute) -> None:
    appears(dispute.crane)
    crowd(dispute.crane, 1000)
    lanes = claim_page(dispute.crane.slug).lanes
    assert (len(lanes.asserting), lanes.left_out) == (ON_PAGE, 1000 - ON_PAGE)
    assert lanes.asserting[-1].said_at == FRIDAY + timedelta(seconds=999)
    (found,) = claims_of_article(ARTICLE)
    assert (len(found.lanes.asserting), found.lanes.left_out) == (ON_MARK, 1000 - ON_MARK)


def test_more_claims_cost_no_more_queries(dispute: Dispute) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            for found in claims_of_article(ARTICLE):
                shown = [found.lanes.asserting, list(found.claim.gains.all())]
                assert shown
                for position in found.lanes.asserting:
                    assert [position.speaker_label, position.told_to, *position.sides.all()]
            list(find_claims(ClaimFilter(article=ARTICLE)))
        return len(captured)

    appears(dispute.crane)
    dispute.take(dispute.spokesman, "asserts")
    before = queries()
    for n in range(5):
        claim = record_claim(Claim(sentence=f"It was crane {n}."), gains=[dispute.board])
        appears(claim)
        for speaker in (dispute.pilot, dispute.chairman):
            dispute.take(speaker, "asserts", claim=claim, told_to=dispute.agency)
    assert queries() == before <= 14
    with CaptureQueriesContext(connection) as captured:
        claim_page(dispute.crane.slug)
    assert len(captured) <= 13


FILTERS: dict[str, tuple[dict[str, Any], bool]] = {
    "its status": ({"statuses": ["one party only", "denied"]}, True),
    "another status": ({"statuses": ["denied"]}, False),
    "its kind": ({"kinds": ["control"]}, True),
    "another kind": ({"kinds": ["figure"]}, False),
    "who gains": ({"side": "board"}, True),
    "who loses": ({"side": "union"}, True),
    "who only speaks": ({"side": "pilots"}, True),
    "no such side": ({"side": "moon"}, False),
    "an outlet": ({"outlet": "norrsky"}, True),
    "another outlet": ({"outlet": "tv"}, False),
    "an article": ({"article": ADDRESS}, True),
    "another article": ({"article": "/harbour/"}, False),
    "since the day": ({"since": THURSDAY}, True),
    "since the next day": ({"since": FRIDAY}, False),
    "until the day": ({"until": THURSDAY}, True),
    "until the day before": ({"until": THURSDAY - timedelta(days=1)}, False),
    "a box around it": ({"bbox": (11, 58, 12, 59)}, True),
    "a box beside it": ({"bbox": (12, 58, 13, 59)}, False),
    "a box round the globe's back": ({"bbox": (11, 58, -170, 59)}, True),
    "a box that leaves it out": ({"bbox": (12, 58, 11, 59)}, False),
    "all at once": ({"statuses": ["one party only"], "side": "board", "since": THURSDAY}, True),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_lets_through_what_it_says(dispute: Dispute, name: str) -> None:
    pilots = type(dispute.board).objects.create(name="the Pilots", slug="pilots")
    both = [dispute.board, pilots]
    dispute.take(dispute.spokesman, "asserts", told_to=dispute.agency, sides=both)
    dispute.take(dispute.spokesman, "asserts", published_by=dispute.agency, sides=both)
    record_claim(Claim(sentence="Nothing to do with it."))
    dispute.crane.places.add(Place.objects.create(label="South", latitude=58.2, longitude=11.5))
    appears(dispute.crane)
    appears(dispute.crane, paragraph="p2")
    fields, found = FILTERS[name]
    assert list(find_claims(ClaimFilter(**fields))) == [dispute.crane] * found


def test_what_changed_last_comes_first(dispute: Dispute) -> None:
    newer = record_claim(Claim(sentence="The crane fell."))
    assert list(find_claims(ClaimFilter())) == [newer, dispute.crane]
    dispute.take(dispute.pilot, "asserts")
    assert list(find_claims(ClaimFilter())) == [dispute.crane, newer]
    assert [change.claim for change in status_changes()] == [dispute.crane, newer, dispute.crane]
