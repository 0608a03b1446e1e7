"""Checks what is copied: the books as a copy shows them, and a dump whose books were checked in its own snapshot."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from models.backups import postgres_dump
from models.database import Transaction
from models.operations import doctor
from models.shared.public_ids import number_of

KEEP_OPEN_SECONDS = 2.0  # a transaction that is idle for longer than 15 s is ended by the server


@dataclass(frozen=True, slots=True)
class CopyCheck:
    """What the check of the books found, in words; how many orders there are, and the newest one's number or ""."""

    violations: tuple[str, ...]
    orders: int
    last_order: str


async def check_books(tx: Transaction) -> CopyCheck:
    """Check the books of the database that is open."""
    found = await doctor.violations(tx)
    row = await tx.fetch_one("SELECT count(*) AS orders, max(id) AS last FROM orders")
    assert row is not None
    last = number_of(row["last"]) if row["last"] else ""
    return CopyCheck(tuple(f"{each.invariant}: {each.words}" for each in found), row["orders"], last)


async def dump_checked(tx: Transaction, url: str, target: Path) -> CopyCheck:
    """Dump what this transaction, a snapshot on PostgreSQL, sees to the new file `target`, and check the same books.

    Raises:
        CopyFailed: the dump failed.
    """
    row = await tx.fetch_one("SELECT pg_export_snapshot() AS id")
    assert row is not None
    dumping = asyncio.create_task(asyncio.to_thread(postgres_dump.dump, url, target, snapshot=row["id"]))
    checked = await check_books(tx)
    while not (await asyncio.wait({dumping}, timeout=KEEP_OPEN_SECONDS))[0]:
        await tx.fetch_one("SELECT 1 AS still_open")
    dumping.result()
    return checked


async def has_tables(tx: Transaction) -> bool:
    """Whether a PostgreSQL database has anything in it."""
    return await tx.fetch_one("SELECT 1 FROM pg_tables WHERE schemaname = current_schema() LIMIT 1") is not None
