import sys

import click
from rich.table import Table

from broadsheet.cli.errors import console
from broadsheet.config.health import examine

SIGNS = {"good": "[green]good[/]", "warn": "[yellow]look[/]", "bad": "[bold red]bad[/]"}


@click.command()
def command() -> None:
    """Look at settings, database, disk, worker, events and pages. Ends with 1 when any is bad."""
    findings = list(examine())
    table = Table(box=None, show_header=False, pad_edge=False)
    for finding in findings:
        table.add_row(SIGNS[finding.state], f"[bold]{finding.what}[/]", finding.words)
    console.print(table)
    if any(finding.state == "bad" for finding in findings):
        sys.exit(1)
