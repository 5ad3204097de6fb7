"""An export of WordPress as an archive: what it holds, and its rows as records."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from broadsheet.importers.errors import CannotImport
from broadsheet.importers.markup import Element
from broadsheet.importers.records import (
    AuthorRecord,
    Contents,
    Kind,
    LabelRecord,
    LeftOut,
    PictureRecord,
    Record,
    SectionRecord,
    Source,
)
from broadsheet.importers.wordpress.articles import Articles, published_at
from broadsheet.importers.wordpress.comments import Comments
from broadsheet.importers.wordpress.export import open_export
from broadsheet.importers.wordpress.inventory import NEVER_TAKEN, Inventory
from broadsheet.importers.wordpress.rows import author_key, comment_row, fields_of, row_of
from broadsheet.importers.wordpress.sections import DEFAULTS

NO_PLACE = {
    "menu entries": "the sections are the menu here",
    "revisions": "earlier versions stay behind",
    "items without a type": "broken off, or from no full export",
}


class WordPressArchive:
    """One export file. `contents` is read before `records`: rows refer to each other.

    `pages` takes WordPress' pages along; `sections` is how many categories become one at most;
    `progress` is told how many bytes of the file were read, in each pass anew.
    """

    def __init__(
        self,
        path: Path,
        *,
        pages: bool = False,
        sections: int = 10,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        self.export = open_export(path)
        self.pages = pages
        self.most_sections = sections
        self.progress = progress
        self.notes: Counter[str] = Counter()

    def contents(self) -> Contents:
        warnings: list[str] = []
        try:
            self.inventory = self.read_through()
        except etree.XMLSyntaxError as error:
            self.export = replace(self.export, complaint=error.msg)
            self.inventory = self.read_leniently()
            warnings = list(self.complaints())
        self.source = Source("wordpress", self.inventory.site)
        chosen = self.inventory.categories.largest(self.most_sections)
        self.articles = Articles(self.source, self.inventory, chosen, self.notes)
        self.comments = Comments(self.source, self.inventory)
        authors = [
            AuthorRecord(author_key(self.source, login), name)
            for login, name in self.inventory.authors.items()
        ]
        labels = list(self.labels())
        return Contents(
            self.source, self.rows(authors, labels), authors, labels, self.path_of_feed(), warnings
        )

    def read_through(self) -> Inventory:
        inventory = Inventory(self.export, self.pages)
        for element in self.export.elements(self.progress):
            inventory.note(element)
        return inventory

    def read_leniently(self) -> Inventory:
        try:
            return self.read_through()
        except etree.XMLSyntaxError as error:
            raise CannotImport(f"{self.export.path} cannot be read: {error.msg}") from error

    def complaints(self) -> Iterator[str]:
        yield (
            f"The file is not well-formed ({self.export.complaint}). It was read as far as it "
            "goes; please compare the numbers with those of the old site."
        )
        for name, number in (
            (b"item", self.inventory.items),
            (b"wp:comment", self.inventory.comments),
        ):
            begun = self.export.beginnings(name)
            if begun != number:
                yield f"<{name.decode()}> begins {begun:,} times; {number:,} of them could be read."

    def labels(self) -> Iterator[LabelRecord]:
        for slug, category in self.inventory.categories.by_slug.items():
            if slug in DEFAULTS:
                yield LabelRecord("categories", category.title, section=SectionRecord())
            elif slug in self.articles.chosen:
                section = self.articles.section(slug)
                yield LabelRecord("categories", category.title, section=section)
            else:
                yield self.tag_label("categories", f"category:{slug}", category.title)
        for slug, title in self.inventory.tags.items():
            yield self.tag_label("tags", f"tag:{slug}", title)
        for taxonomy, title in self.inventory.terms:
            yield LabelRecord("other terms", title, reason=why_no_term(taxonomy))

    def tag_label(self, row: str, name: str, title: str) -> LabelRecord:
        if name in self.inventory.used and title:
            return LabelRecord(row, title, is_tag=True)
        return LabelRecord(row, title, reason="on no article that is taken over")

    def rows(self, authors: list[AuthorRecord], labels: list[LabelRecord]) -> Counter[str]:
        """The lines of the report, in its order. Raises CannotImport when a row was missed."""
        counted = self.inventory.rows
        comments = sum(number for row, number in counted.items() if row.startswith("comments"))
        if (counted.total() - comments, comments) != (
            self.inventory.items,
            self.inventory.comments,
        ):
            raise CannotImport("Some rows of the file were not counted. Nothing was written.")
        rows = Counter({"authors": len(authors)})
        rows.update(label.row for label in labels)
        rows.update({row: counted[row] for row in sorted(counted, key=rank)})
        return rows

    def path_of_feed(self) -> str:
        _, _, folder = self.source.site.partition("/")
        return f"/{folder}/feed/" if folder else "/feed/"

    def records(self) -> Iterator[Record]:
        """The pictures come first: articles show them."""
        for number in self.inventory.attachments:
            yield self.picture(number)
        seen: set[str] = set()
        for item in self.items():
            fields = fields_of(item)
            left_out = self.why_not(fields, seen)
            if left_out is None and self.inventory.is_article(fields):
                yield self.article(item, fields)
                continue
            if left_out:
                yield left_out
            for comment in self.comments_of(item):
                kind = self.inventory.kind_of_comment(comment)
                yield LeftOut(comment_row(kind), "on something that is not taken over")

    def voices(self) -> Iterator[tuple[str, str]]:
        for item in self.items():
            for comment in self.comments_of(item):
                if voice := self.comments.voice(comment):
                    yield voice

    def items(self) -> Iterator[Element]:
        return (each for each in self.export.elements(self.progress) if each.tag == "item")

    def comments_of(self, item: Element) -> Iterator[Element]:
        return item.iterchildren(self.export.tag("comment"))

    def why_not(self, fields: dict[str, str], seen: set[str]) -> LeftOut | None:
        """Why an item is left out; None for articles, and for attachments, which were handled."""
        row, status = row_of(fields.get("post_type", "")), fields.get("status", "")
        number = fields.get("post_id", "")
        if row in NO_PLACE or row not in {"posts", "pages", "attachments"}:
            return LeftOut(row, NO_PLACE.get(row, "nothing that has a place here"))
        if number in seen:
            return LeftOut(row, "in the file twice")
        seen.add(number)
        if row == "attachments":
            return None
        if not number:
            return LeftOut(row, "without a number: the file breaks off here")
        if row == "pages" and not self.pages:
            return LeftOut(row, "no article; --pages takes them along")
        if status in NEVER_TAKEN:
            return LeftOut(row, NEVER_TAKEN[status], self.source.key("post", number))
        return None

    def article(self, item: Element, fields: dict[str, str]) -> Record:
        published = published_at(fields)
        comments = [self.comments.record(each, published) for each in self.comments_of(item)]
        return self.articles.record(item, fields, comments)

    def picture(self, number: str) -> Record:
        attachment = self.inventory.attachments[number]
        if not attachment.is_picture:
            return LeftOut("attachments", "no picture")
        return PictureRecord("attachments", attachment.title, attachment.use)


def why_no_term(taxonomy: str) -> str:
    if taxonomy in {"category", "post_tag"}:
        return "named above already"
    if taxonomy == "nav_menu":
        return "the sections are the menu here"
    return f"{taxonomy}: nothing that has a place here"


def rank(row: str) -> int:
    """Where a line stands in the report."""
    order = ("posts", "pages", "attachments", "menu entries")
    if row.startswith("comments"):
        return 100 + list(Kind).index(Kind(row.removeprefix("comments, ")))
    return order.index(row) if row in order else 50
