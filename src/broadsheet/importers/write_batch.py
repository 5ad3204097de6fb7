"""Some comments of an archive, written in one transaction with the counters of their threads."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from broadsheet.accounts.models import Reader
from broadsheet.discussion.models import Comment, Revision, Thread
from broadsheet.importers.records import CommentRecord, Kind
from broadsheet.importers.report import Outcome
from broadsheet.moderation.models import Decision
from broadsheet.moderation.verdicts import Reason, Verdict
from broadsheet.outbox.actions import announce

HIDDEN = {Kind.TRASH, Kind.SPAM}
GONE = {Comment.Status.DELETED, Comment.Status.REJECTED}
WAITED = Verdict((Reason("archive", "It waited for a moderator when the archive was brought in."),))
CHANGEABLE = (
    *("text", "body_html", "edited_at", "edited_by", "status"),
    *("parent", "root_number", "reply_number"),
)


class Waiting(NamedTuple):
    """A comment to be written; `parent` is the key of the one it hangs on, "" for none."""

    thread: int
    record: CommentRecord
    parent: str


class Batch:
    """`decide` says what becomes of each comment and gives the new ones their places, in memory;
    `write` writes it. Both belong into one transaction, since the threads are locked in between.

    The places are those of discussion/actions/place.py. The comments come in their order, each
    after the one it answers. `readers` is who each person is here; new ones are added to it.
    """

    def __init__(self, waiting: Sequence[Waiting], readers: dict[str, int]) -> None:
        self.waiting = waiting
        self.readers = readers
        numbers = {each.thread for each in waiting}
        locked = Thread.objects.select_for_update().filter(pk__in=numbers).order_by("pk")
        self.threads = {number: Thread(pk=number) for number in numbers} | locked.in_bulk()
        keys = {each.record.key for each in waiting} | {each.parent for each in waiting}
        here = Comment.objects.filter(source_key__in=keys)
        self.known = {str(comment.source_key): comment for comment in here}
        self.roots = self.known_roots()
        self.new: list[tuple[Comment, str]] = []
        self.changed: list[Comment] = []
        self.grown: dict[int, Comment] = {}

    def known_roots(self) -> dict[tuple[int, int | None], Comment]:
        """The first comments of the conversations that those here already belong to."""
        numbers = defaultdict(set)
        for comment in self.known.values():
            numbers[comment.thread_id].add(comment.root_number)
        roots = [
            root
            for thread, wanted in numbers.items()
            for root in Comment.objects.filter(
                thread=thread, root_number__in=wanted - {None}, reply_number=0
            )
        ]
        return {(root.thread_id, root.root_number): root for root in roots}

    # Deciding

    def decide(self) -> list[Outcome]:
        return [self.decide_on(each) for each in self.waiting]

    def decide_on(self, each: Waiting) -> Outcome:
        comment = self.known.get(each.record.key)
        if comment is not None:
            return self.renew(comment, each)
        if each.record.kind in HIDDEN:
            return Outcome.LEFT_OUT
        self.known[each.record.key] = self.make(each)
        return Outcome.IMPORTED

    def make(self, each: Waiting) -> Comment:
        record = each.record
        comment = Comment(
            thread_id=each.thread,
            parent=self.parent_of(each),
            author_name=record.name,
            by_staff=record.by_staff,
            text=record.text,
            body_html=record.body_html,
            status=Comment.Status.HELD,
            created_at=record.written_at,
            edited_at=record.edited_at,
            edited_by=record.edited_by,
            votes_up=record.up,
            votes_down=record.down,
            score=record.score,
            source_key=record.key,
        )
        if record.kind is Kind.PUBLISHED:
            self.publish(comment)
        self.new.append((comment, record.person))
        return comment

    def parent_of(self, each: Waiting) -> Comment | None:
        """What a reply hangs on: it has a place, unless a moderator of ours refused it."""
        parent = self.known.get(each.parent)
        while parent is not None and parent.root_number is None:
            parent = parent.parent
        return parent

    def publish(self, comment: Comment) -> None:
        comment.status = Comment.Status.PUBLISHED
        thread = self.threads[comment.thread_id]
        thread.comment_count += 1
        if comment.parent is None:
            thread.root_count += 1
            comment.root_number, comment.reply_number = thread.root_count, 0
            self.roots[comment.thread_id, comment.root_number] = comment
        else:
            root = self.roots[comment.thread_id, comment.parent.root_number]
            root.numbered_replies += 1
            comment.root_number, comment.reply_number = root.root_number, root.numbered_replies
            if root.pk:
                self.grown[root.pk] = root

    def renew(self, comment: Comment, each: Waiting) -> Outcome:
        """Bring a comment up to date that is here already. Its place and votes are ours now, and
        what moderators of ours took away stays away."""
        record = each.record
        if record.kind in HIDDEN:
            return self.take_away(comment)
        if comment.pk is None or comment.status in GONE:
            return Outcome.UNCHANGED  # the same number a second time, or settled here
        outcome = Outcome.UNCHANGED
        is_unseen = comment.status == Comment.Status.HELD and comment.root_number is None
        if is_unseen and record.kind is Kind.PUBLISHED:
            comment.parent = self.parent_of(each)
            self.publish(comment)
            outcome = Outcome.UPDATED
        if (comment.text, comment.body_html) != (record.text, record.body_html):
            if Revision.objects.filter(comment=comment).exists():
                return Outcome.KEPT
            comment.text, comment.body_html = record.text, record.body_html
            comment.edited_at, comment.edited_by = record.edited_at, record.edited_by
            outcome = Outcome.UPDATED
        if outcome is Outcome.UPDATED:
            self.changed.append(comment)
        return outcome

    def take_away(self, comment: Comment) -> Outcome:
        """A comment that came as a public one, and was thrown away there since."""
        if not comment.is_visible:
            return Outcome.LEFT_OUT
        comment.status = Comment.Status.DELETED
        self.threads[comment.thread_id].comment_count -= 1
        self.changed.append(comment)
        return Outcome.UPDATED

    # Writing

    def write(self) -> None:
        self.find_readers()
        for level in self.levels():
            Comment.objects.bulk_create(level)
        if self.changed:
            Comment.objects.bulk_update(self.changed, CHANGEABLE)
        if self.grown:
            Comment.objects.bulk_update(self.grown.values(), ["numbered_replies"])
        self.log_held()
        self.write_threads()

    def find_readers(self) -> None:
        """One reader a person: whoever is new to the paper becomes one."""
        strangers = dict.fromkeys(person for _, person in self.new if person not in self.readers)
        made = Reader.objects.bulk_create(Reader() for _ in strangers)
        for person, reader in zip(strangers, made, strict=True):
            self.readers[person] = reader.pk
        for comment, person in self.new:
            comment.author_id = self.readers[person]

    def levels(self) -> list[list[Comment]]:
        """The new comments by how many new ones stand above them: a parent is stored first."""
        depths: dict[int, int] = {}
        levels: list[list[Comment]] = []
        for comment, _ in self.new:
            depth = depths[id(comment)] = depths.get(id(comment.parent), -1) + 1
            if depth == len(levels):
                levels.append([])
            levels[depth].append(comment)
        return levels

    def log_held(self) -> None:
        """Tell moderators why a comment waits for them."""
        held = [comment for comment, _ in self.new if comment.status == Comment.Status.HELD]
        Decision.objects.bulk_create(
            Decision(subject=comment.subject, action=WAITED.action, reasons=WAITED.record)
            for comment in held
        )

    def write_threads(self) -> None:
        placed = [*(comment for comment, _ in self.new), *self.changed]
        touched = {comment.thread_id for comment in placed if comment.root_number is not None}
        threads = [self.threads[number] for number in sorted(touched)]
        Thread.objects.bulk_update(threads, ["root_count", "comment_count"])
        for thread in threads:
            announce("thread_changed", thread=thread.pk)
