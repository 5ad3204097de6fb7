"""Who says what in a sentence. How often that is right in general, benchmarks/claims_patterns.py tells."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from broadsheet.claims.patterns.days import first_day
from broadsheet.claims.patterns.figures import first_figure
from broadsheet.claims.patterns.likeness import likeness
from broadsheet.claims.patterns.read import LONGEST, Reading, read, read_sentence
from broadsheet.claims.patterns.sentences import sentences
from broadsheet.claims.times import TimePrecision
from broadsheet.claims.words import Kind, Stance

FRIDAY = date(2026, 7, 10)
PARAGRAPH = (
    "The harbour master, Olav Reed, said the crane was safe. He added that nobody had been hurt. "
    "It rained all day."
)


def test_it_works() -> None:
    reading = read_sentence(
        "Two senior officials told the Coastal Press on condition of anonymity, because the talks are "
        "private, that at least 200 crates had been seized on Thursday."
    )
    assert reading.statement == "At least 200 crates had been seized on Thursday."
    assert reading.speaker.name == "two senior officials"
    assert (reading.speaker.people, reading.speaker.is_unnamed) == (2, True)
    assert reading.speaker.why == "the talks are private"
    assert reading.told_to == "the Coastal Press"
    assert (reading.stance, reading.kind) == (Stance.ASSERTS, Kind.CONTROL)
    assert reading.figure is not None
    assert (reading.figure.low, reading.figure.high, reading.figure.unit) == (200, None, "crates")


@pytest.mark.parametrize(
    ("sentence", "speaker", "statement"),
    [
        ("According to the Board, the quay is shut.", "the Board", "The quay is shut."),
        ("The quay is shut, according to the Board.", "the Board", "The quay is shut."),
        ("The quay is shut, the Board said on Monday.", "the Board", "The quay is shut."),
        ("The quay is shut, said the Board.", "the Board", "The quay is shut."),
        ("The quay, the Board said, is shut.", "the Board", "The quay is shut."),
        ("It was announced by the Board that the quay is shut.", "the Board", "The quay is shut."),
        ("Pilots were told by the Board that the quay is shut.", "the Board", "The quay is shut."),
        ("The Board was quoted as saying the quay is shut.", "the Board", "The quay is shut."),
        ("Board spokesman Olav Reed said the quay is shut.", "Olav Reed", "The quay is shut."),
        ("The mayor, Ida Quist, says the quay is shut.", "Ida Quist", "The quay is shut."),
        ("“The quay is shut,” the Board said.", "the Board", "The quay is shut."),
        ('"The quay is shut," the Board said.', "the Board", "The quay is shut."),
        ("The Board claimed to have shut the quay.", "the Board", "To have shut the quay."),
        ("The quay is shut.", "", "The quay is shut."),
        ("The report runs to 300 pages.", "", "The report runs to 300 pages."),
    ],
)
def test_who_says_what(sentence: str, speaker: str, statement: str) -> None:
    reading = read_sentence(sentence)
    assert (reading.speaker.name, reading.statement) == (speaker, statement)


@pytest.mark.parametrize(
    ("sentence", "stance", "statement"),
    [
        ("The Board denied that the quay is shut.", Stance.DENIES, "The quay is shut."),
        ("The Board denied it.", Stance.DENIES, ""),
        ("The report was denied by the Board.", Stance.DENIES, ""),
        ("The Board rejected the claim as baseless.", Stance.DENIES, ""),
        ("The Board called the report “a fairy tale”.", Stance.DENIES, ""),
        ("That claim is false, the Board said.", Stance.DENIES, ""),
        ("The Board confirmed that the quay is shut.", Stance.CONFIRMS, "The quay is shut."),
        ("The quay is shut, the Board confirmed.", Stance.CONFIRMS, "The quay is shut."),
        ("The Board declined to comment.", Stance.NO_COMMENT, ""),
        ("The Board has neither confirmed nor denied the figure.", Stance.NO_COMMENT, ""),
        (
            "The Board retracted its claim that the quay is shut.",
            Stance.RETRACTS,
            "The quay is shut.",
        ),
    ],
)
def test_what_a_speaker_does_with_a_claim(sentence: str, stance: Stance, statement: str) -> None:
    reading = read_sentence(sentence)
    assert (reading.speaker.name, reading.stance, reading.statement) == (
        "the Board",
        stance,
        statement,
    )


@pytest.mark.parametrize(
    ("sentence", "told_to", "published_by"),
    [
        ("Ida Quist told the Daily Anchor that it rained.", "the Daily Anchor", ""),
        ("Ida Quist told reporters that it rained.", "", ""),
        ("In an interview with the Anchor, Ida Quist said it rained.", "the Anchor", ""),
        ("Radio Meridian reported, citing Ida Quist, that it rained.", "", "Radio Meridian"),
        ("The Anchor quoted Ida Quist as saying that it rained.", "", "The Anchor"),
    ],
)
def test_through_whom(sentence: str, told_to: str, published_by: str) -> None:
    reading = read_sentence(sentence)
    assert reading.speaker.name == "Ida Quist"
    assert (reading.told_to, reading.published_by) == (told_to, published_by)


@pytest.mark.parametrize(
    ("speaker", "people"),
    [
        ("a diplomat", 1),
        ("three pilots", 3),
        ("residents", 2),
        ("an unnamed officer", 1),
        ("one of the pilots", 1),
        ("a source at the Board", 1),
    ],
)
def test_those_who_are_only_described_are_unnamed(speaker: str, people: int) -> None:
    found = read_sentence(f"The quay is shut, {speaker} said.").speaker
    assert (found.name, found.is_unnamed, found.people) == (speaker, True, people)


@pytest.mark.parametrize(
    "speaker", ["the spokesman", "the Board", "Ida Quist", "a Board spokesman"]
)
def test_an_office_and_a_name_are_named(speaker: str) -> None:
    assert not read_sentence(f"The quay is shut, {speaker} said.").speaker.is_unnamed


def test_nothing_of_how_an_unnamed_source_is_described_is_taken_for_a_name() -> None:
    found = read_sentence(
        "An aide to Ida Quist, who asked not to be named, said it rained."
    ).speaker
    assert (found.name, found.description, found.is_unnamed) == ("an aide to Ida Quist", "", True)


def test_a_pronoun_is_whoever_spoke_before() -> None:
    start = PARAGRAPH.index("He added")
    reading = read(PARAGRAPH, start, start)
    assert (reading.speaker.name, reading.statement) == ("Olav Reed", "Nobody had been hurt.")


def test_a_part_that_is_marked_is_the_statement() -> None:
    start = PARAGRAPH.index("the crane")
    assert (
        read(PARAGRAPH, start, start + len("the crane was safe")).statement == "The crane was safe."
    )
    assert read(PARAGRAPH, start, start + len("the crane")).statement == "The crane."
    assert read(PARAGRAPH, start, start).speaker.description == "the harbour master"


def test_words_are_verbatim_when_they_are_quoted() -> None:
    reading = read_sentence("The Board said the quay was “shut for good” after the storm.")
    assert (reading.words, reading.is_verbatim) == ("shut for good", True)
    assert not read_sentence("The Board said the quay was shut.").is_verbatim


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("at least 200 districts fell", 200, None, "districts"),
        ("more than 3,000 dockers walked out", 3000, None, "dockers"),
        ("between 100 and 200 houses", 100, 200, "houses"),
        ("100 to 200 houses", 100, 200, "houses"),
        ("up to 50 boats are missing", None, 50, "boats"),
        ("fewer than 40 of the 300 buses", None, 40, "buses"),
        ("fourteen people were hurt", 14, 14, "people"),
        ("worth 1.2 million crowns", 1_200_000, 1_200_000, "crowns"),
        ("30 to 35 million crowns", 30_000_000, 35_000_000, "crowns"),
        ("12.5 per cent of the vote", 125, 125, "per cent"),
    ],
)
def test_figures(text: str, low: int | None, high: int | None, unit: str) -> None:
    figure = first_figure(text)
    assert figure is not None
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "on 8 July 2021",
        "in 1998",
        "at 10:30",
        "Nadia Fen, 43, a teacher",
        "Channel Nine",
        "the 14th",
        "",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert first_figure(text) is None


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("It fell on Thursday.", date(2026, 7, 9), "on Thursday"),
        ("It fell on Friday.", FRIDAY, "on Friday"),
        ("It fell early on Saturday.", date(2026, 7, 4), "early on Saturday"),
        ("It will fall on Saturday.", date(2026, 7, 11), "on Saturday"),
        ("It fell yesterday.", date(2026, 7, 9), "yesterday"),
        ("It fell on 8 July.", date(2026, 7, 8), "on 8 July"),
        ("It fell on July 8, 2025.", date(2025, 7, 8), "on July 8, 2025"),
        ("It fell on 30 December.", date(2025, 12, 30), "on 30 December"),
    ],
)
def test_days_are_read_against_the_article(text: str, day: date, words: str) -> None:
    found = first_day(text, FRIDAY)
    assert found is not None
    assert (found.start, found.words, found.precision) == (day, words, TimePrecision.DAY)


def test_a_month_is_known_to_the_month_and_no_day_is_none() -> None:
    found = first_day("It fell in May.", FRIDAY)
    assert found is not None
    assert (found.start, found.precision) == (date(2026, 5, 1), TimePrecision.MONTH)
    assert first_day("It fell on 31 June.", FRIDAY) is None
    assert first_day("It may fall.", FRIDAY) is None


def test_a_quotation_is_never_torn() -> None:
    text = "“It has not failed. It has not begun,” said Mr. Rusk. Nobody else spoke."
    assert [text[start:end] for start, end in sentences(text)] == [
        "“It has not failed. It has not begun,” said Mr. Rusk.",
        "Nobody else spoke.",
    ]


def test_sentences_are_alike_by_the_words_that_matter() -> None:
    assert likeness("Pier falls to the militia", "The pier had fallen to the militia.") > 0.6
    assert likeness("The ministry denied it.", "The pier had fallen to the militia.") == 0


def test_text_in_another_script_is_the_articles_own() -> None:
    text = "قالت الوزارة إن المعبر سقط."
    assert read(text, 0, len(text)) == Reading(statement=text, kind=Kind.EVENT)


def test_a_sentence_without_end_is_not_read() -> None:
    text = "The Board said on Monday, in a statement, " * 500
    assert len(text) > LONGEST
    began = time.perf_counter()
    assert read(text, 0, 0).speaker.name == ""
    assert time.perf_counter() - began < 1


@given(some.text(max_size=300), some.integers(0, 300), some.integers(0, 300))
def test_any_text_can_be_read(text: str, one: int, other: int) -> None:
    reading = read(text, min(one, other), max(one, other))
    assert reading.speaker.people >= 1
    assert first_day(text, FRIDAY) is None or text
