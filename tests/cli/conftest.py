import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.site import BROADSHEET, environment


@dataclass(frozen=True)
class Terminal:
    """A person at a shell, in a folder."""

    folder: Path

    def broadsheet(self, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
        extra = {f"BROADSHEET_{name}": value for name, value in settings.items()}
        return subprocess.run(
            [BROADSHEET, *words],
            cwd=self.folder,
            env=environment() | {"COLUMNS": "200"} | extra,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper that `broadsheet new` has made. Not to be written to."""
    folder = tmp_path_factory.mktemp("founded")
    made = Terminal(folder).broadsheet(
        "new", "harbour-news", "--motto", "All of it", "--address", "http://localhost:8765"
    )
    assert made.returncode == 0, made.stderr
    return folder / "harbour-news"


@pytest.fixture
def site(founded: Path, tmp_path: Path) -> Terminal:
    """A copy of it, for one test."""
    shutil.copytree(founded, tmp_path / "site")
    return Terminal(tmp_path / "site")


@pytest.fixture
def nowhere(tmp_path: Path) -> Terminal:
    """An empty folder."""
    return Terminal(tmp_path)
