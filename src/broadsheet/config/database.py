"""The database as Django wants it, from one address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from broadsheet.config.env import BadSetting

SQLITE_PRAGMAS = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=FULL;
PRAGMA journal_size_limit=67108864;
PRAGMA mmap_size=134217728;
PRAGMA cache_size=-8000;
PRAGMA temp_store=MEMORY;
"""


def database(address: str, site: Path) -> dict[str, Any]:
    """`sqlite:///file` (relative to the site folder) or `postgresql://user:password@host:port/name`.

    Raises BadSetting for anything else.
    """
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return sqlite(site / unquote(parts.path).removeprefix("/"))
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path).removeprefix("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}} | dict(parse_qsl(parts.query)),
        }
    raise BadSetting(
        f"BROADSHEET_DATABASE is {address!r}: write sqlite:///newsroom.sqlite3 or postgresql://..."
    )


def sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "broadsheet.config.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: what a reader was told is saved survives a power cut; with NORMAL it may not.
            "init_command": SQLITE_PRAGMAS,
        },
    }
