"""Which workers are there."""

from dataclasses import dataclass

from models.database import Transaction


@dataclass(frozen=True)
class WorkerStatus:
    """What a worker tells of itself."""

    name: str
    host: str
    pid: int
    queues: str
    concurrency: int
    running: int
    state: str  # alive | draining
    started_at: int
    rss_bytes: int
    version: str


async def record_heartbeat(tx: Transaction, sign: WorkerStatus) -> None:
    """Write the worker's row; made when it is missing."""
    await tx.send(
        "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, rss_bytes, version,"
        " last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
        " running = excluded.running, state = excluded.state, rss_bytes = excluded.rss_bytes,"
        " pid = excluded.pid, started_at = excluded.started_at, queues = excluded.queues,"
        " concurrency = excluded.concurrency, last_seen_at = excluded.last_seen_at",
        *(sign.name, sign.host, sign.pid, sign.queues, sign.concurrency, sign.running, sign.state, sign.started_at),
        *(sign.rss_bytes, sign.version, tx.now),
    )


async def sign_off(tx: Transaction, name: str) -> None:
    """The worker has stopped in order."""
    await tx.execute("DELETE FROM worker WHERE name = ?", name)
