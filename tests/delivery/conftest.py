"""The front as readers meet it: a real server on loopback, and behind it an application that tells
what it was asked."""

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from wsgiref.types import StartResponse, WSGIEnvironment

import brotli
import pytest
import waitress

from broadsheet.delivery.files import write_page
from broadsheet.delivery.front.app import FrontSettings
from broadsheet.delivery.front.serve import make_server

PAGE = b"<!doctype html><title>The ferry is late</title>" + b"<p>It left at nine.</p>" * 200
TRUSTED = "127.0.0.2"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, str]:
        """What the application behind the front was asked."""
        told: dict[str, str] = json.loads(self.body)
        return told

    @property
    def is_from_application(self) -> bool:
        return self.headers.get("x-from") == "application"


@dataclass(frozen=True)
class Served:
    """`ask` sends one request on a connection of its own, from any address of the loopback net."""

    port: int
    public: Path

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | Iterator[bytes] | None = None,
        source: str = "127.0.0.1",
        **headers: str,
    ) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=20, source_address=(source, 0)
        )
        with closing(connection):
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            fields = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, fields, answer.read())

    def put(self, path: str, content: bytes) -> None:
        """Lay a file into the public folder."""
        file = self.public / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def echo(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """The application: it answers with what it was asked, and may be told to do worse."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    told = {name: value for name, value in environ.items() if isinstance(value, str)}
    told["body"] = environ["wsgi.input"].read(length).decode()
    start_response("200 OK", [("X-From", "application"), ("Content-Type", "application/json")])
    return [json.dumps(told).encode()]


@pytest.fixture
def upstream(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "run" / "app.sock"
    server = waitress.create_server(
        echo, unix_socket=str(path), threads=2, clear_untrusted_proxy_headers=False
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    yield path
    # Asked of its own loop: a socket must not be closed while another thread waits on it.
    server.trigger.pull_trigger(server.close)
    thread.join(10)
    assert not thread.is_alive()


@pytest.fixture
def front(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A front with one page, /harbour/ferry/. Behind it is nobody, unless `upstream` is asked for."""
    monkeypatch.setattr("broadsheet.delivery.front.upstream.PATIENCE", 0.1)
    public = tmp_path / "public"
    write_page("/harbour/ferry/", PAGE)
    settings = FrontSettings(public, tmp_path / "run" / "app.sock", (TRUSTED,), https=True)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = make_server(settings)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        yield Served(listener.getsockname()[1], public)
        server.should_exit = True
        thread.join(10)


def unpacked(answer: Answer) -> bytes:
    content: bytes = brotli.decompress(answer.body)
    return content
