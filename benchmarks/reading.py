"""How many readers a second, beside nginx with the same files and WordPress with 1,000 comments?

Pages of 20 and 100 kB (compressed) over 2 and 32 connections kept open, gzip accepted. Ours and
nginx take turns, three rounds each, and the median counts; each is one process. Needs wrk, nginx
and, for WordPress, what benchmarks/_wordpress.py names (left out and said so when it is missing).
"""

import gzip
import random
import statistics
from typing import Any

from rich.console import Console
from rich.table import Table

import _nginx
from _bench import open_in_this_process, temporary_site, write_down
from _load import answers, served, wait_for, wrk
from _wordpress import missing, wordpress

SIZES = {"20 kB": 20_000, "100 kB": 100_000}
CONNECTIONS = (2, 32)
ROUNDS, SECONDS = 3, 4
COMMENTS = 1_000


def main() -> None:
    with temporary_site() as site:
        open_in_this_process(site)
        addresses = publish_articles()
        with served(site) as paper:
            for address in addresses.values():
                wait_for(lambda address=address: answers(paper.port, address))
            with _nginx.nginx(site / "public/pages", addresses["20 kB"]) as nginx_port:
                results = compare(paper.port, nginx_port, addresses)
    about: dict[str, Any] = {"nginx": _nginx.version(), "seconds": SECONDS, "rounds": ROUNDS}
    if lack := missing():
        print(f"WordPress is left out: not installed are {lack}")
    else:
        about["wordpress"] = beside_wordpress(results)
    show(results)
    write_down("reading", results, **about)


def publish_articles() -> dict[str, str]:
    """One article of each size; their addresses."""
    from broadsheet.config.worker import work_until_idle
    from broadsheet.publication.models import ArticlePage, SectionPage

    section = SectionPage.objects.get()
    for number, size in enumerate(SIZES.values()):
        article = ArticlePage(title=f"A bench of {size}", slug=f"bench-{number}", body=body(size))
        section.add_child(instance=article)
        article.save_revision().publish()
    work_until_idle()
    return {label: f"/news/bench-{number}/" for number, label in enumerate(SIZES)}


def body(size: int) -> list[tuple[str, str]]:
    """Paragraphs that compress to about `size` bytes."""
    chance, paragraphs = random.Random(size), []
    while len(gzip.compress("".join(paragraphs).encode())) < size - 2_000:
        words = " ".join(f"{chance.getrandbits(24):x}" for _ in range(120))
        paragraphs.append(f"<p>{words}</p>")
    return [("paragraph", paragraph) for paragraph in paragraphs]


def compare(ours: int, nginx: int, addresses: dict[str, str]) -> list[dict[str, Any]]:
    results = []
    for label, address in addresses.items():
        for connections in CONNECTIONS:
            rounds = [
                (
                    wrk(ours, address, connections, SECONDS),
                    wrk(nginx, address, connections, SECONDS),
                )
                for _ in range(ROUNDS)
            ]
            mine, theirs = ([each[side] for each in rounds] for side in (0, 1))
            results.append(
                {
                    "page": label,
                    "connections": connections,
                    "ours_per_second": median(mine, "per_second"),
                    "ours_p99_ms": median(mine, "p99_ms"),
                    "nginx_per_second": median(theirs, "per_second"),
                    "nginx_p99_ms": median(theirs, "p99_ms"),
                    "ours_to_nginx": round(
                        median(mine, "per_second") / median(theirs, "per_second"), 2
                    ),
                    "errors": sum(each["errors"] for each in mine + theirs),
                }
            )
    return results


def median(rounds: list[dict[str, float]], name: str) -> float:
    return statistics.median(each[name] for each in rounds)


def beside_wordpress(results: list[dict[str, Any]]) -> str:
    with wordpress(COMMENTS) as site:
        for connections in CONNECTIONS:
            theirs = wrk(site.port, site.path, connections, 10)
            for row in results:
                if row["connections"] == connections:
                    row["wordpress_per_second"] = theirs["per_second"]
                    row["wordpress_p99_ms"] = theirs["p99_ms"]
                    row["ours_to_wordpress"] = round(row["ours_per_second"] / theirs["per_second"])
        return f"{site.version}, {COMMENTS} comments in the page"


def show(results: list[dict[str, Any]]) -> None:
    table = Table(*(name.replace("_", " ") for name in results[0]))
    for row in results:
        table.add_row(*(str(value) for value in row.values()))
    Console(width=200).print(table)


if __name__ == "__main__":
    main()
