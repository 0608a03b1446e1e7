"""Claims jobs from the ledger while there are free slots: on a notification, when a job ends, when one falls due.

Queues are served in the order of their priority. Those after the first share half of the slots, so that slow mail
cannot delay orders. Each of them keeps one of these slots from the later ones, so that slow webhooks cannot delay mail.
So that a backlog of orders does not stop all else, after `TURN_CLAIMS` claims one slot is offered to a later queue.
"""

import asyncio
import contextlib
import itertools
import logging
import random
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from core.failpoints import failpoint
from models.database import DatabaseBusy, Transaction, read_one, write
from models.jobs.ledger import jobs
from models.jobs.ledger.jobs import Claim
from workers.job_attempt import attempt
from workers.job_claims import claim_and_open

log = logging.getLogger(__name__)

MAX_CLAIMS = 10
RELEASE_SECONDS = 5.0
_draw = random.Random()  # noqa: S311  jitter
TURN_CLAIMS = 8  # jobs claimed by priority between two turns of later queues
POLL_SECONDS = 5.0  # how long a job may wait when every notification was lost


class Dispatcher:
    """Runs up to `concurrency` jobs of `queues` at once."""

    def __init__(
        self,
        queues: Sequence[str],
        concurrency: int,
        *,
        worker: str,
        lease_seconds: float,
        is_safe: Callable[[], bool],
    ) -> None:
        self.queues = tuple(queues)
        self.concurrency = concurrency
        self.running: dict[asyncio.Task[None], Claim] = {}
        self._worker, self._lease_seconds, self._is_safe = worker, lease_seconds, is_safe
        self._woken = asyncio.Event()
        self._has_room = asyncio.Event()
        self._has_room.set()
        self._is_draining = False
        self._claiming = asyncio.Lock()
        self._since_turn = 0
        self._turns = itertools.cycle(reversed(self.queues[1:]))

    @property
    def claims(self) -> list[Claim]:
        """The jobs that run now."""
        return list(self.running.values())

    def wake(self) -> None:
        """Check for due jobs now instead of at the next poll."""
        self._woken.set()

    async def on_notification(self, _queue: str) -> None:
        """Check for due jobs, then wait for a free slot, so that a full worker takes no more notifications."""
        self.wake()
        await asyncio.sleep(0)
        await self._has_room.wait()

    async def run(self) -> None:
        """Claim and start jobs until `drain` is called."""
        while not self._is_draining:
            self._woken.clear()
            try:
                async with self._claiming:
                    wait_seconds = await self._take()
            except DatabaseBusy as busy:
                log.warning("waiting for the database: %s", busy)
                wait_seconds = _draw.uniform(0.5, 1.5)  # so that workers do not all return at the same moment
            except Exception:
                log.exception("cannot claim")
                wait_seconds = POLL_SECONDS
            if wait_seconds > 0:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), wait_seconds)

    async def drain(self, seconds: float) -> None:
        """Claim no more jobs; wait up to `seconds` for running ones, then release the rest."""
        self._is_draining = True
        self.wake()
        self._has_room.set()
        async with self._claiming:  # wait for a claim that is under way: its jobs are ours
            pass
        if self.running:
            await asyncio.wait(list(self.running), timeout=seconds)
        late = list(self.running)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=RELEASE_SECONDS)  # without a database, leases expire instead

    async def _take(self) -> float:
        """Claim as many jobs as there are free slots and start them; the seconds until the next check."""
        shares = [] if self._is_draining else self._shares()
        if not shares:
            return POLL_SECONDS
        if len(self.queues) > 1 and self._since_turn >= TURN_CLAIMS:
            self._since_turn = 0
            if await self._take_from([(next(self._turns), 1)]) == 0:
                return 0
        return await self._take_from(shares)

    async def _take_from(self, shares: Sequence[tuple[str, int]]) -> float:
        """Claim from these queues alone; the seconds until the next check of them, 0 after a claim."""
        wait_ms = await read_one(lambda tx: jobs.due_in_ms(tx, [queue for queue, _ in shares]))
        if wait_ms is None or wait_ms > 0:
            return POLL_SECONDS if wait_ms is None else min(POLL_SECONDS, (wait_ms + 1) / 1000)
        claims = await write(partial(self._claim, shares=shares))
        failpoint("after_claim")
        self._since_turn += len(claims)
        for each in claims:
            self._start(each)
        return 0 if claims else 1.0  # due, but another worker was faster or the queue is paused

    async def _claim(self, tx: Transaction, shares: Sequence[tuple[str, int]]) -> list[Claim]:
        suspects = 0 if any(claim.is_suspect for claim in self.running.values()) else 1
        return await claim_and_open(
            tx, shares, worker=self._worker, lease_seconds=self._lease_seconds, suspects=suspects
        )

    def _shares(self) -> list[tuple[str, int]]:
        free = min(self.concurrency - len(self.running), MAX_CLAIMS)
        if free <= 0:
            return []
        busy = Counter(claim.queue for claim in self.running.values())
        shares = [(self.queues[0], free)]
        for place, queue in enumerate(self.queues[1:]):
            kept = max(1, self.concurrency // 2 - place)  # for this queue and all after it
            free = min(free, kept - sum(busy[each] for each in self.queues[1 + place :]))
            shares.append((queue, free))
        return [(queue, share) for queue, share in shares if share > 0]

    def _start(self, claim: Claim) -> None:
        claim.is_safe = self._is_safe
        task = asyncio.create_task(attempt(claim), name=f"job-{claim.id}")
        self.running[task] = claim
        if len(self.running) >= self.concurrency:
            self._has_room.clear()
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self.running.pop(task, None)
        self._has_room.set()
        self.wake()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("an attempt raised an unexpected error", exc_info=error)
