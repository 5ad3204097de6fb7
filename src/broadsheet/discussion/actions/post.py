from dataclasses import dataclass, replace
from functools import partial

from django.db import IntegrityError

from broadsheet.accounts.actions import claim_nickname
from broadsheet.accounts.models import Reader, User
from broadsheet.discussion.actions.place import place
from broadsheet.discussion.models import Comment, Thread
from broadsheet.discussion.queries import comment_by_idempotency_key
from broadsheet.moderation.actions import record_verdict
from broadsheet.moderation.judge import judge
from broadsheet.moderation.verdicts import Draft, Severity, Verdict
from broadsheet.outbox.actions import announce
from broadsheet.outbox.group_commit import write_together


class CannotPost(Exception):
    """The comment was not taken; the message tells its author why."""


@dataclass(frozen=True)
class NewComment:
    """What a reader sends. `key` is the hash of their idempotency key, `name` their nickname."""

    thread: Thread
    reader: Reader
    name: str
    text: str
    key: str
    parent: Comment | None = None
    network: str = ""

    @property
    def by_staff(self) -> bool:
        user: User | None = self.reader.user
        return user is not None and user.is_in_newsroom

    @property
    def draft(self) -> Draft:
        author = f"reader:{self.reader.pk}" if self.reader.pk else ""
        return Draft(self.text, self.name, author, self.network, trusted=self.by_staff)


def post_comment(new: NewComment) -> Comment:
    """Judge and store a comment; return it, published or held, once it is durable.

    The same key again gives the same comment. Raises CannotPost when the thread is closed, the
    parent cannot be answered or the text is refused, and NicknameTaken.
    """
    if earlier := comment_by_idempotency_key(new.key):
        return same_comment(earlier, new)
    if not new.thread.is_open:
        raise CannotPost("This discussion is closed.")
    if new.parent and (new.parent.thread_id != new.thread.pk or not new.parent.is_visible):
        raise CannotPost("The comment you answer is no longer here.")
    verdict = judge(new.draft)
    if verdict.severity is Severity.REJECT:
        refuse(new, verdict)
    try:
        return write_together(partial(store, new, verdict))
    except IntegrityError:
        # The same form came twice at once; the other was quicker.
        earlier = comment_by_idempotency_key(new.key)
        if earlier is None:
            raise
        return same_comment(earlier, new)


def same_comment(earlier: Comment, new: NewComment) -> Comment:
    if (earlier.thread_id, earlier.text) != (new.thread.pk, new.text):
        raise CannotPost("This form was sent already, with another text. Reload the page first.")
    return earlier


def refuse(new: NewComment, verdict: Verdict) -> None:
    if all(reason.code != "rate" for reason in verdict.reasons):
        # Not for the rate: a flood would fill the log by being refused.
        write_together(partial(record_verdict, new.draft, verdict, subject="draft"))
    raise CannotPost(" ".join(reason.public for reason in verdict.reasons))


def store(new: NewComment, verdict: Verdict) -> Comment:
    comment = insert(new, verdict)
    # Of a new guest it is known only now who they are.
    record_verdict(replace(new, reader=comment.author).draft, verdict, comment.subject)
    if comment.is_visible:
        announce("comment_published", comment=comment.pk, thread=new.thread.pk)
    else:
        announce("comment_held", comment=comment.pk, thread=new.thread.pk)
    return comment


def insert(new: NewComment, verdict: Verdict) -> Comment:
    reader = saved(new.reader)
    if not new.by_staff:
        claim_nickname(reader, new.name)
    comment = Comment(
        thread=new.thread,
        parent=new.parent,
        author=reader,
        author_name=new.name,
        by_staff=new.by_staff,
        status=Comment.Status.PUBLISHED if not verdict.severity else Comment.Status.HELD,
        idempotency_key=new.key,
    )
    comment.set_text(new.text)
    if comment.is_visible:
        place(comment)
    comment.save(force_insert=True)
    return comment


def saved(reader: Reader) -> Reader:
    """The reader, stored. An equal one may have been stored by a request at the same moment."""
    if reader.pk:
        return reader
    identity = {"user": reader.user} if reader.user else {"key_hash": reader.key_hash}
    stored, _ = Reader.objects.get_or_create(**identity)
    return stored
