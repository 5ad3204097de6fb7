import secrets
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

import click

from broadsheet.cli.errors import console
from broadsheet.cli.site import ENV_FILE, open_site

SETTINGS = """\
# The settings of this paper. All of them: docs/reference/settings.md
# Keep this file to yourself: with the secret key anybody can log in.
BROADSHEET_SITE_URL={address}
BROADSHEET_SECRET_KEY={secret}
# Whose word is taken for where a reader comes from: the server that holds the certificate.
{proxies}BROADSHEET_TRUSTED_PROXIES=127.0.0.1

# BROADSHEET_DATABASE=postgresql://user:password@localhost/paper
# BROADSHEET_TIME_ZONE=Europe/Lisbon
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="The paper's name; else made from the folder's.")
@click.option("--motto", default="", help="A line below the name.")
@click.option(
    "--address",
    default="http://localhost:8000",
    show_default=True,
    help="Where readers will find it, without a slash at the end.",
)
@click.option("--editor", default="editor", show_default=True, help="Login of the first editor.")
def command(folder: Path, name: str | None, motto: str, address: str, editor: str) -> None:
    """Make FOLDER with a new paper in it: settings, database, one section, one editor."""
    check_address(address)
    make_folder(folder, address)
    open_site(folder.resolve())
    founding = import_module("broadsheet.cli.founding")
    with console.status("Making the database and the files it needs (some ten seconds)"):
        founding.prepare()
    title = name or folder.resolve().name.replace("-", " ").title()
    password = founding.found(title, motto, editor)
    console.print(f"[bold]{title}[/] is ready in {folder}.")
    console.print(f"Log in at {address}/admin/ as [bold]{editor}[/] with [bold]{password}[/]")
    console.print(f"\nStart it:  cd {folder} && broadsheet serve")


def check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise click.BadParameter(
            f"{address!r} is no address such as https://news.example", param_hint="--address"
        )


def make_folder(folder: Path, address: str) -> None:
    """A folder with settings in it, readable by its owner alone. Refuses one that has files."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty. Choose another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    for part in ("public/pages", "public/media", "run", "templates"):
        (folder / part).mkdir(parents=True)
    (folder / "newsroom.sqlite3").touch(0o600)
    settings = folder / ENV_FILE
    settings.touch(0o600)
    settings.write_text(
        SETTINGS.format(
            address=address,
            secret=secrets.token_urlsafe(48),
            # https is spoken by a server before ours, which usually runs on the same machine.
            proxies="" if address.startswith("https:") else "# ",
        )
    )
