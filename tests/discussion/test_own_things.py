"""What is one's own is told in one small answer, and never in a page that others get."""

import pytest
from time_machine import TimeMachineFixture

from broadsheet.discussion.actions.threads import open_thread
from broadsheet.discussion.models import Comment
from tests.cast import Person
from tests.discussion.pages import fresh
from tests.newsroom import Paper, post

LINKS = "Buy https://a.test https://b.test https://c.test"


@pytest.fixture(autouse=True)
def noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)


def own(person: Person, paper: Paper) -> dict[str, object]:
    response = person.read(f"/discussion/{paper.thread.pk}/mine.json")
    assert "no-store" in response["Cache-Control"]
    answer: dict[str, object] = response.json()
    return answer


def test_it_works(paper: Paper, ann: Person) -> None:
    other = post(paper.thread)
    ann.post(paper.thread, "The gulls will be pleased.")
    ann.post(paper.thread, LINKS)
    ann.vote(other, up=False)
    mine, held = Comment.objects.filter(author_name="Ann").order_by("pk")
    until = mine.editable_until.timestamp()
    answer = own(ann, paper)
    notices = answer.pop("held")
    assert answer == {"name": "Ann", "votes": {str(other.pk): -1}, "own": {str(mine.pk): until}}
    assert len(notices) == 1  # type: ignore[arg-type]
    assert f"/discussion/comments/{held.pk}/receipt/" in notices[0]  # type: ignore[index]


def test_who_has_nothing_is_told_nothing(paper: Paper, ann: Person, ben: Person) -> None:
    ann.post(paper.thread, "The gulls will be pleased.")
    assert own(ben, paper) == {"name": "", "votes": {}, "own": {}, "held": []}


def test_things_of_other_threads_stay_there(paper: Paper, ann: Person) -> None:
    other = open_thread("page:other", "Another page", "/other/")
    ann.post(other, "The gulls will be pleased.")
    assert own(ann, paper) == {"name": "Ann", "votes": {}, "own": {}, "held": []}


def test_staff_are_called_by_their_name(paper: Paper, cem: Person) -> None:
    cem.post(paper.thread, "Please stay civil.")
    assert own(cem, paper)["name"] == "Cem"


def test_a_page_is_the_same_for_all(paper: Paper, ann: Person, ben: Person, cem: Person) -> None:
    ann.post(paper.thread, "The gulls will be pleased.")
    ann.post(paper.thread, LINKS)
    for address in (f"/discussion/{paper.thread.pk}/newest/", "/harbour/ferry-late/"):
        pages = {fresh(person, address).text for person in (ann, ben, cem)}
        assert len(pages) == 1
