"""A claim in the text of an article: the mark, what it opens, and what claims are told of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html
from wagtail.models import PageViewRestriction
from wagtail.rich_text import expand_db_html

from broadsheet.accounts.models import User
from broadsheet.claims.actions.claims import record_claim
from broadsheet.claims.actions.positions import take_position
from broadsheet.claims.models import Actor, Appearance, Claim, Outlet, Position, Side
from broadsheet.delivery.files import file_of
from broadsheet.publication.claim_marks import marks_in
from broadsheet.publication.models import ArticlePage
from tests.cast import Person
from tests.newsroom import Paper, publish

Work = Callable[[], None]
CRANE = "/harbour/crane/"
FRIDAY = datetime(2026, 7, 10, tzinfo=UTC)
MOST_MORE = 5  # queries that claims may add to an article, however many it states


@pytest.fixture
def claim(db: None) -> Claim:
    """The Board holds the crane, says its spokeswoman; it is in the Board's interest."""
    board = Side.objects.create(name="the Board", slug="board")
    claim = record_claim(Claim(sentence="The Board holds the crane."), gains=[board])
    ada = Actor.objects.create(kind="person", name="Ada Berg", side=board)
    agency = Outlet.objects.create(name="Norrsky News", slug="norrsky", kind="agency")
    say(claim, ada, "asserts", told_to=agency, words="We hold it", is_verbatim=True)
    return claim


def say(claim: Claim, speaker: Actor, stance: str, **fields: Any) -> Position:
    position = Position(claim=claim, speaker=speaker, stance=stance, said_at=FRIDAY, **fields)
    return take_position(position, User(username="edda"))


def deny(claim: Claim) -> Position:
    officials = Actor.objects.create(kind="unnamed", description="two officials")
    return say(claim, officials, "denies", people=2, unnamed_why="not allowed to speak")


def marked(claim: Claim, words: str = "the crane is <b>theirs</b>") -> str:
    return f'<a linktype="claim" id="{claim.pk}">{words}</a>'


def paragraph(*pieces: str) -> tuple[str, str]:
    return "paragraph", "".join(pieces)


def write(paper: Paper, *blocks: tuple[str, str], **fields: Any) -> ArticlePage:
    return publish(paper.harbour, "The crane", "crane", body=list(blocks), **fields)


def read(person: Person) -> Any:
    return html.fromstring(person.read(CRANE).content.decode())


def body_of(page: Any) -> Any:
    (body,) = page.find_class("article-body")
    return body


def shape(body: Any) -> list[str]:
    return [f"{each.tag} {each.get('id') or ''}".strip() for each in body]


def test_it_works(paper: Paper, ann: Person, claim: Claim) -> None:
    deny(claim)
    write(paper, paragraph(f"<p>They say {marked(claim)}, and go on.</p><p>More.</p>"))
    body = body_of(read(ann))
    assert shape(body) == ["p", f"details claim-{claim.pk}", "p"]
    paragraph_, panel, _ = body
    assert paragraph_.text_content() == (
        "They say the crane is theirs\xa0\xa0contested, and go on."
    )
    (words,) = paragraph_.find_class("claim-words")
    assert words.text_content() == "the crane is theirs"
    (mark,) = paragraph_.find_class("claim-mark")
    assert panel.get_element_by_id(mark.get("href")[1:]) is not None
    said = " ".join(panel.text_content().split())
    for fact in (
        "contested The Board holds the crane.",
        "Some say so, others deny it.",
        "Ada Berg, to Norrsky News: We hold it",
        "two officials (unnamed: not allowed to speak) (2 people)",
    ):
        assert fact in said
    assert panel.xpath(".//a/@href") == ["/claims/the-board-holds-the-crane/"]


def test_claims_stand_at_the_foot_once_each(paper: Paper, ann: Person, claim: Claim) -> None:
    other = record_claim(Claim(sentence="The pier is shut."))
    text = f"<p>{marked(claim)} and {marked(other)} and {marked(claim)}</p>"
    write(paper, paragraph(text))
    (foot,) = read(ann).find_class("claims-here")
    assert [link.text for link in foot.find("ul").iter("a")] == [claim.sentence, other.sentence]
    assert "one party only" in foot.text_content()


def test_each_mark_has_a_panel_of_its_own(paper: Paper, ann: Person, claim: Claim) -> None:
    one = f"<p>{marked(claim)}</p>"
    bullets = f"<ul><li>{marked(claim)}</li><li>No.</li></ul>"
    write(paper, paragraph(one, "<p>No.</p>", one), ("list", bullets))
    page = read(ann)
    number = claim.pk
    assert shape(body_of(page)) == [
        *("p", f"details claim-{number}", "p", "p", f"details claim-{number}-2"),
        *("ul", f"details claim-{number}-3"),
    ]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_claim_that_is_gone_leaves_its_words(paper: Paper, ann: Person) -> None:
    write(paper, paragraph('<p>So <a id="999" linktype="claim">it</a> is.</p>'))
    page = read(ann)
    assert body_of(page).text_content().strip() == "So it is."
    assert not page.find_class("claims-here")


def test_other_links_stay_links(paper: Paper, ann: Person, claim: Claim) -> None:
    link = '<a href="https://board.test/">the Board</a>'
    write(paper, paragraph(f"<p>{link} {marked(claim)} {link}</p>"))
    assert [each.get("href") for each in body_of(read(ann))[0].iter("a")] == [
        "https://board.test/",
        f"#claim-{claim.pk}-who",
        "https://board.test/",
    ]


@pytest.mark.parametrize("attribute", ['id="x"', 'id=""', "", 'id="1; drop"', f'id="{"9" * 30}"'])
def test_a_broken_mark_breaks_no_page(paper: Paper, ann: Person, attribute: str) -> None:
    write(paper, paragraph(f'<p>So <a linktype="claim" {attribute}>it</a> is.</p>'))
    assert body_of(read(ann)).text_content().strip() == "So it is."


def test_words_of_a_claim_do_not_leave_their_place(paper: Paper, ann: Person) -> None:
    spoiled = """</script><script>alert(1)</script><img src=x onerror="alert(1)">"""
    claim = record_claim(Claim(sentence=spoiled, note=spoiled))
    say(claim, Actor.objects.create(kind="person", name=spoiled[:100]), "asserts", words=spoiled)
    write(paper, paragraph(f"<p>{marked(claim)}</p>"))
    page = read(ann)
    assert not page.xpath("//img | //script[contains(text(), 'alert') and not(@type)]")
    assert facts(page)["mentions"][0]["text"] == spoiled


def facts(page: Any) -> Any:
    (script,) = page.xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def test_machines_are_told(paper: Paper, ann: Person, claim: Claim) -> None:
    write(paper, paragraph(f"<p>{marked(claim)}</p>"))
    known = facts(read(ann))
    assert known["@context"][0] == "https://schema.org"
    (mentioned,) = known["mentions"]
    assert mentioned["@type"] == "Claim"
    assert mentioned["@id"] == "http://paper.test/claims/the-board-holds-the-crane/"
    assert mentioned["bs:status"] == "one party only"


def test_more_claims_are_no_more_queries(paper: Paper, ann: Person, claim: Claim) -> None:
    plain = queries_to_make(ann, "/harbour/ferry-late/")
    others = [record_claim(Claim(sentence=f"Ship {number} is in.")) for number in range(5)]
    for each in others:
        deny(each)
    write(paper, paragraph("<p>", *[marked(each) for each in others], marked(claim), "</p>"))
    assert queries_to_make(ann, CRANE) - plain <= MOST_MORE


def queries_to_make(person: Person, address: str) -> int:
    file_of(address).unlink(missing_ok=True)
    with CaptureQueriesContext(connection) as captured:
        person.read(address)
    return len(captured)


def test_feeds_and_previews_have_the_word_in_brackets(
    paper: Paper, ann: Person, claim: Claim
) -> None:
    write(paper, paragraph(f"<p>They say {marked(claim)}, and go on.</p><p>More.</p>"))
    words = "They say the crane is theirs [one party only], and go on."
    assert f"<description>{words}</description>" in ann.read("/feed.xml").content.decode()
    assert read(ann).xpath("//meta[@property='og:description']/@content") == [words]


def test_elsewhere_a_mark_is_a_link_to_the_claim(claim: Claim) -> None:
    expanded = expand_db_html(f"<p>{marked(claim)} <a linktype='x'>no</a></p>")
    assert 'href="/claims/the-board-holds-the-crane/"' in expanded


def test_marks_are_counted_in_bare_text(paper: Paper, claim: Claim) -> None:
    article = write(paper, paragraph(f"<p>Fish &amp; <i>chips</i>: {marked(claim)}</p>"))
    (mark,) = marks_in(article.body)
    assert (mark.start, mark.end) == (14, 33)
    assert "Fish & chips: the crane is theirs"[14:33] == mark.words == "the crane is theirs"[:19]
    assert mark.paragraph == article.body[0].id


def told(claim: Claim) -> list[tuple[str, str, str]]:
    columns = ("article_address", "article_headline", "words")
    return list(Appearance.objects.filter(claim=claim).order_by("start").values_list(*columns))


def test_claims_learn_where_they_are_stated(paper: Paper, claim: Claim, work: Work) -> None:
    article = write(paper, paragraph(f"<p>{marked(claim, 'One')}, {marked(claim, 'two')}</p>"))
    work()
    assert told(claim) == [(CRANE, "The crane", "One"), (CRANE, "The crane", "two")]
    article.body = [paragraph(f"<p>{marked(claim, 'One')}</p>")]
    article.title = "The crane again"
    article.save_revision().publish()
    work()
    assert told(claim) == [(CRANE, "The crane again", "One")]


def test_claims_learn_of_another_address(
    paper: Paper, claim: Claim, work: Work, django_capture_on_commit_callbacks: Any
) -> None:
    write(paper, paragraph(f"<p>{marked(claim)}</p>"))
    work()
    paper.harbour.slug = "quays"
    with django_capture_on_commit_callbacks(execute=True):
        paper.harbour.save_revision().publish()
    work()
    assert told(claim)[0][0] == "/quays/crane/"


def test_a_draft_tells_claims_nothing(paper: Paper, claim: Claim, work: Work) -> None:
    article = write(paper, paragraph("<p>Nothing.</p>"))
    article.body = [paragraph(f"<p>{marked(claim)}</p>")]
    article.save_revision()
    work()
    assert told(claim) == []


@pytest.mark.parametrize("how", ["unpublish", "delete", "hide"])
def test_what_is_not_public_is_not_told(paper: Paper, claim: Claim, work: Work, how: str) -> None:
    article = write(paper, paragraph(f"<p>{marked(claim)}</p>"))
    work()
    assert told(claim)
    if how == "hide":
        PageViewRestriction.objects.create(page_id=paper.harbour.pk, restriction_type="login")
    else:
        getattr(article, how)()
    work()
    assert told(claim) == []


def test_publishing_again_changes_nothing(paper: Paper, claim: Claim, work: Work) -> None:
    article = write(paper, paragraph(f"<p>{marked(claim)}</p>"))
    work()
    before = list(Appearance.objects.values())
    article.save_revision().publish()
    work()
    assert list(Appearance.objects.values()) == before


def test_another_status_is_on_every_page(paper: Paper, claim: Claim, work: Work) -> None:
    write(paper, paragraph(f"<p>{marked(claim)}</p>"))
    work()
    pages = (CRANE, "/claims/the-board-holds-the-crane/", "/claims/", "/feed.xml")
    assert all("one party only" in file_of(page).read_text() for page in pages)
    deny(claim)
    work()
    for page in (*pages, "/claims/changes.atom"):
        assert "contested" in file_of(page).read_text(), page
    assert "one party only" not in file_of(CRANE).read_text()
