"""What each event makes stale, in one table."""

from collections.abc import Callable, Iterator
from typing import Any

from broadsheet.claims.models import Claim
from broadsheet.claims.queries import articles_with
from broadsheet.delivery.models import StalePage
from broadsheet.discussion.models import Comment, Thread
from broadsheet.discussion.places import (
    BLOCK,
    DEFAULT_SORT,
    MOST_VOTED,
    NEWEST,
    OLDEST,
    Place,
    head_blocks,
)
from broadsheet.discussion.queries import conversation_address, page_address, sort_address
from broadsheet.publication.addresses import address_of
from broadsheet.publication.models import Author, BasePage

RENDER, DROP = StalePage.How.RENDER, StalePage.How.DROP
Mark = tuple[StalePage.How, str]
Payload = dict[str, Any]


def article(payload: Payload) -> Iterator[Mark]:
    """An article was published, changed or withdrawn."""
    yield RENDER, payload["address"]
    yield from lists_above(payload)


def lists_above(payload: Payload) -> Iterator[Mark]:
    page = BasePage.objects.filter(pk=payload["page"]).first()
    section = page.get_parent() if page else None
    yield RENDER, "/"
    yield RENDER, "/feed.xml"
    if section:
        address = address_of(section)
        yield RENDER, address
        yield RENDER, f"{address}feed.xml"
        yield DROP, f"{address}archive/*"
    yield DROP, "/authors/*"


def everything(payload: Payload) -> Iterator[Mark]:
    """The frame of every page changed: the paper's name, its sections."""
    yield RENDER, "/"
    yield DROP, "/*"


def moved(payload: Payload) -> Iterator[Mark]:
    yield DROP, payload["old"] + "*"
    yield RENDER, payload["new"]
    yield from lists_above(payload)


def privacy(payload: Payload) -> Iterator[Mark]:
    yield DROP, payload["address"] + "*"
    yield from lists_above(payload)


def author(payload: Payload) -> Iterator[Mark]:
    """A name above articles changed: on each of them, and on every list that shows one."""
    found = Author.objects.filter(pk=payload["author"]).first()
    for byline in found.bylines.select_related("article") if found else ():
        yield DROP, address_of(byline.article)
        yield DROP, address_of(byline.article.get_parent())
    yield RENDER, "/"
    yield DROP, "/authors/*"


def claim(payload: Payload) -> Iterator[Mark]:
    """A claim or its status changed: on its own page, in the lists, and on every article of ours that
    states it."""
    found = Claim.objects.filter(pk=payload["claim"]).first()
    if found:
        yield RENDER, f"/claims/{found.slug}/"
        yield DROP, f"/claims/{found.slug}/embed/"
        yield DROP, f"/claims/{found.slug}/figures/"
    yield RENDER, "/claims/"
    yield RENDER, "/claims/changes.atom"
    yield DROP, "/claims/archive/*"
    yield DROP, "/claims/status/*"
    yield RENDER, "/claims/map/"
    yield DROP, "/claims/map/*"  # what is said of an earlier day changes all days after it
    for address in articles_with(payload["claim"]):
        yield RENDER, address
        # Whose first paragraph is marked and who has no deck is quoted there with the status.
        yield RENDER, "/feed.xml"
        yield DROP, f"/{address.split('/')[1]}/feed.xml"


def comment(payload: Payload) -> Iterator[Mark]:
    """A comment appeared, changed or went: the pages it stands on, and those a full block opens."""
    found = Comment.objects.filter(pk=payload["comment"]).select_related("thread").first()
    if found is None or found.root_number is None or found.reply_number is None:
        return
    thread, place = found.thread, Place(found.root_number, found.reply_number)
    if place.block in head_blocks(thread.root_count):
        yield RENDER, thread.address
        yield RENDER, sort_address(thread.pk, DEFAULT_SORT)
    for block in blocks_touched(thread, place):
        yield DROP, page_address(thread.pk, NEWEST, block)
        yield DROP, page_address(thread.pk, OLDEST, block)
    if place.block == 1:
        yield DROP, sort_address(thread.pk, OLDEST)
    yield DROP, conversation_address(thread.pk, place.root_number) + "*"
    yield DROP, sort_address(thread.pk, MOST_VOTED) + "*"


def blocks_touched(thread: Thread, place: Place) -> range:
    """The comment's own block; with the first or last root of a block also two before it, whose
    links to the next page change."""
    at_edge = place.reply_number == 0 and place.root_number % BLOCK in {0, 1}
    return range(max(1, place.block - 2 if at_edge else place.block), place.block + 1)


def thread(payload: Payload) -> Iterator[Mark]:
    """The page of a thread has another title or address."""
    found = Thread.objects.filter(pk=payload["thread"]).first()
    if found:
        yield DROP, payload.get("address_before", "")
        yield RENDER, found.address
        yield DROP, f"/discussion/{found.pk}/*"


STALE: dict[str, Callable[[Payload], Iterator[Mark]]] = {
    "article_published": article,
    "author_changed": author,
    "claim_changed": claim,
    "claim_status_changed": claim,
    "comment_edited": comment,
    "comment_published": comment,
    "front_published": everything,
    "page_moved": moved,
    "page_unpublished": article,
    "privacy_changed": privacy,
    "thread_changed": thread,
    "vote_cast": comment,
}
