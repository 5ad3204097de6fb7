"""Every template can be read by the engine that will need it."""

from pathlib import Path

import pytest
from django.template import engines

from tests.architecture.house import PACKAGE, templates

ENGINES = {"jinja2": "jinja2", "templates": "django"}


@pytest.mark.parametrize("path", list(templates()), ids=lambda path: path.name)
def test_it_parses(path: Path) -> None:
    _, folder, *name = path.relative_to(PACKAGE).parts
    assert engines[ENGINES[folder]].get_template("/".join(name))
