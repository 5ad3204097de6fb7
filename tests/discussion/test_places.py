"""Whatever happens in a thread, each comment is on the page that its permalink leads to, once."""

from collections import Counter
from collections.abc import Iterator
from itertools import count

import pytest
from django.urls import resolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from broadsheet.accounts.models import Reader
from broadsheet.discussion import places, queries
from broadsheet.discussion.actions.place import place
from broadsheet.discussion.models import Comment, Thread
from broadsheet.discussion.places import Place, block_count, block_of, head_blocks, roots_of_block
from broadsheet.discussion.queries import (
    Node,
    ThreadPage,
    conversation_page,
    head_page,
    numbered_page,
    page_of_comment,
    sort_address,
)
from tests.settings import TEST_DATABASE

numbers = count(1)

# A life of a thread: a new conversation, an answer to the n-th comment, the n-th goes out of sight.
deeds = st.lists(
    st.tuples(
        st.sampled_from(["root", "root", "reply", "reply", "reply", "hide"]), st.integers(0, 30)
    ),
    min_size=15,
    max_size=45,
)

# Each example writes rows, so a failing one is shown as it is: making it smaller takes minutes.
# The arithmetic is the same on both databases; a server answers more slowly than a file.
lives = settings(
    max_examples=12 if TEST_DATABASE else 60,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages so small that a short thread has every kind of them."""
    for name, size in {"BLOCK": 2, "REPLIES_SHOWN": 3, "CONVERSATION_PAGE": 4}.items():
        monkeypatch.setattr(places, name, size)
        monkeypatch.setattr(queries, name, size)


@pytest.mark.usefixtures("small_pages")
@given(deeds)
@settings(lives)
def test_every_comment_is_where_its_permalink_leads(db: None, life: list[tuple[str, int]]) -> None:
    thread = live(life)
    for comment in Comment.objects.filter(thread=thread, status="published"):
        address, _, anchor = page_of_comment(comment).partition("#")
        assert anchor == f"comment-{comment.pk}"
        page = page_at(address)
        assert shown_on(page)[comment.pk] == 1, address
        assert conversation_of(page, comment) == comment.root_number


@pytest.mark.usefixtures("small_pages")
@given(deeds, st.sampled_from(["newest", "oldest"]))
@settings(lives)
def test_who_turns_all_pages_sees_each_conversation_once(
    db: None, life: list[tuple[str, int]], sort: str
) -> None:
    thread = live(life)
    seen = Counter[int]()
    roots: list[int] = []
    pages = list(turned(sort_address(thread.pk, sort)))
    assert [page.previous for page in pages[1:]] == [page.address for page in pages[:-1]]
    for page in pages:
        seen += shown_on(page)
        roots += [node.comment.root_number or 0 for node in page.nodes]
    visible = Comment.objects.filter(
        thread=thread, status="published", reply_number__lte=places.REPLIES_SHOWN
    )
    assert seen == Counter(visible.values_list("pk", flat=True))
    assert roots == sorted(roots, reverse=sort == "newest")


@pytest.mark.usefixtures("small_pages")
@given(deeds)
@settings(lives)
def test_a_new_comment_moves_no_other(db: None, life: list[tuple[str, int]]) -> None:
    """What stands on a full block's page by number stays there, whatever is written afterwards."""
    thread = live(life)
    full = range(1, thread.root_count // places.BLOCK + 1)
    before = [[n.comment.pk for n in numbered_page(thread, "oldest", n).nodes] for n in full]
    for _ in range(places.BLOCK + 1):
        add(thread, None)
    thread.refresh_from_db()
    assert before == [
        [n.comment.pk for n in numbered_page(thread, "oldest", n).nodes] for n in full
    ]


@given(st.integers(1, 10**9))
def test_a_root_is_in_the_block_that_has_its_number(root_number: int) -> None:
    assert root_number in roots_of_block(block_of(root_number))
    assert Place(root_number, 0).block == block_of(root_number)


@given(st.integers(0, 10**6))
def test_the_first_page_has_a_full_block_as_soon_as_there_is_one(root_count: int) -> None:
    blocks = head_blocks(root_count)
    assert blocks[-1] == block_count(root_count)
    roots = sum(
        len(range(r.start, min(r.stop, root_count + 1))) for r in map(roots_of_block, blocks)
    )
    assert min(root_count, places.BLOCK) <= roots < 2 * places.BLOCK


@given(st.integers(0, 10**6))
def test_a_comment_is_on_the_page_of_its_conversation_that_has_its_number(number: int) -> None:
    page = Place(1, number).conversation_page
    assert (page - 1) * places.CONVERSATION_PAGE <= number < page * places.CONVERSATION_PAGE


def live(life: list[tuple[str, int]]) -> Thread:
    thread = Thread.objects.create(key=f"life:{next(numbers)}", title="Life", address="/life/")
    comments: list[Comment] = []
    for deed, which in life:
        chosen = comments[which % len(comments)] if comments else None
        if deed == "hide" and chosen:
            Comment.objects.filter(pk=chosen.pk).update(status="deleted")
        else:
            comments.append(add(thread, chosen if deed == "reply" else None))
    thread.refresh_from_db()
    return thread


def add(thread: Thread, parent: Comment | None) -> Comment:
    """A comment without the screens, which are no matter here and take their time."""
    author = Reader.objects.create()
    comment = Comment(thread=thread, parent=parent, author=author, status="published", text="x")
    place(comment)
    comment.save()
    return comment


def page_at(address: str) -> ThreadPage:
    """The page that stands at an address, as its view makes it."""
    match = resolve(address)
    values = dict(match.kwargs)
    thread = Thread.objects.get(pk=values["thread_id"])
    if "root_number" in values:
        return conversation_page(thread, values["root_number"], values.get("number", 1))
    if "number" in values:
        return numbered_page(thread, values["sort"], values["number"])
    return head_page(thread, values["sort"])


def turned(address: str) -> Iterator[ThreadPage]:
    """The page at an address and all that follow it."""
    visited: set[str] = set()
    while address:
        assert address not in visited, "the pages go round in a circle"
        visited.add(address)
        page = page_at(address)
        yield page
        address = page.next


def shown_on(page: ThreadPage) -> Counter[int]:
    """How often each visible comment is on a page."""
    return Counter(
        node.comment.pk for node in every(page.nodes) if node.comment.is_visible and node.is_shown
    )


def conversation_of(page: ThreadPage, comment: Comment) -> int | None:
    """The number of the root below which a comment is shown."""
    for root in page.nodes:
        if comment.pk in {node.comment.pk for node in every([root])}:
            return root.comment.root_number
    return None


def every(nodes: object) -> Iterator[Node]:
    for node in nodes:  # type: ignore[attr-defined]
        yield node
        yield from every(node.replies)
