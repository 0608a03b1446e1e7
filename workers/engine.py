"""A queue engine carries job ids promptly; it is a bell, not the truth. One file implements it for one kind of queue.

The ledger keeps retries, delays, leases, pauses and the timetable, so an engine may lose, repeat or delay a ring: that
costs seconds, never a job.
"""

import logging
import queue
import threading
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from models.database import Ring

log = logging.getLogger(__name__)

Heard = Callable[[str], Awaitable[None]]  # a lane was rung for; returns when this worker can take more


class Engine(Protocol):
    """What a queue has to offer."""

    def ring(self, rings: Sequence[Ring]) -> None:
        """Tell one worker of each lane. May block and may raise: called on a thread of its own."""
        ...

    def listen(self, lanes: Sequence[str], heard: Heard) -> None:
        """Start to await `heard(lane)` on the running event loop for each ring, one at a time for each lane."""
        ...

    def stop_listening(self) -> None:
        """Take no more rings."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


class Ringer:
    """Rings from any thread without waiting. What is waiting to be rung is rung once for each lane."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: queue.SimpleQueue[Sequence[Ring] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="ringer", daemon=True)
        self._thread.start()

    def __call__(self, rings: Sequence[Ring]) -> None:
        self._waiting.put(rings)

    def close(self) -> None:
        """Ring what is waiting, then stop."""
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
            try:
                self._engine.ring(list(latest.values()))
            except Exception as error:
                log.warning("the queue cannot be reached, workers find the jobs at their next look: %s", error)
