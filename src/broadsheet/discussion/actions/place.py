from django.db.models import F

from broadsheet.discussion.models import Comment, Thread


def place(comment: Comment) -> None:
    """Give an unplaced comment its numbers and count it. Saves nothing of the comment itself.

    Needs a transaction: the row whose counter is raised stays locked until the numbers are stored.
    """
    thread = Thread.objects.filter(pk=comment.thread_id)
    if comment.parent is None:
        thread.update(root_count=F("root_count") + 1, comment_count=F("comment_count") + 1)
        comment.root_number = thread.values_list("root_count", flat=True).get()
        comment.reply_number = 0
        return
    thread.update(comment_count=F("comment_count") + 1)
    root = Comment.objects.filter(
        thread=comment.thread_id, root_number=comment.parent.root_number, reply_number=0
    )
    root.update(numbered_replies=F("numbered_replies") + 1)
    comment.root_number = comment.parent.root_number
    comment.reply_number = root.values_list("numbered_replies", flat=True).get()
