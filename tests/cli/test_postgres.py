"""A paper in PostgreSQL is founded, backed up and brought back."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.cli.conftest import Terminal
from tests.postgres import NoServer, address

pytestmark = pytest.mark.processes


@pytest.fixture
def server() -> Iterator[str]:
    """The address of a server with two empty databases, `live` and `second`."""
    try:
        with address() as found:
            base = found.rpartition("/")[0]
            with psycopg.connect(f"{base}/postgres", autocommit=True) as connection:
                for name in ("live", "second"):
                    connection.execute(f"CREATE DATABASE {name}")
            yield base
    except NoServer as reason:
        pytest.skip(str(reason))


def users(database: str) -> list[tuple[str, str]]:
    with psycopg.connect(database) as connection:
        return connection.execute(
            "select username, password from broadsheet_accounts_user"
        ).fetchall()


def test_a_restore_never_writes_over_a_site(server: str, nowhere: Terminal) -> None:
    live, second = f"{server}/live", f"{server}/second"
    made = nowhere.broadsheet("new", "paper", DATABASE=live)
    assert made.returncode == 0, made.stderr
    backup = nowhere.broadsheet("--site", "paper", "backup", "b.tar.gz", DATABASE=live)
    assert backup.returncode == 0, backup.stderr

    refused = nowhere.broadsheet("restore", "b.tar.gz", "again", DATABASE=live)
    assert refused.returncode == 1
    assert "never writes over a site" in refused.stderr
    assert not (nowhere.folder / "again").exists()

    done = nowhere.broadsheet("restore", "b.tar.gz", "again", DATABASE=second)
    assert done.returncode == 0, done.stderr
    assert users(second) == users(live) != []
    assert not (nowhere.folder / "again" / "newsroom.pgdump").exists()
