"""The snapshot of all queues for metrics, in a few indexed reads, taken by one worker only."""

from models.database import Transaction
from models.jobs.admin import worker_registry
from models.jobs.ledger.job_kinds import KINDS, QUEUES
from models.operations import backup_runs
from models.shared.sql import marks
from models.shared.times import WORKER_LOST_MS
from telemetry.queue_state import QueueState, WorkerGauge

THROUGHPUT_MS = 30_000
REPORTER = "SELECT name FROM worker WHERE last_seen_at > ? AND state = 'alive' ORDER BY started_at, name LIMIT 1"
QUEUED = """
SELECT queue, CASE WHEN run_at <= ? THEN 'ready' ELSE 'delayed' END AS state, count(*) AS jobs, min(run_at) AS oldest
FROM job WHERE state = 'queued' GROUP BY 1, 2
"""
HELD = "SELECT queue, state, count(*) AS jobs FROM job WHERE state IN ('running', 'dead') GROUP BY queue, state"
FINISHED = """
SELECT queue, count(*) AS jobs FROM job
WHERE state = 'succeeded' AND kind IN ({marks}) AND finished_at > ? GROUP BY queue
"""
OUTBOX = (
    "SELECT count(*) AS messages, min(created_at) AS oldest FROM email_message WHERE state IN ('queued', 'sending')"
)


async def reporter(tx: Transaction) -> str | None:
    """The name of the worker that reports: the one alive longest; None if none works."""
    row = await tx.fetch_one(REPORTER, tx.now - WORKER_LOST_MS)
    return str(row["name"]) if row is not None else None


async def read_snapshot(tx: Transaction, worker: str) -> QueueState | None:
    """The snapshot now; None if another worker reports, namely the one alive longest."""
    if await reporter(tx) != worker:
        return None
    queues = [queue.name for queue in QUEUES]
    depth = {(queue, state): 0 for queue in queues for state in ("ready", "delayed", "running", "dead")}
    ages = dict.fromkeys(queues, 0.0)
    for row in await tx.fetch(QUEUED, tx.now):
        depth[row["queue"], row["state"]] = row["jobs"]
        if row["state"] == "ready":
            ages[row["queue"]] = (tx.now - row["oldest"]) / 1000
    for row in await tx.fetch(HELD):
        depth[row["queue"], row["state"]] = row["jobs"]
    outbox = await tx.fetch_one(OUTBOX)
    pending, oldest = (outbox["messages"], outbox["oldest"]) if outbox else (0, None)
    return QueueState(
        depth=depth,
        oldest_age=ages,
        throughput=await _throughput(tx, queues),
        workers=await _workers(tx),
        outbox_pending=pending,
        outbox_oldest_age=(tx.now - oldest) / 1000 if oldest is not None else 0.0,
        backup_age=await backup_runs.age_seconds(tx),
    )


async def _workers(tx: Transaction) -> list[WorkerGauge]:
    return [
        WorkerGauge(
            str(worker["name"]), str(worker["state"]), int(str(worker["held"])), int(str(worker["loop_lag_ms"])) / 1000
        )
        for worker in await worker_registry.workers(tx)
    ]


async def _throughput(tx: Transaction, queues: list[str]) -> dict[str, float]:
    done = FINISHED.format(marks=marks(KINDS))
    rows = await tx.fetch(done, *KINDS, tx.now - THROUGHPUT_MS)
    return dict.fromkeys(queues, 0.0) | {row["queue"]: row["jobs"] * 1000 / THROUGHPUT_MS for row in rows}
