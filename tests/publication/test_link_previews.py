"""What other sites and machines are told about a page."""

import json
import re
from typing import Any

import pytest
from lxml import html

from broadsheet.publication.models import ArticlePage, Author, Byline
from tests.cast import Person
from tests.newsroom import Paper, publish

SPOILED = """</script><script>alert('1')</script> & "more" \u2028 <!--"""


@pytest.fixture
def spoiled(paper: Paper) -> ArticlePage:
    """An article whose words try to leave their place in the page."""
    article = publish(
        paper.harbour, SPOILED, "spoiled", deck=SPOILED, dateline="Hull", kicker=SPOILED
    )
    author = Author.objects.create(name=SPOILED, slug="mona")
    article.bylines = [Byline(author=author)]
    article.tags.add("ferry")
    article.save_revision().publish()
    return article


def read(ann: Person, address: str) -> Any:
    return html.fromstring(ann.read(address).content.decode())


def facts(page: Any) -> dict[str, Any]:
    (script,) = page.xpath("//script[@type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text)
    return found


def test_it_works(spoiled: ArticlePage, ann: Person) -> None:
    page = read(ann, "/harbour/spoiled/")
    said = {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}
    assert said["og:type"] == "article"
    assert said["og:title"] == said["og:description"] == SPOILED
    assert said["og:url"] == "http://paper.test/harbour/spoiled/"
    assert said["og:site_name"] == "The Test Gazette"
    assert said["article:author"] == "http://paper.test/authors/mona/"
    assert said["article:tag"] == "ferry"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:+]+", said["article:published_time"])


def test_no_word_leaves_the_facts_for_machines(spoiled: ArticlePage, ann: Person) -> None:
    page = read(ann, "/harbour/spoiled/")
    known = facts(page)
    assert known["@type"] == "NewsArticle"
    assert known["headline"] == known["description"] == known["author"][0]["name"] == SPOILED
    assert known["url"] == "http://paper.test/harbour/spoiled/"
    assert not [script for script in page.xpath("//script") if "alert" in (script.text or "")[:8]]


def test_what_is_not_known_is_not_said(paper: Paper, ann: Person) -> None:
    known = facts(read(ann, "/harbour/ferry-late/"))
    assert known["image"] == known["author"] == known["dateline"] == []


@pytest.mark.parametrize("address", ["/", "/harbour/", "/harbour/ferry-late/"])
def test_the_address_is_the_papers_whatever_the_request_says(
    paper: Paper, ann: Person, address: str
) -> None:
    page = read(ann, address)
    canonical = page.xpath("//link[@rel='canonical']/@href")
    told = page.xpath("//meta[@property='og:url']/@content")
    assert canonical == told == [f"http://paper.test{address}"]
