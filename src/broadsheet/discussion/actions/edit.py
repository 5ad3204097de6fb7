from functools import partial

from django.db.models import F
from django.utils import timezone

from broadsheet.accounts.models import Reader
from broadsheet.discussion.actions.post import CannotPost
from broadsheet.discussion.models import Comment, Revision, Thread
from broadsheet.moderation.actions import record_verdict
from broadsheet.moderation.judge import judge
from broadsheet.moderation.verdicts import Draft, Severity, Verdict
from broadsheet.outbox.actions import announce
from broadsheet.outbox.group_commit import write_together


def may_edit(comment: Comment, reader: Reader | None) -> bool:
    """Its author may, for some minutes, while it is published or waits for a moderator."""
    return (
        reader is not None
        and reader.pk == comment.author_id
        and comment.status in {Comment.Status.PUBLISHED, Comment.Status.HELD}
        and timezone.now() < comment.editable_until
    )


def edit_comment(comment: Comment, reader: Reader, text: str, network: str = "") -> Comment:
    """Replace the text of one's own comment, keep the old one, and judge the new one as if posted.

    A text that would have been held takes the comment out of sight until a moderator has seen it.
    Raises CannotPost.
    """
    if not may_edit(comment, reader):
        raise CannotPost("The time to edit this comment is over.")
    if text == comment.text:
        return comment
    draft = Draft(text, comment.author_name, f"reader:{reader.pk}", network, comment.subject)
    verdict = judge(draft)
    if verdict.severity is Severity.REJECT:
        raise CannotPost(" ".join(reason.public for reason in verdict.reasons))
    return write_together(partial(replace_text, comment, draft, verdict))


def replace_text(comment: Comment, draft: Draft, verdict: Verdict) -> Comment:
    Revision.objects.create(comment=comment, text=comment.text, replaced_by=comment.author_name)
    comment.set_text(draft.text)
    comment.edited_at, comment.edited_by = timezone.now(), comment.author_name
    if verdict.severity is Severity.HOLD and comment.is_visible:
        comment.status = Comment.Status.HELD
        Thread.objects.filter(pk=comment.thread_id).update(comment_count=F("comment_count") - 1)
    comment.save(update_fields=["text", "body_html", "edited_at", "edited_by", "status"])
    record_verdict(draft, verdict, comment.subject)
    announce("comment_edited", comment=comment.pk, thread=comment.thread_id)
    return comment
