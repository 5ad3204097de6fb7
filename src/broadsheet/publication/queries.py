"""Lists of articles, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from broadsheet.publication.models.article import ArticlePage
from broadsheet.publication.models.author import Author
from broadsheet.publication.models.base import BasePage

if TYPE_CHECKING:
    from broadsheet.publication.models.fronts import FrontPage, SectionPage

ON_FRONT = 7  # a lead, two beside it, four below
PER_SECTION = 4
ARCHIVE_BLOCK = 20  # articles on a page of an archive
IN_FEED = 30


@dataclass(frozen=True)
class ArchivePage:
    """Some articles and the numbers of the pages around them; 0 is no page, or the first."""

    articles: Iterable[ArticlePage]
    older: int = 0
    newer: int = 0


def published_articles() -> QuerySet[ArticlePage]:
    """Every public article with what a list shows, newest first."""
    articles = ArticlePage.objects.live().public().order_by("-first_published_at", "-pk")
    return articles.select_related("lead_picture").prefetch_related("bylines__author")


def articles_below(page: BasePage) -> QuerySet[ArticlePage]:
    below: QuerySet[ArticlePage] = published_articles().filter(path__startswith=page.path)
    return below


def sections_of(front: "FrontPage") -> list["SectionPage"]:
    return [section.specific for section in front.get_children().live().public()]


def fill_front(
    front: "FrontPage",
) -> tuple[list[ArticlePage], list[tuple["SectionPage", list[ArticlePage]]]]:
    """The newest articles, and for each section its newest that do not stand above already."""
    top = list(articles_below(front)[:ON_FRONT])
    above = {article.pk for article in top}
    sections = [
        (section, list(articles_below(section).exclude(pk__in=above)[:PER_SECTION]))
        for section in sections_of(front)
    ]
    return top, sections


def newest_page(articles: QuerySet[ArticlePage]) -> ArchivePage:
    """The first page of an archive: its last block, and the one before while that fills up."""
    count = articles.count()
    last = max(1, -(-count // ARCHIVE_BLOCK))
    first = last - 1 if last > 1 and count % ARCHIVE_BLOCK else last
    return ArchivePage(articles[: count - (first - 1) * ARCHIVE_BLOCK], older=first - 1)


def archive_page(articles: QuerySet[ArticlePage], number: int) -> ArchivePage:
    """Block `number` of an archive, counted from the oldest, so that an address keeps its articles.

    Raises LookupError when there is no such block or it belongs to the first page.
    """
    count = articles.count()
    newest = newest_page(articles)
    if not 1 <= number <= newest.older:
        raise LookupError(number)
    block = articles[count - number * ARCHIVE_BLOCK : count - (number - 1) * ARCHIVE_BLOCK]
    newer = number + 1 if number < newest.older else 0
    return ArchivePage(block, older=number - 1, newer=newer)


def articles_by(author: Author) -> QuerySet[ArticlePage]:
    return published_articles().filter(bylines__author=author)
