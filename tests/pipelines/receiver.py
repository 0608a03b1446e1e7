"""A receiver of webhooks that behaves as it is told, and remembers what it was sent."""

import asyncio
import contextlib
import json
import ssl
from collections.abc import AsyncIterator
from typing import Any, NamedTuple

from tests.web.api.messages import hold_message

PAUSE = 0.05  # seconds between the pieces of an answer


class Message(NamedTuple):
    path: str
    headers: dict[str, str]
    body: str

    @property
    def event(self) -> Any:
        return json.loads(self.body)


class Receiver:
    """Answers each request with the next of `answers`, the last one for ever.

    An answer is raw bytes, pieces of them that come one by one, or a word for mischief.
    """

    def __init__(self) -> None:
        self.answers: list[bytes | str | tuple[bytes, ...]] = [b"HTTP/1.1 204 No Content\r\n\r\n"]
        self.messages: list[Message] = []
        self.connections = 0
        self.serving: list[asyncio.Task[Any] | None] = []
        self.url = ""

    def say(self, *answers: bytes | str | int | tuple[bytes, ...]) -> None:
        self.answers = [
            f"HTTP/1.1 {answer} X\r\nContent-Length: 2\r\n\r\nok".encode() if isinstance(answer, int) else answer
            for answer in answers
        ]

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.serving.append(asyncio.current_task())
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await self._serve(reader, writer)
        writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.strip().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        body = (await reader.readexactly(int(headers["content-length"]))).decode()
        if "type" in (event := json.loads(body)):  # else a test of the gateway alone
            hold_message(event)
        self.messages.append(Message(first.split()[1], headers, body))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer == "hang":
            await reader.read()
        elif answer == "drip":
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")
            while not writer.is_closing():
                writer.write(b"x")
                await writer.drain()
                await asyncio.sleep(0.02)
        elif answer == "flood":
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            for _ in range(10_000):
                writer.write(b"x" * 100_000)
                await writer.drain()
        elif isinstance(answer, tuple):
            for piece in answer:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(PAUSE)  # each in a packet of its own
        elif isinstance(answer, bytes):
            writer.write(answer)
            await writer.drain()


@contextlib.asynccontextmanager
async def receiving(tls: ssl.SSLContext | None = None) -> AsyncIterator[Receiver]:
    """A receiver on a free port of this machine."""
    receiver = Receiver()
    server = await asyncio.start_server(receiver, "127.0.0.1", 0, ssl=tls)
    scheme = "https" if tls else "http"
    receiver.url = f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook?a=1"
    try:
        yield receiver
    finally:
        server.close()
        await asyncio.gather(*filter(None, receiver.serving))
