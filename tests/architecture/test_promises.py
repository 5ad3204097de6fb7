"""What an operator or a developer may rely on has its heading in docs/reference, and no more."""

import re
from collections.abc import Iterator
from importlib import import_module

import click
import pytest

from broadsheet.cli.commands import COMMANDS
from broadsheet.config.env import PREFIX
from broadsheet.config.wiring import WIRING
from tests.architecture.house import ROOT, calls, sources

READERS = ("text", "flag", "number", "words", "folder")  # of broadsheet/config/env.py
REFERENCE = ROOT / "docs" / "reference"


def test_every_setting_has_its_heading() -> None:
    assert set(headings("settings.md", r"### (BROADSHEET_\w+)")) == set(settings_read())


def test_every_command_has_its_heading() -> None:
    assert headings("commands.md", r"## broadsheet (\S+)") == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    options = import_module(f"broadsheet.cli.{COMMANDS[name][0]}").command.params
    text = section_of("commands.md", f"## broadsheet {name}")
    assert [option for option in flags(options) if option not in text] == []


def test_every_event_has_its_heading() -> None:
    assert headings("events.md", r"## (\w+)") == sorted(WIRING)


def headings(page: str, pattern: str) -> list[str]:
    text = (REFERENCE / page).read_text()
    return re.findall(rf"^{pattern}$", text, re.MULTILINE)


def section_of(page: str, heading: str) -> str:
    _, _, below = (REFERENCE / page).read_text().partition(f"{heading}\n")
    return below.partition("\n## ")[0]


def settings_read() -> Iterator[str]:
    """The full name of every setting that a source reads."""
    for path in sources():
        for reader in READERS:
            for call in calls(path, reader):
                if getattr(getattr(call.func, "value", None), "id", "") == "env":
                    yield PREFIX + call.args[0].value  # type: ignore[attr-defined]


def flags(parameters: list[click.Parameter]) -> Iterator[str]:
    """What is typed for each parameter: `--port`, or the name of an argument in capitals."""
    for parameter in parameters:
        yield parameter.opts[0] if isinstance(parameter, click.Option) else parameter.name.upper()
