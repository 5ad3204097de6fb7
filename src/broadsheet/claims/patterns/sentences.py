"""Where the sentences of a paragraph begin and end, and what in them is quoted."""

import re

Span = tuple[int, int]

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|„[^“”]*[“”]|«[^»]*»")
ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Capt|Sgt|St|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$"
)
END = re.compile(r"[.!?…]+[”\"’»)]*(?=\s+[“\"‘«„(]?[A-Z0-9À-Þ])")
HIDDEN = "\x1f"


def sentences(text: str) -> list[Span]:
    """Each sentence of a paragraph, without the space around it. A quotation is never torn."""
    spans, start = [], 0
    hidden = without_quotations(text)
    for stop in END.finditer(hidden):
        if not ABBREVIATED.search(hidden[start : stop.end()]):
            spans.append(trimmed(text, start, stop.end()))
            start = stop.end()
    spans.append(trimmed(text, start, len(text)))
    return [span for span in spans if span[0] < span[1]]


def around(text: str, start: int, end: int) -> Span:
    """From the beginning of the first to the end of the last sentence that a selection touches."""
    touched = [
        span for span in sentences(text) if span[0] < max(end, start + 1) and start < span[1]
    ]
    # A cursor behind the last full stop still belongs to that sentence.
    touched = touched or [span for span in sentences(text) if span[1] <= start][-1:]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def without_quotations(text: str) -> str:
    """The text with signs that are no letters in place of what is quoted, each as long as before.

    What ends a quotation, such as a comma or a full stop, stays.
    """
    return QUOTED.sub(lambda quoted: hidden(quoted.group()), text)


def hidden(quoted: str) -> str:
    inside = quoted[1:-1]
    last = inside[-1] if inside[-1:] in tuple(".!?…,") else HIDDEN
    return f"“{HIDDEN * (len(inside) - 1)}{last}”" if inside else "“”"


def quotations(text: str) -> list[str]:
    """What is quoted, without the marks and the comma that belongs to the sentence around."""
    return [found.group()[1:-1].strip().rstrip(",") for found in QUOTED.finditer(text)]


def trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, start + len(piece.strip()))
