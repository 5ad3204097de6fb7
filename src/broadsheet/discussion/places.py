"""Where a comment stands: pure arithmetic on its two numbers, no database.

A thread is cut into blocks of `BLOCK` conversations by root number. A block never changes its
members once it is full, so a new comment makes one block stale and moves no other page.
"""

from dataclasses import dataclass

BLOCK = 20  # conversations on a page
REPLIES_SHOWN = 20  # replies of a conversation on that page; the rest are one link away
CONVERSATION_PAGE = 50  # comments on a page of one conversation

NEWEST, OLDEST, MOST_VOTED = "newest", "oldest", "most-voted"
SORTS = {NEWEST: "Newest", OLDEST: "Oldest", MOST_VOTED: "Most voted"}
DEFAULT_SORT = NEWEST


@dataclass(frozen=True)
class Place:
    root_number: int
    reply_number: int

    @property
    def block(self) -> int:
        return block_of(self.root_number)

    @property
    def is_on_block_page(self) -> bool:
        return self.reply_number <= REPLIES_SHOWN

    @property
    def conversation_page(self) -> int:
        return self.reply_number // CONVERSATION_PAGE + 1


def block_of(root_number: int) -> int:
    return (root_number - 1) // BLOCK + 1


def block_count(root_count: int) -> int:
    """At least 1: an empty thread has an empty page."""
    return max(1, block_of(root_count)) if root_count else 1


def roots_of_block(block: int) -> range:
    return range((block - 1) * BLOCK + 1, block * BLOCK + 1)


def head_blocks(root_count: int) -> list[int]:
    """The blocks on the first page by newest: the last one, and the one before while it fills up."""
    last = block_count(root_count)
    if last > 1 and root_count % BLOCK:
        return [last - 1, last]
    return [last]
