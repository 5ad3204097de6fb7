"""The list of commands. Each is loaded only when it is called, so that `--help` is quick and the
front can start before Django is imported."""

import sys
from importlib import import_module
from pathlib import Path

import click

from broadsheet.cli.site import find_site, open_site

# name: (module, help, is a site needed). All other words go to Django.
COMMANDS = {
    "new": ("new", "Make the folder of a new paper.", False),
    "demo": ("demo", "Make and serve the demo newsroom.", False),
    "serve": ("serve", "Serve the paper: pages, discussion, admin and worker.", False),
    "worker": ("worker", "Run the worker alone.", True),
    "import": ("import_", "Bring in the archive of another system.", True),
    "rebuild": ("rebuild", "Make every page file again.", True),
    "upgrade": ("upgrade", "Bring the site up to this version of Broadsheet.", True),
    "doctor": ("doctor", "Look whether all is well, and say what is not.", True),
    "backup": ("backup", "Write everything into one archive.", True),
    "restore": ("restore", "Make a site folder from a backup.", False),
}


class Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return django_command(cmd_name)
        module, _, needs_site = COMMANDS[cmd_name]
        if needs_site:
            # Whoever asks for help need not be in a site folder.
            open_site(Path.cwd() if {"-h", "--help"} & set(sys.argv) else find_site())
        command: click.Command = import_module(f"broadsheet.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text, _) in COMMANDS.items()])
        with formatter.section("Everything else"):
            formatter.write_text(
                "goes to Django: migrate, createsuperuser, changepassword, shell, check ..."
            )


def use_site(context: click.Context, option: click.Parameter, site: Path | None) -> None:
    """While the options are read: the command, which may need the site, is looked up after that."""
    if site:
        open_site(find_site(site), setup=False)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False),
    callback=use_site,
    expose_value=False,
    help="The site folder; else the present one, or BROADSHEET_FOLDER.",
)
@click.version_option(package_name="broadsheet")
def broadsheet() -> None:
    """A newsroom in one package: publish, discuss, moderate.

    \b
    To try it:             broadsheet demo
    To found a paper:      broadsheet new my-paper
                           cd my-paper
                           broadsheet serve
    """


def django_command(name: str) -> click.Command:
    """A word that is not ours, handed to Django with all that follows it."""

    @click.command(name, context_settings={"ignore_unknown_options": True}, add_help_option=False)
    @click.argument("rest", nargs=-1, type=click.UNPROCESSED)
    def run(rest: tuple[str, ...]) -> None:
        open_site(find_site())  # else only Django's own words are known
        management = import_module("django.core.management")
        utility = management.ManagementUtility(["broadsheet", name, *rest])
        if name not in management.get_commands():
            raise click.UsageError(f"There is no command {name!r}. See `broadsheet --help`.")
        utility.execute()

    return run
