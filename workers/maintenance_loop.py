"""Every worker's maintenance loop: rescue jobs of dead workers, notify again for overdue jobs, run the timetable.

There is no leader. Rescue is idempotent, and each tick of the timetable has a unique job key, so it is enqueued once.
"""

import asyncio
import logging
import random
import time
from collections.abc import Callable, Sequence

from core.failpoints import failpoint
from models.database import DatabaseBusy, Notification, Transaction, read, write
from models.jobs.ledger import clock_changes, jobs, rescue
from models.jobs.ledger.job_kinds import TIMETABLE, Kind
from models.payments import payment_circuit

log = logging.getLogger(__name__)

ROUNDS_PER_LEASE = 6  # every five seconds for a lease of thirty
LONGEST_ROUND_SECONDS = 5.0
RESCUE_WAITS_IN_A_LEASE = 12  # of suspects, after the leases: all are claimed within 45 s after a kill
OVERDUE_SECONDS = 15.0
JUMP_SECONDS = 5.0


class MaintenanceLoop:
    """Runs every five seconds; more often when leases are short."""

    def __init__(
        self,
        notify: Callable[[Sequence[Notification]], None],
        wake: Callable[[], None],
        lease_seconds: float,
        timetable: Sequence[Kind] = TIMETABLE,
    ) -> None:
        self._notify, self._wake = notify, wake
        self._seconds = min(LONGEST_ROUND_SECONDS, lease_seconds / ROUNDS_PER_LEASE)
        self._lease_seconds = lease_seconds
        self._wait_seconds = lease_seconds / RESCUE_WAITS_IN_A_LEASE
        self._draw = random.Random()  # noqa: S311  jitter
        self._timetable = timetable
        self._ticked: dict[str, int] = {}
        self._clocks = (time.time(), time.monotonic())
        self._was_set_back = True  # a starting worker cannot know whether the clock jumped before
        self._leases_hold_until = 0.0  # of the monotonic clock

    async def run(self) -> None:
        while True:
            try:
                await self._round()
            except DatabaseBusy as busy:
                log.warning("waiting for the database: one maintenance run was skipped: %s", busy)
            except Exception:
                log.exception("a maintenance run failed")
            await asyncio.sleep(self._seconds)

    async def _round(self) -> None:
        self._watch_clock()
        if self._was_set_back:
            if changed := await write(lambda tx: clock_changes.limit_future_times(tx, self._lease_seconds)):
                log.warning("%d jobs were scheduled too far ahead because the clock was set back", changed)
                self._wake()
            self._was_set_back = False
        if self._may_judge_leases() and await read(rescue.has_expired_lease):
            rescued = await write(self._rescue)
            if rescued:
                log.warning("jobs_rescued: %d", rescued)
                self._wake()  # the dispatcher computed its wait before these jobs were queued again
        if await read(payment_circuit.is_probe_due):
            await write(payment_circuit.send_probe)
            self._wake()
        if ticks := self._due_ticks(await read(_now)):
            await write(lambda tx: _tick(tx, self._timetable, ticks))
            self._ticked.update(ticks)
        if notifications := await read(lambda tx: jobs.overdue(tx, OVERDUE_SECONDS)):
            self._notify(notifications)

    async def _rescue(self, tx: Transaction) -> int:
        failpoint("rescue")
        self._watch_clock()  # it may have jumped since, and the transaction is of the new time
        if not self._may_judge_leases():
            return 0
        return await rescue.rescue(tx, wait_seconds=self._wait_seconds, draw=self._draw)

    def _may_judge_leases(self) -> bool:
        return time.monotonic() >= self._leases_hold_until

    def _watch_clock(self) -> None:
        """After a jump of the wall clock no lease is judged until whoever lives has renewed his, for a lease's time."""
        wall, monotonic = time.time(), time.monotonic()
        jump = (wall - self._clocks[0]) - (monotonic - self._clocks[1])
        self._clocks = (wall, monotonic)
        if abs(jump) <= JUMP_SECONDS:
            return
        log.warning("clock_jump: %+.1f s; no rescue for %g s", jump, self._lease_seconds)
        self._leases_hold_until = monotonic + self._lease_seconds
        self._was_set_back |= jump < 0

    def _due_ticks(self, now: int) -> dict[str, int]:
        """The kinds whose next time has come by the database's clock, in epoch milliseconds, each with its number."""
        slots = {kind.name: now // 1000 // (kind.every_seconds or 1) for kind in self._timetable}
        return {name: slot for name, slot in slots.items() if self._ticked.get(name) != slot}


async def _now(tx: Transaction) -> int:
    return tx.now


async def _tick(tx: Transaction, timetable: Sequence[Kind], ticks: dict[str, int]) -> None:
    """Enqueue each once for all workers, also where its time was used before the clock was set back."""
    for kind in timetable:
        if kind.name in ticks:
            key = f"{kind.name}@{ticks[kind.name]}"
            if await jobs.enqueue(tx, kind, key) is None and (at := await jobs.made_later(tx, kind, key)):
                await jobs.enqueue(tx, kind, f"{key}.{at}")
