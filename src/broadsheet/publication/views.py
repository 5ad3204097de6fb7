from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Rss201rev2Feed
from wagtail.views import serve

from broadsheet.lib.text import clean_line, clean_text
from broadsheet.publication.addresses import address_of
from broadsheet.publication.claim_marks import opening_statuses, opening_words
from broadsheet.publication.models import ArticlePage, Author, BasePage, FrontPage, SectionPage
from broadsheet.publication.queries import IN_FEED, articles_below, articles_by, newest_page
from broadsheet.theme.pages import public_page


@public_page
def page(request: HttpRequest, path: str) -> HttpResponse:
    """Any page of Wagtail's tree. One behind a password or a log-in is never kept as a file."""
    response = serve(request, path)
    route = BasePage.route_for_request(request, path)
    if route and route.page.get_view_restrictions().exists():
        patch_cache_control(response, private=True)
    # Rendered here, so that whoever asked for it sees every error.
    return response.render() if hasattr(response, "render") else response


@public_page
def author(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Author, slug=slug)
    archive = newest_page(articles_by(found))
    return render(
        request, "broadsheet/publication/author.html", {"author": found, "archive": archive}
    )


@public_page
def site_feed(request: HttpRequest) -> HttpResponse:
    front = get_object_or_404(FrontPage.objects.live().order_by("pk")[:1])
    return rss(front, front.title, "/feed.xml")


@public_page
def section_feed(request: HttpRequest, slug: str) -> HttpResponse:
    section = get_object_or_404(SectionPage.objects.live().public(), slug=slug)
    paper = section.get_parent().title
    return rss(section, f"{paper}: {section.title}", f"/{slug}/feed.xml")


def rss(page: FrontPage | SectionPage, title: str, address: str) -> HttpResponse:
    top = address_of(page)
    feed = Rss201rev2Feed(
        title=title,
        link=absolute(top),
        description=page.summary,
        feed_url=absolute(address),
        language=settings.LANGUAGE_CODE,
    )
    articles = list(articles_below(page)[:IN_FEED])
    statuses = opening_statuses(article.body for article in articles if not article.summary)
    for article in articles:
        address = absolute(top + article.url_path.removeprefix(page.url_path))
        words = article.summary or opening_words(article.body, statuses)
        add_entry(feed, article, address, words)
    return HttpResponse(
        feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8"
    )


def add_entry(feed: Rss201rev2Feed, article: ArticlePage, address: str, words: str) -> None:
    # Cleaned, since one control character in a headline is the end of the whole feed.
    feed.add_item(
        title=clean_line(article.title),
        link=address,
        description=clean_text(words),
        unique_id=address,
        unique_id_is_permalink=True,
        author_name=clean_line(", ".join(byline.author.name for byline in article.bylines.all())),
        pubdate=article.first_published_at,
        updateddate=article.last_published_at,
    )


def absolute(address: str) -> str:
    return settings.BROADSHEET_SITE_URL + address
