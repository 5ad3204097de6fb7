"""What the page editor asks for while somebody writes."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.views.decorators.http import require_POST
from wagtail.permission_policies.pages import PagePermissionPolicy

from broadsheet.publication.before_publishing import Mark, Paragraph, concerns_about
from broadsheet.publication.models import ArticlePage

WRITING = {"add", "change", "publish"}


@require_POST
def before_publishing(request: HttpRequest) -> HttpResponse:
    """The contents of the box for an article as it stands in the editor, sent as JSON."""
    if not PagePermissionPolicy(ArticlePage).user_has_any_permission(request.user, WRITING):
        raise PermissionDenied
    try:
        sent = json.loads(request.body)
        headline = str(sent["headline"])
        paragraphs = [paragraph_of(each) for each in sent["paragraphs"]]
    except (ValueError, TypeError, KeyError):
        return HttpResponseBadRequest("No article was sent.")
    concerns = concerns_about(headline, paragraphs)
    return render(request, "broadsheet/publication/before_publishing.html", {"concerns": concerns})


def paragraph_of(sent: Any) -> Paragraph:
    """Raises ValueError, TypeError or KeyError."""
    marks = [
        Mark(int(mark["start"]), int(mark["end"]), int(mark["claim"])) for mark in sent["marks"]
    ]
    return Paragraph(str(sent["text"]), marks)
