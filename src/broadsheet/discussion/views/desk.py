"""The desk: what waits for a moderator, in Wagtail's admin."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from broadsheet.accounts.models import User
from broadsheet.discussion.actions.decide import AlreadyDecided, approve, reject
from broadsheet.discussion.forms import RejectForm
from broadsheet.discussion.models import Comment
from broadsheet.discussion.queries import held_comments
from broadsheet.moderation.queries import latest_decisions
from broadsheet.moderation.verdicts import Reason

ON_PAGE = 50
may_moderate = permission_required("broadsheet_discussion.change_comment", raise_exception=True)


@require_GET
@may_moderate
def queue(request: HttpRequest) -> HttpResponse:
    page = Paginator(held_comments(), ON_PAGE).get_page(request.GET.get("p"))
    comments = list(page.object_list)
    decisions = latest_decisions([comment.subject for comment in comments])
    context = {
        "page": page,
        "held": [(comment, decisions.get(comment.subject)) for comment in comments],
        "form": RejectForm(),
    }
    return render(request, "broadsheet/discussion/desk/queue.html", context)


@require_POST
@may_moderate
def decide(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One press of a button: `approve`, or `reject` with a reason."""
    comment = get_object_or_404(Comment, pk=comment_id)
    moderator = request.user
    assert isinstance(moderator, User)
    form = RejectForm(request.POST)
    try:
        if "approve" in request.POST:
            approve(comment, moderator)
            messages.success(request, f"Published: {comment.author_name}")
        elif form.is_valid():
            reject(comment, moderator, Reason("moderator", form.cleaned_data["reason"]))
            messages.success(request, f"Refused: {comment.author_name}")
        else:
            messages.error(request, "Give the author a reason; they can read it.")
    except AlreadyDecided:
        messages.warning(request, "Somebody else has decided on this comment already.")
    return HttpResponseRedirect(reverse("desk:queue"))
