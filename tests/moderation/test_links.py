from typing import Any

from broadsheet.moderation.screens.links import screen_links
from broadsheet.moderation.verdicts import Draft, Severity

THREE = "See https://a.test, HTTP://B.test and (https://c.test)."
TWO = "See https://a.test and HTTP://B.test."


def test_it_works() -> None:
    assert screen_links(Draft(TWO)) is None
    reason = screen_links(Draft(THREE))
    assert reason
    assert (reason.code, reason.severity) == ("links", Severity.HOLD)
    assert "https://c.test" in reason.private


def test_the_outlet_sets_how_many(settings: Any) -> None:
    settings.BROADSHEET_MAX_LINKS = 3
    assert screen_links(Draft(THREE)) is None


def test_staff_may_link() -> None:
    assert screen_links(Draft(THREE, trusted=True)) is None


def test_the_same_link_three_times_is_three_links() -> None:
    assert screen_links(Draft("https://a.test " * 3))
