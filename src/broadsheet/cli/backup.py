import subprocess  # nosec B404
import tarfile
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from sqlite3 import connect

import click
from django.conf import settings
from django.db import connection

from broadsheet.cli.errors import console
from broadsheet.cli.site import ENV_FILE

PG_DUMP = "newsroom.pgdump"


@click.command()
@click.argument("archive", type=click.Path(path_type=Path, dir_okay=False), required=False)
def command(archive: Path | None) -> None:
    """Write database, pictures, documents, templates and settings into ARCHIVE (a .tar.gz), while serving.

    The archive holds the secret key and everything readers wrote: keep it as safe as the site.
    """
    archive = archive or Path(f"backup-{datetime.now():%Y%m%d-%H%M%S}.tar.gz")  # noqa: DTZ005
    site = Path(settings.BROADSHEET_FOLDER)
    unfinished = archive.with_name(archive.name + ".part")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(unfinished, "w:gz") as tar:
        unfinished.chmod(0o600)
        with console.status("Database"):
            dump = dump_database(Path(folder))
        tar.add(dump, dump.name)
        with console.status("Pictures, documents and templates"):
            for name in (ENV_FILE, "templates", "static", "private"):
                if (site / name).exists():
                    tar.add(site / name, name)
            if Path(settings.MEDIA_ROOT).exists():
                tar.add(settings.MEDIA_ROOT, "public/media")
    unfinished.replace(archive)
    console.print(f"{archive}: {archive.stat().st_size / 2**20:.1f} MB")


def dump_database(folder: Path) -> Path:
    """One file with all tables as they are at this moment."""
    target = folder / ("newsroom.sqlite3" if connection.vendor == "sqlite" else PG_DUMP)
    target.touch(0o600)  # also once it is unpacked: it holds what readers wrote
    if connection.vendor == "sqlite":
        path = settings.DATABASES["default"]["NAME"]
        with closing(connect(path)) as source, closing(connect(target)) as copy:
            source.backup(copy)
    else:
        run_tool("pg_dump", "--format=custom", f"--file={target}")
    return target


def load_dump(dump: Path) -> None:
    """Put the tables of a PostgreSQL dump into the site's database, which must be empty."""
    name = settings.DATABASES["default"]["NAME"]
    if connection.introspection.table_names():
        raise click.ClickException(
            f"The database {name} has tables: a restore never writes over a site. "
            "Make an empty database, and name it for the restore by BROADSHEET_DATABASE."
        )
    run_tool("pg_restore", "--no-owner", f"--dbname={name}", str(dump))


def run_tool(*words: str) -> None:
    """Run one of PostgreSQL's tools on our database. Raises ClickException with what it said."""
    values = settings.DATABASES["default"]
    environment = {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "PGHOST": values["HOST"],
        "PGPORT": values["PORT"],
        "PGUSER": values["USER"],
        "PGPASSWORD": values["PASSWORD"],
        "PGDATABASE": values["NAME"],
    }
    try:
        subprocess.run(  # noqa: S603 # nosec B603
            words, env=environment, check=True, capture_output=True, text=True
        )
    except FileNotFoundError:
        raise click.ClickException(
            f"{words[0]} is not installed. On Debian: apt install postgresql-client"
        ) from None
    except subprocess.CalledProcessError as error:
        raise click.ClickException(f"{words[0]}: {error.stderr.strip()}") from error
