"""Passing a request on to Django, over its Unix socket."""

import asyncio
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import h11
from starlette.types import Receive, Scope, Send

from broadsheet.delivery.front.replies import Reply
from broadsheet.delivery.front.senders import Senders

PATIENCE = 5.0  # seconds to wait for Django while it starts or is started again
MOST_WAITING = 500  # requests that wait for it at once; the others are told to come back
PIECE = 64 * 1024

HOP_BY_HOP = {
    *(
        b"connection",
        b"keep-alive",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"proxy-connection",
    ),
    *(b"te", b"trailer", b"transfer-encoding", b"upgrade"),
}
# What only we may say to Django, so nobody else's word for it is passed on.
OURS = {
    b"forwarded",
    b"x-forwarded-for",
    b"x-forwarded-host",
    b"x-forwarded-port",
    b"x-forwarded-proto",
}

AWAY = b"""<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Back in a moment</title><h1>Back in a moment</h1>
<p>This part of the paper is being started. Please try again in a few seconds.</p>
<p>If you were sending something, go back: your text is still in its form.</p></html>
"""


class Gone(Exception):
    """Django is not there, or went away before it answered."""


class Upstream:
    def __init__(self, path: Path, senders: Senders, headers: list[tuple[bytes, bytes]]) -> None:
        self.path, self.senders, self.waiting = path, senders, 0
        self.away = Reply(
            503,
            [
                (b"content-type", b"text/html; charset=utf-8"),
                (b"cache-control", b"no-store"),
                (b"retry-after", b"5"),
                *headers,
            ],
            AWAY,
        )

    async def pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            reader, writer = await self.connect()
        except Gone:
            await self.away.send(send)
            return
        try:
            await Exchange(reader, writer, scope, receive, send).run(self.request_headers(scope))
        except Gone:
            await self.away.send(send)
        finally:
            writer.close()

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self.waiting >= MOST_WAITING:
            raise Gone
        self.waiting += 1
        try:
            end = time.monotonic() + PATIENCE
            while True:
                try:
                    return await asyncio.open_unix_connection(self.path)
                except OSError as error:
                    if time.monotonic() > end:
                        raise Gone from error
                    await asyncio.sleep(0.05)
        finally:
            self.waiting -= 1

    def request_headers(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        """The headers as Django may see them: who sends and how is told by us alone."""
        heard: dict[bytes, bytes] = {}
        headers = []
        for name, value in scope["headers"]:
            if name in OURS:
                heard[name] = heard[name] + b"," + value if name in heard else value
            elif name not in HOP_BY_HOP and b"_" not in name:
                headers.append((name, value))
        peer = scope["client"][0] if scope["client"] else ""
        address = self.senders.address(peer, heard.get(b"x-forwarded-for", b""))
        scheme = self.senders.scheme(peer, heard.get(b"x-forwarded-proto", b""))
        return [
            *headers,
            (b"x-forwarded-for", address.encode()),
            (b"x-forwarded-proto", scheme.encode()),
            (b"connection", b"close"),
        ]


class Exchange:
    """One request and its answer on a connection of its own."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        self.reader, self.writer = reader, writer
        self.scope, self.receive, self.send = scope, receive, send
        self.http = h11.Connection(h11.CLIENT)
        self.started = False

    async def run(self, headers: list[tuple[bytes, bytes]]) -> None:
        """Raises Gone when Django leaves before it has said anything."""
        sending = asyncio.create_task(self.send_request(headers))
        try:
            await self.pass_answer_back()
        except (OSError, h11.RemoteProtocolError) as error:
            if not self.started:
                raise Gone from error
            raise
        finally:
            sending.cancel()
            with suppress(asyncio.CancelledError, OSError, h11.LocalProtocolError):
                await sending

    async def send_request(self, headers: list[tuple[bytes, bytes]]) -> None:
        query = self.scope["query_string"]
        target = self.scope["raw_path"] + (b"?" + query if query else b"")
        framed = any(name == b"content-length" for name, _ in headers)
        has_body = framed or any(name == b"transfer-encoding" for name, _ in self.scope["headers"])
        if has_body and not framed:
            headers = [*headers, (b"transfer-encoding", b"chunked")]
        self.put(h11.Request(method=self.scope["method"], target=target, headers=headers))
        while has_body:
            message = await self.receive()
            if message["type"] == "http.disconnect":
                self.writer.close()
                return
            self.put(h11.Data(data=message.get("body", b"")))
            await self.writer.drain()
            has_body = message.get("more_body", False)
        self.put(h11.EndOfMessage())
        await self.writer.drain()

    def put(self, event: h11.Event) -> None:
        self.writer.write(self.http.send(event) or b"")

    async def pass_answer_back(self) -> None:
        while True:
            event = self.http.next_event()
            if event is h11.NEED_DATA:
                self.http.receive_data(await self.reader.read(PIECE))
            elif isinstance(event, h11.Response):
                self.started = True
                await self.send(
                    {
                        "type": "http.response.start",
                        "status": event.status_code,
                        "headers": end_to_end(event.headers),
                    }
                )
            elif isinstance(event, h11.Data):
                body = {"type": "http.response.body", "body": bytes(event.data), "more_body": True}
                await self.send(body)
            elif isinstance(event, h11.EndOfMessage):
                await self.send({"type": "http.response.body", "body": b""})
                return
            elif isinstance(event, h11.ConnectionClosed):
                raise h11.RemoteProtocolError("closed without an answer")


def end_to_end(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    return [
        (name, value) for name, value in headers if name not in HOP_BY_HOP | {b"date", b"server"}
    ]
