"""Work that reads for seconds has connections of its own: pages, claims and orders never wait for it."""

import asyncio
import threading
from typing import Any

import pytest

from models.database import DatabaseBusy, Transaction, read, read_long, read_one, write
from models.database.sqlite import sqlite_engine
from tests.stack import sqlite_only

pytestmark = [pytest.mark.asyncio, sqlite_only("PostgreSQL has its own test")]
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS n FROM n"


async def _count(tx: Transaction) -> int:
    row = await tx.fetch_one("SELECT count(*) AS n FROM queue")
    assert row is not None
    return int(row["n"])


async def test_long_work_keeps_nobody_waiting_and_runs_two_at_a_time(shop: str) -> None:
    begun: list[int] = []
    let_go = threading.Event()

    async def long(tx: Transaction) -> Any:
        begun.append(1)
        let_go.wait(60)
        return await _count(tx)

    jobs = [asyncio.create_task(read_long(long)) for _ in range(3)]
    async with asyncio.timeout(60):
        while len(begun) < 2:
            await asyncio.sleep(0.01)
        assert await read(_count) == await read_one(_count) == 0
        await write(lambda tx: tx.execute("INSERT INTO queue (name) VALUES ('meanwhile')"))
        assert await read(_count) == 1
    assert len(begun) == 2
    let_go.set()
    assert await asyncio.gather(*jobs) == [1, 1, 1]


async def test_endless_work_is_ended_with_a_sentence_and_its_connection_goes_on(
    shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_engine, "LONG_SECONDS", 0.05)
    for _ in range(3):
        with pytest.raises(DatabaseBusy, match="longer than"):
            await read_long(lambda tx: tx.fetch(ENDLESS), snapshot=True)
    monkeypatch.undo()
    assert await read_long(_count) == 0
