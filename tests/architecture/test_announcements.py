"""What happens is announced by a row, and `config/wiring.py` lists all of it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from broadsheet.config.wiring import WIRING
from broadsheet.delivery.stale import STALE
from tests.architecture.house import PACKAGE, calls, imported, sources, tree

SIGNALS = PACKAGE / "publication" / "signals.py"
# Where signals come from; `import-linter` and ruff see only some of these.
FORBIDDEN = (
    "django.core.signals",
    "django.db.backends.signals",
    "django.db.models.signals",
    "django.dispatch",
    "wagtail.signals",
)


def test_what_is_announced_is_wired() -> None:
    assert set(announced()) == set(WIRING)


def test_what_makes_pages_stale_is_wired_to_that() -> None:
    deaf = [kind for kind in STALE if "mark_stale" not in {each.__name__ for each in WIRING[kind]}]
    assert not deaf


def test_signals_are_heard_in_one_file() -> None:
    listeners = {
        path for path in sources() for name in imported(path) if name.startswith(FORBIDDEN)
    }
    assert listeners == {SIGNALS}


def announced() -> Iterator[str]:
    """Every kind of event that a source announces."""
    for path in sources():
        for call in calls(path, "announce"):
            yield from kinds(call.args[0], path)


def kinds(argument: ast.expr, path: Path) -> Iterator[str]:
    """The texts that an argument can be, also through a variable of the same file."""
    if isinstance(argument, ast.Name):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Assign) and ast.dump(node.targets[0]) == stored(argument):
                yield from kinds(node.value, path)
    elif isinstance(argument, ast.IfExp):
        yield from kinds(argument.body, path)
        yield from kinds(argument.orelse, path)
    else:
        assert isinstance(argument, ast.Constant), f"{path}: name the kind where it is announced"
        yield argument.value


def stored(name: ast.Name) -> str:
    return ast.dump(ast.Name(name.id, ast.Store()))
