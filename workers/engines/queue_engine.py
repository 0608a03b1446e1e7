"""A queue engine carries job ids promptly; it is a bell, not the truth. One file implements it for one kind of queue.

The ledger keeps retries, delays, leases, pauses and the timetable, so an engine may lose, repeat or delay a ring: that
costs seconds, never a job.
"""

import asyncio
import concurrent.futures
import logging
import queue
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from core.supervised_threads import SupervisedThread
from models.database import Notification

log = logging.getLogger(__name__)

RETRY_SECONDS = 1.0

OnNotification = Callable[[str], Awaitable[None]]  # a lane was rung for; returns when this worker can take more


class QueueEngine(Protocol):
    """What a queue has to offer."""

    def ring(self, rings: Sequence[Notification]) -> None:
        """Tell one worker of each lane. May block and may raise: called on a thread of its own."""
        ...

    def listen(self, lanes: Sequence[str], heard: OnNotification) -> None:
        """Start to await `heard(lane)` on the running event loop for each ring, one at a time for each lane."""
        ...

    def stop_listening(self) -> None:
        """Take no more rings."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


class Listener:
    """Hands rings from an engine's threads to the event loop."""

    def __init__(self, heard: OnNotification, loop: asyncio.AbstractEventLoop) -> None:
        self._heard, self._loop = heard, loop

    def forward(self, lane: str) -> None:
        """On a thread of the engine: returns when this worker can take more, so that it keeps no ring from others."""
        if self._loop.is_closed():
            return
        told = asyncio.run_coroutine_threadsafe(self._tell(lane), self._loop)
        try:
            told.result()
        except (concurrent.futures.CancelledError, RuntimeError):
            log.debug("the worker stops: a ring is left to others")

    async def _tell(self, lane: str) -> None:
        await self._heard(lane)


class Notifier:
    """Rings from any thread without waiting. What is waiting to be rung is rung once for each lane.

    An engine that cannot be reached is left alone for a second after each try.
    """

    def __init__(self, engine: QueueEngine) -> None:
        self._engine = engine
        self._waiting: queue.SimpleQueue[Sequence[Notification] | None] = queue.SimpleQueue()
        self._lost_at: float | None = None
        self._thread = SupervisedThread(self._run, name="notifier")
        self._closing = self._thread.is_stopping
        self._thread.start()

    def __call__(self, rings: Sequence[Notification]) -> None:
        self._waiting.put(rings)

    def close(self) -> None:
        """Ring what is waiting, then stop."""
        self._closing.set()
        self._waiting.put(None)
        self._thread.join(timeout=2)

    def _run(self) -> None:
        last = False
        while not last:
            batches = [self._waiting.get()]
            while not self._waiting.empty():
                batches.append(self._waiting.get())
            last = None in batches
            latest = {ring.queue: ring for rings in batches if rings for ring in rings}
            self._ring(list(latest.values()))

    def _ring(self, rings: Sequence[Notification]) -> None:
        try:
            self._engine.ring(rings)
        except Exception as error:
            if self._lost_at is None:
                log.warning("the queue cannot be reached, workers find the jobs at their next look: %s", reason(error))
                self._lost_at = time.monotonic()
            self._closing.wait(RETRY_SECONDS)
        else:
            if self._lost_at is not None and rings:
                log.info("the queue is reached again after %.0f s", time.monotonic() - self._lost_at)
                self._lost_at = None


def reason(error: Exception) -> str:
    """Why a broker cannot be reached, in one line; the libraries' errors name hosts, never passwords."""
    return f"{type(error).__name__}: {str(error) or error.args}"
