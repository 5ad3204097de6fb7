"""Nobody writes faster than a person, and a shared network is no single person."""

from datetime import timedelta
from typing import Any

import pytest
from time_machine import TimeMachineFixture

from broadsheet.accounts.models import User
from broadsheet.moderation.actions import forget_networks, record_decision, record_verdict
from broadsheet.moderation.judge import judge
from broadsheet.moderation.models import Decision
from broadsheet.moderation.screens.rate import screen_rate
from broadsheet.moderation.verdicts import Draft, Severity, Verdict

pytestmark = pytest.mark.django_db
ANN = Draft("Good morning.", author="reader:1", network="n1")


@pytest.fixture(autouse=True)
def noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to("2026-11-23T12:00:00+00:00", tick=False)


def sent(count: int, draft: Draft = ANN) -> None:
    for number in range(count):
        record_verdict(draft, Verdict(), f"comment:{number}")


def test_it_works() -> None:
    sent(5)
    assert screen_rate(ANN) is None
    sent(1)
    reason = screen_rate(ANN)
    assert reason
    assert (reason.code, reason.severity) == ("rate", Severity.REJECT)


def test_after_a_minute_it_goes_on(time_machine: TimeMachineFixture) -> None:
    sent(6)
    time_machine.shift(59.9)
    assert screen_rate(ANN)
    time_machine.shift(0.2)
    assert screen_rate(ANN) is None


def test_the_window_slides(time_machine: TimeMachineFixture) -> None:
    sent(3)
    time_machine.shift(40)
    sent(3)
    time_machine.shift(15)
    assert screen_rate(ANN)
    time_machine.shift(10)
    assert screen_rate(ANN) is None


def test_another_reader_is_free_to_write() -> None:
    sent(6)
    assert screen_rate(Draft("Hello.", author="reader:2", network="n2")) is None


def test_new_guests_of_one_network_share_four_times_as_much() -> None:
    for number in range(23):
        sent(1, Draft("Hello.", author=f"reader:{number}", network="school"))
    newcomer = Draft("Hello.", network="school")
    assert screen_rate(newcomer) is None
    sent(1, Draft("Hello.", author="reader:99", network="school"))
    assert screen_rate(newcomer)


def test_nobody_known_is_not_counted_together() -> None:
    sent(50, Draft("Hello."))
    assert screen_rate(Draft("Hello.")) is None


def test_what_moderators_decide_is_not_counted() -> None:
    moderator = User.objects.create_user("cem")
    for number in range(20):
        record_decision(f"comment:{number}", Decision.Action.PUBLISH, moderator)
    assert screen_rate(ANN) is None


def test_staff_are_not_slowed_down() -> None:
    sent(50)
    assert screen_rate(Draft("Hello.", author="reader:1", trusted=True)) is None


def test_a_refused_text_counts_as_one() -> None:
    empty = Draft("", author="reader:1")
    for _ in range(6):
        record_verdict(empty, judge(empty), "draft")
    assert screen_rate(ANN)


def test_the_outlet_sets_how_many(settings: Any) -> None:
    settings.BROADSHEET_COMMENTS_PER_MINUTE = 2
    sent(2)
    assert screen_rate(ANN)


def test_two_days_later_no_network_is_known(time_machine: TimeMachineFixture) -> None:
    sent(3)
    time_machine.shift(timedelta(days=1, hours=23))
    assert forget_networks() == 0
    time_machine.shift(timedelta(hours=2))
    assert forget_networks() == 3
    assert set(Decision.objects.values_list("network", "author")) == {("", "reader:1")}
