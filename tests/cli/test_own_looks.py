"""Templates and styles in the site folder take the place of ours: docs/how-to/change-the-looks.md."""

import re

import pytest

from tests.cli.conftest import Terminal

pytestmark = pytest.mark.processes

BASE = """<!doctype html><title>{% block title %}{% endblock %}</title>
<link rel="stylesheet" href="{{ static('ours.css') }}">
<main>{% block main %}{% endblock %}</main>
"""


def test_it_works(site: Terminal) -> None:
    (site.folder / "templates/broadsheet/theme").mkdir(parents=True)
    (site.folder / "templates/broadsheet/theme/base.html").write_text(BASE)
    (site.folder / "static").mkdir()
    (site.folder / "static/ours.css").write_text("body { color: green }")
    assert site.broadsheet("collectstatic", "--noinput").returncode == 0
    assert site.broadsheet("rebuild").returncode == 0

    page = (site.folder / "public/pages/index.html").read_text()
    assert "Nothing is published yet" in page
    [name] = re.findall(r'href="/(static/ours\.[0-9a-f]{12}\.css)"', page)
    assert (site.folder / "public" / name).read_text() == "body { color: green }"
