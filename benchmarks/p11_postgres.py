"""P11: PostgreSQL: round trips and milliseconds of a checkout, and what P3 and P6 measure on SQLite."""

import os
import time

from benchmarks.orders import place_one
from benchmarks.p3_decided import worked_off
from benchmarks.p6_mixed import mixed
from benchmarks.postgres import Durable, database, server
from benchmarks.report import Figure, median, percentile
from benchmarks.shop import empty_shop
from models.database import close_database, open_database
from tests.servers.wire import wire_to

CHECKOUTS = 200
ROUNDS = 3
ORDERS_A_SECOND = 40  # an order costs 30 ms in web, worker and server together: a hundred a second need three cores
IDLE_CORES = 4  # two workers, the server and this process


async def measure() -> list[Figure]:
    """Nothing where PostgreSQL is not installed."""
    with server() as running:
        if running is None:
            return []
        figures = await _checkout(running)
        figures.append(await _workers(running))
        async with database(running) as url:
            figures.append(await mixed("P11", url, ORDERS_A_SECOND))
    return figures


async def _checkout(running: Durable) -> list[Figure]:
    """One after the other, with the cart that each of them needs first."""
    async with database(running) as url, wire_to(running.port) as wire:
        with empty_shop(url) as shop:
            await shop.fill()
            times = await _timed(url)
            trips = await _counted(wire, url.replace(f":{running.port}/", f":{wire.port}/") + "?sslmode=disable")
    p50, p99 = percentile(times, 50) * 1000, percentile(times, 99) * 1000
    return [
        Figure("P11", "round trips: cart made, filled and checked out", f"{trips}", None, "<= 5", trips <= 5),
        Figure("P11", "the same on an idle server", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms", None, "", True),
    ]


async def _timed(url: str) -> list[float]:
    await open_database(url)
    times = []
    for number in range(CHECKOUTS):
        began = time.perf_counter()
        await place_one(number)
        times.append(time.perf_counter() - began)
    await close_database()
    return times


async def _counted(wire, url: str) -> int:  # type: ignore[no-untyped-def]
    await open_database(url, connections=1)
    for number in range(3):
        await place_one(number)
    before = wire.round_trips
    await place_one(3)
    await close_database()
    return int(wire.round_trips - before)


async def _workers(running: Durable) -> Figure:
    """One worker and two in turn."""
    rates: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(ROUNDS):
        for workers, measured in rates.items():
            async with database(running) as url:
                measured.append(await worked_off(url, workers=workers))
    one, two = median(rates[1]), median(rates[2])
    is_judged = (os.cpu_count() or 1) >= IDLE_CORES
    words = f"{one:.0f}/s, {two:.0f}/s" + ("" if is_judged else f" ({os.cpu_count()} cores for all: not judged)")
    good = two / one >= 1.6 or not is_judged
    return Figure("P11", "orders decided by one worker, by two", words, two / one, ">= 1.6 on idle cores", good)
