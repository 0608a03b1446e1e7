"""E1: each engine with its database: from commit to claim and to confirmed, orders a second, the cost of a ring.

A process for each stack, since the ORM speaks one dialect for the whole of one. What is not installed is left out.
"""

import asyncio
import json
import subprocess
import sys
import time

from benchmarks.orders import place_many, place_one, seconds_to_decide, undecided
from benchmarks.p8_idle import cpu_seconds, wakes
from benchmarks.postgres import Durable, database, server
from benchmarks.report import Figure, percentile
from benchmarks.shop import Shop, empty_shop
from core.settings import Settings
from models.database import Notification, close_database, install_notify, open_database
from tests.servers import rabbitmq, redis
from tests.servers.postgres import binaries
from workers.engines.engine_choice import open_engine
from workers.engines.queue_engine import Notifier, QueueEngine

BROKERS = {
    "SQLite, Huey": None,
    "PostgreSQL, Dramatiq on RabbitMQ": rabbitmq,
    "PostgreSQL, Dramatiq on Redis": redis,
}
ORDERS = 600
DECIDED = 100
GAP_SECONDS = 0.1
RINGS = 500
IDLE_SECONDS = 10


async def measure() -> list[Figure]:
    """All stacks that are installed."""
    figures: list[Figure] = []
    for name, broker in BROKERS.items():
        if broker is not None and not (binaries() and broker.program()):
            print(f"left out: {name} is not installed", file=sys.stderr)
            continue
        command = [sys.executable, "-m", "benchmarks.e1_engines", name]
        told = await asyncio.to_thread(subprocess.run, command, stdout=subprocess.PIPE, text=True, check=True)
        figures += [Figure(*row) for row in json.loads(told.stdout.splitlines()[-1])]
    return figures


async def _measure(name: str, shop: Shop) -> list[Figure]:
    await shop.fill()
    await open_database(shop.url)
    engine = open_engine(Settings(queue_url=shop.queue_url))
    ringer = Notifier(engine)
    install_notify(ringer)
    try:
        worker = shop.start("worker")
        await seconds_to_decide((await place_one(0)).id)
        await asyncio.sleep(3)
        idle = await _idle_percent(worker.pid)
        wake_times = await wakes()
        decided = [await _decided_after() for _ in range(DECIDED)]
        rate = await _orders_per_second()
        rings = await asyncio.to_thread(_ring_times, engine)
    finally:
        install_notify(None)
        ringer.close()
        engine.close()
        await close_database()
    p50, p99 = percentile(wake_times, 50), percentile(wake_times, 99)
    d50, d99 = percentile(decided, 50) * 1000, percentile(decided, 99) * 1000
    return [
        _figure(f"{name}: wake-up", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms", "p50 <= 10, p99 <= 50", p50, 10, p99, 50),
        _figure(
            f"{name}: confirmed", f"p50 {d50:.1f} ms, p99 {d99:.1f} ms", "p50 <= 30, p99 <= 100", d50, 30, d99, 100
        ),
        _figure(f"{name}: orders decided, one worker, rung for", f"{rate:.0f}/s", "", 0, 0),
        _figure(f"{name}: one ring", f"p50 {percentile(rings, 50) * 1000:.2f} ms", "", 0, 0),
        _figure(f"{name}: idle worker", f"{idle:.1f} % of a core", "<= 2 %", idle, 2),
    ]


def _figure(measure: str, words: str, target: str, *pairs: float) -> Figure:
    is_reached = all(value <= limit for value, limit in zip(pairs[::2], pairs[1::2], strict=True))
    return Figure("E1", measure, words, None, target, is_reached)


async def _idle_percent(pid: int) -> float:
    before = cpu_seconds(pid)
    await asyncio.sleep(IDLE_SECONDS)
    return (cpu_seconds(pid) - before) / IDLE_SECONDS * 100


async def _decided_after() -> float:
    await asyncio.sleep(GAP_SECONDS)
    return await seconds_to_decide((await place_one(0)).id)


async def _orders_per_second() -> float:
    """Placed in bulk while the worker is at it, from the first to the last decision."""
    began = time.perf_counter()
    await place_many(ORDERS)
    while await undecided():
        await asyncio.sleep(0.01)
    return ORDERS / (time.perf_counter() - began)


def _ring_times(engine: QueueEngine) -> list[float]:
    times = []
    for _ in range(RINGS):
        began = time.perf_counter()
        engine.ring([Notification(0, "orders")])
        times.append(time.perf_counter() - began)
    return times


def _run(name: str) -> list[Figure]:
    broker = BROKERS[name]
    if broker is None:
        with empty_shop() as shop:
            return asyncio.run(_measure(name, shop))
    with server() as running, broker.running() as queue:
        assert running is not None
        return asyncio.run(_on_servers(name, running, queue.url))


async def _on_servers(name: str, running: Durable, queue_url: str) -> list[Figure]:
    async with database(running) as url:
        with empty_shop(url, queue_url) as shop:
            return await _measure(name, shop)


if __name__ == "__main__":
    print(json.dumps(_run(sys.argv[1])))
