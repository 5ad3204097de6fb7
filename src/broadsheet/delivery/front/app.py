"""The front: what readers get first. Files when there are any, Django for the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import FileResponse
from starlette.types import Receive, Scope, Send

from broadsheet.delivery.front.files import Files, Place, mark_of
from broadsheet.delivery.front.redirects import Redirects
from broadsheet.delivery.front.replies import Reply, encoded
from broadsheet.delivery.front.senders import Senders
from broadsheet.delivery.front.shelves import make_shelves
from broadsheet.delivery.front.upstream import Upstream
from broadsheet.lib.headers import security_headers

# The one query that asks for a page newer than its file; Django answers it. Any other query, such
# as those that social networks add to a link, changes nothing in a public page.
FRESH = b"fresh"


@dataclass(frozen=True)
class FrontSettings:
    """`public` is the folder with pages, static and media; `upstream` is Django's Unix socket."""

    public: Path
    upstream: Path
    trusted_proxies: tuple[str, ...] = ()
    https: bool = False


@dataclass(frozen=True)
class Asked:
    """What a file's answer depends on. Raw bytes, as they came."""

    path: bytes
    query: bytes
    accept_encoding: bytes = b""
    if_none_match: bytes = b""
    range: bytes = b""


class Front:
    """The ASGI application. It imports no Django and opens no database."""

    def __init__(self, settings: FrontSettings) -> None:
        headers = encoded(security_headers(https=settings.https))
        self.files = Files(make_shelves(settings.public, https=settings.https))
        self.redirects = Redirects(settings.public / "redirects.json")
        self.upstream = Upstream(settings.upstream, Senders(settings.trusted_proxies), headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        is_read = scope["method"] in {"GET", "HEAD"}
        asked = read_request(scope["raw_path"], scope["query_string"], scope["headers"])
        reply = self.redirect_of_query(asked) or self.reply(asked) or self.redirect(asked)
        if is_read and reply:
            await reply.send(send)
        elif is_read and (file := self.large_file(asked)):
            await file(scope, receive, send)
        else:
            await self.upstream.pass_on(scope, receive, send)

    def reply(self, asked: Asked) -> Reply | None:
        """The whole answer when it is a file that is kept in memory."""
        if asked.query == FRESH or asked.range:
            return None
        kept = self.files.find(asked.path, asked.accept_encoding)
        return kept.reply(asked.if_none_match) if kept else None

    def redirect_of_query(self, asked: Asked) -> Reply | None:
        """From an old address that is all query, such as WordPress' `/?p=81`."""
        target = self.redirects.target(asked.path, asked.query) if asked.query else None
        return moved_to(target) if target else None

    def redirect(self, asked: Asked) -> Reply | None:
        """To the address a page has moved to, or to the same with the slash at its end."""
        target = self.redirects.target(asked.path)
        if target is None and self.is_folder_of_a_page(asked.path):
            target = asked.path + b"/"
        return moved_to(target) if target else None

    def is_folder_of_a_page(self, path: bytes) -> bool:
        place = None if path.endswith(b"/") else self.files.place(path + b"/")
        return place is not None and mark_of(place.path) is not None

    def large_file(self, asked: Asked) -> FileResponse | None:
        """A file that is read from the disk in pieces: a large one, or a part of one."""
        place = self.files.place(asked.path)
        mark = mark_of(place.path) if place else None
        if place is None or mark is None or asked.query == FRESH:
            return None
        return file_response(place, b'"%x-%x"' % mark[:2])


def moved_to(target: bytes) -> Reply:
    return Reply(301, [(b"location", target), (b"cache-control", b"public, max-age=3600")])


def file_response(place: Place, etag: bytes) -> FileResponse:
    headers = [*place.shelf.headers(place.path), (b"etag", etag)]
    named = {name.decode(): value.decode() for name, value in headers}
    return FileResponse(place.path, headers=named, media_type=named["content-type"])


def read_request(path: bytes, query: bytes, headers: Iterable[tuple[bytes, bytes]]) -> Asked:
    accept_encoding = if_none_match = span = b""
    for name, value in headers:
        if name == b"accept-encoding":
            accept_encoding = value
        elif name == b"if-none-match":
            if_none_match = value
        elif name == b"range":
            span = value
    return Asked(path, query, accept_encoding, if_none_match, span)
