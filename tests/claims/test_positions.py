"""Taking a position changes what follows for the claim, in the same breath."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from broadsheet.claims.actions.claims import record_claim
from broadsheet.claims.actions.positions import replace_position, strike_position, take_position
from broadsheet.claims.models import Actor, Claim, Evidence, Position, StatusChange
from broadsheet.outbox.models import Event
from tests.at_once import at_once
from tests.claims.conftest import FRIDAY, THURSDAY, Dispute


def test_it_works(dispute: Dispute) -> None:
    assert dispute.status == "no source given"
    dispute.take(dispute.spokesman, "asserts")
    assert dispute.status == "one party only"
    dispute.take(dispute.chairman, "denies")
    assert dispute.status == "contested"
    assert dispute.crane.explanation == "contested: Ada Berg says so, the chairman denies"


def test_it_is_announced_and_logged(dispute: Dispute) -> None:
    Event.objects.all().delete()
    dispute.take(dispute.officials, "asserts", people=2, told_to=dispute.agency)
    claim = dispute.crane.pk
    assert list(Event.objects.order_by("pk").values_list("kind", "payload")) == [
        (
            "claim_status_changed",
            {"claim": claim, "before": "no source given", "after": "single source"},
        ),
        ("claim_changed", {"claim": claim}),
    ]
    change = StatusChange.objects.last()
    assert change
    assert (change.before, change.after) == ("no source given", "single source")
    assert change.why.startswith("single source: two officials of the Union told Norrsky News")


def test_a_status_that_stays_is_not_logged_again(dispute: Dispute) -> None:
    dispute.take(dispute.spokesman, "asserts")
    logged = StatusChange.objects.count()
    dispute.take(dispute.spokesman, "asserts", told_to=dispute.agency)
    assert StatusChange.objects.count() == logged


def test_the_speaker_speaks_for_their_side_as_it_was(dispute: Dispute) -> None:
    position = dispute.take(dispute.spokesman, "asserts")
    Actor.objects.filter(pk=dispute.spokesman.pk).update(side=dispute.union)
    assert list(position.sides.all()) == [dispute.board]


def test_a_joint_statement_is_an_agreement(dispute: Dispute) -> None:
    dispute.take(dispute.pilot, "asserts", sides=[dispute.board, dispute.union])
    assert dispute.status == "agreed by both sides"


def test_what_was_entered_wrongly_is_replaced(dispute: Dispute) -> None:
    wrong = dispute.take(dispute.spokesman, "denies")
    right = Position(speaker=dispute.spokesman, stance="asserts", said_at=FRIDAY)
    replace_position(wrong, right, "Misheard.", dispute.editor)
    assert dispute.status == "one party only"
    assert (right.replaces, right.replaces_why, right.entered_by) == (
        wrong,
        "Misheard.",
        "Edda Holm",
    )
    assert list(right.sides.all()) == [dispute.board]


def test_it_is_replaced_only_once(dispute: Dispute) -> None:
    wrong = dispute.take(dispute.spokesman, "denies")
    for stance in ("asserts", "confirms"):
        right = Position(speaker=dispute.spokesman, stance=stance, said_at=FRIDAY)
        if stance == "asserts":
            replace_position(wrong, right, "Misheard.", dispute.editor)
    with pytest.raises(ValidationError, match="Somebody has replaced"):
        replace_position(wrong, right, "Misheard again.", dispute.editor)


def test_what_should_not_be_there_is_struck(dispute: Dispute) -> None:
    dispute.take(dispute.pilot, "asserts")
    wrong = dispute.take(dispute.chairman, "denies")
    strike_position(wrong, "He spoke of another crane.", dispute.editor)
    assert dispute.status == "single source"
    assert dispute.crane.positions.count() == 3


def test_a_correction_says_why(dispute: Dispute) -> None:
    wrong = dispute.take(dispute.chairman, "denies")
    with pytest.raises(ValidationError, match="says why"):
        strike_position(wrong, "  ", dispute.editor)


def test_the_same_form_twice_is_one_position(dispute: Dispute) -> None:
    first = dispute.take(dispute.pilot, "asserts", idempotency_key="k1")
    assert dispute.take(dispute.pilot, "asserts", idempotency_key="k1") == first
    assert dispute.crane.positions.count() == 1
    with pytest.raises(ValidationError, match="sent already"):
        dispute.take(dispute.pilot, "denies", idempotency_key="k1")


def test_a_later_stance_counts_whatever_the_order_of_entering(dispute: Dispute) -> None:
    dispute.take(dispute.pilot, "asserts", said_at=FRIDAY)
    dispute.take(dispute.pilot, "denies", said_at=THURSDAY)
    assert dispute.status == "single source"


def test_when_the_times_do_not_decide_the_one_entered_last_counts(dispute: Dispute) -> None:
    """At six she denied it; "on Friday", it was said later, she admitted it."""
    evening = FRIDAY + timedelta(hours=18)
    dispute.take(dispute.chairman, "denies", said_at=evening, said_precision="minute")
    dispute.take(dispute.chairman, "confirms", said_at=FRIDAY, said_precision="day")
    assert dispute.status == "conceded"


def test_evidence_is_kept_with_the_position(dispute: Dispute) -> None:
    position = Position(
        claim=dispute.crane, speaker=dispute.pilot, stance="asserts", said_at=FRIDAY
    )
    log = Evidence(title="The log of the pilot boat", link="https://pilots.test/log")
    take_position(position, dispute.editor, evidence=[log])
    assert position.evidence.get().title == "The log of the pilot boat"


def test_evidence_that_is_no_link_stores_nothing(dispute: Dispute) -> None:
    position = Position(
        claim=dispute.crane, speaker=dispute.pilot, stance="asserts", said_at=FRIDAY
    )
    bad = Evidence(title="The log", link="javascript:alert(1)")
    with pytest.raises(ValidationError, match="URL"):
        take_position(position, dispute.editor, evidence=[bad])
    assert not Position.objects.exists()


def test_words_from_right_to_left_are_kept_without_controls(dispute: Dispute) -> None:
    position = dispute.take(dispute.pilot, "asserts", words="قال \u202eنعم", is_verbatim=True)
    assert Position.objects.get(pk=position.pk).words == "قال نعم"


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "figure upside down": ({"figure_low": 200, "figure_high": 100}, "low figure is above"),
    "figure too large": ({"figure_low": 2**70}, "less than or equal"),
    "before the event": ({"said_at": THURSDAY - timedelta(days=1)}, "before the event happened"),
    "tomorrow": ({"said_at": timezone.now() + timedelta(days=1)}, "Nobody can have said"),
    "verbatim nothing": ({"is_verbatim": True}, "without words"),
    "nobody speaks": ({"people": 0}, "At least one person"),
    "named, with a reason for not being": ({"unnamed_why": "Afraid"}, "the speaker has a name"),
    "implied retraction": ({"stance": "retracts", "scope": "implied"}, "Only what speaks of this"),
    "implied silence": ({"stance": "no comment", "scope": "implied"}, "Only what speaks of this"),
    "silence with a figure": ({"stance": "no comment", "figure_low": 5}, "gives no figure"),
    "retraction of nothing": ({"stance": "retracts"}, "nothing here that could be taken back"),
    "no such stance": ({"stance": "doubts"}, "not a valid choice"),
    "no time": ({"said_at": None}, "cannot be null"),
}
OURS: dict[str, tuple[dict[str, Any], str]] = {
    "we deny": ({"stance": "denies"}, "Who else speaks"),
    "we imply": ({"scope": "implied"}, "speak of this very claim"),
    "we are many": ({"people": 3}, "one voice"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_contradicts_itself_is_refused(dispute: Dispute, name: str) -> None:
    fields, message = BAD[name]
    with pytest.raises(ValidationError, match=message):
        dispute.take(dispute.pilot, **({"stance": "asserts"} | fields))
    assert not Position.objects.exists()
    assert dispute.take(dispute.pilot, "asserts").pk


@pytest.mark.parametrize("name", OURS)
def test_our_own_words_are_only_our_own(dispute: Dispute, name: str) -> None:
    fields, message = OURS[name]
    with pytest.raises(ValidationError, match=message):
        dispute.take(None, **({"stance": "asserts"} | fields))
    with pytest.raises(ValidationError, match="through nobody"):
        dispute.take(None, "asserts", told_to=dispute.agency)
    with pytest.raises(ValidationError, match="for no side"):
        dispute.take(None, "asserts", sides=[dispute.board])


def test_what_is_announced_may_lie_ahead(dispute: Dispute) -> None:
    claim = Claim(
        sentence="The ferry stops in May.",
        kind="declaration",
        event_start=FRIDAY + timedelta(days=300),
    )
    dispute.take(dispute.pilot, "asserts", claim=record_claim(claim))
    claim.refresh_from_db()
    assert claim.status == "on record"


def test_a_day_is_not_before_its_own_evening(dispute: Dispute) -> None:
    """Said on Thursday, of what happened on Thursday evening: the day may have been enough."""
    evening = THURSDAY + timedelta(hours=20)
    Claim.objects.update(event_start=evening, event_precision="minute")
    assert dispute.take(dispute.pilot, "asserts", said_at=THURSDAY, said_precision="day").pk


def test_links_between_claims_are_refused(dispute: Dispute) -> None:
    other = record_claim(Claim(sentence="The crane fell."))
    there = dispute.take(dispute.pilot, "asserts", claim=other)
    ours = dispute.take(None, "asserts", claim=other)
    with pytest.raises(ValidationError, match="on the same claim"):
        dispute.take(dispute.pilot, "asserts", same_origin=there)
    with pytest.raises(ValidationError, match="origin of nothing"):
        dispute.take(dispute.pilot, "asserts", claim=other, same_origin=ours)
    with pytest.raises(ValidationError, match="on the same claim"):
        dispute.take(dispute.pilot, "asserts", replaces=there, replaces_why="Wrong claim.")


def test_one_official_under_two_descriptions_is_one_source(dispute: Dispute) -> None:
    first = dispute.take(dispute.officials, "asserts")
    other = Actor.objects.create(kind="unnamed", description="people close to the talks")
    dispute.take(other, "asserts", same_origin=first)
    assert dispute.status == "single source"


def test_ten_thousand_positions_are_still_judged(dispute: Dispute) -> None:
    Position.objects.bulk_create(
        [
            Position(
                claim=dispute.crane,
                speaker=dispute.pilot if n % 2 else dispute.spokesman,
                stance="asserts",
                said_at=FRIDAY + timedelta(seconds=n),
                entered_by="Edda",
            )
            for n in range(10_000)
        ]
    )
    dispute.take(dispute.chairman, "denies")
    assert dispute.status == "contested"
    assert len(dispute.crane.explanation) < 200


@pytest.mark.usefixtures("emptied")
def test_two_who_take_positions_at_once_are_both_judged(dispute: Dispute) -> None:
    jobs: list[Callable[[], Position]] = [
        lambda: dispute.take(dispute.spokesman, "asserts"),
        lambda: dispute.take(dispute.chairman, "denies"),
        lambda: dispute.take(dispute.pilot, "asserts"),
    ]
    answers = at_once(*jobs)
    assert [type(answer) for answer in answers] == [Position] * 3
    assert dispute.status == "contested"
    assert list(StatusChange.objects.values_list("after", flat=True))[-1] == "contested"


@pytest.mark.usefixtures("emptied")
def test_only_one_of_two_who_replace_at_once_does(dispute: Dispute) -> None:
    wrong = dispute.take(dispute.spokesman, "denies")
    jobs: list[Callable[[], Position]] = [
        lambda why=why: strike_position(wrong, why, dispute.editor) for why in ("One", "Two")
    ]
    answers = at_once(*jobs)
    assert sorted(type(answer).__name__ for answer in answers) == ["Position", "ValidationError"]
