"""What an export holds, noted in a first pass: its rows refer to each other in any order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from broadsheet.importers.markup import Element
from broadsheet.importers.records import Kind, PictureUse
from broadsheet.importers.wordpress.export import Export
from broadsheet.importers.wordpress.rows import (
    NOBODY,
    comment_row,
    fields_of,
    kind_of,
    meta_of,
    row_of,
    shown_name,
    title_of,
)
from broadsheet.importers.wordpress.sections import Categories, Category, primary_category

PICTURE_NAME = re.compile(r"\.(?:avif|gif|heic|jpe?g|png|webp|bmp|tiff?)$", re.IGNORECASE)
NEVER_TAKEN = {"trash": "in the trash", "auto-draft": "a draft that nobody began"}


@dataclass(frozen=True)
class Attachment:
    address: str
    title: str
    alt: str
    caption: str
    post: str

    @property
    def is_picture(self) -> bool:
        return bool(PICTURE_NAME.search(urlsplit(self.address).path))

    @property
    def use(self) -> PictureUse:
        return PictureUse(self.address, self.alt, self.caption)


@dataclass
class Inventory:
    """`rows` are the lines of the report; `used` are the slugs of terms that an article has, as
    "category:slug" and "tag:slug". With `pages`, WordPress' pages count as articles."""

    export: Export
    pages: bool
    rows: Counter[str] = field(default_factory=Counter)
    items: int = 0
    comments: int = 0
    addresses: dict[str, str] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    users: dict[str, str] = field(default_factory=dict)
    staff: set[str] = field(default_factory=set)
    categories: Categories = field(default_factory=Categories)
    tags: dict[str, str] = field(default_factory=dict)
    terms: list[tuple[str, str]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    attachments: dict[str, Attachment] = field(default_factory=dict)

    def note(self, element: Element) -> None:
        name = str(element.tag).rpartition("}")[2]
        if name == "item":
            self.note_item(element)
        elif name in {"link", "base_site_url", "base_blog_url"}:
            self.addresses[name] = (element.text or "").strip()
        else:
            note = {
                "author": self.note_author,
                "category": self.note_category,
                "tag": self.note_tag,
                "term": self.note_term,
            }
            note[name](fields_of(element))

    def note_author(self, author: dict[str, str]) -> None:
        login = author.get("author_login", "")
        self.authors[login] = shown_name(author.get("author_display_name", "") or login) or NOBODY
        if number := author.get("author_id"):
            self.users[number] = self.authors[login]
            self.staff.add(number)

    def note_category(self, category: dict[str, str]) -> None:
        number = category.get("term_id", "")
        self.categories.add(
            Category(
                category.get("category_nicename", ""),
                title_of(category.get("cat_name", "")),
                category.get("category_parent", ""),
                int(number) if number.isdigit() else len(self.categories.by_slug),
            )
        )

    def note_tag(self, tag: dict[str, str]) -> None:
        self.tags.setdefault(tag.get("tag_slug", ""), title_of(tag.get("tag_name", "")))

    def note_term(self, term: dict[str, str]) -> None:
        self.terms.append((term.get("term_taxonomy", ""), term.get("term_name", "")))

    def note_item(self, item: Element) -> None:
        fields = fields_of(item)
        row = row_of(fields.get("post_type", ""))
        self.items += 1
        self.rows[row] += 1
        self.addresses.setdefault("first item", fields.get("link", ""))
        if row == "attachments":
            self.note_attachment(item, fields)
        elif self.is_article(fields):
            self.note_article(item, fields)
        for comment in item.iterchildren(self.export.tag("comment")):
            self.note_comment(comment)

    def note_attachment(self, item: Element, fields: dict[str, str]) -> None:
        meta = meta_of(item, self.export.tag(""), "postmeta")
        self.attachments[fields.get("post_id", "")] = Attachment(
            fields.get("attachment_url", "") or fields.get("guid", ""),
            title_of(fields.get("title", "")),
            title_of(meta.get("_wp_attachment_image_alt", "")),
            title_of(fields.get("excerpt", "")),
            fields.get("post_parent", ""),
        )

    def is_article(self, fields: dict[str, str]) -> bool:
        row = row_of(fields.get("post_type", ""))
        wanted = row == "posts" or (row == "pages" and self.pages)
        return wanted and fields.get("status") not in NEVER_TAKEN

    def note_article(self, item: Element, fields: dict[str, str]) -> None:
        if login := fields.get("creator"):
            self.authors.setdefault(login, shown_name(login) or NOBODY)
        categories, tags = (
            dict(labels_on(item, "category")),
            dict(labels_on(item, "post_tag", "tag")),
        )
        for slug, title in categories.items():
            self.categories.add(Category(slug, title))
        for slug, title in tags.items():
            self.tags.setdefault(slug, title)
        self.used |= {f"category:{slug}" for slug in categories} | {f"tag:{slug}" for slug in tags}
        if row_of(fields["post_type"]) == "posts" and is_public(fields):
            meta = meta_of(item, self.export.tag(""), "postmeta")
            primary = primary_category(meta, self.categories)
            self.categories.note_post(list(categories), primary)

    def note_comment(self, comment: Element) -> None:
        self.comments += 1
        self.rows[comment_row(self.kind_of_comment(comment))] += 1
        user = comment.findtext(self.export.tag("comment_user_id"))
        if user and user != "0":
            name = comment.findtext(self.export.tag("comment_author")) or ""
            self.users.setdefault(user.strip(), shown_name(name))

    def kind_of_comment(self, comment: Element) -> Kind:
        names = ("comment_type", "comment_approved")
        return kind_of(*(comment.findtext(self.export.tag(name)) or "" for name in names))

    @property
    def site(self) -> str:
        """Host and folder of the old site: the same for http and https, with and without www."""
        for name in ("base_blog_url", "base_site_url", "link"):
            parts = urlsplit(self.addresses.get(name, ""))
            if parts.netloc:
                host = parts.netloc.lower().removeprefix("www.")
                return (host + parts.path.rstrip("/"))[:100]
        first = urlsplit(self.addresses.get("first item", "")).netloc
        return first.lower().removeprefix("www.")[:100] or "unknown"

    @cached_property
    def pictures_of_post(self) -> dict[str, list[PictureUse]]:
        posts: dict[str, list[PictureUse]] = defaultdict(list)
        for attachment in self.attachments.values():
            if attachment.is_picture:
                posts[attachment.post].append(attachment.use)
        return posts


def is_public(fields: dict[str, str]) -> bool:
    return fields.get("status") == "publish" and not fields.get("post_password")


def labels_on(item: Element, *domains: str) -> Iterator[tuple[str, str]]:
    """Slug and title of an item's categories, or of its tags; some are named nowhere else."""
    for term in item.iterchildren("category"):
        slug = term.get("nicename") or ""
        if slug and term.get("domain") in domains:
            yield slug, title_of(term.text or "") or slug
