"""Things that happen at the same moment, and processes that die in the middle of one."""

import os
import signal
import threading
import time
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connection, connections

T = TypeVar("T")


def at_once(*jobs: Callable[[], T]) -> list[T | Exception]:
    """Run the jobs in threads that start together; return what each returned or raised."""
    start = threading.Barrier(len(jobs))

    def run(job: Callable[[], T]) -> T | Exception:
        start.wait(10)
        try:
            return job()
        except Exception as error:  # noqa: BLE001 - it is looked at by the test
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def wait_until(condition: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s in vain"
        time.sleep(0.001)


def in_a_process(job: Callable[[], object]) -> int:
    """Run a job in a process of its own, with its own connections; return how that ended.

    0 is well, 1 is an exception, -9 is a process that was killed.
    """
    connections.close_all()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads are no matter here
        pid = os.fork()
    if pid == 0:
        code = 1
        try:
            job()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
