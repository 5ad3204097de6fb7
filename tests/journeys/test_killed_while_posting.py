"""Twenty times kill -9 in the middle of posting: nothing that was acknowledged is lost or doubled."""

import http.client
import os
import random
import re
import signal
import threading
import time
import uuid
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.journeys.site import Paper, found_paper, served, wait_for

CLIENTS = 8
KILLS = 20

pytestmark = [pytest.mark.processes, pytest.mark.timeout(300)]


class Writers:
    """Clients that send each comment until it is acknowledged, always with the same key."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.acknowledged: list[str] = []
        self.stopping = threading.Event()
        self.threads = [threading.Thread(target=self.write, args=(n,)) for n in range(CLIENTS)]

    def write(self, number: int) -> None:
        cookie, turn = "", 0
        while not self.stopping.is_set():
            turn += 1
            mark = f"mark-{number}-{turn}-{uuid.uuid4().hex[:8]}"
            fields = {"name": f"Writer {number}", "text": f"A line with {mark}", "key": mark}
            while True:
                status, given = self.send(fields, cookie)
                cookie = cookie or given
                if status == 201:
                    self.acknowledged.append(mark)
                    break
                assert status in {0, 502, 503}, f"refused with {status}"
                time.sleep(0.05)

    def send(self, fields: dict[str, str], cookie: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.paper.port, timeout=20)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Broadsheet-Fragment": "1",
            "Cookie": cookie,
        }
        try:
            connection.request("POST", "/discussion/1/comments/", urlencode(fields), headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status, (answer.getheader("Set-Cookie") or "").partition(";")[0]
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            connection.close()


def test_nothing_acknowledged_is_lost_or_doubled(tmp_path: Path) -> None:
    chance = random.Random(20)
    paper = found_paper(tmp_path)
    with served(paper, COMMENTS_PER_MINUTE="0"):
        writers = Writers(paper)
        for thread in writers.threads:
            thread.start()
        for _ in range(KILLS):
            before = len(writers.acknowledged)
            wait_for(lambda before=before: len(writers.acknowledged) > before + 5)
            time.sleep(chance.random() * 0.2)
            kill(paper, chance.choice([("application",), ("worker",), ("application", "worker")]))
        writers.stopping.set()
        for thread in writers.threads:
            thread.join()
        assert_kept_once(paper, writers.acknowledged)
        wait_for(lambda: marks_on_pages(paper) == set(writers.acknowledged), seconds=10)
    assert len(writers.acknowledged) > KILLS * 5


def kill(paper: Paper, names: tuple[str, ...]) -> None:
    for name in names:
        with suppress(ProcessLookupError):
            os.kill(paper.pid(name), signal.SIGKILL)


def assert_kept_once(paper: Paper, acknowledged: list[str]) -> None:
    texts = [str(text) for (text,) in paper.rows("select text from broadsheet_discussion_comment")]
    stored = [text.removeprefix("A line with ") for text in texts]
    assert len(stored) == len(set(stored)), "a comment was stored twice"
    assert set(acknowledged) == set(stored)
    numbers = paper.rows("select root_number from broadsheet_discussion_comment order by 1")
    assert [number for (number,) in numbers] == list(range(1, len(stored) + 1))


def marks_on_pages(paper: Paper) -> set[str]:
    """What a reader finds who walks through all pages from the oldest."""
    found: set[str] = set()
    address = "/discussion/1/oldest/"
    while address:
        _, page = paper.get(address)
        found |= set(re.findall(r"mark-\d+-\d+-[0-9a-f]{8}", page))
        following = re.search(r'rel="next" href="([^"#]+)', page)
        address = following.group(1) if following else ""
    return found
