"""What goes wrong is said in one line, with the remedy."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from rich.console import Console

from broadsheet.config.env import YES

# Errors that say all in their message, wherever they come from. Named, since most of them live in
# modules that must not be imported before the site is known.
PLAIN = {
    "BadSetting",
    "CannotImport",
    "CommandError",
    "ImproperlyConfigured",
    "OperationalError",
    "OSError",
    "SystemCheckError",
}

console = Console(highlight=False)
complaints = Console(stderr=True, highlight=False)


@contextmanager
def plainly() -> Iterator[None]:
    """End the program with one clear line instead of a traceback; BROADSHEET_DEBUG shows both."""
    try:
        yield
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Exception as error:
        names = {kind.__name__ for kind in type(error).__mro__}
        wants_traceback = os.environ.get("BROADSHEET_DEBUG", "").lower() in YES
        if wants_traceback or not names & PLAIN:
            raise
        complaints.print(f"[bold red]Error:[/] {remedy(error)}", soft_wrap=True)
        sys.exit(1)


def remedy(error: Exception) -> str:
    text = str(error).strip()
    if "no such table" in text or ("relation" in text and "does not exist" in text):
        return f"The database has no tables yet ({text}). Run `broadsheet upgrade`."
    return text or repr(error)
