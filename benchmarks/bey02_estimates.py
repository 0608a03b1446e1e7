"""BEY-02: how honest the estimate on the receipt is, for orders that wait in a line under steady load."""

import asyncio
import time

from benchmarks.orders import place_one
from benchmarks.report import Figure
from benchmarks.shop import empty_shop
from models.database import close_database, open_database, read
from tests.models.orders_at_hand import progress_now

ORDERS = 150
GAP_SECONDS = 0.1
SLOW = "tok_slow"  # two seconds at the provider: with eight slots, four orders a second are worked


async def measure() -> list[Figure]:
    """Ten orders a second meet four: the line grows, and each is told how long it takes. The first 40 warm up."""
    with empty_shop() as shop:
        await shop.fill()
        await open_database(shop.url)
        try:
            shop.start("worker")
            waits = [await _one(number) for number in range(ORDERS)]
            told = await asyncio.gather(*waits)
        finally:
            await close_database()
    judged = [pair for pair in told[40:] if pair[0] is not None]
    honest = sum(abs(estimate - took) <= max(0.5 * took, 1.0) for estimate, took in judged if estimate is not None)
    share = honest / len(judged)
    words = f"{honest} of {len(judged)} within 50 % (or the second it is rounded to)"
    return [Figure("BEY-02", "estimate against what it took", words, share, ">= 0.90", share >= 0.9)]


async def _one(number: int) -> "asyncio.Task[tuple[int | None, float]]":
    """Place an order and note what it is told; what it took is awaited later."""
    await asyncio.sleep(GAP_SECONDS)
    placed = await place_one(number, token=SLOW)
    began, estimate = time.time(), (await progress_now(placed.id)).estimated_seconds
    return asyncio.create_task(_took(placed.id, began, estimate))


async def _took(order_id: int, began: float, estimate: int | None) -> tuple[int | None, float]:
    while True:
        row = await read(lambda tx: tx.fetch_one("SELECT decided_at FROM orders WHERE id = ?", order_id))
        assert row is not None
        if row["decided_at"] is not None:
            return estimate, row["decided_at"] / 1000 - began
        await asyncio.sleep(1)
