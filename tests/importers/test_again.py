"""The same archive again, a newer one, and one that was broken off."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.core.serializers import serialize

from broadsheet.cli.import_ import command
from broadsheet.discussion.actions.decide import reject
from broadsheet.discussion.models import Comment, Thread
from broadsheet.importers import write_comments
from broadsheet.importers.write_batch import Batch
from broadsheet.moderation.verdicts import Reason
from broadsheet.outbox.models import Event
from broadsheet.publication.models import ArticlePage
from tests.cast import Person
from tests.importers.archives import HARBOUR, article, bring_in, comment
from tests.newsroom import Paper, post

Work = Callable[[], None]


def test_it_works(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    before, events = everything(), Event.objects.count()
    run = bring_in(tmp_path)
    assert run.written == 0
    assert "All of this was here already" in run.output
    assert everything() == before
    assert Event.objects.count() == events


def test_a_dry_run_writes_nothing_and_tells_the_same(paper: Paper, tmp_path: Path) -> None:
    before = everything()
    dry = bring_in(tmp_path, "--dry-run", "--pages")
    assert everything() == before
    assert "nothing was written" in dry.output
    assert dry.report["rows"] == bring_in(tmp_path, "--pages").report["rows"]


def test_a_newer_export_adds_and_updates(paper: Paper, tmp_path: Path, ann: Person) -> None:
    bring_in(tmp_path, **{"To nobody who is here.": "Old words.", "Nobody saw": "All saw"})
    number = article(102).pk
    run = bring_in(tmp_path)
    assert run.count("posts", "updated") == 1
    assert run.count("comments, published", "updated") == 1
    assert comment(8).text == "To nobody who is here."
    assert article(102).pk == number
    page = ann.read("/media-section/%CE%BF%CE%BC%CE%AF%CF%87%CE%BB%CE%B7/").content.decode()
    assert "Nobody saw the pier." in page


def test_a_new_comment_stands_behind_those_that_came_since(paper: Paper, tmp_path: Path) -> None:
    late = "<wp:comment_id>9</wp:comment_id>"
    bring_in(tmp_path, **{late: "<wp:comment_id>900</wp:comment_id>", "sticky": "other"})
    thread = Thread.objects.get(key=article(101).thread_key)
    post(thread)
    post(thread, parent=comment(1))
    bring_in(tmp_path)
    thread.refresh_from_db()
    assert (comment(9).root_number, thread.root_count, thread.comment_count) == (5, 5, 10)
    places = Comment.objects.filter(thread=thread).exclude(root_number=None)
    assert len(set(places.values_list("root_number", "reply_number"))) == 10


def test_one_person_stays_one_reader_in_a_newer_export(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path, **{"<wp:comment_id>1</wp:comment_id>": "<wp:comment_id>100</wp:comment_id>"})
    bring_in(tmp_path)
    assert comment(1).author == comment(3).author


def test_what_was_edited_here_is_kept(paper: Paper, tmp_path: Path, dora: Person) -> None:
    bring_in(tmp_path)
    found = article(102)
    found.title = "Fog, at last"
    found.save_revision(user=dora.user, log_action=True).publish(user=dora.user)
    run = bring_in(tmp_path, **{"Nobody saw": "All saw"})
    assert run.count("posts", "kept") == 1
    assert article(102).title == "Fog, at last"
    assert "Nobody saw" in str(list(article(102).body.raw_data))


def test_what_was_withdrawn_here_stays_away(paper: Paper, tmp_path: Path, dora: Person) -> None:
    bring_in(tmp_path)
    article(102).unpublish(user=dora.user)
    assert bring_in(tmp_path).count("posts", "kept") == 1
    assert not article(102).live


def test_a_comment_that_was_refused_here_stays_away(
    paper: Paper, tmp_path: Path, cem: Person
) -> None:
    bring_in(tmp_path)
    assert cem.user
    reject(comment(4), cem.user, Reason("moderator", "No."))
    bring_in(tmp_path, **{"<wp:comment_approved>0<": "<wp:comment_approved>1<"})
    assert comment(4).status == Comment.Status.REJECTED


def test_a_draft_that_was_published_there_is_published(
    paper: Paper, tmp_path: Path, ann: Person, work: Work
) -> None:
    bring_in(tmp_path)
    run = bring_in(tmp_path, **{"<wp:status>draft<": "<wp:status>publish<"})
    work()
    assert run.count("posts", "updated") == 1
    assert ann.read("/harbour/a-draft/").status_code == 200


def test_comments_of_a_draft_come_when_it_is_public(paper: Paper, tmp_path: Path) -> None:
    first = bring_in(tmp_path)
    assert "on an article that is not public here" in first.row("comments, published")["reasons"]
    bring_in(tmp_path, swordfish="")
    assert comment(15).is_visible


@pytest.mark.parametrize("status", ["trash", "private"])
def test_an_article_that_is_no_longer_public_there_goes(
    paper: Paper, tmp_path: Path, ann: Person, work: Work, status: str
) -> None:
    bring_in(tmp_path)
    work()
    assert ann.read("/politics/ferry-late/").status_code == 200
    edit = {
        "ferry-late</wp:post_name>\n\t\t<wp:status>publish": f"x</wp:post_name><wp:status>{status}"
    }
    run = bring_in(tmp_path, **edit)
    work()
    assert ann.read("/politics/ferry-late/").status_code == 404
    assert run.count("posts", "updated") == 1


def test_a_comment_that_was_approved_there_gets_its_place(paper: Paper, tmp_path: Path) -> None:
    bring_in(tmp_path)
    run = bring_in(tmp_path, **{"<wp:comment_approved>0<": "<wp:comment_approved>1<"})
    assert run.count("comments, published", "updated") == 1
    assert (comment(4).is_visible, comment(4).root_number) == (True, 5)
    assert Thread.objects.get(key=article(101).thread_key).comment_count == 9


def test_a_comment_that_was_thrown_away_there_goes(
    paper: Paper, tmp_path: Path, ann: Person, work: Work
) -> None:
    bring_in(tmp_path)
    work()
    assert "First words." in ann.read("/politics/ferry-late/").content.decode()
    state = "First words.]]></wp:comment_content><wp:comment_approved>"
    run = bring_in(tmp_path, **{f"{state}1": f"{state}trash"})
    work()
    page = ann.read("/politics/ferry-late/").content.decode()
    assert "First words." not in page
    assert "An answer to the answer." in page
    assert run.count("comments, in the trash", "updated") == 1
    assert Thread.objects.get(key=article(101).thread_key).comment_count == 7


@pytest.mark.parametrize("batches", [0, 1, 2])
def test_a_run_that_was_broken_off_is_completed(
    paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batches: int
) -> None:
    whole = whole_result(tmp_path, monkeypatch)
    break_after(monkeypatch, batches)
    done = CliRunner().invoke(command, ["wordpress", str(HARBOUR)])
    assert done.exit_code != 0
    assert "the same command again does the rest" in done.output
    monkeypatch.undo()
    bring_in(tmp_path)
    assert places() == whole


def whole_result(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """The places after a run without a break; then all of it is taken back."""
    bring_in(folder)
    result = places()
    Comment.objects.update(parent=None)
    Comment.objects.all().delete()
    for each in ArticlePage.objects.exclude(source_key=None):
        each.delete()
    return result


def break_after(monkeypatch: pytest.MonkeyPatch, batches: int) -> None:
    """Press Ctrl-C in the middle of a batch of three comments, after some that went well."""
    write, left = Batch.write, [batches]

    def write_or_break(batch: Batch) -> None:
        write(batch)
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt

    monkeypatch.setattr(write_comments, "BATCH", 3)
    monkeypatch.setattr(Batch, "write", write_or_break)


def places() -> list[tuple[Any, ...]]:
    fields = ("source_key", "root_number", "reply_number", "numbered_replies", "parent__source_key")
    placed = Comment.objects.order_by("source_key").values_list(*fields, "thread__comment_count")
    return list(placed)


def everything() -> dict[str, str]:
    """All rows of all tables, except what Wagtail and the worker have still to do."""
    models = [model for model in apps.get_models() if model._meta.label not in NOTED]
    return {
        model._meta.label: serialize("json", model._default_manager.order_by("pk"))
        for model in models
    }


NOTED = {"django_tasks_db.DBTaskResult", "broadsheet_outbox.Event"}
