"""The house as its files show it: parts, their order, their sources and templates."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src" / "broadsheet"


@cache
def order() -> dict[str, int]:
    """Each part and its floor, the lowest 0, as import-linter reads them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    floors = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return {
        part.strip(" ()"): floor
        for floor, parts in enumerate(reversed(floors))
        for part in parts.split("|")
    }


def may_use(part: str, other: str) -> bool:
    """Whether `part` may know `other`: itself and what is below, but no neighbour of its floor."""
    return part == other or order()[other] < order()[part]


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def sources() -> Iterator[Path]:
    """Every Python file that belongs to a part."""
    return (path for path in sorted(PACKAGE.rglob("*.py")) if path.parent != PACKAGE)


def templates() -> Iterator[Path]:
    for folder in ("jinja2", "templates"):
        yield from sorted(PACKAGE.glob(f"*/{folder}/**/*.html"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def texts(path: Path) -> Iterator[str]:
    """Every string constant of a Python file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def imported(path: Path) -> Iterator[str]:
    """The dotted name of everything a Python file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(path: Path, name: str) -> Iterator[ast.Call]:
    """Calls of a function, whether it is named bare or behind its module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            called = node.func
            given = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if given == name:
                yield node
