"""A page costs the same few queries, however long its thread is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from broadsheet.discussion.models import Thread
from tests.cast import Person
from tests.newsroom import Paper, post, post_many

# What the thread itself costs: its row, its comments, and for the most voted their order.
MOST = {"newest/": 2, "oldest/": 2, "oldest/2/": 2, "most-voted/": 3, "conversation/1/": 2}


@pytest.fixture
def thread(paper: Paper) -> Thread:
    """21 conversations, in which others have answered."""
    for root in post_many(paper.thread, 21):
        post(paper.thread, parent=root)
    return paper.thread


def queries(person: Person, address: str) -> list[str]:
    person.read(address)  # what is asked once and remembered is not the page's price
    with CaptureQueriesContext(connection) as captured:
        assert person.read(f"{address}?fresh").status_code == 200
    return [query["sql"] for query in captured]


@pytest.mark.parametrize("page", MOST)
def test_it_works(thread: Thread, ann: Person, page: str) -> None:
    asked = queries(ann, f"/discussion/{thread.pk}/{page}")
    assert len([each for each in asked if "broadsheet_discussion" in each]) <= MOST[page]
    assert len(asked) <= 8


@pytest.mark.parametrize("address", ["/harbour/ferry-late/", "/discussion/{}/newest/"])
def test_more_comments_cost_no_more_queries(thread: Thread, ann: Person, address: str) -> None:
    address = address.format(thread.pk)
    before = len(queries(ann, address))
    for root in post_many(thread, 10):
        post(thread, parent=root)
    assert len(queries(ann, address)) == before


def test_an_article_with_its_discussion_has_a_ceiling(thread: Thread, ann: Person) -> None:
    assert len(queries(ann, "/harbour/ferry-late/")) <= 24


def test_what_is_ones_own_costs_little(thread: Thread, ann: Person) -> None:
    for number in range(5):
        ann.post(thread, f"Remark {number} of mine.")
    assert len(queries(ann, f"/discussion/{thread.pk}/mine.json")) <= 6
