"""What goes around every answer, static files and failures included: its id, the security headers, a line in the log.

The id is always our own: one that came from outside could forge lines in the log. Headers that an answer has set by
itself are left as they are.
"""

import json
import logging
import secrets
import time
from typing import Any

from quart import has_request_context, request

from settings import Settings

REQUEST_ID = "cartwright.request_id"
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

log = logging.getLogger("cartwright.access")


def content_security_policy(asset_url: str) -> str:
    """The policy, with the address that files are loaded from if that is another one."""
    policy = CONTENT_SECURITY_POLICY
    for directive in LOADED if asset_url else ():
        policy = policy.replace(f"{directive} 'self'", f"{directive} 'self' {asset_url}")
    return policy


def request_id() -> str:
    """The id of the request being answered; empty outside of one."""
    return str(request.scope.get(REQUEST_ID, "")) if has_request_context() else ""


class Envelope:
    """Wraps an ASGI application."""

    def __init__(self, inner: Any, settings: Settings) -> None:
        self._inner = inner
        self._proxies = settings.trusted_proxies
        self._as_json = settings.is_production
        headers = {**HEADERS, "content-security-policy": content_security_policy(settings.asset_url)}
        if settings.is_production and settings.public_url.startswith("https:"):
            headers["strict-transport-security"] = STRICT_TRANSPORT
        self._headers = [(name.encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        scope[REQUEST_ID] = secrets.token_hex(8)
        if self._proxies:
            believe_proxies(scope, self._proxies)
        began, status = time.monotonic(), 0

        async def send_with_headers(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": self._completed(message["headers"], scope[REQUEST_ID])}
            await send(message)

        try:
            await self._inner(scope, receive, send_with_headers)
        finally:
            self._write_line(scope, status, time.monotonic() - began)

    def _completed(self, given: Any, identity: str) -> list[tuple[bytes, bytes]]:
        headers = [(bytes(name).lower(), bytes(value)) for name, value in given]
        have = {name for name, _ in headers}
        headers += [(name, value) for name, value in self._headers if name not in have]
        return [*headers, (b"x-request-id", identity.encode())]

    def _write_line(self, scope: Any, status: int, seconds: float) -> None:
        """Path without its query, as it was sent: percent-encoded, so that it stays on its line and shows no secret."""
        path = scope.get("raw_path") or scope["path"].encode("unicode_escape")
        line = {
            "request_id": scope[REQUEST_ID],
            "method": scope["method"],
            "path": path.partition(b"?")[0].decode("ascii", "backslashreplace"),
            "status": status or 499,  # the client left before there was an answer
            "milliseconds": round(seconds * 1000, 1),
            "client": (scope.get("client") or ("",))[0],
        }
        log.info("%s", json.dumps(line) if self._as_json else " ".join(f"{key}={line[key]}" for key in line))


def believe_proxies(scope: Any, hops: int) -> None:
    """Take client address and scheme from what the outermost of our own `hops` proxies noted; nothing beyond it."""
    addresses = _listed(scope, b"x-forwarded-for")
    if len(addresses) >= hops:
        scope["client"] = (addresses[-hops], 0)
    schemes = _listed(scope, b"x-forwarded-proto")
    if schemes and schemes[-min(hops, len(schemes))] in ("http", "https"):
        scope["scheme"] = schemes[-min(hops, len(schemes))]


def _listed(scope: Any, name: bytes) -> list[str]:
    values = [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]
    return [part.strip() for part in ",".join(values).split(",") if part.strip()]
