"""What processes have cost so far, as the kernel counts it; and whether one answers yet."""

import os
import socket
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid: int, *, with_dead_children: bool = False) -> float:
    """User and system time of one process."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11 : 15 if with_dead_children else 13])) / TICKS


def cpu_seconds_below(pid: int) -> float:
    """The time of a process and its children, those that have ended included."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return cpu_seconds(pid, with_dead_children=True) + sum(cpu_seconds(int(child)) for child in children)


def await_answer(port: int, seconds: float = 30) -> None:
    """Until somebody takes connections. Raises RuntimeError."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"nobody answers on port {port}")
