"""A past of many days for a shop: copies of the orders that the program placed and worked, made in the database.

Each copy has the rows of all tables that its order has left by that age: an order is delivered after two days, and what
retention deletes is not written, but for the last day of it, which retention is to find.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

import asyncpg

from benchmarks.shop import Shop

DAY_MS = 86_400_000
SHIPPED_AFTER, JOBS_KEPT, ANSWERS_KEPT, MAIL_KEPT = 2, 31, 2, 91  # days
NUMBERED = ("orders", "job", "email_message")  # their ids are told by other rows, or make their public ids
MADE_UNIQUE = ("key", "dedupe_key", "checkout_key", "message_id", "provider_key", "access_token_hash")
WORDS = {"text": "''", "html": "''", "packed": "NULL"}  # of mail that is old
OF_ORDERS = (
    *("order_line", "order_event", "order_term", "payment", "reservation", "shipment", "stock_ledger"),
    "email_message",
)
COPIES = """
INSERT INTO copies WITH RECURSIVE each_copy(number) AS
    (SELECT 1 UNION ALL SELECT number + 1 FROM each_copy WHERE number < {copies})
SELECT number, CAST({days} AS BIGINT) * {day} * ({copies} - number) / {copies} FROM each_copy
"""
# The ledger's last row of each product says what stands on the shelf; a count is the one row of it that we write. It is
# older than any transaction lasts, so that the mark of a clean check is set at it.
COUNTED = """
INSERT INTO stock_ledger (product_id, kind, on_hand, reserved, at)
SELECT l.product_id, 'adjust', sum(l.d_on_hand), sum(l.d_reserved), max(l.at) - 600000
FROM stock_ledger l GROUP BY l.product_id
"""
STANDS = """
UPDATE inventory SET (on_hand, reserved) = (SELECT l.on_hand, l.reserved FROM stock_ledger l
    WHERE l.id = (SELECT max(id) FROM stock_ledger WHERE product_id = inventory.product_id))
"""
SEQUENCE = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"


class Originals(NamedTuple):
    """The rows to copy: orders and jobs up to these ids, the delivered ones first."""

    delivered_order: int
    delivered_job: int
    last_order: int
    last_job: int


class Database(NamedTuple):
    """How to ask the database that is filled."""

    run: Callable[[str], object]
    columns: Callable[[str], Sequence[str]]
    highest: Callable[[str], int]
    is_postgres: bool = False


async def fill(shop: Shop, originals: Originals, copies: int, days: int) -> None:
    """So many copies of the originals of each kind, over so many days."""
    if shop.url.startswith("postgresql"):
        await _fill_postgres(shop.url, originals, copies, days)
    else:
        await asyncio.to_thread(_fill_sqlite, shop, originals, copies, days)


def _fill_sqlite(shop: Shop, originals: Originals, copies: int, days: int) -> None:
    with closing(sqlite3.connect(shop.file, isolation_level=None)) as connection:

        def columns(table: str) -> list[str]:
            return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]

        def highest(table: str) -> int:
            return int(connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])

        for pragma in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -400000", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for statement in _statements(Database(connection.execute, columns, highest), originals, copies, days):
            connection.execute(statement)
        connection.execute("COMMIT")


async def _fill_postgres(url: str, originals: Originals, copies: int, days: int) -> None:
    connection = await asyncpg.connect(url)
    try:
        rows = await connection.fetch("SELECT table_name, column_name FROM information_schema.columns")
        named: dict[str, list[str]] = {}
        for row in rows:
            named.setdefault(row["table_name"], []).append(row["column_name"])
        highest = {table: await connection.fetchval(f"SELECT coalesce(max(id), 0) FROM {table}") for table in NUMBERED}
        database = Database(connection.execute, named.__getitem__, highest.__getitem__, is_postgres=True)
        for statement in _statements(database, originals, copies, days):
            await connection.execute(statement)
        await connection.execute("ANALYZE")  # which the server does by itself while a shop grows
    finally:
        await connection.close()


def _statements(database: Database, originals: Originals, copies: int, days: int) -> list[str]:
    """All that is to be run, in order."""
    most = {table: database.highest(table) for table in NUMBERED}
    asked = [
        "CREATE TEMP TABLE copies (number BIGINT, ago BIGINT)",
        COPIES.format(copies=copies, days=days, day=DAY_MS),
        _copy(database, "orders", most, f"{_kind(originals, 'orders.id')}"),
        _copy(database, "idempotency_key", most, _young(originals, "idempotency_key.order_id", ANSWERS_KEPT)),
        _copy(database, "job", most, _young(originals, "job.id", JOBS_KEPT, of_jobs=True)),
        _copy(database, "job_event", most, _young(originals, "job_event.job_id", JOBS_KEPT, of_jobs=True)),
        *(_copy(database, table, most, _kind(originals, f"{table}.order_id")) for table in OF_ORDERS),
        COUNTED,
        STANDS,
    ]
    return [*asked, *(SEQUENCE.format(table=table) for table in NUMBERED)] if database.is_postgres else asked


def _copy(database: Database, table: str, most: Mapping[str, int], where: str) -> str:
    """All copies of the rows of one table."""
    kept = [name for name in database.columns(table) if name != "id" or table in NUMBERED]
    values = ", ".join(_value(table, name, most) for name in kept)
    names = ", ".join(f'"{name}"' for name in kept)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM copies c CROSS JOIN {table} WHERE {where}"


def _kind(originals: Originals, column: str, *, of_jobs: bool = False) -> str:
    """Old copies are of delivered orders, young ones of orders that wait to be shipped."""
    delivered, last = (
        (originals.delivered_job, originals.last_job) if of_jobs else (originals.delivered_order, originals.last_order)
    )
    old = f"c.ago > {SHIPPED_AFTER * DAY_MS}"
    return f"{column} <= {last} AND ({column} <= {delivered} AND {old} OR {column} > {delivered} AND NOT {old})"


def _young(originals: Originals, column: str, days: int, *, of_jobs: bool = False) -> str:
    return f"{_kind(originals, column, of_jobs=of_jobs)} AND c.ago <= {days * DAY_MS}"


def _value(table: str, name: str, most: Mapping[str, int]) -> str:
    """What a copy has in this column."""
    own = f'{table}."{name}"'
    of = {"id": table, "order_id": "orders", "job_id": "job"}.get(name)
    if of is not None:
        return f"{own} + c.number * {most[of]}"
    if name in MADE_UNIQUE:
        return f"{own} || '-' || CAST(c.number AS VARCHAR(20))"
    if name in ("public_id", "subject_id"):
        return _told_id(table, name, most)
    if table == "email_message" and name in WORDS:
        return f"CASE WHEN c.ago > {MAIL_KEPT * DAY_MS} THEN {WORDS[name]} ELSE {own} END"
    return f"{own} - c.ago" if name == "at" or name.endswith("_at") else own


def _told_id(table: str, name: str, most: Mapping[str, int]) -> str:
    """The public id of a copy, or what it is about."""
    if name == "public_id":
        return _public_id(f"{table}.id", most[table])
    if table == "job":
        return f"CASE subject_type WHEN 'order' THEN subject_id + c.number * {most['orders']} ELSE subject_id END"
    return _public_id(f"{table}.order_id", most["orders"])


def _public_id(of: str, most: int) -> str:
    """26 digits."""
    return f"'00000000' || CAST(100000000000000000 + {of} + c.number * {most} AS VARCHAR(18))"
