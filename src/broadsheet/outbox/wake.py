"""Waking the worker: a datagram, so that a new event is taken up within milliseconds.

Only a hint. A worker that missed it, or that runs on another machine, looks by itself every second.
"""

import contextlib
import socket
from pathlib import Path

from django.conf import settings


def wake_worker() -> None:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.setblocking(False)
        sender.sendto(b"", str(socket_path()))


class WakeUp:
    """The worker's end: `wait` returns when something was announced, or after `seconds`."""

    def __init__(self) -> None:
        path = socket_path()
        path.unlink(missing_ok=True)
        self.receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.receiver.bind(str(path))

    def wake(self) -> None:
        """End a wait that goes on, or the next one: for a signal handler."""
        wake_worker()

    def wait(self, seconds: float) -> None:
        self.receiver.settimeout(seconds)
        with contextlib.suppress(TimeoutError):
            self.receiver.recv(1)
            self.drain()

    def drain(self) -> None:
        self.receiver.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                self.receiver.recv(1)


def socket_path() -> Path:
    return Path(settings.BROADSHEET_RUN_FOLDER) / "worker.sock"
