"""Real and odd exports, which are not ours to ship: they lie beside the repository, or not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.discussion.models import Comment, Thread
from tests.importers.archives import Run, bring_in
from tests.newsroom import Paper

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "import"
FILES = sorted(FOLDER.glob("wxr_*.xml"))
pytestmark = pytest.mark.skipif(not FILES, reason="there is no ../shared/data/import here")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_row_is_accounted_for_and_a_second_run_changes_nothing(
    paper: Paper, tmp_path: Path, file: Path
) -> None:
    bring_in(tmp_path, file=file)
    check_threads()
    assert bring_in(tmp_path, file=file).written == 0


def check_threads() -> None:
    """Counters tell the truth, places are dense, and a parent stands before its replies."""
    for thread in Thread.objects.all():
        placed = list(thread.comments.exclude(root_number=None).select_related("parent"))
        assert thread.comment_count == sum(comment.is_visible for comment in placed)
        roots = {comment.root_number: comment for comment in placed if comment.reply_number == 0}
        assert sorted(roots) == list(range(1, thread.root_count + 1))
        for number, root in roots.items():
            replies = [each.reply_number for each in placed if each.root_number == number]
            assert sorted(replies) == list(range(root.numbered_replies + 1))
        for comment in placed:
            if comment.parent:
                assert comment.parent.root_number == comment.root_number
                assert comment.parent.reply_number < comment.reply_number
    assert not Comment.objects.filter(root_number=None).exclude(status="held").exists()


def test_the_theme_unit_test(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(tmp_path, "--pages", file=FOLDER / "wxr_theme_unit_test.xml")
    assert run.row("posts")["found"] == run.row("posts")["imported"] == 58
    assert comments_of(run) == 33
    assert run.row("comments, pending")["imported"] == 3
    assert max(depth(comment) for comment in Comment.objects.all()) == 10
    assert Comment.objects.filter(status="held").count() == 3


def test_the_labs_of_creative_commons(paper: Paper, tmp_path: Path) -> None:
    run = bring_in(tmp_path, file=FOLDER / "wxr_cc_labs_wp4.0.xml")
    assert run.row("posts")["found"] == run.row("posts")["imported"] == 219
    assert comments_of(run) == 181
    assert run.row("comments, pingbacks")["left_out"] == 62
    assert Comment.objects.exclude(parent=None).count() == 3


def test_wpdiscuz(paper: Paper, tmp_path: Path, work: Callable[[], None]) -> None:
    bring_in(tmp_path, file=FOLDER / "wxr_wpdiscuz_7.6.63_wp6.1.9.xml")
    hand = Comment.objects.get(source_key__endswith=":comment:2")
    assert (hand.votes_up, hand.votes_down, hand.score) == (7, 2, 5)
    assert hand.edited_by == "Old Harbour Hand"
    edited = Comment.objects.get(source_key__endswith=":comment:7")
    assert edited.edited_by == "Mara Lind"
    assert not Comment.objects.filter(text__contains="Removed by moderator").exists()


def comments_of(run: Run) -> int:
    return sum(row["found"] for row in run.report["rows"] if row["row"].startswith("comments"))


def depth(comment: Comment) -> int:
    return 1 + (depth(comment.parent) if comment.parent else 0)
