"""What the look of the pages may cost a reader, and what it may ask of anybody else."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.architecture.house import templates


@pytest.fixture
def css() -> str:
    found = finders.find("broadsheet/reader.css")
    assert found
    return Path(found).read_text()


def test_it_is_small(css: str) -> None:
    assert len(gzip.compress(css.encode())) < 7_000


def test_it_asks_nobody_else_for_anything(css: str) -> None:
    assert "url(" not in css
    assert "@import" not in css


@pytest.mark.parametrize("path", list(templates()), ids=lambda path: path.name)
def test_no_template_has_styles_that_the_policy_would_refuse(path: Path) -> None:
    assert not re.search(r"\sstyle=|<style|\son\w+=\"", path.read_text())


def test_every_colour_has_one_for_the_dark(css: str) -> None:
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    colours = re.compile(r"(--[a-z]+): #")
    assert colours.findall(dark) == colours.findall(light) != []
