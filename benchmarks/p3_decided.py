"""P3: orders decided per second by one worker process, instant payment, synchronous=FULL; next to the limit."""

import asyncio
import time

from benchmarks.limit import orders_per_second
from benchmarks.orders import place_many, undecided
from benchmarks.report import Figure, median
from benchmarks.shop import empty_shop
from models.database import close_database, open_database

ORDERS = 1500
ROUNDS = 5
TARGET = 0.5


async def measure() -> list[Figure]:
    """The worker and the limit in turn, on a fresh file each."""
    worked, by_hand = [], []
    for _ in range(ROUNDS):
        worked.append(await worked_off())
        by_hand.append(await _by_hand())
    rate, limit = median(worked), median(by_hand)
    words = f"{rate:.0f}/s of {limit:.0f}/s by hand"
    return [Figure("P3", "orders decided, one worker process", words, rate / limit, ">= 0.50", rate / limit >= TARGET)]


async def worked_off(url: str | None = None, *, workers: int = 1) -> float:
    """Orders decided a second by so many worker processes, on a file or on the database at `url`."""
    with empty_shop(url) as shop:
        await shop.fill()
        await open_database(shop.url)
        try:
            await place_many(ORDERS)
            for _ in range(workers):
                shop.start("worker", "--queues", "orders")
            while await undecided() == ORDERS:
                await asyncio.sleep(0.001)
            began = time.perf_counter()
            left = await undecided()
            while await undecided():
                await asyncio.sleep(0.01)
            return left / (time.perf_counter() - began)
        finally:
            await close_database()


async def _by_hand() -> float:
    with empty_shop() as shop:
        await shop.fill()
        return await asyncio.to_thread(orders_per_second, shop.file)
