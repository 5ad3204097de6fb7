"""The files that readers get: where they lie, and writing them so that nobody sees half of one."""

import fcntl
import gzip
import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import unquote

import brotli
from django.conf import settings

STRIPES = 16
# Brotli 5 is as quick as gzip 6 and smaller; 11 takes 176 ms per 100 kB (research: stack, 2).
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
TWINS = (".br", ".gz")


def pages_folder() -> Path:
    return Path(settings.BROADSHEET_PUBLIC_FOLDER) / "pages"


def file_of(address: str) -> Path:
    """The file of an address: `/a/b/` is `a/b/index.html`, `/feed.xml` is `feed.xml`.

    Raises ValueError for an address that would leave the folder.
    """
    parts = [part for part in unquote(address).split("/") if part]
    if any(part in {".", ".."} or "\x00" in part or "\\" in part for part in parts):
        raise ValueError(address)
    path = pages_folder().joinpath(*parts)
    return path / "index.html" if address.endswith("/") else path


def write_page(address: str, content: bytes) -> None:
    """Put a page and its compressed twins in place, each in one step.

    The plain file goes last: the front looks at its date, and then takes the twins for as new.
    """
    path = file_of(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(twin(path, ".gz"), gzip.compress(content, GZIP_LEVEL, mtime=0))
    replace(twin(path, ".br"), brotli.compress(content, quality=BROTLI_QUALITY))
    replace(path, content)


def replace(path: Path, content: bytes) -> None:
    """Put a file in place in one step; on a full disk the old one stays and no rest is left."""
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), 0o644)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def drop_page(address: str) -> None:
    """Delete the file of an address, or with a `*` at its end all files below it."""
    if address.endswith("*"):
        below = file_of(address.removesuffix("*")).parent
        paths = [path for path in below.rglob("*") if path.is_file() and path.suffix not in TWINS]
    else:
        paths = [file_of(address)]
    for path in paths:
        # The plain file goes first: without it a twin is served to nobody.
        for each in (path, *(twin(path, suffix) for suffix in TWINS)):
            each.unlink(missing_ok=True)


def twin(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def existing_addresses() -> Iterator[str]:
    """The address of every page that lies in the folder."""
    folder = pages_folder()
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in TWINS and not path.name.startswith("."):
            address = "/" + path.relative_to(folder).as_posix()
            yield address.removesuffix("index.html") if path.name == "index.html" else address


@contextmanager
def locked(address: str) -> Iterator[None]:
    """Let one process at a time make or delete the file of an address.

    Whoever makes a page reads the database after the lock is theirs, and whoever finds it stale
    waits for the lock, so an old page is never written over a newer one. A `*` waits for all.
    """
    folder = Path(settings.BROADSHEET_RUN_FOLDER) / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        for stripe in stripes_of(address):
            file = stack.enter_context((folder / f"pages-{stripe}").open("w"))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def stripes_of(address: str) -> range:
    if address.endswith("*"):
        return range(STRIPES)
    stripe = hashlib.blake2s(address.encode(), digest_size=1).digest()[0] % STRIPES
    return range(stripe, stripe + 1)
