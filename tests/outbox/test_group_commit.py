"""Writers that wait for each other share a commit and nothing else."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from django.db import IntegrityError, transaction

from broadsheet.accounts.models import Nickname
from broadsheet.moderation.models import Word
from broadsheet.outbox import group_commit
from broadsheet.outbox.group_commit import Job, write_together
from tests.at_once import at_once, wait_until
from tests.outbox.reactions import written
from tests.settings import TEST_DATABASE

pytestmark = pytest.mark.django_db(transaction=True)
only_sqlite = pytest.mark.skipif(bool(TEST_DATABASE), reason="PostgreSQL has many writers")


def add(text: str) -> str:
    return Word.objects.create(text=text).text


def spoil(text: str) -> str:
    add(text)
    raise RuntimeError("The ink is wet.")


def test_it_works() -> None:
    assert write_together(lambda: add("one")) == "one"
    assert written() == ["one"]


def test_many_at_once_each_get_their_own_answer() -> None:
    jobs = [lambda text=f"word {n:02}": write_together(lambda: add(text)) for n in range(32)]
    assert at_once(*jobs) == [f"word {n:02}" for n in range(32)]
    assert written() == [f"word {n:02}" for n in range(32)]


def test_what_one_raises_is_its_own() -> None:
    good, bad = (
        (lambda: write_together(lambda: add("good"))),
        (lambda: write_together(lambda: spoil("bad"))),
    )
    answers = at_once(good, bad)
    assert answers[0] == "good"
    assert isinstance(answers[1], RuntimeError)
    assert written() == ["good"]


@only_sqlite
def test_a_job_that_fails_in_the_middle_of_a_group_undoes_only_itself(
    groups: list[int], queue: "Queue"
) -> None:
    queue.put(lambda: add("first"))
    queue.put(lambda: spoil("second"))
    queue.put(lambda: add("third"))
    assert [str(answer) for answer in queue.release()] == ["first", "The ink is wet.", "third"]
    assert written() == ["first", "third"]
    assert groups == [1, 3]


@only_sqlite
def test_nobody_is_answered_before_it_is_durable(queue: "Queue") -> None:
    """Each answer comes after the one commit that holds what all of them wrote."""
    happened: list[str] = []
    for text in ("first", "second"):
        queue.put(
            lambda text=text: transaction.on_commit(lambda: happened.append(f"{text} is durable")),
            then=lambda text=text: happened.append(f"{text} is answered"),
        )
    queue.release()
    assert happened[:2] == ["first is durable", "second is durable"]
    assert sorted(happened[2:]) == ["first is answered", "second is answered"]


@only_sqlite
def test_when_the_commit_fails_nobody_is_told_that_it_worked(queue: "Queue") -> None:
    queue.put(lambda: add("first"))
    queue.put(lambda: Nickname.objects.create(name="Ann", key="ann", reader_id=404).name)
    assert [type(answer) for answer in queue.release()] == [IntegrityError, IntegrityError]
    assert written() == []
    assert write_together(lambda: add("afterwards")) == "afterwards"


def test_inside_a_transaction_it_belongs_to_that() -> None:
    with transaction.atomic():
        write_together(lambda: add("taken back"))
        transaction.set_rollback(True)
    assert written() == []


def test_inside_a_transaction_a_failure_undoes_only_its_own() -> None:
    with transaction.atomic():
        add("kept")
        with pytest.raises(RuntimeError, match="ink"):
            write_together(lambda: spoil("spoilt"))
    assert written() == ["kept"]


class Queue:
    """Jobs that are held back until all of them wait, so that they make one group."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self.pool = pool
        self.is_held, self.gate = threading.Event(), threading.Event()
        self.holding = pool.submit(write_together, self.hold)
        self.waiting: list[Future[object]] = []
        assert self.is_held.wait(10)

    def hold(self) -> None:
        """Keep the writer busy, in a group of its own."""
        self.is_held.set()
        assert self.gate.wait(10)

    def put(self, job: Callable[[], object], then: Callable[[], object] = lambda: None) -> None:
        """Let somebody wait with a job; `then` is what they do once they have an answer."""

        def write() -> object:
            answer = write_together(job)
            then()
            return answer

        self.waiting.append(self.pool.submit(write))
        wait_until(lambda: group_commit.writer.jobs.qsize() == len(self.waiting))

    def release(self) -> list[object]:
        """Let the writer go on; return what each got, or the exception."""
        self.gate.set()
        self.holding.result(10)
        return [future.exception(10) or future.result() for future in self.waiting]


@pytest.fixture
def queue() -> Iterator[Queue]:
    with ThreadPoolExecutor(8) as pool:
        queue = Queue(pool)
        yield queue
        queue.gate.set()


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many jobs each commit held."""
    sizes: list[int] = []

    def commit(jobs: list[Job]) -> None:
        sizes.append(len(jobs))
        real(jobs)

    real = group_commit.commit
    monkeypatch.setattr(group_commit, "commit", commit)
    return sizes
