from collections.abc import Mapping
from typing import Any

from django.db import models
from django.http import HttpRequest
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.models import Orderable
from wagtail.search import index

from broadsheet.claims.jsonld import context
from broadsheet.claims.pages import marked_claims
from broadsheet.discussion.models import Thread
from broadsheet.discussion.places import DEFAULT_SORT
from broadsheet.discussion.queries import head_page
from broadsheet.publication.blocks import BodyField
from broadsheet.publication.claim_marks import MarkedBody, marks_in, opening_words
from broadsheet.publication.models.author import Author
from broadsheet.publication.models.base import BasePage
from broadsheet.publication.panels import BeforePublishingPanel


class TaggedArticle(TaggedItemBase):
    """One row is one tag on one article."""

    content_object = ParentalKey(
        "broadsheet_publication.ArticlePage", on_delete=models.CASCADE, related_name="tagged"
    )


class Byline(Orderable):
    """One row is one author of one article, in the order in which they are printed."""

    article = ParentalKey(
        "broadsheet_publication.ArticlePage", on_delete=models.CASCADE, related_name="bylines"
    )
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="bylines")

    panels = [FieldPanel("author")]


class ArticlePage(BasePage):
    """One row is one article. Its headline is the page's title; its thread is known by `thread_key`.

    `source_key` names the row of another system it was imported from.
    """

    kicker = models.CharField(max_length=60, blank=True, help_text="A label above the headline.")
    deck = models.TextField(
        blank=True, max_length=400, help_text="One sentence below the headline."
    )
    dateline = models.CharField(max_length=80, blank=True, help_text="The place it was written.")
    lead_picture = models.ForeignKey(
        "broadsheet_publication.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    lead_caption = models.TextField(blank=True, help_text="Empty: the picture's own caption.")
    body = BodyField()
    tags = ClusterTaggableManager(through=TaggedArticle, blank=True)
    comments_open = models.BooleanField(default=True, help_text="Readers may write comments.")
    source_key = models.CharField(max_length=200, unique=True, null=True, editable=False)

    content_panels = [
        TitleFieldPanel("title", heading="Headline", placeholder="Headline"),
        FieldPanel("deck"),
        InlinePanel("bylines", heading="Bylines", label="Author"),
        FieldRowPanel([FieldPanel("dateline"), FieldPanel("kicker")]),
        MultiFieldPanel(
            [FieldPanel("lead_picture"), FieldPanel("lead_caption")], heading="Lead picture"
        ),
        FieldPanel("body"),
        BeforePublishingPanel(heading="Before publishing", icon="warning"),
        FieldPanel("tags"),
        FieldPanel("comments_open"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("deck"),
        index.SearchField("body"),
    ]
    template = "broadsheet/publication/article.html"
    parent_page_types = ["broadsheet_publication.SectionPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "article"

    @property
    def thread_key(self) -> str:
        return f"article:{self.pk}"

    @property
    def authors(self) -> list[Author]:
        return [byline.author for byline in self.bylines.select_related("author")]

    def marked_body(self) -> MarkedBody:
        """The body with the claims it states, in five queries; in none when it states none."""
        return MarkedBody(self.body, marked_claims(mark.claim for mark in marks_in(self.body)))

    @property
    def summary(self) -> str:
        return self.description or self.deck

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Mapping[str, Any]:
        thread = Thread.objects.filter(key=self.thread_key).first()
        marked_body = self.marked_body()
        return super().get_context(request, *args, **kwargs) | {
            "section": self.get_parent(),
            "marked_body": marked_body,
            "summary": self.summary or opening_words(self.body, marked_body.statuses),
            "claims_context": context(),
            "thread": thread,
            "thread_page": head_page(thread, DEFAULT_SORT) if thread else None,
        }
