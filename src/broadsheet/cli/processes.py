"""A tree of forked processes: restarted when they die, stopped together."""

import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from broadsheet.cli.errors import complaints

PATIENCE = 8.0  # seconds between asking a process to stop and ending it
QUICK_DEATH = 2.0  # a process that lived no longer is started again only after a pause


class Stop(BaseException):
    """Somebody asked the tree to stop."""


@dataclass
class Tree:
    jobs: dict[str, Callable[[], None]] = field(default_factory=dict)
    running: dict[int, str] = field(default_factory=dict)
    started: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Nobody writes to this pipe. Its end closes with the parent, however the parent ends.
        self.alive, self.hold = os.pipe()
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, ask_to_stop)

    def start(self, name: str, job: Callable[[], None]) -> None:
        self.jobs[name] = job
        self.started[name] = time.monotonic()
        sys.stdout.flush()
        pid = os.fork()
        if pid:
            self.running[pid] = name
        else:
            self.live(name, job)

    def live(self, name: str, job: Callable[[], None]) -> None:
        """Be the child, to the end."""
        code = 1
        try:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches us; the parent decides
            os.close(self.hold)
            threading.Thread(target=self.follow_parent, daemon=True).start()
            job()
            code = 0
        except SystemExit:
            code = 0
        except BaseException:  # noqa: BLE001 - a forked child must never return to its parent's code
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def follow_parent(self) -> None:
        os.read(self.alive, 1)
        os.kill(os.getpid(), signal.SIGTERM)

    def watch(self) -> None:
        """Start again what dies, until asked to stop."""
        try:
            while True:
                pid, status = os.wait()
                name = self.running.pop(pid, None)
                if name:
                    self.restart(name, os.waitstatus_to_exitcode(status))
        except Stop:
            self.stop()

    def restart(self, name: str, code: int) -> None:
        complaints.print(f"The {name} ended (code {code}); it is started again.")
        if time.monotonic() - self.started[name] < QUICK_DEATH:
            time.sleep(QUICK_DEATH)
        self.start(name, self.jobs[name])

    def stop(self) -> None:
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, signal.SIG_IGN)
        for pid in self.running:
            os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        while self.running:
            pid, _ = os.waitpid(-1, os.WNOHANG)
            self.running.pop(pid, None)
            if not pid and time.monotonic() > deadline:
                for left in self.running:
                    os.kill(left, signal.SIGKILL)
            time.sleep(0.02)


def ask_to_stop(signum: int, frame: FrameType | None) -> None:
    raise Stop
