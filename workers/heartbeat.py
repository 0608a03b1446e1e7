"""The heartbeat: a thread with its own connection renews the leases, even while the event loop is busy.

A job past its time limit is not renewed, so stuck code loses its lease like a dead worker. After half a lease without a
heartbeat a worker makes no external call; after a whole lease it cancels its jobs and waits for the database.
"""

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from core.failpoints import failpoint
from models import database
from models.database import Transaction
from models.jobs.admin import worker_heartbeats
from models.jobs.admin.worker_heartbeats import WorkerStatus
from models.jobs.ledger import completion
from models.jobs.ledger.job_kinds import KINDS
from models.jobs.ledger.jobs import Claim

log = logging.getLogger(__name__)

BEATS_PER_LEASE = 6


@dataclass(frozen=True)
class HeartbeatSource:
    """What the heartbeat reads from the worker, and whom it tells about lost jobs."""

    claims: Callable[[], list[Claim]]
    status: Callable[[], WorkerStatus]
    on_lost: Callable[[Claim], None]  # a job whose lease was lost, or may have been


class Heartbeat(threading.Thread):
    """Renews the leases and records the worker's status until stopped."""

    def __init__(self, source: HeartbeatSource, lease_seconds: float) -> None:
        super().__init__(name="heartbeat", daemon=True)
        self._source, self._lease_seconds = source, lease_seconds
        self._stopped = threading.Event()
        self._last_beat = time.monotonic()

    def is_safe(self) -> bool:
        """Whether the last heartbeat is recent enough for an external call."""
        return time.monotonic() - self._last_beat < self._lease_seconds / 2

    def stop(self) -> None:
        self._stopped.set()

    def run(self) -> None:
        connection = database.connect()
        try:
            while not self._stopped.is_set():
                self._beat(connection)
                self._stopped.wait(self._lease_seconds / BEATS_PER_LEASE)
        finally:
            connection.close()

    def _beat(self, connection: object) -> None:
        begun = time.monotonic()
        try:
            lost, _ = connection.write(self._record)  # type: ignore[attr-defined]
        except Exception as error:
            log.warning("heartbeat_failed: %s", error)
            if time.monotonic() - self._last_beat > self._lease_seconds:
                self._give_up()
            return
        self._last_beat = begun
        for claim in lost:
            self._source.on_lost(claim)

    def _give_up(self) -> None:
        """Other workers may have claimed our jobs by now. The fence refuses what we would still write for them."""
        for claim in self._source.claims():
            if not claim.is_settled:
                self._source.on_lost(claim)

    async def _record(self, tx: Transaction) -> list[Claim]:
        failpoint("beat")
        await worker_heartbeats.record_heartbeat(tx, self._source.status())
        return await completion.renew_leases(
            tx, [claim for claim in self._source.claims() if _is_in_time(tx.now, claim)]
        )


def _is_in_time(now: int, claim: Claim) -> bool:
    kind = KINDS.get(claim.kind)
    return not claim.is_settled and (kind is None or now - claim.started_at < kind.time_limit_seconds * 1000)


def resident_bytes() -> int:
    """The resident memory of this process in bytes; 0 where the system has no /proc."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
