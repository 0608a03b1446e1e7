"""P5: from accepted to confirmed while orders come in at 70 % of what one worker decides, for five minutes.

`BENCH_SECONDS` asks for a shorter run.
"""

import asyncio
import os
import time

from benchmarks.orders import notifying, place_many, place_one, undecided
from benchmarks.report import Figure, percentile
from benchmarks.shop import empty_shop
from models.database import read

SECONDS = float(os.environ.get("BENCH_SECONDS", "300"))
CAPACITY_SECONDS = 15.0
WAITING = 64  # orders that wait at least while the capacity is measured: the worker never runs dry
SHARE = 0.7
PARTS = 5  # of the run: the last must not be slower than the first


async def measure() -> list[Figure]:
    """One process places, one decides, one writes the mail; the times stand in the orders themselves."""
    with empty_shop() as shop:
        await shop.fill()
        async with notifying(shop):
            shop.start("worker", "--queues", "orders,maintenance")
            shop.start("worker", "--queues", "mail")
            pace = SHARE * await _capacity()
            after = await _last_id()
            late = await _place_paced(pace)
            times = await _times(after)
    p99s = [percentile(part, 99) for part in _cut(times)]
    p99 = percentile(times, 99)
    words = f"{pace:.0f} orders/s ({late} begun late): p50 {percentile(times, 50):.0f} ms, p99 {p99:.0f} ms;"
    words += f" by fifths {', '.join(f'{each:.0f}' for each in p99s)} ms"
    good = p99 <= 250 and p99s[-1] <= max(1.5 * p99s[0], 50)
    target = "p99 <= 250 ms, no growth"
    return [Figure("P5", f"accepted to confirmed, {SECONDS:.0f} s at 70 % of capacity", words, None, target, good)]


async def _capacity() -> float:
    """Orders placed and decided a second, with always some waiting."""
    await place_many(WAITING)
    began, placed = time.monotonic(), 0
    while time.monotonic() - began < CAPACITY_SECONDS:
        if await undecided() < 2 * WAITING:
            await place_many(WAITING)
            placed += WAITING
        await asyncio.sleep(0.005)
    while await undecided():
        await asyncio.sleep(0.01)
    return placed / (time.monotonic() - began)


async def _place_paced(pace: float) -> int:
    """One order every 1/pace seconds, whether or not the one before is placed; how many began late by a second."""
    began, late = time.monotonic(), 0
    async with asyncio.TaskGroup() as running:
        for number in range(int(pace * SECONDS)):
            due = began + number / pace
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            late += time.monotonic() - due > 1
            running.create_task(place_one(number))
    while await undecided():
        await asyncio.sleep(0.05)
    return late


async def _last_id() -> int:
    row = await read(lambda tx: tx.fetch_one("SELECT max(id) AS last FROM orders"))
    return int(row["last"])


async def _times(after: int) -> list[int]:
    """Milliseconds of each order that was placed later, in the order they were placed."""
    sql = "SELECT decided_at - created_at AS took FROM orders WHERE id > ? ORDER BY id"
    return [row["took"] for row in await read(lambda tx: tx.fetch(sql, after))]


def _cut(times: list[int]) -> list[list[int]]:
    size = max(1, len(times) // PARTS)
    return [times[number * size : (number + 1) * size] for number in range(PARTS)]
