"""Typed readers of the environment. A value that cannot be read ends with one clear line."""

import os
from pathlib import Path

PREFIX = "BROADSHEET_"
YES = {"1", "yes", "true", "on"}


class BadSetting(ValueError):
    """A setting has a value that cannot be used; the message says which and what would be right."""


def text(name: str, default: str = "") -> str:
    return os.environ.get(PREFIX + name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "yes" if default else "no").lower()
    if value in YES:
        return True
    if value in {"0", "no", "false", "off", ""}:
        return False
    raise BadSetting(f"{PREFIX}{name} is {value!r}: write yes or no.")


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise BadSetting(f"{PREFIX}{name} is {value!r}: write a whole number.") from None


def words(name: str, default: str = "") -> list[str]:
    return text(name, default).replace(",", " ").split()


def folder(name: str, default: Path) -> Path:
    return Path(text(name) or default).expanduser().resolve()
