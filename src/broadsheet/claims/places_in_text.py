"""The places that a text names, by the longest names in the gazetteer. No Django."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from broadsheet.claims.folding import fold_word, join, words_of
from broadsheet.claims.gazetteer import Entry, Sort, entries_called, entry_of, in_order, names_file

MOST_WORDS = 6  # of one name
SHORTEST = 3  # letters of a name that is looked for in running text
LARGE = 100_000  # people, from which on a name may also open a sentence
BETWEEN = re.compile(r"[\s\-–‐]+|(?<=\b\w)\. |(?<=\b\w\w)\. ")  # Herat City, Qala-e-Naw, St. Ives
SENTENCE_END = re.compile(r"(?:^|[.!?:…][\"'”’)]*\s+|\n)[\"'“‘(]*\Z")
BEFORE_A_PLACE = {
    *("in", "at", "near", "of", "from", "to", "into", "around", "outside", "inside"),
    *("toward", "towards", "over", "across", "through", "for"),
}
AFTER_A_PLACE = {
    *("city", "town", "village", "crossing", "airport", "port", "area", "border"),
}
PROVINCES = {
    *(
        "province",
        "region",
        "oblast",
        "governorate",
        "state",
        "canton",
        "prefecture",
        "voivodeship",
    ),
}
DISTRICTS = {"district", "county", "municipality"}
# Words that begin with a capital for another reason, and are also names of places somewhere.
NO_PLACES = {
    *("a", "an", "and", "are", "as", "at", "both", "but", "by", "for", "he", "her"),
    *("his", "how", "i", "if", "in", "is", "it", "its", "like", "many", "march", "may"),
    *("no", "not", "of", "on", "or", "our", "she", "so", "some", "such", "than", "that"),
    *(
        "the",
        "their",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "under",
        "until",
        "up",
    ),
    *("us", "we", "were", "what", "when", "where", "who", "why", "with", "you"),
}
# And words that are places only where something says so: in Nice.
SELDOM_PLACES = {
    *("bath", "mobile", "most", "nice", "police", "prime", "reading"),
}


@dataclass(frozen=True)
class Found:
    """A name in a text. `entry` was taken, `others` bear the name as well; `precision` is that of
    the entry, or "district" where the text says so."""

    words: str
    start: int
    end: int
    entry: Entry
    precision: str
    is_cued: bool
    others: tuple[Entry, ...] = field(default=())


def places_in(text: str, country: str = "") -> list[Found]:
    """The places that a text names, the likeliest first.

    Likelier is what stands behind "in" or before "province"; then a settlement than a province than
    a country; then the longer name. Of two places with one name comes first the one in the country
    in which most of the text's other places lie, then in `country`, then the one with more people.
    """
    names = [name for name in names_in(text) if name.may_be_place]
    near = Counter(country_of(name.entries) for name in names)
    return sorted((taken(name, near, country) for name in names), key=likelihood, reverse=True)


def country_of(entries: Sequence[Entry]) -> str:
    """The country that a name speaks for: its own, or the one that all its bearers lie in."""
    own = [entry.country for entry in entries if entry.sort is Sort.COUNTRY]
    lie_in = {entry.country for entry in entries}
    return own[0] if own else lie_in.pop() if len(lie_in) == 1 else ""


@dataclass(frozen=True)
class Name:
    """Words of a text that are a name in the gazetteer, with the words around them, folded."""

    words: str
    start: int
    end: int
    entries: list[Entry]
    before: tuple[str, str]
    after: str
    opens_sentence: bool

    @property
    def wanted(self) -> str:
        """The precision that the words around it ask for, or empty."""
        beside = {self.after} | ({self.before[0]} if self.before[1] == "of" else set())
        if beside & PROVINCES:
            return Sort.PROVINCE
        return "district" if beside & DISTRICTS else ""

    @property
    def is_cued(self) -> bool:
        return bool(self.wanted) or self.before[1] in BEFORE_A_PLACE or self.after in AFTER_A_PLACE

    @property
    def may_be_place(self) -> bool:
        if self.is_cued or " " in self.words or "-" in self.words:
            return True
        if fold_word(self.words) in SELDOM_PLACES:
            return False
        return not self.opens_sentence or self.entries[0].people >= LARGE


def names_in(text: str) -> Iterator[Name]:
    """The longest names, from left to right, that begin with a capital letter."""
    words = list(words_of(text))
    folded = [fold_word(word.group()) for word in words]
    number = 0
    while number < len(words):
        first = words[number].group()
        length = 0
        if first[0].isupper() and folded[number] not in NO_PLACES:
            length = longest(text, words, folded, number)
        if length:
            yield name_at(text, words, folded, number, length)
        number += length or 1


def longest(text: str, words: Sequence[re.Match[str]], folded: Sequence[str], number: int) -> int:
    """How many words from here are the longest name, or 0."""
    best = 0
    for length in range(1, min(MOST_WORDS, len(words) - number) + 1):
        last = number + length - 1
        if length > 1 and not BETWEEN.fullmatch(text, words[last - 1].end(), words[last].start()):
            break
        here = list(folded[number : number + length])
        name = join(here)
        if len(name) >= SHORTEST and names_file().has(f"{name}\t"):
            best = length
        # The last word may be an "of" that only the next one makes one.
        if not names_file().has(join([*here, "-"])[:-1]):
            break
    return best


def name_at(
    text: str, words: Sequence[re.Match[str]], folded: Sequence[str], number: int, length: int
) -> Name:
    start, end = words[number].start(), words[number + length - 1].end()
    before = ["", "", *folded[max(0, number - 2) : number]]
    after = folded[number + length] if number + length < len(words) else ""
    return Name(
        text[start:end],
        start,
        end,
        entries_called(join(list(folded[number : number + length]))),
        (before[-2], before[-1]),
        after,
        bool(SENTENCE_END.search(text[max(0, start - 6) : start])),
    )


def taken(name: Name, near: Counter[str], country: str) -> Found:
    entries = name.entries
    if name.wanted == Sort.PROVINCE and all(each.sort is not Sort.PROVINCE for each in entries):
        # A province that the outlines spell otherwise is the one in which its namesake lies.
        likely = in_order(entries, Sort.SETTLEMENT, near, country)
        entries = [found for each in likely if (found := entry_of(each.province))] or entries
        entries = entries[:1]
    ordered = in_order(entries, name.wanted or Sort.COUNTRY, near, country)
    precision = "district" if name.wanted == "district" else str(ordered[0].sort)
    return Found(
        name.words, name.start, name.end, ordered[0], precision, name.is_cued, tuple(ordered[1:])
    )


def likelihood(found: Found) -> tuple[bool, int, int, int]:
    sorts = [Sort.COUNTRY, Sort.PROVINCE, Sort.SETTLEMENT]
    return found.is_cued, sorts.index(found.entry.sort), len(found.words), -found.start
