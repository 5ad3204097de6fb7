"""The pages of a thread: three orders, plain links, and conversations of their own."""

import pytest

from broadsheet.discussion.models import Comment, Thread
from tests.cast import Person
from tests.discussion.pages import comments_on, fresh, link_on
from tests.newsroom import Paper, post, post_many


@pytest.fixture
def thread(paper: Paper) -> Thread:
    return paper.thread


def numbers(thread: Thread, person: Person, address: str) -> list[int | None]:
    """The root numbers of the comments on a page, in its order."""
    page = fresh(person, f"/discussion/{thread.pk}/{address}/")
    known = dict(Comment.objects.filter(thread=thread).values_list("pk", "root_number"))
    return [known[number] for number in comments_on(page)]


def test_it_works(thread: Thread, ann: Person) -> None:
    post_many(thread, 3)
    assert numbers(thread, ann, "newest") == [3, 2, 1]
    assert numbers(thread, ann, "oldest") == [1, 2, 3]


def test_the_most_voted_stand_first_and_among_equals_the_newest(
    thread: Thread, ann: Person, ben: Person
) -> None:
    comments = post_many(thread, 4)
    for person in (ann, ben):
        person.vote(comments[1])
    ann.vote(comments[2], up=False)
    assert numbers(thread, ann, "most-voted") == [2, 4, 1, 3]


def test_replies_stand_below_their_root_in_the_order_they_came(thread: Thread, ann: Person) -> None:
    first, second = post_many(thread, 2)
    replies = [post(thread, parent=first) for _ in range(2)]
    deep = post(thread, parent=replies[0])
    page = fresh(ann, f"/discussion/{thread.pk}/newest/")
    order = [second, first, replies[0], deep, replies[1]]
    assert comments_on(page) == [comment.pk for comment in order]


@pytest.mark.parametrize(
    ("roots", "first_page"),
    [
        (20, range(20, 0, -1)),
        (21, range(21, 0, -1)),
        (39, range(39, 0, -1)),
        (40, range(40, 20, -1)),
        (41, range(41, 20, -1)),
    ],
)
def test_the_first_page_has_twenty_to_thirty_nine_conversations(
    thread: Thread, ann: Person, roots: int, first_page: range
) -> None:
    post_many(thread, roots)
    assert numbers(thread, ann, "newest") == list(first_page)


def test_plain_links_lead_to_older_pages_and_back(thread: Thread, ann: Person) -> None:
    post_many(thread, 61)
    newest = f"/discussion/{thread.pk}/newest/"
    first = fresh(ann, newest)
    assert link_on(first, "prev") == ""
    assert link_on(first, "next") == f"{newest}2/"
    second = fresh(ann, f"{newest}2/")
    assert "Older comments" in second.text
    assert link_on(second, "prev") == newest
    assert link_on(second, "next") == f"{newest}1/"
    last = fresh(ann, f"{newest}1/")
    assert link_on(last, "next") == ""
    assert numbers(thread, ann, "newest/1") == list(range(20, 0, -1))


def test_the_oldest_are_counted_from_the_first(thread: Thread, ann: Person) -> None:
    post_many(thread, 41)
    assert numbers(thread, ann, "oldest") == list(range(1, 21))
    assert numbers(thread, ann, "oldest/2") == list(range(21, 41))
    assert numbers(thread, ann, "oldest/3") == [41]
    assert link_on(fresh(ann, f"/discussion/{thread.pk}/oldest/"), "next").endswith("/oldest/2/")
    assert link_on(fresh(ann, f"/discussion/{thread.pk}/oldest/3/"), "prev").endswith("/oldest/2/")


def test_the_most_voted_have_pages_too(thread: Thread, ann: Person) -> None:
    comments = post_many(thread, 21)
    ann.vote(comments[20], up=False)
    assert numbers(thread, ann, "most-voted") == list(range(20, 0, -1))
    assert numbers(thread, ann, "most-voted/2") == [21]


def test_the_three_orders_are_links(thread: Thread, ann: Person) -> None:
    post(thread)
    page = fresh(ann, f"/discussion/{thread.pk}/oldest/").text
    for order in ("newest", "oldest", "most-voted"):
        assert f'href="/discussion/{thread.pk}/{order}/#discussion"' in page
    assert page.count('aria-current="true"') == 1


def test_a_long_conversation_has_pages_of_its_own(thread: Thread, ann: Person) -> None:
    root, *others = post_many(thread, 2)
    replies = [post(thread, parent=root) for _ in range(51)]
    page = fresh(ann, f"/discussion/{thread.pk}/newest/")
    assert comments_on(page) == [others[0].pk, root.pk, *(reply.pk for reply in replies[:20])]
    assert "All 51 replies to" in page.text
    address = f"/discussion/{thread.pk}/conversation/1/"
    first, second = fresh(ann, address), fresh(ann, f"{address}2/")
    assert comments_on(first) == [root.pk, *(reply.pk for reply in replies[:49])]
    assert comments_on(second) == [root.pk, *(reply.pk for reply in replies[49:])]
    assert link_on(first, "next") == f"{address}2/"
    assert link_on(second, "prev") == address
    assert link_on(second, "next") == ""


@pytest.mark.parametrize(
    "address",
    [
        "newest/0",
        "newest/2",
        "oldest/2",
        "most-voted/2",
        "loudest",
        "conversation/0",
        "conversation/2",
        "conversation/1/2",
        "conversation/1/0",
        "newest/99999999999999999999",
        "conversation/99999999999999999999",
    ],
)
def test_there_is_no_such_page(thread: Thread, ann: Person, address: str) -> None:
    post(thread)
    assert ann.read(f"/discussion/{thread.pk}/{address}/").status_code == 404
    assert ann.read(f"/discussion/{thread.pk}/{address}/?fresh").status_code == 404


@pytest.mark.parametrize("number", ["404", "99999999999999999999"])
def test_there_is_no_such_thread(paper: Paper, ann: Person, number: str) -> None:
    assert ann.read(f"/discussion/{number}/newest/").status_code == 404


def test_an_empty_thread_has_a_page(thread: Thread, ann: Person) -> None:
    page = fresh(ann, f"/discussion/{thread.pk}/newest/").text
    assert "Nobody has written here yet." in page
    assert 'rel="next"' not in page


def test_search_engines_are_told_one_address(thread: Thread, ann: Person) -> None:
    post(thread)
    address = f"/discussion/{thread.pk}/oldest/"
    page = fresh(ann, address).text
    assert '<link rel="canonical" href="http://paper.test' in page


def test_names_and_texts_are_escaped_wherever_they_stand(thread: Thread, ann: Person) -> None:
    spoiled = '<script>alert("1")</script>'
    root = post(thread, spoiled, name=spoiled)
    for _ in range(21):
        post(thread, parent=root)
    for address in (f"/discussion/{thread.pk}/newest/", f"/discussion/{thread.pk}/conversation/1/"):
        page = fresh(ann, address).text
        assert "&lt;script&gt;alert" in page
        assert "<script>alert" not in page
