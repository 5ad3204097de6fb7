"""The form over the editor. Articles come in by `look_up`, from above."""

import secrets

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from broadsheet.accounts.models import User
from broadsheet.claims.entry.articles import LookUp
from broadsheet.claims.entry.enter import enter_position
from broadsheet.claims.entry.forms import EntryForm, SelectionForm
from broadsheet.claims.entry.places import places_offered
from broadsheet.claims.entry.prefill import suggest
from broadsheet.claims.entry.queries import known_sources, offered_claims, offered_sides
from broadsheet.claims.patterns.sentences import around

TEMPLATE = "broadsheet/claims/entry/form.html"


@require_POST
def filled_in(request: HttpRequest, look_up: LookUp) -> HttpResponse:
    """The form for a selection, as HTML. Nothing is written; a paragraph is too long for an address."""
    article = look_up(request, request.POST.get("article", ""))
    selection = SelectionForm(request.POST)
    if not selection.is_valid():
        return nothing_to_read()
    chosen = selection.cleaned_data
    offered = offered_claims(article.key, chosen["marked"])
    suggestion = suggest(
        chosen["text"], chosen["start"], chosen["end"], article, offered, chosen["claim"]
    )
    form = EntryForm(
        initial=suggestion.initial | {"key": secrets.token_urlsafe(32)},
        offered=offered,
        sides=offered_sides(article.key, chosen["marked"]),
        places=suggestion.places,
    )
    return shown(request, form, suggestion.quoted)


@require_POST
def enter(request: HttpRequest, look_up: LookUp) -> HttpResponse:
    """201 and the claim for the mark in the text; 422 and the form with what was typed."""
    article = look_up(request, request.POST.get("article", ""))
    selection = SelectionForm(request.POST)
    if not selection.is_valid():
        return nothing_to_read()
    chosen = selection.cleaned_data
    form = EntryForm(
        request.POST,
        offered=offered_claims(article.key, chosen["marked"]),
        sides=offered_sides(article.key, chosen["marked"]),
        places=places_offered(chosen["text"], article.country),
    )
    if form.is_valid():
        editor = request.user
        assert isinstance(editor, User)
        try:
            position = enter_position(form.cleaned_data, article, editor)
        except ValidationError as error:
            form.take_over(error)
        else:
            claim = position.claim
            told = {"id": claim.pk, "sentence": claim.sentence, "status": claim.status}
            return JsonResponse(told, status=201)
    first, last = around(chosen["text"], chosen["start"], chosen["end"])
    return shown(request, form, chosen["text"][first:last], status=422)


def shown(request: HttpRequest, form: EntryForm, quoted: str, status: int = 200) -> HttpResponse:
    context = {"form": form, "quoted": quoted, "sources": known_sources()}
    return render(request, TEMPLATE, context, status=status)


def nothing_to_read() -> HttpResponse:
    return HttpResponse("there is no paragraph to read.", status=400, content_type="text/plain")
