"""Names of places in running text, however they are spelt, and which of two bearers is meant."""

from pathlib import Path

import pytest

from broadsheet.claims.actions.sources import place_of
from broadsheet.claims.folding import fold
from broadsheet.claims.gazetteer import DATA, countries, entry_of, places_beginning, places_called
from broadsheet.claims.models import Place
from broadsheet.claims.places_in_text import places_in
from broadsheet.claims.sorted_lines import SortedLines

CROSSING = (
    "The Taliban have seized the Islam Qala crossing with Iran in Herat province, two senior "
    "security officials told Reuters on Thursday."
)


def test_it_works() -> None:
    first = places_in(CROSSING)[0]
    assert (first.words, first.precision) == ("Islam Qala", "settlement")
    assert first.entry.description == "Eslam Qaleh, Hirat, Afghanistan; 18,086 people"
    assert (first.entry.geonames_id, first.entry.latitude, first.entry.longitude) == (
        1142404,
        34.667,
        61.067,
    )
    assert CROSSING[first.start : first.end] == "Islam Qala"


@pytest.mark.parametrize(
    ("text", "words", "precision", "key"),
    [
        ("Fighting in Qala-e-Naw went on.", "Qala-e-Naw", "settlement", "1129867"),
        ("Fighting in Qal’ah-ye Now went on.", "Qal’ah-ye Now", "settlement", "1129867"),
        ("It lies in Herat province.", "Herat", "province", "AFG-1742"),
        ("It lies in the province of Badghis.", "Badghis", "province", "AFG-1741"),
        ("Shells hit Kupiansk district.", "Kupiansk", "district", "703656"),
        ("Rain in Afghanistan.", "Afghanistan", "country", "c1149361"),
        ("A march in Newcastle upon Tyne.", "Newcastle upon Tyne", "settlement", "2641673"),
        ("He was seen in St. Petersburg.", "St. Petersburg", "settlement", "498817"),
        ("Ein Zug in Köln stand still.", "Köln", "settlement", "2886242"),
        ("A fire in Nice.", "Nice", "settlement", "2990440"),
        ("A crane fell in Łódź.", "Łódź", "settlement", "3093133"),
    ],
)
def test_a_name_is_found_as_it_is_spelt(text: str, words: str, precision: str, key: str) -> None:
    found = places_in(text)[0]
    assert (found.words, found.precision, found.entry.key) == (words, precision, key)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nice weather is expected. Most police were in march.",
        "Of all we know, May is best.",
        "the paris of the north",
        "He said: Reading helps.",
    ],
)
def test_a_word_that_is_also_a_place_is_none(text: str) -> None:
    assert places_in(text) == []


def test_names_do_not_run_over_the_end_of_a_sentence() -> None:
    assert [found.words for found in places_in("They left San. Francisco came.")] != [
        "San. Francisco"
    ]


def test_of_two_with_one_name_the_papers_own_comes_first() -> None:
    assert places_called("Cambridge", "GB")[0].country == "GB"
    assert places_called("Cambridge", "US")[0].country == "US"
    assert places_called("Paris")[0].country == "FR"
    assert places_in("A fire in Cambridge.", "US")[0].entry.country == "US"


def test_the_other_places_of_a_text_weigh_more_than_the_paper() -> None:
    text = "From Worcester, Massachusetts, he drove to Cambridge in the United States."
    taken = {found.words: found for found in places_in(text, "GB")}
    assert taken["Cambridge"].entry.country == "US"
    assert "GB" in {other.country for other in taken["Cambridge"].others}


def test_the_likeliest_comes_first() -> None:
    text = "Police in Georgia said that the bridge near Savannah, Chatham County, was shut."
    assert places_in(text)[0].words == "Savannah"


def test_a_field_is_helped_while_one_types() -> None:
    names = [entry.name for entry in places_beginning("Islam q")]
    assert names == ["Eslam Qaleh"]
    assert places_beginning("lond", "CA")[0].country == "CA"
    assert len(places_beginning("a", most=5)) == 5
    assert places_beginning("") == places_beginning("-") == places_called("") == []


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Qal‘ah-ye Naw", "qalah i naw"),
        ("QALA I NAW", "qala i naw"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("E", "e"),
        ("Ærø", "aero"),
        ("\u202eHerat\u2069", "herat"),
    ],
)
def test_names_are_compared_without_what_varies(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_lines_are_found_in_a_file_of_any_size(tmp_path: Path) -> None:
    words = sorted(f"{number:x}" for number in range(0, 4000, 3))
    for count in (1, 2, 3, len(words)):
        path = tmp_path / f"{count}.txt"
        path.write_text("".join(f"{word}\t{word}\n" for word in words[:count]))
        lines = SortedLines(path)
        assert [lines.find(f"{word}\t") for word in words[:count]] == [
            f"{word}\t{word}" for word in words[:count]
        ]
        assert not lines.find("zz")
        assert not lines.has("0\t1")
        assert list(lines.lines_from(b"zz")) == []


def test_every_name_leads_to_a_place() -> None:
    names = (DATA / "names.txt").read_text().splitlines()
    assert all(entry_of(key) for line in names[::1000] for key in line.partition("\t")[2].split())
    assert len(countries()) > 200


def test_readers_can_be_told_where_it_comes_from() -> None:
    assert "Creative Commons Attribution 4.0" in (DATA / "README.md").read_text()


@pytest.mark.django_db
def test_what_was_found_becomes_one_place() -> None:
    found = {each.words: each for each in places_in(CROSSING)}
    first, again = (
        place_of(found["Islam Qala"].entry, label=label) for label in ("Islam Qala", "Eslam Qaleh")
    )
    assert first == again
    assert (first.label, first.country, first.admin_unit) == ("Islam Qala", "AF", "AFG-1742")
    herat = found["Herat"]
    assert place_of(herat.entry, herat.precision) == place_of(herat.entry, herat.precision)
    (district,) = places_in("In Kupiansk district.")
    around = place_of(district.entry, district.precision, "Kupiansk district")
    assert around == place_of(district.entry, district.precision, "Kupiansk district")
    assert (around.precision, around.geonames_id) == ("district", None)
    assert place_of(district.entry).precision == "settlement"
    assert Place.objects.count() == 4
