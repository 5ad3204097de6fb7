"""The pages of claims: the list, one claim, its frame for other sites, and the feed of changes."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree, html

from broadsheet.claims.actions.appearances import note_appearance
from broadsheet.claims.actions.claims import amend_claim, record_claim, supersede
from broadsheet.claims.actions.positions import replace_position, strike_position
from broadsheet.claims.models import Actor, Appearance, Claim, Evidence, Position
from broadsheet.claims.pages import LIST_BLOCK, MEANINGS, SHAPES
from broadsheet.claims.words import Status
from broadsheet.delivery.files import file_of
from broadsheet.lib.headers import CONTENT_SECURITY_POLICY
from tests.cast import Person
from tests.claims.conftest import FRIDAY, THURSDAY, Dispute

CRANE = "/claims/the-board-holds-the-crane/"
MOST_QUERIES = 10
ATOM = "{http://www.w3.org/2005/Atom}"
SPOILED = """</script></textarea><script>alert(1)</script><img src=x onerror="alert(1)">"""


def read(person: Person, address: str = CRANE) -> Any:
    response = person.read(address)
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def lane(page: Any, name: str) -> list[str]:
    return [words(line) for line in page.find_class(f"is-{name}") if line.tag == "li"]


def facts(page: Any) -> Any:
    (script,) = page.xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


@pytest.fixture
def told(dispute: Dispute) -> Dispute:
    dispute.take(
        dispute.spokesman, "asserts", told_to=dispute.agency, words="It is ours", is_verbatim=True
    )
    dispute.take(
        dispute.officials, "denies", people=2, unnamed_why="not allowed to speak", scope="implied"
    )
    dispute.take(dispute.pilot, "no comment")
    return dispute


def test_it_works(told: Dispute, ann: Person) -> None:
    page = read(ann)
    assert page.findtext(".//h1") == "The Board holds the crane."
    (verdict,) = page.find_class("claim-verdict")
    said = words(verdict)
    assert said.startswith("contested Ada Berg told Norrsky News, two officials of the Union")
    assert "denial does not name this claim" in said
    (asserts,) = lane(page, "asserts")
    assert asserts == (
        "Ada Berg, spokeswoman for the Harbour Board "
        "asserts, to Norrsky News; in its own interest It is ours10 July 2026"
    )
    (denies,) = lane(page, "denies")
    assert "two officials of the Union (unnamed: not allowed to speak) (2 people)" in denies
    assert "does not name this claim" in denies
    assert lane(page, "other") == ["Olle Strand, harbour pilot no comment 10 July 2026"]
    known = [words(fact) for fact in page.find_class("claim-facts")[0]]
    assert known == [
        "When it is said to have happened9 July 2026",
        "WhereNorth Quay (settlement) On the map",
        "Who gains if it is true the Harbour Board",
        "Whom it harms if it is true the Dockers' Union",
    ]


def test_a_page_costs_few_queries_and_none_once_it_is_made(told: Dispute, ann: Person) -> None:
    strike_position(told.take(told.chairman, "denies"), "Wrong claim.", told.editor)
    with CaptureQueriesContext(connection) as making:
        read(ann)
    assert len(making) <= MOST_QUERIES
    with CaptureQueriesContext(connection) as reading:
        read(ann)
    assert len(reading) == 0


@pytest.mark.parametrize("address", [CRANE, f"{CRANE}embed/", "/claims/", "/claims/changes.atom"])
def test_more_positions_are_no_more_queries(told: Dispute, ann: Person, address: str) -> None:
    few = queries_to_make(ann, address)
    for number in range(20):
        actor = Actor.objects.create(kind="person", name=f"Witness {number}", side=told.union)
        told.take(actor, "denies")
    assert queries_to_make(ann, address) == few <= MOST_QUERIES


def queries_to_make(person: Person, address: str) -> int:
    file_of(address).unlink(missing_ok=True)
    with CaptureQueriesContext(connection) as captured:
        assert person.read(address).status_code == 200
    return len(captured)


def test_who_entered_it_is_not_told(told: Dispute, ann: Person) -> None:
    amend_claim(told.crane, {"sentence": "The Board has the crane."}, "Plainer.", told.editor)
    assert "Holm" not in ann.read(CRANE).text
    assert "edda" not in ann.read(CRANE).text


def test_nobody_has_said_anything(dispute: Dispute, ann: Person) -> None:
    page = read(ann)
    assert "Nobody has taken a position yet." in page.text_content()
    assert not page.find_class("timeline")
    assert not page.find_class("ranges")


def test_time_said_is_seen_against_the_time_of_the_event(told: Dispute, ann: Person) -> None:
    told.take(told.chairman, "denies", said_at=FRIDAY + timedelta(days=8))
    page = read(ann)
    (drawing,) = page.find_class("timeline")
    (band,) = drawing.find_class("band")
    event = float(band.get("x")[:-1]), float(band.get("x")[:-1]) + float(band.get("width")[:-1])
    marks = [float(circle.get("cx")[:-1]) for circle in drawing.xpath(".//circle[title]")]
    assert 0 < event[0] < event[1] < min(marks) < max(marks) < 100
    assert len(set(marks)) == 2
    axis = float(drawing.find_class("axis")[0].get("y1"))
    heights = {
        circle.get("class"): float(circle.get("cy")) for circle in drawing.xpath(".//circle[title]")
    }
    assert heights["is-asserts"] < axis < heights["is-denies"]
    assert drawing.find("svg").get("aria-label").startswith("1 say so and 2 deny it")


@pytest.mark.parametrize(
    ("low", "high", "said", "arrows", "ends"),
    [
        (100, None, "at least 100 districts", 1, 1),
        (None, 50, "up to 50 districts", 1, 1),
        (50, 100, "50 to 100 districts", 0, 2),
        (70, 70, "70 districts", 0, 0),
    ],
)
def test_an_open_end_is_an_arrow(
    dispute: Dispute,
    ann: Person,
    low: int | None,
    high: int | None,
    said: str,
    arrows: int,
    ends: int,
) -> None:
    amend_claim(dispute.crane, {"unit": "districts"}, "It has figures.", dispute.editor)
    dispute.take(dispute.pilot, "asserts", figure_low=low, figure_high=high)
    (table,) = read(ann).find_class("ranges")
    assert said in words(table)
    assert len(table.find_class("open")) == arrows
    assert len(table.find_class("end")) == ends
    assert "75" not in words(table)


def test_evidence_and_articles(told: Dispute, ann: Person) -> None:
    position = told.take(told.chairman, "denies")
    Evidence.objects.create(position=position, title="A letter", link="https://union.test/letter")
    Evidence.objects.create(
        position=position, title="A plan", file="evidence/plan.pdf", sha256="ab" * 32
    )
    where = {"paragraph": "p1", "start": 0, "end": 9, "words": "the crane"}
    article = {"article_key": "article:1", "article_address": "/a/", "article_headline": "Cranes"}
    note_appearance(Appearance(claim=told.crane, **where, **article))
    page = read(ann)
    (evidence,) = page.find_class("evidence")
    assert [link.get("href") for link in evidence.iter("a")] == ["https://union.test/letter"]
    assert "plan.pdf" not in etree.tostring(page, encoding="unicode")
    assert "ab" * 32 in words(evidence)
    (found,) = page.find_class("appearances")
    assert words(found) == "Cranesthe crane"
    assert found.xpath(".//a/@href") == ["/a/"]


def test_what_changed_stays_to_be_read(told: Dispute, ann: Person) -> None:
    old = told.take(told.chairman, "asserts")
    new = Position(speaker=told.chairman, stance="denies", said_at=FRIDAY)
    replace_position(old, new, "We had misheard.", told.editor)
    amend_claim(told.crane, {"kind": "event"}, "It is one.", told.editor)
    page = read(ann)
    log = [words(line) for line in page.find_class("log")[0]]
    assert "Kind: control event It is one." in log[0]
    assert "Recorded, no source given" in log[-1]
    (replaced,) = page.find_class("replaced")
    assert words(replaced) == "the chairman asserts, 10 July 2026. Replaced: We had misheard."
    assert len(lane(page, "denies")) == 2


def test_a_superseded_claim_stays_and_says_so(told: Dispute, ann: Person) -> None:
    newer = record_claim(Claim(sentence="The Board holds two cranes."))
    supersede(told.crane, newer, "There are two.", told.editor)
    page = read(ann)
    assert page.find_class("superseded")[0].tag == "h1"
    assert "superseded" in words(page.find_class("claim-verdict")[0])
    assert "/claims/the-board-holds-two-cranes/" in page.xpath("//@href")
    assert CRANE in read(ann, "/claims/the-board-holds-two-cranes/").xpath("//@href")


def test_a_note_is_pinned_beside_the_status(told: Dispute, ann: Person) -> None:
    amend_claim(told.crane, {"note": "We have seen no picture."}, "", told.editor)
    (verdict,) = read(ann).find_class("claim-verdict")
    assert "The editors: We have seen no picture." in words(verdict)
    assert words(verdict).startswith("contested")


def test_a_claim_is_cited_with_its_status(told: Dispute, ann: Person) -> None:
    page = read(ann)
    cite, frame = (area.text for area in page.iter("textarea"))
    assert "“\u2068The Board holds the crane.\u2069” [contested, " in cite
    assert f"http://paper.test{CRANE}" in cite
    assert f'<iframe src="http://paper.test{CRANE}embed/"' in frame


def test_what_is_copied_to_other_sites_is_one_frame(dispute: Dispute, ann: Person) -> None:
    record_claim(Claim(sentence=SPOILED, slug="spoiled"))
    _, copied = (area.text for area in read(ann, "/claims/spoiled/").iter("textarea"))
    frame = html.fromstring(copied)
    assert (frame.tag, frame.get("title"), len(frame)) == ("iframe", SPOILED, 0)


def test_an_article_that_is_not_public_is_not_linked(dispute: Dispute, ann: Person) -> None:
    entered_from = {"article_key": "article:1", "article_address": "/draft/", "paragraph": "p1"}
    dispute.take(dispute.pilot, "asserts", **entered_from)
    addresses = (CRANE, "/api/claims/the-board-holds-the-crane", "/api/claims/", "/api/claims.csv")
    assert not [each for each in addresses if "/draft/" in ann.read(each).text]
    where = {"paragraph": "p1", "start": 0, "end": 9, "words": "the crane"}
    article = {"article_key": "article:1", "article_address": "/a/", "article_headline": "Cranes"}
    note_appearance(Appearance(claim=dispute.crane, **where, **article))
    file_of(CRANE).unlink()
    assert [each for each in addresses if "/a/" in ann.read(each).text] == list(addresses)


def test_it_may_stand_in_a_frame_elsewhere(told: Dispute, ann: Person) -> None:
    page = read(ann, f"{CRANE}embed/")
    assert "contested" in page.text_content()
    assert all(link.get("target") == "_top" for link in page.iter("a"))
    assert not page.xpath("//script | //form")
    for _ in ("made", "kept"):
        policy = ann.read(f"{CRANE}embed/")["Content-Security-Policy"]
        assert policy.endswith("frame-ancestors *")
        assert ann.read(CRANE)["Content-Security-Policy"] == CONTENT_SECURITY_POLICY


def test_machines_are_told(told: Dispute, ann: Person) -> None:
    known = facts(read(ann))
    assert known["@type"] == "Claim"
    assert known["text"] == "The Board holds the crane."
    assert known["temporalCoverage"] == "2026-07-09"
    (place,) = known["spatialCoverage"]
    assert place["geo"]["latitude"] == 58.1
    assert place["bs:precision"] == "settlement"
    assert known["bs:status"] == "contested"
    assert known["bs:flag"] == ["denial does not name this claim"]
    asserts, denies, silent = known["bs:position"]
    assert asserts["author"] == {
        "@type": "Person",
        "name": "Ada Berg",
        "jobTitle": "spokeswoman",
    }
    assert asserts["bs:toldTo"] == {"@type": "NewsMediaOrganization", "name": "Norrsky News"}
    assert asserts["bs:interest"] == "own interest"
    assert denies["author"] == {"@type": "Person", "name": "two officials of the Union"}
    assert (denies["bs:unnamed"], denies["bs:count"]) == (True, 2)
    assert silent["bs:stance"] == "no comment"
    assert "ClaimReview" not in json.dumps(known)


def test_no_word_leaves_its_place(dispute: Dispute, ann: Person) -> None:
    claim = record_claim(Claim(sentence=SPOILED, slug="spoiled", note=SPOILED, event_words=SPOILED))
    actor = Actor.objects.create(kind="person", name=SPOILED[:110], description=SPOILED)
    dispute.take(actor, "asserts", claim=claim, words=SPOILED)
    for address in ("/claims/spoiled/", "/claims/spoiled/embed/", "/claims/"):
        page = read(ann, address)
        assert not page.xpath("//img | //script[not(@type)]")
    assert facts(read(ann, "/claims/spoiled/"))["text"] == SPOILED
    assert ann.read("/claims/changes.atom").content.count(b"<script") == 0


def test_right_to_left_words_turn_nothing_round(dispute: Dispute, ann: Person) -> None:
    claim = record_claim(Claim(sentence="الميناء مغلق.", slug="port"))
    dispute.take(dispute.pilot, "asserts", claim=claim, words="الميناء مغلق")
    page = read(ann, "/claims/port/")
    assert page.find(".//h1").get("dir") == "auto"
    (line,) = page.find_class("is-asserts")[-1:]
    assert line.find_class("words")[0].get("dir") == "auto"


def test_a_name_from_right_to_left_does_not_turn_our_sentence(
    dispute: Dispute, ann: Person
) -> None:
    dispute.take(Actor.objects.create(kind="person", name="سلمى الحداد"), "asserts")
    for address in (CRANE, f"{CRANE}embed/", "/claims/"):
        (why, *_) = read(ann, address).xpath("//*[@class='why']/span[@dir='ltr']")
        assert "says so, and nobody else" in why.text


def test_the_list_has_a_page_for_each_status(told: Dispute, ann: Person) -> None:
    record_claim(Claim(sentence="The pier is shut."))
    page = read(ann, "/claims/")
    titles = [words(title) for title in page.xpath("//ul[@class='claim-list']//h2")]
    assert titles == ["The pier is shut.", "The Board holds the crane."]
    statuses = [words(each) for each in page.find_class("statuses")[0].iter("a")]
    assert statuses == ["All 2", "contested 1", "no source given 1"]
    contested = read(ann, "/claims/status/contested/")
    assert [words(each) for each in contested.find_class("claim-list")[0].iter("h2")] == titles[1:]
    assert "No claim has this status" in read(ann, "/claims/status/on-record/").text_content()


@pytest.mark.parametrize(
    "address",
    [
        *("/claims/nothing/", "/claims/nothing/embed/", "/claims/status/true/"),
        *("/claims/archive/1/", "/claims/archive/0/", "/claims/status/contested/archive/1/"),
    ],
)
def test_what_is_not_there_is_not_found(dispute: Dispute, ann: Person, address: str) -> None:
    assert ann.read(address).status_code == 404


def test_the_list_goes_back_in_blocks_that_keep_their_claims(db: None, ann: Person) -> None:
    def record(count: int) -> None:
        for _ in range(count):
            record_claim(Claim(sentence="A ship is in."))

    record(LIST_BLOCK * 2 + 1)
    assert len(listed(ann, "/claims/")) == LIST_BLOCK + 1
    oldest = listed(ann, "/claims/archive/1/")
    assert len(oldest) == LIST_BLOCK
    assert not set(oldest) & set(listed(ann, "/claims/"))
    assert listed(ann, "/claims/status/no-source-given/archive/1/") == oldest
    record(LIST_BLOCK)
    for address in ("/claims/", "/claims/archive/1/"):
        file_of(address).unlink()
    assert listed(ann, "/claims/archive/1/") == oldest
    everything = [
        *listed(ann, "/claims/"),
        *listed(ann, "/claims/archive/2/"),
        *oldest,
    ]
    assert len(everything) == len(set(everything)) == LIST_BLOCK * 3 + 1


def listed(person: Person, address: str) -> list[str]:
    return read(person, address).xpath("//ul[@class='claim-list']//h2/a/@href")


def test_no_claim_at_all(db: None, ann: Person) -> None:
    assert "No claim is recorded yet." in read(ann, "/claims/").text_content()
    assert ann.read("/claims/changes.atom").status_code == 200


def test_every_status_has_a_shape_and_a_meaning() -> None:
    assert set(SHAPES) == set(MEANINGS) == set(Status)


def test_the_feed_tells_of_each_change(told: Dispute, ann: Person) -> None:
    response = ann.read("/claims/changes.atom")
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    entries = etree.fromstring(response.content).findall(f"{ATOM}entry")
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert titles == [
        "[contested] The Board holds the crane.",
        "[one party only] The Board holds the crane.",
        "[no source given] The Board holds the crane.",
    ]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 3
    assert "It was “one party only” before." in entries[0].findtext(f"{ATOM}summary")


def test_a_change_is_on_every_page_of_claims(
    dispute: Dispute, ann: Person, work: Callable[[], None]
) -> None:
    addresses = (CRANE, f"{CRANE}embed/", "/claims/", "/claims/changes.atom")
    for address in addresses:
        ann.read(address)
    ann.read("/claims/status/on-record/")
    amend_claim(dispute.crane, {"kind": "declaration"}, "It is one.", dispute.editor)
    dispute.take(dispute.pilot, "asserts", said_at=THURSDAY)
    work()
    for address in (*addresses, "/claims/status/on-record/"):
        assert "on record" in html.fromstring(ann.read(address).content).text_content(), address
