"""The three folders that are served, and the headers that go with each file in them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from broadsheet.delivery.front.replies import Headers, encoded
from broadsheet.lib.headers import page_policy, security_headers

# Browsers ask each time; a shared cache spares us a rush, and may go on when we are down.
PAGE_CACHE = "public, max-age=0, s-maxage=1, stale-if-error=86400"
KEEP_FOR_EVER = "public, max-age=31536000, immutable"
KEEP_SHORTLY = "public, max-age=300"
# Django puts twelve digits of a hash into the name of a collected file.
HASHED_NAME = re.compile(r"\.[0-9a-f]{12}\.")

TEXT = {
    "atom": "application/atom+xml; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "map": "application/json",
    "mjs": "text/javascript; charset=utf-8",
    "rss": "application/rss+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml; charset=utf-8",
    "xsl": "text/xsl; charset=utf-8",
}
FONTS = {"otf": "font/otf", "ttf": "font/ttf", "woff": "font/woff", "woff2": "font/woff2"}
# Nothing in these can run as a page of ours.
HARMLESS = {
    "avif": "image/avif",
    "bmp": "image/bmp",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "flac": "audio/flac",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "opus": "audio/ogg",
    "wav": "audio/wav",
    "mov": "video/quicktime",
    "mp4": "video/mp4",
    "ogv": "video/ogg",
    "webm": "video/webm",
    "pdf": "application/pdf",
}
SVG = {"svg": "image/svg+xml"}
TYPES = TEXT | FONTS | HARMLESS | SVG
# An uploaded drawing still shows in <img>, which looks at the type and not at the disposition.
MEDIA_TYPES = HARMLESS | SVG
NAMED_TYPES = {"feed.xml": TYPES["rss"], "atom.xml": TYPES["atom"]}
UNKNOWN = "application/octet-stream"


@dataclass(frozen=True)
class Shelf:
    """A folder. `headers` takes a file's path; `twins`: there may be a .br and .gz beside a file;
    `ranges`: a reader may ask for a part of a file."""

    folder: str
    headers: Callable[[str], Headers]
    twins: bool
    ranges: bool = False


def make_shelves(public: Path, *, https: bool) -> dict[str, Shelf]:
    """The shelf of each first part of an address; that of "" has the pages."""
    secure = security_headers(https=https)
    bare = {
        name: value
        for name, value in secure.items()
        if name in {"X-Content-Type-Options", "Strict-Transport-Security"}
    }

    def pages(path: str) -> Headers:
        address = path.removeprefix(f"{public}/pages").removesuffix("index.html")
        policy = {"Content-Security-Policy": page_policy(address)}
        return encoded(page_headers(last(path)) | secure | policy)

    def static(path: str) -> Headers:
        return encoded(static_headers(last(path)) | bare)

    def media(path: str) -> Headers:
        return encoded(media_headers(last(path)) | bare)

    return {
        "": Shelf(f"{public}/pages", pages, twins=True),
        "static": Shelf(f"{public}/static", static, twins=True),
        "media": Shelf(f"{public}/media", media, twins=False, ranges=True),
    }


def page_headers(name: str) -> dict[str, str]:
    return {
        "Content-Type": NAMED_TYPES.get(name) or TYPES.get(ending(name), UNKNOWN),
        "Cache-Control": PAGE_CACHE,
        "Vary": "Accept-Encoding",
    }


def static_headers(name: str) -> dict[str, str]:
    return {
        "Content-Type": TYPES.get(ending(name), UNKNOWN),
        "Cache-Control": KEEP_FOR_EVER if HASHED_NAME.search(name) else KEEP_SHORTLY,
        "Vary": "Accept-Encoding",
    }


def media_headers(name: str) -> dict[str, str]:
    headers = {
        "Content-Type": MEDIA_TYPES.get(ending(name), UNKNOWN),
        "Cache-Control": KEEP_FOR_EVER,
        "Accept-Ranges": "bytes",
    }
    if ending(name) not in HARMLESS:
        headers["Content-Disposition"] = "attachment"
        headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return headers


def last(path: str) -> str:
    return path.rpartition("/")[2]


def ending(name: str) -> str:
    return name.rpartition(".")[2].lower()
