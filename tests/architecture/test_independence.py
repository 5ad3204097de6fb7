"""What must work without Django does."""

import subprocess
import sys

import pytest

from tests.architecture.house import PACKAGE

LIB = sorted(f"broadsheet.lib.{path.stem}" for path in (PACKAGE / "lib").glob("[a-z]*.py"))
FRONT = ["broadsheet.cli.front", "broadsheet.cli.serve", "broadsheet.cli.commands"]
WITHOUT_DJANGO = """
import sys
sys.modules.update(django=None, wagtail=None)
for name in sys.argv[1:]:
    __import__(name)
"""


def load(names: list[str]) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", WITHOUT_DJANGO, *names]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("names", [LIB, FRONT], ids=["lib", "the front"])
def test_it_loads_without_django(names: list[str]) -> None:
    done = load(names)
    assert done.returncode == 0, done.stderr


def test_a_use_of_django_would_be_found() -> None:
    assert load(["broadsheet.accounts.models"]).returncode != 0
