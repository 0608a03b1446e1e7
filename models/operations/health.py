"""Health: whether the database takes writes and its schema matches, the length of the queues, and live workers."""

import asyncio
import contextlib
import time
from typing import NamedTuple

from models.database import StorageFailed, Transaction, check_storage, write
from models.database.schema_versions import APPLIED, mismatch
from models.jobs.admin.worker_registry import WORKING
from models.shared.times import WORKER_LOST_MS

CHECK_SECONDS = 1.0  # one look at writing is good for so long


class _Undone(Exception):
    """Ends a transaction that was only tried."""


class WriteCheck:
    """Writes as a checkout does, in a transaction that is undone; whoever asks within a second shares one look."""

    def __init__(self) -> None:
        self._alone = asyncio.Lock()
        self._fine_until = 0.0

    async def require_writable(self) -> None:
        """Do nothing if the database takes writes and has room for more.

        Raises:
            DatabaseBusy: it does not; StorageFailed where what is wrong is known.
        """
        async with self._alone:
            if time.monotonic() < self._fine_until:
                return
            await check_storage()
            with contextlib.suppress(_Undone):
                await write(_try_to_write)
            self._fine_until = time.monotonic() + CHECK_SECONDS


async def _try_to_write(tx: Transaction) -> None:
    await tx.execute("INSERT INTO rate_bucket (key, full_at) VALUES (?, ?)", f"health check {time.monotonic_ns()}", 0)
    raise _Undone


def failing_parts(error: Exception) -> list[str]:
    """The parts that fail when a look at the database ended with this error: `database`, and more where it is known."""
    return ["database", error.part] if isinstance(error, StorageFailed) else ["database"]


class Snapshot(NamedTuple):
    """The state of all queues at one moment."""

    queued: int
    running: int
    workers: int
    oldest_job_age_seconds: float


async def snapshot(tx: Transaction) -> Snapshot:
    """Waiting and running jobs, live workers, and the age of the oldest due job."""
    counts = await tx.fetch("SELECT state, COUNT(*) AS n FROM job WHERE state IN ('queued', 'running') GROUP BY state")
    by_state = {row["state"]: row["n"] for row in counts}
    oldest = await tx.fetch_one("SELECT MIN(run_at) AS at FROM job WHERE state = 'queued' AND run_at <= ?", tx.now)
    sql = f"SELECT COUNT(*) AS n FROM worker WHERE {WORKING}"  # noqa: S608  a constant
    workers = await tx.fetch_one(sql, tx.now - WORKER_LOST_MS)
    since = oldest["at"] if oldest and oldest["at"] is not None else tx.now
    return Snapshot(
        queued=by_state.get("queued", 0),
        running=by_state.get("running", 0),
        workers=workers["n"] if workers else 0,
        oldest_job_age_seconds=max(0, tx.now - since) / 1000,
    )


async def schema_mismatch(tx: Transaction) -> str | None:
    """Why this program cannot work on the schema, in a sentence; None if it can. Raises the database's error."""
    return mismatch({row["version"]: row["suits"] for row in await tx.fetch(APPLIED)})
