"""How long does it take to say what follows for a claim, and where a name lies?

The rule on 100 to 10,000 positions that mix stances, sides and figures: alone, and with reading them
from SQLite, judging and storing, as each new position does. Then the gazetteer: a name, the first
letters of one, and a paragraph of 60 words with five places; it is looked up 300 times, the median and
the worst one in a hundred count. Asked for: 10 ms for the rule with 10,000 positions, 1 ms for a look-up.
"""

import random
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from rich.console import Console
from rich.table import Table

from _bench import open_in_this_process, temporary_site, write_down

SIZES = (100, 1_000, 10_000)
PARAGRAPH = (
    "Two senior security officials told an agency on condition of anonymity that the Islam Qala "
    "crossing with Iran, in Herat province, had fallen on Thursday. The ministry denied it and said "
    "that its forces still held the town of Qala-e-Naw and the road to Torghundi; an official of "
    "the other side said that two hundred districts were in its hands, which nobody could confirm."
)
SEEN = datetime(2026, 7, 9, tzinfo=UTC)


def main() -> None:
    with temporary_site() as site:
        open_in_this_process(site)
        results = [row for size in SIZES for row in judging(size)]
    results += looking_up()
    show(results)
    write_down("claims_rule", results)


def judging(size: int) -> list[dict[str, Any]]:
    from django.db import transaction

    from broadsheet.claims.actions.judge import lock_claim, rejudge
    from broadsheet.claims.queries import facts_of
    from broadsheet.claims.rule import judge_claim

    claim = fill(size)
    facts = facts_of(claim)
    assert len(facts.positions) == size

    def judge_and_store() -> None:
        with transaction.atomic():
            rejudge(lock_claim(claim.pk))

    return [
        measured(f"rule, {size:,} positions", lambda: judge_claim(facts), 50),
        measured(f"with the database, {size:,} positions", judge_and_store, 15),
    ]


def fill(size: int) -> Any:
    """A claim with so many positions by half as many speakers, of three sides."""
    from broadsheet.claims.actions.claims import record_claim
    from broadsheet.claims.models import Actor, Claim, Position, PositionSide, Side

    chance = random.Random(size)
    sides = [Side.objects.create(name=f"side {n} of {size}", slug=f"s{size}-{n}") for n in range(3)]
    actors = Actor.objects.bulk_create(
        [
            Actor(kind="person", name=f"speaker {n} of {size}", side=sides[n % 3])
            for n in range(size // 2)
        ]
    )
    claim = record_claim(Claim(sentence="The crane fell."), gains=sides[:1], loses=sides[1:2])
    positions = Position.objects.bulk_create(
        [
            Position(
                claim=claim,
                speaker=chance.choice(actors),
                stance=chance.choice(["asserts", "confirms", "denies", "no comment", "retracts"]),
                figure_low=chance.randint(100, 110),
                said_at=SEEN + timedelta(seconds=n),
                said_precision="minute",
                entered_by="-",
            )
            for n in range(size)
        ]
    )
    PositionSide.objects.bulk_create(
        [PositionSide(position=each, side=each.speaker.side) for each in positions]
    )
    return claim


def looking_up() -> list[dict[str, Any]]:
    from broadsheet.claims.gazetteer import places_beginning, places_called
    from broadsheet.claims.places_in_text import places_in

    found = {each.words for each in places_in(PARAGRAPH)}
    assert {"Islam Qala", "Herat", "Qala-e-Naw", "Iran", "Torghundi"} >= found
    assert "Islam Qala" in found
    return [
        measured("a name in the gazetteer", lambda: places_called("Islam Qala"), 300),
        measured("a name with many bearers", lambda: places_called("San Antonio"), 300),
        measured("first letters of a name", lambda: places_beginning("qala"), 300),
        measured("places in a paragraph", lambda: places_in(PARAGRAPH), 300),
    ]


def measured(what: str, work: Callable[[], object], times: int) -> dict[str, Any]:
    """Milliseconds of CPU and of the clock. The first time is left out."""
    work()
    clock, cpu = [], []
    for _ in range(times):
        began, used = time.perf_counter(), time.process_time()
        work()
        clock.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - used) * 1000)
    return {
        "what": what,
        "median ms": round(statistics.median(clock), 3),
        "p99 ms": round(sorted(clock)[int(times * 0.99)], 3),
        "median cpu ms": round(statistics.median(cpu), 3),
    }


def show(results: list[dict[str, Any]]) -> None:
    table = Table(*results[0])
    for row in results:
        table.add_row(*map(str, row.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
