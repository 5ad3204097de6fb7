"""The box that Dora sees below an article: what it lists, and what it leaves alone."""

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from broadsheet.accounts.models import User
from broadsheet.claims.actions.claims import record_claim
from broadsheet.claims.actions.positions import take_position
from broadsheet.claims.models import Actor, Claim, Position
from broadsheet.publication.before_publishing import Concerns, Mark, Paragraph, concerns_about
from tests.cast import Person
from tests.newsroom import Paper
from tests.publication.editing import edit

FELL = "The north pier fell to the militia."


@pytest.fixture
def claim(dora: Person) -> Claim:
    """Said by the Board alone."""
    claim = record_claim(Claim(sentence=FELL))
    say(claim, "the Board", dora.user)
    return claim


def test_it_works(dora: Person, paper: Paper, claim: Claim) -> None:
    answer = ask(
        dora,
        "North pier falls to militia",
        [{"text": f"Two guards were killed. {FELL}", "marks": [mark(24, 59, claim)]}],
    )
    page = answer.content.decode()
    assert "2 to look at" in page
    assert "the claim is “single source”" in page
    assert "Two guards were killed." in page
    # It is there whatever the article says, and keeps nobody from publishing.
    assert edit(dora, paper.ferry, action_publish="1").status_code == 302


def test_the_editor_shows_the_box(dora: Person, paper: Paper) -> None:
    page = dora.read(reverse("wagtailadmin_pages:edit", args=[paper.ferry.pk])).content.decode()
    assert f'data-before-publishing="{reverse("before_publishing")}"' in page
    assert "before-publishing.js" in page


@pytest.mark.parametrize(
    "sentence",
    [
        "Two guards were killed.",
        "Rebels captured the lighthouse at dawn.",
        "The mayor bribed the inspectors.",
        "The ship was reportedly empty.",
        "He is said to have left the country, the paper wrote.",
    ],
)
def test_a_statement_without_a_source_is_listed(db: None, sentence: str) -> None:
    assert words(concerns("Dull day", sentence).unsourced) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry said two guards were killed.",
        "Two guards were killed, according to the ministry.",
        "The ministry denied that rebels had captured the lighthouse.",
        "“They shelled us for two hours,” a driver said.",
        "The ferry left the quay at nine.",
        "She shot to fame in 1990.",
    ],
)
def test_what_somebody_says_or_nobody_disputes_is_left_alone(db: None, sentence: str) -> None:
    assert concerns("Dull day", sentence).count == 0


def test_a_marked_sentence_has_its_sources_in_the_claim(claim: Claim) -> None:
    text = "Rebels captured the north pier."
    assert concerns("", text, Mark(0, len(text), claim.pk)).count == 0
    ours = record_claim(Claim(sentence="The pier burned."))
    say(ours, "", User.objects.get())
    found = concerns("", text, Mark(0, len(text), ours.pk)).unsourced
    assert [each.why for each in found] == ["the claim has no source but the article itself"]


@pytest.mark.parametrize(
    ("headline", "is_firm"),
    [
        ("North pier falls to militia", True),
        ("North pier fell to the militia on Monday", True),
        ("North pier has fallen, militia says", False),
        ("Has the north pier fallen to the militia?", False),
        ("Militia: north pier fell to us", False),
        ("“North pier fell to the militia”", False),
        ("Conflicting reports on north pier and militia", False),
        ("A quiet day at the harbour", False),
    ],
)
def test_a_headline_may_not_be_firmer_than_its_claim(
    claim: Claim, headline: str, is_firm: bool
) -> None:
    found = concerns(headline, FELL, Mark(0, len(FELL), claim.pk)).headline
    assert words(found) == ([headline] if is_firm else [])


def test_a_headline_may_be_as_firm_as_a_claim_that_stands(claim: Claim, dora: Person) -> None:
    say(claim, "the pilots", dora.user)
    claim.refresh_from_db()
    assert claim.status == "corroborated"
    assert not concerns("North pier falls to militia", FELL, Mark(0, 5, claim.pk)).headline


def test_one_number_is_listed_where_the_sources_differ(db: None, dora: Person) -> None:
    claim = record_claim(Claim(sentence="Crates were lost.", kind="figure", unit="crates"))
    say(claim, "the Board", dora.user, figure_low=100)
    text = "The Board said at least 100 crates were lost. In all, 150 crates were lost."
    found = concerns("", text, Mark(0, 45, claim.pk)).figures
    assert [(each.words, each.why) for each in found] == [
        ("In all, 150 crates were lost.", "sources give at least 100 crates")
    ]
    say(claim, "the union", dora.user, figure_low=300, figure_high=400)
    found = concerns("150 crates lost", "", Mark(0, 0, claim.pk)).figures
    assert [each.why for each in found] == ["sources give at least 100, 300 to 400 crates"]


def test_one_number_that_all_give_is_left_alone(db: None, dora: Person) -> None:
    claim = record_claim(Claim(sentence="Crates were lost.", kind="figure", unit="crates"))
    say(claim, "the Board", dora.user, figure_low=150, figure_high=150)
    assert not concerns("150 crates lost", "x", Mark(0, 1, claim.pk)).figures


def test_many_claims_take_no_more_queries(
    claim: Claim, dora: Person, django_assert_max_num_queries: Any
) -> None:
    claims = [claim, *(record_claim(Claim(sentence=f"Lock {n} is dry.")) for n in range(20))]
    text = "Lock 3 is dry. " * 200
    marks = [Mark(n, n + 1, each.pk) for n, each in enumerate(claims)]
    with django_assert_max_num_queries(3):
        concerns("Lock 3 is dry", text, *marks)


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"headline": "x", "paragraphs": [1]}', "{\x00"])
def test_what_is_no_article_is_refused(dora: Person, body: str) -> None:
    answer = dora.client.post(reverse("before_publishing"), body, content_type="application/json")
    assert answer.status_code == 400


def test_only_those_who_write_may_ask(cem: Person, ann: Person, paper: Paper) -> None:
    assert ask(cem, "", []).status_code in {302, 403}
    assert ask(ann, "", []).status_code == 302


def test_markup_is_text(dora: Person) -> None:
    page = ask(dora, "", [{"text": "<b>Two guards</b> were killed.", "marks": []}]).content.decode()
    assert "<b>" not in page
    assert "&lt;b&gt;Two guards" in page


def concerns(headline: str, text: str, *marks: Mark) -> Concerns:
    return concerns_about(headline, [Paragraph(text, marks)])


def words(found: list[Any]) -> list[str]:
    return [each.words for each in found]


def mark(start: int, end: int, claim: Claim) -> dict[str, int | str]:
    """As the editor sends it: the number of a claim is a word there."""
    return {"start": start, "end": end, "claim": str(claim.pk)}


def ask(person: Person, headline: str, paragraphs: list[dict[str, Any]]) -> HttpResponse:
    sent = json.dumps({"headline": headline, "paragraphs": paragraphs})
    return person.client.post(reverse("before_publishing"), sent, content_type="application/json")


def say(claim: Claim, who: str, by: User | None, **figures: int) -> None:
    assert by is not None
    speaker = Actor.objects.create(kind="institution", name=who) if who else None
    position = Position(
        claim=claim, speaker=speaker, stance="asserts", said_at=timezone.now(), **figures
    )
    take_position(position, by)
