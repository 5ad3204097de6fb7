"""The claims desk, in Wagtail's admin: what is said, by whom, and what follows from it.

Nothing here writes a status, and nothing changes a position: a correction is a new one.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from broadsheet.accounts.models import User
from broadsheet.claims.actions.claims import amend_claim, record_claim, supersede
from broadsheet.claims.actions.positions import replace_position, strike_position, take_position
from broadsheet.claims.desk_forms import (
    CLAIMS_OFFERED,
    ClaimForm,
    FilterForm,
    PositionForm,
    StrikeForm,
    SupersedeForm,
)
from broadsheet.claims.models import Claim, Position
from broadsheet.claims.pages import PrintedClaim
from broadsheet.claims.queries import ClaimFilter, claim_page, find_claims, with_speakers

ON_LIST = 50
MAY_KEEP_CLAIMS = "broadsheet_claims.change_claim"
may_keep_claims = permission_required(MAY_KEEP_CLAIMS, raise_exception=True)
form_view = require_http_methods(["GET", "POST"])


@require_GET
@may_keep_claims
def claims(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    status = wanted.get("status")
    found = find_claims(ClaimFilter(statuses=[status] if status else ()))
    for word in wanted.get("words", "").split():
        found = found.filter(sentence__icontains=word)
    page = Paginator(found, ON_LIST).get_page(request.GET.get("p"))
    context = {"page": page, "form": form, "status": status}
    return render(request, "broadsheet/claims/desk/list.html", context)


@require_GET
@may_keep_claims
def claim(request: HttpRequest, claim_id: int) -> HttpResponse:
    found = get_object_or_404(Claim, pk=claim_id)
    page = claim_page(found.slug)
    lanes = [
        ("Asserts", "asserts", page.lanes.asserting),
        ("Denies", "denies", page.lanes.denying),
        ("Neither", "neither", page.lanes.others),
    ]
    for position in (*page.replaced, *(each for _, _, lane in lanes for each in lane)):
        position.claim = page.claim  # which all of them have, and none has at hand
    context = {"page": page, "claim": page.claim, "lanes": lanes, "printed": PrintedClaim(found)}
    return render(request, "broadsheet/claims/desk/claim.html", context)


@form_view
@may_keep_claims
def record(request: HttpRequest) -> HttpResponse:
    form = ClaimForm(request.POST or None)
    if form.is_valid():
        made = attempt(
            form, lambda: record_claim(Claim(**form.values()), **form.sides(), places=form.places())
        )
        if made:
            tell_place(request, form)
            return see(made)
    return show_form(request, form, "A new claim", "Record it", reverse("claims_desk:list"))


@form_view
@may_keep_claims
def amend(request: HttpRequest, claim_id: int) -> HttpResponse:
    found = get_object_or_404(Claim, pk=claim_id)
    form = ClaimForm(request.POST or None, instance=found)
    if form.is_valid():
        changes = form.values() | form.sides()
        why, by = form.cleaned_data["why"], editor(request)
        made = attempt(
            form, lambda: amend_claim(found, changes | {"places": form.places()}, why, by)
        )
        if made:
            tell_place(request, form)
            return see(found)
    return show_form(request, form, "Amend the claim", "Amend it", address_of(found), found)


@form_view
@may_keep_claims
def supersede_claim(request: HttpRequest, claim_id: int) -> HttpResponse:
    found = get_object_or_404(Claim.objects.select_related("superseded_by"), pk=claim_id)
    newer = found.superseded_by
    form = SupersedeForm(request.POST or None, initial={"newer": newer.slug if newer else ""})
    if form.is_valid():
        newer, why = form.cleaned_data["newer"], form.cleaned_data["why"]
        if attempt(form, lambda: supersede(found, newer, why, editor(request))):
            return see(found)
    offered = Claim.objects.exclude(pk=found.pk).values_list("slug", "sentence")[:CLAIMS_OFFERED]
    title = "Let a newer claim take its place"
    return show_form(request, form, title, "Save", address_of(found), found, offered=offered)


@form_view
@may_keep_claims
def take(request: HttpRequest, claim_id: int) -> HttpResponse:
    """With `?again=` a position's number the form begins with who spoke there."""
    found = get_object_or_404(Claim, pk=claim_id)
    form = PositionForm(
        request.POST or None,
        request.FILES or None,
        claim=found,
        initial=same_speaker(request, found),
    )
    if form.is_valid():
        position, sides, evidence = form.position(), form.spoken_for(), form.evidence()
        if attempt(form, lambda: take_position(position, editor(request), sides, evidence)):
            return see(found)
    return show_form(request, form, "A position", "Enter it", address_of(found), found)


@form_view
@may_keep_claims
def replace(request: HttpRequest, position_id: int) -> HttpResponse:
    old = position_on_desk(position_id)
    form = PositionForm(request.POST or None, request.FILES or None, claim=old.claim, old=old)
    if form.is_valid():
        new, sides, why = form.position(), form.spoken_for(), form.cleaned_data["why"]
        evidence, by = form.evidence(), editor(request)
        if attempt(form, lambda: replace_position(old, new, why, by, sides, evidence)):
            return see(old.claim)
    title = "Correct what was entered"
    return show_form(
        request, form, title, "Replace it", address_of(old.claim), old.claim, position=old
    )


@form_view
@may_keep_claims
def strike(request: HttpRequest, position_id: int) -> HttpResponse:
    old = position_on_desk(position_id)
    form = StrikeForm(request.POST or None)
    if form.is_valid():
        why = form.cleaned_data["why"]
        if attempt(form, lambda: strike_position(old, why, editor(request))):
            return see(old.claim)
    title = "Take a position away"
    return show_form(
        request, form, title, "Take it away", address_of(old.claim), old.claim, position=old
    )


def attempt(form: forms.BaseForm, deed: Callable[[], Any]) -> Any:
    """What the deed returns, or None and its objections in the form."""
    try:
        return deed()
    except ValidationError as error:
        for name, texts in problems_in(error).items():
            form.add_error(name if name in form.fields else None, texts)
        return None


def problems_in(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def show_form(
    request: HttpRequest,
    form: forms.BaseForm,
    title: str,
    button: str,
    back: str,
    claim: Claim | None = None,
    **context: Any,
) -> HttpResponse:
    context |= {"form": form, "title": title, "button": button, "back": back, "claim": claim}
    status = 422 if form.is_bound else 200
    return render(request, "broadsheet/claims/desk/form.html", context, status=status)


def same_speaker(request: HttpRequest, claim: Claim) -> dict[str, Any]:
    number = request.GET.get("again", "")
    earlier = claim.positions.filter(pk=number).first() if number.isdigit() else None
    if earlier is None:
        return {}
    return {"speaker": earlier.speaker_id, "is_ours": earlier.is_ours, "people": earlier.people}


def position_on_desk(number: int) -> Position:
    return get_object_or_404(with_speakers(Position.objects.select_related("claim")), pk=number)


def tell_place(request: HttpRequest, form: ClaimForm) -> None:
    """Which of the places of that name was taken."""
    if form.entry:
        messages.info(request, f"Place taken: {form.entry.description}.")


def editor(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def address_of(claim: Claim) -> str:
    return reverse("claims_desk:claim", args=[claim.pk])


def see(claim: Claim) -> HttpResponse:
    return HttpResponseRedirect(address_of(claim))
