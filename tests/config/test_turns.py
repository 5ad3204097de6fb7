"""SQLite's writers queue for their turn, and give it back however they end."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from broadsheet.moderation.models import Word
from tests.at_once import at_once, die, in_a_process
from tests.settings import TEST_DATABASE

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(bool(TEST_DATABASE), reason="PostgreSQL has no such queue"),
]


def is_free() -> bool:
    """Whether somebody else could write now."""
    with turn_file() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def turn_file() -> Iterator[int]:
    file = os.open(f"{connection.settings_dict['NAME']}.turn", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield file
    finally:
        os.close(file)


def test_it_works() -> None:
    with transaction.atomic():
        assert not is_free()
        with transaction.atomic():
            Word.objects.create(text="herring")
        assert not is_free()
    assert is_free()


def test_a_transaction_that_fails_gives_its_turn_back() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Word.objects.create(text=str(1 // 0))
    assert is_free()


def test_a_connection_that_is_closed_gives_its_turn_back() -> None:
    transaction.set_autocommit(False)
    Word.objects.create(text="herring")
    connection.close()
    assert is_free()
    assert not Word.objects.exists()


def test_a_process_that_dies_gives_its_turn_back() -> None:
    def write_and_die() -> None:
        with transaction.atomic():
            Word.objects.create(text="herring")
            die()

    assert in_a_process(write_and_die) == -9
    assert is_free()
    assert not Word.objects.exists()


def test_many_writers_all_come_to_their_turn() -> None:
    def write(number: int) -> str:
        with transaction.atomic():
            return Word.objects.create(text=f"word {number}").text

    answers = at_once(*[lambda number=number: write(number) for number in range(12)])
    assert answers == [f"word {number}" for number in range(12)]


def test_readers_do_not_wait() -> None:
    with transaction.atomic():
        Word.objects.create(text="herring")
        assert at_once(Word.objects.count) == [0]
