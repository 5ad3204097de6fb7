from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.db import transaction

from broadsheet.discussion.models import Comment, Thread
from broadsheet.importers.order import Ordered, in_order
from broadsheet.importers.records import ArticleRecord, CommentRecord, Kind, Source
from broadsheet.importers.report import Outcome, Report
from broadsheet.importers.write_batch import Batch, Waiting
from broadsheet.publication.models import ArticlePage

BATCH = 1000  # comments in one transaction: some tenths of a second
NOT_READERS = "no comment of a reader"
DROPPED = {
    Kind.PINGBACK: NOT_READERS,
    Kind.TRACKBACK: NOT_READERS,
    Kind.OTHER: NOT_READERS,
    Kind.PRIVATE: "private there, so not shown here",
    Kind.TRASH: "thrown away there, so not shown here",
    Kind.SPAM: "spam there, so not shown here",
}
ORPHANS = "replies to a comment that is not in the file, now at the top of the thread"
MOVED = "replies to a comment that is not public, now below the next one above it"
NAMELESS = "comments without a name"


class CommentWriter:
    """Takes the comments of one article after the other and writes them many at once."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source = source
        self.report = report
        self.readers: dict[str, int] = {}
        self.is_first_run = True
        self.waiting: list[Waiting] = []

    def were_here_before(self) -> bool:
        """Whether an earlier run has brought comments of this site."""
        beginning = self.source.key("comment", "")
        self.is_first_run = not Comment.objects.filter(source_key__startswith=beginning).exists()
        return not self.is_first_run

    def recognise(self, voices: Iterable[tuple[str, str]]) -> None:
        """Learn which reader each person became in an earlier run, by what they wrote."""
        voices = iter(voices)
        while persons := dict(islice(voices, BATCH)):
            known = Comment.objects.filter(source_key__in=persons)
            for key, reader in known.values_list("source_key", "author"):
                self.readers.setdefault(persons[str(key)], reader)

    def write(self, article: ArticlePage | None, record: ArticleRecord) -> None:
        """The comments of an article, which is None in a dry run that would have made it. Those of
        a draft have no page to stand on: a later run brings them, once it is public."""
        is_public = article.live if article else record.is_public
        if not is_public:
            for comment in record.comments:
                self.report.leave_out(comment.row, "on an article that is not public here")
        elif record.comments:
            thread = Thread.objects.get(key=article.thread_key).pk if article else 0
            for waiting in self.to_write(thread, record.comments):
                self.waiting.append(waiting)
                if len(self.waiting) >= BATCH:
                    self.flush()

    def to_write(self, thread: int, comments: Sequence[CommentRecord]) -> Iterator[Waiting]:
        for comment in comments:
            if comment.kind in {Kind.TRASH, Kind.SPAM} and not self.is_first_run:
                yield Waiting(thread, comment, "")
            elif comment.kind in DROPPED:
                self.report.leave_out(comment.row, DROPPED[comment.kind])
        keys = {comment.key for comment in comments}
        for ordered in in_order(comments):
            self.note(ordered, keys)
            yield Waiting(thread, ordered.record, ordered.parent)

    def note(self, ordered: Ordered, keys: set[str]) -> None:
        if ordered.is_moved:
            self.report.notes[MOVED if ordered.record.parent in keys else ORPHANS] += 1
        if ordered.record.is_nameless:
            self.report.notes[NAMELESS] += 1

    def flush(self) -> None:
        waiting, self.waiting = self.waiting, []
        if self.report.dry_run:
            outcomes = Batch(waiting, self.readers).decide()
        else:
            with transaction.atomic():
                batch = Batch(waiting, self.readers)
                outcomes = batch.decide()
                batch.write()
        for each, outcome in zip(waiting, outcomes, strict=True):
            if outcome is Outcome.LEFT_OUT:
                self.report.leave_out(each.record.row, DROPPED[each.record.kind])
            else:
                self.report.count(each.record.row, outcome)
