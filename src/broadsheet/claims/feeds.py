from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from broadsheet.claims.jsonld import absolute, claim_address
from broadsheet.claims.models import StatusChange
from broadsheet.claims.queries import status_changes
from broadsheet.lib.text import clean_line, clean_text
from broadsheet.theme.pages import public_page

IN_FEED = 50


@public_page
def changes(request: HttpRequest) -> HttpResponse:
    """The newest changes of a status, each an entry of its own."""
    feed = Atom1Feed(
        title="Claims: changes of status",
        link=absolute(reverse("claims:list")),
        description="Each time another status follows from who says what.",
        feed_url=absolute(reverse("claims:changes")),
        language=settings.LANGUAGE_CODE,
    )
    for change in status_changes()[:IN_FEED]:
        add_entry(feed, change)
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def add_entry(feed: Atom1Feed, change: StatusChange) -> None:
    address = claim_address(change.claim.slug)
    feed.add_item(
        title=clean_line(f"[{change.after}] {change.claim.sentence}"),
        link=address,
        description=clean_text(words_of(change)),
        unique_id=f"{address}#change-{change.pk}",
        pubdate=change.changed_at,
        updateddate=change.changed_at,
        categories=[change.after],
    )


def words_of(change: StatusChange) -> str:
    before = f"It was “{change.before}” before." if change.before else "The claim is new."
    return f"{change.why}. {before}"
