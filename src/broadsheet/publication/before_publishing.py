"""What an editor should look at once more before an article is published. It warns and never blocks.

Patterns, kept conservative: a warning that is wrong each time is not read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from broadsheet.claims.models import Claim, Position
from broadsheet.claims.patterns.figures import Figure, first_figure
from broadsheet.claims.patterns.likeness import likeness
from broadsheet.claims.patterns.read import read_sentence
from broadsheet.claims.patterns.sentences import Span, sentences
from broadsheet.claims.queries import standing
from broadsheet.claims.wording import figure_words
from broadsheet.claims.words import Status

ALIKE = 0.6  # from which share of common words on a headline is taken to state a claim
LONGEST = 200  # characters of a sentence that is shown
FIRM = {Status.AGREED, Status.ON_RECORD, Status.CONCEDED, Status.CORROBORATED}

# What nobody sees for themselves at a desk: deeds that somebody is blamed for, and what was won.
DISPUTABLE = re.compile(
    r"\b(?:killed|wounded|injured|murdered|executed|tortured|shot(?! to)|shelled|bombed|attacked|raped"
    r"|abducted|kidnapped|massacred|looted|destroyed|poisoned|sabotaged|seized|captured|retaken|retook|recaptured"
    r"|overran|surrendered|fallen to|fell to|lost control|in control of|now controls?|bribed|embezzled"
    r"|falsified|rigged|smuggled|stole|illegally|corrupt|fraudulent|opened fire|fired on|broke the ceasefire"
    r"|violated|covered up|defected|went missing|laundered)\b"
)
HEDGED = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|apparently|purportedly|it is (?:believed|thought|understood|said)"
    r"|(?:is|are|was|were) (?:said|believed|thought|understood|rumoured|alleged) to)\b",
    re.IGNORECASE,
)
# By which a headline leaves it to others: "Crossing has fallen, militia says"; a question; a quotation.
LEFT_TO_OTHERS = re.compile(
    r"\b(?:says?|said|claims?|claimed|alleg\w+|report(?:s|ed|edly)?|den(?:y|ies|ied)|disput\w+|contested"
    r"|accus\w+|told|according|insists?|may|might|could|unclear|whether|conflicting)\b|[?“”‘’\"]|: ",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Mark:
    start: int
    end: int
    claim: int


@dataclass(frozen=True)
class Paragraph:
    """Bare text with the claims that are marked in it."""

    text: str
    marks: Sequence[Mark] = ()


@dataclass(frozen=True)
class Concern:
    """Words of the article and what may be wrong with them."""

    words: str
    why: str


@dataclass(frozen=True)
class Concerns:
    unsourced: list[Concern] = field(default_factory=list)
    headline: list[Concern] = field(default_factory=list)
    figures: list[Concern] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.unsourced) + len(self.headline) + len(self.figures)


def concerns_about(headline: str, paragraphs: Sequence[Paragraph]) -> Concerns:
    """Three queries, however many claims are marked."""
    numbers = {mark.claim for paragraph in paragraphs for mark in paragraph.marks}
    claims = list(Claim.objects.filter(pk__in=numbers).order_by("pk"))
    return Concerns(
        list(unsourced(paragraphs, {claim.pk: claim for claim in claims})),
        list(too_firm(headline, claims)),
        list(without_range(headline, paragraphs, claims)),
    )


def unsourced(paragraphs: Iterable[Paragraph], claims: Mapping[int, Claim]) -> Iterator[Concern]:
    for paragraph in paragraphs:
        for start, end in sentences(paragraph.text):
            sentence = paragraph.text[start:end]
            marked = [
                claims.get(mark.claim) for mark in paragraph.marks if touches(mark, (start, end))
            ]
            if any(claim and claim.status == Status.NO_SOURCE for claim in marked):
                yield Concern(shown(sentence), "the claim has no source but the article itself")
            elif not marked and (why := why_unsourced(sentence)):
                yield Concern(shown(sentence), why)


def touches(mark: Mark, span: Span) -> bool:
    return mark.start < span[1] and span[0] < mark.end


def why_unsourced(sentence: str) -> str:
    if found := HEDGED.search(sentence):
        return f"“{found.group()}” by whom?"
    if read_sentence(sentence).speaker.name:
        return ""
    found = DISPUTABLE.search(sentence)
    return f"who says “{found.group()}”?" if found else ""


def shown(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[: LONGEST - 1]}…"


def too_firm(headline: str, claims: Iterable[Claim]) -> Iterator[Concern]:
    if not headline or LEFT_TO_OTHERS.search(headline):
        return
    for claim in claims:
        if claim.status not in FIRM and likeness(headline, claim.sentence) >= ALIKE:
            yield Concern(headline, f"the claim is “{claim.status}”: {claim.sentence}")


def without_range(
    headline: str, paragraphs: Sequence[Paragraph], claims: Sequence[Claim]
) -> Iterator[Concern]:
    """One number where the sources of a claim give several, or none exactly."""
    ranges = ranges_of(claims)
    texts = [headline] + [
        paragraph.text[start:end]
        for paragraph in paragraphs
        for start, end in sentences(paragraph.text)
    ]
    for text in texts:
        figure = first_figure(text)
        if figure is None or not figure.is_exact or read_sentence(text).speaker.name:
            continue
        for claim in claims:
            if claim.pk in ranges and is_of(figure, claim, text):
                yield Concern(shown(text), f"sources give {ranges[claim.pk]}")


def is_of(figure: Figure, claim: Claim, text: str) -> bool:
    if figure.unit and figure.unit.casefold() == claim.unit.casefold():
        return True
    return likeness(text, claim.sentence) >= ALIKE


def ranges_of(claims: Sequence[Claim]) -> dict[int, str]:
    """Of each claim on whose figure its sources differ, or are not exact: what they give, in words."""
    given: dict[int, dict[tuple[int | None, int | None], None]] = {}
    positions = standing(Position.objects.filter(claim__in=claims)).order_by("said_at", "pk")
    for number, low, high in positions.values_list("claim_id", "figure_low", "figure_high"):
        if low is not None or high is not None:
            given.setdefault(number, {})[(low, high)] = None
    known = {claim.pk: claim for claim in claims}
    return {
        number: in_words(known[number], list(figures))
        for number, figures in given.items()
        if len(figures) > 1 or any(low != high for low, high in figures)
    }


def in_words(claim: Claim, figures: list[tuple[int | None, int | None]]) -> str:
    *others, (low, high) = figures
    words = [figure_words(*each, claim.decimals) for each in others]
    return ", ".join([*words, figure_words(low, high, claim.decimals, claim.unit)])
