import click

from broadsheet.cli.errors import console
from broadsheet.cli.founding import prepare
from broadsheet.delivery.actions import doubt_every_page


@click.command()
def command() -> None:
    """Bring a site up to this version: tables, static files, roles. Its worker makes the pages anew.

    Stop the paper and make a backup first.
    """
    with console.status("Tables and static files"):
        prepare()
    pages = doubt_every_page()
    console.print(f"Done. Start the paper: its worker makes {pages} pages again.")
