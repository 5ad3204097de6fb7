"""Public pages: the same for every reader, made from the database alone, kept as files."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponseBase

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def public_page(view: View) -> View:
    """Mark a view whose answer delivery may keep as a file.

    Such a view looks at nothing of the request but its path: no cookie, no header, no query.
    """
    view.is_public_page = True  # type: ignore[attr-defined]
    return view
