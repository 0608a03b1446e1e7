"""Says in the log who keeps this process from writing, on a thread of its own, since the writer's is waiting."""

import contextlib
import logging
import threading
import time
from collections.abc import Iterator

from core.process_alarms import here
from core.supervised_threads import SupervisedThread
from models.database.sqlite.lock_holders import LONG_SECONDS, Holder, write_lock_holder
from models.database.sqlite.wal_watch import WalWatch

LOOK_SECONDS = 1.0
AGAIN_SECONDS = 60.0  # between two lines about the same wait

log = logging.getLogger(__name__)


class LockWatch:
    """Knows which threads of this process wait for the write lock, and since when."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._waiting: dict[int, float] = {}  # by thread
        self.wal = WalWatch(path)
        self._thread = SupervisedThread(self._work, name="lock-watch")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._thread.is_stopping.set()

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """The calling thread waits in here for the write lock, or for its own commit to be on the disk."""
        thread = threading.get_ident()
        self._waiting[thread] = time.monotonic()
        try:
            yield
        finally:
            self._waiting.pop(thread, None)

    def holder(self) -> Holder | None:
        """Who has kept others from writing for too long; None if nobody has."""
        return write_lock_holder(self._path, waited_seconds=self._waited_seconds())

    def _waited_seconds(self) -> float:
        return time.monotonic() - min(self._waiting.copy().values(), default=time.monotonic())

    def _work(self) -> None:
        told_at: float | None = None
        longest_seconds = 0.0
        while not self._thread.is_stopping.wait(LOOK_SECONDS):
            self.wal.look()
            waited_seconds = self._waited_seconds()
            if waited_seconds < LONG_SECONDS:
                if told_at is not None:
                    log.warning("write_lock_free: it was waited for for about %.0f s", longest_seconds)
                told_at, longest_seconds = None, 0.0
                here.turn_off("write_lock")
                continue
            longest_seconds = waited_seconds
            by = self.holder() or "a process that cannot be seen from here"
            here.turn_on("write_lock", f"Nobody can save anything: the write lock is held by {by}")
            if told_at is None or time.monotonic() - told_at >= AGAIN_SECONDS:
                told_at = time.monotonic()
                log.error("write_lock_held: waited for it for %.0f s, it is held by %s", waited_seconds, by)
