"""Protects a process from how it was started: closed streams, a log whose reader is gone, warnings turned into errors.

It is imported first: with `-W error` warnings are shown, because a library's deprecation must not stop the shop. Nor is
the program looked through for garbage again and again while it is read.
"""

import contextlib
import errno
import gc
import io
import os
import signal
import sys
import warnings
from pathlib import Path
from typing import Any, TextIO

OWNER_ONLY = 0o077  # the umask: files 0600 and folders 0700
NEW_OBJECTS = 20_000  # between two collections of garbage; Python's default, 700, is for small programs
GONE = (errno.EPIPE, errno.EIO)  # the pipe has no reader, or the terminal was closed

if any(option.startswith("error") for option in sys.warnoptions):
    warnings.simplefilter("default")
gc.set_threshold(NEW_OBJECTS)


class UnreadFile(io.FileIO):
    """A file whose reader may disappear: what is written afterwards is dropped without an error."""

    def write(self, content: Any) -> int:
        try:
            return super().write(content)
        except OSError as error:
            if error.errno not in GONE:
                raise
            return memoryview(content).nbytes


def settle() -> None:
    """Tolerate lost readers of standard output and error, and open /dev/null in place of closed streams.

    Files and folders made from here on are readable by their owner alone.
    """
    os.umask(OWNER_ONLY)
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:  # otherwise a new connection gets this number, and `print` writes to it
            os.open(os.devnull, os.O_RDWR)
    sys.stdout, sys.stderr = _unread(sys.stdout), _unread(sys.stderr)


def end_on_signals() -> None:
    """End a command in order on SIGTERM and when its terminal is closed, as Ctrl-C does: what it started ends, too."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup ignores SIGHUP
            signal.signal(number, signal.default_int_handler)


def drop_output() -> None:
    """Drop what standard output still holds and cannot write: the disk behind it is full, and that has been said."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _unread(stream: TextIO) -> TextIO:
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # there is no buffer with PYTHONUNBUFFERED
    if not isinstance(raw, io.FileIO) or isinstance(raw, UnreadFile):
        return stream
    with contextlib.suppress(OSError):
        stream.flush()
    file = UnreadFile(raw.fileno(), "w", closefd=False)
    is_prompt = buffer is raw or stream is sys.stderr or raw.isatty()
    return io.TextIOWrapper(io.BufferedWriter(file), stream.encoding, "backslashreplace", line_buffering=is_prompt)


def child_environment() -> dict[str, str]:
    """A copy of this process's environment, for a program that it starts."""
    return dict(os.environ)


def in_container(root: Path = Path("/")) -> bool:
    """Whether this process runs in a container of Docker, Podman or Kubernetes."""
    marks = (root / ".dockerenv", root / "run" / ".containerenv")
    return any(mark.exists() for mark in marks) or "KUBERNETES_SERVICE_HOST" in os.environ
