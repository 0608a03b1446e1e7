"""How a supervised process and its supervisor know of each other's life: a socket between them.

The process sends a byte a second from its event loop, so one that is stopped or stuck falls silent. The supervisor's
end of the socket closes with it, however it dies, and the process then stops in order, and at last in any case.
"""

import asyncio
import contextlib
import ctypes
import os
import signal
import socket
import sys
import threading
import time

BEAT_SECONDS = 1.0
LAST_SECONDS = 60.0  # for stopping in order once the supervisor is gone
PR_SET_PDEATHSIG = 1

_supervisor: list[socket.socket] = []  # the one that this process has, if any


def follow(descriptor: int) -> None:
    """Live as long as whoever holds the other end of this socket."""
    ours = socket.socket(fileno=descriptor)
    ours.setblocking(True)
    _supervisor[:] = [ours]
    _wake_when_orphaned()
    threading.Thread(target=_watch, args=(ours,), name="supervisor", daemon=True).start()


async def beat() -> None:
    """Tell the supervisor that this process has started and that its event loop turns, until cancelled."""
    while _supervisor:
        with contextlib.suppress(OSError):  # it reads nothing while it is stopped itself, and is gone when it is gone
            _supervisor[0].send(b".", socket.MSG_DONTWAIT)
        await asyncio.sleep(BEAT_SECONDS)


def _watch(ours: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while ours.recv(64):
            pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(LAST_SECONDS)
    os._exit(1)


def _wake_when_orphaned() -> None:
    """On Linux the kernel wakes a process that is stopped when its parent dies: it could not see the socket close."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGCONT)
