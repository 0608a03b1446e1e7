"""A FIFO that wakes idle workers of the same machine: a ring costs a microsecond, waiting costs nothing.

It is opened for reading and writing, so no reader is needed and nothing goes stale. Who is busy must not wait on it:
that would take another worker's wake-up. Elsewhere than on one kernel the look once a second remains.
"""

import contextlib
import os
import select


class FifoNotifier:
    """A bell at `path`, made when it is first used and again when somebody deleted it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor: int | None = None

    def ring(self) -> None:
        """Wake whoever waits. A full FIFO means that wake-ups enough are waiting."""
        with contextlib.suppress(BlockingIOError):
            os.write(self._open(), b"!")

    def wait(self, seconds: float) -> bool:
        """Wait for a ring; whether there was one."""
        descriptor = self._open()
        ready, _, _ = select.select([descriptor], [], [], seconds)
        if not ready:
            return False
        with contextlib.suppress(BlockingIOError):  # another worker was quicker
            return bool(os.read(descriptor, 4096))
        return False

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _open(self) -> int:
        if self._descriptor is not None and self._is_current(self._descriptor):
            return self._descriptor
        self.close()
        with contextlib.suppress(FileExistsError):
            os.mkfifo(self._path, 0o600)
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        return self._descriptor

    def _is_current(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), os.stat(self._path))
        except FileNotFoundError:
            return False
