"""The web servers that `deploy/` has a configuration for, started with that very configuration."""

import os
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.architecture.house import ROOT
from tests.journeys.site import free_port, wait_for

NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr warn;
worker_processes 1;
{user}
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
CADDY = "{\n\tadmin off\n\tauto_https disable_redirects\n}\n"
VISITOR = "127.0.0.2"  # not the proxy's own address, so that the front can tell them apart


@dataclass(frozen=True)
class WebServer:
    """A server in front of the paper in `site`, whose front listens on `front`, with a folder for
    its own files. `web` is where readers come to, by https."""

    site: Path
    front: int
    web: int
    folder: Path

    @property
    def url(self) -> str:
        return f"https://localhost:{self.web}"

    def reader(self) -> httpx.Client:
        trusted = ssl.create_default_context(cafile=self.certificate)
        transport = httpx.HTTPTransport(verify=trusted, local_address=VISITOR)
        return httpx.Client(base_url=self.url, transport=transport, timeout=30)

    @property
    def certificate(self) -> str:
        return f"{self.folder}/cert.pem"

    @property
    def key(self) -> str:
        return f"{self.folder}/key.pem"


@contextmanager
def running(name: str, server: WebServer) -> Iterator[WebServer]:
    """`name` is nginx or caddy. Leaves the test out where it is not installed."""
    program, openssl = found(name), found("openssl")
    server.folder.mkdir(exist_ok=True)
    make_certificate(openssl, server)
    words = prepare_nginx(server) if name == "nginx" else prepare_caddy(server)
    home = os.environ | {"HOME": str(server.folder), "XDG_DATA_HOME": str(server.folder)}
    with (server.folder / "log").open("w") as log:
        process = subprocess.Popen([program, *words], stdout=log, stderr=log, env=home)
    try:
        wait_for(lambda: is_up(server, process))
        yield server
    finally:
        process.terminate()
        process.wait(20)


def found(program: str) -> str:
    path = shutil.which(program) or shutil.which(program, path="/usr/sbin")
    if path is None:
        pytest.skip(f"No {program} here. On Debian: apt install {program}")
    return path


def make_certificate(openssl: str, server: WebServer) -> None:
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
    host = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", server.key, "-out", server.certificate]
    words = ["req", "-x509", *curve, "-nodes", "-days", "2", *host, *files]
    subprocess.run([openssl, *words], check=True, capture_output=True)


def prepare_nginx(server: WebServer) -> list[str]:
    letsencrypt = "/etc/letsencrypt/live/news.example"
    text = changed(
        "nginx.conf",
        {
            f"{letsencrypt}/fullchain.pem": server.certificate,
            f"{letsencrypt}/privkey.pem": server.key,
            "server 127.0.0.1:8000;": f"server 127.0.0.1:{server.front};",
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl http2;": f"listen 127.0.0.1:{server.web} ssl http2;",
            "listen [::]:80;": "",
            "listen [::]:443 ssl http2;": "",
            "news.example": "localhost",
            "/srv/paper": str(server.site),
        },
    )
    (server.folder / "site.conf").write_text(text)
    # As root it would become somebody who may not look into a folder of ours.
    user = "user root;" if os.geteuid() == 0 else ""
    main = server.folder / "nginx.conf"
    main.write_text(NGINX.format(folder=server.folder, user=user))
    return ["-c", str(main), "-p", str(server.folder)]


def prepare_caddy(server: WebServer) -> list[str]:
    tls = f"tls {server.certificate} {server.key}"
    text = changed(
        "Caddyfile",
        {
            "\nnews.example {": f"\nlocalhost:{server.web} {{\n\tbind 127.0.0.1\n\t{tls}",
            "reverse_proxy 127.0.0.1:8000": f"reverse_proxy 127.0.0.1:{server.front}",
            "/srv/paper": str(server.site),
        },
    )
    config = server.folder / "Caddyfile"
    config.write_text(CADDY + text)
    return ["run", "--config", str(config), "--adapter", "caddyfile"]


def changed(name: str, words: dict[str, str]) -> str:
    """The file from `deploy/` with what its reader is told to put in place, and no more."""
    text = (ROOT / "deploy" / name).read_text()
    for old, new in words.items():
        assert old in text, f"deploy/{name} no longer has {old!r}"
        text = text.replace(old, new)
    return text


def is_up(server: WebServer, process: subprocess.Popen[bytes]) -> bool:
    assert process.poll() is None, (server.folder / "log").read_text()
    try:
        with server.reader() as reader:
            return reader.get("/").status_code > 0
    except httpx.TransportError:
        return False
