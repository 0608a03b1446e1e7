"""A mail server that takes everything and remembers the Message-IDs."""

import re
from typing import Any

from aiosmtpd.controller import Controller

from tests.servers.throwaway import free_port


class Mailbox:
    """Open as a context; `message_ids` counts each message's hand-overs."""

    def __init__(self) -> None:
        self.message_ids: dict[str, int] = {}
        self._port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=self._port)
        self.url = f"smtp://127.0.0.1:{self._port}"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        found = re.search(rb"^Message-ID:\s*(\S+)", envelope.content, re.MULTILINE | re.IGNORECASE)
        assert found, "a message without a Message-ID"
        name = found[1].decode()
        self.message_ids[name] = self.message_ids.get(name, 0) + 1
        return "250 taken"

    def __enter__(self) -> "Mailbox":
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()
