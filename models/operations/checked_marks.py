"""How far a clean check has read the books, so that the next one looks at what has changed since.

What changes an order, a job or the stock also writes a row of a table that only grows, so the rows after a mark name
what has changed. A row can be committed after one with a higher id, so a mark is the newest row that is older than any
transaction lasts.

A full check comes first, every day, after one that found something, and always in small books.
"""

import re
from dataclasses import dataclass

from models.database import Transaction
from models.shared.times import DAY_MS

SETTLED_MS = 5 * 60_000  # no transaction lasts so long
FULL_EACH_MS = DAY_MS
SMALL = 50_000  # rows of the events of jobs and orders: a full check of them takes well under a second
TABLES = ("order_event", "job_event", "stock_ledger")
FULL = "full"  # its mark says when the last full check was; its id is 1 if that was clean
KEEP = """
INSERT INTO check_mark (name, last_id, at) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET last_id = excluded.last_id, at = excluded.at
"""
SIZE = "SELECT coalesce((SELECT max(id) FROM {table}) - (SELECT min(id) FROM {table}), 0) AS size"
SETTLED = "SELECT id FROM {table} WHERE at <= ? ORDER BY id DESC LIMIT 1"
TOKEN = re.compile(r"\[(order|job|mark):([a-z_.]+)\]")
# UNION ALL: to leave duplicates out SQLite walks the whole index of the events by their order.
CHANGED = {
    "order": "{column} IN (SELECT order_id FROM order_event WHERE id > {order_event} UNION ALL SELECT j.subject_id"
    " FROM job_event e CROSS JOIN job j WHERE j.id = e.job_id AND e.id > {job_event} AND j.subject_type = 'order')",
    "job": "{column} IN (SELECT job_id FROM job_event WHERE id > {job_event})",
}


@dataclass(frozen=True, slots=True)
class Marks:
    """The newest rows that are known to be in order, one of each table, and when a clean check has last looked."""

    order_event: int
    job_event: int
    stock_ledger: int
    at: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a check looks at. `since` is None in a full one; `settled` are the marks if it is clean."""

    since: Marks | None
    settled: dict[str, int]


def scoped(sql: str, since: Marks | None) -> str:
    """The query with its conditions on what has changed."""

    def condition(token: re.Match[str]) -> str:
        what, name = token.groups()
        if since is None:
            return "TRUE"
        if what == "mark":
            return str(getattr(since, name))
        marks = {table: getattr(since, table) for table in TABLES}
        return CHANGED[what].format(column=name, **marks)

    return TOKEN.sub(condition, sql)


async def coverage(tx: Transaction, *, full: bool = False, daily: bool = False) -> Coverage:
    """What to look at now; `daily`: everything, if that is a day ago."""
    settled, size = {}, 0
    for table in TABLES:
        rows = await tx.fetch_one(SIZE.format(table=table))
        last = await tx.fetch_one(SETTLED.format(table=table), tx.now - SETTLED_MS)
        size += rows["size"] if rows else 0
        settled[table] = last["id"] if last else 0
    kept = {row["name"]: row for row in await tx.fetch("SELECT name, last_id, at FROM check_mark")}
    last_full = kept.get(FULL)
    if full or size < SMALL or last_full is None or not last_full["last_id"] or not set(TABLES) <= kept.keys():
        return Coverage(None, settled)
    if daily and tx.now - last_full["at"] > FULL_EACH_MS:
        return Coverage(None, settled)
    known = {table: kept[table]["last_id"] for table in TABLES}
    return Coverage(Marks(**known, at=kept[TABLES[0]]["at"]), settled)


async def keep(tx: Transaction, covered: Coverage, *, is_clean: bool) -> None:
    """Move the marks after a clean check; after a full one that found something the next are full, too."""
    if covered.since is None:
        await tx.execute(KEEP, FULL, int(is_clean), tx.now)
    if is_clean:
        for table, last_id in covered.settled.items():
            await tx.execute(KEEP, table, last_id, tx.now)
