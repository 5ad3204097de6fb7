"""Wagtail's signals, translated into rows. The only receivers in the house."""

from typing import Any

from django.db.models.signals import post_delete, post_save  # noqa: TID251 - see above
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from broadsheet.outbox.actions import announce
from broadsheet.publication.addresses import address_of
from broadsheet.publication.models import ArticlePage, Author, BasePage


def on_published(instance: BasePage, **_: Any) -> None:
    kind = "article_published" if isinstance(instance, ArticlePage) else "front_published"
    announce(kind, page=instance.pk, address=address_of(instance))


def on_unpublished(instance: BasePage, **_: Any) -> None:
    announce("page_unpublished", page=instance.pk, address=address_of(instance))


def on_slug_changed(instance: BasePage, instance_before: BasePage, **_: Any) -> None:
    announce(
        "page_moved", page=instance.pk, old=address_of(instance_before), new=address_of(instance)
    )
    on_redirect_changed()


def on_moved(instance: BasePage, url_path_before: str, url_path_after: str, **_: Any) -> None:
    if url_path_before != url_path_after:
        before = BasePage(url_path=url_path_before)
        announce("page_moved", page=instance.pk, old=address_of(before), new=address_of(instance))
        on_redirect_changed()


def on_privacy_changed(instance: PageViewRestriction, **_: Any) -> None:
    announce("privacy_changed", page=instance.page_id, address=address_of(instance.page))


def on_author_changed(instance: Author, **_: Any) -> None:
    announce("author_changed", author=instance.pk)


def on_redirect_changed(**_: Any) -> None:
    """A redirect was saved or deleted, or Wagtail made some in bulk for a page that moved."""
    announce("redirects_changed")


page_published.connect(on_published)
page_unpublished.connect(on_unpublished)
page_slug_changed.connect(on_slug_changed)
post_page_move.connect(on_moved)
for signal in (post_save, post_delete):
    signal.connect(on_privacy_changed, sender=PageViewRestriction)
    signal.connect(on_author_changed, sender=Author)
    signal.connect(on_redirect_changed, sender=Redirect)
