import os
import socket
from importlib import import_module
from urllib.parse import urlsplit

import click

from broadsheet.cli.errors import console
from broadsheet.cli.processes import Tree
from broadsheet.cli.site import find_site, open_site
from broadsheet.config import env


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 for all networks.")
@click.option("--port", type=int, help="Else the one in BROADSHEET_SITE_URL, or 8000.")
@click.option("--no-worker", is_flag=True, help="The worker runs elsewhere.")
def command(host: str, port: int | None, no_worker: bool) -> None:
    """Serve the paper of this site folder until Ctrl-C: readers' pages, admin and worker."""
    open_site(find_site(), setup=False)
    serve(host, port or own_port(), with_worker=not no_worker)


def own_port() -> int:
    """The port at which readers expect the paper, when it speaks to them itself."""
    address = urlsplit(env.text("SITE_URL"))
    return (address.port if address.scheme == "http" else None) or 8000


def serve(host: str, port: int, *, with_worker: bool = True) -> None:
    """Run the three processes. The front starts before Django is imported, so that readers get
    pages at once and its memory stays small; the other two share what was loaded before the fork.
    """
    os.environ["BROADSHEET_BEHIND_FRONT"] = "yes"
    listener = listen(host, port)
    tree = Tree()
    front = import_module("broadsheet.cli.front")
    tree.start("front", lambda: front.run_front(listener))
    console.print(f"Readers: http://{host}:{port}/   Admin: http://{host}:{port}/admin/")
    application = import_module("broadsheet.cli.application")
    application.load()
    tree.start("application", application.run_application)
    if with_worker:
        tree.start("worker", application.run_worker)
    console.print("Ctrl-C stops it.")
    tree.watch()


def listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        raise click.UsageError(
            f"Cannot listen on {host}:{port} ({error.strerror}). "
            "Is it running already? Another port: --port 8001"
        ) from error
    listener.listen(2048)
    return listener
