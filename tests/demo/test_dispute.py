"""The disputes of the demo newsroom: every status and every flag, and words that stand in print."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.accounts.models import User
from broadsheet.claims.models import Appearance, Claim, Place, Position, Side, StatusChange
from broadsheet.claims.words import Flag, Status
from broadsheet.config.worker import work_until_idle
from broadsheet.demo import texts
from broadsheet.demo.dispute import Dispute
from broadsheet.publication.actions import add_section
from broadsheet.publication.models import ArticlePage
from broadsheet.theme.formats import day
from tests.newsroom import Paper

MARK = re.compile(r"\{(.+?)\}\(claim:([\w-]+)\)")


def sources() -> dict[str, str]:
    """Each article as it is written."""
    return {path.stem: path.read_text("utf-8") for path in (texts.HERE / "articles").glob("*.md")}


def bare(text: str) -> str:
    """As it is read: without marks, stars and line ends."""
    return " ".join(MARK.sub(r"\1", text).replace("*", "").replace("\n>", "\n").split())


def positions() -> list[tuple[str, dict[str, Any]]]:
    return [(claim["slug"], said) for claim in texts.claims() for said in claim["said"]]


@pytest.fixture
def dispute(paper: Paper) -> Dispute:
    """All of it, in articles that have their words and nothing else."""
    filled, section = Dispute(), add_section(paper.front, "Ostrey", "ostrey", "")
    for text in texts.articles():
        published = timezone.now() - timedelta(hours=text.head["published_hours_ago"])
        filled.record_claims(text.slug, published)
        words = [
            (kind, texts.numbered(value, filled.numbers))
            for kind, value in text.blocks
            if kind == "paragraph"
        ]
        article = ArticlePage(title=text.head["headline"], slug=text.slug, body=words)
        section.add_child(instance=article)
        article.save_revision().publish()
        filled.take_positions(text.slug, article, published)
    work_until_idle()
    return filled


def test_it_works(dispute: Dispute) -> None:
    assert (Claim.objects.count(), Position.objects.count()) == (28, 66)
    assert Side.objects.count() >= 3
    assert not User.objects.filter(username="Ruben Askew").exists()


def test_every_status_occurs(dispute: Dispute) -> None:
    found = set(Claim.objects.values_list("status", flat=True))
    assert found == {status.value for status in Status}


def test_every_flag_occurs(dispute: Dispute) -> None:
    found = {flag for flags in Claim.objects.values_list("flags", flat=True) for flag in flags}
    assert found == {flag.value for flag in Flag}


def test_statuses_change_in_the_order_of_the_days(dispute: Dispute) -> None:
    changes = StatusChange.objects.filter(claim__slug="one-breaker")
    assert [change.after for change in changes] == [
        "no source given",
        "single source",
        "contested",
        "conceded",
    ]
    moments = [change.changed_at for change in changes]
    assert moments == sorted(moments)
    assert moments[-1] - moments[0] > timedelta(days=1)


def test_it_goes_on_for_days_at_places_known_more_or_less_exactly(dispute: Dispute) -> None:
    assert len({day(position.said_at) for position in Position.objects.all()}) >= 4
    assert {place.precision for place in Place.objects.all()} == {
        *("point", "settlement", "district", "line", "several", "none")
    }


def test_every_mark_is_noted_with_its_words(dispute: Dispute) -> None:
    marked = {
        (slug, claim, bare(words))
        for slug, text in sources().items()
        for words, claim in MARK.findall(text)
    }
    noted = {
        (each.article_address.strip("/").split("/")[-1], each.claim.slug, each.words)
        for each in Appearance.objects.select_related("claim")
    }
    assert noted == marked
    assert {claim for _, claim, _ in marked} == {claim["slug"] for claim in texts.claims()}


def test_a_position_leads_to_the_paragraph_it_was_found_in(dispute: Dispute) -> None:
    said = Position.objects.get(claim__slug="waste-tank")
    stated = Appearance.objects.get(claim__slug="waste-tank")
    assert (said.article_key, said.paragraph) == (stated.article_key, stated.paragraph)


def test_a_figure_that_was_misread_stays_beside_the_one_in_its_place(dispute: Dispute) -> None:
    replaced = Position.objects.get(replaced_by__isnull=False)
    assert (replaced.figure_low, replaced.replaced_by.figure_low) == (13, 31)
    assert "thirty-one hours, not thirteen" in replaced.replaced_by.replaces_why


@pytest.mark.parametrize(("slug", "said"), [each for each in positions() if "words" in each[1]])
def test_what_is_word_for_word_stands_in_the_article(slug: str, said: dict[str, Any]) -> None:
    assert said["words"] in bare(sources()[said["in"]])


@pytest.mark.parametrize(("slug", "said"), positions())
def test_nobody_is_given_two_sorts_of_words(slug: str, said: dict[str, Any]) -> None:
    assert ("words" in said) != ("gist" in said)
