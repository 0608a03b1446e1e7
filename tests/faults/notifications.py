"""Whether workers receive notifications, or only find jobs at their next poll."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS

IN_A_ROW = 3
SOONER_SECONDS = 4.0  # each of two workers looks every five seconds: they find a third order only at a second look


async def is_notified(order: Callable[[], Awaitable[object]], *, within: float = PATIENCE_SECONDS) -> None:
    """Place three orders, each when the one before is decided, sooner than two workers could find them by looking.

    However busy the machine is, there is a moment when that succeeds; without notifications there is none.
    """
    deadline = time.monotonic() + within
    while (taken_seconds := await _seconds_for_some(order)) >= SOONER_SECONDS:
        late = f"orders in a row took {taken_seconds:.1f} s: the workers found them by looking, not by notifications"
        assert time.monotonic() < deadline, late


async def _seconds_for_some(order: Callable[[], Awaitable[object]]) -> float:
    """How long three orders took, or as many as were enough to be late."""
    taken_seconds, orders = 0.0, 0
    while orders < IN_A_ROW and taken_seconds < SOONER_SECONDS:
        began = time.monotonic()
        await order()
        await books.settled()
        taken_seconds += time.monotonic() - began
        orders += 1
        await asyncio.sleep(0.2)  # who has just done a job looks for another one
    return taken_seconds
