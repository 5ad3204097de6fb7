"""How many comments a second does an import bring in?

An export of 50,000 comments on 100 articles is made up, with mark-up, votes and replies up
to ten levels deep, and imported into a new paper; then once more, when there is nothing to do.
SQLite with synchronous=FULL, as in production. Asked for: 5,000 comments a second.
"""

import gc
import random
import resource
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from _bench import open_in_this_process, temporary_site, write_down

ARTICLES, COMMENTS_EACH, PEOPLE = 100, 500, 5000
BEGAN = datetime(2014, 3, 1, 8, tzinfo=UTC)

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Bench</title><link>https://bench.example</link>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://bench.example</wp:base_site_url>
<wp:base_blog_url>https://bench.example</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ada</wp:author_login>
<wp:author_display_name><![CDATA[Ada Quill]]></wp:author_display_name></wp:author>
"""
ITEM = """<item><title>Article {number}</title><link>https://bench.example/{date:%Y/%m}/a{number}/</link>
<dc:creator>ada</dc:creator><content:encoded><![CDATA[{body}]]></content:encoded>
<excerpt:encoded></excerpt:encoded><wp:post_id>{number}</wp:post_id>
<wp:post_date>{date:%F %T}</wp:post_date><wp:post_date_gmt>{date:%F %T}</wp:post_date_gmt>
<wp:comment_status>open</wp:comment_status><wp:post_name>a{number}</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>
<category domain="category" nicename="news"><![CDATA[News]]></category>
"""
COMMENT = """<wp:comment><wp:comment_id>{number}</wp:comment_id>
<wp:comment_author><![CDATA[Reader {person}]]></wp:comment_author>
<wp:comment_author_email>reader{person}@example.invalid</wp:comment_author_email>
<wp:comment_author_url></wp:comment_author_url><wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>
<wp:comment_date>{date:%F %T}</wp:comment_date>
<wp:comment_date_gmt>{date:%F %T}</wp:comment_date_gmt>
<wp:comment_content><![CDATA[{text}]]></wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type>
<wp:comment_parent>{parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id>
<wp:commentmeta><wp:meta_key>wpdiscuz_votes</wp:meta_key><wp:meta_value>{votes}</wp:meta_value>
</wp:commentmeta></wp:comment>
"""


def main() -> None:
    with temporary_site() as site:
        file = site / "bench.xml"
        file.write_text(HEAD + "".join(items()) + "</channel></rss>\n")
        open_in_this_process(site)
        results = [measure(file, "first run"), measure(file, "second run")]
        size = file.stat().st_size
    show(results)
    write_down("importing", results, articles=ARTICLES, file_megabytes=round(size / 2**20, 1))


def measure(file: Path, name: str) -> dict[str, float | str]:
    from broadsheet.importers.pictures import Uploads
    from broadsheet.importers.report import Outcome, Report
    from broadsheet.importers.wordpress.archive import WordPressArchive
    from broadsheet.importers.write import bring_in

    report = Report()
    gc.set_threshold(50_000)  # as the command does
    began, cpu_began = time.perf_counter(), time.process_time()
    bring_in(WordPressArchive(file), Uploads(None), report)
    seconds = time.perf_counter() - began
    comments = report.found["comments, published"]
    return {
        "run": name,
        "comments": comments,
        "imported": report.outcomes["comments, published", Outcome.IMPORTED],
        "seconds": round(seconds, 2),
        "cpu_seconds": round(time.process_time() - cpu_began, 2),
        "comments_per_second": round(comments / seconds),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def items() -> Iterator[str]:
    chance = random.Random(7)
    words = [f"word{number}" for number in range(3000)]
    comment = 0
    for number in range(1, ARTICLES + 1):
        date = BEGAN + timedelta(days=number)
        paragraphs = (" ".join(chance.choices(words, k=60)) for _ in range(8))
        yield ITEM.format(number=number, date=date, body="\n\n".join(paragraphs))
        depths: dict[int, int] = {}
        for _ in range(COMMENTS_EACH):
            comment += 1
            above = [each for each in list(depths)[-60:] if depths[each] < 10]
            parent = chance.choice(above) if above and chance.random() < 0.6 else 0
            depths[comment] = depths.get(parent, 0) + 1
            yield COMMENT.format(
                number=comment,
                person=chance.randrange(PEOPLE),
                date=date + timedelta(minutes=comment % COMMENTS_EACH),
                text=text(chance, words),
                parent=parent,
                votes=chance.randrange(-3, 12),
            )
        yield "</item>\n"


def text(chance: random.Random, words: list[str]) -> str:
    """Eight to eighty words in one or two paragraphs; every fifth with mark-up, as on real sites."""
    plain = " ".join(chance.choices(words, k=chance.randint(8, 80)))
    kind = chance.random()
    if kind < 0.08:
        return f"<blockquote>{plain[:60]}</blockquote>\n\n{plain}"
    if kind < 0.2:
        return f'{plain} <a href="https://example.com/{len(plain)}">there</a> &amp; <em>back</em>'
    return plain.replace(" ", "\n\n", 1) if kind < 0.4 else plain


def show(results: list[dict[str, float | str]]) -> None:
    table = Table("run", "comments", "imported", "seconds", "CPU", "comments a second", "peak MB")
    for row in results:
        table.add_row(*(str(value) for value in row.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
