"""The units for systemd start commands that exist, from where the documentation puts them."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.journeys.site import BROADSHEET, environment

UNITS = sorted(path for path in (ROOT / "deploy").glob("broadsheet*.*") if path.suffix != ".conf")
PROGRAM = "/opt/broadsheet/venv/bin/broadsheet"
SITE = "/srv/paper"
HOW_TO = (ROOT / "docs" / "how-to" / "deploy.md").read_text()


def commands(unit: Path) -> list[list[str]]:
    """The words after our program in each line that starts it."""
    lines = [line for line in unit.read_text().splitlines() if line.startswith("ExecStart=")]
    return [line.split()[1:] for line in lines if PROGRAM in line]


@pytest.mark.parametrize("name", ["broadsheet.service", "broadsheet-backup.service"])
def test_a_service_starts_a_command_of_ours(name: str) -> None:
    [words] = commands(ROOT / "deploy" / name)
    words = [word for word in words if word not in {"--site", SITE}]
    done = subprocess.run(
        [BROADSHEET, *words, "--help"], env=environment(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert f"Usage: broadsheet {words[0]}" in done.stdout


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_it(unit: Path, tmp_path: Path) -> None:
    systemd = shutil.which("systemd-analyze")
    if systemd is None:
        pytest.skip("No systemd here.")
    for each in UNITS:
        (tmp_path / each.name).write_text(each.read_text().replace(PROGRAM, "/bin/true"))
    words = [systemd, "verify", "--man=no", str(tmp_path / unit.name)]
    done = subprocess.run(words, capture_output=True, text=True)
    assert (done.returncode, unit.name in done.stderr) == (0, False), done.stderr


def test_program_and_site_are_where_the_documentation_puts_them() -> None:
    assert PROGRAM.removesuffix("/broadsheet") in HOW_TO
    assert all(SITE in unit.read_text() for unit in UNITS)
    assert SITE in HOW_TO
