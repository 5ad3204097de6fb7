"""How often do the patterns read right who says what?

220 labelled sentences of our own, every fourth or so held back while the patterns were written. A field is
right when it is what an editor would have entered, but for case and punctuation; half right is wrong.
Precision: of what was filled in, how much is right. Recall: of what should have been, how much is. Every
miss is in results/claims_patterns_misses.json. Read the held-back rows: the patterns were made on the others.
"""

import json
import re
from collections.abc import Callable
from typing import Any

from rich.console import Console
from rich.table import Table

from _bench import HERE, write_down
from broadsheet.claims.patterns.read import Reading, read_sentence
from broadsheet.claims.words import Stance

SENTENCES = HERE / "data" / "claim_sentences.jsonl"
Labelled = dict[str, Any]
# For each field: what the label says and what was read; nothing is None.
Field = tuple[str, Callable[[Labelled], Any], Callable[[Reading], Any]]


def main() -> None:
    sentences = [json.loads(line) for line in SENTENCES.read_text().splitlines()]
    parts = {
        "held back": [each for each in sentences if each.get("held_back")],
        "seen": [each for each in sentences if not each.get("held_back")],
    }
    results = [row for name, part in parts.items() for row in measured(name, part)]
    misses = [miss for name, part in parts.items() for miss in missed(name, part)]
    show(results, misses)
    write_down(
        "claims_patterns", results, sentences=len(sentences), held_back=len(parts["held back"])
    )
    write_down("claims_patterns_misses", misses)


def measured(name: str, part: list[Labelled]) -> list[dict[str, Any]]:
    readings = [(each, read_sentence(each["text"])) for each in part]
    return [
        {"sentences": name, "field": field} | scores([(want(a), got(b)) for a, b in readings])
        for field, want, got in FIELDS
    ]


def scores(pairs: list[tuple[Any, Any]]) -> dict[str, Any]:
    wanted = sum(want is not None for want, _ in pairs)
    given = sum(got is not None for _, got in pairs)
    right = sum(want is not None and want == got for want, got in pairs)
    return {
        "wanted": wanted,
        "filled in": given,
        "right": right,
        "precision": round(right / given, 3) if given else None,
        "recall": round(right / wanted, 3) if wanted else None,
    }


def missed(name: str, part: list[Labelled]) -> list[dict[str, Any]]:
    return [
        {"sentences": name, "field": field, "text": each["text"], "wanted": wanted, "read": read}
        for each in part
        for field, want, got in FIELDS
        if (wanted := want(each)) != (read := got(read_sentence(each["text"])))
    ]


def plain(text: str) -> str | None:
    """Without case, articles at the front and punctuation."""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(words[words[:1] == ["the"] :]) or None


def stated(label: Labelled) -> str | None:
    return plain(label.get("statement", "") if label.get("speaker") else label["text"])


def stance_read(reading: Reading) -> str | None:
    asserts = reading.stance == Stance.ASSERTS
    return None if asserts or not reading.speaker.name else str(reading.stance)


def figure_wanted(label: Labelled) -> tuple[Any, Any] | None:
    ends = label.get("low"), label.get("high")
    return None if ends == (None, None) else ends


def figure_read(reading: Reading) -> tuple[Any, Any] | None:
    figure = reading.figure
    if figure is None or not reading.speaker.name:
        return None
    scale = 10**figure.decimals
    low, high = (None if end is None else end / scale for end in (figure.low, figure.high))
    return low, high


def several(people: int) -> int | None:
    return people if people > 1 else None


FIELDS: list[Field] = [
    ("speaker", lambda a: plain(a.get("speaker", "")), lambda b: plain(b.speaker.name)),
    ("statement", stated, lambda b: plain(b.statement)),
    ("stance, unless it asserts", lambda a: a.get("stance"), stance_read),
    ("unnamed", lambda a: a.get("unnamed"), lambda b: b.speaker.is_unnamed or None),
    ("several people", lambda a: several(a.get("people", 1)), lambda b: several(b.speaker.people)),
    ("told to", lambda a: plain(a.get("told_to", "")), lambda b: plain(b.told_to)),
    ("published by", lambda a: plain(a.get("published_by", "")), lambda b: plain(b.published_by)),
    ("verbatim", lambda a: a.get("verbatim"), lambda b: b.is_verbatim or None),
    ("figure, both ends", figure_wanted, figure_read),
]


def show(results: list[dict[str, Any]], misses: list[dict[str, Any]]) -> None:
    table = Table(*results[0])
    for row in results:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    Console().print(table)
    for miss in misses:
        print(f"{miss['sentences']}, {miss['field']}: {miss['text']}")
        print(f"    wanted {miss['wanted']!r}, read {miss['read']!r}")


if __name__ == "__main__":
    main()
