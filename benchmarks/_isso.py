"""Isso from PyPI, in an environment and a folder that go away: the peer on the writing side."""

import http.client
import json
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from _load import WORDS, Posted, answers, free_port, wait_for

CONFIG = """
[general]
dbpath = {folder}/comments.db
host = http://127.0.0.1:{port}
[server]
listen = http://127.0.0.1:{port}
[guard]
enabled = false
[moderation]
enabled = false
"""


@contextmanager
def isso() -> Iterator[tuple[int, str]]:
    """Port and version of an Isso that takes comments from anybody at any rate."""
    with tempfile.TemporaryDirectory(prefix="isso-bench-") as name:
        folder, port = Path(name), free_port()
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        pip = [folder / "venv/bin/python", "-m", "pip"]
        subprocess.run([*pip, "install", "-q", "isso", "gunicorn", "setuptools<81"], check=True)
        shown = subprocess.run([*pip, "show", "isso"], check=True, capture_output=True, text=True)
        (folder / "isso.cfg").write_text(CONFIG.format(folder=folder, port=port))
        process = subprocess.Popen(
            [folder / "venv/bin/gunicorn", "-w", "4", "-b", f"127.0.0.1:{port}", "isso.run"],
            cwd=folder, env={"ISSO_SETTINGS": str(folder / "isso.cfg"), "PATH": "/usr/bin:/bin"},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            wait_for(lambda: answers(port, "/latest?limit=1") or answers(port, "/js/embed.min.js"))
            yield port, shown.stdout.split("Version: ")[1].splitlines()[0]
        finally:
            process.terminate()
            process.wait(15)


def post_to_isso(port: int, clients: int, seconds: float) -> tuple[Posted, float]:
    posted, start = Posted(), time.monotonic()
    end = start + seconds

    def write(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.monotonic() < end:
            text = " ".join(WORDS) + f" {uuid.uuid4()}"
            body = json.dumps({"author": f"Writer {number}", "text": text, "title": "Bench"})
            began = time.monotonic()
            connection.request(
                "POST", "/new?uri=%2Fbench%2F", body, {"Content-Type": "application/json"}
            )
            answer = connection.getresponse()
            content = answer.read()
            if answer.status == 201:
                posted.seconds.append(time.monotonic() - began)
            else:
                posted.refused.append(f"{answer.status} {content[:80]!r}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return posted, time.monotonic() - start
