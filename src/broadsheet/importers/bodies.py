"""HTML of an article, as the blocks of our body.

What an editor may want to change becomes a paragraph, a heading, a list, a quote or a picture. What
none of these can hold (tables, code, notes in two languages) is kept as it is, sanitised, as a block
of archive HTML.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from html import escape, unescape

from lxml import etree

from broadsheet.importers.markup import (
    LINE_BREAK,
    UNREADABLE,
    Element,
    Paragraph,
    Style,
    alt_of,
    cut_out,
    has_words,
    inline,
    pieces,
    read_html,
    safe_address,
    take_pictures,
    words_of,
)
from broadsheet.importers.records import Block, PictureUse
from broadsheet.lib.html import clean_article, text_of
from broadsheet.lib.text import shorten

NAMES = {
    "a": "a",
    **dict.fromkeys(("b", "strong"), "b"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "i"),
    **dict.fromkeys(("s", "del", "strike"), "s"),
    "sub": "sub",
    "sup": "sup",
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
# Elements that mean something to a reader and are in no feature of a paragraph.
MARKED = frozenset(("code", "kbd", "samp", "tt"))
PLAYERS = ("iframe", "embed", "object", "video", "audio")
LIST_PARTS = (
    frozenset((*NAMES, "li", "ul", "ol", "br", "p", "div", "span", "q", "u", "ins", "abbr", "font"))
    - MARKED
)
# What clean_article would unwrap, so that words run together, and what takes its place.
REPLACED = {
    **dict.fromkeys(("div", "section", "article", "center", "address", "header", "footer"), "p"),
    **dict.fromkeys(("main", "aside", "nav", "form", "fieldset", "summary", "hgroup"), "p"),
    **dict.fromkeys(("dir", "menu"), "ul"),
    "h1": "h2",
    **dict.fromkeys(("kbd", "samp", "tt"), "code"),
    "strike": "s",
    "acronym": "abbr",
}
BARE_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
VIDEO = re.compile(r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)")
LAZY_SOURCES = ("data-src", "data-lazy-src", "data-original", "data-orig-file")


def blocks_of(
    html: str,
    notes: Counter[str],
    *,
    line_ends: bool,
    address: Callable[[str], str] = lambda address: address,
) -> list[Block]:
    """The blocks of an article. `line_ends`: a line end is a break and a blank line a paragraph.

    `address` may change where a link leads. `notes` counts what did not come along as it was.
    """
    style = Style(NAMES, line_ends, address, MARKED)
    try:
        return list(Blocks(style, notes).of(read_html(html)))
    except UNREADABLE:
        notes["texts whose markup could not be read and that were kept as plain words"] += 1
        return [("paragraph", f"<p>{escape(' '.join(text_of(html).split()))}</p>")]


class Blocks:
    """Turns the pieces of a container into blocks."""

    def __init__(self, style: Style, notes: Counter[str]) -> None:
        self.style = style
        self.notes = notes

    def of(self, container: Element) -> Iterator[Block]:
        for piece in pieces(container, self.style):
            if isinstance(piece, Paragraph):
                yield from self.paragraph(piece)
            else:
                yield from self.element(piece)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Block]:
        yield from self.pictures(paragraph.before)
        html = linked_if_bare(paragraph.html)
        if has_words(html):
            if paragraph.is_marked:
                yield "archive_html", clean_article(f"<p>{html}</p>")
            else:
                yield "paragraph", rich_text(f"<p>{html}</p>")
        yield from self.pictures(paragraph.after)

    def pictures(self, images: list[Element], caption: str = "") -> Iterator[Block]:
        for image in images:
            yield "picture", PictureUse(source_of(image), alt_of(image), caption)

    def element(self, element: Element) -> Iterator[Block]:
        tag = str(element.tag)
        if tag in PLAYERS:
            yield from self.player(element)
        elif tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            yield from self.heading(element)
        elif tag in {"ul", "ol", "dir", "menu"}:
            yield from self.list(element)
        elif tag == "blockquote":
            yield from self.quote(element)
        elif tag == "figure":
            yield from self.figure(element)
        elif tag in {"table", "pre", "dl"}:
            yield from self.kept(element)
        elif tag == "hr":
            yield "archive_html", "<hr>"
        elif element.get("dir"):
            yield from self.kept(element)
        else:
            yield from self.of(element)

    def player(self, element: Element) -> Iterator[Block]:
        """A video, a sound or a frame of another site, as a link: our pages load nothing foreign."""
        self.notes["videos, sounds and frames kept as links"] += 1
        address = player_address(element)
        if address:
            yield "paragraph", rich_text(f"<p>{link_to(address)}</p>")

    def heading(self, element: Element) -> Iterator[Block]:
        images = take_pictures(element)
        words = words_of(element)
        level = int(str(element.tag)[1])
        if words and level <= 3 and element.find(".//a[@href]") is None:
            yield "heading", words
        elif words:
            yield from self.kept(element)
        yield from self.pictures(images)

    def list(self, element: Element) -> Iterator[Block]:
        if element.find(".//figure") is not None:  # a gallery
            yield from self.of(element)
            return
        images = take_pictures(element)
        players = list(element.iter(*PLAYERS))
        for each in players:
            cut_out(each)
        if is_plain_list(element):
            html = self.list_html(element)
            if has_words(text_of(html)):
                yield "list", rich_text(html)
        else:
            yield from self.kept(element)
        yield from self.pictures(images)
        for each in players:
            yield from self.player(each)

    def list_html(self, element: Element) -> str:
        entries: list[str] = []
        for entry in element:
            if entry.tag in {"ul", "ol"}:
                # Some editors put a list between the entries instead of into one.
                inner = self.list_html(entry)
                if entries:
                    entries[-1] = entries[-1].removesuffix("</li>") + inner + "</li>"
                else:
                    entries.append(f"<li>{inner}</li>")
            elif entry.tag == "li":
                entries.append(f"<li>{self.entry_html(entry)}</li>")
            else:
                entries.append(f"<li>{inline(entry, self.style)}</li>")
        return f"<{element.tag}>{''.join(entries)}</{element.tag}>"

    def entry_html(self, entry: Element) -> str:
        """Paragraphs of an entry are parted by breaks: a list of ours knows none."""
        parts, below = [], []
        for piece in pieces(entry, self.style):
            if isinstance(piece, Paragraph):
                parts.append(piece.html)
            elif piece.tag in {"ul", "ol"}:
                below.append(self.list_html(piece))
            else:
                parts += [
                    each.html for each in pieces(piece, self.style) if isinstance(each, Paragraph)
                ]
        return LINE_BREAK.join(part for part in parts if part) + "".join(below)

    def quote(self, element: Element) -> Iterator[Block]:
        """A quote of one paragraph is a quote block; one with links, lists or verses is kept."""
        images = take_pictures(element)
        simple = self.simple_quote(element)
        if simple:
            yield "quote", simple
        elif words_of(element):
            yield from self.kept(element)
        yield from self.pictures(images)

    def simple_quote(self, element: Element) -> tuple[str, str] | None:
        """The words of a quote and who said them, when that is all there is."""
        quote = deepcopy(element)
        quote.tail = None
        source = next(quote.iter("cite", "footer"), None)
        attribution = words_of(source) if source is not None else ""
        if source is not None:
            if not words_of(quote).endswith(attribution):
                return None
            cut_out(source)
        blocks = list(Blocks(self.style, Counter()).of(quote))
        if len(blocks) != 1 or blocks[0][0] != "paragraph":
            return None
        html = str(blocks[0][1])
        if "<br" in html or "<a " in html:
            return None
        return " ".join(text_of(html).split()), attribution.lstrip("—–- ")

    def figure(self, element: Element) -> Iterator[Block]:
        """A picture with its caption; a gallery is a figure of figures; the rest by what is in it."""
        inner = list(element.iterdescendants("figure", "table", "blockquote", *PLAYERS))
        if inner or element.find(".//img") is None:
            if len(inner) == 1 and inner[0].tag == "table":
                yield from self.kept(element)
            else:
                yield from self.of(element)
            return
        caption_element = element.find(".//figcaption")
        caption = words_of(caption_element) if caption_element is not None else ""
        images = take_pictures(element)
        if len(images) == 1 and not words_of(element).removesuffix(caption).strip():
            yield from self.pictures(images, caption)
        else:
            yield from self.pictures(images)
            yield from self.of(element)

    def kept(self, element: Element) -> Iterator[Block]:
        """An element as it is, sanitised; pictures and players in it come behind it."""
        images = take_pictures(element)
        players = list(element.iter(*PLAYERS))
        for each in players:
            cut_out(each)
        if words_of(element):
            yield "archive_html", self.kept_html(element)
        yield from self.pictures(images)
        for each in players:
            yield from self.player(each)

    def kept_html(self, element: Element) -> str:
        for each in list(element.iter()):
            if each.tag in REPLACED:
                each.tag = REPLACED[str(each.tag)]
            if each.tag == "a":
                each.set("href", safe_address(self.style.address(each.get("href") or "")))
            if each.tag == "img":  # only smileys are left
                each.tag = "span"
                each.text = alt_of(each)
        if self.style.line_ends and element.tag != "pre":
            write_line_ends(element)
        element.tail = None
        return clean_article(etree.tostring(element, encoding="unicode", method="html"))


def is_plain_list(element: Element) -> bool:
    """Whether a list is all entries, and what is in them fits into a list block."""
    lists = [element, *element.iterdescendants("ul", "ol")]
    beside = [text for each in lists for text in (each.text, *(entry.tail for entry in each))]
    return (
        element.tag in {"ul", "ol"}
        and {str(each.tag) for each in element.iter()} <= LIST_PARTS
        and not any(text and text.strip() for text in beside)
    )


def rich_text(html: str) -> str:
    """HTML as Wagtail keeps rich text: its editor cannot open a break that is not closed."""
    return clean_article(html).replace(LINE_BREAK, "<br/>")


def linked_if_bare(html: str) -> str:
    """A paragraph that is nothing but an address is a link: WordPress shows what lies there."""
    return link_to(unescape(html)) if BARE_ADDRESS.fullmatch(html) else html


def link_to(address: str) -> str:
    label = shorten(address.partition("//")[2] or address, 80)
    return f'<a href="{escape(address)}">{escape(label)}</a>'


def write_line_ends(element: Element) -> None:
    """Line ends inside the words of an element become breaks, as WordPress shows them."""
    for each in list(element.iter()):
        if each.tag in {"pre", "code", "table", "tbody", "thead", "tfoot", "tr", "ul", "ol", "dl"}:
            continue
        lines = (each.text or "").strip("\n").split("\n")
        if len(lines) > 1 and all(line.strip() for line in lines):
            each.text = lines[0]
            for position, line in enumerate(lines[1:]):
                line_break = etree.Element("br")
                line_break.tail = line
                each.insert(position, line_break)


def source_of(image: Element) -> str:
    """Where a picture lies. Plugins that load late put the true address beside a blank picture."""
    source = (image.get("src") or "").strip()
    for name in LAZY_SOURCES:
        if not source or source.startswith("data:"):
            source = (image.get(name) or source).strip()
    return source


def player_address(element: Element) -> str:
    """The address that a player plays, or the page of a video instead of its frame."""
    candidates = [element.get("src"), element.get("data")]
    candidates += [each.get("src") for each in element.iter("source", "embed", "iframe")]
    candidates += [
        each.get("value") for each in element.iter("param") if each.get("name") == "movie"
    ]
    for candidate in candidates:
        if candidate:
            if video := VIDEO.match(candidate):
                return f"https://www.youtube.com/watch?v={video.group(1)}"
            address = f"https:{candidate}" if candidate.startswith("//") else candidate
            return safe_address(address)
    return ""
