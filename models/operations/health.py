"""Health: whether the database takes writes and its schema matches, the length of the queues, and live workers."""

import asyncio
import contextlib
import os
import time
from typing import NamedTuple

from models.database import StorageFailed, Transaction, check_storage, write
from models.database.schema_versions import APPLIED, mismatch
from models.jobs.admin.worker_registry import WORKING
from models.shared.times import WORKER_LOST_MS

CHECK_SECONDS = 1.0  # one look at writing is good for so long
COMMIT_SECONDS = 3.0  # a commit that succeeded is good for so long; until then a look is undone


class _Undone(Exception):
    """Ends a transaction that was only tried."""


class WriteCheck:
    """Writes as a checkout does, in a transaction that is undone; whoever asks within a second shares one look.

    What is undone never reaches the disk, so that every few seconds it is committed: only then is a disk seen that does
    not take what is written, or a replica that is waited for.
    """

    def __init__(self) -> None:
        self._alone = asyncio.Lock()
        self._fine_until = 0.0
        self._commit_at = 0.0  # after a failure until a commit succeeds

    async def require_writable(self) -> None:
        """Do nothing if the database takes writes and has room for more.

        Raises:
            DatabaseBusy: it does not; StorageFailed where what is wrong is known.
        """
        async with self._alone:
            if time.monotonic() < self._fine_until:
                return
            await check_storage()
            if time.monotonic() < self._commit_at:
                with contextlib.suppress(_Undone):
                    await write(_write_and_undo)
            else:
                await write(_write_and_delete)
                self._commit_at = time.monotonic() + COMMIT_SECONDS
            self._fine_until = time.monotonic() + CHECK_SECONDS


async def _write_and_undo(tx: Transaction) -> None:
    await _write(tx)
    raise _Undone


async def _write_and_delete(tx: Transaction) -> None:
    await tx.execute("DELETE FROM rate_bucket WHERE key = ?", await _write(tx))


async def _write(tx: Transaction) -> str:
    key = f"health check {os.getpid()} {time.monotonic_ns()}"
    await tx.execute("INSERT INTO rate_bucket (key, full_at) VALUES (?, ?)", key, 0)
    return key


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
