import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import PageLogEntry

from broadsheet.importers.records import ArticleRecord, LeftOut
from broadsheet.importers.report import Outcome, Report
from broadsheet.importers.write_authors import AuthorWriter
from broadsheet.importers.write_labels import LabelWriter
from broadsheet.importers.write_pictures import PictureWriter
from broadsheet.importers.write_redirects import RedirectWriter
from broadsheet.outbox.actions import announce
from broadsheet.publication.actions import thread_for
from broadsheet.publication.addresses import address_of
from broadsheet.publication.models import ArticlePage, Byline, SectionPage, TaggedArticle

TAKEN = frozenset(("archive", "feed"))  # parts of a section's own addresses


@dataclass(frozen=True)
class Wanted:
    """What an article is like there, or here: the same means that there is nothing to do."""

    title: str
    deck: str
    body: list[dict[str, Any]]
    lead_picture_id: int | None
    lead_caption: str
    comments_open: bool
    first_published_at: datetime | None
    last_published_at: datetime | None
    live: bool
    authors: list[str | None]
    tags: list[str]


class ArticleWriter:
    """Articles, each with its thread in one transaction."""

    def __init__(
        self,
        authors: AuthorWriter,
        labels: LabelWriter,
        pictures: PictureWriter,
        redirects: RedirectWriter,
    ) -> None:
        self.authors = authors
        self.labels = labels
        self.pictures = pictures
        self.redirects = redirects
        self.report: Report = labels.report

    def write(self, record: ArticleRecord) -> ArticlePage | None:
        """The article as it now is here; None in a dry run that would have made it."""
        wanted = self.wanted(record)
        article = ArticlePage.objects.filter(source_key=record.key).first()
        if article is None:
            return self.make(record, wanted)
        if present(article) == wanted:
            self.report.count(record.row, Outcome.UNCHANGED)
        elif was_worked_on(article):
            self.report.count(record.row, Outcome.KEPT)
        else:
            self.report.count(record.row, Outcome.UPDATED)
            if not self.report.dry_run:
                self.update(article, wanted)
        if article.live:
            self.redirects.add(record.old_address, article, address_of(article))
        return article

    def wanted(self, record: ArticleRecord) -> Wanted:
        body = self.pictures.body(record.key, record.body)
        lead = self.pictures.find(record.lead_picture) if record.lead_picture else None
        caption = ""
        if lead and body and shows(body[0], lead.number):
            # Many began an article with the picture that the theme printed above it as well.
            caption = body[0]["value"]["caption"]
            body = body[1:]
        return Wanted(
            title=record.title,
            deck=record.deck,
            body=body,
            lead_picture_id=lead.number if lead else None,
            lead_caption=caption if lead and caption != lead.caption else "",
            comments_open=record.comments_open,
            first_published_at=record.published_at,
            # An article that never was public here has none: see was_published.
            last_published_at=record.changed_at if record.is_public else None,
            live=record.is_public,
            authors=[key for key in record.authors if key in self.authors.by_key],
            tags=sorted(self.labels.tag(title).name for title in record.tags),
        )

    def make(self, record: ArticleRecord, wanted: Wanted) -> ArticlePage | None:
        section = self.labels.section(record.section)
        slug = free_slug(section, record.slug)
        self.report.count(record.row, Outcome.IMPORTED)
        article = ArticlePage(slug=slug, source_key=record.key)
        self.fill(article, wanted)
        if not self.report.dry_run:
            with transaction.atomic():
                SectionPage.objects.get(pk=section.pk).add_child(instance=article)
                keep_version(article, "wagtail.create")
        if article.live:
            self.redirects.add(record.old_address, article, f"/{section.slug}/{slug}/")
        return None if self.report.dry_run else article

    def update(self, article: ArticlePage, wanted: Wanted) -> None:
        was_live = article.live
        self.fill(article, wanted)
        with transaction.atomic():
            article.save()
            keep_version(article, "wagtail.edit")
            if was_live and not article.live:
                announce("page_unpublished", page=article.pk, address=address_of(article))

    def fill(self, article: ArticlePage, wanted: Wanted) -> None:
        for name in (
            *("title", "deck", "lead_picture_id", "lead_caption", "comments_open"),
            *("first_published_at", "last_published_at", "live"),
        ):
            setattr(article, name, getattr(wanted, name))
        article.body = json.dumps(wanted.body)  # type: ignore[assignment]
        article.has_unpublished_changes = not wanted.live
        if not self.report.dry_run:
            article.bylines = [
                Byline(author=self.authors.by_key[str(key)]) for key in wanted.authors
            ]
            article.tagged = [TaggedArticle(tag=self.labels.tag(title)) for title in wanted.tags]

    def leave_out(self, record: LeftOut) -> None:
        """Count a row that is not taken over. An article that was thrown away there since an
        earlier run brought it is withdrawn here, too."""
        article = (
            ArticlePage.objects.live().filter(source_key=record.key).first() if record.key else None
        )
        if article is None or was_worked_on(article):
            self.report.leave_out(record.row, record.reason)
            return
        self.report.count(record.row, Outcome.UPDATED)
        self.report.notes["articles withdrawn, since they are in the trash there"] += 1
        if not self.report.dry_run:
            article.unpublish()


def present(article: ArticlePage) -> Wanted:
    bylines = Byline.objects.filter(article=article).order_by("sort_order", "pk")
    tags = TaggedArticle.objects.filter(content_object=article)
    return Wanted(
        title=article.title,
        deck=article.deck,
        body=list(article.body.raw_data),
        lead_picture_id=article.lead_picture_id,
        lead_caption=article.lead_caption,
        comments_open=article.comments_open,
        first_published_at=article.first_published_at,
        last_published_at=article.last_published_at,
        live=article.live,
        authors=list(bylines.values_list("author__source_key", flat=True)),
        tags=sorted(tags.values_list("tag__name", flat=True)),
    )


def was_worked_on(article: ArticlePage) -> bool:
    """Whether somebody who was logged in has edited, published, withdrawn or moved the article:
    what an import does is logged without a user."""
    return PageLogEntry.objects.filter(page=article.pk).exclude(user=None).exists()


def keep_version(article: ArticlePage, deed: str) -> None:
    """Keep the article as a version that editors can go back to; when it is public, give it its
    thread and announce it."""
    version = article.save_revision(changed=False, clean=False, log_action=deed)
    if article.live:
        ArticlePage.objects.filter(pk=article.pk).update(live_revision=version)
        thread_for(article)
        announce("article_published", page=article.pk, address=address_of(article))


def shows(block: dict[str, Any], number: int) -> bool:
    return block["type"] == "picture" and block["value"]["image"]["image"] == number


def free_slug(section: SectionPage, wanted: str) -> str:
    """An address in the section that no other article has."""
    slug, number = wanted, 1
    while slug in TAKEN or (section.pk and section.get_children().filter(slug=slug).exists()):
        number += 1
        slug = f"{wanted}-{number}"
    return slug
