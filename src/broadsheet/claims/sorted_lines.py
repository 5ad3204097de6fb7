"""A large file of sorted lines, searched where it lies. No Django."""

import mmap
from collections.abc import Iterator
from pathlib import Path


class SortedLines:
    """A file of lines in the order of their bytes, each searched for by how it begins."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self.content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def has(self, beginning: str) -> bool:
        wanted = beginning.encode()
        at = self.position(wanted)
        return self.content[at : at + len(wanted)] == wanted

    def find(self, beginning: str) -> str:
        """The first line that begins so, or nothing."""
        wanted = beginning.encode()
        at = self.position(wanted)
        if self.content[at : at + len(wanted)] != wanted:
            return ""
        return self.content[at : self.content.find(b"\n", at)].decode()

    def lines_from(self, beginning: bytes) -> Iterator[str]:
        at = self.position(beginning)
        while at < len(self.content):
            end = self.content.find(b"\n", at)
            yield self.content[at:end].decode()
            at = end + 1

    def position(self, wanted: bytes) -> int:
        """Where the first line starts that is not smaller than `wanted`."""
        content = self.content
        low, high = 0, len(content)
        while low < high:
            middle = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = content.find(b"\n", middle)
            if content[middle:end] < wanted:
                low = end + 1
            else:
                high = middle
        return low
