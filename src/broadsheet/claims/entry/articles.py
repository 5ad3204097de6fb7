"""What claims is told of an article that is being written; it knows no pages of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest


@dataclass(frozen=True)
class WrittenArticle:
    """`key` ("article:12") and `address` are empty while nothing of the article has been saved.

    `day` is the one that "today" means in it, `country` the two letters of where the paper looks for
    a place first, or empty.
    """

    key: str
    address: str
    day: date
    country: str = ""


# From what the editor's page sends: the number of the article, or nothing. Raises PermissionDenied.
LookUp = Callable[[HttpRequest, str], WrittenArticle]
