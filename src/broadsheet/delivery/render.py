"""Making a public page: the same view as ever, asked for with nothing but its address."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.urls import Resolver404, resolve

from broadsheet.delivery.files import drop_page, file_of, locked, write_page
from broadsheet.delivery.front.shelves import page_headers


@dataclass(frozen=True)
class Made:
    content: bytes
    content_type: str


def make_page(address: str, *, again: bool = False) -> Made | None:
    """The page of an address, written to its file; None when there is no such public page.

    A file that another process has just written is taken as it is, unless `again`.
    """
    with locked(address):
        if not again and (kept := read_page(address)):
            return kept
        made = render(address)
        if made:
            write_page(address, made.content)
        else:
            drop_page(address)
        return made


def is_public(address: str) -> bool:
    """Whether a view of public pages answers this address (which may still be a 404)."""
    try:
        return getattr(resolve(address).func, "is_public_page", False)
    except Resolver404:
        return False


def read_page(address: str) -> Made | None:
    path = file_of(address)
    return Made(path.read_bytes(), content_type_of(address)) if path.is_file() else None


def content_type_of(address: str) -> str:
    """As the front will give it: the name of the file is all it goes by."""
    return page_headers(file_of(address).name)["Content-Type"]


def render(address: str) -> Made | None:
    try:
        match = resolve(address)
        if not getattr(match.func, "is_public_page", False):
            return None
        response = match.func(blank_request(address), *match.args, **match.kwargs)
    except Http404:
        return None
    return Made(response.content, response["Content-Type"]) if may_be_kept(response) else None


def may_be_kept(response: HttpResponseBase) -> bool:
    control = response.headers.get("Cache-Control", "")
    personal = response.cookies or "private" in control or "no-store" in control
    return response.status_code == 200 and not personal


def blank_request(address: str) -> HttpRequest:
    """A GET of nobody, from nowhere, at the paper's own address."""
    site = urlsplit(settings.BROADSHEET_SITE_URL)
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", address, address
    request.GET = QueryDict()
    request.user = AnonymousUser()
    # Wagtail looks here whether the reader has given a page's password. Nobody has.
    request.session = SessionBase()
    request.META = {
        "REQUEST_METHOD": "GET",
        "SERVER_NAME": site.hostname or "localhost",
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "HTTP_HOST": site.netloc,
        "wsgi.url_scheme": site.scheme,
    }
    return request
