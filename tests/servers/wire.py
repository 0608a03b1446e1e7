"""A wire to PostgreSQL that counts its round trips, and can be cut in the middle of one, or translate."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

READY = b"Z"  # the server's ReadyForQuery: it has answered all there was, and waits
COMPLAINTS = (b"E", b"N")  # ErrorResponse and NoticeResponse
IN_GERMAN = {b"S": "FEHLER", b"M": "etwas ging schief", b"D": "Einzelheiten", b"H": "Hinweis"}  # what is translated


@dataclass
class Wire:
    """Passes on what client and server say to each other.

    Attributes:
        round_trips: how often the server has said that it waits for the next question.
        cut_after: when the client says this, the server answers, but the client never hears it: the line is dead.
        silent_at: when the client says this, nobody hears it, and nothing tells the client: it waits.
        speaks_german: whether the server's complaints arrive in the words of another language; their codes stay.
        translated: how many did.
        refused: how often the server complained of an error.
    """

    server_port: int
    port: int = 0
    round_trips: int = 0
    cut_after: bytes | None = None
    silent_at: bytes | None = None
    speaks_german: bool = False
    translated: int = 0
    refused: int = 0
    _is_cut: bool = False
    _answered: asyncio.Event = field(default_factory=asyncio.Event)

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", self.server_port)
        ways = [self._ask(reader, server_writer), self._answer(server_reader, writer)]
        both = [asyncio.create_task(way) for way in ways]
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        for task in both:
            task.cancel()
        writer.close()
        server_writer.close()

    async def _ask(self, client: asyncio.StreamReader, server: asyncio.StreamWriter) -> None:
        while said := await client.read(65536):
            if self.silent_at is not None and self.silent_at in said:
                await asyncio.Event().wait()
            is_last = self.cut_after is not None and self.cut_after in said
            self._is_cut = is_last
            server.write(said)
            if is_last:
                self.cut_after = None
                await self._answered.wait()
                return

    async def _answer(self, server: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError):
            while True:
                head = await server.readexactly(5)
                body = await server.readexactly(int.from_bytes(head[1:]) - 4)
                self.round_trips += head[:1] == READY
                self.refused += head[:1] == COMPLAINTS[0]
                if self.speaks_german and head[:1] in COMPLAINTS:
                    body = in_german(body)
                    head = head[:1] + (len(body) + 4).to_bytes(4)
                    self.translated += 1
                if not self._is_cut:
                    client.write(head + body)
                elif head[:1] == READY:
                    self._answered.set()


def in_german(complaint: bytes) -> bytes:
    """A complaint whose words are translated: fields that begin with a byte that names them and end with a NUL."""
    told = [(field[:1], field[1:]) for field in complaint.split(b"\0") if field]
    return b"".join(name + IN_GERMAN.get(name, words.decode()).encode() + b"\0" for name, words in told) + b"\0"


@contextlib.asynccontextmanager
async def wire_to(server_port: int) -> AsyncIterator[Wire]:
    """A wire to the server at that port; connect to `port` of it, without TLS."""
    wire = Wire(server_port)
    server = await asyncio.start_server(wire.meet, "127.0.0.1", 0)
    wire.port = server.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        server.close()
