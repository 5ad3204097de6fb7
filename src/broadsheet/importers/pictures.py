"""The files of an old site's pictures, in a folder that somebody copied from it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

IN_UPLOADS = re.compile(r"/uploads/(.+)$")
# Where the folder of the old site is not told by a name: year/month/name at the end.
BY_DATE = re.compile(r"(?:^|/)(\d{4}/\d{2}/[^/]+)$")
NETWORK_SITE = re.compile(r"^sites/\d+/")
SIZE = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w+$)")
ENDING = re.compile(r"(?=\.\w+$)")


class Uploads:
    """The folder, or none. Nothing outside of it is ever found, also not through a link in it."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = narrowed(folder) if folder else None
        self.find = lru_cache(maxsize=4096)(self.look_for)

    def look_for(self, address: str) -> Path | None:
        """The file of the picture that had this address, the largest that is there."""
        if self.folder is None:
            return None
        for name in names_of(address):
            found = (self.folder / name).resolve()
            if found.is_relative_to(self.folder) and found.is_file():
                return found
        return None

    def name_of(self, file: Path) -> str:
        """What a file that was found is called below the folder."""
        assert self.folder is not None
        return file.relative_to(self.folder).as_posix()


def narrowed(folder: Path) -> Path:
    """The uploads themselves, also when somebody gives the folder above them."""
    for below in ("wp-content/uploads", "uploads"):
        if (folder / below).is_dir():
            return (folder / below).resolve()
    return folder.resolve()


def names_of(address: str) -> Iterator[str]:
    """The names a picture may have below the folder: the whole one before those made smaller."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return
    if "\x00" in path:
        return
    match = IN_UPLOADS.search(path) or BY_DATE.search(path)
    if not match:
        return
    full = match.group(1)
    for name in dict.fromkeys((full, NETWORK_SITE.sub("", full))):
        whole = SIZE.sub("", name)
        yield whole
        yield ENDING.sub("-scaled", whole)
        yield name


def is_on_site(address: str) -> bool:
    return any(True for _ in names_of(address))
