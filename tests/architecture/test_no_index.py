"""Nothing that is committed says where packages are fetched from: that is the machine's affair."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGE, ROOT

# Written so that this file does not name them itself.
HOSTS = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|yarnpkg|conda|anaconda)[.](?:org|com|io|python[.]org)\b"
)


def committed() -> Iterator[Path]:
    """Every file under version control; in an unpacked release, every file of the package."""
    if (ROOT / ".git").exists():
        done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=True)
        yield from (ROOT / line for line in done.stdout.decode().splitlines())
    else:
        yield from (path for path in PACKAGE.rglob("*") if path.is_file())


def test_no_file_names_an_index() -> None:
    texts = {path: path.read_bytes().decode("latin-1") for path in committed() if path.is_file()}
    assert len(texts) > 100
    assert not {path: found for path, text in texts.items() if (found := HOSTS.findall(text))}


@pytest.mark.parametrize("host", ["files.{}.org".format("pythonhosted"), "{}.org".format("pypi")])
def test_a_host_would_be_found(host: str) -> None:
    assert HOSTS.search(f"--index https://{host}/simple")
