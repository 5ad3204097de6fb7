"""The front as a server: uvicorn, with a short way for files that are in memory."""

import resource
import socket
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from broadsheet.delivery.front.app import Front, FrontSettings, read_request
from broadsheet.delivery.front.replies import Reply

GRACE = 3  # seconds that requests have to end after SIGTERM
KEEP_ALIVE = 20  # seconds an idle connection stays open


def run(settings: FrontSettings, listener: socket.socket) -> None:
    """Serve until SIGTERM."""
    raise_file_limit()
    make_server(settings).run(sockets=[listener])


def make_server(settings: FrontSettings) -> uvicorn.Server:
    config = uvicorn.Config(
        Front(settings),
        http=QuickProtocol,
        loop="uvloop",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
    )
    return uvicorn.Server(config)


def raise_file_limit() -> None:
    """Each reader's connection is an open file; many systems start with 1,024."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


class QuickProtocol(HttpToolsProtocol):
    """HTTP/1.1 as uvicorn speaks it, but a page that is in memory is written to the connection at
    once, without a task and messages of its own: half the time of a request (benchmarks: reading).
    """

    was_answered = False

    def on_headers_complete(self) -> None:
        reply = self.quick_reply()
        self.was_answered = reply is not None
        if reply is None:
            super().on_headers_complete()
        else:
            self.write_reply(reply)

    def quick_reply(self) -> Reply | None:
        is_idle = self.cycle is None or self.cycle.response_complete
        if not is_idle or self.flow.write_paused or self.parser.should_upgrade():
            return None
        if self.parser.get_method() not in {b"GET", b"HEAD"} or not self.url.startswith(b"/"):
            return None
        if b"?" in self.url:
            return None
        front: Any = self.config.app
        reply: Reply | None = front.reply(read_request(self.url, b"", self.headers))
        return reply

    def write_reply(self, reply: Reply) -> None:
        keep_alive = self.parser.get_http_version() != "1.0" and self.parser.should_keep_alive()
        dated = b"".join(b"%b: %b\r\n" % line for line in self.server_state.default_headers)
        end = b"\r\n" if keep_alive else b"connection: close\r\n\r\n"
        body = b"" if self.parser.get_method() == b"HEAD" else reply.body
        self.transport.write(b"".join((reply.head, dated, end, body)))
        if not keep_alive:
            self.transport.close()
        self.on_response_complete()

    def on_body(self, body: bytes) -> None:
        if not self.was_answered:
            super().on_body(body)

    def on_message_complete(self) -> None:
        if not self.was_answered:
            super().on_message_complete()
