"""At the desk a moderator publishes or refuses what is held, and each decision is made once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import TimeMachineFixture

from broadsheet.discussion.actions.decide import AlreadyDecided, approve, reject
from broadsheet.discussion.models import Comment
from broadsheet.moderation.models import Decision
from broadsheet.moderation.verdicts import Reason
from broadsheet.outbox.models import Event
from tests.at_once import at_once
from tests.cast import Person
from tests.newsroom import Paper, post, post_held, post_many

DESK = "/admin/desk/"


@pytest.fixture
def held(paper: Paper) -> Comment:
    return post_held(paper.thread, name="Zoe")


def status(comment: Comment) -> str:
    comment.refresh_from_db()
    return comment.status


def test_it_works(paper: Paper, cem: Person, held: Comment) -> None:
    response = cem.decide(held, approve="1")
    assert response.status_code == 302
    assert response["Location"] == DESK
    assert (status(held), held.root_number) == ("published", 1)
    paper.thread.refresh_from_db()
    assert paper.thread.comment_count == 1
    decision = Decision.objects.order_by("pk").last()
    assert decision
    assert (decision.subject, decision.action) == (held.subject, "publish")
    assert decision.moderator == cem.user
    assert Event.objects.order_by("pk").last().kind == "comment_published"  # type: ignore[union-attr]


def test_a_refusal_carries_a_reason_that_the_author_can_read(
    paper: Paper, ann: Person, cem: Person
) -> None:
    ann.post(paper.thread, "Buy https://a.test https://b.test https://c.test")
    held = Comment.objects.get()
    cem.decide(held, reject="1", reason="No advertisements, please.")
    assert (status(held), held.root_number) == ("rejected", None)
    page = ann.receipt(held).text
    assert "It was not published" in page
    assert "No advertisements, please." in page


def test_without_a_reason_nothing_is_refused(cem: Person, held: Comment) -> None:
    cem.decide(held, reject="1", reason="")
    assert status(held) == "held"
    assert "Give the author a reason" in cem.read(DESK).text


def test_the_desk_shows_what_waits_and_why(paper: Paper, cem: Person, held: Comment) -> None:
    page = cem.read(DESK)
    assert page.status_code == 200
    assert "Zoe" in page.text
    assert "https://shop.test/" in page.text
    assert "more than 2 links" in page.text
    assert paper.thread.title in page.text


def test_the_longest_waiting_stands_first(
    paper: Paper, cem: Person, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)
    names = ["First", "Second", "Third"]
    for name in names:
        post_held(paper.thread, name=name)
        time_machine.shift(60)
    page = cem.read(DESK).text
    assert sorted(names, key=page.index) == names


def test_what_is_decided_is_gone_from_the_desk(cem: Person, held: Comment) -> None:
    cem.decide(held, approve="1")
    assert "Nothing is waiting." in cem.read(DESK).text


def test_html_of_a_held_comment_is_only_text(paper: Paper, cem: Person) -> None:
    post(paper.thread, "<script>alert(1)</script> " + "https://a.test " * 3, name="<b>Zoe</b>")
    page = cem.read(DESK).text
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<b>Zoe</b>" not in page


@pytest.mark.parametrize("buttons", [{"approve": "1"}, {"reject": "1", "reason": "No."}])
def test_only_moderators_decide(
    paper: Paper, ann: Person, ben: Person, held: Comment, buttons: dict[str, str]
) -> None:
    for person in (ann, ben):
        response = person.decide(held, **buttons)
        assert response.status_code in {302, 403}
        assert "/login/" in response.get("Location", "/login/")
        assert "Zoe" not in person.read(DESK).text
    assert status(held) == "held"


def test_staff_without_the_permission_see_no_desk(paper: Paper, cem: Person, held: Comment) -> None:
    assert cem.user
    cem.user.groups.get().permissions.filter(codename="change_comment").delete()
    assert cem.decide(held, approve="1").status_code in {302, 403}
    assert "Zoe" not in cem.read(DESK).text
    assert status(held) == "held"


def test_the_editor_may_too(dora: Person, held: Comment) -> None:
    dora.decide(held, approve="1")
    assert status(held) == "published"


def test_a_second_decision_is_told_and_changes_nothing(
    cem: Person, dora: Person, held: Comment
) -> None:
    cem.decide(held, reject="1", reason="No advertisements, please.")
    dora.decide(held, approve="1")
    assert "Somebody else has decided" in dora.read(DESK).text
    assert status(held) == "rejected"
    assert Decision.objects.filter(subject=held.subject).exclude(moderator=None).count() == 1


def test_a_published_comment_is_not_for_the_desk(paper: Paper, cem: Person) -> None:
    comment = post(paper.thread)
    cem.decide(comment, reject="1", reason="No.")
    assert status(comment) == "published"


def test_an_approved_comment_stands_among_the_newest(
    paper: Paper, cem: Person, held: Comment
) -> None:
    post_many(paper.thread, 3)
    cem.decide(held, approve="1")
    held.refresh_from_db()
    assert held.root_number == 4


def test_an_approved_reply_stands_in_its_conversation(paper: Paper, cem: Person) -> None:
    root = post(paper.thread)
    reply = post_held(paper.thread, parent=root)
    post(paper.thread, parent=root)
    cem.decide(reply, approve="1")
    reply.refresh_from_db()
    assert (reply.root_number, reply.reply_number) == (1, 2)


def test_a_decision_is_only_posted(cem: Person, held: Comment) -> None:
    assert cem.read(f"{DESK}{held.pk}/").status_code == 405
    assert status(held) == "held"


def test_a_long_queue_has_pages_and_few_queries(paper: Paper, cem: Person) -> None:
    for _ in range(51):
        post_held(paper.thread)
    cem.read(DESK)
    with CaptureQueriesContext(
        connection,
    ) as first:
        page = cem.read(DESK).text
    assert page.count('name="approve"') == 50
    assert len(first) <= 25
    assert cem.read(f"{DESK}?p=2").text.count('name="approve"') == 1


@pytest.mark.django_db(transaction=True)
def test_two_moderators_at_once(paper: Paper, cem: Person, dora: Person, held: Comment) -> None:
    assert cem.user
    assert dora.user
    why = Reason("moderator", "No advertisements, please.")
    copies = [Comment.objects.get(pk=held.pk) for _ in range(4)]
    answers = at_once(
        lambda: approve(copies[0], cem.user),  # type: ignore[arg-type]
        lambda: approve(copies[1], dora.user),  # type: ignore[arg-type]
        lambda: reject(copies[2], cem.user, why),  # type: ignore[arg-type]
        lambda: reject(copies[3], dora.user, why),  # type: ignore[arg-type]
    )
    assert sorted(type(answer).__name__ for answer in answers) == [
        "AlreadyDecided",
        "AlreadyDecided",
        "AlreadyDecided",
        "Comment",
    ]
    assert AlreadyDecided
    assert Decision.objects.exclude(moderator=None).count() == 1
    paper.thread.refresh_from_db()
    assert paper.thread.root_count == (1 if status(held) == "published" else 0)
