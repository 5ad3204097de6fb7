"""The map of claims: what is drawn, how surely, and how it stood on each day."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from broadsheet.claims.actions.claims import record_claim, supersede
from broadsheet.claims.actions.positions import strike_position
from broadsheet.claims.map.page import MOST_NARROW, MOST_WIDE
from broadsheet.claims.models import Claim, Place
from broadsheet.config.checks import problem_with_outlines
from broadsheet.delivery.files import file_of
from tests.cast import Person
from tests.claims.conftest import FRIDAY, THURSDAY, Dispute

MAP = "/claims/map/"
ON_THURSDAY, ON_FRIDAY = "/claims/map/2026-07-09/", "/claims/map/2026-07-10/"
OSTREY = Path(__file__).parents[2] / "src" / "broadsheet" / "demo" / "ostrey.geojson"


def read(person: Person, address: str = MAP) -> Any:
    response = person.read(f"{address}?fresh")
    assert response.status_code == 200, response.status_code
    return html.fromstring(response.content.decode())


def wide(page: Any) -> Any:
    (svg,) = page.xpath("//svg[contains(@class, 'map-wide')]")
    return svg


def marks(page: Any) -> list[str]:
    return [title.text for title in wide(page).xpath(".//a/title")]


def labels(page: Any) -> list[list[str]]:
    return [
        [part.text for part in label]
        for label in wide(page).xpath(".//text[contains(@class, 'label')]")
    ]


def listed(page: Any, section: str) -> list[str]:
    return page.xpath(f"//section[@aria-labelledby='{section}']//li/a/text()")


def classes(page: Any) -> set[str]:
    return {name for each in wide(page).xpath(".//@class") for name in each.split()}


@pytest.fixture
def told(dispute: Dispute) -> Dispute:
    """The Board says so on Thursday, its rival denies it on Friday."""
    dispute.take(dispute.spokesman, "asserts", said_at=THURSDAY)
    dispute.take(dispute.chairman, "denies", said_at=FRIDAY)
    return dispute


def claim_at(told: Dispute, sentence: str, *places: Place, kind: str = "control") -> Claim:
    claim = record_claim(
        Claim(sentence=sentence, kind=kind), [told.board], [told.union], (), places
    )
    told.take(told.spokesman, "asserts", claim=claim)
    return claim


def place(precision: str, **fields: Any) -> Place:
    values = {"latitude": 58.2, "longitude": 12.5, "country": "SE"} | fields
    return Place.objects.create(label=f"Some {precision}", precision=precision, **values)


def test_it_works(told: Dispute, ann: Person, paper: Any) -> None:
    page = read(ann)
    assert marks(page) == ["The Board holds the crane. (contested; North Quay)"]
    assert wide(page).xpath(".//a/@href") == ["/claims/the-board-holds-the-crane/"]
    assert wide(page).xpath(".//a//use/@href") == ["#s-diamond"]
    assert labels(page) == [["North Quay", "contested"]]


def test_a_day_shows_what_had_been_said_by_its_end(told: Dispute, ann: Person, paper: Any) -> None:
    assert labels(read(ann, ON_THURSDAY)) == [["North Quay", "one party only"]]
    assert labels(read(ann, ON_FRIDAY)) == [["North Quay", "contested"]]


def test_days_are_plain_links(told: Dispute, ann: Person, paper: Any) -> None:
    told.take(told.pilot, "confirms", said_at=FRIDAY + timedelta(days=20))
    page = read(ann, ON_FRIDAY)
    assert page.xpath("//a[@rel='prev']/@href") == [ON_THURSDAY]
    assert page.xpath("//a[@rel='next']/@href") == ["/claims/map/2026-07-30/"]
    assert page.xpath("//ol[@class='map-strip']//a[@aria-current]/@href") == [ON_FRIDAY]


def test_a_day_without_words_leads_to_the_one_before(
    told: Dispute, ann: Person, paper: Any
) -> None:
    assert ann.read("/claims/map/2026-08-01/").headers["Location"] == ON_FRIDAY
    assert ann.read("/claims/map/2026-07-08/").status_code == 404
    assert ann.read("/claims/map/2026-02-30/").status_code == 404


def test_a_paper_without_claims_has_an_empty_page(ann: Person, paper: Any) -> None:
    page = read(ann)
    assert "No claim is recorded yet." in page.text_content()
    assert page.xpath("//figure") == []


def test_a_claim_of_which_nobody_spoke_is_there_from_its_recording(
    dispute: Dispute, ann: Person, paper: Any
) -> None:
    assert labels(read(ann)) == [["North Quay", "no source given"]]


def test_a_correction_of_the_record_holds_for_all_days(
    told: Dispute, ann: Person, paper: Any
) -> None:
    entered = told.take(told.pilot, "confirms", said_at=THURSDAY)
    assert labels(read(ann, ON_THURSDAY)) == [["North Quay", "corroborated"]]
    strike_position(entered, "It was about the other crane.", told.editor)
    assert labels(read(ann, ON_THURSDAY)) == [["North Quay", "one party only"]]


def test_a_claim_is_superseded_once_the_newer_one_is_heard_of(
    told: Dispute, ann: Person, paper: Any
) -> None:
    newer = claim_at(told, "The crane is broken.")  # on Friday
    supersede(told.crane, newer, "It broke", told.editor)
    assert labels(read(ann, ON_THURSDAY)) == [["North Quay", "one party only"]]
    assert labels(read(ann, ON_FRIDAY)) == [["North Quay", "superseded"]]


def test_what_has_no_place_is_listed_and_so_is_a_whole_country(
    told: Dispute, ann: Person, paper: Any
) -> None:
    claim_at(told, "The Board has won.", place("country"))
    claim_at(told, "The Board is tired.")
    page = read(ann)
    assert sorted(listed(page, "unplaced")) == ["The Board has won.", "The Board is tired."]
    assert len(marks(page)) == 1


@pytest.mark.parametrize(("precision", "is_circle"), [("settlement", False), ("district", True)])
def test_a_district_is_a_circle_with_its_mark_on_the_rim(
    told: Dispute, ann: Person, paper: Any, precision: str, is_circle: bool
) -> None:
    claim_at(told, "The Board holds the road.", place(precision))
    circles = wide(read(ann)).xpath(".//circle[@class='about']")
    assert [circle.get("cy") == circle.get("r") for circle in circles] == [True] * is_circle


def test_control_is_hatched_until_it_is_beyond_dispute(
    told: Dispute, ann: Person, paper: Any
) -> None:
    claim = claim_at(told, "The Board holds the province.", place("province"))
    assert "said" in classes(read(ann))
    assert "solid" not in classes(read(ann))
    told.take(told.chairman, "confirms", claim=claim)  # whom it harms
    assert "solid" in classes(read(ann))
    told.take(told.pilot, "denies", claim=claim)
    assert "solid" not in classes(read(ann))


def test_an_event_is_never_solid(told: Dispute, ann: Person, paper: Any) -> None:
    claim = claim_at(told, "The Board met there.", place("province"), kind="event")
    told.take(told.chairman, "confirms", claim=claim)
    assert "solid" not in classes(read(ann))
    assert "said" in classes(read(ann))


def test_what_was_taken_back_hatches_nothing(told: Dispute, ann: Person, paper: Any) -> None:
    claim = claim_at(told, "The Board holds the province.", place("province"))
    told.take(told.spokesman, "retracts", claim=claim, said_at=FRIDAY + timedelta(hours=1))
    assert "said" not in classes(read(ann))
    assert "about" in classes(read(ann))


def test_two_who_claim_the_same_are_hatched_in_two_ways(
    told: Dispute, ann: Person, paper: Any
) -> None:
    where = place("province")
    claim_at(told, "The Board holds the province.", where)
    rival = Claim(sentence="The Union holds the province.", kind="control")
    rival = record_claim(rival, [told.union], [told.board], (), [where])
    told.take(told.chairman, "asserts", claim=rival)
    slopes = wide(read(ann)).xpath(".//pattern/@patterntransform")
    assert len(set(slopes)) == 2


def test_many_at_one_place_are_a_number_that_leads_closer(
    told: Dispute, ann: Person, paper: Any
) -> None:
    for number in range(5):
        claim_at(told, f"The Board holds crane {number}.", told.quay)
    page = read(ann)
    assert marks(page) == ["North Quay: 6 claims"]
    (closer,) = wide(page).xpath(".//a/@href")
    assert closer == f"{ON_FRIDAY}near/{told.quay.pk}/"
    near = read(ann, closer)
    assert len(listed(near, "places")) == 6
    assert wide(near).xpath(".//a/@href") == [f"#place-{told.quay.pk}"]


def test_a_crowd_makes_no_larger_page(told: Dispute, ann: Person, paper: Any) -> None:
    places = Place.objects.bulk_create(
        Place(label=f"Place {n}", latitude=58 + n / 97 % 3, longitude=12 + n / 31 % 4, country="SE")
        for n in range(400)
    )
    told.crane.places.set(places)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = read(ann)
    assert len(queries) < 35
    assert 0 < len(marks(page)) <= MOST_WIDE
    (narrow,) = page.xpath("//svg[contains(@class, 'map-narrow')]")
    assert 0 < len(narrow.xpath(".//a/title")) <= MOST_NARROW
    # Each of them is somewhere: what is no mark of its own is counted on a disc.
    assert "And 280 more places" in page.text_content()


def test_places_far_apart_have_a_map_each(told: Dispute, ann: Person, paper: Any) -> None:
    claim_at(
        told, "The Board bought a hut.", place("point", latitude=-33, longitude=151, country="AU")
    )
    titles = [title.text_content() for title in read(ann).xpath("//figure/h2")]
    assert titles == ["Sweden", "Australia"]


def test_names_from_right_to_left_and_names_of_attackers(
    told: Dispute, ann: Person, paper: Any
) -> None:
    told.quay.label = "شارع <script>alert(1)</script>"
    told.quay.save()
    page = read(ann)
    assert labels(page)[0][0].startswith("شارع <script>")
    assert page.xpath("//script[contains(text(), 'alert')]") == []


def test_nothing_in_it_is_asked_of_anybody_else(told: Dispute, ann: Person, paper: Any) -> None:
    content = ann.read(f"{MAP}?fresh").content.decode()
    assert " style=" not in content
    outside = html.fromstring(content).xpath("//*[@src]/@src | //use/@href | //image/@href")
    assert [each for each in outside if not each.startswith(("/static/", "#"))] == []


class TestOwnOutlines:
    @pytest.fixture(autouse=True)
    def ostrey(self, settings: Any) -> None:
        settings.BROADSHEET_MAP_OUTLINES = str(OSTREY)

    def test_it_works(self, told: Dispute, ann: Person, paper: Any) -> None:
        pans = place("district", latitude=37.95, longitude=-30.05, admin_unit="pans", country="")
        told.crane.places.set([pans])
        page = read(ann)
        assert "said" in classes(page)
        (credit,) = page.xpath("//figcaption/p/text()")
        assert credit == "Outlines of Ostrey: invented, CC0."

    def test_a_line_is_drawn_by_its_code(self, told: Dispute, ann: Person, paper: Any) -> None:
        way = place("line", latitude=38, longitude=-29.9, admin_unit="crossing", country="")
        told.crane.places.set([way])
        assert "course" in classes(read(ann))

    def test_the_island_is_there_before_the_first_claim(self, ann: Person, paper: Any) -> None:
        assert "country" not in classes(read(ann))
        assert wide(read(ann)).xpath(".//text[@class='area']") != []

    def test_a_file_that_cannot_be_used_is_found_at_the_start(
        self, settings: Any, tmp_path: Path
    ) -> None:
        assert problem_with_outlines() == ""
        for content in ("", "[]", "{}", json.dumps({"features": []}), '{"features": [{}]}'):
            bad = tmp_path / f"{len(content)}.geojson"
            bad.write_text(content)
            settings.BROADSHEET_MAP_OUTLINES = str(bad)
            assert bad.name in problem_with_outlines(), content
        settings.BROADSHEET_MAP_OUTLINES = str(tmp_path / "nowhere.geojson")
        assert "nowhere" in problem_with_outlines()


def test_the_view_of_a_country_dashes_what_it_does_not_recognise(
    told: Dispute, ann: Person, paper: Any, settings: Any
) -> None:
    told.crane.places.set([place("point", latitude=27.1, longitude=-13.2, country="MA")])
    for view, is_dashed in (("", False), ("FR", False), ("GB", True)):
        settings.BROADSHEET_MAP_VIEW = view
        page = read(ann)
        assert bool(page.xpath("//path[@class='doubted']")) is is_dashed
        assert ("Laâyoune" in page.xpath("//figcaption")[0].text_content()) is is_dashed


def test_the_maps_are_made_anew_when_something_is_said(
    told: Dispute, ann: Person, paper: Any, work: Callable[[], None]
) -> None:
    work()
    for address in (MAP, ON_THURSDAY, ON_FRIDAY):
        ann.read(address)
        assert file_of(address).exists()
    told.take(told.pilot, "denies", said_at=THURSDAY)
    work()
    assert not file_of(ON_THURSDAY).exists()
    assert "contested" in html.fromstring(ann.read(ON_THURSDAY).content).text_content()


def test_a_day_ends_where_the_paper_is(
    told: Dispute, ann: Person, paper: Any, settings: Any
) -> None:
    settings.TIME_ZONE = "Pacific/Auckland"
    told.take(told.pilot, "confirms", said_at=datetime(2026, 7, 10, 18, tzinfo=UTC))
    assert read(ann).xpath("//article/@data-day") == [date(2026, 7, 11).isoformat()]
