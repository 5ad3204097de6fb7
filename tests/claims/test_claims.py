"""Recording claims, amending them in the open, and letting a newer one take their place."""

from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from broadsheet.claims.actions.claims import amend_claim, record_claim, supersede
from broadsheet.claims.models import Amendment, Claim, StatusChange
from broadsheet.outbox.models import Event
from tests.claims.conftest import FRIDAY, THURSDAY, Dispute


def test_it_works(dispute: Dispute) -> None:
    claim = record_claim(Claim(sentence="The crane fell.", kind="event"), loses=[dispute.board])
    assert (claim.slug, claim.status) == ("the-crane-fell", "no source given")
    assert StatusChange.objects.get(claim=claim).before == ""
    assert Event.objects.filter(kind="claim_changed", payload={"claim": claim.pk}).exists()


def test_each_has_an_address_of_its_own(dispute: Dispute) -> None:
    same = [record_claim(Claim(sentence="The crane fell.")) for _ in range(3)]
    assert [claim.slug for claim in same] == [
        "the-crane-fell",
        "the-crane-fell-2",
        "the-crane-fell-3",
    ]
    long = record_claim(Claim(sentence="The crane on the north quay " * 10))
    assert long.slug.endswith("-quay-the-crane-on-the-north")
    assert record_claim(Claim(sentence="الرافعة سقطت")).slug == "claim"
    assert record_claim(Claim(sentence="Map.")).slug == "map-2"  # /claims/map/ is taken


def test_the_same_form_twice_is_one_claim(dispute: Dispute) -> None:
    first, second = (
        record_claim(Claim(sentence="The crane fell.", idempotency_key="k1")) for _ in range(2)
    )
    assert first == second


def test_an_amendment_is_logged_and_judged(dispute: Dispute) -> None:
    dispute.take(dispute.spokesman, "asserts")
    changes = {"gains": [], "sentence": "The Harbour Board holds the crane."}
    amend_claim(dispute.crane, changes, "Nobody gains by it.", dispute.editor)
    assert dispute.status == "single source"
    assert dispute.crane.slug == "the-board-holds-the-crane"
    assert list(Amendment.objects.values_list("field", "before", "after", "changed_by")) == [
        ("gains", "the Harbour Board", "", "Edda Holm"),
        (
            "sentence",
            "The Board holds the crane.",
            "The Harbour Board holds the crane.",
            "Edda Holm",
        ),
    ]


def test_what_stays_the_same_is_not_logged(dispute: Dispute) -> None:
    Event.objects.all().delete()
    amend_claim(dispute.crane, {"gains": [dispute.board], "kind": "control"}, "", dispute.editor)
    assert not Amendment.objects.exists()
    assert not Event.objects.exists()


def test_a_change_needs_a_reason_but_a_pinned_note_does_not(dispute: Dispute) -> None:
    with pytest.raises(ValidationError, match="Say why"):
        amend_claim(dispute.crane, {"unit": "cranes"}, " ", dispute.editor)
    dispute.crane.refresh_from_db()
    assert dispute.crane.unit == ""
    amend_claim(dispute.crane, {"note": "We were there on Friday."}, "", dispute.editor)
    assert dispute.status == "no source given"
    assert dispute.crane.note == "We were there on Friday."


def test_the_status_cannot_be_typed(dispute: Dispute) -> None:
    amend_claim(dispute.crane, {"status": "corroborated", "unit": "cranes"}, "-", dispute.editor)
    assert dispute.status == "no source given"


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "no sentence": ({"sentence": "  "}, "cannot be blank"),
    "ends before it starts": ({"event_end": THURSDAY - timedelta(1)}, "ends before it starts"),
    "an end only": ({"event_start": None, "event_end": FRIDAY}, "ends before it starts"),
    "seven decimals": ({"decimals": 7}, "Six decimals"),
    "no such kind": ({"kind": "rumour"}, "not a valid choice"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_contradicts_itself_is_refused(dispute: Dispute, name: str) -> None:
    fields, message = BAD[name]
    with pytest.raises(ValidationError, match=message):
        amend_claim(dispute.crane, fields, "A try.", dispute.editor)
    values = {"sentence": "The crane fell.", "event_start": THURSDAY} | fields
    with pytest.raises(ValidationError, match=message):
        record_claim(Claim(**values))
    assert Claim.objects.count() == 1


def test_a_side_does_not_gain_and_lose(dispute: Dispute) -> None:
    with pytest.raises(ValidationError, match="gain and lose by it: the Harbour Board"):
        amend_claim(dispute.crane, {"loses": [dispute.board]}, "A try.", dispute.editor)
    claim = Claim(sentence="The crane fell.")
    with pytest.raises(ValidationError, match="gain and lose"):
        record_claim(claim, gains=[dispute.union], loses=[dispute.union])


def test_an_event_is_not_moved_behind_what_was_said_of_it(dispute: Dispute) -> None:
    dispute.take(dispute.pilot, "asserts")
    later = {"event_start": FRIDAY + timedelta(days=2)}
    with pytest.raises(ValidationError, match="Olle Strand spoke of it before that time"):
        amend_claim(dispute.crane, later, "A try.", dispute.editor)
    amend_claim(dispute.crane, later | {"kind": "declaration"}, "It was announced.", dispute.editor)
    assert dispute.status == "on record"


def test_a_newer_claim_takes_its_place_and_gives_it_back(dispute: Dispute) -> None:
    dispute.take(dispute.pilot, "asserts")
    newer = record_claim(Claim(sentence="The Union holds the crane."))
    supersede(dispute.crane, newer, "It changed hands on Saturday.", dispute.editor)
    assert dispute.status == "superseded"
    assert "“The Union holds the crane.”" in dispute.crane.explanation
    supersede(dispute.crane, None, "It had not.", dispute.editor)
    assert dispute.status == "single source"
    assert Amendment.objects.filter(field="superseded_by").count() == 2


def test_claims_do_not_supersede_each_other_in_a_circle(dispute: Dispute) -> None:
    chain = [record_claim(Claim(sentence=f"It was crane {n}.")) for n in range(3)]
    for older, newer in pairwise(chain):
        supersede(older, newer, "Another crane.", dispute.editor)
    for first, second in [(chain[2], chain[0]), (chain[1], chain[0]), (chain[0], chain[0])]:
        with pytest.raises(ValidationError, match="it would be a circle"):
            supersede(first, second, "A try.", dispute.editor)


def test_a_claim_that_was_said_stays(dispute: Dispute) -> None:
    dispute.take(dispute.pilot, "asserts")
    with pytest.raises(ProtectedError):
        dispute.crane.delete()
