"""Django as a process, and the worker: both forked from one that has loaded everything."""

import gc
import os
import signal
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import click
import django
import waitress
from django.conf import settings
from django.core.checks import Error, run_checks
from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.template import engines

THREADS = 16  # each waits for the commit it shares with the others; see outbox/group_commit.py

MOST_SENT = 64 * 2**20  # bytes of one request; a picture may have 20 MB


def load() -> None:
    """Import all that requests will need, refuse a site that cannot work, and leave no connection
    or garbage that forked processes would fight over."""
    django.setup()
    refuse_mistakes()
    refuse_missing_migrations()
    import_module(settings.ROOT_URLCONF)
    engines.all()
    Path(settings.BROADSHEET_RUN_FOLDER).mkdir(parents=True, exist_ok=True)
    connections.close_all()
    gc.collect()
    gc.freeze()
    # A request makes some thousand objects that die with it; looking for rings among them at every
    # 700th costs a tenth of its time.
    gc.set_threshold(50_000, 20, 20)


def refuse_mistakes() -> None:
    errors = [message for message in run_checks() if isinstance(message, Error)]
    if errors:
        lines = [f"{error.msg} {error.hint or ''}".strip() for error in errors]
        raise click.ClickException("\n".join(lines))


def refuse_missing_migrations() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise click.ClickException(
            "The database is older than this version. Make a backup (`broadsheet backup`), "
            "then run `broadsheet upgrade`."
        )


def run_application() -> None:
    """Answer the front over a Unix socket until SIGTERM."""
    note_pid("application")
    path = Path(settings.BROADSHEET_RUN_FOLDER) / "app.sock"
    path.unlink(missing_ok=True)
    signal.signal(signal.SIGTERM, stop)
    waitress.serve(
        at_own_address(get_wsgi_application()),
        unix_socket=str(path),
        unix_socket_perms="600",
        threads=THREADS,
        ident=None,
        # The front has dropped what came from outside and set these itself.
        clear_untrusted_proxy_headers=False,
        channel_timeout=120,
        max_request_body_size=MOST_SENT,
        connection_limit=200,
    )


def at_own_address(application: WSGIApplication) -> WSGIApplication:
    """Tell each request the paper's own port; waitress says the path of its Unix socket."""
    site = urlsplit(settings.BROADSHEET_SITE_URL)
    port = str(site.port or (443 if site.scheme == "https" else 80))

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        environ["SERVER_PORT"] = port
        return application(environ, start_response)

    return answer


def stop(signum: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def run_worker() -> None:
    note_pid("worker")
    import_module("broadsheet.config.worker").run_worker()


def note_pid(name: str) -> None:
    """Write down who we are, for an operator who wants to send a signal."""
    (Path(settings.BROADSHEET_RUN_FOLDER) / f"{name}.pid").write_text(str(os.getpid()))
