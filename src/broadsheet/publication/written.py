"""What claims is told of an article while somebody writes it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from wagtail.permission_policies.pages import PagePermissionPolicy

from broadsheet.claims.entry.articles import WrittenArticle
from broadsheet.publication.addresses import address_of
from broadsheet.publication.models import ArticlePage


def written_article(request: HttpRequest, number: str) -> WrittenArticle:
    """The article of that number, or one that was never saved. Its editors may enter claims in it.

    Raises PermissionDenied.
    """
    today = timezone.localdate()
    article = ArticlePage.objects.filter(pk=number).first() if number.isdecimal() else None
    if article is None:
        if not PagePermissionPolicy(ArticlePage).user_has_any_permission(request.user, {"add"}):
            raise PermissionDenied
        return WrittenArticle("", "", today)
    if not article.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    published = article.first_published_at
    day = timezone.localtime(published).date() if published else today
    return WrittenArticle(article.thread_key, address_of(article), day)
