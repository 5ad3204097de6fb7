"""What a sentence states, who says so, to whom, and what they do with it: say, confirm, deny."""

import re
from dataclasses import dataclass, replace

from broadsheet.claims.patterns.expressions import (
    A_CLAUSE,
    ASIDE,
    AT_END,
    BECAUSE,
    BEFORE_END,
    CONTROL,
    DECLARED,
    DOING,
    FINITE,
    FIRST,
    INTERVIEW,
    INTRO,
    ITSELF,
    LAST,
    NO_OUTLET,
    NO_SPEAKER,
    NOT_ALLOWED,
    NOT_NAMED,
    RELATIVE,
    Pattern,
)
from broadsheet.claims.patterns.figures import Figure, first_figure
from broadsheet.claims.patterns.sentences import (
    Span,
    around,
    quotations,
    sentences,
    without_quotations,
)
from broadsheet.claims.patterns.speakers import Speaker, speaker_of
from broadsheet.claims.words import Kind, Stance

NOBODY = Speaker()
LONGEST = (
    2_000  # characters of a sentence; the time that the expressions take grows with its square
)
MOST_WORDS = 25  # of a speaker with all that is said of them


@dataclass(frozen=True)
class Reading:
    """What one sentence says of one claim.

    `statement` is without "says", and empty when the sentence only points to one ("denied it").
    `attribution` is the rest of the sentence. Without a speaker the words are the article's own.
    """

    statement: str = ""
    speaker: Speaker = NOBODY
    told_to: str = ""
    published_by: str = ""
    stance: Stance = Stance.ASSERTS
    words: str = ""
    is_verbatim: bool = False
    figure: Figure | None = None
    kind: Kind = Kind.EVENT
    attribution: str = ""

    @property
    def is_pointer(self) -> bool:
        """Whether the sentence speaks of something that was stated before it."""
        return bool(self.speaker.name) and not self.statement


def read(text: str, start: int, end: int) -> Reading:
    """What the sentence around `start` to `end` of a paragraph says, and through whom.

    When only a part of what is stated is marked, that part is the statement. A speaker who is only
    "he" or "they" is looked for in the sentences before.
    """
    first, last = around(text, start, end)
    reading = read_sentence(text[first:last])
    marked = text[start:end].strip(" ,.")
    if is_part(marked, reading.statement):
        reading = with_statement(reading, marked)
    if reading.speaker.is_pronoun:
        reading = replace(reading, speaker=speaker_before(text, first) or reading.speaker)
    return reading


def is_part(marked: str, statement: str) -> bool:
    inside, whole = plain(marked), plain(statement)
    return bool(inside) and inside != whole and inside in whole


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def speaker_before(text: str, position: int) -> Speaker | None:
    for start, end in reversed(sentences(text[:position])):
        speaker = read_sentence(text[start:end]).speaker
        if speaker.name and not speaker.is_pronoun:
            return speaker
    return None


def read_sentence(sentence: str) -> Reading:
    """What one sentence says. One without a speaker is the article's own statement, and so is one
    that is too long to be read."""
    if len(sentence) > LONGEST:
        return with_statement(Reading(), sentence)
    shown, why = without_anonymity(sentence)
    shown = shown.partition(";")[0].rstrip(" .!?")
    shown += "”" * (shown.count("“") - shown.count("”"))
    without_intro = INTRO.sub(lambda found: " " * len(found.group()), shown)
    for text in dict.fromkeys([without_intro, shown]):
        if found := found_in(without_quotations(text)):
            return reading_of(found, shown, why)
    return with_statement(Reading(), sentence)


@dataclass(frozen=True)
class Match:
    """Where the parts of one pattern stand in a sentence."""

    spans: dict[str, Span]
    stance: Stance


def found_in(hidden: str) -> Match | None:
    """The first pattern that a sentence, its quotations hidden, is written by."""
    lead = len(hidden) - len(hidden.lstrip())
    return whole(hidden, lead, FIRST) or statement_first(hidden, lead) or whole(hidden, lead, LAST)


def whole(hidden: str, lead: int, patterns: list[Pattern]) -> Match | None:
    for pattern, stance in patterns:
        found = pattern.search(hidden[lead:])
        if found and may_speak(found["a"]):
            return Match(spans_of(found, lead), stance)
    return None


def statement_first(hidden: str, lead: int) -> Match | None:
    """What is stated, and behind it who says so with all that is said of them."""
    for cut in BEFORE_END.finditer(hidden, lead):
        if not may_be_stated(hidden[lead : cut.start()]):
            continue
        for pattern, stance in AT_END:
            found = pattern.search(hidden[cut.end() :])
            if found and may_speak(found["a"]):
                return Match(spans_of(found, cut.end()) | {"c": (lead, cut.start())}, stance)
    return None


def spans_of(found: re.Match[str], offset: int) -> dict[str, Span]:
    names = [name for name, value in found.groupdict().items() if value]
    return {name: (found.start(name) + offset, found.end(name) + offset) for name in names}


def may_speak(words: str) -> bool:
    speaker = words.strip(" ,")
    if not speaker or NO_SPEAKER.search(speaker) or len(speaker.split()) > MOST_WORDS:
        return False
    return not FINITE.search(RELATIVE.split(speaker, maxsplit=1)[0])


def may_be_stated(words: str) -> bool:
    return words.startswith("“") or bool(A_CLAUSE.search(words) and len(words.split()) > 2)


def without_anonymity(sentence: str) -> tuple[str, str | None]:
    """The sentence without the words by which somebody is not named, and the reason given.

    The reason is None when nobody asked for it.
    """
    for pattern in (NOT_NAMED, NOT_ALLOWED):
        if found := pattern.search(without_quotations(sentence)):
            start, end = found.span()
            after = sentence[end:]
            # A comma that closed what is taken out may also have parted the sentence.
            comma = "," if after[:1] == "," else ""
            why = BECAUSE.sub("", found["why"] or "").strip(" ,")
            return sentence[:start] + comma + after.removeprefix(","), why
    return sentence, None


def reading_of(found: Match, shown: str, why: str | None) -> Reading:
    parts = {name: shown[start:end] for name, (start, end) in found.spans.items()}
    stated = " ".join(part for part in (parts.get("c"), parts.get("more")) if part)
    speaker, told_to = speaker_and_hearer(parts["a"], shown)
    quoted = quotations(shown)
    reading = Reading(
        speaker=speaker_of(speaker, anonymous=why is not None, why=why or ""),
        told_to=outlet(parts.get("to", "")) or told_to,
        published_by=outlet(parts.get("by", "")),
        stance=found.stance,
        words=" … ".join(quoted) or ASIDE.sub("", stated).strip(" ,"),
        is_verbatim=bool(quoted),
        attribution=shown.replace(stated, " ") if stated else shown,
    )
    return with_statement(reading, ASIDE.sub("", stated)) if stated else reading


def speaker_and_hearer(speaker: str, shown: str) -> tuple[str, str]:
    """Who speaks, without "in an interview with the Anchor", and the Anchor."""
    told = INTERVIEW.search(shown)
    speaker = DOING.sub("", ITSELF.sub("", speaker))
    return speaker.strip(" ,"), outlet(told["to"]) if told else ""


def outlet(words: str) -> str:
    words = words.strip(" ,")
    return "" if NO_OUTLET.search(words) or not re.search(r"[A-ZÀ-Þ]", words) else words


def with_statement(reading: Reading, stated: str) -> Reading:
    """The same with what is stated, and what follows from that: the figure and the kind."""
    statement = tidy(stated)
    figure = first_figure(statement)
    return replace(reading, statement=statement, figure=figure, kind=kind_of(statement, figure))


def tidy(stated: str) -> str:
    """One sentence with a capital and a full stop, without "that" and the marks of a quotation."""
    text = " ".join(stated.split()).strip(" ,;:")
    text = re.sub(r"^(?:that|whether) ", "", text)
    quoted = quotations(text)
    if len(quoted) == 1 and without_quotations(text).strip("“”\x1f.,!?…") == "":
        text = quoted[0]
    text = text.strip(" ,;:")
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def kind_of(statement: str, figure: Figure | None) -> Kind:
    if CONTROL.search(statement):
        return Kind.CONTROL
    if DECLARED.search(statement):
        return Kind.DECLARATION
    return Kind.FIGURE if figure and figure.unit else Kind.EVENT
