"""The address of a comment leads to the page on which it stands now."""

from broadsheet.discussion.models import Comment
from tests.cast import Person
from tests.discussion.pages import comments_on, fresh
from tests.newsroom import Paper, post, post_held, post_many


def leads_to(person: Person, comment: Comment, query: str = "") -> str:
    response = person.read(f"/discussion/comments/{comment.pk}/{query}")
    assert response.status_code == 302
    location: str = response["Location"]
    return location


def test_it_works(paper: Paper, ann: Person) -> None:
    comment = post(paper.thread)
    location = leads_to(ann, comment)
    assert location == f"/discussion/{paper.thread.pk}/newest/#comment-{comment.pk}"
    assert comments_on(fresh(ann, location)) == [comment.pk]


def test_it_follows_its_comment_to_older_pages(paper: Paper, ann: Person) -> None:
    comment = post(paper.thread)
    post_many(paper.thread, 39)
    location = leads_to(ann, comment)
    assert location == f"/discussion/{paper.thread.pk}/newest/1/#comment-{comment.pk}"
    assert comment.pk in comments_on(fresh(ann, location))


def test_a_late_reply_is_in_its_conversation(paper: Paper, ann: Person) -> None:
    root = post(paper.thread)
    replies = [post(paper.thread, parent=root) for _ in range(50)]
    assert leads_to(ann, replies[19]).startswith(f"/discussion/{paper.thread.pk}/newest/#")
    assert leads_to(ann, replies[20]).startswith(f"/discussion/{paper.thread.pk}/conversation/1/#")
    last = leads_to(ann, replies[49])
    assert last.startswith(f"/discussion/{paper.thread.pk}/conversation/1/2/#")
    assert replies[49].pk in comments_on(fresh(ann, last))


def test_who_has_just_written_gets_a_page_made_afresh(
    paper: Paper, ann: Person, ben: Person
) -> None:
    """Until the worker has been there, the file does not know the comment yet."""
    post(paper.thread)
    address = f"/discussion/{paper.thread.pk}/newest/"
    assert len(comments_on(ben.read(address))) == 1  # now there is a file
    comment = post(paper.thread)
    location = leads_to(ann, comment, "?just-posted")
    assert location == f"{address}?fresh#comment-{comment.pk}"
    assert comment.pk in comments_on(ann.read(location.partition("#")[0]))
    assert len(comments_on(ben.read(address))) == 1


def test_a_comment_that_never_was_public_has_none(paper: Paper, ann: Person) -> None:
    held = post_held(paper.thread)
    assert ann.read(held.get_absolute_url()).status_code == 404


def test_a_comment_that_never_was_has_none(paper: Paper, ann: Person) -> None:
    for number in ("404", "99999999999999999999"):
        assert ann.read(f"/discussion/comments/{number}/").status_code == 404
