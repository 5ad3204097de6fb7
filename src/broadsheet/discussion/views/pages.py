"""The discussion as everybody sees it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render

from broadsheet.discussion.models import Comment, Thread
from broadsheet.discussion.places import SORTS
from broadsheet.discussion.queries import (
    ThreadPage,
    conversation_page,
    head_page,
    numbered_page,
    page_of_comment,
)
from broadsheet.theme.pages import public_page


@public_page
def thread(
    request: HttpRequest, thread_id: int, sort: str, number: int | None = None
) -> HttpResponse:
    found = get_object_or_404(Thread, pk=thread_id, is_public=True)
    if sort not in SORTS:
        raise Http404(sort)
    try:
        page = head_page(found, sort) if number is None else numbered_page(found, sort, number)
    except LookupError as missing:
        raise Http404("No such page") from missing
    return render_page(request, page)


@public_page
def conversation(
    request: HttpRequest, thread_id: int, root_number: int, number: int = 1
) -> HttpResponse:
    found = get_object_or_404(Thread, pk=thread_id, is_public=True)
    try:
        page = conversation_page(found, root_number, number)
    except LookupError as missing:
        raise Http404("No such page") from missing
    return render_page(request, page)


def render_page(request: HttpRequest, page: ThreadPage) -> HttpResponse:
    context = {"thread_page": page, "thread": page.thread}
    return render(request, "broadsheet/discussion/page.html", context)


def comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The permalink. It leads to the place, made afresh for whoever has just written there."""
    found = get_object_or_404(
        Comment.objects.select_related("thread"), pk=comment_id, thread__is_public=True
    )
    if found.root_number is None:
        raise Http404("This comment is not public")
    page, anchor = page_of_comment(found).split("#")
    # A query string is never answered from a file, so the writer sees what the worker is about to.
    fresh = "?fresh" if "just-posted" in request.GET else ""
    return HttpResponseRedirect(f"{page}{fresh}#{anchor}")
