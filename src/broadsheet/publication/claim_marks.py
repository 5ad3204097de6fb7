"""Claims in the body of an article.

In the database a mark is `<a linktype="claim" id="12">the exact words</a>` inside rich text. Here it
is found, and the text is cut where one stands, so that a template can write what readers see.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from wagtail.rich_text import LinkHandler

from broadsheet.claims.jsonld import Node, claim_node
from broadsheet.claims.models import Claim
from broadsheet.claims.pages import PrintedClaim, statuses_of
from broadsheet.lib.html import text_of
from broadsheet.lib.text import shorten

NUMBER = re.compile(r"[0-9]{1,18}")
RICH = {"paragraph", "list"}  # the blocks that hold rich text
MARK = re.compile(
    r'<a\b(?=[^>]*\slinktype="claim")(?=[^>]*\sid="(?P<claim>[0-9]{1,18})")[^>]*>(?P<words>.*?)</a>',
    re.DOTALL,
)
PARAGRAPH_END = "</p>"
OPENING_LENGTH = 300


class ClaimLinkHandler(LinkHandler):
    """A mark wherever nobody writes more of it than a link: previews of Wagtail's, other templates."""

    identifier = "claim"

    @staticmethod
    def get_model() -> type[Claim]:
        return Claim

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        keys = [each.get("id", "") for each in attrs_list]
        found = Claim.objects.in_bulk({int(key) for key in keys if NUMBER.fullmatch(key)})
        claims = {str(number): claim for number, claim in found.items()}
        return [cls.opening_tag(claims.get(key)) for key in keys]

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @staticmethod
    def opening_tag(claim: Claim | None) -> str:
        if claim is None:
            return "<a>"
        return f'<a class="claim-words" href="{reverse("claims:claim", args=[claim.slug])}">'


@dataclass(frozen=True)
class Mark:
    """Where a body states a claim. `start` and `end` count the characters of the paragraph's bare
    text; `paragraph` is the key of its block."""

    claim: int
    paragraph: str
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Marked:
    """One mark as it is printed; the panel with the same anchor stands after its paragraph."""

    printed: PrintedClaim
    anchor: str


@dataclass
class Piece:
    """A stretch of rich text, the marked words that follow it, and the panels after those."""

    html: str
    words: str = ""
    marked: Marked | None = None
    panels: list[Marked] = field(default_factory=list)


def marks_in(body: Iterable[Any]) -> list[Mark]:
    """Every mark of a body that has words, in order."""
    return [mark for block in body if block.block_type in RICH for mark in marks_of(block)]


def marks_of(block: Any) -> Iterator[Mark]:
    source = block.value.source
    for match in MARK.finditer(source):
        words = text_of(match["words"])
        start = len(text_of(source[: match.start()]))
        if words:
            claim = int(match["claim"])
            yield Mark(claim, str(block.id or ""), start, start + len(words), words)


class MarkedBody:
    """The body of one article with its claims; `claims` are in the order of their first mark."""

    def __init__(self, body: Iterable[Any], known: Mapping[int, PrintedClaim]) -> None:
        numbers = dict.fromkeys(mark.claim for mark in marks_in(body))
        self.known = known
        self.claims: Sequence[PrintedClaim] = [known[each] for each in numbers if each in known]
        self.printed: dict[int, int] = {}

    @property
    def statuses(self) -> dict[int, str]:
        return {each.claim.pk: each.claim.status for each in self.claims}

    @property
    def facts(self) -> list[Node]:
        """The claims for machines."""
        return [claim_node(each) for each in self.claims]

    def pieces(self, block: Any) -> list[Piece]:
        """A block of rich text, cut at its marks and after each paragraph that has one."""
        pieces: list[Piece] = []
        waiting: list[Marked] = []
        source, end = block.value.source, 0
        for match in MARK.finditer(source):
            self.cut(source[end : match.start()], pieces, waiting)
            end = match.end()
            marked = self.marked(int(match["claim"]))
            pieces.append(Piece("", match["words"], marked))
            if marked:
                waiting.append(marked)
        self.cut(source[end:], pieces, waiting)
        pieces.append(Piece("", panels=waiting))
        return pieces

    def cut(self, html: str, pieces: list[Piece], waiting: list[Marked]) -> None:
        """Text without a mark. If panels wait, they go where the paragraph ends."""
        before, tag, after = html.partition(PARAGRAPH_END)
        if waiting and tag:
            pieces.append(Piece(before + tag, panels=waiting.copy()))
            waiting.clear()
            html = after
        pieces.append(Piece(html))

    def marked(self, number: int) -> Marked | None:
        """None for a claim that is gone: its words are words like all others."""
        if number not in self.known:
            return None
        times = self.printed[number] = self.printed.get(number, 0) + 1
        anchor = f"claim-{number}" if times == 1 else f"claim-{number}-{times}"
        return Marked(self.known[number], anchor)


def opening_words(body: Iterable[Any], statuses: Mapping[int, str]) -> str:
    """The bare text of the first paragraph, for feeds and previews of an article without a deck."""
    return shorten(bracketed(opening(body), statuses).strip(), OPENING_LENGTH)


def opening(body: Iterable[Any]) -> str:
    """The rich text of the first paragraph; empty when there is none."""
    first = next((block for block in body if block.block_type == "paragraph"), None)
    return first.value.source.partition(PARAGRAPH_END)[0] if first else ""


def bracketed(html: str, statuses: Mapping[int, str]) -> str:
    """The bare text of rich text, with the status of each claim in brackets behind its words."""

    def with_word(match: re.Match[str]) -> str:
        status = statuses.get(int(match["claim"]))
        return f"{match['words']} [{status}]" if status else match["words"]

    return text_of(MARK.sub(with_word, html))


def opening_statuses(bodies: Iterable[Iterable[Any]]) -> dict[int, str]:
    """The status of every claim in the first paragraphs of some bodies, in one query."""
    openings = [opening(body) for body in bodies]
    numbers = {int(match["claim"]) for html in openings for match in MARK.finditer(html)}
    return statuses_of(numbers) if numbers else {}
