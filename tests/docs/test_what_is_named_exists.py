"""The documentation names nothing that is not there."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import get_commands

from broadsheet.cli.commands import COMMANDS
from tests.architecture.house import PACKAGE, ROOT, order, tree
from tests.architecture.test_promises import settings_read
from tests.docs.pages import anchors, code, links, name_of, pages, prose

# A file by its path, from the root, from the package or from within a part.
PATH = re.compile(
    r"(?<![\w/.*$-])((?:[\w.-]+/)+[\w-]+\.(?:conf|css|html|js|json|md|py|service|timer)\b)"
)
WITHIN_PARTS = ("*", "*/jinja2/broadsheet", "*/static")
OF_A_SITE = ("media/", "pages/", "public/", "run/", "static/", "templates/", "../")
# "`outbox/actions.py`, `announce`": a name in a file.
NAME_IN_FILE = re.compile(r"`((?:\w+/)+\w+\.py)`,\s`(\w+)`")
COMMAND = re.compile(r"\bbroadsheet (?:--site \S+ )?([a-z]\w*)")
SETTING = re.compile(r"\bBROADSHEET_[A-Z]\w*")
FOR_TESTS = {"BROADSHEET_TEST_DATABASE"}
READABLE = {".conf", ".css", ".html", ".js", ".py", ".service", ".timer"}


def dead_links(page: Path) -> list[str]:
    return [link for link in links(page) if not leads_somewhere(page, link)]


def leads_somewhere(page: Path, link: str) -> bool:
    if link.startswith(("http://localhost", "https://localhost")):
        return True
    file, _, anchor = link.partition("#")
    target = (page.parent / file).resolve() if file else page
    return target.exists() and (not anchor or anchor in anchors(target))


def missing_files(page: Path) -> list[str]:
    named = [
        path
        for text in code(page)
        for path in PATH.findall(text)
        if not path.startswith(OF_A_SITE) and f"/{path}" not in text
    ]
    return [path for path in named if not exists(path)]


def exists(path: str) -> bool:
    within = [folder for pattern in WITHIN_PARTS for folder in PACKAGE.glob(pattern)]
    return any((place / path).exists() for place in [ROOT, ROOT / "src", PACKAGE, *within])


def missing_names(page: Path) -> list[str]:
    named = NAME_IN_FILE.findall(prose(page))
    return [f"{path}: {name}" for path, name in named if name not in names_in(PACKAGE / path)]


def names_in(path: Path) -> set[str]:
    """What a Python file defines or assigns, methods included."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return found


def unknown_commands(page: Path) -> list[str]:
    named = {name for text in code(page) for name in COMMAND.findall(text)}
    return sorted(named - {*COMMANDS, *get_commands()})


def unknown_settings(page: Path) -> list[str]:
    return sorted(set(SETTING.findall(page.read_text())) - set(settings_read()) - FOR_TESTS)


def unknown_targets(page: Path) -> list[str]:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    named = {name for text in code(page) for name in re.findall(r"\bmake ([a-z]+)", text)}
    return sorted(named - set(targets))


# Each with something that it has to find.
CHECKS: list[tuple[Callable[[Path], list[str]], str]] = [
    (dead_links, "[a page](that/is/not-there.md)"),
    (dead_links, "[a heading](#that-is-not-there)"),
    (missing_files, "`outbox/inbox.py`"),
    (missing_names, "`outbox/actions.py`, `renounce`"),
    (unknown_commands, "`broadsheet frobnicate`"),
    (unknown_commands, "`broadsheet --site here frobnicate`"),
    (unknown_settings, "BROADSHEET_FROBNICATE"),
    (unknown_targets, "`make haste`"),
]


@pytest.mark.parametrize("page", pages(), ids=name_of)
@pytest.mark.parametrize("check", dict.fromkeys(check for check, _ in CHECKS))
def test_it_works(check: Callable[[Path], list[str]], page: Path) -> None:
    assert check(page) == []


@pytest.mark.parametrize(("check", "words"), CHECKS)
def test_what_is_missing_is_found(
    check: Callable[[Path], list[str]], words: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# A page\n\nSee {words} for more.\n")
    assert len(check(page)) == 1


def test_the_code_refers_to_pages_that_exist() -> None:
    named = {
        page
        for folder in ("src", "tests", "deploy")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in READABLE or path.name == "Caddyfile"
        for page in re.findall(r"\bdocs/[\w/-]+\.md", path.read_text())
    }
    assert [page for page in named if not (ROOT / page).exists()] == []


@pytest.mark.parametrize("folder", ["how-to", "explanation", "reference", "tutorial", "decisions"])
def test_every_page_can_be_found_from_the_index(folder: str) -> None:
    indexes = [ROOT / "docs" / "README.md", ROOT / "docs" / folder / "README.md"]
    listed = {
        (index.parent / link.partition("#")[0]).resolve()
        for index in indexes
        if index.exists()
        for link in links(index)
    }
    assert set((ROOT / "docs" / folder).glob("*.md")) - listed - {indexes[1]} == set()


def test_the_readme_has_the_parts_in_their_order() -> None:
    told = re.findall(
        r"^\| (`\w+`(?: · `\w+`)*) \|", (ROOT / "README.md").read_text(), re.MULTILINE
    )
    floors: dict[int, set[str]] = {}
    for part, floor in order().items():
        if (PACKAGE / part).exists():
            floors.setdefault(floor, set()).add(part)
    assert [set(re.findall(r"\w+", row)) for row in told] == [
        floors[floor] for floor in sorted(floors, reverse=True)
    ]
