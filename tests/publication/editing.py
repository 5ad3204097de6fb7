"""What an editor sends from Wagtail's forms."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from broadsheet.publication.models import ArticlePage
from tests.cast import Person


def article_form(**fields: Any) -> dict[str, Any]:
    """The form of an article, filled in; `fields` are what is different."""
    values = {
        "title": "The pier is open",
        "slug": "pier-open",
        "deck": "",
        "kicker": "",
        "dateline": "",
        "lead_picture": "",
        "lead_caption": "",
        "body": streamfield([("paragraph", rich_text("<p>Since this morning.</p>"))]),
        "bylines": inline_formset([]),
        "comments": inline_formset([]),
        "tags": "",
        "comments_open": "on",
    }
    return nested_form_data(values | fields)


def edit(person: Person, article: ArticlePage, **fields: Any) -> HttpResponse:
    """Save an article; `action_publish="1"` to publish it."""
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    return person.client.post(address, article_form(**fields))
