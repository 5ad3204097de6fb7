"""What the rule goes in by: plain values, no Django and no database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from broadsheet.claims.words import Kind, Scope, Stance

NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True)
class PositionFacts:
    """A position that stands: neither replaced nor struck.

    `speaker` tells one who speaks from another and is empty for the article itself; `label` is how
    they are printed. `sides` are names. `echoes` is the `speaker` of the position it goes back to,
    when that is known. Figures are whole numbers; the end that is None is open.

    `number` grows with each position entered. It decides between two of one origin whose times,
    known only to the day or so, do not; `said_until` is the last moment at which it can have been
    said.
    """

    stance: Stance
    speaker: str = ""
    label: str = ""
    sides: frozenset[str] = NOBODY
    is_unnamed: bool = False
    people: int = 1
    told_to: str = ""
    published_by: str = ""
    scope: Scope = Scope.NAMED
    figure_low: int | None = None
    figure_high: int | None = None
    echoes: str = ""
    in_headline: bool = False
    number: int = 0
    said_at: datetime | None = None
    said_until: datetime | None = None

    @property
    def has_figure(self) -> bool:
        return self.figure_low is not None or self.figure_high is not None


@dataclass(slots=True)
class ClaimFacts:
    """A claim and its positions in the order of `said_at` and `number`.

    `gains`, `loses` and `parties` are names of sides; `superseded_by` is the sentence of the claim
    that took its place, or empty.
    """

    kind: Kind = Kind.EVENT
    gains: frozenset[str] = NOBODY
    loses: frozenset[str] = NOBODY
    parties: frozenset[str] = NOBODY
    superseded_by: str = ""
    unit: str = ""
    decimals: int = 0
    positions: Sequence[PositionFacts] = field(default_factory=tuple)
