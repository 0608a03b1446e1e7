"""Rows of the version before, in which a retry was a job of its own: they are counted right after the migration."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest
import pytest_asyncio

from models.catalog.seed import seed_demo
from models.database import close_database, open_database, read, write
from models.database.upgrade import downgrade, upgrade
from tests.models.orders_at_hand import place

pytestmark = pytest.mark.asyncio

JOB = (
    "INSERT INTO job (id, public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, payload, state,"
    " run_at, max_attempts, parent_id, created_at, finished_at)"
    " VALUES (?, ?, ?, 'mail', 20, ?, ?, ?, ?, ?, 1, 12, ?, 1, 2)"
)
CONFIRMED, SHIPPED = '{"message": "confirmed"}', '{"message": "shipped"}'
JOBS = (  # id, kind, subject, payload, state, the job it repeats; whether it is still dead
    (11, "order.process", ("order", 1), "{}", "dead", None, False),
    (12, "order.process", ("order", 1), "{}", "succeeded", 11, False),
    (13, "order.process", ("order", 1), "{}", "dead", None, False),
    (14, "order.process", ("order", 1), "{}", "dead", 13, True),
    (15, "order.process", ("order", 1), "{}", "dead", None, True),
    (16, "webhook.deliver", ("webhook_delivery", 1), "{}", "dead", None, False),
    (17, "webhook.deliver", ("webhook_delivery", 1), "{}", "dead", None, True),
    (18, "mail.order", ("order", 1), CONFIRMED, "dead", None, False),
    (19, "mail.order", ("order", 1), SHIPPED, "dead", None, True),
    (20, "mail.again", ("mail", 1), "{}", "dead", None, False),
    (21, "mail.order", ("order", 1), "not json", "dead", None, True),
    (22, "mail.order", ("order", 1), CONFIRMED, "cancelled", None, False),
)
OTHERS = (
    "INSERT INTO email_message (id, public_id, message_id, kind, subject_type, subject_id, order_id, recipient,"
    " subject, text, html, state, created_at, updated_at) VALUES (1, 'm', '<order-confirmed.cw-10001.1@shop>',"
    " 'order.confirmed', 'order', '1', 1, 'a@example.com', 's', '', '', 'sent', 1, 1)",
    "INSERT INTO job_batch (id, public_id, action, state, chosen, reason, actor, total, canaries, per_minute, note,"
    " created_at) VALUES (1, 'b', 'retry', 'done', 'state:dead', 'why', 'root', 1, 0, 0, '', 1)",
    "INSERT INTO job_batch_item (batch_id, job_id, state, result, new_job_id) VALUES (1, 11, 'done', '', 12)",
)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[None]:
    await open_database(url, busy_seconds=60, synchronous="OFF")
    try:
        yield
    finally:
        await close_database()


@pytest_asyncio.fixture
async def yesterday(database_url: str) -> str:
    """A database of the version before, with an order whose jobs were retried. Its URL."""
    async with opened(database_url):
        await write(seed_demo)
        await place()
    while not (await downgrade(database_url))[0].endswith("_retries.py"):
        pass  # a later migration
    async with opened(database_url):
        for id_, kind, subject, payload, state, parent, _ in JOBS:
            values = (id_, f"j{id_}", kind, str(id_), *subject, payload, state, parent)
            await run(JOB, *values)
        for sql in OTHERS:
            await run(sql)
    return database_url


async def run(sql: str, *values: Any) -> None:
    await write(lambda tx: tx.execute(sql, *values))


async def rows(sql: str) -> Sequence[tuple[Any, ...]]:
    return [tuple(row) for row in await read(lambda tx: tx.fetch(sql))]


async def test_only_what_is_still_broken_is_dead_after_the_migration(yesterday: str) -> None:
    await upgrade(yesterday)
    async with opened(yesterday):
        dead = await rows("SELECT id FROM job WHERE state = 'dead' ORDER BY id")
        assert [id_ for (id_,) in dead] == [job[0] for job in JOBS if job[-1]]
        replaced = [(job[0], "by another job") for job in JOBS if job[4] == "dead" and not job[-1]]
        assert await rows("SELECT id, 'by another job' FROM job WHERE state = 'cancelled' AND id < 22 ORDER BY id") == (
            replaced
        )
        events = "SELECT job_id, error_message FROM job_event WHERE type = 'replaced' ORDER BY job_id"
        assert await rows(events) == replaced
        assert await rows("SELECT public_id, query, total FROM job_batch") == [("b", "", 1)]
        assert await rows("SELECT job_id, new_job_id, failure FROM job_batch_item") == [(11, 12, "")]
        await run("UPDATE job_batch SET action = 'discard', total = 2500")


async def test_the_way_back_gives_the_rows_of_yesterday(yesterday: str) -> None:
    await upgrade(yesterday)
    async with opened(yesterday):
        await run("UPDATE job_batch SET action = 'discard', total = 2500")
    while not (await downgrade(yesterday))[0].endswith("_retries.py"):
        pass
    async with opened(yesterday):
        assert await rows("SELECT id, state FROM job WHERE id > 10 ORDER BY id") == [(job[0], job[4]) for job in JOBS]
        assert await rows("SELECT 1 FROM job_event") == []
        assert await rows("SELECT action, total FROM job_batch") == [("cancel", 1000)]
        assert await rows("SELECT count(*) FROM job_batch_item") == [(1,)]
