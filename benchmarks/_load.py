"""Load from this machine: readers by wrk, writers by threads with kept-open connections."""

import http.client
import os
import re
import socket
import statistics
import subprocess
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from _bench import BROADSHEET

WORDS = "tide harbour council ferry wall vote salt rope lamp engine paper street morning".split()


@dataclass
class Served:
    """A paper that is being served: where, and by which processes."""

    port: int
    process: subprocess.Popen[bytes]
    site: Path

    @property
    def pids(self) -> list[int]:
        found = [self.process.pid]
        for pid in found:
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            found += [int(child) for child in children]
        return found

    def cpu_seconds(self) -> dict[str, float]:
        """CPU time used so far by each process of the tree."""
        used = {}
        for name, pid in zip(("parent", "front", "application", "worker"), self.pids, strict=False):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            used[name] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return used

    def megabytes(self) -> float:
        """Memory of all processes, shared pages counted once (PSS)."""
        total = 0
        for pid in self.pids:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M).group(1))
        return total / 1024


def is_up(port: int) -> bool:
    return answers(port, "/admin/login/")


@contextmanager
def served(site: Path, until: Callable[[int], bool] = is_up, **settings: str) -> Iterator[Served]:
    """`broadsheet serve` in a process tree of its own, stopped at the end."""
    port = free_port()
    environment = {f"BROADSHEET_{name}": value for name, value in settings.items()}
    process = subprocess.Popen(
        [BROADSHEET, "serve", "--port", str(port)],
        cwd=site,
        env={"PATH": "/usr/bin:/bin"} | environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: until(port))
        yield Served(port, process, site)
    finally:
        process.terminate()
        process.wait(15)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(condition)
        time.sleep(0.02)


def answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


@dataclass
class Posted:
    """What writers sent: seconds each accepted post took, and what was refused."""

    seconds: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def summary(self, elapsed: float) -> dict[str, float]:
        taken = sorted(self.seconds)
        return {
            "accepted": len(taken),
            "refused": len(self.refused),
            "per_second": round(len(taken) / elapsed, 1),
            "p50_ms": round(statistics.median(taken) * 1000, 1),
            "p99_ms": round(taken[int(len(taken) * 0.99) - 1] * 1000, 1),
            "max_ms": round(taken[-1] * 1000, 1),
        }


def post_comments(
    port: int, path: str, clients: int, seconds: float, pause: float = 0
) -> tuple[Posted, float]:
    """Post root comments from `clients` threads for some time, each under its own name."""
    posted, end = Posted(), time.monotonic() + seconds
    start = time.monotonic()

    def write(number: int) -> None:
        connection, cookie = http.client.HTTPConnection("127.0.0.1", port, timeout=30), ""
        name = f"Writer {number} {uuid.uuid4().hex[:6]}"
        while time.monotonic() < end:
            text = " ".join(WORDS) + f" {uuid.uuid4()}"
            body = urlencode({"name": name, "text": text, "key": str(uuid.uuid4())})
            headers = {
                "Content-Type": "application/x-www-form-urlencoded",
                "X-Broadsheet-Fragment": "1",
            } | ({"Cookie": cookie} if cookie else {})
            began = time.monotonic()
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
            if answer.status == 201:
                posted.seconds.append(time.monotonic() - began)
            else:
                posted.refused.append(f"{answer.status} {content[:80]!r}")
            cookie = cookie or (answer.getheader("Set-Cookie") or "").partition(";")[0]
            time.sleep(pause)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return posted, time.monotonic() - start


def wrk(port: int, path: str, connections: int, seconds: int) -> dict[str, float]:
    """Requests a second and latencies of plain reads, with compression asked for."""
    output = subprocess.run(
        ["wrk", f"-t{min(2, connections // 2)}", f"-c{connections}", f"-d{seconds}s", "--latency",
         "--timeout", "30s",
         "-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{port}{path}"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    found = {line.split()[0]: line.split()[1] for line in output.splitlines() if "%" in line}
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))
    bad = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    return {
        "per_second": round(rate, 1),
        "p50_ms": milliseconds(found["50%"]),
        "p99_ms": milliseconds(found["99%"]),
        "errors": int(bad.group(1)) if bad else 0,
    }


def milliseconds(text: str) -> float:
    number, unit = re.match(r"([\d.]+)(us|ms|s)", text).groups()
    return round(float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit], 2)
