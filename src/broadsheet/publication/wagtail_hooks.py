from typing import Any

from django.urls import include, path
from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.claims.entry import urls as entry_urls
from broadsheet.claims.entry.draftail import register_claim_feature
from broadsheet.publication import editor_views
from broadsheet.publication.claim_marks import ClaimLinkHandler
from broadsheet.publication.models import Author
from broadsheet.publication.written import written_article


class AuthorViewSet(SnippetViewSet):
    """Those whose names stand above articles, in the menu below the pages."""

    model = Author
    icon = "user"
    menu_label = "Authors"
    menu_name = "authors"
    menu_order = 150
    add_to_admin_menu = True
    list_display = ["name", "role"]
    search_fields = ["name", "role"]


register_snippet(AuthorViewSet)


@hooks.register("register_rich_text_features")
def register_claim_marks(features: FeatureRegistry) -> None:
    features.register_link_type(ClaimLinkHandler)
    register_claim_feature(features)


@hooks.register("register_admin_urls")
def addresses_of_the_editor() -> list[Any]:
    return [
        path("claims/entry/", include(entry_urls), {"look_up": written_article}),
        path("before-publishing/", editor_views.before_publishing, name="before_publishing"),
    ]
