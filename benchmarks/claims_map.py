"""What does the map cost when there are many claims?

5,000 claims with three positions each, at 600 places of one country, over 90 days; then the same in
5,000 places. Counted are the CPU time to make the page from nothing and with the land kept from the
last one, and its size: of the latest day, of one in the middle, where every status has to be
worked out anew, and of a closer look.
"""

import gzip
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from rich.console import Console
from rich.table import Table

from _bench import open_in_this_process, temporary_site, write_down

CLAIMS, PLACES, DAYS = 5_000, (600, 5_000), 90
ROUNDS = 5
START = datetime(2026, 3, 1, tzinfo=UTC)


def main() -> None:
    results = []
    for places in PLACES:
        with temporary_site() as site:
            open_in_this_process(site)
            empty()
            fill(places)
            results += [measure(places, name, address) for name, address in addresses()]
    show(results)
    write_down("claims_map", results, claims=CLAIMS, days=DAYS, rounds=ROUNDS)


def empty() -> None:
    """The second paper is opened in the same process, and so in the first one's database."""
    from django.db import connection

    from broadsheet.claims.models import Claim, Place, Position

    with connection.cursor() as cursor:
        for model in (Claim.places.through, Position, Claim, Place):
            table = model._meta.db_table
            cursor.execute(
                "select name from sqlite_master where type='trigger' and tbl_name=%s", [table]
            )
            for (name,) in cursor.fetchall():
                cursor.execute(f"drop trigger {name}")
            cursor.execute(f"delete from {table}")


def fill(places: int) -> None:
    from broadsheet.claims.models import Actor, Claim, Place, Position
    from broadsheet.claims.words import Status

    chance = random.Random("map")
    precisions = ["settlement"] * 7 + ["district"] * 2 + ["province"]
    where = Place.objects.bulk_create(
        Place(
            label=f"Place {number}",
            latitude=chance.uniform(31, 36.5),
            longitude=chance.uniform(62, 70),
            precision=chance.choice(precisions),
            country="AF",
        )
        for number in range(places)
    )
    speakers = Actor.objects.bulk_create(
        Actor(kind="person", name=f"Speaker {number} of {places}") for number in range(40)
    )
    claims = Claim.objects.bulk_create(
        Claim(
            sentence=f"Claim {number}: the crossing and the road that leads to it have been closed.",
            slug=f"claim-{number}-the-crossing-and-the-road-have-been-closed",
            kind=chance.choice(["event", "control"]),
            status=chance.choice(list(Status)).value,
        )
        for number in range(CLAIMS)
    )
    Claim.places.through.objects.bulk_create(
        Claim.places.through(claim=claim, place=where[number % places])
        for number, claim in enumerate(claims)
    )
    Position.objects.bulk_create(
        Position(
            claim=claim,
            speaker=chance.choice(speakers),
            stance=chance.choice(["asserts", "confirms", "denies"]),
            said_at=START + timedelta(days=chance.randrange(DAYS), hours=chance.randrange(24)),
            entered_by="Dora",
        )
        for claim in claims
        for _ in range(3)
    )


def addresses() -> list[tuple[str, str]]:
    from broadsheet.claims.models import Place

    middle = (START + timedelta(days=DAYS // 2)).date().isoformat()
    place = Place.objects.order_by("pk")[7]
    return [
        ("latest", "/claims/map/"),
        ("in the middle", f"/claims/map/{middle}/"),
        ("closer look", f"/claims/map/{middle}/near/{place.pk}/"),
    ]


def measure(places: int, name: str, address: str) -> dict[str, Any]:
    from broadsheet.claims.map.base import base_of
    from broadsheet.claims.map.outlines import country
    from broadsheet.delivery.render import render

    def make() -> bytes:
        made = render(address)
        assert made
        return made.content

    def cold() -> None:
        base_of.cache_clear()
        country.cache_clear()
        make()

    content = make()
    return {
        "places": places,
        "page": name,
        "bytes": len(content),
        "gzip": len(gzip.compress(content, 6)),
        "cold_cpu_ms": median(cold),
        "warm_cpu_ms": median(make),
    }


def median(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return round(sorted(spent)[ROUNDS // 2] * 1000)


def show(results: list[dict[str, Any]]) -> None:
    table = Table("places", "page", "bytes", "gzip", "CPU from nothing, ms", "land kept, ms")
    for row in results:
        table.add_row(
            *(f"{value:,}" if not isinstance(value, str) else value for value in row.values())
        )
    Console().print(table)


if __name__ == "__main__":
    main()
