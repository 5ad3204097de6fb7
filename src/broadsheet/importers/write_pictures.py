import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from broadsheet.importers.pictures import Uploads
from broadsheet.importers.records import Block, PictureRecord, PictureUse, Source
from broadsheet.importers.report import Outcome, Report
from broadsheet.lib.html import clean_article
from broadsheet.lib.pictures import NotAPicture
from broadsheet.lib.text import shorten
from broadsheet.publication.actions import store_picture
from broadsheet.publication.models import Picture

IN_PARAGRAPH = re.compile(r"^<p>(.*)</p>$", re.DOTALL)
LONGEST_TEXT = 255


class Stored(NamedTuple):
    """A picture that is here; `number` is 0 while a dry run only says that it would be."""

    number: int
    alt: str
    caption: str


class PictureWriter:
    """Pictures from the uploads folder, drawn anew. Nothing is fetched from anywhere."""

    def __init__(self, source: Source, uploads: Uploads, report: Report) -> None:
        self.source = source
        self.uploads = uploads
        self.report = report
        self.known: dict[Path, Stored | str] = {}
        self.new: set[Path] = set()

    def write(self, record: PictureRecord) -> None:
        """A picture of the media library, whether an article shows it or not."""
        file = self.uploads.find(record.use.address)
        if file is None:
            folder = (
                "not in the uploads folder" if self.uploads.folder else "no --uploads folder given"
            )
            self.report.leave_out(record.row, folder)
            return
        stored = self.stored(file, record.use, record.title)
        if isinstance(stored, str):
            self.report.leave_out(record.row, stored)
        else:
            outcome = Outcome.IMPORTED if file in self.new else Outcome.UNCHANGED
            self.report.count(record.row, outcome)

    def find(self, use: PictureUse) -> Stored | None:
        """The picture that a text shows; None, and counted, when there is none."""
        file = self.uploads.find(use.address)
        stored = self.stored(file, use) if file else None
        if isinstance(stored, Stored):
            return stored
        self.report.notes["pictures that are shown but not found, kept as links"] += 1
        return None

    def stored(self, file: Path, use: PictureUse, title: str = "") -> Stored | str:
        """The picture of a file, stored when it was not; or why it was refused."""
        if file not in self.known:
            key = self.source.key("upload", self.uploads.name_of(file))
            here = Picture.objects.filter(source_key=key).first()
            self.known[file] = as_stored(here) if here else self.store(file, key, use, title)
        return self.known[file]

    def store(self, file: Path, key: str, use: PictureUse, title: str) -> Stored | str:
        if file.stat().st_size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
            return "too large a file"
        self.new.add(file)
        if self.report.dry_run:
            return Stored(0, use.alt, use.caption)
        try:
            picture = store_picture(
                shorten(title or file.stem, LONGEST_TEXT),
                file.read_bytes(),
                file.name,
                source_key=key,
                caption=use.caption,
                description=shorten(use.alt, LONGEST_TEXT),
            )
        except NotAPicture:
            self.new.discard(file)
            return "no picture that can be read"
        return as_stored(picture)

    def body(self, key: str, blocks: Sequence[Block]) -> list[dict[str, Any]]:
        """Blocks as a StreamField keeps them. Their ids are the same in each run."""
        raw = list(joined_links(self.raw_block(kind, value) for kind, value in blocks))
        return [
            {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, f"{key}#{position}"))}
            for position, (kind, value) in enumerate(raw)
        ]

    def raw_block(self, kind: str, value: Any) -> tuple[str, Any]:
        if isinstance(value, PictureUse):
            return self.raw_picture(value)
        if isinstance(value, tuple):
            return kind, {"text": value[0], "attribution": value[1]}
        return kind, value

    def raw_picture(self, use: PictureUse) -> tuple[str, Any]:
        stored = self.find(use)
        if stored is None:
            return "missing", missing(use)
        alt = use.alt or stored.alt
        image = {"image": stored.number, "decorative": not alt, "alt_text": alt}
        return "picture", {"image": image, "caption": use.caption or stored.caption}


def as_stored(picture: Picture) -> Stored:
    return Stored(picture.pk, picture.description, picture.caption)


def missing(use: PictureUse) -> str:
    """What stands for a picture that is not here: its words, and where it was."""
    name = use.address.partition("?")[0].rpartition("/")[2]
    words = escape(shorten(use.caption or use.alt or name, 200))
    return clean_article(f'<p><a href="{escape(use.address)}">Picture: {words}</a></p>')


def joined_links(blocks: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """A row of pictures that are missing, such as a gallery, is one list of links."""
    links: list[str] = []
    for kind, value in blocks:
        if kind == "missing":
            links.append(value)
            continue
        yield from one_block(links)
        links = []
        yield kind, value
    yield from one_block(links)


def one_block(links: Sequence[str]) -> Iterator[tuple[str, Any]]:
    if len(links) == 1:
        yield "paragraph", links[0]
    elif links:
        entries = (IN_PARAGRAPH.sub(r"<li>\1</li>", link) for link in links)
        yield "list", f"<ul>{''.join(entries)}</ul>"
