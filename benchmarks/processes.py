"""What processes have cost so far, as the kernel counts it."""

import os
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
