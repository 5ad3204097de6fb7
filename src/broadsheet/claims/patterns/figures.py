"""How many, as a range: "at least 200 districts", "between 100 and 200", "12.5 per cent"."""

import re
from dataclasses import dataclass

SMALL = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
TENS = {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
WORDS = SMALL | TENS | {"dozen": 12}
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
}

NUMBER = (
    r"(?:[$€£]\s?)?(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|(?:{'|'.join(WORDS)})(?:-(?:{'|'.join(SMALL)}))?)"
    r"(?:\s?(?:hundred|thousand|million|billion|m|bn)\b)?"
)
LOWER = (
    r"(?:at least|no fewer than|not fewer than|no less than|not less than|more than|over|upwards? of"
    r"|a minimum of|in excess of)"
)
UPPER = (
    r"(?:up to|at most|as many as|as much as|no more than|not more than|fewer than|less than|under"
    r"|just under|nearly|almost|a maximum of)"
)
RANGE = re.compile(
    rf"(?<!\w)(?:between (?P<from>{NUMBER}) and (?P<to>{NUMBER})"
    rf"|(?:from )?(?P<from2>{NUMBER})(?: to |\s?[–—-]\s?)(?P<to2>{NUMBER})"
    rf"|(?P<lower>{LOWER}) (?:about |some |around )?(?P<low>{NUMBER})"
    rf"|(?P<upper>{UPPER}) (?:about |some |around )?(?P<high>{NUMBER})"
    rf"|(?<![-/.:\w])(?P<exact>{NUMBER}))(?![-:/]\d|\w)",
    re.IGNORECASE,
)
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Numbers that count nothing: dates, times, ages, years, the names of things.
NO_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?"
    rf"|\b(?:{MONTHS}) \d{{1,4}}\b(?:, \d{{4}})?|, \d{{1,3}},|\baged \d+"
    r"|\b(?:in|since|of|until|by|from|before|after|early|late) (?:1[5-9]|20)\d\d\b"
    r"|\b(?:Flight|Route|Highway|Article|Section|Chapter|Room|Pier|Channel|Radio|Unit|No\.|Number"
    r"|Resolution) (?:\d+|[A-Z][a-z]+)|\b\d{1,2}[:.]\d\d\b(?: ?[ap]\.?m\.?)?|\b\d{1,2} ?[ap]\.?m\b"
    r"|\bone (?:of|by one|another|day|side|can|should)\b|\b(?:no|any|every|each|this|that|the) one\b"
    rf"|\bat (?:{'|'.join(SMALL)})\b(?! per| times)|\b(?:the|[Bb]oth|[Tt]hese|[Tt]hose) two\b"
)
UNIT = re.compile(
    rf"\s*(?:of (?:the|its|their|his|her|some) {NUMBER} )?"
    r"(?:(?:of|more|other|the|a|an|its|their|his|her) )*(?P<unit>per cent\b|percent\b|%"
    r"|(?:[a-z’'-]+ ){0,2}?(?:[a-z’-]+[^su\W]s|people|men|women|children|troops|staff|police|sheep|crew"
    r"|dead|wounded)\b)"
)


@dataclass(frozen=True)
class Figure:
    """A range in the words of a text. An end that is None is open; exact figures have both.

    `low` and `high` are whole numbers of 10 ** -`decimals` of `unit`, which may be empty.
    """

    low: int | None
    high: int | None
    decimals: int
    unit: str
    words: str

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


def first_figure(text: str) -> Figure | None:
    """The first number in a text that counts something."""
    blanked = NO_FIGURE.sub(lambda found: " " * len(found.group()), text)
    found = RANGE.search(blanked)
    if found is None:
        return None
    low = found["from"] or found["from2"] or found["low"] or found["exact"]
    high = found["to"] or found["to2"] or found["high"] or found["exact"]
    values = [number_of(low), number_of(high)] if low and high else [number_of(low or high)]
    if low and high and values[0][0] < values[1][0] and not scale_of(low) and scale_of(high):
        values[0] = number_of(f"{low} {scale_of(high)}")  # "30 to 35 million"
    decimals = max(places for _, places in values)
    numbers = [value * 10 ** (decimals - places) for value, places in values]
    unit = UNIT.match(blanked, found.end())
    return Figure(
        low=numbers[0] if low else None,
        high=numbers[-1] if high else None,
        decimals=decimals,
        unit=(unit["unit"].strip() if unit else ""),
        words=text[found.start() : unit.end() if unit else found.end()],
    )


def scale_of(words: str) -> str:
    return next((name for name in re.findall(r"[a-z]+", words.lower()) if name in SCALES), "")


def number_of(words: str) -> tuple[int, int]:
    """The number and its decimals: "12.5" is (125, 1), "1.2 million" is (1200000, 0)."""
    words = words.lower().lstrip("$€£").strip()
    scale = SCALES.get(scale_of(words), 1)
    if digits := re.match(r"[\d,.\u00a0\u202f]+", words):
        whole, _, rest = re.sub(r"[,\u00a0\u202f]", "", digits.group()).partition(".")
        value, places = int(whole + rest), len(rest)
    else:
        value = sum(WORDS.get(part, 0) for part in re.findall(r"[a-z]+", words))
        places = 0
    while places and scale > 1:
        scale, places = scale // 10, places - 1
    return value * scale, places
