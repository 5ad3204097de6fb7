"""The claims desk: one request and the state after it. Nothing can be typed that must follow."""

import re
from hashlib import sha256
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from broadsheet.accounts.models import User
from broadsheet.claims.models import Actor, Amendment, Claim, Evidence, Position, Side, StatusChange
from broadsheet.cli.founding import make_roles
from broadsheet.outbox.models import Event
from tests.cast import Person
from tests.claims.conftest import Dispute

FRIDAY = "2026-07-10T09:30"


@pytest.fixture
def edda(dispute: Dispute) -> Person:
    """One of the editors, who owns nothing."""
    make_roles()
    user = User.objects.create_user("edda-at-desk", first_name="Edda", is_staff=True)
    editors = Group.objects.get(name="Editors")
    editors.permissions.add(
        *Group.objects.get(name="Comment desk").permissions.filter(codename="access_admin")
    )
    user.groups.add(editors)
    return Person("Edda", network=5, user=user)


def post(person: Person, address: str, **fields: Any) -> HttpResponse:
    return person.client.post(f"/admin/claims/{address}", fields)


def position(dispute: Dispute, **fields: Any) -> dict[str, Any]:
    """The form of a position as a browser sends it."""
    values = {
        "speaker": dispute.pilot.pk,
        "stance": "asserts",
        "scope": "named",
        "said_at": FRIDAY,
        "said_precision": "minute",
        "people": 1,
        "idempotency_key": "k1",
    } | fields
    return {name: value for name, value in values.items() if value != ""}


def claim_fields(**fields: Any) -> dict[str, Any]:
    values = {"sentence": "The crane fell.", "kind": "event", "event_precision": "day"}
    return values | {"decimals": 0} | fields


def text_of(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_it_works(dispute: Dispute, edda: Person) -> None:
    answer = post(edda, f"{dispute.crane.pk}/position/", **position(dispute))
    assert answer.status_code == 302
    assert dispute.status == "single source"
    seen = text_of(edda.read(f"/admin/claims/{dispute.crane.pk}/"))
    assert "Olle Strand says so, and nobody else has said so" in seen
    assert "single source" in text_of(edda.read("/admin/claims/"))


@pytest.mark.parametrize(
    "address", ["", "new/", "{}/", "{}/position/", "{}/amend/", "{}/supersede/"]
)
def test_who_decides_on_comments_stays_outside(
    dispute: Dispute, edda: Person, cem: Person, ann: Person, address: str
) -> None:
    address = f"/admin/claims/{address.format(dispute.crane.pk)}"
    assert cem.read(address).status_code == 302
    assert ann.read(address).status_code == 302
    assert edda.read(address).status_code == 200


def test_a_moderator_cannot_take_a_position(dispute: Dispute, cem: Person) -> None:
    post(cem, f"{dispute.crane.pk}/position/", **position(dispute))
    cem.client.post(
        reverse(Actor.snippet_viewset.get_url_name("add")), {"kind": "person", "name": "X"}
    )
    assert not Position.objects.exists()
    assert not Actor.objects.filter(name="X").exists()


def test_a_claim_is_recorded_with_its_place(dispute: Dispute, edda: Person) -> None:
    fields = claim_fields(
        gains=dispute.union.pk, place_name="Gothenburg", event_start="2026-07-09T13:00"
    )
    answer = post(edda, "new/", **fields)
    claim = Claim.objects.get(sentence="The crane fell.")
    assert answer.headers["location"] == f"/admin/claims/{claim.pk}/"
    place = claim.places.get()
    assert (place.label, place.country, place.geonames_id) == ("Gothenburg", "SE", 2711537)
    assert claim.event_start is not None
    assert claim.event_start.isoformat() == "2026-07-09T00:00:00+00:00"
    seen = text_of(edda.read(answer.headers["location"]))
    assert "Place taken: Gothenburg, Västra Götaland, Sweden" in seen


def test_a_status_that_somebody_types_is_ignored(dispute: Dispute, edda: Person) -> None:
    typed = {"status": "corroborated", "explanation": "Trust me.", "flags": "[]"}
    post(edda, "new/", **claim_fields(**typed))
    claim = Claim.objects.get(sentence="The crane fell.")
    post(edda, f"{claim.pk}/amend/", **claim_fields(**typed, unit="cranes", why="A unit."))
    claim.refresh_from_db()
    assert (claim.status, claim.unit) == ("no source given", "cranes")
    assert claim.explanation == "no source given: nobody has said so"


def test_an_amendment_keeps_places_that_stay_ticked(dispute: Dispute, edda: Person) -> None:
    fields = claim_fields(
        sentence="The Board holds the crane.",
        kind="control",
        event_start="2026-07-09T00:00",
        gains=dispute.board.pk,
        loses=dispute.union.pk,
    )
    address = f"{dispute.crane.pk}/amend/"
    post(edda, address, **fields, places=dispute.quay.pk, why="Nothing new.")
    assert list(dispute.crane.places.all()) == [dispute.quay]
    assert not Amendment.objects.exists()
    post(edda, address, **fields, why="It was elsewhere.")
    assert not dispute.crane.places.exists()
    assert Amendment.objects.get().field == "places"


def test_a_correction_replaces_and_says_why(dispute: Dispute, edda: Person) -> None:
    wrong = dispute.take(dispute.chairman, "denies", words="No.")
    address = f"position/{wrong.pk}/replace/"
    form = edda.read(f"/admin/claims/{address}").content.decode()
    assert "No.</textarea>" in form
    fields = position(dispute, speaker=dispute.chairman.pk, stance="confirms")
    assert post(edda, address, **fields).status_code == 422
    assert post(edda, address, **fields, why="Misheard.").status_code == 302
    assert dispute.status == "conceded"
    seen = text_of(edda.read(f"/admin/claims/{dispute.crane.pk}/"))
    assert "What no longer counts (1)" in seen


def test_who_was_too_late_with_a_correction_is_told(dispute: Dispute, edda: Person) -> None:
    wrong = dispute.take(dispute.chairman, "denies")
    post(edda, f"position/{wrong.pk}/strike/", why="Another crane.")
    assert dispute.status == "no source given"
    answer = post(edda, f"position/{wrong.pk}/strike/", why="Another crane.")
    assert answer.status_code == 422
    assert "Somebody has replaced this position already." in text_of(answer)


def test_who_changed_their_mind_is_asked_for_with_their_name(
    dispute: Dispute, edda: Person
) -> None:
    earlier = dispute.take(dispute.officials, "asserts", people=2)
    address = f"/admin/claims/{dispute.crane.pk}/position/?again={earlier.pk}"
    form = edda.read(address).content.decode()
    (field,) = re.findall(r'<input[^>]* name="speaker"[^>]*>', form)
    assert f'value="{dispute.officials.pk}"' in field
    for strange in ("?again=x", "?again=99999", "?again=9" * 30):
        assert edda.read(f"/admin/claims/{dispute.crane.pk}/position/{strange}").status_code == 200


def test_a_newer_claim_is_named_by_its_address(dispute: Dispute, edda: Person) -> None:
    newer = Claim.objects.create(sentence="The Union holds it.", slug="union-holds-it")
    address = f"{dispute.crane.pk}/supersede/"
    assert post(edda, address, newer="no-such-claim", why="-").status_code == 422
    assert "would be a circle" in text_of(post(edda, address, newer=dispute.crane.slug, why="-"))
    assert post(edda, address, newer=newer.slug, why="It changed hands.").status_code == 302
    assert dispute.status == "superseded"
    post(edda, address, newer="", why="It did not.")
    assert dispute.status == "no source given"


def test_figures_are_typed_as_decimals(dispute: Dispute, edda: Person) -> None:
    Claim.objects.update(decimals=1, unit="per cent")
    address = f"{dispute.crane.pk}/position/"
    post(edda, address, **position(dispute, figure_low="12.5", figure_high="13"))
    stored = Position.objects.get()
    assert (stored.figure_low, stored.figure_high) == (125, 130)
    seen = text_of(edda.read(f"/admin/claims/{dispute.crane.pk}/"))
    assert "Figure: 12.5 to 13.0 per cent" in seen


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "nobody speaks": ({"speaker": ""}, "Choose who speaks"),
    "somebody and nobody": ({"is_ours": "on"}, "Choose who speaks"),
    "no such speaker": ({"speaker": 99999}, "not one of the available choices"),
    "no stance": ({"stance": ""}, "This field is required"),
    "figures upside down": ({"figure_low": "3", "figure_high": "2"}, "low figure is above"),
    "too fine a figure": ({"figure_low": "0.05"}, "Decimals of figures of this claim: 0."),
    "a figure to fill the memory": ({"figure_low": "1e999999999"}, "no more than"),
    "a figure that is none": ({"figure_low": "NaN"}, "Enter a number"),
    "a time that is none": ({"said_at": "yesterday"}, "valid date"),
    "the year nought": ({"said_at": "0000-01-01T00:00"}, "valid date"),
    "before the event": ({"said_at": "2026-07-01T00:00"}, "before the event happened"),
    "a thousand million people": ({"people": 1_000_000_000}, "less than or equal to"),
    "evidence without a title": ({"evidence_link": "https://port.test/"}, "has a title"),
    "a link that runs": (
        {"evidence_title": "Log", "evidence_link": "javascript:alert(1)"},
        "valid URL",
    ),
    "words without end": ({"words": "x" * 2001}, "at most 2000"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_form_with_a_mistake_comes_back(dispute: Dispute, edda: Person, name: str) -> None:
    fields, message = BAD[name]
    address = f"{dispute.crane.pk}/position/"
    answer = post(edda, address, **position(dispute, **fields))
    assert answer.status_code == 422
    assert message in text_of(answer)
    assert not Position.objects.exists()


def test_the_same_form_sent_twice_is_one_position(dispute: Dispute, edda: Person) -> None:
    for _ in range(2):
        answer = post(edda, f"{dispute.crane.pk}/position/", **position(dispute))
        assert answer.status_code == 302
    assert Position.objects.count() == 1


def test_a_file_is_kept_away_from_readers(dispute: Dispute, edda: Person, settings: Any) -> None:
    log = SimpleUploadedFile("from-sven-ek.PDF", b"At nine the crane stood still.")
    fields = position(dispute, evidence_title="The log", evidence_file=log)
    assert post(edda, f"{dispute.crane.pk}/position/", **fields).status_code == 302
    evidence = Evidence.objects.get()
    assert evidence.sha256 == sha256(b"At nine the crane stood still.").hexdigest()
    assert evidence.file.path.endswith(f"/private/evidence/{evidence.sha256}.pdf")
    assert not list(settings.BROADSHEET_PUBLIC_FOLDER.rglob("*.pdf"))


def test_a_list_is_narrowed_down(dispute: Dispute, edda: Person) -> None:
    dispute.take(dispute.pilot, "asserts")
    holds = "The Board holds the crane."
    for query, found in [
        ("status=single+source", True),
        ("status=denied", False),
        ("words=crane+holds", True),
        ("words=ferry", False),
        ("status=no+such", True),
        ("p=99999", True),
        ("words=%00", True),
    ]:
        assert (holds in text_of(edda.read(f"/admin/claims/?{query}"))) == found, query


def test_who_is_recorded_is_renamed_through_the_worker(dispute: Dispute, edda: Person) -> None:
    dispute.take(dispute.pilot, "asserts")
    Event.objects.all().delete()
    address = reverse(Actor.snippet_viewset.get_url_name("edit"), args=[dispute.pilot.pk])
    fields = {"kind": "person", "name": "Olle  Strand-Ek", "description": "", "side": ""}
    assert edda.client.post(address, fields).status_code == 302
    dispute.pilot.refresh_from_db()
    assert dispute.pilot.name == "Olle Strand-Ek"
    assert Event.objects.filter(kind="claim_reference_changed").count() == 1


def test_a_name_is_not_made_unnamed(dispute: Dispute, edda: Person) -> None:
    fields = {"kind": "unnamed", "name": "", "description": "a pilot", "side": ""}
    address = reverse(Actor.snippet_viewset.get_url_name("edit"), args=[dispute.pilot.pk])
    assert "Make a new entry" in text_of(edda.client.post(address, fields))
    dispute.pilot.refresh_from_db()
    assert dispute.pilot.kind == "person"


def test_an_unnamed_source_is_entered_without_a_name(dispute: Dispute, edda: Person) -> None:
    address = reverse(Actor.snippet_viewset.get_url_name("add"))
    fields = {"kind": "unnamed", "name": "Sven Ek", "description": "a pilot", "side": ""}
    assert "has a description and no name" in text_of(edda.client.post(address, fields))
    edda.client.post(address, fields | {"name": ""})
    assert Actor.objects.get(description="a pilot").name == ""


def test_who_has_spoken_cannot_be_deleted_and_one_is_told_why(
    dispute: Dispute, edda: Person
) -> None:
    dispute.take(dispute.pilot, "asserts")
    address = reverse(Actor.snippet_viewset.get_url_name("delete"), args=[dispute.pilot.pk])
    answer = edda.client.post(address, follow=True)
    assert Actor.objects.filter(pk=dispute.pilot.pk).exists()
    assert "“Olle Strand” stands in the record" in text_of(answer)
    lonely = Side.objects.create(name="the Moon", slug="moon")
    edda.client.post(reverse(Side.snippet_viewset.get_url_name("delete"), args=[lonely.pk]))
    assert not Side.objects.filter(pk=lonely.pk).exists()


def test_a_claim_with_everything_costs_few_queries(
    dispute: Dispute, edda: Person, django_assert_max_num_queries: Any
) -> None:
    for n in range(5):
        dispute.take(dispute.pilot, "asserts", told_to=dispute.agency, figure_low=n)
    edda.read(f"/admin/claims/{dispute.crane.pk}/")
    with django_assert_max_num_queries(32):
        edda.read(f"/admin/claims/{dispute.crane.pk}/")
    assert StatusChange.objects.exists()
