"""The migrations, which all other tests leave out, make the tables that the models describe."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.settings import TEST_DATABASE

# In a process of its own, since this one has the settings of the tests; in one, since Django takes
# a second to start.
JOB = """
import django
from django.core.management import call_command
django.setup()
call_command("migrate", verbosity=0)
call_command("makemigrations", check_changes=True, dry_run=True)
call_command("check", fail_level="WARNING", databases=["default"])
"""


@pytest.mark.django_db  # to be run on each database, though it makes one of its own
def test_they_run_and_none_is_missing(tmp_path: Path) -> None:
    with empty_database() as address:
        settings = {
            "BROADSHEET_FOLDER": str(tmp_path),
            "BROADSHEET_DATABASE": address,
            "DJANGO_SETTINGS_MODULE": "broadsheet.config.settings",
        }
        done = subprocess.run(
            [sys.executable, "-c", JOB],
            env=os.environ | settings,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def empty_database() -> Iterator[str]:
    """The address of a database with nothing in it."""
    if not TEST_DATABASE:
        yield "sqlite:///newsroom.sqlite3"
        return
    server = TEST_DATABASE.removesuffix(urlsplit(TEST_DATABASE).path)
    name = f"broadsheet_migrated_{os.getpid()}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{server}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
