"""A year of 1,000 orders a day beside its first days: size of the file, and how fast what people wait for is.

Some orders are placed, worked, shipped and delivered by the program; the rest are copies of all their rows
(`year_copies`). `BENCH_SCALE` is the part of 10,000 a day that is written (0.1 by default).
Retention runs before anything is measured, and the longest time that one of its slices held the writer is told.
"""

import asyncio
import contextlib
import itertools
import json
import os
import sys
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from typing import Any

from benchmarks import year_copies
from benchmarks.p7_growth import Ask, Grown
from benchmarks.postgres import database, server
from benchmarks.report import Figure, percentile
from benchmarks.shop import Shop, empty_shop
from benchmarks.year_copies import Originals
from models.audit.audit_log import Actor
from models.database import close_database, open_database, read, read_long, write
from models.jobs.ledger.job_kinds import RETENTION_PURGE
from models.jobs.ledger.jobs import enqueue
from models.operations import doctor, retention
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.orders.fulfilment import deliver, ship
from tests.journeys import story

SCALE = float(os.environ.get("BENCH_SCALE", "0.1"))
A_DAY = max(10, int(10_000 * SCALE))
TEMPLATE = 10  # orders of each kind that the program places itself
YOUNG, YEAR = 7, 365
ROUNDS, ASKED = 6, 12
TARGET = 1.5
ADMIN = Actor("admin@example.com")


async def measure() -> list[Figure]:
    """A figure for each thing that must not have grown, on SQLite; on PostgreSQL, too, where it is installed."""
    return [*await _on(), *await _in_a_process_of_its_own()]


async def _on(urls: dict[int, str] | None = None) -> list[Figure]:
    """Both shops, asked in turn: in files, or in the databases of a server."""
    with contextlib.ExitStack() as shops:
        grown = {days: Grown(shops.enter_context(empty_shop((urls or {}).get(days)))) for days in (YOUNG, YEAR)}
        longest = [await _prepare(each.shop, days) for days, each in grown.items()]
        for each in grown.values():
            await each.prepare(alerts=0)
        for _, each in itertools.product(range(ROUNDS), grown.values()):
            await each.round(ASKS)
        on = "PostgreSQL" if urls else "SQLite"
        return [*_speeds(grown, on), *await _sizes(grown, on), _slices(longest, on)]


async def _prepare(shop: Shop, days: int) -> float:
    """Fill a shop, let retention run; how many milliseconds its longest slice held the writer."""
    began = time.perf_counter()
    await shop.fill()
    install_provider(TestProvider(shop.folder / "provider.jsonl"))
    await _open(shop)
    try:
        originals = await _originals()
    finally:
        await close_database()
    await year_copies.fill(shop, originals, days * A_DAY // TEMPLATE, days)
    _say(f"{days * A_DAY:,} orders are written", began)
    await _open(shop)
    try:
        with _timed_slices() as lasted:
            await write(lambda tx: enqueue(tx, RETENTION_PURGE, "benchmark"))
            while await read(_is_left):
                await story.later()
                await story.drain()
        _say("what is too old is deleted", began)
        for _ in range(2):
            checked = await read_long(doctor.check, snapshot=True)
            assert not checked.violations, checked.violations[:3]
            await write(lambda tx, checked=checked: doctor.remember(tx, checked))  # type: ignore[misc]
        _say("the books are checked", began)
    finally:
        await close_database()
    return max(lasted, default=0.0)


def _say(words: str, began: float) -> None:
    print(f"{words} after {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)


async def _originals() -> Originals:
    """Orders that were delivered, then orders that wait to be shipped."""
    delivered = await _placed("delivered")
    for order_id in delivered:
        await write(lambda tx, order_id=order_id: ship(tx, order_id, ADMIN, carrier="UPS", tracking="1Z999"))  # type: ignore[misc]
        await write(lambda tx, order_id=order_id: deliver(tx, order_id, ADMIN))  # type: ignore[misc]
    await story.drain()
    middle = await read(_last_ids)
    await _placed("waiting")
    return Originals(*middle, *await read(_last_ids))


async def _placed(who: str) -> list[str]:
    """The public ids of orders that are confirmed."""
    placed = []
    for number in range(TEMPLATE):
        buyer = await story.shopper(f"{who}{number}@example.com")
        placed.append((await story.order(buyer, key=str(uuid.uuid4()), SKU_0001=1)).public_id)
    await story.drain()
    return placed


async def _last_ids(tx: Any) -> tuple[int, int]:
    row = await tx.fetch_one("SELECT (SELECT max(id) FROM orders) AS orders, (SELECT max(id) FROM job) AS jobs")
    return row["orders"], row["jobs"]


async def _open(shop: Shop) -> None:
    await open_database(shop.url, synchronous="OFF")


async def _is_left(tx: Any) -> bool:
    sql = "SELECT 1 FROM job WHERE kind = ? AND state IN ('queued', 'running') LIMIT 1"
    return await tx.fetch_one(sql, RETENTION_PURGE.name) is not None


@contextlib.contextmanager
def _timed_slices() -> Iterator[list[float]]:
    """The milliseconds of each slice."""
    lasted: list[float] = []
    real = retention.next_slice

    def seen(rows: int, lasted_ms: float) -> int:
        lasted.append(lasted_ms)
        return real(rows, lasted_ms)

    retention.next_slice = seen
    try:
        yield lasted
    finally:
        retention.next_slice = real


async def _page(client: Any, path: str, **headers: str) -> float:
    begun = time.perf_counter()
    answer = await client.get(path, headers=headers)
    seconds = time.perf_counter() - begun
    assert answer.status_code == 200, answer.status_code
    return seconds


async def _doctor(_: Grown) -> float:
    begun = time.perf_counter()
    checked = await read_long(doctor.check, snapshot=True)
    seconds = time.perf_counter() - begun
    assert not checked.violations, checked.violations[:3]
    return seconds


ASKS: dict[str, Ask] = {
    "checkout": Grown.check_out,
    "a poll of an order": lambda grown: _page(grown.buyer, f"/api/v1/orders/{grown.order}", **grown.bearer),
    "job page": lambda grown: _page(grown.admin, "/admin/jobs"),
    "the admin's orders": lambda grown: _page(grown.admin, "/admin/orders"),
    "orders to be shipped": lambda grown: _page(grown.admin, "/admin/orders?show=to_ship"),
    "doctor": _doctor,
}


def _speeds(grown: dict[int, Grown], on: str) -> list[Figure]:
    figures = []
    for name in ASKS:
        p95 = {days: percentile(each.times[name], 95) * 1000 for days, each in grown.items()}
        words = ", ".join(f"p95 {milliseconds:.1f} ms after {days} days" for days, milliseconds in p95.items())
        ratio = p95[YEAR] / p95[YOUNG]
        what = f"{name}, {A_DAY:,} orders a day, {on}"
        figures.append(Figure("OPS-Y", what, words, ratio, f"<= {TARGET}", ratio <= TARGET))
    return figures


async def _sizes(grown: dict[int, Grown], on: str) -> list[Figure]:
    sizes, jobs = {}, {}
    for days, each in grown.items():
        await _open(each.shop)
        try:
            sizes[days], jobs[days] = await read(_size), await read(_jobs)
        finally:
            await close_database()
    words = ", ".join(
        f"{size / 2**20:.0f} MiB after {days} days, {size // (days * A_DAY):,} bytes an order"
        for days, size in sizes.items()
    )
    ratio = sizes[YEAR] / YEAR / (sizes[YOUNG] / YOUNG)
    figures = [Figure("OPS-Y", f"file, bytes an order, {on}", words, ratio, f"<= {TARGET}", ratio <= TARGET)]
    most = 31 / YOUNG * TARGET
    words = ", ".join(f"{rows:,} after {days} days" for days, rows in jobs.items())
    ratio = jobs[YEAR] / jobs[YOUNG]
    kept = Figure("OPS-Y", f"rows of jobs, kept for 30 days, {on}", words, ratio, f"<= {most:.1f}", ratio <= most)
    return [*figures, kept]


async def _size(tx: Any) -> int:
    if tx.dialect == "postgres":
        return int((await tx.fetch_one("SELECT pg_database_size(current_database()) AS size"))["size"])
    pages = await tx.fetch_one("SELECT page_count * page_size AS size FROM pragma_page_count, pragma_page_size")
    return int(pages["size"])


async def _jobs(tx: Any) -> int:
    return int((await tx.fetch_one("SELECT count(*) AS jobs FROM job"))["jobs"])


def _slices(longest: list[float], on: str) -> Figure:
    most, limit = max(longest), retention.LONGEST_MS
    return Figure(
        "OPS-Y", f"longest slice of retention, {on}", f"{most:.1f} ms", None, f"<= {limit:g} ms", most <= limit
    )


@contextlib.asynccontextmanager
async def _databases() -> AsyncIterator[dict[int, str]]:
    """The URLs of two databases of a server of their own; none where PostgreSQL is not installed."""
    with server() as running:
        if running is None:
            yield {}
            return
        async with database(running) as young, database(running) as year:
            yield {YOUNG: young, YEAR: year}


async def _in_a_process_of_its_own() -> list[Figure]:
    """The ORM keeps statements of one dialect for a whole process."""
    words = [sys.executable, "-m", "benchmarks.year", "--postgres"]
    process = await asyncio.create_subprocess_exec(*words, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    assert process.returncode == 0
    return [Figure(*each) for each in json.loads(said)]


async def _on_postgres() -> list[Figure]:
    async with _databases() as urls:
        return await _on(urls) if urls else []


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_on_postgres() if "--postgres" in sys.argv else _on())))
