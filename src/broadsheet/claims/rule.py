"""The rule: from who said what to the status of a claim. Pure; no Django and no database.

Where it comes from and how to read its results: docs/explanation/how-a-claim-gets-its-status.md.
Its cost grows with the number of positions, not with its square: ten thousand take milliseconds.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from broadsheet.claims.facts import ClaimFacts, PositionFacts
from broadsheet.claims.wording import clauses, figure_clause, isolated, labels, side_words
from broadsheet.claims.words import Flag, Kind, Scope, Stance, Status

Key = TypeVar("Key")

ASSENT = (Stance.ASSERTS, Stance.CONFIRMS)  # a tuple: to hash a member of an Enum is slow
DIFFER_BY = 4  # figures differ when their low ends are a quarter of the lower one apart


class Interest(StrEnum):
    """What the side of a speaker has to win by what they say."""

    OWN = "own interest"
    AGAINST = "against own interest"
    INDEPENDENT = "independent"
    NO_SOURCE = "no source"


class ClosedLoop(Exception):
    """A claim would take its own place, through others."""


@dataclass(frozen=True)
class Judgement:
    """`flags` are in the order of `Flag`; `explanation` is one sentence that begins with the status."""

    status: Status
    flags: tuple[Flag, ...]
    explanation: str


@dataclass(slots=True)
class Origin:
    """All that goes back to one root, of which only the newest stance counts.

    `figure` is the position with its newest figure. `has_asserted` remembers that it once said so.
    """

    newest: PositionFacts
    figure: PositionFacts | None
    has_asserted: bool
    in_headline_only: bool


def judge_claim(claim: ClaimFacts) -> Judgement:
    case = Case(claim, origins_of(claim.positions))
    for status, why in RULE:
        if words := why(case):
            return Judgement(status, flags_of(case), f"{status}: {words}")
    raise AssertionError("the last line of the rule fits every case")


class Case:
    """A claim with its origins sorted into those who assert and those who deny."""

    def __init__(self, claim: ClaimFacts, origins: Sequence[Origin]) -> None:
        self.claim = claim
        self.origins = origins
        self.asserting = [origin for origin in origins if origin.newest.stance in ASSENT]
        self.denying = [origin for origin in origins if origin.newest.stance is Stance.DENIES]

    @cached_property
    def asserted(self) -> list[PositionFacts]:
        return [origin.newest for origin in self.asserting]

    @cached_property
    def denied(self) -> list[PositionFacts]:
        return [origin.newest for origin in self.denying]

    def asserted_with(self, *interests: Interest) -> list[PositionFacts]:
        return [each for each in self.asserted if interest(each, self.claim) in interests]


def origins_of(positions: Sequence[PositionFacts]) -> list[Origin]:
    """One for each root, in the order in which the roots first spoke. The article is none."""
    roots = roots_of(positions)
    origins: dict[str, Origin] = {}
    for position in positions:
        if not position.speaker:
            continue
        root = roots.get(position.speaker, position.speaker) if roots else position.speaker
        if (origin := origins.get(root)) is None:
            origins[root] = Origin(
                position,
                position if position.has_figure else None,
                position.stance in ASSENT,
                position.in_headline,
            )
        else:
            take_over(origin, position)
    return list(origins.values())


def roots_of(positions: Sequence[PositionFacts]) -> dict[str, str]:
    """For each speaker who echoes another or is echoed, the one that stands for all of them."""
    above: dict[str, str] = {}

    def root(speaker: str) -> str:
        while (higher := above.setdefault(speaker, speaker)) != speaker:
            above[speaker] = above[higher]
            speaker = above[speaker]
        return speaker

    for position in positions:
        if position.echoes and position.speaker:
            above[root(position.speaker)] = root(position.echoes)
    return {speaker: root(speaker) for speaker in above}


def take_over(origin: Origin, position: PositionFacts) -> None:
    """Let an origin's next position count. Who does not comment takes nothing back."""
    origin.in_headline_only = origin.in_headline_only and position.in_headline
    origin.has_asserted = origin.has_asserted or position.stance in ASSENT
    is_first = origin.newest.stance is Stance.NO_COMMENT
    if position.stance is Stance.NO_COMMENT or not (is_first or is_later(position, origin.newest)):
        return
    origin.newest = position
    if position.stance not in ASSENT:
        origin.figure = None
    elif position.has_figure:
        origin.figure = position


def is_later(position: PositionFacts, newest: PositionFacts) -> bool:
    """Whether a position that comes after `newest` in time was not, perhaps, said before it."""
    if position.number >= newest.number or position.said_at is None or newest.said_until is None:
        return True
    return position.said_at > newest.said_until


def interest(position: PositionFacts, claim: ClaimFacts) -> Interest:
    """A joint statement with a side that it harms is against own interest: that side admits it."""
    if not position.speaker:
        return Interest.NO_SOURCE
    sides = position.sides
    helped, harmed = claim.gains, claim.loses
    if position.stance is Stance.DENIES:
        helped, harmed = harmed, helped
    if not harmed.isdisjoint(sides):
        return Interest.AGAINST
    return Interest.INDEPENDENT if helped.isdisjoint(sides) else Interest.OWN


def superseded(case: Case) -> str:
    newer = case.claim.superseded_by
    return f"a newer claim has taken its place, “{isolated(newer)}”" if newer else ""


def figures_differ(case: Case) -> str:
    """Only the lowest and the highest count: when any two differ, these do.

    A figure that is open below has no low end. It differs when even its high end is so far under
    the low end of another.
    """
    figures = [origin.figure for origin in case.asserting if origin.figure]
    lows = [each for each in figures if each.figure_low is not None]
    if not lows:
        return ""
    least = min(figures, key=lowest)
    most = max(lows, key=lowest)
    if not far_apart(lowest(least), lowest(most)):
        return ""
    return f"{figure_clause(least, case.claim)}, {figure_clause(most, case.claim)}"


def lowest(position: PositionFacts) -> int:
    low = position.figure_low if position.figure_low is not None else position.figure_high
    assert low is not None
    return low


def far_apart(low: int, high: int) -> bool:
    return low < high and DIFFER_BY * (high - low) >= min(abs(low), abs(high))


def contested(case: Case) -> str:
    if not case.asserted or not case.denied:
        return ""
    between = ", " if len(case.asserted) == len(case.denied) == 1 else "; "
    return f"{clauses(case.asserted)}{between}{clauses(case.denied)}"


def denied(case: Case) -> str:
    if not case.denied:
        return ""
    ours = any(is_own_assertion(position) for position in case.claim.positions)
    return f"{clauses(case.denied)}, and {'only our own words assert' if ours else 'nobody asserts'} it"


def is_own_assertion(position: PositionFacts) -> bool:
    return not position.speaker and position.stance in ASSENT


def retracted(case: Case) -> str:
    if case.asserted:
        return ""
    makers = [origin.newest for origin in case.origins if origin.has_asserted]
    return f"{labels(makers)} took it back" if makers else ""


def no_source(case: Case) -> str:
    if case.asserted:
        return ""
    if any(is_own_assertion(position) for position in case.claim.positions):
        return "only our own words say so"
    silent = [each.newest for each in case.origins if each.newest.stance is Stance.NO_COMMENT]
    if silent:
        return f"{labels(silent)} did not comment"
    return "nobody has said so"


def agreed(case: Case) -> str:
    """Of parties only those have agreed who said so by name."""
    named = [position for position in case.asserted if not position.is_unnamed]
    both = case.claim.gains | case.claim.loses
    if case.claim.gains and case.claim.loses:
        for position in named:
            if both <= position.sides:
                return f"{clauses([position])}, for {side_words(both)}"
    parties = case.claim.parties
    if not parties or not parties <= {side for position in named for side in position.sides}:
        return ""
    speaking = [position for position in named if not parties.isdisjoint(position.sides)]
    return f"{clauses(speaking)}, for {side_words(parties)}"


def on_record(case: Case) -> str:
    """Nobody is on record without a name."""
    named = [position for position in case.asserted if not position.is_unnamed]
    return clauses(named) if named and case.claim.kind == Kind.DECLARATION else ""


def conceded(case: Case) -> str:
    """Somebody unnamed concedes nothing for their side."""
    conceding = [each for each in case.asserted_with(Interest.AGAINST) if not each.is_unnamed]
    if not conceding:
        return ""
    harmed = case.claim.loses & sides_in(conceding)
    return f"{clauses(conceding)}, although it harms {side_words(harmed)}"


def corroborated(case: Case) -> str:
    others = case.asserted_with(Interest.AGAINST, Interest.INDEPENDENT)
    if len(case.asserted) < 2 or not others:
        return ""
    first = others[0]
    rest = [position for position in case.asserted if position is not first]
    return f"{clauses([first, *rest])}; {isolated(first.label)} has nothing to gain by it"


def one_party(case: Case) -> str:
    own = case.asserted_with(Interest.OWN)
    if len(own) < len(case.asserted):
        return ""
    winners = case.claim.gains & sides_in(own)
    return f"{clauses(own)}, which is in the interest of {side_words(winners)}"


def single_source(case: Case) -> str:
    return f"{clauses(case.asserted)}, and nobody else has said so"


# The first that has something to say decides. Each relies on those above having been silent.
RULE: tuple[tuple[Status, Callable[[Case], str]], ...] = (
    (Status.SUPERSEDED, superseded),
    (Status.FIGURES_DIFFER, figures_differ),
    (Status.CONTESTED, contested),
    (Status.DENIED, denied),
    (Status.RETRACTED, retracted),
    (Status.NO_SOURCE, no_source),
    (Status.AGREED, agreed),
    (Status.ON_RECORD, on_record),
    (Status.CONCEDED, conceded),
    (Status.CORROBORATED, corroborated),
    (Status.ONE_PARTY, one_party),
    (Status.SINGLE_SOURCE, single_source),
)


def flags_of(case: Case) -> tuple[Flag, ...]:
    lane = case.asserted or case.denied
    raised = {
        Flag.UNNAMED_ONLY: bool(lane) and all(position.is_unnamed for position in lane),
        Flag.CONTRADICTS_ITSELF: bool(sides_in(case.asserted) & sides_in(case.denied)),
        Flag.DENIAL_NOT_NAMED: bool(case.denied)
        and all(position.scope is Scope.IMPLIED for position in case.denied),
        Flag.HEADLINE_ONLY: any(
            origin.in_headline_only for origin in (*case.asserting, *case.denying)
        ),
    }
    return tuple(flag for flag, is_raised in raised.items() if is_raised)


def sides_in(positions: Iterable[PositionFacts]) -> frozenset[str]:
    return frozenset().union(*[position.sides for position in positions])


def those_in_its_place(claim: Key, successor: Callable[[Key], Key | None]) -> list[Key]:
    """The claims that took a claim's place, one after the other. Raises ClosedLoop."""
    chain: list[Key] = []
    seen = {claim}
    while (newer := successor(claim)) is not None:
        if newer in seen:
            raise ClosedLoop(newer)
        seen.add(newer)
        chain.append(newer)
        claim = newer
    return chain
