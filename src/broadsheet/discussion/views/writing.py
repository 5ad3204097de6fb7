"""What readers send: comments, edits, votes."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from broadsheet.accounts.actions import NicknameTaken, give_key, guest_for
from broadsheet.accounts.models import Nickname, Reader
from broadsheet.accounts.queries import reader_of
from broadsheet.accounts.requests import from_our_pages, network_key
from broadsheet.discussion.actions.edit import edit_comment, may_edit
from broadsheet.discussion.actions.post import CannotPost, NewComment, post_comment
from broadsheet.discussion.actions.vote import cast_vote
from broadsheet.discussion.forms import CommentForm, EditForm, VoteForm
from broadsheet.discussion.models import Comment, Thread
from broadsheet.discussion.queries import Node, own_comments, own_votes
from broadsheet.lib.ids import token_hash
from broadsheet.lib.text import name_key
from broadsheet.moderation.queries import latest_decision

TAKEN = "That name belongs to somebody else here. Choose another, or use the browser you first wrote with."


@never_cache
@require_POST
@from_our_pages
def create_comment(request: HttpRequest, thread_id: int) -> HttpResponse:
    """201 and the comment for our script, 303 to it without; 422 and the form when it was not taken."""
    thread = get_object_or_404(Thread, pk=thread_id, is_public=True)
    reader, guest_key = guest_for(request, seed=request.POST.get("key", ""))
    staff_name = name_of_staff(reader)
    form = CommentForm(thread, request.POST, needs_name=not staff_name)
    response = take(request, form, reader, staff_name)
    # Also when it was not taken: it may be a second try of one whose first answer was lost.
    if not guest_key or is_key_of_reader(guest_key):
        give_key(response, guest_key, secure=request.is_secure())
    return response


def take(request: HttpRequest, form: CommentForm, reader: Reader, staff_name: str) -> HttpResponse:
    if not form.is_valid():
        return comment_form(request, form, status=422)
    try:
        comment = post_comment(new_comment(request, form, reader, staff_name))
    except (CannotPost, NicknameTaken) as refusal:
        is_name = isinstance(refusal, NicknameTaken)
        form.add_error("name" if is_name else None, TAKEN if is_name else str(refusal))
        return comment_form(request, form, status=422)
    return answer(request, comment)


def name_of_staff(reader: Reader) -> str:
    user = reader.user
    return (user.get_full_name() or user.get_username()) if user and user.is_in_newsroom else ""


def new_comment(
    request: HttpRequest, form: CommentForm, reader: Reader, staff_name: str
) -> NewComment:
    values = form.cleaned_data
    name, network, parent = staff_name or values["name"], network_key(request), values["parent"]
    # Without script there is no key: the same words, name and place from one network are one comment.
    key = values["key"] or "\x1f".join(
        (network, name_key(name), str(parent and parent.pk), values["text"])
    )
    return NewComment(
        thread=form.thread,
        reader=reader,
        name=name,
        text=values["text"],
        key=token_hash(f"{form.thread.pk}:{key}"),
        parent=parent,
        network=network,
    )


def answer(request: HttpRequest, comment: Comment) -> HttpResponse:
    if wants_fragment(request):
        context = {"node": Node(comment, parent=comment.parent)}
        response = render(request, "broadsheet/discussion/fragment.html", context, status=201)
        response["Location"] = where_to_see(comment)
        return response
    return HttpResponseRedirect(where_to_see(comment), status=303)


def wants_fragment(request: HttpRequest) -> bool:
    """Our script asks for the piece it will insert; it says so by a header no foreign form can set."""
    return request.headers.get("X-Broadsheet-Fragment") == "1"


def where_to_see(comment: Comment) -> str:
    """The page of a published comment, made afresh by the query string; the receipt of a held one."""
    if comment.is_visible:
        return f"{comment.get_absolute_url()}?just-posted"
    return reverse("discussion:receipt", args=[comment.pk])


def comment_form(
    request: HttpRequest, form: CommentForm, status: int = 200, *, is_own: bool = False
) -> HttpResponse:
    """The form again, or to answer a comment; `is_own`: its reader wrote that one, and may edit it."""
    name = "form_fragment.html" if wants_fragment(request) else "write.html"
    # What was sent counts only once it is checked: a held comment must not be shown as a parent.
    values = form.cleaned_data if form.is_bound else form.initial
    context = {
        "form": form,
        "thread": form.thread,
        "parent": values.get("parent"),
        "is_own": is_own,
    }
    return render(request, f"broadsheet/discussion/{name}", context, status=status)


def is_key_of_reader(key: str) -> bool:
    return Reader.objects.filter(key_hash=token_hash(key)).exists()


@never_cache
@require_GET
def reply(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The form to answer a comment, on a page of its own. For the comment's author it is also the
    way to edit it without script, since a public page cannot show them a link of their own."""
    visible = Comment.objects.filter(
        status=Comment.Status.PUBLISHED, thread__is_public=True
    ).select_related("thread")
    parent = get_object_or_404(visible, pk=comment_id)
    reader, _ = guest_for(request)
    initial = {"parent": parent, "name": last_nickname(reader)}
    form = CommentForm(parent.thread, initial=initial, needs_name=not name_of_staff(reader))
    return comment_form(request, form, is_own=may_edit(parent, reader))


def last_nickname(reader: Reader) -> str:
    if not reader.pk:
        return ""
    names = Nickname.objects.filter(reader=reader).order_by("-claimed_at")
    return names.values_list("name", flat=True).first() or ""


@never_cache
@require_http_methods(["GET", "POST"])
@from_our_pages
def edit(request: HttpRequest, comment_id: int) -> HttpResponse:
    comment = get_object_or_404(Comment.objects.select_related("thread"), pk=comment_id)
    reader = reader_of(request)
    if reader is None or not may_edit(comment, reader):
        context = {
            "comment": comment,
            "is_author": reader and reader.pk == comment.author_id,
            "text": request.POST.get("text", ""),
        }
        return render(request, "broadsheet/discussion/cannot_edit.html", context, status=403)
    form = EditForm(request.POST or {"text": comment.text})
    if request.method == "POST" and form.is_valid():
        try:
            edited = edit_comment(comment, reader, form.cleaned_data["text"], network_key(request))
            return HttpResponseRedirect(where_to_see(edited), status=303)
        except CannotPost as refusal:
            form.add_error("text", str(refusal))
    status = 422 if request.method == "POST" else 200
    page: dict[str, object] = {"form": form, "comment": comment, "thread": comment.thread}
    return render(request, "broadsheet/discussion/edit.html", page, status=status)


@never_cache
@require_GET
def receipt(request: HttpRequest, comment_id: int) -> HttpResponse:
    """What became of one's own comment, and why. Nobody else's business: 404 for all others."""
    reader = reader_of(request)
    mine = Comment.objects.filter(author=reader) if reader else Comment.objects.none()
    comment = get_object_or_404(mine.select_related("thread"), pk=comment_id)
    decision = latest_decision(comment.subject)
    context = {
        "comment": comment,
        "thread": comment.thread,
        "reasons": [reason["public"] for reason in decision.reasons] if decision else [],
        "may_edit": may_edit(comment, reader),
    }
    return render(request, "broadsheet/discussion/receipt.html", context)


@never_cache
@require_POST
@from_our_pages
def vote(request: HttpRequest) -> HttpResponse:
    form = VoteForm(request.POST)
    if not form.is_valid() or form.vote is None:
        return HttpResponse("Which comment?", status=422, content_type="text/plain")
    number, value = form.vote
    comment = get_object_or_404(
        Comment.objects.select_related("thread"), pk=number, thread__is_public=True
    )
    reader, guest_key = guest_for(request)
    try:
        mine = cast_vote(comment, reader, value)
    except CannotPost as refusal:
        return refuse_vote(request, comment, str(refusal))
    response: HttpResponse
    if wants_fragment(request):
        score = Comment.objects.values_list("score", flat=True).get(pk=number)
        response = JsonResponse({"comment": number, "score": score, "vote": mine})
    else:
        response = HttpResponseRedirect(where_to_see(comment), status=303)
    give_key(response, guest_key, secure=request.is_secure())
    return response


def refuse_vote(request: HttpRequest, comment: Comment, why: str) -> HttpResponse:
    """Our script shows the sentence beside the buttons; without it there is a page."""
    if wants_fragment(request):
        return HttpResponse(why, status=422, content_type="text/plain; charset=utf-8")
    context = {"comment": comment, "thread": comment.thread, "why": why}
    return render(request, "broadsheet/discussion/cannot_vote.html", context, status=422)


@never_cache
@require_GET
def mine(request: HttpRequest, thread_id: int) -> JsonResponse:
    """This reader's own votes and comments in a thread: what no public page may say.

    `own` maps each of their comments to the time until which they may edit it, in seconds since
    1970; `held` is the HTML that stands for each one that waits.
    """
    thread = get_object_or_404(Thread, pk=thread_id, is_public=True)
    reader = reader_of(request)
    if reader is None:
        return JsonResponse({"name": "", "votes": {}, "own": {}, "held": []})
    visible, held = own_comments(thread, reader)
    return JsonResponse(
        {
            "name": name_of_staff(reader) or last_nickname(reader),
            "votes": own_votes(thread, reader),
            "own": {comment.pk: comment.editable_until.timestamp() for comment in visible},
            "held": [held_notice(request, comment) for comment in held],
        }
    )


def held_notice(request: HttpRequest, comment: Comment) -> str:
    return render_to_string("broadsheet/discussion/held.html", {"comment": comment}, request)
