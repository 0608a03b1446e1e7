"""P4: from accepted to confirmed in an idle shop."""

import asyncio

from benchmarks.orders import notifying, place_one, seconds_to_decide
from benchmarks.report import Figure, percentile
from benchmarks.shop import empty_shop

ORDERS = 100
GAP_SECONDS = 0.1


async def measure() -> list[Figure]:
    """One order at a time, with a pause in between; the client notifies as the web process does."""
    with empty_shop() as shop:
        await shop.fill()
        async with notifying(shop):
            shop.start("worker")
            await seconds_to_decide((await place_one(0)).id)
            times = []
            for number in range(ORDERS):
                await asyncio.sleep(GAP_SECONDS)
                placed = await place_one(number)
                times.append(await seconds_to_decide(placed.id))
    p50, p99 = percentile(times, 50) * 1000, percentile(times, 99) * 1000
    words = f"p50 {p50:.1f} ms, p99 {p99:.1f} ms"
    return [
        Figure("P4", "accepted to confirmed, idle shop", words, None, "p50 <= 15, p99 <= 50", p50 <= 15 and p99 <= 50)
    ]
