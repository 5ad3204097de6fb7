"""The front as a process: no Django here."""

import os
import socket
from pathlib import Path

from broadsheet.config import env
from broadsheet.delivery.front.app import FrontSettings
from broadsheet.delivery.front.serve import run


def run_front(listener: socket.socket) -> None:
    site = Path(os.environ["BROADSHEET_FOLDER"])
    settings = FrontSettings(
        public=env.folder("PUBLIC_FOLDER", site / "public"),
        upstream=env.folder("RUN_FOLDER", site / "run") / "app.sock",
        trusted_proxies=tuple(env.words("TRUSTED_PROXIES")),
        https=env.text("SITE_URL").startswith("https:"),
    )
    run(settings, listener)
