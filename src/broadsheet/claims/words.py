"""The fixed words of the trade, as they are stored and as they are printed. No Django here."""

from enum import StrEnum


class Kind(StrEnum):
    """What a claim is about."""

    EVENT = "event"
    CONTROL = "control"
    FIGURE = "figure"
    DECLARATION = "declaration"
    BACKGROUND = "background"


class Stance(StrEnum):
    """What a position does to its claim."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    DENIES = "denies"
    NO_COMMENT = "no comment"
    RETRACTS = "retracts"


class Scope(StrEnum):
    """Whether the words speak of this very claim, or only imply something about it."""

    NAMED = "named"
    IMPLIED = "implied"


class Status(StrEnum):
    """What follows from all positions, in the order in which the rule tries them."""

    SUPERSEDED = "superseded"
    FIGURES_DIFFER = "figures differ"
    CONTESTED = "contested"
    DENIED = "denied"
    RETRACTED = "retracted"
    NO_SOURCE = "no source given"
    AGREED = "agreed by both sides"
    ON_RECORD = "on record"
    CONCEDED = "conceded"
    CORROBORATED = "corroborated"
    ONE_PARTY = "one party only"
    SINGLE_SOURCE = "single source"


class Flag(StrEnum):
    """What a reader should know beside the status."""

    UNNAMED_ONLY = "unnamed sources only"
    CONTRADICTS_ITSELF = "one side contradicts itself"
    DENIAL_NOT_NAMED = "denial does not name this claim"
    HEADLINE_ONLY = "a position stands in the headline only"
