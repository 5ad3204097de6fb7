"""Who speaks, as it stands in a sentence: the name, what is said of it, how many, named or not."""

import re
from dataclasses import dataclass

from broadsheet.claims.patterns.figures import SMALL

TITLES = (
    r"(?:(?:Deputy|Prime|Foreign|Defence|Defense|Interior|Finance|Health|Justice|Vice|Acting|Chief|First"
    r"|Lord|Major|Brigadier|Rear|Lieutenant) )*(?:Mr|Mrs|Ms|Dr|Prof|Professor|President|Premier|Minister"
    r"|Secretary|Governor|Mayor|Senator|Judge|General|Colonel|Major|Captain|Lieutenant|Sergeant|Admiral"
    r"|Commander|Inspector|Superintendent|Constable|Marshal|Chancellor|Ambassador|Chairman|Director)\.?"
)
PARTICLES = "al|bin|de|del|der|den|di|el|la|le|van|von|ten"
NAME = rf"[A-ZÀ-Þ][\w’'-]+(?: (?:{PARTICLES}|[A-ZÀ-Þ][\w’'.-]*))* [A-ZÀ-Þ][\w’'-]+"
FULL_NAME = re.compile(rf"(?:(?P<title>{TITLES}) )?(?P<name>{NAME})(?P<rest> (?:of|from|at) .+)?")
WITH_ROLE = re.compile(
    rf"(?P<title>.*\b(?:spokes(?:man|woman|person)|minister|director|chair|chairman|chairwoman|mayor"
    rf"|president|leader|secretary|officer|chief|professor|head|manager|ambassador|governor|daily"
    rf"|lawyer|founder|owner|commander|doctor|engineer|analyst|coach|captain)) (?P<name>{NAME})"
)
COMMON = re.compile(
    r"(?:the|a|an|his|her|its|their|our|one|two|both|some|all|no|any)\b", re.IGNORECASE
)
PRONOUNS = {"he", "she", "they", "it", "we", "i", "who", "both", "the latter"}
# Those whom papers quote without a name. A spokesman speaks for an office, so is not among them.
SOURCES = (
    r"(?:official|source|diplomat|officer|witness(?:es)?|eyewitness(?:es)?|resident|person|people|aide"
    r"|adviser|advisor|member|employee|worker|soldier|driver|nurse|doctor|guard|engineer|insider|villager|farmer"
    r"|critic|relative|pilot|governor|teacher|student|passenger|monitor|survivor|activist|analyst|expert"
    r"|director|man|woman|men|women|neighbour|neighbor|negotiator|colleague|friend|fighter|refugee"
    r"|sailor|fisherman|fishermen|docker|prisoner|executive|manager|lawyer|priest|aid worker|observer"
    r"|trader|shopkeeper|mother|father|local)"
)
HOW_MANY = re.compile(
    rf"(?:at least |about |some )?(?P<number>\d{{1,3}}|{'|'.join(SMALL)}|both|several|many|some|dozens of)"
    r"(?: of (?:the|his|her|its|their|them)\b)?\b",
    re.IGNORECASE,
)
END_OF_HEAD = re.compile(
    r",| (?:of|at|in|on|with|who|which|that|familiar|involved|close|briefed|waiting|from|for|to|near"
    r"|released|seen|inside|outside|living|speaking|working|reached)\b"
)
INSTITUTION = re.compile(
    r"\b(?:Ministry|Board|Union|Office|Press|Radio|Monitor|Society|Council|Authority|Army|Force|Party"
    r"|Agency|Commission|Committee|Group|Company|Bank|Court|Nations|Crescent|Cross|Service|Association)\b"
)
INDEFINITE = re.compile(r"(?:an?|one|another|some)\b", re.IGNORECASE)
UNCOUNTED = re.compile(r"(?:news|politics|records|figures|images|documents|data|statistics)$")
# Words that are no name of anything where they begin a sentence.
PLAIN = re.compile(
    rf"(?:{SOURCES}s?|Unions?|Insurers|Prosecutors|Police|Ministry|Government|Army|Military|Fire|Aid|State"
    r"|Local|Opposition|Rebels?|Militia|Sources|Unnamed|Monitors|Shipping|Satellite|Authorities)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Speaker:
    """`name` is as it stands inside a sentence; `description` what the text adds to it.

    Of an unnamed one `name` is what the text says instead. `why` is the reason it gives.
    """

    name: str = ""
    description: str = ""
    people: int = 1
    is_unnamed: bool = False
    why: str = ""

    @property
    def is_pronoun(self) -> bool:
        return self.name.casefold() in PRONOUNS


def speaker_of(text: str, *, anonymous: bool = False, why: str = "") -> Speaker:
    """The speaker whom these words name. `anonymous` is set when the text says so elsewhere."""
    text = " ".join(text.split()).strip(" ,")
    name, description = named(text)
    unnamed = anonymous or (name == text and is_source(text))
    if unnamed:
        # All there is of an unnamed speaker is the description, so nothing of it gets lost.
        return Speaker(lowered(text), "", people_in(text), True, why)
    return Speaker(lowered(name), lowered(description), people_in(text) if name == text else 1)


def named(text: str) -> tuple[str, str]:
    """The name in these words, and the rest: "the mayor, Ana Lund" is Ana Lund, the mayor."""
    parts = [part for part in re.split(r",\s+", text) if not re.fullmatch(r"\d+", part)]
    for index, part in enumerate(parts):
        found = FULL_NAME.fullmatch(part) or WITH_ROLE.fullmatch(part)
        if found and not COMMON.match(found["name"]):
            known = [found["title"], *parts[:index], *parts[index + 1 :]]
            rest = found.groupdict().get("rest") or ""
            return found["name"], ", ".join(word for word in known if word) + rest
    if len(parts) > 1:
        # "Norda, an aid group" and "its operator, Petrolux": the part without an article.
        proper = [part for part in parts if part[:1].isupper() and not COMMON.match(part)]
        name = proper[0] if proper else parts[0]
        return name, ", ".join(part for part in parts if part is not name)
    return text, ""


def is_source(text: str) -> bool:
    """Whether these words only describe somebody: "two officials", "a diplomat", "residents"."""
    head = END_OF_HEAD.split(text, maxsplit=1)[0]
    how_many = HOW_MANY.match(text)
    if re.search(r"\b(?:unnamed|unidentified|anonymous)\b", text):
        return True
    if re.match(r"one of\b|(?:\w+ )?of (?:the|his|her|its|their)\b", text, re.IGNORECASE):
        return text.lower().startswith("one of")
    if how_many or INDEFINITE.match(head):
        return bool(re.search(rf"\b{SOURCES}s?$", head)) or bool(
            how_many and re.search(rf"\b{SOURCES}s?\b", text)
        )
    bare_plural = not COMMON.match(head) and bool(
        re.search(rf"\b{SOURCES}s$|\bpeople$", head.lower())
    )
    return bare_plural and "’" not in head and "'" not in head


def people_in(text: str) -> int:
    """How many speak. Where a plural has no number it is two: more than one is all we know."""
    if how_many := HOW_MANY.match(text):
        word = how_many["number"].lower()
        if word.isdigit() or word in SMALL:
            return max(1, int(word) if word.isdigit() else SMALL[word])
        return 2
    if re.match(r"(?:neither|both) ", text, re.IGNORECASE):
        return 2
    head = END_OF_HEAD.split(text, maxsplit=1)[0]
    if re.search(r" and (?:the|his|her|its|their|a|an) ", head):
        return 2
    word = head.split(" ")[-1]
    is_plural = word.endswith(("s", "people", "men", "women", "children", "dockers"))
    is_name = word[:1].isupper() and " " in head
    if is_plural and not is_name and not re.search(r"(?:[su]s|[’']s)$", word):
        return 1 if UNCOUNTED.search(word) else 2
    return 1


def lowered(name: str) -> str:
    """As it stands inside a sentence: "The ministry" is "the ministry"; a name stays as it is."""
    first, space, rest = name.partition(" ")
    if COMMON.fullmatch(first) or HOW_MANY.fullmatch(first) or PLAIN.fullmatch(first):
        return first.lower() + space + rest
    return name


def kind_of_speaker(name: str) -> str:
    """ "person", "office", "group" or "institution", as it looks; people are told apart best."""
    if FULL_NAME.fullmatch(name) and not INSTITUTION.search(name):
        return "person"
    if re.search(r"\b(?:spokes\w+|minister|mayor|president|governor|chief|director)\b", name):
        return "office"
    if people_in(name) > 1:
        return "group"
    return "institution"
