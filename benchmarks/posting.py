"""How many comments a second are accepted durably, and how long does a writer wait?

At 1, 16 and 64 clients through the front, into one thread of SQLite with synchronous=FULL; then one
writer while 32 connections read the same article; then memory, and Isso from PyPI. The guards against
floods are off on both sides: one address sends everything. CPU times are per accepted comment.
"""

import time

from rich.console import Console
from rich.table import Table

from _bench import open_in_this_process, temporary_site, write_down
from _isso import isso, post_to_isso
from _load import answers, post_comments, served, wait_for, wrk

LIFTED = {"COMMENTS_PER_MINUTE": "0"}
SECONDS = 8


def main() -> None:
    with temporary_site() as site:
        open_in_this_process(site)
        thread_id, address = publish_article()
        results = {}
        began = time.monotonic()
        with served(site, **LIFTED) as paper:
            results["start"] = {"answer_after_s": round(time.monotonic() - began, 2)}
            wait_for(lambda: answers(paper.port, address))
            path = f"/discussion/{thread_id}/comments/"
            for clients in (1, 16, 64):
                before = paper.cpu_seconds()
                posted, elapsed = post_comments(paper.port, path, clients, SECONDS)
                spent = {
                    f"{name}_cpu_ms": round((after - before[name]) * 1000 / len(posted.seconds), 2)
                    for name, after in paper.cpu_seconds().items()
                }
                results[f"{clients} clients"] = posted.summary(elapsed) | spent
            results["1 writer, 32 readers"] = write_among_readers(paper.port, path, address)
            results["memory"] = {"megabytes": round(paper.megabytes(), 1)}
    with isso() as (port, version):
        for clients in (1, 16):
            posted, elapsed = post_to_isso(port, clients, SECONDS)
            results[f"Isso, {clients} clients"] = posted.summary(elapsed)
    show(results)
    write_down("posting", results, seconds=SECONDS, isso=f"{version}, gunicorn with 4 workers")


def publish_article() -> tuple[int, str]:
    from broadsheet.config.worker import work_until_idle
    from broadsheet.discussion.models import Thread
    from broadsheet.publication.models import ArticlePage, SectionPage

    section = SectionPage.objects.get()
    article = ArticlePage(
        title="A bench on the quay", slug="bench", body=[("paragraph", "<p>Wood.</p>" * 40)]
    )
    section.add_child(instance=article)
    article.save_revision().publish()
    work_until_idle()
    thread = Thread.objects.get()
    return thread.pk, thread.address


def write_among_readers(port: int, path: str, address: str) -> dict[str, float]:
    import threading

    reads: dict[str, float] = {}
    readers = threading.Thread(target=lambda: reads.update(wrk(port, address, 32, SECONDS)))
    readers.start()
    posted, elapsed = post_comments(port, path, 1, SECONDS - 1, pause=0.2)
    readers.join()
    return posted.summary(elapsed) | {
        "reads_per_second": reads["per_second"],
        "read_p99_ms": reads["p99_ms"],
    }


def show(results: dict[str, dict[str, float]]) -> None:
    table = Table("what", "result")
    for name, values in results.items():
        table.add_row(name, ", ".join(f"{key} {value}" for key, value in values.items()))
    Console().print(table)


if __name__ == "__main__":
    main()
