"""Pages of a thread. Each is one indexed query, whatever the size of the thread."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.urls import reverse

from broadsheet.accounts.models import Reader
from broadsheet.discussion.models import Comment, Thread
from broadsheet.discussion.places import (
    BLOCK,
    CONVERSATION_PAGE,
    MOST_VOTED,
    NEWEST,
    OLDEST,
    REPLIES_SHOWN,
    SORTS,
    Place,
    block_count,
    head_blocks,
    roots_of_block,
)


@dataclass
class Node:
    """A comment as a page shows it, with the replies below it."""

    comment: Comment
    parent: Comment | None = None
    replies: list["Node"] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        """A comment that was taken away leaves a gap only where replies need one."""
        return self.comment.is_visible or any(reply.is_shown for reply in self.replies)

    @property
    def has_more_replies(self) -> bool:
        return self.comment.numbered_replies > REPLIES_SHOWN


@dataclass(frozen=True)
class ThreadPage:
    """One page of a thread: what the template needs, and links as plain addresses."""

    thread: Thread
    sort: str
    nodes: Sequence[Node]
    address: str
    previous: str = ""
    next: str = ""
    label: str = ""

    @property
    def sorts(self) -> list[tuple[str, str, bool]]:
        """(label, address, is this one) of each order, as links above the comments."""
        return [
            (label, sort_address(self.thread.pk, sort), sort == self.sort)
            for sort, label in SORTS.items()
        ]


def head_page(thread: Thread, sort: str) -> ThreadPage:
    """The first page of a thread in one order, as it also stands under the article."""
    if sort == NEWEST:
        blocks = head_blocks(thread.root_count)
        older = page_address(thread.pk, NEWEST, blocks[0] - 1) if blocks[0] > 1 else ""
        nodes = nodes_of_blocks(thread, blocks)
        address = sort_address(thread.pk, NEWEST)
        return ThreadPage(thread, NEWEST, nodes[::-1], address, next=older)
    return numbered_page(thread, sort, 1)


def numbered_page(thread: Thread, sort: str, number: int) -> ThreadPage:
    """Page `number` of a thread. By newest and oldest the number is the block's, so that an address
    always shows the same conversations. Raises LookupError when there is no such page."""
    last = block_count(thread.root_count)
    if not 1 <= number <= last:
        raise LookupError(number)
    before = page_address(thread.pk, sort, number - 1) if number > 1 else ""
    after = page_address(thread.pk, sort, number + 1) if number < last else ""
    address, label = page_address(thread.pk, sort, number), f"Page {number} of {last}"
    if sort == MOST_VOTED:
        nodes = nodes_most_voted(thread, number)
        return ThreadPage(thread, sort, nodes, address, before, after, label)
    nodes = nodes_of_blocks(thread, [number])
    if sort == OLDEST:
        return ThreadPage(thread, sort, nodes, address, before, after, label)
    # By newest, older conversations come next; the last two blocks belong to the first page.
    if number + 1 in head_blocks(thread.root_count):
        after = sort_address(thread.pk, NEWEST)
    return ThreadPage(thread, sort, nodes[::-1], address, after, before, label)


def conversation_page(thread: Thread, root_number: int, number: int) -> ThreadPage:
    """One conversation, `CONVERSATION_PAGE` comments a page. Raises LookupError."""
    if not 1 <= root_number <= thread.root_count:
        raise LookupError(root_number)
    first = (number - 1) * CONVERSATION_PAGE
    here = Q(reply_number__gte=first, reply_number__lt=first + CONVERSATION_PAGE)
    comments = list(placed(thread, [root_number]).filter(here | Q(reply_number=0)))
    if number < 1 or not comments or (first and len(comments) == 1):
        raise LookupError(number)
    root = comments[0]
    last = root.numbered_replies // CONVERSATION_PAGE + 1
    return ThreadPage(
        thread,
        "conversation",
        nest(comments),
        conversation_address(thread.pk, root_number, number),
        conversation_address(thread.pk, root_number, number - 1) if number > 1 else "",
        conversation_address(thread.pk, root_number, number + 1) if number < last else "",
        f"Conversation, page {number} of {last}" if last > 1 else "Conversation",
    )


def nodes_of_blocks(thread: Thread, blocks: Iterable[int]) -> list[Node]:
    numbers = [number for block in blocks for number in roots_of_block(block)]
    return shown(nest(placed(thread, numbers).filter(reply_number__lte=REPLIES_SHOWN)))


def nodes_most_voted(thread: Thread, page: int) -> list[Node]:
    roots = Comment.objects.filter(
        thread=thread, reply_number=0, status=Comment.Status.PUBLISHED
    ).order_by("-score", "-root_number")
    start = (page - 1) * BLOCK
    order = list(roots.values_list("root_number", flat=True)[start : start + BLOCK])
    nodes = nest(placed(thread, order).filter(reply_number__lte=REPLIES_SHOWN))
    rank = {number: position for position, number in enumerate(order)}
    return shown(sorted(nodes, key=lambda node: rank[node.comment.root_number]))


def placed(thread: Thread, root_numbers: Sequence[int | None]) -> QuerySet[Comment]:
    comments = Comment.objects.filter(thread=thread, root_number__in=root_numbers)
    return comments.order_by("root_number", "reply_number")


def nest(comments: Iterable[Comment]) -> list[Node]:
    """Trees of comments that come in the order of their numbers.

    A parent has a lower number than its replies, so one pass is enough. When the parent is on
    another page, the reply hangs on its root.
    """
    roots: list[Node] = []
    nodes: dict[int, Node] = {}
    for comment in comments:
        node = nodes[comment.pk] = Node(comment)
        if comment.reply_number == 0:
            roots.append(node)
        elif roots:
            above = nodes.get(comment.parent_id or 0, roots[-1])
            # Whoever wrote what was taken away is not named by those who answered.
            is_named = above.comment.pk == comment.parent_id and above.comment.is_visible
            node.parent = above.comment if is_named else None
            above.replies.append(node)
    return roots


def shown(nodes: Iterable[Node]) -> list[Node]:
    return [node for node in nodes if node.is_shown]


def page_of_comment(comment: Comment) -> str:
    """The address of the page on which a published comment stands, with its anchor."""
    assert comment.root_number is not None
    assert comment.reply_number is not None
    place = Place(comment.root_number, comment.reply_number)
    thread = comment.thread
    if not place.is_on_block_page:
        page = conversation_address(thread.pk, place.root_number, place.conversation_page)
    elif place.block in head_blocks(thread.root_count):
        page = sort_address(thread.pk, NEWEST)
    else:
        page = page_address(thread.pk, NEWEST, place.block)
    return f"{page}#comment-{comment.pk}"


def comment_by_idempotency_key(key_hash: str) -> Comment | None:
    # Nearly always there is none, and asking for a number alone takes a third of the time.
    number = Comment.objects.filter(idempotency_key=key_hash).values_list("pk", flat=True).first()
    return Comment.objects.select_related("thread").get(pk=number) if number else None


def held_comments() -> QuerySet[Comment]:
    """What waits for a moderator, the longest waiting first."""
    held = Comment.objects.filter(status=Comment.Status.HELD)
    return held.select_related("thread", "parent").order_by("created_at")


def own_votes(thread: Thread, reader: Reader) -> dict[int, int]:
    """What this reader voted in a thread: number of the comment, 1 or -1."""
    votes = reader.votes.filter(comment__thread=thread)
    return dict(votes.values_list("comment_id", "value"))


def own_comments(thread: Thread, reader: Reader) -> tuple[list[Comment], list[Comment]]:
    """This reader's latest comments in a thread: (those that all can see, those that are held)."""
    comments = list(reader.comments.filter(thread=thread).order_by("-pk")[:100])
    held = [comment for comment in comments if comment.status == Comment.Status.HELD]
    return [comment for comment in comments if comment.is_visible], held


def sort_address(thread_id: int, sort: str) -> str:
    return reverse("discussion:thread", args=[thread_id, sort])


def page_address(thread_id: int, sort: str, number: int) -> str:
    return reverse("discussion:thread-page", args=[thread_id, sort, number])


def conversation_address(thread_id: int, root_number: int, number: int = 1) -> str:
    if number == 1:
        return reverse("discussion:conversation", args=[thread_id, root_number])
    return reverse("discussion:conversation-page", args=[thread_id, root_number, number])
