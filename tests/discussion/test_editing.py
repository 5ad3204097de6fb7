"""For fifteen minutes an author can change a comment, and everybody sees that they did."""

import pytest
from time_machine import TimeMachineFixture

from broadsheet.discussion.models import Comment, Revision
from broadsheet.moderation.models import Decision
from broadsheet.outbox.models import Event
from tests.cast import Person
from tests.discussion.pages import comments_on, fresh
from tests.newsroom import Paper

LINKS = "Buy https://a.test https://b.test https://c.test"
MINUTE = 60


@pytest.fixture
def comment(paper: Paper, ann: Person, time_machine: TimeMachineFixture) -> Comment:
    """Ann has written something at noon."""
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)
    ann.post(paper.thread, "The gulls will be plesed.")
    return Comment.objects.get()


def page_of(paper: Paper, ann: Person) -> str:
    return fresh(ann, f"/discussion/{paper.thread.pk}/newest/").text


def test_it_works(
    paper: Paper, ann: Person, comment: Comment, time_machine: TimeMachineFixture
) -> None:
    time_machine.shift(5 * MINUTE)
    response = ann.edit(comment, "The gulls will be pleased.")
    assert response.status_code == 303
    page = page_of(paper, ann)
    assert "The gulls will be pleased." in page
    assert (
        'Last edited <time datetime="2026-11-23T12:05:00+00:00">23 Nov 2026, 12:05</time> by Ann'
        in page
    )
    assert Event.objects.filter(kind="comment_edited").count() == 1


def test_what_stood_there_is_kept(ann: Person, comment: Comment) -> None:
    ann.edit(comment, "The gulls will be pleased.")
    revision = Revision.objects.get()
    assert (revision.comment, revision.text) == (comment, "The gulls will be plesed.")
    assert revision.replaced_by == "Ann"


def test_it_keeps_its_place(ann: Person, comment: Comment) -> None:
    ann.edit(comment, "The gulls will be pleased.")
    comment.refresh_from_db()
    assert (comment.root_number, comment.status) == (1, "published")


def test_a_comment_that_nobody_edited_says_nothing_of_it(
    paper: Paper, ann: Person, comment: Comment
) -> None:
    assert "Last edited" not in page_of(paper, ann)


@pytest.mark.parametrize(("seconds", "status"), [(15 * MINUTE - 1, 303), (15 * MINUTE, 403)])
def test_after_fifteen_minutes_it_stands(
    ann: Person, comment: Comment, time_machine: TimeMachineFixture, seconds: int, status: int
) -> None:
    time_machine.shift(seconds)
    assert ann.edit(comment, "The gulls will be pleased.").status_code == status
    assert Revision.objects.exists() is (status == 303)


def test_the_form_has_the_text(ann: Person, comment: Comment) -> None:
    page = ann.read(f"/discussion/comments/{comment.pk}/edit/")
    assert page.status_code == 200
    assert "plesed" in page.text
    assert "You can edit until 23 Nov 2026, 12:15" in page.text
    assert "no-store" in page["Cache-Control"]


def test_nobody_else_can_edit_it(
    paper: Paper, ben: Person, cem: Person, dora: Person, comment: Comment
) -> None:
    for other in (ben, cem, dora, Person("Gus", network=9)):
        other.post(paper.thread, f"I am {other.name}, and known here.")
        assert other.edit(comment, "Hacked.").status_code == 403
        page = other.read(f"/discussion/comments/{comment.pk}/edit/")
        assert page.status_code == 403
    comment.refresh_from_db()
    assert comment.text == "The gulls will be plesed."


def test_nothing_changed_is_no_edit(ann: Person, comment: Comment) -> None:
    assert ann.edit(comment, "The gulls will be plesed.\r\n").status_code == 303
    comment.refresh_from_db()
    assert comment.edited_at is None
    assert not Revision.objects.exists()


@pytest.mark.parametrize("text", ["", " \u200b", "x" * 5001])
def test_a_text_that_cannot_stand_comes_back(ann: Person, comment: Comment, text: str) -> None:
    response = ann.edit(comment, text)
    assert response.status_code == 422
    assert "form-error" in response.text
    comment.refresh_from_db()
    assert comment.text == "The gulls will be plesed."


def test_an_edit_that_a_screen_holds_takes_it_out_of_sight(
    paper: Paper, ann: Person, ben: Person, comment: Comment
) -> None:
    response = ann.edit(comment, LINKS)
    assert response["Location"] == f"/discussion/comments/{comment.pk}/receipt/"
    comment.refresh_from_db()
    assert (comment.status, comment.root_number) == ("held", 1)
    assert comments_on(fresh(ben, f"/discussion/{paper.thread.pk}/newest/")) == []
    paper.thread.refresh_from_db()
    assert paper.thread.comment_count == 0


def test_an_edit_that_was_held_returns_to_its_place(
    paper: Paper, ann: Person, cem: Person, comment: Comment
) -> None:
    ann.edit(comment, LINKS)
    cem.decide(comment, approve="1")
    comment.refresh_from_db()
    assert (comment.status, comment.root_number) == ("published", 1)
    paper.thread.refresh_from_db()
    assert (paper.thread.root_count, paper.thread.comment_count) == (1, 1)


def test_a_held_comment_can_be_edited_and_is_still_held(
    paper: Paper, ann: Person, time_machine: TimeMachineFixture
) -> None:
    """Or else an author could take out the links, put them back and be seen."""
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)
    ann.post(paper.thread, LINKS)
    held = Comment.objects.get()
    assert ann.edit(held, "No more links.").status_code == 303
    held.refresh_from_db()
    assert (held.status, held.text) == ("held", "No more links.")
    assert Decision.objects.order_by("pk").last().action == "publish"  # type: ignore[union-attr]


def test_an_edit_is_no_repetition_of_what_it_was(ann: Person, comment: Comment) -> None:
    ann.edit(comment, "The gulls will be plesed!")
    comment.refresh_from_db()
    assert comment.status == "published"


def test_an_edit_counts_as_a_text_that_was_sent(
    paper: Paper, ann: Person, comment: Comment
) -> None:
    for number in range(5):
        ann.edit(comment, f"Version {number}.")
        comment.refresh_from_db()
    response = ann.edit(comment, "Version six.")
    assert response.status_code == 422
    assert "Wait a minute" in response.text


def test_a_reader_with_a_login_edits_too(
    paper: Paper, ben: Person, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)
    ben.post(paper.thread, "Good mornig.")
    comment = Comment.objects.get()
    ben.edit(comment, "Good morning.")
    comment.refresh_from_db()
    assert comment.text == "Good morning."


def test_the_paper_sets_how_long(settings: object, ann: Person, comment: Comment) -> None:
    settings.BROADSHEET_EDIT_MINUTES = 0  # type: ignore[attr-defined]
    assert ann.edit(comment, "Too late.").status_code == 403
