"""How soon does a paper answer after its start, and how much memory does it take?

Started five times, the median counts: a page that lies in a file, the first page that Django has to
make, and the log-in page of the admin. Then the memory of all processes together (PSS, shared pages
counted once), after the start and after a few hundred requests to Django.
"""

import http.client
import statistics
import time

from rich.console import Console
from rich.table import Table

from _bench import open_in_this_process, temporary_site, write_down
from _load import Served, answers, served, wait_for

ROUNDS = 5
REQUESTS = 300


def main() -> None:
    with temporary_site() as site:
        open_in_this_process(site)
        print_pages()
        rounds = []
        for _ in range(ROUNDS):
            (site / "public/pages/news/index.html").unlink(missing_ok=True)
            began = time.monotonic()
            with served(site, until=lambda port: answers(port, "/")) as paper:
                rounds.append(since_start(paper, began))
        results = {
            name: round(statistics.median(each[name] for each in rounds), 2) for name in rounds[0]
        }
        results |= memory(site)
    show(results)
    write_down("starting", results, rounds=ROUNDS)


def print_pages() -> None:
    from broadsheet.config.worker import work_until_idle

    work_until_idle()


def since_start(paper: Served, began: float) -> dict[str, float]:
    """Seconds from the command to each first answer."""
    moments = {"a page from a file, s": time.monotonic() - began}
    for name, path in (("a page made by Django, s", "/news/"), ("the admin, s", "/admin/login/")):
        wait_for(lambda path=path: answers(paper.port, path))
        moments[name] = time.monotonic() - began
    return moments


def memory(site) -> dict[str, float]:
    with served(site) as paper:
        time.sleep(3)
        fresh = paper.megabytes()
        connection = http.client.HTTPConnection("127.0.0.1", paper.port)
        for number in range(REQUESTS):
            connection.request("GET", ("/?fresh", "/news/?fresh", "/admin/login/")[number % 3])
            connection.getresponse().read()
        return {"memory after the start, MB": round(fresh, 1),
                f"memory after {REQUESTS} requests, MB": round(paper.megabytes(), 1)}  # fmt: skip


def show(results: dict[str, float]) -> None:
    table = Table("what", "figure")
    for name, value in results.items():
        table.add_row(name, str(value))
    Console().print(table)


if __name__ == "__main__":
    main()
