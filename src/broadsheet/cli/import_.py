import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import click
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from broadsheet.cli.errors import console

existing_folder = click.Path(path_type=Path, exists=True, file_okay=False)
a_file = click.Path(path_type=Path, dir_okay=False)


@click.group()
def command() -> None:
    """Bring in the archive of another system: what is new, and what has changed there."""


@command.command()
@click.argument("file", type=a_file)
@click.option("--uploads", type=existing_folder, help="A copy of its wp-content/uploads.")
@click.option("--pages", is_flag=True, help="Also its pages, as articles of a section Pages.")
@click.option(
    "--sections",
    type=click.IntRange(1, 100),
    default=10,
    show_default=True,
    help="How many categories, the largest, become sections. All others become tags.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing, only say what would be.")
@click.option("--report", "report_file", type=a_file, help="Write the report as JSON, too.")
def wordpress(
    file: Path,
    uploads: Path | None,
    pages: bool,
    sections: int,
    dry_run: bool,
    report_file: Path | None,
) -> None:
    """Bring in FILE, an export of WordPress (Tools, Export, All content).

    Articles, authors, sections, tags, comments, redirects from the old addresses, and the pictures
    of --uploads. A second time, only what is new or has changed there; never what was edited here.
    """
    archives = import_module("broadsheet.importers.wordpress.archive")
    folder = import_module("broadsheet.importers.pictures").Uploads(uploads)
    report = import_module("broadsheet.importers.report").Report(dry_run=dry_run)
    bring_in = import_module("broadsheet.importers.write").bring_in
    gc.set_threshold(50_000)  # nearly all that is made is kept: looking less often saves a fifth
    try:
        with bar_of(file) as (stage, progress):
            archive = archives.WordPressArchive(
                file, pages=pages, sections=sections, progress=progress
            )
            bring_in(archive, folder, report, stage)
    except (KeyboardInterrupt, click.Abort):
        console.print(
            "Broken off. What was written is whole; the same command again does the rest."
        )
        raise
    finally:
        if report_file and report.found:
            report.write(report_file)
    report.show(console)


@contextmanager
def bar_of(file: Path) -> Iterator[tuple[Callable[[str], None], Callable[[int], None]]]:
    """A bar for a file that is read more than once: a function for each new stage, and one for the
    bytes read in it."""
    columns = (TextColumn("{task.description:<12}"), BarColumn(), TaskProgressColumn())
    bar = Progress(
        *columns,
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=file.stat().st_size if file.is_file() else None)
        yield (
            lambda name: bar.reset(task, description=name),
            lambda read: bar.update(task, completed=read),
        )
