"""Positions in words, for the sentence that explains a status. English; no Django here."""

import unicodedata
from collections.abc import Iterable, Sequence

from broadsheet.claims.facts import ClaimFacts, PositionFacts
from broadsheet.claims.words import Stance

NAMED = 3  # who is named before the others are only counted
RIGHT_TO_LEFT = {"R", "AL", "AN"}
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def clauses(positions: Sequence[PositionFacts]) -> str:
    """What each of them did: "two officials told Reuters and the port office confirms it"."""
    return listed([clause(position) for position in positions[:NAMED]], len(positions))


def labels(positions: Sequence[PositionFacts]) -> str:
    """Who they are: "two officials and the port office"."""
    return listed([isolated(position.label) for position in positions[:NAMED]], len(positions))


def clause(position: PositionFacts) -> str:
    """One position: who, what, and through whom. Who spoke to an outlet did so in the past."""
    who, many = isolated(position.label), position.people > 1
    if position.told_to or position.published_by:
        told = isolated(position.told_to)
        through = "" if told else f" through {isolated(position.published_by)}"
        match position.stance:
            case Stance.DENIES:
                return f"{who} denied it to {told}" if told else f"{who} denied it{through}"
            case Stance.CONFIRMS:
                return f"{who} confirmed it to {told}" if told else f"{who} confirmed it{through}"
            case _:
                return f"{who} told {told}" if told else f"{who} said so{through}"
    match position.stance:
        case Stance.DENIES:
            return f"{who} {'deny' if many else 'denies'}"
        case Stance.CONFIRMS:
            return f"{who} {'confirm' if many else 'confirms'} it"
        case _:
            return f"{who} {'say' if many else 'says'} so"


def figure_clause(position: PositionFacts, claim: ClaimFacts) -> str:
    """ "two officials told Reuters at least 100 districts"."""
    who = isolated(position.label)
    figure = figure_words(position.figure_low, position.figure_high, claim.decimals, claim.unit)
    if position.told_to:
        return f"{who} told {isolated(position.told_to)} {figure}"
    if position.published_by:
        return f"{who} said {figure} through {isolated(position.published_by)}"
    return f"{who} {'say' if position.people > 1 else 'says'} {figure}"


def figure_words(low: int | None, high: int | None, decimals: int = 0, unit: str = "") -> str:
    """ "100 districts", "110 to 120 districts", "at least 100 districts", "up to 50 districts"."""
    if low is None and high is None:
        return ""
    if low is None:
        words = f"up to {number_words(high or 0, decimals)}"
    elif high is None:
        words = f"at least {number_words(low, decimals)}"
    elif low == high:
        words = number_words(low, decimals)
    else:
        words = f"{number_words(low, decimals)} to {number_words(high, decimals)}"
    return f"{words} {isolated(unit)}" if unit else words


def number_words(number: int, decimals: int = 0) -> str:
    """1250 with one decimal is "125.0"; thousands are parted by commas."""
    whole, rest = divmod(abs(number), 10**decimals)
    sign = "−" if number < 0 else ""
    return f"{sign}{whole:,}" + (f".{rest:0{decimals}}" if decimals else "")


def side_words(names: Iterable[str]) -> str:
    parts = [isolated(name) for name in sorted(names)]
    return listed(parts, len(parts))


def listed(parts: Sequence[str], count: int) -> str:
    """ "a", "a and b", "a, b and c"; when `count` is larger than what is here: "a, b and 7 others"."""
    if count > len(parts):
        rest = count - len(parts)
        parts = [*parts, f"{rest:,} other{'s' if rest > 1 else ''}"]
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def isolated(text: str) -> str:
    """Text that runs from right to left in marks that keep it from turning round its neighbours."""
    if any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for letter in text):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text
