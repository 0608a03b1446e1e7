"""Guests who poll an order and know its version already (If-None-Match) get their 304 before the application runs.

It is what the application would have answered, for a fifth of the price. Whoever sends more than such a poll needs, a
login, a preference, an origin, a question, is handed on to it; so is whoever knows another version, or may not ask.
"""

import re
from typing import Any

from quart import Quart

from core.settings import Settings
from models.database import read_one
from models.orders import order_views
from models.shared.secret_tokens import hashed
from web.security import rate_limit_policies
from web.security.request_gates import is_ours

ORDER = re.compile(r"/api/v1/orders/([0-9a-z]{26})")
TAG = re.compile(rb'(?:W/)?"v(\d{1,9})"')
TOKEN, TAGS, HOST = b"x-order-token", b"if-none-match", b"host"
SAYS_MORE = frozenset(
    (
        *(b"authorization", b"cookie", b"prefer", b"origin", b"hx-request", b"content-length", b"transfer-encoding"),
        b"if-match",
    )
)
Headers = list[tuple[bytes, bytes]]


class EtagShortcut:
    """The shortcut of one application."""

    def __init__(self, app: Quart, its: Settings) -> None:
        self._app, self._settings = app, its

    def wrap(self, inner: Any) -> Any:
        """An ASGI application that answers such polls and hands on all else."""

        async def application(scope: Any, receive: Any, send: Any) -> None:
            headers = await self._not_modified(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
            if headers is None:
                await inner(scope, receive, send)
                return
            await send({"type": "http.response.start", "status": 304, "headers": headers})
            await send({"type": "http.response.body", "body": b"", "more_body": False})

        return application

    async def _not_modified(self, scope: Any) -> Headers | None:
        found = ORDER.fullmatch(scope["path"])
        poll = self._poll(scope) if found and not scope["query_string"] else None
        if found is None or poll is None:
            return None
        token, version = poll
        try:
            present, is_decided = await read_one(
                lambda tx: order_views.version_of(tx, found[1], user_id=None, token_hash=hashed(token))
            )
        except Exception:  # the application will meet it too, and has the words
            return None
        limit = await rate_limit_policies.admit_reader(self._app, self._settings, scope) if present == version else None
        if limit is None:
            return None
        wait = [] if is_decided else [(b"retry-after", b"1")]
        return [
            (b"etag", b'W/"v%d"' % version),
            (b"cache-control", b"private, no-cache"),
            (b"vary", b"Authorization, X-Order-Token, Accept-Encoding"),
            *wait,
            *limit,
        ]

    def _poll(self, scope: Any) -> tuple[str, int] | None:
        """The token and the version that are named, if nothing else is."""
        given: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            if name in SAYS_MORE or (name in (TOKEN, TAGS, HOST) and name in given):
                return None
            given[name] = value
        tag = TAG.fullmatch(given.get(TAGS, b""))
        if tag is None or not given.get(TOKEN) or not is_ours(self._settings, given.get(HOST, b"").decode("latin-1")):
            return None
        return given[TOKEN].decode("latin-1"), int(tag[1])
