"""The commands of the tutorial, typed one after the other, say what it says they say."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.docs.pages import blocks
from tests.journeys.site import BROADSHEET, Paper, environment, free_port, is_up, wait_for

pytestmark = pytest.mark.processes

PAGE = ROOT / "docs" / "tutorial" / "first-paper.md"
SERVE = "broadsheet serve"


class Terminal:
    """A shell in a folder, which `cd` changes. What serves goes on in the background."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self.serving: list[subprocess.Popen[bytes]] = []
        self.environment = environment() | {
            "PATH": f"{BROADSHEET.parent}:{os.environ['PATH']}",
            "COLUMNS": "200",
        }

    def type(self, command: str) -> str:
        if command.startswith("cd "):
            self.folder = (self.folder / command.removeprefix("cd ")).resolve()
            return ""
        if command == SERVE:
            return self.serve()
        done = subprocess.run(
            ["bash", "-c", command.replace("8000", str(self.port))],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.stdout.replace(str(self.port), "8000")

    def serve(self) -> str:
        words = [BROADSHEET, "serve", "--port", str(self.port)]
        with (self.folder / "said").open("wb") as said:
            self.serving.append(
                subprocess.Popen(words, cwd=self.folder, env=self.environment, stdout=said)
            )
        wait_for(lambda: is_up(Paper(self.folder, self.port)))
        return (self.folder / "said").read_text().replace(str(self.port), "8000")

    def close(self) -> None:
        for process in self.serving:
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path, free_port())
    yield opened
    opened.close()


def test_it_works(terminal: Terminal) -> None:
    typed = [step for block in blocks(PAGE, "console") for step in steps(block)]
    assert SERVE in [command for command, _ in typed]
    for command, expected in typed:
        if command.startswith("broadsheet new"):
            command += f" --address http://localhost:{terminal.port}"
        said = terminal.type(command)
        assert matches(said, expected), f"{command}\nsaid:\n{said}\nexpected:\n{expected}"


def steps(block: str) -> Iterator[tuple[str, str]]:
    """Each command after a `$`, with what is printed below it."""
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = step.partition("\n")
        yield command, expected


def matches(said: str, expected: str) -> bool:
    """Line for line, without the spaces at their ends; `...` stands for anything."""
    pattern = re.escape(tidy(expected)).replace(re.escape("..."), ".*")
    return re.fullmatch(pattern, tidy(said), re.DOTALL) is not None


def tidy(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())


def test_other_words_would_be_noticed() -> None:
    assert matches("good  disk  76.9 GB free  \n", "good disk ... free\n")
    assert not matches("bad  disk  0.1 GB free\n", "good disk ... free\n")
