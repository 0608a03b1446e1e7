"""Which processes a process has started, on Linux and elsewhere."""

import contextlib
import subprocess
import sys
from pathlib import Path


def children_of(parent: int) -> dict[int, list[str]]:
    """The words of the commands of its children, by pid; what has ended in the meantime is left out."""
    if sys.platform == "linux":
        return {pid: words for pid in _pids_below(parent) if (words := _command(pid))}
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,args="],  # noqa: S607  where it lies differs between systems
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=True,
    )
    rows = (line.split() for line in listed.stdout.splitlines())
    return {int(pid): words for pid, ppid, *words in rows if int(ppid) == parent}


def _pids_below(parent: int) -> list[int]:
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            if int(place.read_text(encoding="utf-8", errors="replace").rpartition(") ")[2].split()[1]) == parent:
                found.append(int(place.parent.name))
    return found


def _command(pid: int) -> list[str]:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace").split("\0")
    return []
