"""The outlines that are shipped, and the way from the globe onto paper."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from broadsheet.claims.map.outlines import (
    PACKED,
    area_at,
    countries,
    country,
    country_codes,
    decode,
    outline_of,
)
from broadsheet.claims.map.paths import clipped, path_of, runs
from broadsheet.claims.map.places import Projection, distance, framed, meet, middle_of

HERAT, KABUL = (62.2, 34.34), (69.18, 34.53)
SQUARE = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]
BESIDE = [(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0), (1.0, 0.0)]


def test_it_works() -> None:
    (code,) = country_codes("af")
    outline = country(code)
    assert (outline.name, len(outline.areas)) == ("Afghanistan", 34)
    found = area_at([outline], KABUL)
    assert found
    assert found.name == "Kabul"
    assert "AF-KAB" in found.codes


def test_they_are_small_and_all_there() -> None:
    assert PACKED.stat().st_size < 1_350_000
    assert len(countries()) > 240


@pytest.mark.parametrize("code", ["AFG", "ZAF", "LSO", "FJI", "USA", "NOR", "MCO"])
def test_borders_are_closed(code: str) -> None:
    outline = country(code)
    assert outline.land
    assert all(ring[0] == ring[-1] for ring in outline.land)
    assert all(ring[0] == ring[-1] for area in outline.areas for ring in area.rings)


def test_neighbours_keep_one_line() -> None:
    """What surrounds Lesotho is a hole in South Africa, point for point."""
    hole = set(country("LSO").land[0])
    assert any(hole == set(ring) for ring in country("ZAF").land)


def test_topojson_is_decoded_as_specified() -> None:
    """The example of the TopoJSON specification, 2.1.2."""
    net = {
        "transform": {"scale": [0.5, 0.5], "translate": [100, 0]},
        "arcs": [[[4, 0], [2, 2]], [[0, 0], [0, -2], [2, 0]]],
    }
    assert decode(net) == [[(102, 0), (103, 1)], [(100, 0), (100, -1), (101, -1)]]


def test_a_border_that_two_areas_share_is_no_coast() -> None:
    outline = outline_of("", [polygon("left", SQUARE), polygon("right", BESIDE)])
    assert sorted(outline.inner[0]) == [(1.0, 0.0), (1.0, 1.0)]
    (coast,) = outline.land
    assert len(coast) == 7


def polygon(name: str, ring: Sequence[tuple[float, float]]) -> dict[str, object]:
    return {"properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


degrees = some.tuples(some.floats(-179, 179), some.floats(-80, 80))


@given(degrees, some.floats(-30, 30), some.floats(-30, 30))
def test_there_and_back(middle: tuple[float, float], east: float, north: float) -> None:
    projection = Projection(middle)
    point = (middle[0] + east + 540) % 360 - 180, max(-85.0, min(85.0, middle[1] + north))
    (paper,) = projection.project([point])
    assert distance(projection.unproject(paper), point) < 0.01


def test_distances_near_the_middle_are_true() -> None:
    ((x, y),) = Projection(HERAT).project([KABUL])
    assert (x**2 + y**2) ** 0.5 == pytest.approx(distance(HERAT, KABUL), rel=0.01)
    assert x > 0  # Kabul is to the east


def test_the_180th_meridian_is_nothing_special() -> None:
    assert middle_of([(179, -17), (-179, -17)]) == (180, -17)
    frame = framed(Projection((180, -17)), (-200, -100, 200, 100), 960, 0.5, 0.7)
    west, _, east, _ = frame.bounds()
    assert west < 180 < east
    assert meet((177, -19, 180, -16), frame.bounds())
    assert meet((-180, -19, -178, -16), frame.bounds())
    assert not meet((-10, -19, 10, -16), frame.bounds())


def test_the_whole_world_fits_a_frame() -> None:
    frame = framed(Projection((0, 0)), (-12_700, -9_000, 12_700, 9_000), 960, 0.5, 0.7)
    assert meet((100, 10, 110, 20), frame.bounds())


def test_lines_are_cut_at_the_frame() -> None:
    box = (0.0, 0.0, 10.0, 10.0)
    assert clipped([(-5, -5), (-2, -5), (-2, -2)], box) == []
    assert set(clipped([(-5, -5), (15, -5), (15, 15), (-5, 15)], box)) == {
        (0, 0),
        (10, 0),
        (10, 10),
        (0, 10),
    }
    assert list(runs([(-9, 5), (-1, 5), (5, 5), (12, 5), (20, 5)], box)) == [
        [(-1, 5), (5, 5), (12, 5)]
    ]


def test_paths_are_whole_tenths_and_leave_out_what_nobody_sees() -> None:
    assert path_of([[(0, 0), (0.1, 0.1), (10, 0), (10, -5)]], is_closed=False) == "M0 0l100 0 0-50"
    assert path_of([[(0, 0), (0.01, 0), (0, 0.01)]], is_closed=True) == ""
    assert path_of([], is_closed=True) == ""
