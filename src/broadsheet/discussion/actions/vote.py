from functools import partial

from django.db.models import F

from broadsheet.accounts.models import Reader
from broadsheet.discussion.actions.post import CannotPost, saved
from broadsheet.discussion.models import Comment, Vote
from broadsheet.outbox.actions import announce
from broadsheet.outbox.group_commit import write_together


def cast_vote(comment: Comment, reader: Reader, value: Vote.Value) -> int:
    """Vote for or against a comment; the same vote again takes it back. Return the vote that stands.

    Raises CannotPost for one's own comment and for one that is not visible.
    """
    if not comment.is_visible:
        raise CannotPost("This comment is no longer here.")
    if reader.pk == comment.author_id:
        raise CannotPost("You cannot vote on your own comment.")
    return write_together(partial(store_vote, comment, reader, value))


def store_vote(comment: Comment, reader: Reader, value: Vote.Value) -> int:
    reader = saved(reader)
    # The comment's row is the lock: two votes of one reader at once come one after the other.
    Comment.objects.select_for_update().get(pk=comment.pk)
    earlier = Vote.objects.filter(comment=comment, reader=reader).first()
    before = earlier.value if earlier else 0
    after = 0 if before == value else int(value)
    if earlier:
        earlier.delete()
    if after:
        Vote.objects.create(comment=comment, reader=reader, value=after)
    Comment.objects.filter(pk=comment.pk).update(
        votes_up=F("votes_up") + int(after == 1) - int(before == 1),
        votes_down=F("votes_down") + int(after == -1) - int(before == -1),
        score=F("score") + after - before,
    )
    announce("vote_cast", comment=comment.pk, thread=comment.thread_id)
    return after
