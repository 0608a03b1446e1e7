"""Ids of orders rise with time, so that a time is found by looking at few of them."""

from models.database import Transaction

SLACK = 100  # concurrent orders may get ids out of time order
NEXT = "SELECT created_at FROM orders WHERE id >= ? ORDER BY id LIMIT 1"


async def first_since(tx: Transaction, at: int) -> int:
    """An id that no order placed since this time is below."""
    return max(0, await _search(tx, at) - SLACK)


async def last_before(tx: Transaction, at: int) -> int:
    """An id that no order placed before this time is above."""
    return await _search(tx, at) + SLACK


async def _search(tx: Transaction, at: int) -> int:
    last = await tx.fetch_one("SELECT id FROM orders WHERE id > 0 ORDER BY id DESC LIMIT 1")
    low, high = 0, (last["id"] if last else 0) + 1
    while low < high:
        middle = (low + high) // 2
        row = await tx.fetch_one(NEXT, middle)
        if row is None or row["created_at"] >= at:
            high = middle
        else:
            low = middle + 1
    return low
