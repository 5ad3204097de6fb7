import click

from broadsheet.config.worker import run_worker


@click.command()
def command() -> None:
    """Work off events, refresh pages and do what is due, until stopped.

    `broadsheet serve` runs one already; this is for a machine of its own.
    """
    run_worker()
