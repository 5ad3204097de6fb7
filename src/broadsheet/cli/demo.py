import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import click

from broadsheet.cli.errors import console
from broadsheet.cli.new import make_folder
from broadsheet.cli.serve import serve
from broadsheet.cli.site import ENV_FILE, open_site

OUTLINES = Path(__file__).resolve().parent.parent / "demo" / "ostrey.geojson"
# The demo listens on this machine only.
PASSWORD = "demo-newsroom"  # noqa: S105 # nosec B105


@click.command()
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-newsroom"),
    show_default=True,
    help="Where it is kept; a second start goes on with what is there.",
)
@click.option("--port", default=8000, show_default=True)
@click.option("--no-serve", is_flag=True, help="Only make it.")
def command(folder: Path, port: int, no_serve: bool) -> None:
    """Make the demo newsroom, an invented paper with articles and discussions, and serve it."""
    is_new = not (folder / ENV_FILE).exists()
    if is_new:
        # In a child, so that the front still starts before Django is imported.
        run_apart(lambda: make(folder, port))
    console.print(
        f"\nLog in at http://localhost:{port}/admin/ with password [bold]{PASSWORD}[/] as"
    )
    console.print("  [bold]dora[/]  the editor      [bold]cem[/]  the moderator\n")
    if not no_serve:
        open_site(folder.resolve(), setup=False)
        serve("127.0.0.1", port)


def make(folder: Path, port: int) -> None:
    unfinished = folder.with_name(folder.name + ".unfinished")
    make_folder(unfinished, f"http://localhost:{port}")
    add_outlines(unfinished)
    open_site(unfinished.resolve())
    founding = import_module("broadsheet.cli.founding")
    newsroom = import_module("broadsheet.demo.newsroom")
    with console.status("Making the database") as status:
        founding.prepare()
        newsroom.fill(lambda headline: status.update(f"Writing: {headline}"))
        founding.add_staff("dora", owner=True, password=PASSWORD, name="Dora")
        founding.add_staff("cem", groups=(founding.COMMENT_DESK,), password=PASSWORD, name="Cem")
        status.update("Printing the pages")
        import_module("broadsheet.config.worker").work_until_idle()
    unfinished.rename(folder)


def add_outlines(folder: Path) -> None:
    """The demo's island is on no map but its own."""
    with (folder / ENV_FILE).open("a") as settings:
        settings.write(f"BROADSHEET_MAP_OUTLINES={OUTLINES}\n")


def run_apart(job: Callable[[], None]) -> None:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            job()
            code = 0
        except BaseException:  # noqa: BLE001 - a forked child must never return to its parent's code
            console.print_exception()
        finally:
            os._exit(code)
    if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]):
        raise click.ClickException("The demo newsroom could not be made; see above.")
