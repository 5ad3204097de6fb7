"""WordPress' export file (WXR): XML, read piece by piece, so that its size does not matter."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from lxml import etree

from broadsheet.importers.errors import CannotImport
from broadsheet.importers.markup import Element

PROLOG = 64 * 1024  # bytes in which the first element must begin
BEFORE_ROOT = re.compile(rb"<\?.*?\?>|<!--.*?-->|\s+", re.DOTALL)
VERSION = re.compile(r"^https?://wordpress\.org/export/[\d.]+/$")
FORBIDDEN = bytes({*range(32)} - {*b"\t\n\r"})
PACKED = {b"\x1f\x8b": "gunzip", b"PK\x03\x04": "unzip"}
CHANNEL_PARTS = ("author", "category", "tag", "term", "base_site_url", "base_blog_url")


@dataclass(frozen=True)
class Export:
    """A file that begins as an export does. `namespace` carries the version of the format. When the
    file is not well-formed, `complaint` is what the parser said, and it is read as far as it goes.
    """

    path: Path
    namespace: str = ""
    complaint: str = ""

    def tag(self, name: str) -> str:
        return f"{{{self.namespace}}}{name}"

    def elements(self, progress: Callable[[int], None] | None = None) -> Iterator[Element]:
        """The parts of the channel, each forgotten when the next is asked for. `progress` is told
        how many bytes were read. Raises XMLSyntaxError, as a rule not when there is a complaint."""
        wanted = ["item", "link", *(self.tag(name) for name in CHANNEL_PARTS)]
        with self.path.open("rb") as file:
            file.seek(first_byte(file))
            for _, element in parsed(file, ("end",), lenient=bool(self.complaint), tag=wanted):
                parent = element.getparent()
                if element.tag != "link" or (parent is not None and parent.tag == "channel"):
                    yield element
                    forget(element)
                    if progress:
                        progress(file.tell())

    def beginnings(self, name: bytes) -> int:
        """How often an element begins, counted in the bytes: what a broken file should have held."""
        count, rest, mark = 0, b"", re.compile(rb"<" + name + rb"[\s>]")
        with self.path.open("rb") as file:
            while piece := file.read(1 << 20):
                count += len(mark.findall(rest + piece))
                rest = (rest + piece)[-len(name) - 1 :]
        return count


def open_export(path: Path) -> Export:
    """Raises CannotImport for what is missing, empty, packed, no XML, or no export."""
    if not path.is_file():
        raise CannotImport(f"There is no file {path}.")
    with path.open("rb") as file:
        file.seek(first_byte(file))
        beginning = file.read(PROLOG)
    check_beginning(path, beginning)
    return Export(path, namespace_of(path))


def first_byte(file: IO[bytes]) -> int:
    """Where the XML begins: some servers print blank lines or a complaint of their own before it."""
    beginning = file.read(PROLOG)
    file.seek(0)
    return max(0, beginning.find(b"<?xml") if b"<?xml" in beginning else beginning.find(b"<"))


def check_beginning(path: Path, beginning: bytes) -> None:
    if not beginning.strip():
        raise CannotImport(f"{path} is empty.")
    for mark, tool in PACKED.items():
        if beginning.startswith(mark):
            raise CannotImport(f"{path} is compressed. Unpack it first: {tool} {path.name}")
    if b"\x00" in beginning or b"<" not in beginning:
        raise CannotImport(f"{path} is not an XML file. In WordPress: Tools, Export, All content.")
    root = without_remarks(beginning)
    if re.match(rb"<!(DOCTYPE|ENTITY)", root, re.IGNORECASE):
        # A file that declares entities can read our files and fill our memory; no export does.
        raise CannotImport(
            f"{path} declares a document type. No export of WordPress does: refused."
        )
    if not re.match(rb"<rss[\s>]", root):
        raise CannotImport(f"{path} is not an export of WordPress: it does not begin with <rss>.")


def without_remarks(beginning: bytes) -> bytes:
    while match := BEFORE_ROOT.match(beginning):
        beginning = beginning[match.end() :]
    return beginning


def namespace_of(path: Path) -> str:
    """The namespace of WordPress' own elements, which tells an export from a feed."""
    with path.open("rb") as file:
        file.seek(first_byte(file))
        root = next(root_of(file), None)
        namespaces = root.nsmap.values() if root is not None else ()
        for namespace in namespaces:
            if VERSION.match(namespace):
                return namespace
    raise CannotImport(
        f"{path} is RSS, but not an export of WordPress. In WordPress: Tools, Export, All content."
    )


def root_of(file: IO[bytes]) -> Iterator[Element]:
    """The first element, unless the file declares what no export declares."""
    with suppress(etree.XMLSyntaxError):
        for _, root in parsed(file, ("start",), lenient=True, huge_tree=False):
            if not root.getroottree().docinfo.doctype:  # type: ignore[attr-defined]
                yield root
            return


def parsed(
    file: IO[bytes],
    events: tuple[str, ...],
    *,
    lenient: bool,
    huge_tree: bool = True,
    tag: list[str] | None = None,
) -> Iterator[tuple[str, Element]]:
    """Nothing is fetched, no entity is put in; a text may be as long as it likes."""
    return etree.iterparse(
        Printable(file),
        events,
        tag=tag,
        recover=lenient,
        huge_tree=huge_tree,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


class Printable:
    """A file without the bytes that XML forbids. People paste them, WordPress exports them, and a
    parser would lose all that follows in the same text."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        while piece := self.file.read(size):
            if printable := piece.translate(None, FORBIDDEN):
                return printable
        return b""


def forget(element: Element) -> None:
    parent = element.getparent()
    element.clear()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
