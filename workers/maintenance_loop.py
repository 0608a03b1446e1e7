"""The rounds every worker makes: rescue jobs of dead workers, ring again for what nobody came for, keep the timetable.

There is no leader. Rescue is idempotent, and a tick of the timetable is single because its job's key is.
"""

import asyncio
import logging
import random
import time
from collections.abc import Callable, Sequence

from core.failpoints import failpoint
from models.database import DatabaseBusy, Notification, Transaction, read, write
from models.jobs.ledger import clock_changes, completion, jobs
from models.jobs.ledger.job_kinds import TIMETABLE

log = logging.getLogger(__name__)

ROUNDS_PER_LEASE = 6  # every five seconds for a lease of thirty
LONGEST_ROUND_SECONDS = 5.0
RESCUE_WAITS_IN_A_LEASE = 3
OVERDUE_SECONDS = 15.0
JUMP_SECONDS = 5.0


class MaintenanceLoop:
    """One round every five seconds; more often when leases are short."""

    def __init__(
        self, ring: Callable[[Sequence[Notification]], None], stir: Callable[[], None], lease_seconds: float
    ) -> None:
        self._ring, self._wake = ring, stir
        self._seconds = min(LONGEST_ROUND_SECONDS, lease_seconds / ROUNDS_PER_LEASE)
        self._lease_seconds, self._is_first = lease_seconds, True
        self._wait_seconds = lease_seconds / RESCUE_WAITS_IN_A_LEASE
        self._draw = random.Random()  # noqa: S311  jitter
        self._ticked: dict[str, int] = {}
        self._clocks = (time.time(), time.monotonic())

    async def run(self) -> None:
        while True:
            try:
                await self._round()
            except DatabaseBusy as busy:
                log.warning("waiting for the database: a round was left out: %s", busy)
            except Exception:
                log.exception("a round failed")
            await asyncio.sleep(self._seconds)

    async def _round(self) -> None:
        jump_seconds = self._clock_jump()
        if jump_seconds < 0 or self._is_first:  # a worker that starts does not know what happened before
            if near := await write(lambda tx: clock_changes.bring_near(tx, self._lease_seconds)):
                log.warning("%d jobs waited for a time that a clock set back has put far ahead", near)
                self._wake()
            self._is_first = False
        if not jump_seconds and await read(completion.has_expired_lease):
            rescued = await write(self._rescue)
            if rescued:
                log.warning("jobs_rescued: %d", rescued)
                self._wake()  # whoever looked before does not know when they are due
        if ticks := self._due_ticks():
            await write(lambda tx: _tick(tx, ticks))
            self._ticked.update(ticks)
        if rings := await read(lambda tx: jobs.overdue(tx, OVERDUE_SECONDS)):
            self._ring(rings)

    async def _rescue(self, tx: Transaction) -> int:
        failpoint("rescue")
        return await completion.rescue(tx, wait_seconds=self._wait_seconds, draw=self._draw)

    def _clock_jump(self) -> float:
        """The seconds by which the wall clock moved otherwise than time did: no lease can be judged by it then."""
        wall, monotonic = time.time(), time.monotonic()
        jump = (wall - self._clocks[0]) - (monotonic - self._clocks[1])
        self._clocks = (wall, monotonic)
        if abs(jump) <= JUMP_SECONDS:
            return 0.0
        log.warning("clock_jump: %+.1f s; no rescue this time", jump)
        return jump

    def _due_ticks(self) -> dict[str, int]:
        now = time.time()
        slots = {kind.name: int(now // (kind.every_seconds or 1)) for kind in TIMETABLE}
        return {name: slot for name, slot in slots.items() if self._ticked.get(name) != slot}


async def _tick(tx: Transaction, ticks: dict[str, int]) -> None:
    for kind in TIMETABLE:
        if kind.name in ticks:
            await jobs.enqueue(tx, kind, f"{kind.name}@{ticks[kind.name]}")
