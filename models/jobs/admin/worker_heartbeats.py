"""Writes the workers' rows in the worker registry."""

import random
from dataclasses import dataclass

from models.database import Transaction
from models.jobs.ledger import rescue
from models.jobs.ledger.job_states import WorkerState

SUSPECTS_WAIT_SECONDS = 2.5
_draw = random.Random()  # noqa: S311  jitter


@dataclass(frozen=True)
class WorkerStatus:
    """What a worker reports about itself."""

    name: str
    host: str
    pid: int
    queues: str
    concurrency: int
    running: int
    state: WorkerState
    started_at: int
    rss_bytes: int
    version: str
    loop_lag_ms: int = 0  # how long its event loop has been blocked


async def record_heartbeat(tx: Transaction, status: WorkerStatus) -> None:
    """Update the worker's row, or insert it."""
    await tx.send(
        "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, rss_bytes, version,"
        " loop_lag_ms, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
        " running = excluded.running, state = excluded.state, rss_bytes = excluded.rss_bytes,"
        " pid = excluded.pid, started_at = excluded.started_at, queues = excluded.queues,"
        " loop_lag_ms = excluded.loop_lag_ms, concurrency = excluded.concurrency, last_seen_at = excluded.last_seen_at",
        *(
            status.name,
            status.host,
            status.pid,
            status.queues,
            status.concurrency,
            status.running,
            status.state,
            status.started_at,
        ),
        *(status.rss_bytes, status.version, status.loop_lag_ms, tx.now),
    )


async def bury(tx: Transaction, name: str) -> int:
    """Record that a worker is known to be dead, and queue its jobs again at once; how many."""
    await tx.execute("UPDATE worker SET state = 'lost' WHERE name = ?", name)
    if not await rescue.end_leases(tx, name):
        return 0
    return await rescue.rescue(tx, wait_seconds=SUSPECTS_WAIT_SECONDS, draw=_draw)


async def sign_off(tx: Transaction, name: str) -> None:
    """Remove the row of a worker that stopped by itself."""
    await tx.execute("DELETE FROM worker WHERE name = ?", name)
