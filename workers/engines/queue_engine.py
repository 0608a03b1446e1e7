"""A queue engine carries notifications that jobs wait; the ledger is the truth. One file implements each engine.

Retries, delays, leases, pauses and the timetable are the ledger's, so an engine may lose, repeat or delay a
notification: that costs seconds, never a job.
"""

import asyncio
import concurrent.futures
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from queue import SimpleQueue
from typing import Protocol

from core.process_alarms import here
from core.supervised_threads import SupervisedThread
from models.database import Notification

log = logging.getLogger(__name__)

RETRY_SECONDS = 1.0

OnNotification = Callable[
    [str], Awaitable[None]
]  # called with a queue's name; returns when this worker has room for more


class QueueEngine(Protocol):
    """The interface of all queue engines."""

    def notify(self, notifications: Sequence[Notification]) -> None:
        """Notify one worker of each queue. May block and may raise: it is called on its own thread."""
        ...

    def listen(self, queues: Sequence[str], on_notification: OnNotification) -> None:
        """Await `on_notification(queue)` on the running event loop for each notification, one at a time per queue."""
        ...

    def stop_listening(self) -> None:
        """Take no more notifications."""
        ...

    def close(self) -> None:
        """Close files and connections."""
        ...


class Listener:
    """Hands notifications from an engine's threads to the event loop."""

    def __init__(self, on_notification: OnNotification, loop: asyncio.AbstractEventLoop) -> None:
        self._on_notification, self._loop = on_notification, loop

    def forward(self, queue: str) -> None:
        """Called on a thread of the engine; returns when this worker has room, so that others get the next one."""
        if self._loop.is_closed():
            return
        handled = asyncio.run_coroutine_threadsafe(self._handle(queue), self._loop)
        try:
            handled.result()
        except (concurrent.futures.CancelledError, RuntimeError):
            log.debug("the worker stops: a notification is left to others")

    async def _handle(self, queue: str) -> None:
        await self._on_notification(queue)


class Notifier:
    """Sends notifications from any thread without waiting. Pending ones are sent once per queue.

    After a failed try it waits a second.
    """

    def __init__(self, engine: QueueEngine) -> None:
        self._engine = engine
        self._waiting: SimpleQueue[Sequence[Notification] | None] = SimpleQueue()
        self._lost_at: float | None = None
        self._thread = SupervisedThread(self._run, name="notifier")
        self._closing = self._thread.is_stopping
        self._thread.start()

    def __call__(self, notifications: Sequence[Notification]) -> None:
        self._waiting.put(notifications)

    def close(self) -> None:
        """Send pending notifications, then stop."""
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
            latest = {each.queue: each for batch in batches if batch for each in batch}
            self._notify(list(latest.values()))

    def _notify(self, notifications: Sequence[Notification]) -> None:
        try:
            self._engine.notify(notifications)
        except Exception as error:
            if self._lost_at is None:
                log.warning("the queue cannot be reached, workers find the jobs by polling: %s", reason(error))
                self._lost_at = time.monotonic()
            here.turn_on("queue_away", f"The queue cannot be reached: {reason(error)}", is_passing=True)
            self._closing.wait(RETRY_SECONDS)
        else:
            if self._lost_at is not None and notifications:
                log.info("the queue is reached again after %.0f s", time.monotonic() - self._lost_at)
                self._lost_at = None
                here.turn_off("queue_away")


def reason(error: Exception) -> str:
    """Why a broker cannot be reached, in one line; the libraries' errors name hosts, never passwords."""
    return f"{type(error).__name__}: {str(error) or error.args}"
