"""Two neighbours of a shop that are out of order: a mail server that refuses, and a receiver that fails."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller

from tests.servers.throwaway import free_port


class RefusingMailServer:
    """Refuses each message with `answer`; `taken` counts those that it takes after all."""

    def __init__(self) -> None:
        self.answer = "452 4.5.3 too many messages"
        self.taken = 0
        port = free_port()
        self._controller = Controller(self, hostname="127.0.0.1", port=port)
        self.url = f"smtp://127.0.0.1:{port}"

    async def handle_DATA(self, _server: Any, _session: Any, _envelope: Any) -> str:
        self.taken += self.answer.startswith("2")
        return self.answer

    def __enter__(self) -> "RefusingMailServer":
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()


@contextmanager
def failing_receiver(status: int) -> Iterator[str]:
    """The address of a receiver of webhooks that answers everything with this status."""

    class Fails(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Fails)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/hooks"
    finally:
        server.shutdown()
        server.server_close()
