"""How the shop is: does the database answer, is its schema the program's, how long is the queue, who works on it."""

from typing import NamedTuple

from models.database import Transaction
from models.database.configuration import APP

ALIVE_MILLISECONDS = 30_000  # a worker that has not been heard of for so long counts as lost


class Snapshot(NamedTuple):
    """The queue at one moment."""

    queued: int
    running: int
    workers: int
    oldest_job_age_seconds: float


async def snapshot(tx: Transaction) -> Snapshot:
    """Jobs waiting and running, workers alive, and how long the oldest job that is due has been waiting."""
    counts = await tx.fetch("SELECT state, COUNT(*) AS n FROM job WHERE state IN ('queued', 'running') GROUP BY state")
    by_state = {row["state"]: row["n"] for row in counts}
    oldest = await tx.fetch_one("SELECT MIN(run_at) AS at FROM job WHERE state = 'queued' AND run_at <= ?", tx.now)
    workers = await tx.fetch_one("SELECT COUNT(*) AS n FROM worker WHERE last_seen_at > ?", tx.now - ALIVE_MILLISECONDS)
    since = oldest["at"] if oldest and oldest["at"] is not None else tx.now
    return Snapshot(
        queued=by_state.get("queued", 0),
        running=by_state.get("running", 0),
        workers=workers["n"] if workers else 0,
        oldest_job_age_seconds=max(0, tx.now - since) / 1000,
    )


async def applied_migrations(tx: Transaction) -> set[str]:
    """The migrations the database says it has had; an error if it has had none."""
    return {row["version"] for row in await tx.fetch("SELECT version FROM aerich WHERE app = ?", APP)}
