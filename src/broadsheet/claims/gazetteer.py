"""Where a name lies: settlements, provinces and countries, from two files. No Django.

The files are data/gazetteer, made by scripts/build_gazetteer.py. They are searched where they lie:
a name costs some seventeen looks at the disk's cache, and no memory of ours.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path

from broadsheet.claims.folding import fold
from broadsheet.claims.sorted_lines import SortedLines

DATA = Path(__file__).parent / "data" / "gazetteer"


class Sort(StrEnum):
    """What an entry is; the values are those of `Place.Precision`."""

    SETTLEMENT = "settlement"
    PROVINCE = "province"
    COUNTRY = "country"


@dataclass(frozen=True)
class Entry:
    """One place. `country` has two letters, `province` is a code of the outlines, or empty."""

    key: str
    name: str
    latitude: float
    longitude: float
    country: str
    province: str
    people: int

    @property
    def sort(self) -> Sort:
        if self.key.isdigit():
            return Sort.SETTLEMENT
        return Sort.COUNTRY if self.key.startswith("c") else Sort.PROVINCE

    @property
    def geonames_id(self) -> int | None:
        number = self.key.removeprefix("c")
        return int(number) if number.isdigit() else None

    @property
    def description(self) -> str:
        """By which an editor tells it from others: "Herāt, Hirat, Afghanistan; 574,300 people"."""
        above = [self.name]
        if self.sort is Sort.SETTLEMENT and (province := entry_of(self.province)):
            above.append(province.name)
        if self.sort is not Sort.COUNTRY and (country := countries().get(self.country)):
            above.append(country.name)
        people = f"; {self.people:,} people" if self.people else ""
        return ", ".join(above) + people


def places_called(name: str, country: str = "") -> list[Entry]:
    """Every place of this name, the likeliest first."""
    return in_order(entries_called(fold(name)), Sort.SETTLEMENT, Counter(), country)


def places_beginning(letters: str, country: str = "", most: int = 10) -> list[Entry]:
    """Places of which a name begins with these letters, for a field that helps while one types."""
    start = fold(letters)
    entries: dict[str, Entry] = {}
    lines = names_file().lines_from(start.encode()) if start else iter(())
    for line in islice(lines, most * 10):
        folded, _, keys = line.partition("\t")
        if not folded.startswith(start):
            break
        entries |= {key: entry for key in keys.split() if (entry := entry_of(key))}
    likely = in_order(list(entries.values()), Sort.SETTLEMENT, Counter(), country)
    return sorted(likely, key=lambda entry: not fold(entry.name).startswith(start))[:most]


def in_order(
    entries: Sequence[Entry], wanted: str, near: Counter[str], country: str
) -> list[Entry]:
    """Those of the wanted sort first, else settlements; then those near the others of the text."""
    sorts = {Sort.SETTLEMENT: 1, wanted: 2}

    def weight(entry: Entry) -> tuple[int, int, bool, int]:
        return (
            sorts.get(entry.sort, 0),
            near[entry.country],
            entry.country == country,
            entry.people,
        )

    return sorted(entries, key=weight, reverse=True)


def entries_called(folded: str) -> list[Entry]:
    line = names_file().find(f"{folded}\t")
    keys = line.partition("\t")[2].split() if line else []
    return [entry for key in keys if (entry := entry_of(key))]


def entry_of(key: str) -> Entry | None:
    line = places_file().find(f"{key}\t") if key else ""
    return entry_in(line) if line else None


def entry_in(line: str) -> Entry:
    key, name, latitude, longitude, country, province, people = line.split("\t")
    return Entry(key, name, float(latitude), float(longitude), country, province, int(people))


@cache
def countries() -> dict[str, Entry]:
    """Every country by its two letters."""
    found = {}
    for line in places_file().lines_from(b"c"):
        if not line.startswith("c"):
            break
        entry = entry_in(line)
        found[entry.country] = entry
    return found


@cache
def names_file() -> SortedLines:
    return SortedLines(DATA / "names.txt")


@cache
def places_file() -> SortedLines:
    return SortedLines(DATA / "places.txt")
