"""One form is one comment, however often it is sent."""

import uuid

import pytest
from django.http import HttpResponse

from broadsheet.discussion.actions.threads import open_thread
from broadsheet.discussion.models import Comment
from broadsheet.outbox.models import Event
from tests.at_once import at_once
from tests.cast import Person
from tests.newsroom import Paper

TEXT = "The gulls will be pleased."


@pytest.fixture
def key() -> str:
    return str(uuid.uuid4())


def test_it_works(paper: Paper, ann: Person, key: str) -> None:
    first = ann.post(paper.thread, TEXT, key=key)
    again = ann.post(paper.thread, TEXT, key=key)
    assert [first.status_code, again.status_code] == [303, 303]
    assert first["Location"] == again["Location"]
    assert Comment.objects.count() == 1
    assert Event.objects.filter(kind="comment_published").count() == 1


def test_another_key_is_another_comment(paper: Paper, ann: Person) -> None:
    for _ in range(2):
        ann.post(paper.thread, TEXT, key=str(uuid.uuid4()))
    assert Comment.objects.count() == 2


def test_the_same_key_with_another_text_is_told(paper: Paper, ann: Person, key: str) -> None:
    ann.post(paper.thread, TEXT, key=key)
    response = ann.post(paper.thread, "Something else.", key=key)
    assert response.status_code == 422
    assert "sent already, with another text" in response.text
    assert Comment.objects.get().text == TEXT


def test_a_key_counts_in_its_own_thread(paper: Paper, ann: Person, key: str) -> None:
    other = open_thread("page:other", "Another page", "/other/")
    for thread in (paper.thread, other):
        assert ann.post(thread, TEXT, key=key).status_code == 303
    assert Comment.objects.count() == 2


def test_a_held_comment_is_also_sent_once(paper: Paper, ann: Person, key: str) -> None:
    text = "https://a.test https://b.test https://c.test"
    answers = [ann.post(paper.thread, text, key=key) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Comment.objects.get().status == "held"


@pytest.mark.django_db(transaction=True)
def test_the_same_form_many_times_at_once(paper: Paper, key: str) -> None:
    browsers = [Person("Ann", network=1) for _ in range(8)]
    answers = at_once(
        *[
            lambda each=each: each.post(paper.thread, TEXT, key=key, script=True)
            for each in browsers
        ]
    )
    assert [status(answer) for answer in answers] == [201] * 8
    assert len({answer["Location"] for answer in answers}) == 1  # type: ignore[index]
    assert Comment.objects.count() == 1
    assert len({browser.guest_key for browser in browsers}) == 1
    paper.thread.refresh_from_db()
    assert (paper.thread.root_count, paper.thread.comment_count) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_many_at_once_get_numbers_of_their_own(paper: Paper) -> None:
    people = [Person(f"Guest {number}", network=20 + number) for number in range(12)]
    answers = at_once(
        *[lambda each=each: each.post(paper.thread, f"I am {each.name}.") for each in people]
    )
    assert [status(answer) for answer in answers] == [303] * 12
    numbers = Comment.objects.order_by("root_number").values_list("root_number", flat=True)
    assert list(numbers) == list(range(1, 13))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_want_one_name_at_once_one_gets_it(paper: Paper) -> None:
    people = [Person("Gus", network=20 + number) for number in range(6)]
    answers = at_once(
        *[
            lambda each=each, n=n: each.post(paper.thread, f"I am Gus {n}.")
            for n, each in enumerate(people)
        ]
    )
    assert sorted(status(answer) for answer in answers) == [303, 422, 422, 422, 422, 422]
    assert Comment.objects.count() == 1


def status(answer: HttpResponse | Exception) -> int:
    if isinstance(answer, Exception):
        raise answer
    return answer.status_code
