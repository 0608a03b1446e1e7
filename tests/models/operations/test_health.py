"""What the health page says of the queue."""

import pytest

from models.database import Transaction, read, write
from models.operations import health

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("shop")]

JOB = (
    "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, payload, state, run_at, attempt,"
    " max_attempts, crashes, deferrals, fence, traceparent, error_type, error_message, created_at)"
    " VALUES (?, 'order.process', 'orders', 1, ?, '', '{}', 'queued', ?, 0, 3, 0, 0, 0, '', '', '', ?)"
)
WORKER = (
    "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at, rss_bytes,"
    " version) VALUES (?, 'here', 1, 'orders', 1, 0, 'alive', ?, ?, 0, '')"
)


async def test_an_empty_shop_has_nothing_waiting() -> None:
    assert await read(health.snapshot) == health.Snapshot(0, 0, 0, 0.0)


async def test_due_jobs_age_and_only_living_workers_count() -> None:
    async def work(tx: Transaction) -> None:
        await tx.execute(JOB, "a" * 26, "a", tx.now - 90_000, tx.now)
        await tx.execute(JOB, "b" * 26, "b", tx.now + 90_000, tx.now)
        await tx.execute(WORKER, "living", tx.now, tx.now)
        await tx.execute(WORKER, "lost", tx.now - 60_000, tx.now - 60_000)

    await write(work)
    shot = await read(health.snapshot)
    assert (shot.queued, shot.running, shot.workers) == (2, 0, 1)
    assert 90 <= shot.oldest_job_age_seconds < 600
