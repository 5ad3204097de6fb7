"""HTML of an archive, taken apart into paragraphs and block elements.

What comes out is built here from the words alone: of an inline element only its name is taken, from
a short list, and of a link its address. So nothing that runs can get through; and the one sanitiser
sees everything once more.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from urllib.parse import urlsplit

from lxml import etree

from broadsheet.lib.html import LINK_SCHEMES
from broadsheet.lib.text import CONTROLS

Element = etree._Element

PARSER = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
DROPPED = (
    *("script", "style", "template", "title", "noscript", "select", "textarea", "svg", "math"),
    *("link", "meta", "base", "noframes", "noembed", "plaintext", "xmp"),
)
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "dir", "div"),
        *("dl", "dt", "embed", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p"),
        *("pre", "section", "summary", "table", "ul", "video", "audio", "iframe", "object"),
    )
)
LINE_BREAK = "<br>"
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_END = re.compile(r"[^\S\n]*\n[^\S\n]*")
LINE_END_AFTER_BREAK = re.compile(r"^[^\S\n]*\n(?![^\S\n]*\n)")
SPACES = re.compile(r"[ \t\n\r\f]+")  # not the one that does not break
EDGES = re.compile(r"^(?:\s|<br>)+|(?:\s|<br>)+$")
DEEPEST = 150  # elements in each other; a deeper text is a broken one, and recursion has an end


class TooDeep(ValueError):
    """The elements of a text stand in each other without end."""


# What reading and writing a piece of broken HTML may raise: such a text is kept as plain words.
UNREADABLE = (etree.LxmlError, ValueError)


@dataclass(frozen=True)
class Style:
    """How inline markup is written: which elements are kept, under which name; whether a line end
    is a break and a blank line a paragraph; and what an address becomes ("" drops the link).

    A paragraph with one of `marked` in it needs more than a paragraph of ours can hold. `words`
    escapes text, and may make links of the addresses in it.
    """

    names: Mapping[str, str]
    line_ends: bool = False
    address: Callable[[str], str] = lambda address: address
    marked: frozenset[str] = frozenset()
    words: Callable[[str], str] = lambda text: escape(text, quote=False)


@dataclass
class Paragraph:
    """A run of words. `before` and `after` are the pictures that stood in it; `is_marked` says
    that it holds markup beyond the names of its style."""

    html: str = ""
    before: list[Element] = field(default_factory=list)
    after: list[Element] = field(default_factory=list)
    is_marked: bool = False


def read_html(html: str) -> Element:
    """The body of a piece of HTML. Raises TooDeep."""
    clean = CONTROLS.sub("", html.replace("\r\n", "\n"))
    root = etree.fromstring(f"<html><body>{clean}</body></html>", PARSER)
    body = root.find("body")
    if body is None:
        raise TooDeep
    etree.strip_elements(body, *DROPPED, with_tail=False)
    depth = 0
    for event, _ in etree.iterwalk(body, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise TooDeep
    return body


def pieces(container: Element, style: Style) -> Iterator[Paragraph | Element]:
    """The paragraphs of a container, and between them its block elements, untouched."""
    run = Run(style)
    run.add_text(container.text)
    for child in container:
        tail = child.tail  # whoever gets the child may change it
        if not holds_block(child):
            run.add(child)
        else:
            yield from run.finished()
            if child.tag in BLOCKS:
                yield child
            else:  # an inline element around blocks has nothing to say
                yield from pieces(child, style)
            run = Run(style)
        run.add_text(tail)
    yield from run.finished()


def holds_block(element: Element) -> bool:
    return element.tag in BLOCKS or any(each.tag in BLOCKS for each in element.iterdescendants())


class Run:
    """Inline content as it comes, cut into paragraphs."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.paragraphs = [Paragraph()]
        self.after_break = False

    def add_text(self, text: str | None) -> None:
        if not text:
            return
        if not self.style.line_ends:
            self.write(plain(text, self.style))
            return
        if self.after_break:
            text = LINE_END_AFTER_BREAK.sub("", text)
        first, *others = BLANK_LINE.split(text)
        self.write(plain(first, self.style))
        for part in others:
            self.paragraphs.append(Paragraph())
            self.write(plain(part, self.style))

    def add(self, element: Element) -> None:
        if element.tag == "br":
            self.add_break()
            return
        pictures = take_pictures(element)
        if element.tag == "img" and not pictures:
            self.write(escape(alt_of(element)))  # a smiley
        elif element.tag != "img":
            self.write(inline(element, self.style))
            here = self.paragraphs[-1]
            here.is_marked |= any(each.tag in self.style.marked for each in element.iter())
        here = self.paragraphs[-1]
        (here.after if has_words(here.html) else here.before).extend(pictures)

    def add_break(self) -> None:
        if self.after_break:
            self.paragraphs.append(Paragraph())
            self.after_break = False
        else:
            self.paragraphs[-1].html += LINE_BREAK
            self.after_break = True

    def write(self, html: str) -> None:
        self.paragraphs[-1].html += html
        if html.strip():
            self.after_break = False

    def finished(self) -> Iterator[Paragraph]:
        for paragraph in self.paragraphs:
            paragraph.html = EDGES.sub("", paragraph.html)
            if has_words(paragraph.html) or paragraph.before or paragraph.after:
                yield paragraph


def plain(text: str, style: Style) -> str:
    """Escaped text, its line ends as breaks or as spaces."""
    escaped = style.words(text)
    return LINE_END.sub(LINE_BREAK, escaped) if style.line_ends else SPACES.sub(" ", escaped)


def inline(element: Element, style: Style) -> str:
    """An inline element as HTML with only the names of the style in it."""
    if element.tag == "br":
        return LINE_BREAK
    if element.tag == "img":
        return escape(alt_of(element))
    name = style.names.get(str(element.tag))
    inner = inner_html(element, replace(style, words=escape) if name == "a" else style)
    if not has_words(inner):
        return inner
    if element.tag == "q":
        return f"“{inner}”"
    if name == "a":
        address = safe_address(style.address(element.get("href") or ""))
        return f'<a href="{escape(address)}">{inner}</a>' if address else inner
    return f"<{name}>{inner}</{name}>" if name else inner


def inner_html(element: Element, style: Style) -> str:
    parts = [plain(element.text or "", style)]
    for child in element:
        parts += inline(child, style), plain(child.tail or "", style)
    return "".join(parts)


def safe_address(address: str) -> str:
    """An address that a reader may be led to; empty for all others, and for anchors on the page."""
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() in LINK_SCHEMES or (not parts.scheme and (parts.netloc or parts.path)):
        return address
    return ""


def take_pictures(element: Element) -> list[Element]:
    """Cut the pictures out of an element and return them; smileys stay in the text, and what only
    counts visits goes."""
    found = [each for each in element.iter("img") if not is_smiley(each)]
    for each in found:
        if each is not element:
            cut_out(each)
    return [each for each in found if not is_beacon(each)]


def cut_out(element: Element) -> None:
    """Remove an element, but not the text behind it."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    before = element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def is_smiley(image: Element) -> bool:
    classes = set((image.get("class") or "").split())
    return bool(classes & {"wp-smiley", "emoji", "smiley"})


def is_beacon(image: Element) -> bool:
    return image.get("width") in {"0", "1"} and image.get("height") in {"0", "1"}


def alt_of(image: Element) -> str:
    return " ".join((image.get("alt") or "").split())


def words_of(element: Element) -> str:
    """The text of an element in one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def has_words(html: str) -> bool:
    return bool(html.replace(LINE_BREAK, "").strip())
