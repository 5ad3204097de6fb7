"""What does it cost to make the page on which a new comment lands, as a thread grows?

Threads of 100 to 100,000 comments; the first page of the discussion is made again, from the
database to the three files. Asked for: the same at every size, within a factor of 1.5.
"""

import random
import statistics
import time

from rich.console import Console
from rich.table import Table

from _bench import open_in_this_process, temporary_site, write_down

SIZES = (100, 1_000, 10_000, 100_000)
ROUNDS = 15


def main() -> None:
    with temporary_site() as site:
        open_in_this_process(site)
        results = measure()
    show(results)
    write_down("rebuilding", results, rounds=ROUNDS)


def measure() -> list[dict[str, float]]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from broadsheet.delivery.files import file_of
    from broadsheet.delivery.render import make_page
    from broadsheet.discussion.models import Thread

    results = []
    for size in SIZES:
        thread = Thread.objects.create(key=f"bench:{size}", title=f"{size} comments", address="/")
        fill(thread, size)
        for kind, address in addresses(thread).items():
            make_page(address, again=True)
            spent = [clocked(lambda a=address: make_page(a, again=True)) for _ in range(ROUNDS)]
            with CaptureQueriesContext(
                connection,
            ) as queries:
                make_page(address, again=True)
            results.append(
                {
                    "comments": size,
                    "page": kind,
                    "cpu_ms": round(statistics.median(spent), 2),
                    "queries": len(queries),
                    "bytes": file_of(address).stat().st_size,
                    "bytes_br": file_of(address).with_name("index.html.br").stat().st_size,
                }
            )
    return results


def clocked(work) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def addresses(thread) -> dict[str, str]:
    from broadsheet.discussion.places import block_count
    from broadsheet.discussion.queries import page_address, sort_address

    thread.refresh_from_db()
    last = block_count(thread.root_count)
    return {
        "newest": sort_address(thread.pk, "newest"),
        "oldest": sort_address(thread.pk, "oldest"),
        "most voted": sort_address(thread.pk, "most-voted"),
        "middle": page_address(thread.pk, "newest", max(1, last // 2)),
        "most voted, deepest": page_address(thread.pk, "most-voted", last),
    }


def fill(thread, size: int) -> None:
    """About a quarter roots, replies to anything earlier in the conversation, random votes."""
    from broadsheet.accounts.models import Reader
    from broadsheet.discussion.models import Comment, Thread

    chance = random.Random(size)
    readers = Reader.objects.bulk_create(Reader() for _ in range(300))
    words = [f"word{number}" for number in range(2000)]
    conversations: list[list[Comment]] = []
    for number in range(size):
        comment = Comment(
            thread=thread,
            author=chance.choice(readers),
            author_name=f"Reader {chance.randrange(300)}",
            status="published",
            score=int(chance.expovariate(0.3)) - 1,
        )
        comment.set_text(" ".join(chance.choices(words, k=chance.randint(8, 70))))
        comment.pk = thread.pk * 10_000_000 + number
        if not conversations or chance.random() < 0.25:
            comment.root_number, comment.reply_number = len(conversations) + 1, 0
            conversations.append([comment])
        else:
            conversation = conversations[int(len(conversations) * chance.random() ** 0.7)]
            comment.parent = chance.choice(conversation)
            comment.root_number = conversation[0].root_number
            comment.reply_number = len(conversation)
            conversation.append(comment)
            conversation[0].numbered_replies += 1
    everything = sorted((c for each in conversations for c in each), key=lambda c: c.pk)
    Comment.objects.bulk_create(everything, batch_size=2000)
    Thread.objects.filter(pk=thread.pk).update(root_count=len(conversations), comment_count=size)


def show(results: list[dict[str, float]]) -> None:
    table = Table("comments", "page", "CPU ms", "queries", "bytes", "brotli")
    for row in results:
        table.add_row(*(str(value) for value in row.values()))
    Console().print(table)
    first = [row["cpu_ms"] for row in results if row["page"] == "newest"]
    print(f"newest, {SIZES[-1]:,} against {SIZES[0]:,} comments: {first[-1] / first[0]:.2f} times")


if __name__ == "__main__":
    main()
