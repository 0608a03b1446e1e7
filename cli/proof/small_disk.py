"""Where the shop's SQLite file lies in a proof: on a disk that can be filled.

As root on Linux that is a file system in memory (tmpfs), which is made as small as what it holds: the disk is full.
Where that is not allowed, the processes get a limit for the size of files (RLIMIT_FSIZE) instead, past which every
write fails.
"""

import contextlib
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Protocol

SIZE = "1g"  # taken from memory only as it is filled
LIMIT_BYTES = 65_536  # less than any file that the shop writes


class Disk(Protocol):
    """A folder whose disk can be full. `words` says how."""

    folder: Path
    words: str

    def full(self) -> contextlib.AbstractContextManager[None]:
        """While this is open, nothing that makes a file longer can be written."""
        ...

    def close(self) -> None:
        """Give it back; its files are gone."""
        ...


class MemoryDisk:
    """A tmpfs."""

    words = "a small file system in memory (tmpfs)"

    def __init__(self, folder: Path) -> None:
        """Raises OSError where a file system may not be mounted."""
        self.folder = folder
        self._mount("-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs")

    @contextlib.contextmanager
    def full(self) -> Iterator[None]:
        held = os.statvfs(self.folder)
        used = (held.f_blocks - held.f_bfree) * held.f_frsize
        self._mount("-o", f"remount,size={used}")
        try:
            yield
        finally:
            self._mount("-o", f"remount,size={SIZE}")

    def close(self) -> None:
        subprocess.run(["umount", "--lazy", str(self.folder)], check=False)  # noqa: S603, S607

    def _mount(self, *words: str) -> None:
        done = subprocess.run(  # noqa: S603
            ["mount", *words, str(self.folder)],  # noqa: S607
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            raise OSError(f"mount: {done.stderr.strip()}")


class LimitedDisk:
    """A folder like any other; the processes are kept from making files longer."""

    words = "a limit for the size of files (RLIMIT_FSIZE), because no file system can be mounted"

    def __init__(self, folder: Path, pids: Callable[[], Iterable[int]]) -> None:
        """`pids` are those of all processes that write there; what they start later has the limit, too."""
        self.folder = folder
        self._pids = pids

    @contextlib.contextmanager
    def full(self) -> Iterator[None]:
        self._limit(LIMIT_BYTES)
        try:
            yield
        finally:
            self._limit(resource.RLIM_INFINITY)

    def close(self) -> None:
        """Nothing is held."""

    def _limit(self, most: int) -> None:
        for pid in self._pids():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard if most == resource.RLIM_INFINITY else most, hard))


def disk_for(folder: Path, pids: Callable[[], Iterable[int]], *, is_mounted: bool | None = None) -> Disk | None:
    """A disk that can be filled; None where this system has no way to.

    `is_mounted` None tries to mount one. Raises OSError where it has to be and cannot.
    """
    folder.mkdir()
    if sys.platform != "linux":
        return None
    if is_mounted is not False:
        try:
            return MemoryDisk(folder)
        except OSError:
            if is_mounted:
                raise
    return LimitedDisk(folder, pids)
