"""A paper, articles and comments, made as the product makes them."""

from dataclasses import dataclass
from itertools import count
from typing import Any

from django.conf import settings
from wagtail.models import Collection, Locale, Site

from broadsheet.accounts.models import Reader
from broadsheet.config.wiring import WIRING
from broadsheet.discussion.actions.post import NewComment, post_comment
from broadsheet.discussion.models import Comment, Thread
from broadsheet.lib.ids import new_token, token_hash
from broadsheet.outbox.actions import work_off
from broadsheet.publication.actions import add_section, found_paper
from broadsheet.publication.models import ArticlePage, BasePage, FrontPage, SectionPage

numbers = count(1)


@dataclass(frozen=True)
class Paper:
    front: FrontPage
    harbour: SectionPage
    ferry: ArticlePage
    thread: Thread


def make_paper() -> Paper:
    front = found_paper("The Test Gazette", "All of it invented", "A paper for tests.")
    harbour = add_section(front, "Harbour", "harbour", "Ships and tides")
    ferry = publish(harbour, "The ferry is late", "ferry-late")
    while work_off(WIRING):
        pass
    return Paper(front, harbour, ferry, Thread.objects.get(key=ferry.thread_key))


def publish(section: SectionPage, title: str, slug: str, **fields: Any) -> ArticlePage:
    """Write an article and publish it, as an editor does."""
    fields.setdefault("body", [("paragraph", "<p>It left at nine.</p>")])
    article = ArticlePage(title=title, slug=slug, live=False, **fields)
    section.add_child(instance=article)
    article.save_revision().publish()
    article.refresh_from_db()
    return article


def post(
    thread: Thread,
    text: str = "",
    *,
    name: str = "",
    by: Reader | None = None,
    parent: Comment | None = None,
) -> Comment:
    """A comment by a new guest, or `by` a reader, through the screens. Each has its own words."""
    number = next(numbers)
    return post_comment(
        NewComment(
            thread=thread,
            reader=by or Reader(key_hash=token_hash(new_token())),
            name=name or f"Guest {number}",
            text=text or f"Remark number {number} on this matter.",
            key=token_hash(new_token()),
            parent=parent,
        )
    )


def post_many(thread: Thread, count: int) -> list[Comment]:
    return [post(thread) for _ in range(count)]


def post_held(thread: Thread, *, name: str = "", parent: Comment | None = None) -> Comment:
    """A comment that waits for a moderator: it has more links than the paper lets through."""
    number = next(numbers)
    links = " ".join(f"https://shop.test/{number}/{link}" for link in range(3))
    comment = post(thread, f"Buy here: {links}", name=name, parent=parent)
    assert comment.status == Comment.Status.HELD
    return comment


def plant_page_tree() -> None:
    """The rows that Wagtail's migrations make, its welcome page included."""
    if Site.objects.exists():
        return
    Locale.objects.create(language_code=settings.LANGUAGE_CODE)
    root = BasePage.add_root(instance=BasePage(title="Root", slug="root"))
    welcome = root.add_child(instance=BasePage(title="Welcome", slug="home"))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
    Collection.add_root(name="Root")
