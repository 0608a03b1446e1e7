"""Notices a write-ahead log that grows because somebody keeps a transaction open, and says who.

SQLite can copy the log into the database only up to the oldest transaction that still reads from it.
"""

import contextlib
import logging
import os
import time

from core.process_alarms import here
from models.database.sqlite.lock_holders import described, readers

LARGE_BYTES = 268_435_456
SURE_LOOKS = 5  # whoever has a transaction open at each of so many looks in a row keeps it open
AGAIN_SECONDS = 60.0
MOST_NAMED = 3

log = logging.getLogger(__name__)


class WalWatch:
    """Looked at once a second by `LockWatch`.

    Attributes:
        warning: what is wrong now, a sentence; empty if nothing is.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._told_at: float | None = None
        self._suspects: set[int] = set()
        self._looks = 0
        self.warning = ""

    def look(self) -> None:
        """Look at the size of the log, and at who has a transaction open."""
        size = self._bytes()
        if size < LARGE_BYTES:
            self.warning, self._looks = "", 0
            here.turn_off("wal_grows")
            return
        seen = readers(self._path)
        self._suspects = seen if self._looks == 0 else self._suspects & seen
        self._looks += 1
        if self._looks < SURE_LOOKS:
            return
        self.warning = self._words(size)
        self._looks = 0
        here.turn_on("wal_grows", f"{self.warning[0].upper()}{self.warning[1:]}")
        if self._told_at is None or time.monotonic() - self._told_at >= AGAIN_SECONDS:
            self._told_at = time.monotonic()
            log.error("wal_grows: %s", self.warning)

    def _words(self, size: int) -> str:
        who = ", ".join(described(pid) for pid in sorted(self._suspects)[:MOST_NAMED])
        by = f"{who} keeps a transaction open" if who else "nobody who can be seen keeps a transaction open"
        return f"the database's log has grown to {size >> 20} MiB and cannot be copied back: {by}"

    def _bytes(self) -> int:
        with contextlib.suppress(OSError):
            return os.stat(f"{self._path}-wal").st_size
        return 0
