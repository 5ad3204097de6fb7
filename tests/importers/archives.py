"""The old papers of these tests, and bringing them in through the command."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from PIL import Image

from broadsheet.cli.import_ import command
from broadsheet.discussion.models import Comment
from broadsheet.publication.models import ArticlePage

HARBOUR = Path(__file__).parent / "fixtures" / "harbour.xml"
SITE = "wordpress:old-courier.example"
Edit = Callable[[str], str]


@dataclass(frozen=True)
class Run:
    """What the command said: its report, and what it printed."""

    report: dict[str, Any]
    output: str

    def row(self, name: str) -> dict[str, Any]:
        return next(row for row in self.report["rows"] if row["row"] == name)

    def count(self, name: str, outcome: str) -> int:
        number: int = self.row(name)[outcome]
        return number

    @property
    def written(self) -> int:
        return sum(row["imported"] + row["updated"] for row in self.report["rows"])


def bring_in(folder: Path, *options: str, file: Path = HARBOUR, **edits: str) -> Run:
    """Run `broadsheet import wordpress`. Each edit replaces a text of the file by another:
    `bring_in(tmp_path, **{"Fog": "Mist"})`."""
    if edits:
        file = edited(folder, file, edits)
    report = folder / "report.json"
    done = CliRunner().invoke(
        command, ["wordpress", str(file), "--report", str(report), *options], catch_exceptions=False
    )
    assert done.exit_code == 0, done.output
    run = Run(json.loads(report.read_text()), done.output)
    check_sums(run)
    return run


def edited(folder: Path, file: Path, edits: dict[str, str]) -> Path:
    text = file.read_text()
    for old, new in edits.items():
        assert old in text, old
        text = text.replace(old, new)
    copy = folder / "edited.xml"
    copy.write_text(text)
    return copy


def check_sums(run: Run) -> None:
    for row in run.report["rows"]:
        outcomes = ("imported", "updated", "unchanged", "kept", "left_out")
        assert sum(row[outcome] for outcome in outcomes) == row["found"], row
        assert sum(row["reasons"].values()) == row["left_out"], row


def article(number: int) -> ArticlePage:
    return ArticlePage.objects.get(source_key=f"{SITE}:post:{number}")


def comment(number: int) -> Comment:
    return Comment.objects.get(source_key=f"{SITE}:comment:{number}")


def uploads(folder: Path, *names: str) -> Path:
    """A folder as WordPress keeps its pictures, with real pictures in it."""
    for name in names:
        file = folder / "uploads" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (60, 40), "teal").save(file)
    return folder / "uploads"
