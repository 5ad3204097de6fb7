"""The screens are asked in their order, and one that breaks holds the text."""

import pytest

from broadsheet.moderation import judge as judging
from broadsheet.moderation.judge import SCREENS, judge
from broadsheet.moderation.verdicts import Draft, Reason, Severity, Verdict

pytestmark = pytest.mark.django_db


def hold(draft: Draft) -> Reason:
    return Reason("held", "A person will look at it.")


def refuse(draft: Draft) -> Reason:
    return Reason("refused", "Not here.", severity=Severity.REJECT)


def explode(draft: Draft) -> Reason:
    raise ZeroDivisionError("no model")


def passes(draft: Draft) -> None:
    return None


def verdict(monkeypatch: pytest.MonkeyPatch, *screens: object) -> Verdict:
    monkeypatch.setattr(judging, "SCREENS", screens)
    return judge(Draft("Good morning, harbour."))


def codes(verdict: Verdict) -> list[str]:
    return [reason.code for reason in verdict.reasons]


def test_it_works() -> None:
    assert judge(Draft("Good morning, harbour.")).action == "publish"


def test_a_screen_that_objects_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(monkeypatch, passes, hold).action == "hold"


def test_the_gravest_objection_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = verdict(monkeypatch, hold, refuse)
    assert found.action == "reject"
    assert codes(found) == ["held", "refused"]


def test_after_a_refusal_no_screen_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(verdict(monkeypatch, refuse, hold, explode)) == ["refused"]


def test_a_broken_screen_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    found = verdict(monkeypatch, explode, passes)
    assert found.action == "hold"
    assert codes(found) == ["screen_failed"]
    assert "no model" in found.reasons[0].private
    assert "no model" not in found.reasons[0].public


def test_a_broken_screen_hides_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(monkeypatch, explode, refuse).action == "reject"


def test_what_is_cheap_and_certain_is_asked_first() -> None:
    names = [screen.__name__ for screen in SCREENS]
    assert names[:2] == ["screen_empty", "screen_rate"]
    assert set(names) == {
        f"screen_{name}" for name in ["empty", "rate", "repeats", "links", "words"]
    }


def test_the_record_has_all_that_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(monkeypatch, hold, refuse).record == [
        {"code": "held", "public": "A person will look at it.", "private": "", "severity": "hold"},
        {"code": "refused", "public": "Not here.", "private": "", "severity": "reject"},
    ]
