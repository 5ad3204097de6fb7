"""Django's SQLite, with writers that queue instead of sleeping.

SQLite lets one process write at a time, and whoever finds it busy sleeps and tries again, up to
100 ms a step, without any order: two busy writers see waits of a second. Here a transaction first
takes an advisory lock on a file beside the database, where the kernel wakes who waits.
"""

import contextlib
import fcntl
import os
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    lock_file: int | None = None
    is_locked = False

    def _start_transaction_under_autocommit(self) -> None:
        self.wait_for_turn()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self.end_turn()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc]
        finally:
            self.end_turn()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self.end_turn()

    def _close(self) -> None:
        super()._close()  # type: ignore[misc]
        if self.lock_file is not None:
            os.close(self.lock_file)
        self.lock_file, self.is_locked = None, False

    def wait_for_turn(self) -> None:
        if self.is_in_memory_db():
            return
        if self.lock_file is None:
            path = f"{self.settings_dict['NAME']}.turn"
            self.lock_file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self.lock_file, fcntl.LOCK_EX)
        self.is_locked = True

    def end_turn(self) -> None:
        if self.is_locked and self.lock_file is not None:
            with contextlib.suppress(OSError):
                fcntl.flock(self.lock_file, fcntl.LOCK_UN)
        self.is_locked = False

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.lock_file, self.is_locked = None, False  # a forked child must not share its parent's
        return super().get_new_connection(conn_params)
