"""How long until every article that states a claim shows its new status?

One claim stands in 1,000 published articles. Somebody denies it; the worker's rounds run as they do
beside the web, and the clock stops when the claim's own page, and when the last article on disk, says
"contested". Then the same once more with a claim of 200 positions.
"""

import re
import time

from rich.console import Console
from rich.table import Table

from _bench import open_in_this_process, temporary_site, write_down

ARTICLES = 1_000
POSITIONS = (2, 200)
TEXT = "<p>" + "The quay was quiet in the morning, and nobody knew for how long. " * 12 + "</p>"


def main() -> None:
    with temporary_site() as site:
        open_in_this_process(site)
        results = [measure(count) for count in POSITIONS]
    show(results)
    write_down("claims_rebuild", results, articles=ARTICLES)


def measure(positions: int) -> dict[str, float]:
    from broadsheet.claims.models import Appearance
    from broadsheet.config.worker import work_until_idle

    claim = record(positions)
    print(f"Publishing {ARTICLES} articles that state a claim of {positions} positions ...")
    addresses = publish(claim)
    work_until_idle()
    assert Appearance.objects.filter(claim=claim).count() == ARTICLES
    assert all(says(address, "one party only") for address in addresses)
    return rebuild(claim, addresses) | {"positions": positions}


def record(positions: int):
    from broadsheet.claims.actions.claims import record_claim
    from broadsheet.claims.models import Actor, Claim, Side

    board, _ = Side.objects.get_or_create(name="the Board", slug="board")
    claim = record_claim(Claim(sentence=f"The Board holds {positions} cranes."), gains=[board])
    for number in range(positions - 1):
        name = f"Speaker {number} of {positions}"
        say(claim, Actor.objects.create(kind="person", name=name, side=board), "asserts")
    return claim


def say(claim, speaker, stance: str) -> None:
    from django.utils import timezone

    from broadsheet.accounts.models import User
    from broadsheet.claims.actions.positions import take_position
    from broadsheet.claims.models import Position

    position = Position(claim=claim, speaker=speaker, stance=stance, said_at=timezone.now())
    take_position(position, User(username="bench"))


def publish(claim) -> list[str]:
    from broadsheet.publication.models import ArticlePage, SectionPage

    section = SectionPage.objects.first()
    mark = f'<p>They say <a linktype="claim" id="{claim.pk}">it is theirs</a>.</p>'
    addresses = []
    for number in range(ARTICLES):
        slug = f"claim-{claim.pk}-{number}"
        article = ArticlePage(
            title=f"Cranes {number}", slug=slug, body=[("paragraph", mark + TEXT)]
        )
        section.add_child(instance=article)
        article.save_revision().publish()
        addresses.append(f"/{section.slug}/{slug}/")
    return addresses


def rebuild(claim, addresses: list[str]) -> dict[str, float]:
    """Seconds from the denial until each page says so, looked at after every round of the worker."""
    from broadsheet.claims.models import Actor
    from broadsheet.config.worker import work_round

    denier = Actor.objects.create(kind="person", name=f"Denier of {claim.pk}")
    start, spent, since = time.monotonic(), time.process_time(), time.time()
    say(claim, denier, "denies")
    seen: dict[str, float] = {}
    waiting = [f"/claims/{claim.slug}/", *addresses]
    schedule = NoDuties()
    while waiting:
        work_round(schedule)
        now = time.monotonic() - start
        for address in [
            each for each in waiting if is_new(each, since) and says(each, "contested")
        ]:
            seen[address] = now
        waiting = [address for address in waiting if address not in seen]
    last = max(seen[address] for address in addresses)
    return {
        "claim_page_s": round(seen[f"/claims/{claim.slug}/"], 2),
        "first_article_s": round(min(seen[address] for address in addresses), 2),
        "last_article_s": round(last, 2),
        "cpu_s": round(time.process_time() - spent, 2),
        "articles_per_second": round(ARTICLES / last, 1),
    }


class NoDuties:
    def run(self) -> None:
        """Duties are not what is measured."""


def is_new(address: str, since: float) -> bool:
    from broadsheet.delivery.files import file_of

    path = file_of(address)
    return path.exists() and path.stat().st_mtime >= since


def says(address: str, status: str) -> bool:
    from broadsheet.delivery.files import file_of

    path = file_of(address)
    mark = re.compile(rf"</svg>(&nbsp;|\s|<b>)*{status}")
    return path.exists() and mark.search(path.read_text()) is not None


def show(results: list[dict[str, float]]) -> None:
    table = Table(*results[0])
    for row in results:
        table.add_row(*(str(value) for value in row.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
