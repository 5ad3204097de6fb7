"""A name belongs to whoever wrote under it first."""

import pytest

from broadsheet.accounts.models import Nickname
from broadsheet.discussion.models import Comment
from tests.cast import Person
from tests.newsroom import Paper


@pytest.fixture(autouse=True)
def taken(paper: Paper, ann: Person) -> None:
    """Ann has written as Ann."""
    ann.post(paper.thread, "The gulls will be pleased.")


def names() -> list[str]:
    return list(Comment.objects.order_by("pk").values_list("author_name", flat=True))


def test_it_works(paper: Paper, ann: Person) -> None:
    assert ann.post(paper.thread, "So will the herring.").status_code == 303
    assert names() == ["Ann", "Ann"]


@pytest.mark.parametrize("name", ["Ann", "ANN", " ann ", "A\u200bnn", "Ａｎｎ", "Ann\ufe0f"])
def test_nobody_else_can_write_under_it(paper: Paper, name: str) -> None:
    response = Person(name, network=9).post(paper.thread, "I am the real one.")
    assert response.status_code == 422
    assert "belongs to somebody else" in response.text
    assert "I am the real one." in response.text
    assert names() == ["Ann"]


def test_another_name_is_free(paper: Paper) -> None:
    assert Person("Anna", network=9).post(paper.thread, "A namesake, nearly.").status_code == 303


def test_a_reader_may_have_several_names(paper: Paper, ann: Person) -> None:
    ann.post(paper.thread, "So will the herring.", name="Ann of the harbour")
    assert names() == ["Ann", "Ann of the harbour"]
    assert Nickname.objects.count() == 2
    assert len(set(Nickname.objects.values_list("reader_id", flat=True))) == 1


def test_a_name_whose_comment_was_refused_is_not_taken(paper: Paper) -> None:
    Person("Gus", network=8).post(paper.thread, "")
    assert Person("Gus", network=9).post(paper.thread, "I am the first Gus.").status_code == 303


def test_staff_write_under_their_own_name_and_take_none(paper: Paper, cem: Person) -> None:
    cem.post(paper.thread, "Please stay civil.", name="Ann")
    assert names() == ["Ann", "Cem"]
    assert Comment.objects.get(author_name="Cem").by_staff
    assert not Nickname.objects.filter(name="Cem").exists()


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "\u3164", "\u2800", "x" * 61, "x" * 300])
def test_a_name_must_be_there_and_fit(paper: Paper, name: str) -> None:
    response = Person(name, network=9).post(paper.thread, "Without a proper name.")
    assert response.status_code == 422
    assert names() == ["Ann"]


def test_sixty_characters_fit_in_any_script(paper: Paper) -> None:
    for number, letter in enumerate("xß字م🙂ﷺ"):
        name = letter * 60
        response = Person(name, network=20 + number).post(paper.thread, f"Text {number}.")
        assert response.status_code == 303, letter
