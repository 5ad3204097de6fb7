"""Addresses that have moved for good, from the file that delivery writes."""

import json
import os
from pathlib import Path
from urllib.parse import quote, unquote


class Redirects:
    """`redirects.json`, read again whenever it was replaced."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.mark = (0, 0)
        self.targets: dict[str, str] = {}

    def target(self, path: bytes, query: bytes = b"") -> bytes | None:
        """Where a raw request path, or path and query, leads to now: ready for a Location header.

        Paths are spelled as Wagtail's `Redirect.normalise_path` spells them.
        """
        self.read_again()
        if not self.targets:
            return None
        asked = path.decode("latin-1").rstrip("/") or "/"
        if query:
            asked += "?" + "&".join(sorted(query.decode("latin-1").split("&")))
        found = self.targets.get(asked) or self.targets.get(unquote(asked))
        # Quoted again: a line break in a target must not begin another header.
        return quote(found, safe="/:?#[]@!$&'()*+,;=%~").encode() if found else None

    def read_again(self) -> None:
        try:
            found = os.stat(self.file)  # noqa: PTH116 - on the way of every miss
        except OSError:
            self.mark, self.targets = (0, 0), {}
            return
        mark = (found.st_mtime_ns, found.st_ino)
        if mark != self.mark:
            self.mark, self.targets = mark, json.loads(self.file.read_bytes())
