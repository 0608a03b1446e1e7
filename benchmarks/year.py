"""A year of 10,000 orders a day, beside one month: size of the file, and how fast checkout, job page and doctor are.

Some orders are placed and worked by the program; the rest are copies of all their rows with other numbers and times, so
that every table has what real orders leave. `BENCH_SCALE` is the part of 10,000 a day that is
written (0.02 by default).
Retention runs before anything is measured, and the longest time that one of its slices held the writer is told.
"""

import asyncio
import contextlib
import itertools
import os
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from benchmarks.p7_growth import Grown
from benchmarks.report import Figure, percentile
from benchmarks.shop import Shop, empty_shop
from models.database import close_database, open_database, read, read_long, write
from models.jobs.ledger.job_kinds import RETENTION_PURGE
from models.jobs.ledger.jobs import enqueue
from models.operations import doctor, retention
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story

SCALE = float(os.environ.get("BENCH_SCALE", "0.02"))
A_DAY = max(10, int(10_000 * SCALE))
TEMPLATE = 10  # orders that the program places itself
MONTH, YEAR = 30, 365
DAY_MS = 86_400_000
ROUNDS, ASKED = 6, 12
TARGET = 1.5
COPIED = (
    *("orders", "job", "order_line", "order_event", "payment", "reservation", "stock_ledger", "idempotency_key"),
    *("job_event", "email_message", "order_term"),
)
NUMBERED = ("orders", "job")  # their ids are told by other rows
MADE_UNIQUE = ("key", "dedupe_key", "checkout_key", "message_id", "provider_key", "access_token_hash")
HELD = """
UPDATE inventory SET reserved = coalesce((SELECT sum(quantity) FROM reservation r
    WHERE r.product_id = inventory.product_id AND r.state IN ('held', 'committed')), 0)
"""


async def measure() -> list[Figure]:
    """A figure for each thing that must not have grown."""
    with contextlib.ExitStack() as shops:
        grown = {days: Grown(shops.enter_context(empty_shop())) for days in (MONTH, YEAR)}
        longest = [await _prepare(each.shop, days) for days, each in grown.items()]
        for each in grown.values():
            await each.prepare(alerts=0)
        for _, each in itertools.product(range(ROUNDS), grown.values()):
            await each.round({"checkout": Grown.check_out, "job page": _job_page, "doctor": _doctor})
        return [*_speeds(grown), *_sizes(grown), _slices(longest)]


async def _prepare(shop: Shop, days: int) -> float:
    """Fill a shop, let retention run; how many milliseconds its longest slice held the writer."""
    await shop.fill()
    install_provider(TestProvider(shop.folder / "provider.jsonl"))
    await _open(shop)
    for number in range(TEMPLATE):
        await story.order(await story.shopper(f"buyer{number}@example.com"), key=str(uuid.uuid4()), SKU_0001=1)
    await story.drain()
    await close_database()
    _copy(shop, days)
    await _open(shop)
    try:
        with _timed_slices() as lasted:
            await write(lambda tx: enqueue(tx, RETENTION_PURGE, "benchmark"))
            while await read(_is_left):
                await story.later()
                await story.drain()
        for _ in range(2):
            checked = await read_long(doctor.check, snapshot=True)
            assert not checked.violations, checked.violations[:3]
            await write(lambda tx, checked=checked: doctor.remember(tx, checked))  # type: ignore[misc]
    finally:
        await close_database()
    with closing(sqlite3.connect(shop.file)) as connection:
        connection.execute("VACUUM")
        connection.execute("ANALYZE")
    return max(lasted, default=0.0)


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


def _copy(shop: Shop, days: int) -> None:
    """Copies of the orders there are, the oldest first."""
    copies = days * A_DAY // TEMPLATE
    with closing(sqlite3.connect(shop.file, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        statements = [_statement(connection, table) for table in COPIED]
        bounds = [connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] for table in NUMBERED]
        connection.execute("BEGIN")
        for copy in range(1, copies + 1):
            ago = int(days * DAY_MS * (copies - copy) / copies)
            places = {"copy": copy, "orders": copy * bounds[0], "jobs": copy * bounds[1], "ago": ago}
            for statement in statements:
                connection.execute(statement, places | {"last_order": bounds[0], "last_job": bounds[1]})
        connection.execute(HELD)
        connection.execute("COMMIT")


def _statement(connection: sqlite3.Connection, table: str) -> str:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    kept = [name for name in columns if name != "id" or table in NUMBERED]
    where = {"orders": "id <= :last_order", "job": "id <= :last_job", "job_event": "job_id <= :last_job"}.get(
        table, "order_id <= :last_order"
    )
    values = ", ".join(_value(table, name) for name in kept)
    names = ", ".join(f'"{name}"' for name in kept)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} WHERE {where}"


def _value(table: str, name: str) -> str:
    """What a copy has in this column."""
    changed = {
        "id": "id + :orders" if table == "orders" else "id + :jobs",
        "public_id": "printf('%026d', id + :copy * 1000)",
        "order_id": "order_id + :orders",
        "job_id": "job_id + :jobs",
        "subject_id": "CASE subject_type WHEN 'order' THEN subject_id + :orders ELSE subject_id END",
        **{unique: f"\"{unique}\" || '-' || :copy" for unique in MADE_UNIQUE},
    }
    if table == "stock_ledger" and name == "reserved":
        return f"reserved + :copy * {TEMPLATE}"  # each order holds one unit of the same product
    is_time = name == "at" or name.endswith("_at")
    return changed.get(name, f'"{name}" - :ago' if is_time else f'"{name}"')


async def _job_page(grown: Grown) -> float:
    begun = time.perf_counter()
    answer = await grown.admin.get("/admin/jobs")
    assert answer.status_code == 200
    return time.perf_counter() - begun


async def _doctor(_: Grown) -> float:
    begun = time.perf_counter()
    checked = await read_long(doctor.check, snapshot=True)
    seconds = time.perf_counter() - begun
    assert not checked.violations, checked.violations[:3]
    return seconds


def _speeds(grown: dict[int, Grown]) -> list[Figure]:
    figures = []
    for name in ("checkout", "job page", "doctor"):
        p95 = {days: percentile(each.times[name], 95) * 1000 for days, each in grown.items()}
        words = ", ".join(f"p95 {milliseconds:.1f} ms after {days} days" for days, milliseconds in p95.items())
        ratio = p95[YEAR] / p95[MONTH]
        figures.append(
            Figure("OPS-Y", f"{name}, {A_DAY:,} orders a day", words, ratio, f"<= {TARGET}", ratio <= TARGET)
        )
    return figures


def _sizes(grown: dict[int, Grown]) -> list[Figure]:
    sizes = {days: each.shop.file.stat().st_size for days, each in grown.items()}
    words = ", ".join(
        f"{size / 2**20:.0f} MiB after {days} days, {size // (days * A_DAY):,} bytes an order"
        for days, size in sizes.items()
    )
    ratio = sizes[YEAR] / YEAR / (sizes[MONTH] / MONTH)
    figures = [Figure("OPS-Y", "file, bytes an order", words, ratio, f"<= {TARGET}", ratio <= TARGET)]
    jobs = {days: _count(each.shop, "job") for days, each in grown.items()}
    ratio = jobs[YEAR] / jobs[MONTH]
    words = ", ".join(f"{rows:,} after {days} days" for days, rows in jobs.items())
    return [*figures, Figure("OPS-Y", "rows of jobs", words, ratio, f"<= {TARGET}", ratio <= TARGET)]


def _count(shop: Shop, table: str) -> int:
    with closing(sqlite3.connect(shop.file)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _slices(longest: list[float]) -> Figure:
    most, limit = max(longest), retention.LONGEST_MS
    return Figure("OPS-Y", "longest slice of retention", f"{most:.1f} ms", None, f"<= {limit:g} ms", most <= limit)


if __name__ == "__main__":
    print(*asyncio.run(measure()), sep="\n")
