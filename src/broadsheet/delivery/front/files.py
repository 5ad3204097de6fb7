"""Answers made of files. What is kept in memory is checked against the disk at each request."""

import os
import stat
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from broadsheet.delivery.front.encodings import SUFFIXES, has_already, preferred
from broadsheet.delivery.front.replies import Reply
from broadsheet.delivery.front.shelves import Shelf

LARGEST_KEPT = 512 * 1024  # bytes of one file; what is larger is sent from the disk in pieces
MOST_KEPT = 64 * 1024 * 1024  # bytes of all; then memory is emptied and fills up anew

Mark = tuple[int, int, int]


class Kept(NamedTuple):
    """One encoding of one file. `mark` says which file it was; `path` is the uncompressed one."""

    path: str
    mark: Mark
    etag: bytes
    full: Reply
    not_modified: Reply

    def reply(self, if_none_match: bytes) -> Reply:
        known = if_none_match and has_already(if_none_match, self.etag)
        return self.not_modified if known else self.full


@dataclass(frozen=True)
class Place:
    """A path that names no directory outside its shelf. The file need not exist."""

    shelf: Shelf
    path: str


class Files:
    """The files of all shelves.

    Every process looks at the disk itself, one `stat` a request, so that a page that was replaced
    is new for all of them at once and nobody has to tell anybody.
    """

    def __init__(self, shelves: dict[str, Shelf]) -> None:
        self.shelves = shelves
        self.kept: dict[tuple[bytes, tuple[str, ...]], Kept] = {}
        self.bytes_kept = 0

    def find(self, path: bytes, accept_encoding: bytes) -> Kept | None:
        """The file of a raw request path, in the best encoding there is; None when it is not here
        or too large to be kept."""
        key = (path, preferred(accept_encoding))
        kept = self.kept.get(key)
        if kept and mark_of(kept.path) == kept.mark:
            return kept
        place = self.place(path)
        fresh = load(place, key[1]) if place else None
        if fresh:
            self.keep(key, fresh)
        else:
            self.kept.pop(key, None)
        return fresh

    def place(self, path: bytes) -> Place | None:
        """Where the file of a raw request path would be. None for what no file can be named:
        hidden names, names that climb out of the folder, and twins, which have no address."""
        try:
            decoded = unquote_to_bytes(path).decode()
        except UnicodeDecodeError:
            return None
        first, *parts = decoded.split("/")
        is_folder = bool(parts) and not parts[-1]
        names = parts[:-1] if is_folder else parts
        if first or not all(is_plain(name) for name in names):
            return None
        root = names[0] if names and names[0] in self.shelves else ""
        shelf, names = self.shelves[root], names[1:] if root else names
        if is_folder:
            names = [*names, "index.html"]
        elif (
            not names
            or names[-1] == "index.html"
            or (shelf.twins and names[-1].endswith(tuple(SUFFIXES.values())[:2]))
        ):
            return None
        return Place(shelf, "/".join([shelf.folder, *names]))

    def keep(self, key: tuple[bytes, tuple[str, ...]], kept: Kept) -> None:
        if self.bytes_kept > MOST_KEPT:
            self.kept.clear()
            self.bytes_kept = 0
        self.kept[key] = kept
        self.bytes_kept += len(kept.full.body) + len(kept.full.head)


def is_plain(name: str) -> bool:
    return bool(name) and name[0] != "." and "\\" not in name and "\x00" not in name


def load(place: Place, encodings: tuple[str, ...]) -> Kept | None:
    """Read a file, in the first of the encodings that lies there.

    Delivery puts the plain file in place last and takes it away first. So its mark is read before
    the twins are, and a twin is never older than what the mark stands for.
    """
    mark = mark_of(place.path)
    if mark is None or mark[2] > LARGEST_KEPT:
        return None
    for encoding in encodings if place.shelf.twins else ("identity",):
        try:
            with open(place.path + SUFFIXES[encoding], "rb") as file:  # noqa: PTH123 - thrice as quick
                return kept(place, mark, encoding, file.read())
        except OSError:
            continue
    return None


def kept(place: Place, mark: Mark, encoding: str, body: bytes) -> Kept:
    etag = entity_tag(body).encode()
    headers = [*place.shelf.headers(place.path), (b"etag", etag)]
    not_modified = Reply(304, [line for line in headers if line[0] != b"content-type"])
    if encoding != "identity":
        headers.append((b"content-encoding", encoding.encode()))
    return Kept(place.path, mark, etag, Reply(200, headers, body), not_modified)


def entity_tag(body: bytes) -> str:
    """A strong ETag: the same bytes have the same one, also after they were written again."""
    return f'"{blake2b(body, digest_size=12).hexdigest()}"'


def mark_of(path: str) -> Mark | None:
    """What tells one file from another that took its place; None when there is no such file."""
    try:
        found = os.stat(path)  # noqa: PTH116 - on the way of every request
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_ino, found.st_size) if stat.S_ISREG(found.st_mode) else None
