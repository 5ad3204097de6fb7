from django.conf import settings

from broadsheet.lib.text import links_in
from broadsheet.moderation.verdicts import Draft, Reason


def screen_links(draft: Draft) -> Reason | None:
    """More links than the outlet lets through unseen."""
    links = links_in(draft.text)
    limit = settings.BROADSHEET_MAX_LINKS
    if len(links) <= limit or draft.trusted:
        return None
    return Reason(
        "links",
        f"A text with more than {limit} links is read by a person first.",
        f"{len(links)} links: {', '.join(links[:5])}",
    )
