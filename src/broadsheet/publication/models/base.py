from django.db import models
from wagtail.models import AbstractPage


class BasePage(AbstractPage):
    """One row is one page of the site, of whatever kind: what every page of ours has.

    It takes the place of Wagtail's own page model, which is possible only from the first
    migration on (docs/decisions/0002-own-base-page.md).
    """

    description = models.TextField(
        blank=True,
        max_length=300,
        help_text="One or two sentences for search engines and link previews; else the deck is used.",
    )

    promote_panels = [*AbstractPage.promote_panels, "description"]
