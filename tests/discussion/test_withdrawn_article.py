"""What was said under an article is no more public than the article."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from broadsheet.discussion.models import Comment
from tests.cast import Person
from tests.newsroom import Paper, post

Work = Callable[[], None]
WORDS = "The bar was too rough."


@pytest.fixture
def remark(paper: Paper, work: Work, ann: Person) -> Comment:
    comment = post(paper.thread, WORDS)
    work()
    assert WORDS in ann.read(newest(paper)).content.decode()
    return comment


def newest(paper: Paper) -> str:
    return f"/discussion/{paper.thread.pk}/newest/"


def assert_hidden(paper: Paper, remark: Comment, person: Person) -> None:
    for address in (
        newest(paper),
        f"/discussion/{paper.thread.pk}/oldest/1/",
        f"/discussion/{paper.thread.pk}/conversation/1/",
        f"/discussion/{paper.thread.pk}/mine.json",
        remark.get_absolute_url(),
        f"{remark.get_absolute_url()}reply/",
    ):
        assert person.read(address).status_code == 404, address
    assert person.post(paper.thread, "Is anybody here?").status_code == 404
    assert person.vote(remark).status_code == 404


def test_it_works(paper: Paper, remark: Comment, work: Work, ann: Person) -> None:
    paper.ferry.unpublish()
    work()
    assert_hidden(paper, remark, ann)
    paper.ferry.refresh_from_db()
    paper.ferry.save_revision().publish()
    work()
    assert WORDS in ann.read(newest(paper)).content.decode()


def test_behind_a_password(paper: Paper, remark: Comment, work: Work, ann: Person) -> None:
    section = paper.harbour  # above the article: it counts for all below
    restriction = PageViewRestriction.objects.create(
        page=section, restriction_type=PageViewRestriction.PASSWORD, password="open"
    )
    cache.clear()
    work()
    assert_hidden(paper, remark, ann)
    restriction.delete()
    work()
    assert WORDS in ann.read(newest(paper)).content.decode()


def test_a_deleted_article(paper: Paper, remark: Comment, work: Work, ann: Person) -> None:
    paper.ferry.delete()
    work()
    assert_hidden(paper, remark, ann)


def test_a_deleted_section(paper: Paper, remark: Comment, work: Work, ann: Person) -> None:
    paper.harbour.delete()
    work()
    assert_hidden(paper, remark, ann)
