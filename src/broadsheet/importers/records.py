"""What every archive is read into: plain records of one shape, whatever system it came from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import blake2s
from typing import NamedTuple, Protocol

EPOCH = datetime.fromtimestamp(0, UTC)
LONGEST_KEY = 200  # characters of a `source_key`


class Kind(StrEnum):
    """What a comment is in the system it comes from. Only the first two are ever taken over."""

    PUBLISHED = "published"
    PENDING = "pending"
    TRASH = "in the trash"
    SPAM = "spam"
    PRIVATE = "private"
    PINGBACK = "pingbacks"
    TRACKBACK = "trackbacks"
    OTHER = "of another type"


@dataclass(frozen=True)
class Source:
    """A system and one site in it. Keys made of them name the same row in each run."""

    system: str
    site: str

    @property
    def prefix(self) -> str:
        return f"{self.system}:{self.site}:"

    def key(self, kind: str, number: str) -> str:
        key = f"{self.prefix}{kind}:{number}"
        if len(key) <= LONGEST_KEY:
            return key
        fingerprint = blake2s(number.encode(), digest_size=16).hexdigest()
        return f"{self.prefix}{kind}:{fingerprint}"


@dataclass(frozen=True)
class AuthorRecord:
    key: str
    name: str


@dataclass(frozen=True)
class SectionRecord:
    """A section to print in. An empty slug is the paper's first section."""

    slug: str = ""
    title: str = ""


@dataclass(frozen=True)
class LabelRecord:
    """A category, tag or other term, and what becomes of it: a section, a tag, or nothing, with
    the reason for that."""

    row: str
    title: str
    section: SectionRecord | None = None
    is_tag: bool = False
    reason: str = ""


@dataclass(frozen=True)
class PictureUse:
    """A picture as a text shows it. `address` is where the old site kept it."""

    address: str
    alt: str = ""
    caption: str = ""


# A block of an article's body: its type in publication/blocks.py, and its value; a quote is
# (text, attribution), a picture is not yet looked for.
Block = tuple[str, str | tuple[str, str] | PictureUse]


@dataclass(frozen=True)
class PictureRecord:
    """A picture of the media library."""

    row: str
    title: str
    use: PictureUse


class CommentRecord(NamedTuple):
    """A comment of any kind; the later fields are those of one that may be taken over.

    `number` orders comments of one moment; `person` is the same for all that one person wrote, and
    tells nothing else of them.
    """

    key: str
    number: int
    parent: str
    kind: Kind
    row: str
    name: str = ""
    is_nameless: bool = False
    person: str = ""
    by_staff: bool = False
    written_at: datetime = EPOCH
    text: str = ""
    body_html: str = ""
    edited_at: datetime | None = None
    edited_by: str = ""
    up: int = 0
    down: int = 0
    score: int = 0


@dataclass(frozen=True)
class ArticleRecord:
    """An article. One that was not public is kept as a draft, without its comments."""

    key: str
    row: str
    title: str
    slug: str
    deck: str
    body: Sequence[Block]
    published_at: datetime
    changed_at: datetime
    is_public: bool
    authors: Sequence[str]
    section: SectionRecord
    tags: Sequence[str]
    lead_picture: PictureUse | None
    comments_open: bool
    old_address: str
    comments: Sequence[CommentRecord]


@dataclass(frozen=True)
class LeftOut:
    """A row that is not taken over. An article with this `key` is withdrawn, if an earlier run
    published it."""

    row: str
    reason: str
    key: str = ""


Record = ArticleRecord | PictureRecord | LeftOut


@dataclass(frozen=True)
class Contents:
    """What an archive holds, counted before anything is written. `rows` are the lines of the
    report, each with how many such rows there are; `feed` is the path of the old feed, if any."""

    source: Source
    rows: Counter[str]
    authors: Sequence[AuthorRecord]
    labels: Sequence[LabelRecord]
    feed: str = ""
    warnings: Sequence[str] = ()


class Archive(Protocol):
    """What an importer has to offer. Each method reads the file from its beginning.

    All may raise CannotImport. `notes` counts what is worth telling beside the rows themselves.
    """

    notes: Counter[str]

    def contents(self) -> Contents: ...

    def records(self) -> Iterator[Record]: ...

    def voices(self) -> Iterator[tuple[str, str]]:
        """The key and the person of each comment that may be taken over."""
        ...
