from collections.abc import Mapping
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from broadsheet.publication.models.base import BasePage
from broadsheet.publication.queries import archive_page, articles_below, fill_front, newest_page


class FrontPage(BasePage):
    """One row is one paper: its title is the paper's name."""

    motto = models.CharField(max_length=120, blank=True)
    about = models.TextField(
        blank=True, help_text="One paragraph, printed at the foot of each page."
    )

    content_panels = [
        TitleFieldPanel("title", heading="Name of the paper", placeholder="Name of the paper"),
        FieldPanel("motto"),
        FieldPanel("about"),
    ]
    template = "broadsheet/publication/front.html"
    parent_page_types = ["broadsheet_publication.BasePage"]
    subpage_types = ["broadsheet_publication.SectionPage"]

    class Meta:
        verbose_name = "front page"

    @property
    def summary(self) -> str:
        return self.description or self.about or self.motto

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Mapping[str, Any]:
        articles, sections = fill_front(self)
        return super().get_context(request, *args, **kwargs) | {
            "articles": articles,
            "section_blocks": sections,
        }


class SectionPage(RoutablePageMixin, BasePage):
    """One row is one section of the paper; its articles are its children."""

    deck = models.CharField(max_length=200, blank=True)

    content_panels = [
        TitleFieldPanel("title", heading="Name of the section", placeholder="Name of the section"),
        FieldPanel("deck"),
    ]
    template = "broadsheet/publication/section.html"
    parent_page_types = ["broadsheet_publication.FrontPage"]
    subpage_types = ["broadsheet_publication.ArticlePage"]

    class Meta:
        verbose_name = "section"

    @property
    def summary(self) -> str:
        return self.description or self.deck

    @path("")
    def newest(self, request: HttpRequest) -> HttpResponse:
        archive = newest_page(articles_below(self))
        return self.render(request, context_overrides={"archive": archive})

    @path("archive/<int:number>/")
    def archive(self, request: HttpRequest, number: int) -> HttpResponse:
        try:
            archive = archive_page(articles_below(self), number)
        except LookupError as missing:
            raise Http404("No such page") from missing
        return self.render(request, context_overrides={"archive": archive, "number": number})
