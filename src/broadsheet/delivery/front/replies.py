"""A whole answer, made once and sent many times."""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.types import Message, Send

Headers = list[tuple[bytes, bytes]]

STATUS_LINES = {
    status.value: f"HTTP/1.1 {status.value} {status.phrase}\r\n".encode() for status in HTTPStatus
}


class Reply:
    """An answer of any status, as ASGI messages and as the bytes of its head on the wire.

    `headers` is without Content-Length, which is added unless the status is 304. `head` is without
    the Date header and without the empty line.
    """

    __slots__ = ("body", "head", "messages", "status")

    def __init__(
        self, status: int, headers: Iterable[tuple[bytes, bytes]], body: bytes = b""
    ) -> None:
        self.status, self.body = status, body
        lines = [*headers]
        if status != HTTPStatus.NOT_MODIFIED:
            lines.append((b"content-length", b"%d" % len(body)))
        self.head = STATUS_LINES[status] + b"".join(b"%b: %b\r\n" % line for line in lines)
        self.messages: tuple[Message, Message] = (
            {"type": "http.response.start", "status": status, "headers": lines},
            {"type": "http.response.body", "body": body},
        )

    async def send(self, send: Send) -> None:
        """Send it, also for HEAD: the server itself leaves the body out."""
        for message in self.messages:
            await send(message)


def encoded(headers: dict[str, str]) -> Headers:
    return [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
