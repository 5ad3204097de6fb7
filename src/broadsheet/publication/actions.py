from pathlib import PurePath
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.models import Site

from broadsheet.discussion.actions.threads import open_thread
from broadsheet.discussion.models import Thread
from broadsheet.lib.pictures import drawn_anew
from broadsheet.outbox.actions import announce
from broadsheet.outbox.models import Event
from broadsheet.publication.addresses import address_of
from broadsheet.publication.models import ArticlePage, BasePage, FrontPage, Picture, SectionPage


def found_paper(name: str, motto: str = "", about: str = "") -> FrontPage:
    """Make the front page of a new site; the page that Wagtail starts with goes away."""
    root = BasePage.objects.get(depth=1)
    site = Site.objects.get(is_default_site=True)
    welcome = site.root_page
    front: FrontPage = root.add_child(
        instance=FrontPage(title=name, slug="paper", motto=motto, about=about)
    )
    address = urlsplit(settings.BROADSHEET_SITE_URL)
    site.root_page, site.site_name = front, name
    site.hostname = address.hostname or "localhost"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.save()
    if welcome.specific_class is BasePage:
        welcome.delete()
    announce("front_published", page=front.pk, address="/")
    return front


def add_section(front: FrontPage, title: str, slug: str, deck: str = "") -> SectionPage:
    section: SectionPage = front.add_child(instance=SectionPage(title=title, slug=slug, deck=deck))
    announce("front_published", page=section.pk, address=address_of(section))
    return section


def store_picture(title: str, content: bytes, file_name: str, **fields: str) -> Picture:
    """Keep a picture, drawn anew from the bytes of its file. Raises NotAPicture."""
    clean = drawn_anew(content)
    name = PurePath(file_name).with_suffix(f".{clean.ending}").name
    stored: Picture = Picture.objects.create(
        title=title, file=ContentFile(clean.content, name=name), **fields
    )
    return stored


def thread_for(article: ArticlePage) -> Thread:
    """The article's discussion, made when there is none, with its present headline and address."""
    thread = open_thread(article.thread_key, article.title, address_of(article))
    if thread.is_open != article.comments_open:
        thread.is_open = article.comments_open
        thread.save(update_fields=["is_open"])
        announce("thread_changed", thread=thread.pk)
    return thread


def open_thread_of_article(event: Event) -> None:
    """Reaction: an article that was published has a thread; one that moved takes it along."""
    for article in ArticlePage.objects.live().filter(pk=event.payload["page"]):
        thread_for(article)


def move_threads(event: Event) -> None:
    """Reaction: the threads of a page that moved, and of those below it, learn the new address."""
    page = BasePage.objects.filter(pk=event.payload["page"]).first()
    if page is not None:
        for article in ArticlePage.objects.live().descendant_of(page, inclusive=True):
            thread_for(article)
