"""Dora marks a sentence and presses the key: the form that comes, and what becomes of it."""

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone
from lxml import html

from broadsheet.claims.models import Actor, Claim, Outlet, Place, Position, Side
from broadsheet.publication.blocks import PARAGRAPH_FEATURES
from tests.cast import Person
from tests.newsroom import Paper

TOLD = (
    "Two pilots told the Coastal Press on condition of anonymity that the quay near Herat had been shut "
    "yesterday."
)
DENIED = "The Harbour Board denied it."


def test_it_works(dora: Person, paper: Paper) -> None:
    form = opened(dora, paper, f"{TOLD} {DENIED}", at=0)
    assert form["sentence"] == "The quay near Herat had been shut yesterday."
    assert (form["speaker"], form["people"], form["is_unnamed"]) == ("two pilots", "2", "on")
    assert (form["told_to"], form["stance"]) == ("the Coastal Press", "asserts")
    assert form["event_words"] == "yesterday"

    answer = sent(dora, paper, form | {"gains_also": "the dockers", "side": "the pilots’ guild"})
    assert answer.status_code == 201
    claim = Claim.objects.get(pk=answer.json()["id"])
    assert answer.json() == {"id": claim.pk, "sentence": claim.sentence, "status": "single source"}
    assert [side.name for side in claim.gains.all()] == ["the dockers"]
    assert claim.event_start is not None
    position = claim.positions.get()
    assert position.speaker_label == "two pilots"
    assert (position.people, position.told_to.name) == (2, "the Coastal Press")
    assert position.article_key == paper.ferry.thread_key
    assert position.entered_by == "Dora"

    form = opened(dora, paper, f"{TOLD} {DENIED}", at=len(TOLD) + 3)
    assert (form["claim"], form["stance"]) == (str(claim.pk), "denies")
    assert sent(dora, paper, form).json()["status"] == "contested"
    assert claim.positions.count() == 2


def test_the_place_is_the_one_the_form_showed(dora: Person, paper: Paper) -> None:
    form = opened(dora, paper, TOLD)
    sent(dora, paper, form)
    place = Place.objects.get()
    assert (place.label, place.country, place.precision) == ("Herat", "AF", "settlement")
    assert place.geonames_id is not None
    # The next claim there takes the same row, and no place is a choice as well.
    again = opened(dora, paper, "The Board said the gate at Herat was open.")
    sent(dora, paper, again)
    sent(dora, paper, opened(dora, paper, "The Board said the lock was dry.") | {"place": "none"})
    assert Place.objects.count() == 1
    assert [claim.places.count() for claim in Claim.objects.order_by("pk")] == [1, 1, 0]


def test_a_crossing_of_our_own_comes_before_the_gazetteer(dora: Person, paper: Paper) -> None:
    own = Place.objects.create(label="Herat Gate", latitude=34.3, longitude=62.2, precision="point")
    form = opened(dora, paper, "The Board said that Herat Gate was shut.")
    assert form["place"] == f"p{own.pk}"


def test_a_speaker_is_remembered_with_the_side(dora: Person, paper: Paper) -> None:
    form = opened(dora, paper, "The Harbour Board said that the quay was dry.")
    assert form["side"] == ""
    sent(dora, paper, form | {"side": "the city"})
    form = opened(dora, paper, "The Harbour Board said that the crane was gone.")
    assert form["side"] == "the city"
    sent(dora, paper, form)
    assert Actor.objects.get().side == Side.objects.get()
    assert [position.sides.count() for position in Position.objects.all()] == [1, 1]


def test_somebody_described_by_a_side_speaks_for_it(dora: Person, paper: Paper) -> None:
    Side.objects.create(name="the militia", slug="militia")
    form = opened(dora, paper, "The militia’s spokesman, Idris Vale, said the quay was dry.")
    assert (form["speaker"], form["side"]) == ("Idris Vale", "the militia")


def test_two_unnamed_sources_are_two_though_described_alike(dora: Person, paper: Paper) -> None:
    sent(dora, paper, opened(dora, paper, "An official said that the quay was dry."))
    claim = Claim.objects.get()
    second = opened(dora, paper, "An official said that the quay was dry.", marked=claim.pk)
    assert second["claim"] == str(claim.pk)
    sent(dora, paper, second)
    assert Actor.objects.filter(kind="unnamed", description="an official").count() == 2
    third = opened(dora, paper, "An official said that the quay was dry.", marked=claim.pk)
    sent(dora, paper, third | {"same_source": str(Actor.objects.first().pk)})
    assert Actor.objects.count() == 2


def test_an_unnamed_source_leaves_nothing_but_the_description(dora: Person, paper: Paper) -> None:
    form = opened(dora, paper, "An official said that the quay was dry.")
    sent(dora, paper, form | {"description": "Idris Vale of the third floor"})
    actor = Actor.objects.get()
    assert (actor.name, actor.description) == ("", "an official")


def test_the_article_itself_can_state_something(dora: Person, paper: Paper) -> None:
    form = opened(dora, paper, "The quay is dry.")
    assert form["speaker"] == ""
    assert sent(dora, paper, form).json()["status"] == "no source given"


def test_figures_are_whole_numbers_of_the_claims_decimals(dora: Person, paper: Paper) -> None:
    form = opened(
        dora, paper, "The union said that at least 12.5 per cent of the dockers had left."
    )
    assert (form["low"], form["high"], form["unit"]) == ("12.5", "", "per cent")
    sent(dora, paper, form)
    claim = Claim.objects.get()
    position = claim.positions.get()
    assert (claim.decimals, position.figure_low, position.figure_high) == (1, 125, None)
    more = opened(dora, paper, "The Board said it was 14 per cent.", marked=claim.pk)
    sent(dora, paper, more | {"claim": str(claim.pk), "low": "14", "high": "14"})
    assert claim.positions.last().figure_low == 140
    refused = sent(dora, paper, more | {"key": "other", "low": "14.25", "high": ""})
    assert refused.status_code == 422
    assert "The figures of this claim have 1 decimal." in refused.content.decode()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"low": "200", "high": "100"}, "The low figure is above the high one."),
        ({"sentence": ""}, "What is stated?"),
        ({"speaker": "", "is_unnamed": "on"}, "How is the source described?"),
        ({"speaker": "", "stance": "denies"}, "Who else speaks?"),
        ({"stance": "retracts"}, "has said nothing here that could be taken back"),
        ({"event_on": "2026-07-09", "said_on": "2026-07-08"}, "before the event happened"),
        ({"said_on": "2126-07-08"}, "Nobody can have said this yet."),
        ({"said_on": "soon"}, "Enter a valid date."),
        ({"people": "0"}, "greater than or equal to 1"),
        ({"gains_also": "the city", "loses_also": "the city"}, "cannot gain and lose by it"),
    ],
)
def test_what_is_refused_is_kept_and_nothing_is_stored(
    dora: Person, paper: Paper, fields: dict[str, str], message: str
) -> None:
    form = opened(dora, paper, "The Harbour Board said on 1 July 2026 that the quay was dry.")
    answer = sent(dora, paper, form | fields | {"words": "as dry as can be"})
    assert answer.status_code == 422
    page = html.fromstring(answer.content.decode())
    assert message in " ".join(page.text_content().split())
    kept = fields_of(answer)
    assert kept["words"] == "as dry as can be"
    assert {name: kept.get(name, "") for name in fields} == fields
    assert page.text_content().count("The Harbour Board said on 1 July 2026") == 1
    for model in (Claim, Position, Actor, Outlet, Side):
        assert not model._default_manager.exists()


def test_sending_twice_stores_once(dora: Person, paper: Paper) -> None:
    form = opened(dora, paper, TOLD)
    answers = [sent(dora, paper, form).json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert (Claim.objects.count(), Position.objects.count(), Actor.objects.count()) == (1, 1, 1)


def test_an_article_that_was_never_saved_can_have_claims(dora: Person, paper: Paper) -> None:
    answer = dora.client.post("/admin/claims/entry/form/", selection(TOLD) | {"article": ""})
    form = fields_of(answer)
    sent_form = dora.client.post("/admin/claims/entry/", form | selection(TOLD))
    assert sent_form.status_code == 201
    assert Position.objects.get().article_key == ""


def test_days_are_read_against_the_day_of_the_article(dora: Person, paper: Paper) -> None:
    paper.ferry.first_published_at = timezone.make_aware(timezone.datetime(2026, 7, 10, 12))
    paper.ferry.save()
    form = opened(dora, paper, "The Board said on Thursday that the quay fell on Tuesday.")
    assert (form["said_on"], form["event_on"]) == ("2026-07-09", "2026-07-07")


def test_only_those_who_may_edit_the_article_may(cem: Person, ann: Person, paper: Paper) -> None:
    fields = selection(TOLD) | {"article": str(paper.ferry.pk)}
    for address in ("/admin/claims/entry/", "/admin/claims/entry/form/"):
        assert cem.client.post(address, fields).status_code in {302, 403}
        assert cem.client.post(address, fields | {"article": ""}).status_code in {302, 403}
        assert ann.client.post(address, fields).status_code == 302
    assert not Claim.objects.exists()


@pytest.mark.parametrize(
    "fields", [{"text": ""}, {"start": "-1"}, {"end": "x"}, {"text": "x" * 20_001}]
)
def test_a_selection_that_is_none_is_refused(
    dora: Person, paper: Paper, fields: dict[str, str]
) -> None:
    values = selection(TOLD) | {"article": str(paper.ferry.pk)} | fields
    assert dora.client.post("/admin/claims/entry/form/", values).status_code == 400


def test_markup_in_a_paragraph_is_text(dora: Person, paper: Paper) -> None:
    form = {"article": str(paper.ferry.pk)} | selection('The Board said "<script>" was <b>dry</b>.')
    page = dora.client.post("/admin/claims/entry/form/", form).content.decode()
    assert "<script>" not in page
    assert "<b>" not in page


def test_right_to_left_text_can_be_entered(dora: Person, paper: Paper) -> None:
    text = "قالت الوزارة إن المعبر سقط."
    sent(dora, paper, opened(dora, paper, text) | {"speaker": "وزارة الداخلية"})
    assert Claim.objects.get().sentence == text


def test_a_mark_goes_through_the_editor_unchanged(db: None) -> None:
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    claim = Claim.objects.create(sentence="The quay is dry.", slug="quay")
    converter = ContentstateConverter(PARAGRAPH_FEATURES)
    stored = (
        f'<p data-block-key="abcde">Note: <a linktype="claim" id="{claim.pk}">the <b>quay</b> is dry</a>.'
        '<a linktype="claim" id="99">gone</a></p>'
    )
    in_editor = converter.from_database_format(stored)
    entities = json.loads(in_editor)["entityMap"].values()
    assert [entity["data"]["sentence"] for entity in entities] == [
        "The quay is dry.",
        "This claim is gone.",
    ]
    assert converter.to_database_format(in_editor) == stored


def selection(text: str, at: int = 0, marked: int | str = "") -> dict[str, str]:
    """What the editor's page sends of a cursor in a paragraph."""
    place = {"start": str(at), "end": str(at)}
    return {"text": text, "marked": str(marked), "claim": ""} | place


def opened(
    person: Person, paper: Paper, text: str, at: int = 0, marked: int | str = ""
) -> dict[str, str]:
    """The form filled in, as the browser would send it."""
    values = selection(text, at, marked) | {"article": str(paper.ferry.pk)}
    answer = person.client.post("/admin/claims/entry/form/", values)
    assert answer.status_code == 200
    return fields_of(answer) | {
        name: value for name, value in values.items() if name not in {"claim"}
    }


def sent(person: Person, paper: Paper, form: dict[str, Any]) -> HttpResponse:
    return person.client.post("/admin/claims/entry/", form | {"article": str(paper.ferry.pk)})


def fields_of(answer: HttpResponse) -> dict[str, str]:
    page = html.fromstring(answer.content.decode())
    form = page if page.tag == "form" else page.find(".//form")
    return {
        name: value or "" for name, value in form.form_values() if name != "csrfmiddlewaretoken"
    }
