"""Panels of our own in the page editor."""

from typing import Any

from django.forms import Media
from django.urls import reverse
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static


class BeforePublishingPanel(Panel):
    """A box that lists what to look at once more. Its script fills it, also while nothing is saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "broadsheet/publication/before_publishing_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"address": reverse("before_publishing")}

        @property
        def media(self) -> Media:
            return Media(js=[versioned_static("broadsheet/publication/before-publishing.js")])
