"""What the map's own style and script may cost."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders


@pytest.mark.parametrize(("name", "most"), [("map.js", 2_048), ("map.css", 3_000)])
def test_it_is_small(name: str, most: int) -> None:
    found = finders.find(f"broadsheet/{name}")
    assert found
    assert len(gzip.compress(Path(found).read_bytes())) < most
