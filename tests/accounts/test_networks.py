"""Where a request comes from is known for a day, as a fingerprint, and from nobody's own word."""

from typing import Any

import pytest
from django.test import RequestFactory
from time_machine import TimeMachineFixture

from broadsheet.accounts.requests import client_address, network_key


def key_of(peer: str, forwarded: str = "") -> str:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return network_key(RequestFactory().post("/", headers=headers, REMOTE_ADDR=peer))


def test_it_works() -> None:
    assert key_of("192.0.2.1") == key_of("192.0.2.1")
    assert key_of("192.0.2.1") != key_of("192.0.2.2")
    assert "192.0.2.1" not in key_of("192.0.2.1")


def test_a_sender_cannot_say_that_they_are_elsewhere() -> None:
    assert key_of("192.0.2.1", forwarded="203.0.113.5") == key_of("192.0.2.1")


def test_our_own_front_is_believed(settings: Any) -> None:
    settings.BROADSHEET_BEHIND_FRONT = True
    request = RequestFactory().post("/", headers={"X-Forwarded-For": "203.0.113.5"}, REMOTE_ADDR="")
    assert client_address(request) == "203.0.113.5"
    assert key_of("", forwarded="203.0.113.5")


def test_tomorrow_the_fingerprint_is_another(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to("2026-11-23T23:59:59+00:00", tick=False)
    today = key_of("192.0.2.1")
    time_machine.shift(1)
    assert key_of("192.0.2.1") != today


def test_a_neighbour_in_the_same_house_has_the_same_network() -> None:
    assert key_of("2001:db8::1") == key_of("2001:db8::2")
    assert key_of("2001:db8::1") != key_of("2001:db8:0:1::1")


@pytest.mark.parametrize("peer", ["", "unix:", "not an address"])
def test_no_address_is_no_network(peer: str) -> None:
    assert key_of(peer) == ""


def test_another_paper_has_other_fingerprints(settings: Any) -> None:
    ours = key_of("192.0.2.1")
    settings.SECRET_KEY = "another secret"
    assert key_of("192.0.2.1") != ours
