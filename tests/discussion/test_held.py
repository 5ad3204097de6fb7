"""A held comment is its author's and the moderators' until it is decided on."""

import pytest

from broadsheet.discussion.models import Comment
from broadsheet.moderation.models import Decision
from broadsheet.outbox.models import Event
from tests.cast import Person
from tests.discussion.pages import comments_on, fresh
from tests.newsroom import Paper

LINKS = "Buy https://a.test https://b.test https://c.test"
WHY = "A text with more than 2 links is read by a person first."


@pytest.fixture
def held(paper: Paper, ann: Person) -> Comment:
    """Ann has sent three links."""
    ann.post(paper.thread, LINKS)
    return Comment.objects.get()


def test_it_works(paper: Paper, ann: Person) -> None:
    response = ann.post(paper.thread, LINKS)
    comment = Comment.objects.get()
    assert response.status_code == 303
    assert response["Location"] == f"/discussion/comments/{comment.pk}/receipt/"
    assert (comment.status, comment.root_number) == ("held", None)
    assert Event.objects.filter(done_at=None).get().kind == "comment_held"


def test_its_author_reads_why(ann: Person, held: Comment) -> None:
    page = ann.receipt(held)
    assert page.status_code == 200
    assert "It waits for a person to read it" in page.text
    assert WHY in page.text
    assert "https://a.test" in page.text


def test_the_receipt_is_kept_nowhere(ann: Person, held: Comment) -> None:
    assert "no-store" in ann.receipt(held)["Cache-Control"]


def test_strangers_do_not_learn_that_it_exists(
    paper: Paper, ben: Person, cem: Person, held: Comment
) -> None:
    for stranger in (ben, cem, Person("Gus", network=9)):
        stranger.post(paper.thread, f"I am {stranger.name}, and known here.")
        assert stranger.receipt(held).status_code == 404
        assert stranger.read(held.get_absolute_url()).status_code == 404
        page = fresh(stranger, f"/discussion/{paper.thread.pk}/newest/")
        assert held.pk not in comments_on(page)
        assert "https://a.test" not in page.text


def test_the_thread_does_not_count_it(paper: Paper, held: Comment) -> None:
    paper.thread.refresh_from_db()
    assert (paper.thread.root_count, paper.thread.comment_count) == (0, 0)


def test_our_script_gets_a_notice_instead_of_a_comment(paper: Paper, ann: Person) -> None:
    response = ann.post(paper.thread, LINKS, script=True)
    assert response.status_code == 201
    assert comments_on(response) == []
    assert "https://a.test" not in response.text
    assert f"/discussion/comments/{Comment.objects.get().pk}/receipt/" in response.text


def test_the_log_has_the_reasons(held: Comment) -> None:
    decision = Decision.objects.get()
    assert (decision.subject, decision.action) == (held.subject, "hold")
    assert decision.author == f"reader:{held.author_id}"
    assert [reason["code"] for reason in decision.reasons] == ["links"]
    assert decision.moderator is None


def test_a_broken_screen_holds_and_says_so(
    paper: Paper, ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadsheet.moderation.screens.words.Word.objects.all", None)
    response = ann.post(paper.thread, "An innocent text.")
    assert response["Location"].endswith("/receipt/")
    page = ann.read(response["Location"]).text
    assert "A check did not work, so a person will look at your text first." in page
    assert "TypeError" not in page
