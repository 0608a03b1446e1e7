"""Closes checkout while more orders wait than can be decided in a reasonable time, and opens it again by itself.

Looked up at most once a second in each process; only checkout asks, so that browsing costs nothing and stays open.
"""

import random
import time
from dataclasses import dataclass

from quart import Quart, current_app

from models.database import read
from models.operations import backlog
from models.shared.errors import Backlog
from web.app_context import settings

EXTENSION = "cartwright.backlog"
CHECK_SECONDS = 1.0
SLOW_SECONDS = 60  # from here on shoppers are told
CLOSED_SECONDS = 300  # from here on nothing more is taken
OPEN_SECONDS = 120  # until the wait has come down to this
RETRY_SECONDS = (30, 90)  # drawn, so that those turned away do not all come back at once


@dataclass(slots=True)
class _CheckoutGate:
    """What this process saw last, and when, in monotonic seconds."""

    seen_at: float = float("-inf")
    oldest_seconds: float = 0.0
    is_closed: bool = False


def install(app: Quart) -> None:
    """Give the application its gate."""
    app.extensions[EXTENSION] = _CheckoutGate()


async def refuse_when_deep() -> None:
    """Before an order is placed. Raises Backlog while too many wait; nothing was done."""
    if (await _measure()).is_closed:
        seconds = random.randint(*RETRY_SECONDS)  # noqa: S311  spreads people, guards nothing
        raise Backlog(
            "So many orders are waiting that we take no more for a moment. Your cart stays as it is.",
            retry_after=seconds,
        )


async def are_orders_slow() -> bool:
    """Whether orders wait longer than people expect."""
    return (await _measure()).oldest_seconds > SLOW_SECONDS


async def _measure() -> _CheckoutGate:
    gate: _CheckoutGate = current_app.extensions[EXTENSION]
    now = time.monotonic()
    if now - gate.seen_at < CHECK_SECONDS:
        return gate
    gate.seen_at = now
    most = settings().backlog_jobs
    seen = await read(lambda tx: backlog.measure(tx, most + 1))
    gate.oldest_seconds = seen.oldest_seconds
    if gate.is_closed:
        gate.is_closed = seen.oldest_seconds > OPEN_SECONDS or seen.waiting > most
    else:
        gate.is_closed = seen.oldest_seconds > CLOSED_SECONDS or seen.waiting > most
    return gate
