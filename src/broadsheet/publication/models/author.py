from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.admin.widgets.slug import SlugInput
from wagtail.search import index


class Author(index.Indexed, models.Model):
    """One row is one person or office whose name stands above articles, staff or guest."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    role = models.CharField(max_length=120, blank=True, help_text="For example: Harbour reporter")
    bio = models.TextField(blank=True)
    portrait = models.ForeignKey(
        "broadsheet_publication.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    source_key = models.CharField(max_length=200, unique=True, null=True, editable=False)

    panels = [
        TitleFieldPanel("name", placeholder="Name"),
        FieldPanel("slug", widget=SlugInput),
        FieldPanel("role"),
        FieldPanel("bio"),
        FieldPanel("portrait"),
    ]
    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("publication:author", args=[self.slug])
