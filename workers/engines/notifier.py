"""A FIFO that wakes idle workers on the same machine: notifying costs a microsecond, waiting costs nothing.

It is opened for reading and writing, so writing needs no reader. A busy worker must not wait on it, because it would
take the wake-up of an idle one. Between containers that do not share a kernel, polling once a second remains.
"""

import contextlib
import os
import select


class FifoNotifier:
    """A FIFO at `path`, created on first use and again after it was deleted."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._descriptor: int | None = None

    def notify(self) -> None:
        """Wake a waiting process. If the FIFO is full, enough wake-ups are pending already."""
        with contextlib.suppress(BlockingIOError):
            os.write(self._open(), b"!")

    def wait(self, seconds: float) -> bool:
        """Wait for a notification; whether there was one."""
        descriptor = self._open()
        watched = select.poll()  # select() refuses a process that has more than 1,024 files open
        watched.register(descriptor, select.POLLIN)
        if not watched.poll(seconds * 1000):
            return False
        with contextlib.suppress(BlockingIOError):  # another worker was faster
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
