from pathlib import PurePath
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from wagtail.models import Site

from broadsheet.claims.actions.appearances import forget_appearance, note_appearance
from broadsheet.claims.models import Appearance, Claim
from broadsheet.discussion.actions.threads import open_thread, set_thread_public
from broadsheet.discussion.models import Thread
from broadsheet.lib.pictures import drawn_anew
from broadsheet.outbox.actions import announce
from broadsheet.outbox.models import Event
from broadsheet.publication.addresses import address_of
from broadsheet.publication.claim_marks import marks_in
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


def show_or_hide_threads(event: Event) -> None:
    """Reaction: a discussion is as public as its article, wherever in the tree that was decided."""
    number = event.payload["page"]
    page = BasePage.objects.filter(pk=number).first()
    if page is None:
        set_thread_public(f"article:{number}", is_public=False)
        return
    below = ArticlePage.objects.descendant_of(page, inclusive=True)
    public = set(below.live().public().values_list("pk", flat=True))
    for article in below:
        set_thread_public(article.thread_key, is_public=article.pk in public)


def note_claims(event: Event) -> None:
    """Reaction: claims learn in which public articles they are stated, and at what address.

    Of the page of the event and those below it, whether they were published, moved, withdrawn, put
    behind a password or deleted.
    """
    number = event.payload["page"]
    page = BasePage.objects.filter(pk=number).first()
    if page is None:
        forget_claims(f"article:{number}")
        return
    below = ArticlePage.objects.descendant_of(page, inclusive=True)
    public = set(below.live().public().values_list("pk", flat=True))
    for article in below:
        if article.pk in public:
            note_claims_of(article)
        else:
            forget_claims(article.thread_key)


def note_claims_of(article: ArticlePage) -> None:
    """Bring what is noted of an article up to date. What is true already is not announced again."""
    found = {place_of(each): each for each in appearances_in(article)}
    for noted in Appearance.objects.filter(article_key=article.thread_key):
        same = found.get(place_of(noted))
        if same is None:
            forget_appearance(noted)
        elif as_told(same) == as_told(noted):
            del found[place_of(noted)]
    for appearance in found.values():
        note_appearance(appearance)


def forget_claims(article_key: str) -> None:
    for noted in Appearance.objects.filter(article_key=article_key):
        forget_appearance(noted)


def appearances_in(article: ArticlePage) -> list[Appearance]:
    """Unsaved, one for each mark in the body whose claim exists."""
    marks = marks_in(article.body)
    claims = Claim.objects.in_bulk({mark.claim for mark in marks}) if marks else {}
    address = address_of(article)
    return [
        Appearance(
            claim=claims[mark.claim],
            article_key=article.thread_key,
            article_address=address,
            article_headline=article.title,
            paragraph=mark.paragraph,
            start=mark.start,
            end=mark.end,
            words=mark.words,
        )
        for mark in marks
        if mark.claim in claims
    ]


def place_of(appearance: Appearance) -> tuple[int, str, int]:
    return appearance.claim_id, appearance.paragraph, appearance.start


def as_told(appearance: Appearance) -> tuple[int, str, str, str]:
    told = appearance
    return told.end, told.words, told.article_address, told.article_headline
