"""The first request that misses makes the file."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from broadsheet.delivery.render import is_public, make_page

GetResponse = Callable[[HttpRequest], HttpResponse]


class PageFilesMiddleware:
    """Answer a plain GET of a public page with the file it should have been, and leave it there.

    It stands before everything that reads cookies or headers, so none of them can get into a page.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        plain = request.method in {"GET", "HEAD"} and not request.META.get("QUERY_STRING")
        if plain and is_public(request.path) and (made := make_page(request.path)):
            return HttpResponse(made.content, content_type=made.content_type)
        return self.get_response(request)
