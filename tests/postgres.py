"""Runs a command with a PostgreSQL server at hand: `python -m tests.postgres pytest -n 2`.

The command finds the server's address in BROADSHEET_TEST_DATABASE. When that is set already, it is
left as it is. Else Debian's binaries start a server of our own in a throw-away folder, under the
user `postgres` when we are root, since PostgreSQL refuses to be root. Without either, one line says
that these tests are left out; where `CI` is set, that is a failure.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WHERE_DEBIAN_KEEPS_IT = Path("/usr/lib/postgresql")
OWNER = "postgres"
PATIENCE = 60.0  # seconds for the server to answer, on a machine that has much to do
# A database that lives for minutes need not survive a power cut.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class NoServer(Exception):
    """There is no PostgreSQL here that we could use; the message says why."""


def main(command: list[str]) -> int:
    try:
        with address() as found:
            environment = os.environ | {"BROADSHEET_TEST_DATABASE": found}
            return subprocess.run(command, env=environment, check=False).returncode
    except NoServer as reason:
        print(f"Tests on PostgreSQL are left out: {reason}", file=sys.stderr)  # noqa: T201
        return 1 if os.environ.get("CI") else 0


@contextmanager
def address() -> Iterator[str]:
    """The address of a server on which databases may be made. Raises NoServer."""
    if given := os.environ.get("BROADSHEET_TEST_DATABASE"):
        yield given
        return
    programs = find_programs()
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-postgres-"))
    try:
        password = secrets.token_urlsafe(24)
        make_cluster(programs, folder, password)
        with running(programs, folder) as port:
            yield f"postgresql://{OWNER}:{password}@127.0.0.1:{port}/broadsheet"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path:
    """The folder of the newest version's programs. Raises NoServer."""
    versions = [path for path in WHERE_DEBIAN_KEEPS_IT.glob("*/bin") if (path / "initdb").exists()]
    if not versions:
        raise NoServer("there is no server. On Debian: apt install postgresql")
    return max(versions, key=lambda path: float(path.parent.name))


def make_cluster(programs: Path, folder: Path, password: str) -> None:
    secret = folder / "password"
    secret.touch(0o600)
    secret.write_text(password)
    if os.geteuid() == 0:
        for path in (folder, secret):
            shutil.chown(path, OWNER, OWNER)
    words = ["--username", OWNER, "--pwfile", str(secret), "--auth", "scram-sha-256"]
    words += ["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--pgdata", "data"]
    made = subprocess.run(
        [programs / "initdb", *words], cwd=folder, capture_output=True, text=True, **as_owner()
    )
    if made.returncode:
        raise NoServer(made.stderr.strip())


@contextmanager
def running(programs: Path, folder: Path) -> Iterator[int]:
    """The port of the cluster's server, which is stopped in the end."""
    port = free_port()
    options = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}"]
    words = [word for option in (*options, *QUICK) for word in ("-c", option)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", "data", *words],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,  # a Ctrl-C is for the tests, which still need their database
            **as_owner(),
        )
    try:
        wait_until_ready(programs, port, server, folder / "log")
        yield port
    finally:
        server.send_signal(signal.SIGINT)  # PostgreSQL's word for "at once, but in order"
        server.wait(PATIENCE)


def wait_until_ready(programs: Path, port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    ask = [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    end = time.monotonic() + PATIENCE
    while subprocess.run(ask, check=False).returncode:
        if server.poll() is not None or time.monotonic() > end:
            raise NoServer(log.read_text().strip())
        time.sleep(0.05)


def as_owner() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    return {"user": OWNER, "group": OWNER, "extra_groups": []}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
