"""References go down as imports do, also those that import-linter cannot see.

A string that names a model, a template that takes in another, the name of an address: each is a
use of the part it leads to. `settings.AUTH_USER_MODEL` is a use of accounts.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from django.urls import URLResolver, get_resolver

from tests.architecture.house import PACKAGE, may_use, order, part_of, sources, templates, texts

APP_LABEL = re.compile(r"\bbroadsheet_([a-z]+)\b")
DOTTED = re.compile(r"^broadsheet\.([a-z]+)(?:\.\w+)*$")
TEMPLATE = re.compile(r"\bbroadsheet/([a-z]+)/[\w/-]+\.html\b")
ADDRESS_NAME = re.compile(r"^([a-z]+):[a-z-]+$")
QUOTED = re.compile(r"""["']([^"'\n]+)["']""")


def test_every_part_has_its_floor() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert folders <= set(order())


def test_sources_name_only_what_is_below() -> None:
    assert not {path: found for path in sources() if (found := refused(path, used_by(path)))}


def test_templates_use_only_what_is_below() -> None:
    pages = {path: set(parts_named(QUOTED.findall(path.read_text()))) for path in templates()}
    assert not {path: found for path, used in pages.items() if (found := refused(path, used))}


def test_a_reference_upwards_would_be_found() -> None:
    path = PACKAGE / "outbox" / "models.py"
    words = ["broadsheet_discussion.Comment", "broadsheet/theme/base.html", "publication:author"]
    assert refused(path, set(parts_named(words))) == {"discussion", "publication"}


def test_a_reference_to_a_neighbour_would_be_found() -> None:
    path = PACKAGE / "delivery" / "models.py"
    assert refused(path, set(parts_named(["broadsheet.importers.wordpress"]))) == {"importers"}


def used_by(path: Path) -> set[str]:
    used = set(parts_named(texts(path)))
    if "AUTH_USER_MODEL" in path.read_text() and part_of(path) != "config":
        used.add("accounts")
    return used


def refused(path: Path, used: set[str]) -> set[str]:
    return {other for other in used if not may_use(part_of(path), other)}


def parts_named(words: Iterator[str] | list[str]) -> Iterator[str]:
    for word in words:
        found = [*APP_LABEL.findall(word), *DOTTED.findall(word), *TEMPLATE.findall(word)]
        yield from (part for part in found if part in order())
        if (name := ADDRESS_NAME.match(word)) and name.group(1) in namespaces():
            yield namespaces()[name.group(1)]


def namespaces() -> dict[str, str]:
    """The part that owns each namespace of addresses of ours."""
    return dict(walk(get_resolver().url_patterns))


def walk(patterns: list[object]) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            module = getattr(pattern.urlconf_name, "__name__", str(pattern.urlconf_name))
            if pattern.namespace and module.startswith("broadsheet."):
                yield pattern.namespace, module.split(".")[1]
            yield from walk(pattern.url_patterns)
