"""The first request that misses makes the file."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from broadsheet.delivery.front.app import FRESH
from broadsheet.delivery.front.files import entity_tag
from broadsheet.delivery.front.shelves import PAGE_CACHE
from broadsheet.delivery.render import Made, is_public, make_page

GetResponse = Callable[[HttpRequest], HttpResponse]


class PageFilesMiddleware:
    """Answer a plain GET of a public page with the file it should have been, and leave it there.

    It stands before everything that reads cookies or headers, so none of them can get into a page.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_read = request.method in {"GET", "HEAD"}
        wants_fresh = request.META.get("QUERY_STRING") == FRESH.decode()
        # Wagtail makes a preview by a request of its own to the page's public address.
        is_preview = getattr(request, "is_dummy", False)
        if (
            is_read
            and not wants_fresh
            and not is_preview
            and is_public(request.path)
            and (made := make_page(request.path))
        ):
            return as_from_file(made)
        return self.get_response(request)


def as_from_file(made: Made) -> HttpResponse:
    """The answer that the front will give for this page from now on, uncompressed."""
    headers = {
        "Content-Type": made.content_type,
        "Content-Length": str(len(made.content)),
        "Cache-Control": PAGE_CACHE,
        "ETag": entity_tag(made.content),
        "Vary": "Accept-Encoding",
    }
    return HttpResponse(made.content, headers=headers)
