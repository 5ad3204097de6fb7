from django.db import transaction
from django.db.models import F

from broadsheet.accounts.models import User
from broadsheet.discussion.actions.place import place
from broadsheet.discussion.models import Comment, Thread
from broadsheet.moderation.actions import record_decision
from broadsheet.moderation.models import Decision
from broadsheet.moderation.verdicts import Reason
from broadsheet.outbox.actions import announce


class AlreadyDecided(Exception):
    """Somebody else was quicker."""


def approve(comment: Comment, moderator: User) -> Comment:
    """Publish a held comment. It gets its place now, so it stands among the newest.

    Raises AlreadyDecided.
    """
    with transaction.atomic():
        take_from_queue(comment, Comment.Status.PUBLISHED)
        if comment.root_number is None:
            place(comment)
            comment.save(update_fields=["root_number", "reply_number"])
        else:
            Thread.objects.filter(pk=comment.thread_id).update(comment_count=F("comment_count") + 1)
        record_decision(comment.subject, Decision.Action.PUBLISH, moderator)
        announce("comment_published", comment=comment.pk, thread=comment.thread_id)
    return comment


def reject(comment: Comment, moderator: User, reason: Reason) -> Comment:
    """Refuse a held comment, for a reason that its author can read. Raises AlreadyDecided."""
    with transaction.atomic():
        take_from_queue(comment, Comment.Status.REJECTED)
        record_decision(comment.subject, Decision.Action.REJECT, moderator, reason)
        announce("comment_rejected", comment=comment.pk, thread=comment.thread_id)
    return comment


def take_from_queue(comment: Comment, status: Comment.Status) -> None:
    taken = Comment.objects.filter(pk=comment.pk, status=Comment.Status.HELD).update(status=status)
    if not taken:
        raise AlreadyDecided(comment.pk)
    comment.refresh_from_db()
