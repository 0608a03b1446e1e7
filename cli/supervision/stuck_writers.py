"""Ends a child that holds SQLite's write lock and is stopped or silent: all other processes would wait for it.

Its transaction is undone by SQLite, the lock is freed by the kernel, and its jobs are queued again. A holder that is no
child of this supervisor is only named, in the log of those who wait.
"""

import time
from collections.abc import Sequence
from typing import Protocol

from core.settings import Settings
from models.database.sqlite.lock_holders import write_lock_holder

LOOK_SECONDS = 1.0
SILENT_SECONDS = 10.0
SURE_SECONDS = 3.0  # it is seen to be stopped for so long: somebody who stops all of us continues all of us


class Replaceable(Protocol):
    """A child of the supervisor."""

    @property
    def pid(self) -> int | None:
        """Of its process, if it runs."""

    def is_silent(self, seconds: float) -> bool:
        """Whether it has given no sign of life for so long."""

    def replace(self, words: str) -> None:
        """Kill it, and start another."""


class LockHolders:
    """Looks once a second who holds the write lock."""

    def __init__(self, settings: Settings) -> None:
        sqlite, _, path = settings.database_url.partition("sqlite:///")
        self._path = "" if sqlite else path
        self._looked = 0.0
        self.reset()

    def reset(self) -> None:
        """Forget what was seen: the supervisor itself was stopped meanwhile."""
        self._suspect: tuple[int, float] | None = None  # pid, and since when it is seen

    def check(self, children: Sequence[Replaceable]) -> None:
        """End the child that keeps the others from writing, if one does."""
        now = time.monotonic()
        if not self._path or now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        holder = write_lock_holder(self._path)
        child = next((each for each in children if holder is not None and each.pid == holder.pid), None)
        if holder is None or child is None or not (holder.is_stopped or child.is_silent(SILENT_SECONDS)):
            self.reset()
        elif self._suspect is None or self._suspect[0] != holder.pid:
            self._suspect = (holder.pid, now)
        elif now - self._suspect[1] >= SURE_SECONDS:
            self.reset()
            state = "stopped" if holder.is_stopped else "silent"
            child.replace(f"was {state} while it held the write lock, process {holder.pid}, and was killed")
