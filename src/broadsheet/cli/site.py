"""The site folder: where it is, and reading its settings into the environment."""

import os
from importlib import import_module
from pathlib import Path

import click

ENV_FILE = "broadsheet.env"


def find_site(folder: Path | None = None) -> Path:
    """The folder of the site that is meant. Raises UsageError when there is none."""
    site = Path(folder or os.environ.get("BROADSHEET_FOLDER") or Path.cwd()).resolve()
    if not (site / ENV_FILE).is_file() and not os.environ.get("BROADSHEET_SECRET_KEY"):
        raise click.UsageError(
            f"{site} is not a site folder: it has no {ENV_FILE}. "
            "Make one with `broadsheet new my-paper`, or go into it first."
        )
    return site


def open_site(site: Path, *, setup: bool = True) -> None:
    """Read the site's settings, and make Django ready to use unless `setup` is off."""
    os.environ["BROADSHEET_FOLDER"] = str(site)
    if (site / ENV_FILE).is_file():
        for name, value in read_env(site / ENV_FILE).items():
            os.environ.setdefault(name, value)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.config.settings")
    if setup:
        import_module("django").setup()


def read_env(path: Path) -> dict[str, str]:
    """NAME=value lines, as systemd's EnvironmentFile reads them. Raises UsageError."""
    values = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, found, value = line.partition("=")
        if not found or not name.strip().isidentifier():
            raise click.UsageError(f"{path}, line {number}: write NAME=value, not {line!r}.")
        values[name.strip()] = value.strip().strip("\"'")
    return values
