"""The page of a claim's figures: what each source said, and nothing that nobody said."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from lxml import html

from broadsheet.claims.map.figures import LEFT, RIGHT, Scale
from broadsheet.delivery.files import file_of
from tests.cast import Person
from tests.claims.conftest import FRIDAY, Dispute

FIGURES = "/claims/the-board-holds-the-crane/figures/"


@pytest.fixture
def counted(dispute: Dispute) -> Dispute:
    dispute.crane.unit = "berths"
    dispute.crane.save()
    dispute.take(dispute.spokesman, "asserts", figure_low=100)
    dispute.take(dispute.chairman, "asserts", figure_low=40, figure_high=55)
    dispute.take(
        dispute.spokesman,
        "asserts",
        figure_low=120,
        figure_high=120,
        said_at=FRIDAY + timedelta(hours=3),
    )
    dispute.take(dispute.pilot, "denies", figure_high=90)
    return dispute


def read(person: Person) -> Any:
    response = person.read(f"{FIGURES}?fresh")
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def rows(page: Any) -> list[list[str]]:
    return [
        [" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")
    ]


def test_it_works(counted: Dispute, ann: Person, paper: Any) -> None:
    page = read(ann)
    assert page.xpath("//svg//text[@class='source']/text()") == [
        "Ada Berg",
        "the chairman",
        "Olle Strand",
    ]
    assert [(row[1], *row[4:]) for row in rows(page)] == [
        ("Ada Berg", "100", "open", "asserts"),
        ("Ada Berg", "120", "120", "asserts"),
        ("the chairman", "40", "55", "asserts"),
        ("Olle Strand", "open", "90", "denies"),
    ]


def test_an_open_end_is_an_arrow_and_an_exact_figure_a_dot(
    counted: Dispute, ann: Person, paper: Any
) -> None:
    bars = read(ann).xpath("//g[starts-with(@class, 'bar')]")
    arrows = [[path for path in bar.xpath(".//path/@d") if "V" not in path] for bar in bars]
    assert [len(each) for each in arrows] == [1, 0, 0, 1]
    assert [len(bar.xpath("./circle")) for bar in bars] == [0, 1, 0, 0]
    assert [bar.get("class") for bar in bars][-1] == "bar is-denial"


def test_a_claim_without_figures_has_no_such_page(
    dispute: Dispute, ann: Person, paper: Any
) -> None:
    dispute.take(dispute.spokesman, "asserts")
    assert ann.read(FIGURES).status_code == 404
    assert ann.read("/claims/no-such-claim/figures/").status_code == 404


def test_a_new_figure_makes_it_anew(
    counted: Dispute, ann: Person, paper: Any, work: Callable[[], None]
) -> None:
    work()
    ann.read(FIGURES)
    assert file_of(FIGURES).exists()
    counted.take(counted.pilot, "asserts", figure_low=70, said_at=FRIDAY + timedelta(hours=5))
    work()
    assert "at least 70" in ann.read(FIGURES).content.decode()


whole = some.integers(-(10**12), 10**12)


@given(some.lists(whole, min_size=1, max_size=30))
def test_every_figure_is_within_the_picture_and_in_its_order(numbers: list[int]) -> None:
    scale = Scale(numbers)
    places = [scale.at(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert all(LEFT <= place <= RIGHT for place in places)
    assert 2 <= len(scale.ticks) <= 8
