"""An order's events over the API: as a list, or as Server-Sent Events that end when nothing more is going to happen.

A client that comes back knowing the last event gets 204, at which standard clients stop (HTML, 9.2.3). A server that
ends says `stopping`, and the client connects again.
"""

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from typing import Any

from pydantic import Field
from quart import Blueprint, Response, current_app, request

from models.database import Row, Transaction, read
from models.orders import order_views, orders
from models.orders.order_progress import is_announced
from models.orders.order_states import Status
from models.shared.errors import Busy, NotFound, TooManyRequests
from web.api.description.operation import TOKEN_HEADER, TOKEN_OR_CUSTOMER, Operation
from web.api.description.operation_tags import ORDERS
from web.api.documents.list_pages import ListQuery
from web.api.documents.order_documents import event_document
from web.api.documents.order_watch import Watch
from web.api.operations.orders_api import order_owner
from web.api.schemas.shopping_schemas import Event
from web.http.client_address import client_address, one_customers
from web.http.shutdown import stopping
from web.security.identity import current_account

blueprint = Blueprint("api_order_events", __name__)

STREAM = "text/event-stream"
POLL_SECONDS = 0.25
COMMENT_SECONDS = 15.0  # keeps the connection open through proxies
LONGEST_SECONDS = 600.0  # the client then reconnects with its last event id
RETRY_MS = 2000
MOST_STREAMS = 500  # per process
MOST_STREAMS_OF_ONE = 20  # per account, or per address without one
STOPPING = b"event: stopping\ndata: {}\n\n"

_open: Counter[str] = Counter()  # streams by who reads them


class EventQuery(ListQuery):
    """The query string of an order's events."""

    after: int = Field(default=0, ge=0, le=2**31 - 1, description="the sequence of the last event that is known")


@blueprint.get("/orders/<order_id>/events")
@Operation(
    "Follow an order's events",
    ORDERS,
    TOKEN_OR_CUSTOMER,
    gives=list[Event],
    refuses=(NotFound,),
    asks=("Last-Event-ID", TOKEN_HEADER),
    media=STREAM,
)
async def events(order_id: str, query: EventQuery) -> Response:
    owner = order_owner()
    own_id = await read(lambda tx: order_views.own_id(tx, order_id, **owner))
    if request.accept_mimetypes.best_match(["application/json", STREAM]) == STREAM:
        return await _stream(own_id, max(query.after, _last_event_id()), stopping())
    rows = await read(lambda tx: orders.events_after(tx, own_id, query.after))
    return Response(current_app.json.dumps([event_document(row) for row in rows]), content_type="application/json")


def _last_event_id() -> int:
    """The last event id of a reconnecting client; 0 if it is missing or malformed."""
    text = request.headers.get("Last-Event-ID", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


async def _stream(order_id: int, after: int, stop: asyncio.Event) -> Response:
    rows, is_over = await read(lambda tx: _news(tx, order_id, 0))
    if is_over and after >= rows[-1]["sequence"]:
        return Response(status=204)
    headers = {"Cache-Control": "private, no-store", "X-Accel-Buffering": "no"}
    if request.method == "HEAD":  # it would be held open for a body that is never sent
        head = Response("", content_type=STREAM, headers=headers)
        del head.headers["Content-Length"]
        return head
    messages = _messages(order_id, after, stop, _reader())
    first = await anext(messages)  # it has its place from here on, or is refused
    response = Response(_beginning_with(first, messages), content_type=STREAM, headers=headers)
    response.timeout = None  # it ends by itself
    return response


def _reader() -> str:
    """Whose share of the streams it is: the account's, or the address's."""
    account = current_account()
    return f"account:{account.id}" if account else f"address:{one_customers(client_address())}"


def _take_place(reader: str) -> None:
    """Count one more stream. Raises TooManyRequests, Busy."""
    if _open[reader] >= MOST_STREAMS_OF_ONE:
        raise TooManyRequests("You follow too many orders at once. Ask for the order itself.", retry_after=5)
    if _open.total() >= MOST_STREAMS:
        raise Busy("Too many orders are being followed just now. Ask for the order itself.", retry_after=5)
    _open[reader] += 1


async def _beginning_with(first: bytes, rest: AsyncGenerator[bytes, None]) -> AsyncIterator[bytes]:
    async with aclosing(rest):
        yield first
        async for message in rest:
            yield message


async def _messages(order_id: int, after: int, stop: asyncio.Event, reader: str) -> AsyncGenerator[bytes, None]:
    """Events as they happen; the version of the order, one indexed read, tells whether there are any.

    Raises:
        TooManyRequests: this reader has too many streams.
        Busy: all readers have.
    """
    _take_place(reader)
    end, quiet_since = time.monotonic() + LONGEST_SECONDS, time.monotonic()
    seen, watch = 0, Watch()
    try:
        yield f"retry: {RETRY_MS}\n\n".encode()
        while True:
            rows, is_over = await _read_events(watch, order_id, seen)
            seen = rows[-1]["sequence"] if rows else seen
            for row in rows:
                if row["sequence"] > after:
                    yield _message(row)
                    after, quiet_since = row["sequence"], time.monotonic()
            if stop.is_set():
                yield STOPPING
            if is_over or stop.is_set() or time.monotonic() > end:
                return
            if time.monotonic() - quiet_since > COMMENT_SECONDS:
                quiet_since = time.monotonic()
                yield b": still here\n\n"
            await asyncio.sleep(POLL_SECONDS)
    finally:
        _open[reader] -= 1
        if not _open[reader]:
            del _open[reader]


async def _read_events(watch: Watch, order_id: int, seen: int) -> tuple[list[Row], bool]:
    return await read(lambda tx: _news(tx, order_id, seen)) if watch.may_have_changed() else ([], False)


async def _news(tx: Transaction, order_id: int, seen: int) -> tuple[list[Row], bool]:
    """All events if there are some after `seen`, and whether no more are expected: decided and mailed."""
    if await orders.version_of(tx, order_id) == seen:
        return [], False
    rows = await orders.events_after(tx, order_id)
    status = Status(rows[-1]["status"])
    return rows, status.is_decided and is_announced(status, rows)


def _message(row: Any) -> bytes:
    document = json.dumps(event_document(row))
    return f"id: {row['sequence']}\nevent: {row['type']}\ndata: {document}\n\n".encode()
