"""A process that is none of ours and sits on the shop's locks for a while."""

import asyncio
import fcntl
import os
import time
from collections.abc import Sequence

import asyncpg

import models  # noqa: F401  first: it swaps the SQLite library in


def main(words: Sequence[str]) -> int:
    """Hold something for so many seconds: SQLite's write `lock`, the `gate` before it, or a `table` of PostgreSQL."""
    what, path, seconds = words[0], words[1], float(words[2])
    if what == "lock":
        import sqlite3

        connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        connection.execute("BEGIN IMMEDIATE")
        print("held", flush=True)
        time.sleep(seconds)
        connection.execute("ROLLBACK")
        connection.close()
    elif what == "table":
        asyncio.run(_hold_table(path, seconds))
    else:
        descriptor = os.open(f"{path}.gate", os.O_RDWR)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        print("held", flush=True)
        time.sleep(seconds)
    return 0


async def _hold_table(url: str, seconds: float) -> None:
    """Everybody may read PostgreSQL's jobs, and nobody write to them. One table: more could deadlock with us."""
    connection = await asyncpg.connect(url)
    async with connection.transaction():
        await connection.execute("LOCK TABLE job IN EXCLUSIVE MODE")
        print("held", flush=True)
        await asyncio.sleep(seconds)
    await connection.close()
