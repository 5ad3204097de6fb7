import click
from rich.progress import track

from broadsheet.cli.errors import console
from broadsheet.delivery.actions import rebuild_all, write_redirects
from broadsheet.delivery.render import make_page


@click.command()
def command() -> None:
    """Make every page file again: after a change of theme, templates or settings."""
    write_redirects()
    addresses = rebuild_all()
    gone = [
        address
        for address in track(addresses, "Pages", console=console, disable=not console.is_terminal)
        if make_page(address, again=True) is None
    ]
    console.print(f"{len(addresses) - len(gone)} pages made, {len(gone)} taken away.")
