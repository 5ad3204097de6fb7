"""Plain text that people type: cleaning, comparing, shortening, turning into HTML."""

import hashlib
import re
import unicodedata
from html import escape

URL = re.compile(r"https?://[^\s<>\"'\x00-\x1f]+", re.IGNORECASE)
# Bidi overrides and isolates turn what follows round, also beyond the end of a name.
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Taken out of names: no script and no emoji needs these. Joiners and variation selectors stay.
NEEDLESS = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u2800\u3164\ufeff\uffa0]"
)
# Taken out before texts are compared: whatever takes no room or shows nothing (Unicode's
# Default_Ignorable_Code_Point, and the empty Braille cell).
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
NAME_KEY_LENGTH = 240
BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def clean_text(raw: str) -> str:
    """Text of several lines as it is stored: NFC, Unix line ends, no control characters."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    # What separates a letter from its accent goes first, else NFC cannot join them.
    text = unicodedata.normalize("NFC", BIDI_CONTROLS.sub("", CONTROLS.sub("", text)))
    return BLANK_LINES.sub("\n\n", text).strip()


def clean_line(raw: str) -> str:
    """Text of one line as it is stored, such as a nickname: also without runs of spaces."""
    return " ".join(clean_text(NEEDLESS.sub("", raw)).split())


def name_key(name: str) -> str:
    """What two nicknames are compared by: not case, width, spaces, nor what nobody can see."""
    folded = unicodedata.normalize("NFKC", INVISIBLE.sub("", clean_line(name))).casefold()
    key = "".join(folded.split())
    # Some signs stand for eighteen letters; what would not fit a column is told apart by its hash.
    return key if len(key) <= NAME_KEY_LENGTH else hashlib.sha256(key.encode()).hexdigest()


def fingerprint(text: str) -> str:
    """32 hex digits, the same for texts that differ only in case, spaces and punctuation."""
    folded = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()
    words = re.findall(r"\w+", folded)
    # A comment of signs and emoji alone has no word, and must not equal every other such comment.
    kept = " ".join(words) or "".join(folded.split())
    return hashlib.sha256(kept.encode()).hexdigest()[:32]


def links_in(text: str) -> list[str]:
    """Every web address in a text, in order, as written."""
    return [trim_url(match.group()) for match in URL.finditer(text)]


def paragraphs_html(text: str) -> str:
    """HTML of plain text: a blank line makes a paragraph, a line end a break, addresses links.

    Everything else is escaped. Links carry `rel="nofollow ugc noopener"`: what readers link to is
    not recommended by the paper.
    """
    return "".join(
        "<p>" + linked(part).replace("\n", "<br>") + "</p>"
        for part in clean_text(text).split("\n\n")
        if part.strip()
    )


def linked(text: str) -> str:
    pieces, end = [], 0
    for match in URL.finditer(text):
        url = trim_url(match.group())
        pieces.append(escape(text[end : match.start()]))
        pieces.append(
            f'<a href="{escape(url)}" rel="nofollow ugc noopener">{escape(shorten(url, 60))}</a>'
        )
        end = match.start() + len(url)
    return "".join(pieces) + escape(text[end:])


def trim_url(url: str) -> str:
    """An address without the full stop or the bracket that belongs to the sentence around it."""
    url = url.rstrip(".,;:!?…»”’")
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1].rstrip(".,;:!?")
    return url


def shorten(text: str, length: int) -> str:
    """At most `length` characters, cut at a word when there is one, with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + "…"
