"""Which encoding a reader gets, and whether they have it already (RFC 9110, 12.5.3 and 13.1.2)."""

import re
from functools import lru_cache

# The smallest on the wire first; each with the suffix of its file.
SUFFIXES = {"br": ".br", "gzip": ".gz", "identity": ""}
ENTITY_TAG = re.compile(rb'"[^"]*"')
# Browsers send some 30 bytes; what anyone else sends must not fill the memory of `ranked`.
READ_BYTES = 200


def preferred(accept_encoding: bytes) -> tuple[str, ...]:
    """The encodings to try, best first. Plain is always among them: a page beats a 406."""
    return ranked(accept_encoding[:READ_BYTES])


@lru_cache(maxsize=512)
def ranked(accept_encoding: bytes) -> tuple[str, ...]:
    weights = dict(weighted(part) for part in accept_encoding.decode("latin-1").lower().split(","))
    anything = weights.get("*", 0.0)
    by_name = {name: weights.get(name, anything) for name in SUFFIXES}
    accepted = [name for name in SUFFIXES if by_name[name] > 0]
    accepted.sort(key=lambda name: -by_name[name])
    return tuple(dict.fromkeys([*accepted, "identity"]))


def weighted(part: str) -> tuple[str, float]:
    """Name and q of one element; a q that is no number counts as a refusal."""
    name, _, parameters = part.partition(";")
    key, _, value = parameters.replace(" ", "").partition("=")
    try:
        weight = float(value) if key == "q" else 1.0
    except ValueError:
        weight = 0.0
    return name.strip().removeprefix("x-"), weight


def has_already(if_none_match: bytes, etag: bytes) -> bool:
    """Whether the reader's copy is this one. `W/` does not matter here: the comparison is weak."""
    if if_none_match == etag:
        return True
    return if_none_match.strip() == b"*" or etag in ENTITY_TAG.findall(if_none_match)
