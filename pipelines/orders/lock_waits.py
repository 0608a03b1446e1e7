"""Waiting for stock rows that other sessions hold: briefly, and with few of a worker's slots.

A row that somebody keeps locked (PostgreSQL) concerns the orders of one product, and must not hold up the others. An
order whose rows are locked is put off without an attempt used. Until the row is free again a few slots wait for it, and
the other orders of that product are put off at once.
"""

import random
import time
from collections.abc import Awaitable, Callable, Collection

from models.database import RowLocked, Transaction
from pipelines.job_outcomes import Snooze

FIRST_MS = 100  # longer than our own transactions keep a row
WAIT_MS = 1_000  # of the few that wait for a row known to be locked
CONTENDED_SECONDS = 5.0  # a row counts as locked for so long after it was last found so
LATER_SECONDS = 8.0
_draw = random.Random()  # noqa: S311  jitter


class LockWaits:
    """Which products are known to be locked, and how many slots of this process wait for them."""

    def __init__(self) -> None:
        self.most = 1
        self._waiting = 0
        self._locked_until: dict[int, float] = {}  # by product, on the monotonic clock

    async def run(self, tx: Transaction, products: Collection[int], work: Callable[[], Awaitable[None]]) -> None:
        """Run work that locks the stock of these products.

        Raises:
            Snooze: somebody else holds one of them; nothing was done.
        """
        if tx.is_alone:
            await work()
            return
        is_locked = any(self._locked_until.get(product, 0) > time.monotonic() for product in products)
        if is_locked and self._waiting >= self.most:
            raise _later()
        self._waiting += is_locked
        try:
            await tx.limit_lock_wait(WAIT_MS if is_locked else FIRST_MS)
            await work()
            await tx.limit_lock_wait(None)
        except RowLocked as locked:
            until = time.monotonic() + CONTENDED_SECONDS
            self._locked_until.update(dict.fromkeys(products, until))
            raise _later() from locked
        finally:
            self._waiting -= is_locked
        for product in products:
            self._locked_until.pop(product, None)


def _later() -> Snooze:
    wait_seconds = LATER_SECONDS * _draw.uniform(0.5, 1)
    return Snooze("another session holds the stock of a product of this order", wait_seconds=wait_seconds)


waits = LockWaits()  # of this process
