"""Comments of an archive take their places the oldest first, and each after the one it answers."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.importers.order import Ordered, in_order
from broadsheet.importers.records import EPOCH, CommentRecord, Kind


def record(
    number: int, parent: int = 0, kind: Kind = Kind.PUBLISHED, minute: int = 0
) -> CommentRecord:
    return CommentRecord(
        key=str(number),
        number=number,
        parent=str(parent) if parent else "",
        kind=kind,
        row="",
        written_at=EPOCH + timedelta(minutes=minute),
    )


@st.composite
def threads(draw: st.DrawFn) -> list[CommentRecord]:
    """Any thread: clocks go wrong, parents are missing or hidden or answer their own replies."""
    count = draw(st.integers(0, 25))
    return [
        record(
            number,
            draw(st.integers(0, count + 2)),
            draw(st.sampled_from([Kind.PUBLISHED] * 5 + list(Kind))),
            draw(st.integers(0, 5)),
        )
        for number in range(1, count + 1)
    ]


def keys(comments: list[Ordered]) -> list[str]:
    return [each.record.key for each in comments]


def test_it_works() -> None:
    thread = [
        record(3, 1, minute=3),
        record(1, minute=1),
        record(2, minute=2),
        record(4, 3, minute=1),
    ]
    assert keys(in_order(thread)) == ["1", "2", "3", "4"]


@given(threads())
def test_all_that_may_be_seen_or_waits_is_there_once(thread: list[CommentRecord]) -> None:
    taken = [each.key for each in thread if each.kind in {Kind.PUBLISHED, Kind.PENDING}]
    assert sorted(keys(in_order(thread))) == sorted(taken)


@given(threads())
def test_what_a_comment_hangs_on_is_public_and_stands_before_it(
    thread: list[CommentRecord],
) -> None:
    public: set[str] = set()
    for each in in_order(thread):
        assert each.parent == "" or each.parent in public
        if each.record.kind is Kind.PUBLISHED:
            public.add(each.record.key)


@given(threads())
def test_who_stays_and_who_moves(thread: list[CommentRecord]) -> None:
    """A reply moves only when the one it answers cannot be seen, or answers it in turn."""
    by_key = {each.key: each for each in thread}
    for each in in_order(thread):
        parent = by_key.get(each.record.parent)
        if each.is_moved:
            assert each.parent != each.record.parent
            hidden = parent is None or parent.kind is not Kind.PUBLISHED
            assert hidden or in_a_ring(each.record, by_key)
        else:
            assert each.parent == each.record.parent


def in_a_ring(comment: CommentRecord, by_key: dict[str, CommentRecord]) -> bool:
    seen: set[str] = set()
    while comment.key not in seen:
        seen.add(comment.key)
        if comment.parent not in by_key:
            return False
        comment = by_key[comment.parent]
    return True


@given(threads())
def test_the_order_of_the_file_does_not_matter(thread: list[CommentRecord]) -> None:
    assert in_order(thread) == in_order(thread[::-1])
