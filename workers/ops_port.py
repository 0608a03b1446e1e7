"""A worker's own port: /livez, /readyz; /metrics and POST /ops/drain for an operator with the token.

Draining asked for here has no time limit: the worker takes no more, finishes what it holds, and ends with 0.
"""

import hmac
import json
import logging
import socket
import sys
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import telemetry
from core.settings import BadSetting, Settings
from core.supervised_threads import SupervisedThread

log = logging.getLogger(__name__)


class Ops:
    """Serves on a thread while the worker lives. Without a port in the settings it serves nothing.

    Raises:
        BadSetting: the port cannot be had.
    """

    def __init__(self, settings: Settings, *, failing: Callable[[], list[str]], drain: Callable[[], None]) -> None:
        self._server: ThreadingHTTPServer | None = None
        if settings.ops_port is None:
            return
        words = {"token": settings.ops_token or "", "failing": staticmethod(failing), "drain": staticmethod(drain)}
        try:
            self._server = _listening(settings.host, settings.ops_port, type("Handler", (Handler,), words))
        except OSError as error:
            where = f"{settings.host}:{settings.ops_port}"
            raise BadSetting(f"CARTWRIGHT_OPS_PORT: {where} cannot be had: {error.strerror}") from None
        SupervisedThread(self._server.serve_forever, name="ops").start()

    def close(self) -> None:
        """Let go of the port."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()


def _listening(host: str, port: int, handler: type["Handler"]) -> ThreadingHTTPServer:
    """A server at the first address of this host, whichever protocol it is of. Raises OSError."""
    family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    kind = type("OpsServer", (OpsServer,), {"address_family": family})
    server: OpsServer = kind(address[:2], handler)
    return server


class OpsServer(ThreadingHTTPServer):
    """Says in one line what went wrong with a request, and nothing of probes that did not wait for their answer."""

    def handle_error(self, *_: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            log.exception("the operations port failed")


class Handler(BaseHTTPRequestHandler):
    """One request."""

    timeout = 10  # seconds for who says nothing: each would keep a thread

    token: ClassVar[str]
    failing: ClassVar[Callable[[], list[str]]]
    drain: ClassVar[Callable[[], None]]

    def do_GET(self) -> None:
        if self.path == "/livez":
            self._answer(200, "ok")
        elif self.path == "/readyz":
            failing = type(self).failing()
            self._answer(503 if failing else 200, "not_ready" if failing else "ok", failing)
        elif self.path == "/metrics" and self._is_operator():
            self._tell_metrics()
        else:
            self._answer(404, "not found")

    def do_POST(self) -> None:
        if not self._is_operator():
            self._answer(403, "forbidden")
        elif self.path != "/ops/drain":
            self._answer(404, "not found")
        else:
            type(self).drain()
            self._answer(202, "draining")

    def _is_operator(self) -> bool:
        given = self.headers.get("X-Ops-Token", "")
        return bool(self.token) and hmac.compare_digest(given.encode(), self.token.encode())

    def _tell_metrics(self) -> None:
        text = telemetry.exposed()
        if text is None:
            self._answer(404, "nothing is measured: OTEL_METRICS_EXPORTER does not name prometheus")
        else:
            self._send(200, "text/plain; version=0.0.4; charset=utf-8", text.encode())

    def _answer(self, status: int, words: str, failing: Sequence[str] = ()) -> None:
        document = {"status": words, **({"failing": [*failing]} if failing else {})}
        self._send(status, "application/json", json.dumps(document).encode())

    def _send(self, status: int, content_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Probes come every few seconds: nothing worth a line."""
