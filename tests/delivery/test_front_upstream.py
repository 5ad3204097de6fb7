"""What the front passes on, and what it says of the sender."""

from pathlib import Path

import pytest

from tests.delivery.conftest import TRUSTED, Served

FERRY = "/harbour/ferry/"


def test_it_works(front: Served, upstream: Path) -> None:
    answer = front.ask("/admin/login/?next=/admin/", Cookie="sessionid=1", Host="paper.test")
    assert answer.is_from_application
    assert answer.told["PATH_INFO"] == "/admin/login/"
    assert answer.told["QUERY_STRING"] == "next=/admin/"
    assert answer.told["HTTP_COOKIE"] == "sessionid=1"
    assert answer.told["HTTP_HOST"] == "paper.test"


def test_a_post_goes_through_also_where_a_page_lies(front: Served, upstream: Path) -> None:
    text = "text=" + "Ferry+" * 100_000
    answer = front.ask(FERRY, "POST", text.encode())
    assert answer.is_from_application
    assert answer.told["body"] == text


def test_a_post_in_pieces_of_unknown_number_goes_through(front: Served, upstream: Path) -> None:
    answer = front.ask("/x/", "POST", iter([b"piece"] * 3))
    assert answer.told["body"] == "piecepiecepiece"


def test_a_reader_who_has_just_written_gets_a_page_made_afresh(
    front: Served, upstream: Path
) -> None:
    assert front.ask(f"{FERRY}?fresh").is_from_application
    assert not front.ask(FERRY).is_from_application


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Forwarded-Host"])
def test_a_stranger_cannot_say_where_they_are(front: Served, upstream: Path, name: str) -> None:
    answer = front.ask("/x/", **{name.replace("-", "_"): "for=192.0.2.9"})
    assert answer.told["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert "192.0.2.9" not in answer.body.decode()


def test_a_stranger_cannot_say_that_they_came_by_https(front: Served, upstream: Path) -> None:
    assert front.ask("/x/", X_Forwarded_Proto="https").told["HTTP_X_FORWARDED_PROTO"] == "http"


@pytest.mark.parametrize(
    ("chain", "sender"),
    [
        ("192.0.2.9", "192.0.2.9"),
        ("198.51.100.1, 192.0.2.9", "192.0.2.9"),
        (f"192.0.2.9, {TRUSTED}", "192.0.2.9"),
        ("192.0.2.9, nonsense", TRUSTED),
        ("2001:db8::9", "2001:db8::9"),
        ("", TRUSTED),
    ],
)
def test_a_proxy_of_ours_is_believed(
    front: Served, upstream: Path, chain: str, sender: str
) -> None:
    answer = front.ask("/x/", source=TRUSTED, X_Forwarded_For=chain, X_Forwarded_Proto="https")
    assert answer.told["HTTP_X_FORWARDED_FOR"] == sender
    assert answer.told["HTTP_X_FORWARDED_PROTO"] == "https"


def test_when_django_is_away_readers_read_on(front: Served) -> None:
    assert front.ask(FERRY).status == 200
    away = front.ask("/discussion/1/comments/", "POST", b"text=Ferry")
    assert away.status == 503
    assert away.headers["retry-after"]
    assert away.headers["cache-control"] == "no-store"
    assert b"your text is still in its form" in away.body
