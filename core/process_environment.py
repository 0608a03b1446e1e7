"""What a process of ours is started with, made harmless: closed streams, a log whose reader went away, raised warnings.

Imported before anything else, it lets `-W error` show what libraries warn of: a deprecation is no reason not to sell.
"""

import contextlib
import errno
import io
import os
import sys
import warnings
from typing import Any, TextIO

OWNER_ONLY = 0o077  # for os.umask: what nobody else may do
GONE = (errno.EPIPE, errno.EIO)  # the reader of a pipe, a terminal that was closed

if any(option.startswith("error") for option in sys.warnoptions):
    warnings.simplefilter("default")


class UnreadFile(io.FileIO):
    """A file that may lose its reader: what is written from then on is lost, and nobody fails for it."""

    def write(self, content: Any) -> int:
        try:
            return super().write(content)
        except OSError as error:
            if error.errno not in GONE:
                raise
            return memoryview(content).nbytes


def settle() -> None:
    """Let standard output and error lose their readers, and keep the numbers of closed streams from other files.

    What is made from here on is the owner's alone, files 0600 and folders 0700: the shop's data is other people's.
    """
    os.umask(OWNER_ONLY)
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:  # a connection that got this number would be written to by every `print`
            os.open(os.devnull, os.O_RDWR)
    sys.stdout, sys.stderr = _unread(sys.stdout), _unread(sys.stderr)


def _unread(stream: TextIO) -> TextIO:
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # without a buffer where PYTHONUNBUFFERED is set
    if not isinstance(raw, io.FileIO) or isinstance(raw, UnreadFile):
        return stream
    with contextlib.suppress(OSError):
        stream.flush()
    file = UnreadFile(raw.fileno(), "w", closefd=False)
    is_prompt = buffer is raw or stream is sys.stderr or raw.isatty()
    return io.TextIOWrapper(io.BufferedWriter(file), stream.encoding, "backslashreplace", line_buffering=is_prompt)
