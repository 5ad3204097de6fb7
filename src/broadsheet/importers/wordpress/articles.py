"""A post or page of an export as a record."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.utils import timezone
from django.utils.text import slugify

from broadsheet.importers.bodies import blocks_of
from broadsheet.importers.markup import Element
from broadsheet.importers.records import (
    ArticleRecord,
    Block,
    CommentRecord,
    PictureUse,
    SectionRecord,
    Source,
)
from broadsheet.importers.wordpress.content import html_of
from broadsheet.importers.wordpress.inventory import Inventory, is_public, labels_on
from broadsheet.importers.wordpress.rows import author_key, meta_of, row_of, time_of, title_of
from broadsheet.importers.wordpress.sections import DEFAULTS, primary_category
from broadsheet.lib.text import shorten

LONGEST_TITLE, LONGEST_DECK, LONGEST_SLUG = 255, 400, 150
PAGES = SectionRecord("pages", "Pages")


class Articles:
    """Reads posts and pages. `chosen` are the slugs of the categories that are sections."""

    def __init__(
        self, source: Source, inventory: Inventory, chosen: Sequence[str], notes: Counter[str]
    ) -> None:
        self.source = source
        self.inventory = inventory
        self.chosen = chosen
        self.notes = notes
        self.host = source.site.partition("/")[0]

    def record(
        self, item: Element, fields: dict[str, str], comments: Sequence[CommentRecord]
    ) -> ArticleRecord:
        meta = meta_of(item, self.inventory.export.tag(""), "postmeta")
        number, content = fields["post_id"], fields.get("content", "")
        title = title_of(fields.get("title", "")) or shorten(title_of(content), 80) or "Untitled"
        slug = slugify(unquote(fields.get("post_name", "")), allow_unicode=True) or slugify(title)
        published = published_at(fields)
        section, tags = self.labels(item, fields, meta)
        thumbnail = self.inventory.attachments.get(meta.get("_thumbnail_id", ""))
        return ArticleRecord(
            key=self.source.key("post", number),
            row=row_of(fields["post_type"]),
            title=shorten(title, LONGEST_TITLE),
            slug=(slug or f"article-{number}")[:LONGEST_SLUG].strip("-"),
            deck=shorten(title_of(fields.get("excerpt", "")), LONGEST_DECK),
            body=self.body(content, number),
            published_at=published,
            changed_at=max(published, time_of(fields.get("post_modified_gmt", ""), "", published)),
            is_public=self.is_public(fields),
            authors=[author_key(self.source, fields["creator"])] if fields.get("creator") else [],
            section=section,
            tags=tags,
            lead_picture=thumbnail.use if thumbnail else None,
            comments_open=fields.get("comment_status") == "open",
            old_address=fields.get("link", ""),
            comments=comments,
        )

    def is_public(self, fields: dict[str, str]) -> bool:
        if is_public(fields):
            return True
        status = fields.get("status") or "unknown"
        what = "behind a password" if fields.get("post_password") else f"with the status {status!r}"
        self.notes[f"articles {what}, kept as drafts"] += 1
        return False

    def labels(
        self, item: Element, fields: dict[str, str], meta: dict[str, str]
    ) -> tuple[SectionRecord, list[str]]:
        """The section of an article, and as tags its tags and all its other categories."""
        known = self.inventory.categories
        categories = [slug for slug, _ in labels_on(item, "category")]
        if row_of(fields["post_type"]) == "pages":
            section, top = PAGES, ""
        else:
            top = known.section_of(categories, primary_category(meta, known), self.chosen)
            section = self.section(top)
        titles = {self.inventory.tags[slug] for slug, _ in labels_on(item, "post_tag", "tag")}
        titles |= {
            known.by_slug[slug].title for slug in categories if slug not in DEFAULTS and slug != top
        }
        return section, once_each(titles)

    def section(self, slug: str) -> SectionRecord:
        """A category as a section; an empty slug is the paper's first."""
        if not slug:
            return SectionRecord()
        title = self.inventory.categories.by_slug[slug].title
        return SectionRecord(slugify(unquote(slug), allow_unicode=True) or slugify(title), title)

    def body(self, content: str, post: str) -> list[Block]:
        html = html_of(content, lambda numbers: self.gallery(numbers, post), self.notes)
        return blocks_of(html, self.notes, line_ends=True, address=self.address_here)

    def gallery(self, numbers: Sequence[str], post: str) -> Sequence[PictureUse]:
        if not numbers:
            return self.inventory.pictures_of_post[post]
        known = self.inventory.attachments
        return [known[number].use for number in numbers if number in known]

    def address_here(self, address: str) -> str:
        """A link to the old site leads to the same path of this one, where a redirect waits. Files
        of the old site stay where they are."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        if parts.netloc.lower().removeprefix("www.") != self.host or "/wp-content/" in parts.path:
            return address
        here = parts._replace(scheme="", netloc="").geturl() or "/"
        return address if here.startswith("//") else here


def once_each(titles: set[str]) -> list[str]:
    """In order, and without those that differ from another only in case."""
    by_key = {title.casefold(): title for title in sorted(titles, reverse=True) if title}
    return sorted(by_key.values())


def published_at(fields: dict[str, str]) -> datetime:
    return time_of(fields.get("post_date_gmt", ""), fields.get("post_date", ""), timezone.now())
