"""Keeps equal warnings from filling the disk: after a few within a minute they are counted, and the count is logged."""

import logging
import threading
import time

MOST = 5
SPAN_SECONDS = 60.0
MOST_KNOWN = 1_000
LONGEST_KEY = 300  # characters


class RepeatLimit(logging.Filter):
    """Lets the first `MOST` equal lines of a minute through, warnings and worse; what is below is never held back."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._seen: dict[tuple[str, str, str], tuple[float, int]] = {}  # since when, and how many

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to write this line; the first after a minute says how many were not."""
        if record.levelno < logging.WARNING:
            return True
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        key = (record.name, record.getMessage()[:LONGEST_KEY], error)
        now = time.monotonic()
        with self._lock:
            since, count = self._seen.get(key, (now, 0))
            if now - since < SPAN_SECONDS:
                self._remember(key, since, count + 1)
                if count + 1 == MOST:
                    record.msg, record.args = f"{record.getMessage()} (equal lines are counted from now on)", ()
                return count < MOST
            self._remember(key, now, 1)
        if count > MOST:
            record.msg, record.args = f"{record.getMessage()} (and {count - MOST:,} equal lines before)", ()
        return True

    def _remember(self, key: tuple[str, str, str], since: float, count: int) -> None:
        if len(self._seen) >= MOST_KNOWN and key not in self._seen:
            self._seen.pop(next(iter(self._seen)))
        self._seen[key] = (since, count)
