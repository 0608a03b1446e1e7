"""What goes around every answer, static files and failures included: its id, the security headers, a line in the log.

A request whose head is not in order gets no further, and a failure that nobody has answered is answered here. The id is
always our own: one that came from outside could forge lines in the log. Headers that an answer has set by itself are
left as they are.
"""

import logging
import secrets
import time
from typing import Any

from quart import has_request_context, request

from core.settings import Settings
from telemetry.log_lines import about
from web.http import request_heads
from web.http.client_address import forwarded_address

REQUEST_ID = "cartwright.request_id"
STATUS = "cartwright.status"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
LOADED = ("script-src", "style-src", "img-src", "font-src")
HEADERS = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
STRICT_TRANSPORT = "max-age=31536000; includeSubDomains"
LONGEST_PATH = 512  # characters of it in the log
LONGEST_ADDRESS = 64

log = logging.getLogger("cartwright.access")


def content_security_policy(asset_url: str) -> str:
    """The policy, with the address that files are loaded from if that is another one."""
    policy = CONTENT_SECURITY_POLICY
    for directive in LOADED if asset_url else ():
        policy = policy.replace(f"{directive} 'self'", f"{directive} 'self' {asset_url}")
    return policy


def security_headers(settings: Settings) -> list[tuple[bytes, bytes]]:
    """What every answer of this shop has."""
    headers = {**HEADERS, "content-security-policy": content_security_policy(settings.asset_url)}
    if settings.is_production and settings.public_url.startswith("https:"):
        headers["strict-transport-security"] = STRICT_TRANSPORT
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def request_id() -> str:
    """The id of the request being answered; empty outside of one."""
    return str(request.scope.get(REQUEST_ID, "")) if has_request_context() else ""


class Envelope:
    """Wraps an ASGI application."""

    def __init__(self, inner: Any, settings: Settings) -> None:
        self._inner = inner
        self._proxies = settings.trusted_proxies
        self._headers = security_headers(settings)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        scope[REQUEST_ID] = secrets.token_hex(8)
        if self._proxies:
            believe_proxies(scope, self._proxies)
        began = time.monotonic()
        with about(request_id=scope[REQUEST_ID]):
            try:
                await self._answer(scope, receive, self._completing(scope, send))
            finally:
                _write_line(scope, time.monotonic() - began)

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        """The application's answer, or ours to what it is not asked and to what it failed at."""
        try:
            if status := request_heads.objection(scope):
                await _refuse(status, scope, send)
            else:
                await self._inner(scope, receive, send)
        except Exception as error:
            if STATUS in scope:  # too late for another one
                raise
            log.error("request %s failed", scope[REQUEST_ID], exc_info=error)
            await _refuse(500, scope, send)

    def _completing(self, scope: Any, send: Any) -> Any:
        """A `send` that notes the status and adds the headers."""

        async def send_with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                scope[STATUS] = message["status"]
                message = {**message, "headers": self._completed(message["headers"], scope[REQUEST_ID])}
            await send(message)

        return send_with_headers

    def _completed(self, given: Any, identity: str) -> list[tuple[bytes, bytes]]:
        headers = [(bytes(name).lower(), bytes(value)) for name, value in given]
        have = {name for name, _ in headers}
        headers += [(name, value) for name, value in self._headers if name not in have]
        return [*headers, (b"x-request-id", identity.encode())]


async def _refuse(status: int, scope: Any, send: Any) -> None:
    body, headers = request_heads.document(status, scope[REQUEST_ID])
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _write_line(scope: Any, seconds: float) -> None:
    """Path without its query, as it was sent: percent-encoded, so that it stays on its line and shows no secret."""
    path = scope.get("raw_path") or scope["path"].encode("unicode_escape")
    facts = {
        "method": scope["method"],
        "path": path.partition(b"?")[0][:LONGEST_PATH].decode("ascii", "backslashreplace")[:LONGEST_PATH],
        "status": scope.get(STATUS, 499),  # the client left before there was an answer
        "milliseconds": round(seconds * 1000, 1),
        "client": str((scope.get("client") or ("",))[0])[:LONGEST_ADDRESS],
    }
    log.info("answered", extra=facts)


def believe_proxies(scope: Any, hops: int) -> None:
    """Take client address and scheme from what the outermost of our own `hops` proxies noted; nothing beyond it.

    What it noted may have a port. If it is no address, the caller is the proxy itself.
    """
    entries = _listed(scope, b"x-forwarded-for")
    if len(entries) >= hops and (address := forwarded_address(entries[-hops])) is not None:
        scope["client"] = (address, 0)
    schemes = _listed(scope, b"x-forwarded-proto")
    if schemes and schemes[-min(hops, len(schemes))] in ("http", "https"):
        scope["scheme"] = schemes[-min(hops, len(schemes))]


def _listed(scope: Any, name: bytes) -> list[str]:
    values = [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]
    return [part.strip() for part in ",".join(values).split(",") if part.strip()]
