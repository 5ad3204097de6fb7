"""No name on a map covers another, and what stands away from its mark has a line to it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as some

from broadsheet.claims.map.labels import Box, Placed, Wanted, crosses, place_labels, width_of

FRAME = Box(0, 0, 400, 300)
CLOSE = 4.0  # units between a mark and a label that needs no line


def marks(*, size: float = 12) -> some.SearchStrategy[list[Box]]:
    def boxes(corners: list[tuple[int, int]]) -> list[Box]:
        return [Box(x, y, x + size, y + size) for x, y in corners]

    spots = some.tuples(some.integers(0, 387), some.integers(0, 287))
    return some.lists(spots, max_size=40, unique=True).map(boxes)


def wanted(mark: Box, letters: int = 12) -> Wanted:
    return Wanted(mark, letters * 7.0, 28, (letters * 4.0, 14))


def gap(one: Box, other: Box) -> float:
    across = max(one.left - other.right, other.left - one.right, 0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0)
    return max(across, down)


def test_it_works() -> None:
    mark = Box(100, 100, 112, 112)
    (label,) = place_labels([wanted(mark)], FRAME)
    assert label
    assert (label.anchor, label.leader) == ("start", None)
    assert 0 < gap(label.box, mark) <= CLOSE


@given(marks(), some.integers(1, 30))
def test_no_label_covers_another_or_a_mark(boxes: list[Box], letters: int) -> None:
    placed = place_labels([wanted(box, letters) for box in boxes], FRAME)
    found = [label for label in placed if label]
    for one, other in combinations([label.box for label in found], 2):
        assert not one.meets(other)
    for label in found:
        assert label.box.is_within(FRAME)
        assert not any(label.box.meets(box) for box in boxes)


@given(marks())
def test_what_is_not_beside_its_mark_has_a_line_to_it(boxes: list[Box]) -> None:
    placed = place_labels([wanted(box) for box in boxes], FRAME)
    for box, label in zip(boxes, placed, strict=True):
        if label and gap(label.box, box) > CLOSE:
            assert label.leader
            start, end = label.leader
            assert gap(Box(*start, *start), box) < 1
            assert gap(Box(*end, *end), label.box) < CLOSE


@given(marks())
def test_no_line_goes_through_a_label_or_another_mark(boxes: list[Box]) -> None:
    placed = place_labels([wanted(box) for box in boxes], FRAME)
    found = [label for label in placed if label]
    for label in found:
        for other in found:
            if label.leader and other is not label:
                assert not crosses(other.box, label.leader)


@given(marks())
def test_the_first_is_never_worse_off_for_those_after_it(boxes: list[Box]) -> None:
    alone: list[Placed | None] = place_labels([wanted(box) for box in boxes[:1]], FRAME, boxes[1:])
    assert place_labels([wanted(box) for box in boxes], FRAME)[:1] == alone


def test_where_there_is_no_room_for_all_the_name_alone_will_do() -> None:
    mark = Box(20, 4, 32, 16)
    (label,) = place_labels([wanted(mark)], Box(0, 0, 90, 20))
    assert label
    assert label.is_short
    assert place_labels([wanted(mark)], Box(0, 0, 40, 20)) == [None]


def test_wide_scripts_are_wider_and_accents_take_no_room() -> None:
    assert width_of("東京", 10) > width_of("To", 10)
    assert width_of("e\u0301", 10) == width_of("e", 10)
    assert width_of("", 10) == 0
