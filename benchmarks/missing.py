"""What does it cost when a page is not there and Django has to make it?

An article of some 1,000 words with threads of 100 to 10,000 comments: its file is deleted, one
reader asks, and the CPU time of all processes is counted. Then as many times read from the file.
"""

import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from _bench import open_in_this_process, temporary_site, write_down
from _load import Served, answers, served, wait_for
from rebuilding import fill

SIZES = (100, 1_000, 10_000)
ROUNDS = 150


def main() -> None:
    with temporary_site() as site:
        open_in_this_process(site)
        addresses = {size: publish_article(size) for size in SIZES}
        with served(site) as paper:
            results = [measure(paper, size, address) for size, address in addresses.items()]
    show(results)
    write_down("missing", results, rounds=ROUNDS)


def publish_article(comments: int) -> str:
    from broadsheet.config.worker import work_until_idle
    from broadsheet.discussion.models import Thread
    from broadsheet.publication.models import ArticlePage, SectionPage

    body = [("paragraph", f"<p>{'Rope, tide and lamp. ' * 20}</p>")] * 12
    article = ArticlePage(title=f"{comments} comments", slug=f"bench-{comments}", body=body)
    SectionPage.objects.get().add_child(instance=article)
    article.save_revision().publish()
    work_until_idle()
    thread = Thread.objects.get(key=article.thread_key)
    fill(thread, comments)
    return thread.address


def measure(paper: Served, comments: int, address: str) -> dict[str, float]:
    page = paper.site / f"public/pages{address}index.html"

    def miss() -> None:
        page.unlink(missing_ok=True)
        assert answers(paper.port, address)

    wait_for(lambda: answers(paper.port, address))
    return {
        "comments": comments,
        "miss_cpu_ms": cpu_of(paper, miss),
        "miss_ms": clock_of(miss),
        "hit_cpu_ms": cpu_of(paper, lambda: answers(paper.port, address)),
    }


def cpu_of(paper: Served, work: Callable[[], object]) -> float:
    """CPU time of all processes of the paper, per time."""
    time.sleep(1)  # let the worker come to rest
    before = sum(paper.cpu_seconds().values())
    for _ in range(ROUNDS):
        work()
    return round((sum(paper.cpu_seconds().values()) - before) * 1000 / ROUNDS, 2)


def clock_of(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(ROUNDS):
        began = time.monotonic()
        work()
        spent.append(time.monotonic() - began)
    return round(sorted(spent)[ROUNDS // 2] * 1000, 1)


def show(results: list[dict[str, float]]) -> None:
    table = Table("comments", "CPU of a miss, ms", "a miss, ms", "CPU of a hit, ms")
    for row in results:
        table.add_row(*(str(value) for value in row.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
