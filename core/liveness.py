"""A socket by which a supervised process and its supervisor notice each other's end.

The process sends a byte a second from its event loop, so a stopped or stuck process stops sending. When the supervisor
dies, its end of the socket closes; the process then drains, and exits after `LAST_SECONDS` in any case.
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
LAST_SECONDS = 60.0  # for draining after the supervisor has died
PR_SET_PDEATHSIG = 1

_supervisor: list[socket.socket] = []  # empty or one: the socket to this process's supervisor


def follow(descriptor: int) -> None:
    """Stop this process when the other end of this socket closes."""
    ours = socket.socket(fileno=descriptor)
    ours.setblocking(True)
    _supervisor[:] = [ours]
    _wake_when_orphaned()
    threading.Thread(target=_watch, args=(ours,), name="supervisor", daemon=True).start()


async def beat() -> None:
    """Send the supervisor a byte a second, which shows that the event loop runs, until cancelled."""
    while _supervisor:
        with contextlib.suppress(OSError):  # the supervisor may be stopped or dead
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
    """On Linux, let the kernel continue a stopped process when its parent dies, so that it sees the closed socket."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGCONT)
