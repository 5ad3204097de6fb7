"""A comment that is sent is taken, or the form comes back with the text in it."""

import pytest

from broadsheet.discussion.models import Comment
from broadsheet.moderation.models import Decision
from broadsheet.outbox.models import Event
from tests.cast import FRAGMENT, Person
from tests.discussion.pages import comments_on, fresh
from tests.newsroom import Paper

TEXT = "The gulls will be pleased.\n\nSo will <b>I</b>."


def kinds() -> list[str]:
    return list(Event.objects.filter(done_at=None).values_list("kind", flat=True))


def test_it_works(paper: Paper, ann: Person) -> None:
    response = ann.post(paper.thread, TEXT)
    comment = Comment.objects.get()
    assert response.status_code == 303
    assert response["Location"] == f"/discussion/comments/{comment.pk}/?just-posted"
    assert (comment.author_name, comment.text) == ("Ann", TEXT)
    assert (
        comment.body_html == "<p>The gulls will be pleased.</p><p>So will &lt;b&gt;I&lt;/b&gt;.</p>"
    )
    assert (comment.status, comment.root_number, comment.reply_number) == ("published", 1, 0)
    assert kinds() == ["comment_published"]


def test_its_writer_is_led_to_it(paper: Paper, ann: Person) -> None:
    posted = ann.post(paper.thread, TEXT)
    there = ann.read(posted["Location"])
    assert there.status_code == 302
    page = ann.read(there["Location"])
    assert comments_on(page) == [Comment.objects.get().pk]
    assert "So will &lt;b&gt;I&lt;/b&gt;." in page.text


def test_our_script_gets_the_piece_to_insert(paper: Paper, ann: Person) -> None:
    response = ann.post(paper.thread, TEXT, script=True)
    assert response.status_code == 201
    assert response["Location"].endswith("?just-posted")
    assert comments_on(response) == [Comment.objects.get().pk]
    assert "<html" not in response.text


def test_readers_find_it_under_the_article_once_the_worker_was_there(
    paper: Paper, ann: Person, ben: Person, work: object
) -> None:
    assert "Nobody has written here yet." in ben.read("/harbour/ferry-late/").text
    ann.post(paper.thread, TEXT)
    work()  # type: ignore[operator]
    page = ben.read("/harbour/ferry-late/").text
    assert "1 comment<" in page
    assert "The gulls will be pleased." in page


def test_the_thread_counts_it(paper: Paper, ann: Person) -> None:
    for text in ("One.", "Two."):
        ann.post(paper.thread, text)
    paper.thread.refresh_from_db()
    assert (paper.thread.root_count, paper.thread.comment_count) == (2, 2)


@pytest.mark.parametrize("script", [False, True])
@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text": ""}, "There is no text yet."),
        ({"text": " \n\u200b "}, "There is no text."),
        ({"text": "x" * 5001}, "5,001 characters; 5,000 fit."),
        ({"name": ""}, "Choose a name to write under."),
        ({"name": "x" * 61}, "at most 60 characters"),
        ({"parent": "12345"}, "no longer here"),
        ({"parent": "<script>"}, "whole number"),
    ],
)
def test_what_is_not_taken_comes_back_with_the_reason(
    paper: Paper, ann: Person, fields: dict[str, str], complaint: str, script: bool
) -> None:
    values = {"name": "Ann", "text": "The gulls will be pleased."} | fields
    headers = FRAGMENT if script else {}
    response = ann.client.post(f"/discussion/{paper.thread.pk}/comments/", values, headers=headers)
    assert response.status_code == 422
    assert complaint in response.text
    assert ("<html" in response.text) is not script
    assert fields.get("text", "The gulls will be pleased.").strip() in response.text
    assert not Comment.objects.exists()
    assert kinds() == []


def test_what_cannot_be_stored_is_left_out(paper: Paper, ann: Person) -> None:
    ann.post(paper.thread, "One\x00 line\r\nand \u202eanother.", name="An\x07n")
    comment = Comment.objects.get()
    assert (comment.author_name, comment.text) == ("Ann", "One line\nand another.")


def test_a_closed_thread_takes_nothing(paper: Paper, ann: Person) -> None:
    paper.thread.is_open = False
    paper.thread.save()
    response = ann.post(paper.thread, TEXT)
    assert response.status_code == 422
    assert "This discussion is closed." in response.text
    assert "So will" in response.text
    assert not Comment.objects.exists()


def test_a_closed_thread_offers_no_form(paper: Paper, ann: Person) -> None:
    address = f"/discussion/{paper.thread.pk}/newest/"
    assert 'class="comment-form"' in fresh(ann, address).text
    paper.thread.is_open = False
    paper.thread.save()
    assert 'class="comment-form"' not in fresh(ann, address).text


def test_there_is_no_thread_of_that_number(paper: Paper, ann: Person) -> None:
    response = ann.client.post("/discussion/404/comments/", {"name": "Ann", "text": TEXT})
    assert response.status_code == 404


def test_it_is_only_posted_never_fetched(paper: Paper, ann: Person) -> None:
    assert ann.read(f"/discussion/{paper.thread.pk}/comments/").status_code == 405


def test_the_answer_is_nobody_elses_to_keep(paper: Paper, ann: Person) -> None:
    assert "no-store" in ann.post(paper.thread, TEXT)["Cache-Control"]
    assert "no-store" in ann.post(paper.thread, "")["Cache-Control"]


def test_too_fast_is_refused_and_leaves_no_log(paper: Paper, ann: Person) -> None:
    for number in range(6):
        assert ann.post(paper.thread, f"Number {number}.").status_code == 303
    for _ in range(3):
        response = ann.post(paper.thread, "Number seven.")
        assert response.status_code == 422
        assert "Wait a minute" in response.text
    assert Decision.objects.count() == 6
