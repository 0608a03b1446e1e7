"""What an order does under the write lock costs the same beside any backlog and any history.

The steps of SQLite's virtual machine are counted, in the same life of an order, in a small shop and in one that holds
ten times as much.
"""

import threading
from collections import Counter
from typing import Any

import pytest

from models.database import write
from models.database.sqlite.sqlite_connection import SqliteTransaction
from tests.models.orders_at_hand import roll_figures, run
from tests.stack import sqlite_only
from tests.web.clients import Browser
from tests.web.placing import drain, place_by_page

pytestmark = [pytest.mark.asyncio, sqlite_only("it counts the steps of SQLite's virtual machine")]
SMALL, LARGE = 600, 6000  # a line of up to 500 is counted
Steps = Counter[str]
BACKLOG = """
INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, state, run_at, max_attempts,
    created_at, started_at, finished_at)
VALUES (?, ?, ?, 0, ?, 'order', ?, ?, ?, 12, 0, ?, ?)
"""


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """How many steps each statement took that was run under the write lock."""
    counted: Steps = Counter()
    watched: set[int] = set()
    current = ["none"]
    original = SqliteTransaction._run

    def step() -> None:
        counted[current[0]] += 1

    def spy(transaction: Any, sql: str, values: Any) -> Any:
        if threading.current_thread().name == "sqlite-writer":
            connection = transaction._connection
            if id(connection) not in watched:
                watched.add(id(connection))
                connection.set_progress_handler(step, 1)
            current[0] = " ".join(sql.split())
        return original(transaction, sql, values)

    monkeypatch.setattr(SqliteTransaction, "_run", spy)
    return counted


async def _history(rows: int) -> None:
    """So many jobs wait (beyond this test's patience), are done and are dead."""

    async def work(tx: Any) -> None:
        now = tx.now
        for state, run_at in (("queued", now + 3_600_000), ("succeeded", 0), ("dead", 0)):
            for kind, queue in (("order.process", "orders"), ("mail.order", "mail")):
                ended = None if state == "queued" else now - 1000
                await tx.execute_many(
                    BACKLOG,
                    [
                        (name, kind, queue, name, -number, state, run_at, ended and ended - 5, ended)
                        for number in range(1, rows + 1)
                        for name in [f"{state}-{kind}-{number}"]
                    ],
                )

    await write(work)


async def _order(ann: Browser, steps: Steps) -> Steps:
    """The steps of an order's life, from the cart to the mail."""
    steps.clear()
    await place_by_page(ann)
    await drain()
    return Counter(steps)


async def test_no_statement_of_an_orders_writes_takes_more_steps_in_a_larger_shop(ann: Browser, steps: Steps) -> None:
    await _history(SMALL)
    await _order(ann, steps)
    small = await _order(ann, steps)
    await run("DELETE FROM job WHERE subject_id < 0")
    await _history(LARGE)
    large = await _order(ann, steps)
    grown = {sql: (small[sql], count) for sql, count in large.items() if count > 2 * small[sql] + 200}
    assert len(large) > 30
    assert grown == {}


async def test_what_grows_is_counted_while_reading_and_only_sums_are_written(ann: Browser, steps: Steps) -> None:
    await _order(ann, steps)
    await run("UPDATE job_event SET at = at - 60000")
    await run("UPDATE job SET created_at = created_at - 60000")
    steps.clear()
    await roll_figures()
    assert steps
    assert [sql for sql in steps if sql.startswith("SELECT") and "job_event" in sql] == []
