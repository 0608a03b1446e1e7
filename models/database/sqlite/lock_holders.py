"""Who holds SQLite's locks: which process, since when, and whether it is stopped.

Linux tells who in /proc/locks, strangers included. Since when is written into the gate by our own processes; elsewhere
than on Linux that is all there is.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from core.redaction import redact

LOCKS = Path("/proc/locks")
WRITE_BYTE = 120  # of the -shm file: WAL_WRITE_LOCK (sqlite.org, "WAL-mode File Format")
LONG_SECONDS = 5.0  # who holds the write lock for longer is named
READ_BYTES = range(123, 128)  # of the -shm file: WAL_READ_LOCK
RECORD_BYTES = 64
LONGEST_COMMAND = 80  # characters


@dataclass(frozen=True)
class Holder:
    """A process that holds a lock; `since` is in epoch seconds, None if nobody knows.

    `is_recorded`: it wrote the time itself. Otherwise it has held the lock at least since then.
    """

    pid: int
    command: str
    since: float | None
    is_stopped: bool
    is_recorded: bool = True

    def __str__(self) -> str:
        words = f"process {self.pid} ({self.command})"
        if self.is_stopped:
            words += ", which is stopped,"
        if self.since is None:
            return words
        return f"{words} since {'' if self.is_recorded else 'before '}{_clock(self.since)}"


class Lock(NamedTuple):
    """A line of /proc/locks."""

    kind: str  # FLOCK | POSIX | OFDLCK
    mode: str  # READ | WRITE
    pid: int
    inode: int
    first: int
    last: int


def record(gate: int) -> None:
    """Write into the open gate file that this process holds it from now on. Costs a microsecond or two."""
    with contextlib.suppress(OSError):
        os.pwrite(gate, f"{os.getpid()} {time.time():.3f}\n".ljust(RECORD_BYTES).encode(), 0)


def write_lock_holder(path: str, *, waited_seconds: float = 0.0) -> Holder | None:
    """Who has kept others from writing to this database for `LONG_SECONDS`; None if nobody has, or nobody can tell.

    `waited_seconds` is how long the caller has waited, for a holder that does not record since when.
    """
    since = _recorded(path)
    pid = _pid(path, since)
    if pid is None:
        return None
    begun = since.get(pid, time.time() - waited_seconds)
    if time.time() - begun < LONG_SECONDS:
        return None
    return Holder(pid, _command(pid), begun, _is_stopped(pid), is_recorded=pid in since)


def readers(path: str) -> set[int]:
    """The processes that have a transaction open just now, reading or writing; empty where nobody can tell."""
    if not LOCKS.exists():
        return set()
    with contextlib.suppress(OSError):
        inode = os.stat(f"{path}-shm").st_ino
        return {
            lock.pid
            for lock in _locks()
            if (lock.inode, lock.kind) == (inode, "POSIX")
            and any(lock.first <= byte <= lock.last for byte in READ_BYTES)
        }
    return set()


def described(pid: int) -> str:
    """A process, in words."""
    return str(Holder(pid, _command(pid), None, _is_stopped(pid)))


def _pid(path: str, recorded: dict[int, float]) -> int | None:
    """The process in the way: whoever has SQLite's own write lock, or else the gate before it."""
    if not LOCKS.exists():
        return next((pid for pid in recorded if _is_alive(pid)), None)
    held = list(_locks())
    for file, kind, byte in ((f"{path}-shm", "POSIX", WRITE_BYTE), (f"{path}.gate", "FLOCK", 0)):
        with contextlib.suppress(OSError):
            inode = os.stat(file).st_ino
            for lock in held:
                if (lock.inode, lock.kind, lock.mode) == (inode, kind, "WRITE") and lock.first <= byte <= lock.last:
                    return lock.pid
    return None


def _locks() -> Iterator[Lock]:
    """The locks held now, without those that are waited for."""
    for line in LOCKS.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if len(words) == 8 and words[1] != "->" and words[4].isdigit():
            kind, mode, pid, file, first, last = words[1], *words[3:]
            yield Lock(
                kind, mode, int(pid), int(file.rpartition(":")[2]), int(first), 2**63 if last == "EOF" else int(last)
            )


def _recorded(path: str) -> dict[int, float]:
    """Who wrote into the gate last that it holds it, and since when; empty if nobody has."""
    with contextlib.suppress(OSError, ValueError):
        gate = os.open(f"{path}.gate", os.O_RDONLY | os.O_CLOEXEC)
        try:
            pid, since = os.pread(gate, RECORD_BYTES, 0).split()
        finally:
            os.close(gate)
        return {int(pid): float(since)}
    return {}


def _command(pid: int) -> str:
    """The command of a process, without what looks like a secret."""
    try:
        words = [word.decode(errors="replace") for word in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")]
    except OSError:
        return "unknown"
    text = redact(" ".join([os.path.basename(words[0]), *words[1:]]).strip())
    return text[:LONGEST_COMMAND] or "unknown"


def _is_stopped(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(") ")[2][0] == "T"
    return False


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _clock(since: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(since))
