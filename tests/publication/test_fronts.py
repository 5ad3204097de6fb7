"""The front page, the sections and their archives."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from broadsheet.publication.actions import add_section
from broadsheet.publication.models import ArticlePage, Author, Byline, SectionPage
from tests.cast import Person
from tests.newsroom import Paper, publish


def headlines(person: Person, address: str) -> list[str]:
    response = person.read(f"{address}?fresh")
    assert response.status_code == 200, address
    return [
        " ".join(h.text_content().split())
        for h in html.fromstring(response.text).xpath("//article//h3 | //article//h2")
    ]


def publish_many(section: SectionPage, count: int) -> None:
    """Articles "Number 1" to "Number count" in all, the last the newest, after the ferry."""
    now = timezone.now() + timedelta(days=1)
    there = ArticlePage.objects.filter(slug__startswith="number-").count()
    for number in range(there + 1, count + 1):
        section.add_child(
            instance=ArticlePage(
                title=f"Number {number}",
                slug=f"number-{number}",
                first_published_at=now + timedelta(minutes=number),
            )
        )


def test_it_works(paper: Paper, ann: Person) -> None:
    publish_many(paper.harbour, 2)
    assert headlines(ann, "/") == ["Number 2", "Number 1", "The ferry is late"]
    assert headlines(ann, "/harbour/") == ["Number 2", "Number 1", "The ferry is late"]


def test_the_front_has_each_article_once(paper: Paper, ann: Person) -> None:
    town = add_section(paper.front, "Town", "town")
    publish_many(paper.harbour, 9)
    publish(town, "The fair", "fair")
    found = headlines(ann, "/")
    assert len(found) == len(set(found)) == 11
    assert "The fair" in found


def test_every_page_names_the_paper_and_its_sections(paper: Paper, ann: Person) -> None:
    add_section(paper.front, "Town", "town")
    for address in ("/", "/harbour/", "/harbour/ferry-late/", "/nowhere/"):
        page = html.fromstring(ann.read(address).text)
        assert "The Test Gazette" in page.xpath("//title/text()")[0]
        links = page.xpath("//nav[@aria-label='Sections']//a/@href")
        assert links == ["/harbour/", "/town/"]


@pytest.mark.parametrize(("articles", "first"), [(20, 20), (21, 21), (39, 39), (40, 20), (41, 21)])
def test_a_section_begins_with_twenty_to_thirty_nine(
    paper: Paper, ann: Person, articles: int, first: int
) -> None:
    publish_many(paper.harbour, articles - 1)
    assert len(headlines(ann, "/harbour/")) == first


def test_older_articles_are_one_link_away_and_stay_there(paper: Paper, ann: Person) -> None:
    publish_many(paper.harbour, 40)
    page = ann.read("/harbour/").text
    assert 'rel="next" href="/harbour/archive/1/"' in page
    oldest = headlines(ann, "/harbour/archive/1/")
    assert oldest == [*(f"Number {number}" for number in range(19, 0, -1)), "The ferry is late"]
    publish_many(paper.harbour, 41)
    assert headlines(ann, "/harbour/archive/1/") == oldest


@pytest.mark.parametrize(
    "address",
    ["archive/0/", "archive/1/", "archive/2/", "archive/x/", "archive/99999999999999999999/"],
)
def test_there_is_no_such_archive(paper: Paper, ann: Person, address: str) -> None:
    assert ann.read(f"/harbour/{address}").status_code == 404


def test_an_empty_section_says_so(paper: Paper, ann: Person) -> None:
    add_section(paper.front, "Town", "town")
    assert "Nothing is published in this section yet." in ann.read("/town/").text


def test_an_author_has_a_page_with_their_articles(paper: Paper, ann: Person) -> None:
    mona = Author.objects.create(name="Mona", slug="mona", role="Harbour reporter", bio="Rows.")
    paper.ferry.bylines = [Byline(author=mona)]
    paper.ferry.save_revision().publish()
    publish(paper.harbour, "By nobody", "by-nobody")
    assert headlines(ann, "/authors/mona/") == ["The ferry is late"]
    page = ann.read("/authors/mona/").text
    assert "Harbour reporter" in page
    assert ann.read("/authors/nobody/").status_code == 404


def test_what_is_not_there_is_a_page_of_ours(paper: Paper, ann: Person) -> None:
    response = ann.read("/nowhere/")
    assert response.status_code == 404
    assert "There is no such page" in response.text


@pytest.mark.parametrize(
    ("address", "ceiling"),
    [("/", 24), ("/harbour/", 20), ("/feed.xml", 10), ("/harbour/feed.xml", 10)],
)
def test_more_articles_cost_no_more_queries(
    paper: Paper, ann: Person, address: str, ceiling: int
) -> None:
    def queries() -> int:
        ann.read(f"{address}?fresh")
        with CaptureQueriesContext(connection) as captured:
            ann.read(f"{address}?fresh")
        return len(captured)

    publish_many(paper.harbour, 10)
    few = queries()
    publish_many(paper.harbour, 18)
    assert queries() == few <= ceiling
