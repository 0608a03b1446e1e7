"""Writes the workers' rows in the worker registry."""

from dataclasses import dataclass

from models.database import Transaction
from models.jobs.ledger.job_states import WorkerState


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


async def record_heartbeat(tx: Transaction, status: WorkerStatus) -> None:
    """Update the worker's row, or insert it."""
    await tx.send(
        "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, rss_bytes, version,"
        " last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
        " running = excluded.running, state = excluded.state, rss_bytes = excluded.rss_bytes,"
        " pid = excluded.pid, started_at = excluded.started_at, queues = excluded.queues,"
        " concurrency = excluded.concurrency, last_seen_at = excluded.last_seen_at",
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
        *(status.rss_bytes, status.version, tx.now),
    )


async def sign_off(tx: Transaction, name: str) -> None:
    """Remove the row of a worker that stopped by itself."""
    await tx.execute("DELETE FROM worker WHERE name = ?", name)
