from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.publication.models import Author


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
