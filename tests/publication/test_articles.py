"""An article as its readers get it."""

import json
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from lxml import html
from PIL import Image

from broadsheet.discussion.models import Thread
from broadsheet.outbox.models import Event
from broadsheet.publication.actions import store_picture
from broadsheet.publication.models import ArticlePage, Author, Byline, Picture
from tests.cast import Person
from tests.newsroom import Paper, publish
from tests.publication.editing import article_form

BODY = [
    ("paragraph", "<p>The <b>ferry</b> left at <a href='https://tide.test/'>nine</a>.</p>"),
    ("heading", "Why it was late"),
    ("quote", {"text": "I waited.", "attribution": "A passenger"}),
    ("list", "<ul><li>fog</li><li>gulls</li></ul>"),
]


@pytest.fixture
def picture(paper: Paper) -> Picture:
    drawing = BytesIO()
    Image.new("RGB", (640, 400), "navy").save(drawing, "PNG")
    return store_picture("The quay", drawing.getvalue(), "quay.png", description="Boats at a quay")


def read(person: Person, address: str) -> Any:
    response = person.read(address)
    assert response.status_code == 200
    return html.fromstring(response.text)


def words(page: Any, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in page.xpath(path)]


def test_it_works(paper: Paper, ann: Person, picture: Picture) -> None:
    article = publish(
        paper.harbour,
        "The pier is open",
        "pier-open",
        deck="After three years.",
        kicker="Works",
        dateline="HULL",
        lead_picture=picture,
        lead_caption="The quay at dawn.",
        body=BODY,
    )
    article.bylines = [
        Byline(author=Author.objects.create(name=name, slug=name.lower()))
        for name in ("Mona", "Theo")
    ]
    article.tags.add("pier")
    article.save_revision().publish()
    page = read(ann, "/harbour/pier-open/")
    assert words(page, "//h1") == ["The pier is open"]
    assert words(page, "//p[@class='deck']") == ["After three years."]
    assert "Harbour" in words(page, "//p[@class='kicker']")[0]
    assert page.xpath("//p[@class='byline']//a/@href") == ["/authors/mona/", "/authors/theo/"]
    assert words(page, "//p[@class='dateline']") == ["HULL"]
    assert words(page, "//ul[@class='tags']/li") == ["pier"]
    body = page.xpath("//div[@class='article-body']")[0]
    assert words(body, ".//h2") == ["Why it was late"]
    assert words(body, ".//blockquote") == ["I waited."]
    assert words(body, ".//li") == ["fog", "gulls"]
    assert body.xpath(".//a/@href") == ["https://tide.test/"]


def test_its_picture_can_be_seen_in_full(paper: Paper, ann: Person, picture: Picture) -> None:
    publish(paper.harbour, "The pier is open", "pier-open", lead_picture=picture)
    page = read(ann, "/harbour/pier-open/")
    (link,) = page.xpath("//a[text()='Click to see full-size image']/@href")
    assert link.startswith("/media/")
    assert page.xpath("//figure//img/@alt") == ["Boats at a quay"]
    (image,) = page.xpath("//figure//img")
    assert image.get("width")
    assert image.get("height")


def test_a_headline_is_only_text(paper: Paper, ann: Person) -> None:
    publish(paper.harbour, '<i>Late</i> & "later"', "late", deck="<script>alert(1)</script>")
    response = ann.read("/harbour/late/")
    assert "<script>alert(1)" not in response.text
    assert words(html.fromstring(response.text), "//h1") == ['<i>Late</i> & "later"']


def test_every_public_page_has_the_strict_policy(paper: Paper, ann: Person) -> None:
    policy = ann.read("/harbour/ferry-late/")["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_no_page_asks_for_anything_elsewhere(paper: Paper, ann: Person) -> None:
    page = read(ann, "/harbour/ferry-late/")
    loaded = page.xpath("//script/@src | //img/@src | //link[not(@rel='canonical')]/@href")
    assert loaded
    assert [address for address in loaded if not address.startswith("/")] == []
    assert page.xpath("//*[@style or @onclick]") == []


def test_written_and_published_in_the_admin(paper: Paper, dora: Person, ann: Person) -> None:
    add = reverse(
        "wagtailadmin_pages:add",
        args=["broadsheet_publication", "articlepage", paper.harbour.pk],
    )
    response = dora.client.post(add, article_form() | {"action-publish": "1"})
    assert response.status_code == 302
    article = ArticlePage.objects.get(slug="pier-open")
    assert article.live
    assert "Since this morning." in ann.read("/harbour/pier-open/").text
    event = Event.objects.filter(kind="article_published").last()
    assert event
    assert event.payload == {"page": article.pk, "address": "/harbour/pier-open/"}


def test_a_draft_is_nobodys_yet(paper: Paper, ann: Person) -> None:
    draft = ArticlePage(title="Not yet", slug="not-yet", live=False)
    paper.harbour.add_child(instance=draft)
    assert ann.read("/harbour/not-yet/").status_code == 404
    assert "Not yet" not in ann.read("/").text + ann.read("/harbour/").text


def test_a_published_article_has_a_thread(paper: Paper, ann: Person, work: Any) -> None:
    article = publish(paper.harbour, "The pier is open", "pier-open")
    work()
    thread = Thread.objects.get(key=f"article:{article.pk}")
    assert (thread.title, thread.address) == ("The pier is open", "/harbour/pier-open/")
    assert "Nobody has written here yet." in ann.read("/harbour/pier-open/").text


def test_a_new_headline_is_its_threads_headline(paper: Paper, work: Any) -> None:
    paper.ferry.title = "The ferry is here"
    paper.ferry.save_revision().publish()
    work()
    paper.thread.refresh_from_db()
    assert paper.thread.title == "The ferry is here"


def test_a_closed_discussion_is_closed_on_all_its_pages(
    printed: Paper, ann: Person, work: Any
) -> None:
    addresses = [f"/discussion/{printed.thread.pk}/newest/", "/harbour/ferry-late/"]
    assert all('class="comment-form"' in ann.read(address).text for address in addresses)
    printed.ferry.comments_open = False
    printed.ferry.save_revision().publish()
    work()
    for address in addresses:
        page = ann.read(address).text
        assert "This discussion is closed." in page
        assert 'class="comment-form"' not in page


def test_the_tree_of_the_paper_is_kept_in_the_admin(paper: Paper, dora: Person) -> None:
    explorer = reverse("wagtailadmin_explore", args=[paper.harbour.pk])
    assert "The ferry is late" in dora.read(explorer).text


def test_facts_for_machines_are_json(paper: Paper, ann: Person) -> None:
    page = read(ann, "/harbour/ferry-late/")
    (facts,) = page.xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(facts)["headline"] == "The ferry is late"
