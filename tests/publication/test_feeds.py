"""The feeds are valid, newest first, and made of what is public."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from lxml import etree

from broadsheet.publication.actions import add_section
from broadsheet.publication.models import ArticlePage, Author, Byline
from tests.cast import Person
from tests.newsroom import Paper, publish

SPOILED = '<b>Late</b> & "later" \x0b]]> \U0001f41f'


def channel(person: Person, address: str) -> Any:
    response = person.read(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    (found,) = etree.fromstring(response.content).findall("channel")
    return found


def test_it_works(paper: Paper, ann: Person) -> None:
    mona = Author.objects.create(name="Mona", slug="mona")
    paper.ferry.bylines = [Byline(author=mona)]
    paper.ferry.deck = "Nobody knows why."
    paper.ferry.save_revision().publish()
    feed = channel(ann, "/feed.xml")
    assert feed.findtext("title") == "The Test Gazette"
    assert feed.findtext("link") == "http://paper.test/"
    (entry,) = feed.findall("item")
    assert entry.findtext("title") == "The ferry is late"
    assert entry.findtext("link") == "http://paper.test/harbour/ferry-late/"
    assert entry.findtext("guid") == "http://paper.test/harbour/ferry-late/"
    assert entry.findtext("description") == "Nobody knows why."
    assert entry.findtext("{http://purl.org/dc/elements/1.1/}creator") == "Mona"
    assert entry.findtext("pubDate")


def test_it_says_where_it_is(paper: Paper, ann: Person) -> None:
    for address in ("/feed.xml", "/harbour/feed.xml"):
        (link,) = channel(ann, address).findall("{http://www.w3.org/2005/Atom}link")
        assert link.get("href") == f"http://paper.test{address}"


def test_pages_lead_to_it(paper: Paper, ann: Person) -> None:
    assert 'type="application/rss+xml"' in ann.read("/harbour/").text
    assert 'href="/harbour/feed.xml"' in ann.read("/harbour/").text


def test_a_section_has_its_own(paper: Paper, ann: Person) -> None:
    town = add_section(paper.front, "Town", "town")
    publish(town, "The fair", "fair")
    feed = channel(ann, "/town/feed.xml")
    assert feed.findtext("title") == "The Test Gazette: Town"
    assert [entry.findtext("title") for entry in feed.findall("item")] == ["The fair"]
    assert ann.read("/nowhere/feed.xml").status_code == 404


def test_the_newest_thirty_stand_in_it_newest_first(paper: Paper, ann: Person) -> None:
    now = timezone.now()
    for number in range(31):
        article = publish(paper.harbour, f"Number {number}", f"number-{number}")
        moment = now + timedelta(minutes=number)
        ArticlePage.objects.filter(pk=article.pk).update(first_published_at=moment)
    titles = [entry.findtext("title") for entry in channel(ann, "/feed.xml").findall("item")]
    assert titles == [f"Number {number}" for number in range(30, 0, -1)]


@pytest.mark.parametrize("spoiled", [SPOILED, "字" * 200])
def test_whatever_is_in_a_headline_it_is_xml(paper: Paper, ann: Person, spoiled: str) -> None:
    publish(paper.harbour, spoiled, "spoiled", deck=spoiled)
    titles = [entry.findtext("title") for entry in channel(ann, "/feed.xml").findall("item")]
    assert spoiled.replace("\x0b", "") in titles


def test_drafts_are_not_in_it(paper: Paper, ann: Person) -> None:
    paper.harbour.add_child(instance=ArticlePage(title="Not yet", slug="not-yet", live=False))
    assert len(channel(ann, "/feed.xml").findall("item")) == 1
