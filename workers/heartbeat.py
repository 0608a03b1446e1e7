"""The heartbeat: a thread with its own connection renews the leases, even while the event loop is busy.

A job past its time limit is not renewed, so stuck code loses its lease like a dead worker. After half a lease without a
heartbeat a worker makes no external call; after a whole lease it cancels its jobs and waits for the database.
"""

import contextlib
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from core.failpoints import failpoint
from core.supervised_threads import SupervisedThread
from models import database
from models.database import Transaction
from models.jobs.admin import worker_heartbeats
from models.jobs.admin.worker_heartbeats import WorkerStatus
from models.jobs.ledger import completion
from models.jobs.ledger.job_kinds import find_kind
from models.jobs.ledger.jobs import Claim

log = logging.getLogger(__name__)

BEATS_PER_LEASE = 6
LONGEST_BEAT_SECONDS = 5.0  # however long leases are: a worker that is silent for longer counts as lost
STOP_SECONDS = 5.0


@dataclass(frozen=True)
class HeartbeatSource:
    """What the heartbeat reads from the worker, and whom it tells about lost jobs."""

    claims: Callable[[], list[Claim]]
    status: Callable[[], WorkerStatus]
    on_lost: Callable[[Claim], None]  # a job whose lease was lost, or may have been


class Heartbeat:
    """Renews the leases and records the worker's status, on a thread of its own, until stopped."""

    def __init__(self, source: HeartbeatSource, lease_seconds: float) -> None:
        self._thread = SupervisedThread(self._keep_beating, name="heartbeat")
        self._source, self._lease_seconds = source, lease_seconds
        self._beat_seconds = min(LONGEST_BEAT_SECONDS, lease_seconds / BEATS_PER_LEASE)
        self._stopped = self._thread.is_stopping
        self._last_beat = time.monotonic()

    def is_safe(self) -> bool:
        """Whether the last heartbeat is recent enough for an external call."""
        return time.monotonic() - self._last_beat < self._lease_seconds / 2

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Beat no more; blocks until the last beat is over, five seconds at most."""
        self._stopped.set()
        self._thread.join(STOP_SECONDS)

    def give_leases_up(self) -> None:
        """Have other workers take all jobs of this process, which ends now. Blocks; raises the database's errors."""
        self._stopped.set()
        name = self._source.status().name
        with contextlib.closing(database.connect()) as connection:
            connection.write(partial(worker_heartbeats.bury, name=name))

    def _keep_beating(self) -> None:
        while not self._stopped.is_set():
            self._beat_on_one_connection()
            self._stopped.wait(self._beat_seconds)

    def _beat_on_one_connection(self) -> None:
        """Until it fails: the next beat has a connection of its own."""
        try:
            with contextlib.closing(database.connect()) as connection:
                while not self._stopped.is_set():
                    self._beat(connection)
                    self._stopped.wait(self._beat_seconds)
        except Exception as error:
            log.warning("heartbeat_failed: %s", error)
            if time.monotonic() - self._last_beat > self._lease_seconds:
                self._give_up()

    def _beat(self, connection: Any) -> None:
        begun = time.monotonic()
        lost, _ = connection.write(self._record)
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
        return await completion.renew_leases(tx, [claim for claim in self._source.claims() if _is_in_time(claim)])


def _is_in_time(claim: Claim) -> bool:
    kind = find_kind(claim.kind)
    seconds = time.monotonic() - claim.claimed_at
    return not claim.is_settled and (kind is None or seconds < kind.time_limit_seconds)


def resident_bytes() -> int:
    """The resident memory of this process in bytes; 0 where the system has no /proc."""
    try:
        with open("/proc/self/statm", encoding="utf-8") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
