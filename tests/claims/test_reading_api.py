"""Claims as data: filters, pages, and answers that are what the API's own document says."""

import csv
import gzip
import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from broadsheet.claims import api
from broadsheet.claims.actions.appearances import note_appearance
from broadsheet.claims.actions.claims import record_claim, supersede
from broadsheet.claims.actions.positions import replace_position
from broadsheet.claims.dump import KEPT, dump_claims, dumps
from broadsheet.claims.models import Appearance, Claim, Place, Position
from tests.cast import Person
from tests.claims.conftest import FRIDAY, THURSDAY, Dispute
from tests.claims.openapi import faults

MOST_QUERIES = 8
CRANE = "/api/claims/the-board-holds-the-crane"


def answer(person: Person, address: str) -> Any:
    response = person.read(address)
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def slugs(person: Person, query: str) -> list[str]:
    return [claim["slug"] for claim in answer(person, f"/api/claims/?{query}")["claims"]]


def rows(person: Person, query: str = "") -> list[dict[str, str]]:
    response = person.read(f"/api/claims.csv?{query}")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(StringIO(response.content.decode())))


@pytest.fixture
def told(dispute: Dispute) -> Dispute:
    """Everything a claim can have, once."""
    crane = dispute.crane
    first = dispute.take(dispute.spokesman, "asserts", figure_low=3)
    replace_position(
        first,
        Position(speaker=dispute.spokesman, stance="asserts", said_at=FRIDAY, words="Ours."),
        "It was another figure.",
        dispute.editor,
    )
    dispute.take(
        dispute.officials,
        "denies",
        told_to=dispute.agency,
        people=2,
        unnamed_why="not allowed to speak",
        figure_high=5,
    )
    older = record_claim(Claim(sentence="The Board holds two cranes."))
    supersede(older, crane, "It was one.", dispute.editor)
    place = {"paragraph": "p1", "start": 0, "end": 5, "words": "crane"}
    article = {"article_key": "article:1", "article_address": "/a/", "article_headline": "A"}
    note_appearance(Appearance(claim=crane, **place, **article))
    return dispute


@pytest.fixture
def document(ann: Person) -> Any:
    return answer(ann, "/api/openapi.json")


def test_it_works(told: Dispute, ann: Person) -> None:
    found = answer(ann, "/api/claims/")
    assert (found["count"], found["pages"], found["next"]) == (2, 1, None)
    (crane,) = [claim for claim in found["claims"] if claim["slug"] == told.crane.slug]
    assert crane["status"] == "contested"
    assert crane["sentence"] == "The Board holds the crane."
    assert [side["slug"] for side in crane["gains"]] == ["board"]
    asserts, denies = crane["positions"]
    assert (asserts["speaker"]["name"], asserts["interest"]) == ("Ada Berg", "own interest")
    assert denies["speaker"] == {
        "name": "two officials of the Union",
        "description": "",
        "kind": "unnamed",
        "unnamed": True,
    }
    assert (denies["told_to"]["slug"], denies["low"], denies["high"]) == ("norrsky", None, 5)


@pytest.mark.parametrize("address", ["/api/claims/", CRANE])
def test_answers_are_what_the_document_says(
    told: Dispute, ann: Person, document: Any, address: str
) -> None:
    path = "/api/claims/{slug}" if address == CRANE else address
    described = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    assert faults(answer(ann, address), described["schema"], document) == []


def test_a_wrong_answer_would_be_seen(told: Dispute, ann: Person, document: Any) -> None:
    described = document["components"]["schemas"]["ClaimWithHistory"]
    wrong = answer(ann, CRANE) | {"status": "true", "more": 1}
    del wrong["slug"]
    assert len(faults(wrong, described, document)) == 3


def test_every_path_is_described(document: Any) -> None:
    assert set(document["paths"]) == {
        "/api/claims/",
        "/api/claims/{slug}",
        "/api/claims.geojson",
        "/api/claims.csv",
        "/api/claims.jsonl.gz",
    }


def test_one_claim_has_its_history(told: Dispute, ann: Person) -> None:
    crane = answer(ann, CRANE)
    assert crane["supersedes"] == ["the-board-holds-two-cranes"]
    assert crane["appearances"][0]["article"] == "http://paper.test/a/"
    assert crane["changes"][-1]["after"] == "no source given"
    (replaced,) = crane["replaced"]
    assert replaced["replaced_why"] == "It was another figure."
    assert replaced["replaced_by"] == crane["positions"][0]["id"]


def test_who_entered_it_is_not_told(told: Dispute, ann: Person) -> None:
    for address in ("/api/claims/", CRANE, "/api/claims.csv", "/api/claims.geojson"):
        assert b"Holm" not in ann.read(address).content
        assert b"edda" not in ann.read(address).content


@pytest.mark.parametrize(
    "query",
    [
        *("status=contested", "status=denied&status=contested", "kind=control", "side=union"),
        *("outlet=norrsky", "bbox=11,58,12,59", "from=2026-07-09&to=2026-07-09", "article=/a/"),
        *("from=2026-07-08T22:00:00Z", "claim=the-board-holds-the-crane", "article=article:1"),
    ],
)
def test_filters_let_through(told: Dispute, ann: Person, query: str) -> None:
    assert slugs(ann, query) == [told.crane.slug]


@pytest.mark.parametrize(
    "query",
    [
        *("status=on%20record", "kind=background", "side=nobody", "outlet=nobody", "article=/b/"),
        *("bbox=12,58,13,59", "from=2026-07-10", "to=2026-07-08", "claim=nothing", "page=2"),
    ],
)
def test_filters_keep_out(told: Dispute, ann: Person, query: str) -> None:
    assert slugs(ann, query) == []


@pytest.mark.parametrize(
    "query",
    [
        *("status=true", "kind=x", "bbox=1,2,3", "bbox=a,b,c,d", "bbox=1,9,2,8", "bbox=1,2,999,4"),
        *("from=yesterday", "from=0001-01-01", "page=0", "page=x", "per_page=201", "side=%00"),
        *("bbox=nan,1,2,3", "bbox=1..2,1,2,3", "to=9999-12-31", f"side={'x' * 501}"),
    ],
)
def test_what_is_no_filter_is_refused(dispute: Dispute, ann: Person, query: str) -> None:
    response = ann.read(f"/api/claims/?{query}")
    assert response.status_code == 422
    assert json.loads(response.content)["detail"]


def test_what_is_not_there_is_not_found(dispute: Dispute, ann: Person) -> None:
    assert ann.read("/api/claims/nothing").status_code == 404
    assert ann.read("/api/claims.jsonl.gz").status_code == 404
    assert ann.client.post("/api/claims/").status_code == 405


def test_pages_lead_on(dispute: Dispute, ann: Person) -> None:
    for number in range(4):
        record_claim(Claim(sentence=f"Ship {number} is in."))
    first = answer(ann, "/api/claims/?per_page=2&kind=event")
    assert (first["count"], first["pages"], first["previous"]) == (4, 2, None)
    assert first["next"] == "http://paper.test/api/claims/?per_page=2&kind=event&page=2"
    second = answer(ann, first["next"].removeprefix("http://paper.test"))
    assert second["next"] is None
    assert not {c["slug"] for c in first["claims"]} & {c["slug"] for c in second["claims"]}


@pytest.mark.parametrize(
    "address", ["/api/claims/", "/api/claims.csv", "/api/claims.geojson", CRANE]
)
def test_more_claims_are_no_more_queries(told: Dispute, ann: Person, address: str) -> None:
    few = queries(ann, address)
    for number in range(30):
        claim = record_claim(
            Claim(sentence=f"Ship {number} is in."), gains=[told.board], places=[told.quay]
        )
        told.take(told.pilot, "asserts", claim=claim)
    assert queries(ann, address) == few <= MOST_QUERIES


def queries(person: Person, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert person.read(address).status_code == 200
    return len(captured)


def test_any_page_may_read_it(dispute: Dispute, ann: Person) -> None:
    for address in ("/api/claims/", "/api/claims.csv", "/api/claims.geojson"):
        response = ann.read(address)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cache-Control"] == "public, max-age=60"
        assert not response.cookies


def test_the_map_has_a_point_for_each_place(told: Dispute, ann: Person) -> None:
    nowhere = Place.objects.create(label="Somewhere", precision="none")
    pier = Place.objects.create(label="South Pier", latitude=57, longitude=-11.4)
    told.crane.places.add(nowhere, pier)
    response = ann.read("/api/claims.geojson")
    assert response["Content-Type"] == "application/geo+json"
    features = json.loads(response.content)["features"]
    points = {f["properties"]["where"]: f["geometry"]["coordinates"] for f in features}
    assert points == {"North Quay": [11.4, 58.1], "South Pier": [-11.4, 57.0]}
    within = answer(ann, "/api/claims.geojson?bbox=-12,56,-11,58")["features"]
    assert [feature["properties"]["where"] for feature in within] == ["South Pier"]


def test_the_table_has_a_line_for_each_position(told: Dispute, ann: Person) -> None:
    claim = record_claim(Claim(sentence="It rose.", unit="per cent", decimals=1))
    told.take(told.pilot, "asserts", claim=claim, figure_low=125, figure_high=125)
    asserts, denies, rose = rows(ann)
    assert (asserts["claim"], asserts["speaker"]) == (told.crane.slug, "Ada Berg")
    assert (asserts["low"], asserts["event_start"]) == ("", THURSDAY.isoformat())
    assert (denies["low"], denies["best"], denies["high"]) == ("", "", "5")
    assert (denies["told_to"], denies["unnamed"], denies["people"]) == ("Norrsky News", "yes", "2")
    assert (rose["low"], rose["best"], rose["high"], rose["unit"]) == (
        *("12.5", "12.5", "12.5"),
        "per cent",
    )
    assert [row["stance"] for row in rows(ann, "side=union")] == ["asserts", "denies"]


def test_the_table_goes_on(told: Dispute, ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "ROWS", 1)
    first = ann.read("/api/claims.csv?kind=control")
    assert first["Link"] == ('<http://paper.test/api/claims.csv?kind=control&page=2>; rel="next"')
    assert "Link" not in ann.read("/api/claims.csv?kind=control&page=2")
    assert rows(ann, "page=1")[0]["position"] < rows(ann, "page=2")[0]["position"]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_spreadsheet_reckons_with_words(dispute: Dispute, ann: Person, words: str) -> None:
    dispute.take(dispute.pilot, "asserts", words=words)
    (row,) = rows(ann)
    assert row["words"] == f"'{words}"


def test_everything_is_in_the_dump(told: Dispute, ann: Person) -> None:
    dump_claims()
    response = ann.read("/api/claims.jsonl.gz")
    assert response.status_code == 302
    assert response["Location"].startswith("/media/claims/claims-")
    crane, older = lines_of_dump()
    assert (crane["slug"], crane["status"]) == (told.crane.slug, "contested")
    assert crane["positions"] == answer(ann, CRANE)["positions"]
    assert older["superseded_by"] == told.crane.slug


def lines_of_dump() -> list[Any]:
    content = Path(default_storage.path(dumps()[-1])).read_bytes()
    return [json.loads(line) for line in gzip.decompress(content).decode().splitlines()]


def test_a_day_has_one_dump_and_old_ones_go(dispute: Dispute) -> None:
    for day in range(KEPT + 2):
        with time_machine.travel(FRIDAY + timedelta(days=day), tick=False):
            dump_claims()
            dump_claims()
    assert len(dumps()) == KEPT
    assert dumps()[-1] == "claims/claims-2026-07-18.jsonl.gz"


def test_nothing_is_dumped_of_nothing(db: None) -> None:
    dump_claims()
    assert dumps() == []
