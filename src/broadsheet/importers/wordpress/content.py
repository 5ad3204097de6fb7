"""What WordPress stores as a text, made into plain HTML: its blocks and shortcodes resolved."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape, unescape

from broadsheet.importers.records import PictureUse

BLOCK_MARK = re.compile(r"(<!--\s*/?wp:.*?-->)", re.DOTALL)
BLOCK_NAME = re.compile(r"<!--\s*(?P<end>/?)wp:(?P<name>[\w/-]+).*?(?P<alone>/?)-->", re.DOTALL)
# Where square brackets and line ends mean themselves. No text of an XML file has a NUL in it.
UNTOUCHED = re.compile(r"<(?P<tag>pre|code)\b.*?</(?P=tag)\s*>", re.DOTALL | re.IGNORECASE)
MASK = "\x00"
ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'"\]]+))""")
SHORTCODE = re.compile(
    r"""(?P<escaped>\[)?
        \[(?P<end>/)?(?P<name>[A-Za-z][\w-]*)
        (?P<attributes>(?:\s+(?:[\w-]+\s*=\s*(?:"[^"\[\]]*"|'[^'\[\]]*'|[^\s\[\]"'<>]+)
                               |"[^"\[\]]*"|'[^'\[\]]*'|[^\s\[\]"'<>=/]+))*)
        \s*(?P<alone>/)?\]
        (?(escaped)\])""",
    re.VERBOSE,
)
CAPTION = re.compile(
    r"(?P<pictures>(?:\s*<a\b[^>]*>)?\s*<img\b[^>]*>(?:\s*</a>)?)(?P<words>.*)", re.DOTALL | re.I
)
SOURCES = ("src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv", "wmv", "url")

Gallery = Callable[[Sequence[str]], Sequence[PictureUse]]


def html_of(content: str, gallery: Gallery, notes: Counter[str]) -> str:
    """HTML in which a line end is a break and a blank line a paragraph.

    `gallery` knows the pictures of attachments by their numbers; of none, those of the post itself.
    """
    text = without_blocks(content.replace("\r\n", "\n"), notes)
    masked = UNTOUCHED.sub(lambda match: match.group().replace("[", MASK), text)
    return Shortcodes(gallery, notes).resolve(masked).replace(MASK, "[")


def without_blocks(content: str, notes: Counter[str]) -> str:
    """The text without the marks of blocks. A line end inside a block says nothing, unlike one in
    a text that was written before there were blocks."""
    if "<!-- wp:" not in content:
        return content
    depth, parts = 0, []
    for part in BLOCK_MARK.split(content):
        match = BLOCK_NAME.fullmatch(part)
        if match is None:
            parts.append(joined_lines(part) if depth else part)
        elif match["alone"]:
            if match["name"] not in {"more", "nextpage", "spacer"}:
                notes["blocks that WordPress fills by itself, left out"] += 1
        elif match["name"] != "freeform":
            depth = max(0, depth + (-1 if match["end"] else 1))
    return "".join(parts)


def joined_lines(html: str) -> str:
    masked = UNTOUCHED.sub(lambda match: match.group().replace("\n", MASK), html)
    return masked.replace("\n", " ").replace(MASK, "\n")


@dataclass
class Shortcodes:
    """Resolves what stands in square brackets. What cannot be told from a reader's or writer's own
    brackets, such as [sic], stays as it is, as it does in WordPress."""

    gallery: Gallery
    notes: Counter[str]

    def resolve(self, text: str) -> str:
        parts, position = [], 0
        while match := SHORTCODE.search(text, position):
            parts.append(text[position : match.start()])
            html, position = self.one(text, match)
            parts.append(html)
        parts.append(text[position:])
        return "".join(parts)

    def one(self, text: str, match: re.Match[str]) -> tuple[str, int]:
        """What takes the place of one shortcode, and where the text goes on behind it."""
        name, attributes = match["name"], attributes_of(match["attributes"])
        if match["escaped"]:
            return match.group()[1:-1], match.end()
        end = None if match["alone"] or match["end"] else closing(text, name, match.end())
        inner = text[match.end() : end.start()] if end else ""
        behind = end.end() if end else match.end()
        known = getattr(self, f"do_{name.replace('-', '_')}", None)
        if known:
            return known(attributes, inner), behind
        if attributes or end or match["alone"]:
            self.notes[f"shortcodes [{name}] removed, their words kept"] += 1
            return self.resolve(inner), behind
        return match.group(), match.end()

    def do_caption(self, attributes: dict[str, str], inner: str) -> str:
        match = CAPTION.match(inner)
        if not match:
            return inner
        caption = match["words"].strip() or escape(unescape(attributes.get("caption", "")))
        caption = " ".join(caption.split("\n"))
        return f"<figure>{match['pictures']}<figcaption>{caption}</figcaption></figure>"

    do_wp_caption = do_caption

    def do_gallery(self, attributes: dict[str, str], inner: str) -> str:
        numbers = attributes.get("ids") or attributes.get("include") or ""
        pictures = self.gallery([number.strip() for number in numbers.split(",") if number.strip()])
        return "".join(
            f'<figure><img src="{escape(picture.address)}" alt="{escape(picture.alt)}">'
            f"<figcaption>{escape(picture.caption)}</figcaption></figure>"
            for picture in pictures
        )

    def do_embed(self, attributes: dict[str, str], inner: str) -> str:
        address = inner.strip() or attributes.get("src", "")
        return f"\n\n{address}\n\n"

    def do_audio(self, attributes: dict[str, str], inner: str) -> str:
        address = next((attributes[name] for name in SOURCES if name in attributes), inner.strip())
        return f'<iframe src="{escape(unescape(address))}"></iframe>' if address else ""

    do_video = do_audio

    def do_wpdiscuz_feedback(self, attributes: dict[str, str], inner: str) -> str:
        return self.resolve(inner)


def attributes_of(text: str) -> dict[str, str]:
    return {
        match[1].lower(): next(value for value in match.groups()[1:] if value is not None)
        for match in ATTRIBUTE.finditer(text)
    }


def closing(text: str, name: str, start: int) -> re.Match[str] | None:
    """The end of an open shortcode, unless another of its name begins before that."""
    match = re.compile(rf"\[(/?){re.escape(name)}(?![\w-])[^\]]*\]").search(text, start)
    return match if match and match.group(1) else None
