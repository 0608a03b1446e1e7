"""Ends the leases of dead children at once: their supervisor knows that they died, others would wait for the leases.

It runs on a thread of its own, since the supervisor must not wait for a database. What cannot be written within a lease
is left to the workers, who rescue the jobs by then.
"""

import asyncio
import logging
import queue
import time
from functools import partial

from cli.startup import with_database
from core.settings import Settings
from core.supervised_threads import SupervisedThread
from models.database import write
from models.jobs.admin import worker_heartbeats

AGAIN_SECONDS = 1.0

log = logging.getLogger(__name__)


class LeaseRelease:
    """Takes the names of dead workers and queues their jobs again, one worker after the other."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._dead: queue.SimpleQueue[str] = queue.SimpleQueue()
        SupervisedThread(self._work, name="lease-release").start()

    def release(self, worker: str) -> None:
        """Have the jobs of this worker queued again. Returns at once. The worker must not be alive."""
        self._dead.put(worker)

    def _work(self) -> None:
        while True:
            self._release(self._dead.get())

    def _release(self, worker: str) -> None:
        deadline = time.monotonic() + self._settings.lease_seconds
        while True:
            try:
                jobs = asyncio.run(
                    with_database(self._settings, lambda: write(partial(worker_heartbeats.bury, name=worker)))
                )
            except Exception as error:
                if time.monotonic() > deadline:
                    log.warning("the leases of %s could not be ended, they expire: %s", worker, error)
                    return
                time.sleep(AGAIN_SECONDS)
            else:
                if jobs:
                    log.warning("jobs_rescued: %d, of the dead worker %s", jobs, worker)
                return
