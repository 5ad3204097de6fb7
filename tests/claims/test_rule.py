"""What follows from who said what. The worked cases, the sentences, and what must hold for any case."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.claims.facts import ClaimFacts, PositionFacts
from broadsheet.claims.rule import (
    ClosedLoop,
    Interest,
    Judgement,
    interest,
    judge_claim,
    those_in_its_place,
)
from broadsheet.claims.words import Flag, Kind, Scope, Stance, Status

VECTORS = json.loads((Path(__file__).parent / "rule_vectors.json").read_text())["vectors"]
BOARD, UNION = frozenset({"the Board"}), frozenset({"the Union"})
NOBODY: frozenset[str] = frozenset()

BOARD_MAN = PositionFacts(Stance.ASSERTS, "1", "the Board's spokesman", BOARD)
UNION_MAN = PositionFacts(Stance.ASSERTS, "2", "the Union's chairman", UNION)
PILOT = PositionFacts(Stance.ASSERTS, "3", "the harbour pilot")
OFFICIALS = PositionFacts(
    Stance.ASSERTS,
    "4",
    "two officials of the Union",
    UNION,
    is_unnamed=True,
    people=2,
    told_to="Norrsky News",
)
OURS = PositionFacts(Stance.ASSERTS)


def judge(*positions: PositionFacts, **claim: Any) -> Judgement:
    """By default the Board gains and the Union loses if it is true."""
    values = {"gains": BOARD, "loses": UNION} | claim
    return judge_claim(ClaimFacts(**values, positions=positions))


def denying(position: PositionFacts, **changes: Any) -> PositionFacts:
    return replace(position, stance=Stance.DENIES, **changes)


def figure(position: PositionFacts, low: int | None, high: int | None) -> PositionFacts:
    return replace(position, figure_low=low, figure_high=high)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_it_works(vector: dict[str, Any]) -> None:
    given = vector["claim"]
    facts = ClaimFacts(
        kind=Kind(given["kind"]),
        gains=frozenset(given["gains"]),
        loses=frozenset(given["loses"]),
        superseded_by=given.get("superseded_by", ""),
        positions=[facts_of(position) for position in given["positions"]],
    )
    assert judge_claim(facts).status == vector["status"]


def facts_of(position: dict[str, Any]) -> PositionFacts:
    speaker = position["speaker"] or ""
    figure = position.get("figure", {})
    return PositionFacts(
        stance=Stance(position["stance"]),
        speaker=speaker,
        label=speaker,
        sides=frozenset(position["sides"]),
        is_unnamed=position.get("anonymous", False),
        told_to=position.get("via", ""),
        figure_low=figure.get("low"),
        figure_high=figure.get("high"),
    )


SENTENCES = {
    "contested: two officials of the Union told Norrsky News, the Board's spokesman denies": (
        judge(OFFICIALS, denying(BOARD_MAN))
    ),
    "contested: the harbour pilot says so and two officials of the Union told Norrsky News; "
    "the Board's spokesman denies": judge(PILOT, OFFICIALS, denying(BOARD_MAN)),
    "superseded: a newer claim has taken its place, “The crane fell.”": judge(
        BOARD_MAN, superseded_by="The crane fell."
    ),
    "figures differ: the harbour pilot says at least 1,000 boats, two officials of the Union told "
    "Norrsky News 2,000 to 3,000 boats": judge(
        figure(PILOT, 1000, None), figure(OFFICIALS, 2000, 3000), unit="boats"
    ),
    "denied: the Board's spokesman denies, and nobody asserts it": judge(denying(BOARD_MAN)),
    "denied: the Board's spokesman denies, and only our own words assert it": judge(
        OURS, denying(BOARD_MAN)
    ),
    "retracted: the harbour pilot took it back": judge(
        PILOT, replace(PILOT, stance=Stance.RETRACTS)
    ),
    "no source given: only our own words say so": judge(OURS),
    "no source given: nobody has said so": judge(),
    "no source given: the harbour pilot did not comment": judge(
        replace(PILOT, stance=Stance.NO_COMMENT)
    ),
    "agreed by both sides: the Board's spokesman says so and the Union's chairman says so, "
    "for the Board and the Union": judge(BOARD_MAN, UNION_MAN, parties=BOARD | UNION),
    "agreed by both sides: the joint committee says so, for the Board and the Union": judge(
        PositionFacts(Stance.ASSERTS, "5", "the joint committee", BOARD | UNION)
    ),
    "on record: the harbour pilot says so": judge(PILOT, kind=Kind.DECLARATION),
    "conceded: the Union's chairman says so, although it harms the Union": judge(UNION_MAN),
    "corroborated: the harbour pilot confirms it and the Board's spokesman says so; "
    "the harbour pilot has nothing to gain by it": judge(
        BOARD_MAN, replace(PILOT, stance=Stance.CONFIRMS)
    ),
    "one party only: the Board's spokesman said so through Harbour TV, "
    "which is in the interest of the Board": judge(replace(BOARD_MAN, published_by="Harbour TV")),
    "single source: two officials of the Union told Norrsky News, and nobody else has said so": (
        judge(OFFICIALS)
    ),
}


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.partition(":")[0])
def test_it_says_why(sentence: str) -> None:
    assert SENTENCES[sentence].explanation == sentence
    assert sentence.startswith(f"{SENTENCES[sentence].status}: ")


def test_who_is_many_is_counted() -> None:
    crowd = [replace(PILOT, speaker=f"pilot {n}", label=f"pilot {n}") for n in range(1200)]
    assert "pilot 0 says so, pilot 1 says so, pilot 2 says so and 1,197 others" in (
        judge(*crowd, denying(BOARD_MAN)).explanation
    )


def test_a_name_from_right_to_left_does_not_turn_the_sentence_round() -> None:
    explanation = judge(replace(PILOT, label="وزارة الداخلية")).explanation
    assert explanation.startswith("single source: \u2068وزارة الداخلية\u2069 says so")


@pytest.mark.parametrize(
    ("low", "high", "status"),
    [
        (100, 124, Status.CORROBORATED),
        (100, 125, Status.FIGURES_DIFFER),
        (125, 100, Status.FIGURES_DIFFER),
        (0, 0, Status.CORROBORATED),
        (0, 1, Status.FIGURES_DIFFER),
        (-100, -80, Status.FIGURES_DIFFER),
        (-100, -90, Status.CORROBORATED),
    ],
)
def test_a_quarter_apart_is_far_apart(low: int, high: int, status: Status) -> None:
    one, other = figure(PILOT, low, low), figure(BOARD_MAN, high, high)
    assert judge(one, other).status == status


def test_a_figure_open_below_differs_when_all_of_it_lies_lower() -> None:
    assert judge(figure(PILOT, None, 50), figure(BOARD_MAN, 100, 100)).status == "figures differ"
    assert judge(figure(PILOT, None, 150), figure(BOARD_MAN, 100, 100)).status == "corroborated"


def test_who_corrects_a_figure_does_not_differ_from_themselves() -> None:
    later = [figure(PILOT, 100, 100), figure(PILOT, 300, 300), replace(PILOT, told_to="A paper")]
    assert judge(*later, figure(BOARD_MAN, 290, 290)).status == Status.CORROBORATED


def test_a_figure_that_was_denied_does_not_come_back_by_itself() -> None:
    changes = [figure(PILOT, 100, 100), denying(PILOT), PILOT]
    assert judge(*changes, figure(BOARD_MAN, 300, 300)).status == Status.CORROBORATED


def test_who_does_not_comment_takes_nothing_back() -> None:
    assert judge(PILOT, replace(PILOT, stance=Stance.NO_COMMENT)).status == Status.SINGLE_SOURCE


def test_two_descriptions_of_one_source_are_one_origin() -> None:
    other = replace(OFFICIALS, speaker="9", label="people close to the talks")
    assert judge(OFFICIALS, other).status == Status.CORROBORATED
    assert judge(OFFICIALS, replace(other, echoes="4")).status == Status.SINGLE_SOURCE


def test_those_who_echo_each_other_in_a_ring_are_one_origin() -> None:
    ring = [replace(PILOT, speaker=str(n), label=str(n), echoes=str((n + 1) % 5)) for n in range(5)]
    assert judge(*ring).status == Status.SINGLE_SOURCE


def test_unnamed_sources_neither_agree_nor_declare_for_their_side() -> None:
    assert judge(BOARD_MAN, OFFICIALS, parties=BOARD | UNION).status == Status.CORROBORATED
    assert judge(OFFICIALS, kind=Kind.DECLARATION).status == Status.SINGLE_SOURCE


@pytest.mark.parametrize(
    ("positions", "flag"),
    [
        ([OFFICIALS], Flag.UNNAMED_ONLY),
        ([OFFICIALS, denying(BOARD_MAN)], Flag.UNNAMED_ONLY),
        ([OFFICIALS, denying(UNION_MAN)], Flag.CONTRADICTS_ITSELF),
        ([PILOT, denying(BOARD_MAN, scope=Scope.IMPLIED)], Flag.DENIAL_NOT_NAMED),
        ([replace(PILOT, in_headline=True)], Flag.HEADLINE_ONLY),
    ],
)
def test_a_flag_is_raised(positions: list[PositionFacts], flag: Flag) -> None:
    assert flag in judge(*positions).flags


@pytest.mark.parametrize(
    "positions",
    [
        [PILOT, denying(BOARD_MAN)],
        [OFFICIALS, PILOT],
        [UNION_MAN, denying(UNION_MAN)],
        [denying(BOARD_MAN), denying(PILOT, scope=Scope.IMPLIED)],
        [replace(PILOT, in_headline=True), PILOT],
        [PILOT, replace(PILOT, in_headline=True)],
        [OURS],
        [],
    ],
)
def test_no_flag_is_raised(positions: list[PositionFacts]) -> None:
    assert judge(*positions).flags == ()


def test_interest_turns_round_with_the_stance() -> None:
    claim = ClaimFacts(gains=BOARD, loses=UNION)
    assert interest(BOARD_MAN, claim) == Interest.OWN
    assert interest(denying(BOARD_MAN), claim) == Interest.AGAINST
    assert interest(denying(UNION_MAN), claim) == Interest.OWN
    assert interest(PILOT, claim) == Interest.INDEPENDENT
    assert interest(OURS, claim) == Interest.NO_SOURCE


# What must hold for any case. Each speaker has one side and is named or not, as in life.
SIDES = [BOARD, UNION, NOBODY]
SUPPORT = {
    Status.AGREED: 3,
    Status.CONCEDED: 3,
    Status.CORROBORATED: 3,
    Status.ON_RECORD: 3,
    Status.ONE_PARTY: 2,
    Status.SINGLE_SOURCE: 2,
    Status.CONTESTED: 1,
    Status.FIGURES_DIFFER: 1,
    Status.DENIED: 0,
    Status.RETRACTED: 0,
    Status.NO_SOURCE: 0,
}


@st.composite
def positions(draw: st.DrawFn) -> PositionFacts:
    number = draw(st.integers(0, 6))
    if number == 0:
        return PositionFacts(draw(st.sampled_from([Stance.ASSERTS, Stance.RETRACTS])))
    low = draw(st.none() | st.integers(0, 300))
    return PositionFacts(
        stance=draw(st.sampled_from(list(Stance))),
        speaker=str(number),
        label=f"speaker {number}",
        sides=SIDES[number % 3],
        is_unnamed=number > 3,
        figure_low=low,
        figure_high=draw(st.none() | st.integers(low or 0, 400)),
        echoes=draw(st.sampled_from(["", "", "", "1", "4"])),
        in_headline=draw(st.booleans()),
        scope=draw(st.sampled_from(list(Scope))),
    )


@st.composite
def claims(draw: st.DrawFn) -> ClaimFacts:
    sides = st.sampled_from([NOBODY, BOARD, UNION])
    return ClaimFacts(
        kind=draw(st.sampled_from(list(Kind))),
        gains=draw(sides),
        loses=draw(sides),
        parties=draw(st.sampled_from([NOBODY, NOBODY, BOARD | UNION])),
        positions=draw(st.lists(positions(), max_size=10)),
    )


def with_more(claim: ClaimFacts, *more: PositionFacts) -> ClaimFacts:
    return replace(claim, positions=[*claim.positions, *more])


@given(claims(), positions())
def test_a_denial_never_makes_a_claim_better_supported(
    claim: ClaimFacts, position: PositionFacts
) -> None:
    denial = denying(replace(position, speaker=position.speaker or "7", label="someone"))
    before, after = judge_claim(claim), judge_claim(with_more(claim, denial))
    assert SUPPORT[after.status] <= SUPPORT[before.status]


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_independent_positions_does_not_matter(claim: ClaimFacts, chance: Any) -> None:
    alone = [replace(each, speaker=str(n), echoes="") for n, each in enumerate(claim.positions)]
    mixed = chance.sample(alone, len(alone))
    one = judge_claim(replace(claim, positions=alone))
    other = judge_claim(replace(claim, positions=mixed))
    assert (one.status, one.flags) == (other.status, other.flags)


@given(claims(), st.data())
def test_a_second_outlet_that_repeats_one_speaker_adds_nothing(
    claim: ClaimFacts, data: st.DataObject
) -> None:
    newest = {each.speaker: each for each in claim.positions if not each.echoes}
    if not newest or any(each.echoes for each in claim.positions):
        return
    again = replace(data.draw(st.sampled_from(list(newest.values()))), told_to="Another paper")
    before, after = judge_claim(claim), judge_claim(with_more(claim, again))
    assert (before.status, before.flags) == (after.status, after.flags)


@given(claims())
def test_when_all_take_back_what_they_said_nothing_is_left(claim: ClaimFacts) -> None:
    back = [
        replace(each, stance=Stance.RETRACTS, echoes="") for each in claim.positions if each.speaker
    ]
    after = judge_claim(with_more(claim, *back))
    said = any(each.speaker and each.stance in {"asserts", "confirms"} for each in claim.positions)
    assert after.status == (Status.RETRACTED if said else Status.NO_SOURCE)
    assert not after.flags


@given(claims())
def test_the_explanation_names_those_who_decide(claim: ClaimFacts) -> None:
    judgement = judge_claim(claim)
    newest = {each.speaker: each for each in claim.positions if each.stance != "no comment"}
    named = [
        each for each in newest.values() if each.speaker and each.label in judgement.explanation
    ]
    if judgement.status in {Status.CONTESTED, Status.DENIED}:
        assert any(each.stance == Stance.DENIES for each in named)
    if judgement.status not in {Status.DENIED, Status.RETRACTED, Status.NO_SOURCE}:
        assert any(each.stance in {Stance.ASSERTS, Stance.CONFIRMS} for each in named)
    if judgement.status == Status.RETRACTED:
        assert any(each.stance == Stance.RETRACTS for each in named)
    if judgement.status == Status.FIGURES_DIFFER:
        assert len(named) >= 2
    assert "  " not in judgement.explanation


@given(st.dictionaries(st.integers(0, 8), st.integers(0, 8)), st.integers(0, 8))
def test_a_chain_of_superseded_claims_ends_or_is_refused(
    superseded_by: dict[int, int], claim: int
) -> None:
    try:
        chain = those_in_its_place(claim, superseded_by.get)
    except ClosedLoop:
        return
    assert claim not in chain
    assert len(chain) == len(set(chain))
    assert (chain or [claim])[-1] not in superseded_by


def test_a_claim_that_comes_round_to_itself_is_refused() -> None:
    with pytest.raises(ClosedLoop):
        those_in_its_place(1, {1: 2, 2: 3, 3: 1}.get)
