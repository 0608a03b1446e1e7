"""A process that is none of ours and sits on the shop's locks until it is told to let go."""

import asyncio
import fcntl
import os
import time
from collections.abc import Sequence
from pathlib import Path

import asyncpg

import models  # noqa: F401  first: it swaps the SQLite library in

STATEMENTS = {
    "table": "LOCK TABLE job IN EXCLUSIVE MODE",
    "row": "SELECT * FROM inventory WHERE product_id = (SELECT min(id) FROM product) FOR UPDATE",
}


def main(words: Sequence[str]) -> int:
    """Hold something until a file is there.

    SQLite's write `lock`, the `gate` before it, a `snapshot` to read from, a `table` of PostgreSQL or
     the stock `row` of its first product.
    """
    what, path, let_go = words[0], words[1], Path(words[2])
    if what == "lock":
        import sqlite3

        connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        connection.execute("BEGIN IMMEDIATE")
        _hold_until(let_go)
        connection.execute("ROLLBACK")
        connection.close()
    elif what == "snapshot":
        import sqlite3

        connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM product").fetchall()
        _hold_until(let_go)
        connection.close()
    elif what in STATEMENTS:
        asyncio.run(_hold_table(path, STATEMENTS[what], let_go))
    else:
        descriptor = os.open(f"{path}.gate", os.O_RDWR)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        _hold_until(let_go)
    return 0


async def _hold_table(url: str, statement: str, let_go: Path) -> None:
    """Of the table of jobs: everybody may read it, and nobody write to it. One table: more could deadlock with us."""
    connection = await asyncpg.connect(url)
    async with connection.transaction():
        await connection.execute(statement)
        await asyncio.to_thread(_hold_until, let_go)
    await connection.close()


def _hold_until(let_go: Path) -> None:
    print("held", flush=True)
    while not let_go.exists():
        time.sleep(0.02)
