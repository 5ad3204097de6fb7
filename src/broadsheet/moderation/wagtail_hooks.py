from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.moderation.models import Word


class WordViewSet(SnippetViewSet):
    """The list of words, in the menu below the desk."""

    model = Word
    icon = "list-ul"
    menu_label = "Listed words"
    menu_name = "words"
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["text", "effect"]
    search_fields = ["text"]
    list_filter = ["effect"]
    panels = [FieldPanel("text"), FieldPanel("effect")]


register_snippet(WordViewSet)
