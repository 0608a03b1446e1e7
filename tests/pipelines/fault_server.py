"""A mail server that misbehaves on demand: it speaks just enough SMTP to be refused, cut off and kept waiting by."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

MESSAGE_ID = re.compile(rb"^Message-ID: (<[^>]+>)", re.M | re.I)
DROP, STALL, HOLD = "drop", "stall", "hold"
Answer = Callable[[str], str | None]


class FaultServer:
    """Answers each stage (banner, EHLO, MAIL, RCPT, DATA, body) as `faults` say; with "250" where they say nothing.

    `RCPT ann@example.com` is a fault for her alone. A fault is the line to send, `drop` (close the connection), `stall`
    (never answer) or `hold` (answer as usual when `let_go` is set). `taken` holds the Message-IDs of the bodies it has
    received, `bodies` these, whether it said so or not; `connections` counts the visits, `said_goodbye` their QUITs.
    """

    def __init__(self, **faults: str) -> None:
        self.faults = faults
        self.taken: list[str] = []
        self.bodies: list[bytes] = []
        self.said_goodbye = 0
        self.recipients: list[str] = []
        self.connections = 0
        self.url = ""
        self.let_go = asyncio.Event()
        self._closing = asyncio.Event()
        self._open: set[asyncio.StreamWriter] = set()

    async def converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._open.add(writer)
        try:
            going = await self._answer(writer, "banner", "220 faults ESMTP")
            while going and (line := await reader.readline()):
                going = await self._take(line.decode().strip(), reader, writer)
        except ConnectionError:
            pass
        finally:
            self._open.discard(writer)
            writer.close()

    async def _take(self, line: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        verb = line.partition(" ")[0].upper()
        if verb == "RCPT":
            self.recipients.append(line.partition("<")[2].partition(">")[0])
            if refusal := self.faults.get(f"RCPT {self.recipients[-1]}"):
                return await self._answer(writer, "", refusal)
        self.said_goodbye += verb == "QUIT"
        if verb != "DATA":
            return await self._answer(writer, verb, "221 bye" if verb == "QUIT" else "250 fine") and verb != "QUIT"
        if not await self._answer(writer, "DATA", "354 go on"):
            return False
        if "DATA" in self.faults:
            return True
        body = await reader.readuntil(b"\r\n.\r\n")
        self.bodies.append(body)
        self.taken += [found.decode() for found in MESSAGE_ID.findall(body)]
        return await self._answer(writer, "body", "250 taken")

    async def _answer(self, writer: asyncio.StreamWriter, stage: str, line: str) -> bool:
        """Whether the conversation goes on."""
        said = self.faults.get(stage, line)
        if said == HOLD:
            await self.let_go.wait()
            said = line
        if said == STALL:
            await self._closing.wait()
        if said in (STALL, DROP):
            return False
        writer.write(f"{said}\r\n".encode())
        await writer.drain()
        return not said.startswith("421")

    def cut(self) -> None:
        """End every conversation."""
        self._closing.set()
        self.let_go.set()
        for writer in self._open:
            writer.transport.abort()


@asynccontextmanager
async def serving(server: FaultServer) -> AsyncIterator[FaultServer]:
    """The server on a free port; its `url` is the shop's setting."""
    listening = await asyncio.start_server(server.converse, "127.0.0.1", 0)
    server.url = f"smtp://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    try:
        yield server
    finally:
        listening.close()
        server.cut()
        await listening.wait_closed()
