"""In which order comments of an archive take their places, and what each of them hangs on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from broadsheet.importers.records import CommentRecord, Kind


class Ordered(NamedTuple):
    """A comment and the key of the published comment it answers, "" for none. `is_moved` says
    that it answered another one, which nobody may see."""

    record: CommentRecord
    parent: str
    is_moved: bool = False


def in_order(comments: Sequence[CommentRecord]) -> list[Ordered]:
    """Those that are taken over, the oldest first, but each after the one it answers.

    The same comments are in the same order each time, so a run that was broken off can go on.
    """
    by_key = {comment.key: comment for comment in comments}
    taken = [comment for comment in comments if comment.kind in {Kind.PUBLISHED, Kind.PENDING}]
    taken.sort(key=lambda comment: (comment.written_at, comment.number))
    return list(parents_first(hung(comment, by_key) for comment in taken))


def hung(comment: CommentRecord, by_key: Mapping[str, CommentRecord]) -> Ordered:
    """A reply to something that is not public hangs on the nearest comment above that is."""
    seen = {comment.key}
    above = comment.parent
    while above and above not in seen:
        seen.add(above)
        found = by_key.get(above)
        if found is None:
            break
        if found.kind is Kind.PUBLISHED:
            return Ordered(comment, above, is_moved=above != comment.parent)
        above = found.parent
    return Ordered(comment, "", is_moved=bool(comment.parent))


def parents_first(comments: Iterable[Ordered]) -> Iterator[Ordered]:
    placed: set[str] = {""}
    waiting: dict[str, list[Ordered]] = defaultdict(list)
    left: dict[str, Ordered] = {}
    for comment in comments:
        if comment.parent not in placed:
            waiting[comment.parent].append(comment)
            left[comment.record.key] = comment
            continue
        ready = [comment]
        while ready:
            each = ready.pop()
            placed.add(each.record.key)
            left.pop(each.record.key, None)
            yield each
            ready += reversed(waiting.pop(each.record.key, []))
    # Comments that answer each other in a ring: the oldest of them begins.
    while left:
        first = next(iter(left.values()))
        rest = [each for each in left.values() if each is not first]
        yield from parents_first([Ordered(first.record, "", is_moved=True), *rest])
        return
