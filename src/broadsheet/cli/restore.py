import shutil
import tarfile
from importlib import import_module
from pathlib import Path

import click

from broadsheet.cli.errors import console
from broadsheet.cli.site import ENV_FILE, open_site


@click.command()
@click.argument("archive", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(archive: Path, folder: Path) -> None:
    """Make the site of a backup ARCHIVE again in FOLDER, which must be new or empty."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty: a restore never writes over a site.")
    try:
        with tarfile.open(archive) as tar:
            if ENV_FILE not in tar.getnames():
                raise click.ClickException(f"{archive} is no backup of Broadsheet.")
            folder.mkdir(parents=True, exist_ok=True)
            tar.extractall(folder, filter="data")
    except tarfile.ReadError as error:
        raise click.ClickException(f"{archive} is no backup of Broadsheet.") from error
    except (tarfile.TarError, EOFError) as error:
        raise click.ClickException(f"{archive} is damaged: {error}") from error
    for part in ("public/pages", "public/media", "run", "templates"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    open_site(folder.resolve())
    backup = import_module("broadsheet.cli.backup")
    with console.status("Tables and static files"):
        if (dump := folder / backup.PG_DUMP).exists():
            try:
                backup.load_dump(dump)
            except click.ClickException:
                shutil.rmtree(folder)  # so that it can be tried again
                raise
            dump.unlink()
        import_module("broadsheet.cli.founding").prepare()
    console.print(f"Restored to {folder}. Start it:  cd {folder} && broadsheet serve")
