"""HTML of a comment, as the plain text and the clean HTML that we keep of one."""

import re
from collections.abc import Iterator
from html import escape, unescape

from broadsheet.importers.markup import (
    UNREADABLE,
    Element,
    Paragraph,
    Style,
    pieces,
    read_html,
    words_of,
)
from broadsheet.lib.html import clean_comment, text_of
from broadsheet.lib.text import BIDI_CONTROLS, clean_text, linked, links_in, paragraphs_html

NAMES = {
    "a": "a",
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite"), "em"),
    **dict.fromkeys(("s", "del", "strike"), "del"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
STYLE = Style(NAMES, line_ends=True, words=linked)
NO_TEXT = "[no text]"
LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>')
MARKUP = re.compile(r"<(?!/|p>|br>)")
BREAK = re.compile(r"<br>|<li>")
PARAGRAPH_END = re.compile(r"</(?:p|blockquote|ul|ol|pre)>")
IN_QUOTE = re.compile(r"<blockquote>(.*?)</blockquote>", re.DOTALL)


def remark_of(html: str) -> tuple[str, str]:
    """(text, HTML) of a comment. One without markup is what a reader of ours could have typed."""
    html = BIDI_CONTROLS.sub("", html)
    if "<" not in html:
        return as_typed(unescape(html))
    try:
        clean = clean_comment("".join(parts_of(read_html(html))))
    except UNREADABLE:
        return as_typed(text_of(html))
    text = plain_text(clean)
    if text and MARKUP.search(clean):
        return text, clean
    return as_typed(text)


def as_typed(text: str) -> tuple[str, str]:
    text = clean_text(text) or NO_TEXT
    return text, paragraphs_html(text)


def parts_of(container: Element) -> Iterator[str]:
    for piece in pieces(container, STYLE):
        if isinstance(piece, Paragraph):
            yield f"<p>{piece.html}</p>" if piece.html else ""
        elif piece.tag == "blockquote":
            yield f"<blockquote>{''.join(parts_of(piece))}</blockquote>"
        elif piece.tag in {"ul", "ol"}:
            entries = (f"<li>{''.join(entry_parts(entry))}</li>" for entry in piece)
            yield f"<{piece.tag}>{''.join(entries)}</{piece.tag}>"
        elif piece.tag == "pre":
            yield f"<pre>{escape(''.join(str(part) for part in piece.itertext()))}</pre>"
        elif piece.tag in {"table", "dl"}:
            yield f"<p>{escape(words_of(piece))}</p>"
        else:
            yield from parts_of(piece)


def entry_parts(entry: Element) -> Iterator[str]:
    """An entry of a list, without paragraphs when it is one."""
    parts = list(parts_of(entry))
    if len(parts) == 1:
        yield parts[0].removeprefix("<p>").removesuffix("</p>")
    else:
        yield from parts


def plain_text(html: str) -> str:
    """The words of clean HTML as text: quotes marked with a >, addresses of links written out."""
    html = IN_QUOTE.sub(quoted, html)
    html = LINK.sub(written_out, html)
    return clean_text(text_of(PARAGRAPH_END.sub("\n\n", BREAK.sub("\n", html))))


def quoted(match: re.Match[str]) -> str:
    lines = plain_text(match.group(1)).split("\n")
    return "".join(f"&gt; {escape(line)}<br>" for line in lines) + "</p>"


def written_out(match: re.Match[str]) -> str:
    address, words = match.groups()
    label = text_of(words).strip()
    if not label or links_in(label) or unescape(address).endswith(label):
        return address
    return f"{words} ({address})"
