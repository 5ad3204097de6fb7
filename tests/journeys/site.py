"""A real paper in a folder of its own, served by real processes."""

import http.client
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

BROADSHEET = Path(sys.executable).with_name("broadsheet")

# Runs in a process of its own, since this one has Django set up for the tests already.
PUBLISH = """
from broadsheet.config.worker import work_until_idle
from broadsheet.publication.models import ArticlePage, SectionPage
section = SectionPage.objects.get()
article = ArticlePage(title="The ferry is late", slug="ferry",
                      body=[("paragraph", "<p>It left at nine.</p>")])
section.add_child(instance=article)
article.save_revision().publish()
work_until_idle()
"""

# The staff, and as many open discussions as there may be journeys: each has one for itself.
POPULATE = """
from broadsheet.cli.founding import COMMENT_DESK, add_staff
from broadsheet.config.worker import work_until_idle
from broadsheet.publication.models import ArticlePage, SectionPage
add_staff("dora", owner=True, password="{password}", name="Dora")
add_staff("cem", groups=(COMMENT_DESK,), password="{password}", name="Cem")
section = SectionPage.objects.get()
for number in range({stories}):
    story = ArticlePage(title=f"Story {{number}}", slug=f"story-{{number}}",
                        comments_open=number > 0, body=[("paragraph", "<p>Told at length. " * 80)])
    section.add_child(instance=story)
    story.save_revision().publish()
work_until_idle()
"""
PASSWORD = "quayside-lantern"
STORIES = 45
CLOSED_STORY = "/news/story-0/"


@dataclass
class Paper:
    site: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def pid(self, name: str) -> int:
        return int((self.site / "run" / f"{name}.pid").read_text())

    def get(self, path: str) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def close(self, article: str) -> None:
        """End the discussion below an article, behind the back of whoever is reading it."""
        with closing(sqlite3.connect(self.site / "newsroom.sqlite3")) as database, database:
            database.execute(
                "update broadsheet_discussion_thread set is_open = 0 where address = ?", [article]
            )

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.site / "newsroom.sqlite3")) as database:
            return database.execute(query).fetchall()


def found_paper(folder: Path) -> Paper:
    """A new paper with one published article at /news/ferry/."""
    port = free_port()
    site = folder / "paper"
    run("new", str(site), "--address", f"http://localhost:{port}", cwd=folder)
    run("shell", "-c", PUBLISH, cwd=site)
    return Paper(site, port)


def populate(paper: Paper) -> None:
    """Add Dora the editor, Cem the moderator, and stories without a comment; the first is closed."""
    run("shell", "-c", POPULATE.format(password=PASSWORD, stories=STORIES), cwd=paper.site)


def copied(paper: Paper, folder: Path) -> Paper:
    """The same paper in another folder, at the same address: one of them is served at a time."""
    shutil.copytree(paper.site, folder / "paper")
    return Paper(folder / "paper", paper.port)


@contextmanager
def served(paper: Paper, **settings: str) -> Iterator[Paper]:
    extra = {f"BROADSHEET_{name}": value for name, value in settings.items()}
    paper.process = subprocess.Popen(
        [BROADSHEET, "serve", "--port", str(paper.port)], cwd=paper.site, env=environment() | extra
    )
    try:
        wait_for(lambda: is_up(paper))
        yield paper
    finally:
        paper.process.terminate()
        paper.process.wait(20)


def run(*words: str, cwd: Path) -> str:
    done = subprocess.run(
        [BROADSHEET, *words], cwd=cwd, env=environment(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def environment() -> dict[str, str]:
    """This process's environment without the settings of the tests."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("BROADSHEET_") and name != "DJANGO_SETTINGS_MODULE"
    }


def is_up(paper: Paper) -> bool:
    assert paper.process is None or paper.process.poll() is None, "the paper did not start"
    try:
        return paper.get("/admin/login/")[0] == 200
    except OSError:
        return False


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something is so; the only waiting the journeys do."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s in vain"
        time.sleep(0.02)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
