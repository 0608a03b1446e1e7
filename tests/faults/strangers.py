"""A process that is none of ours and sits on the shop's locks for a while."""

import fcntl
import os
import time
from collections.abc import Sequence

import models  # noqa: F401  first: it swaps the SQLite library in


def main(words: Sequence[str]) -> int:
    """`lock FILE SECONDS` holds SQLite's write lock, `gate FILE SECONDS` the gate before it."""
    what, path, seconds = words[0], words[1], float(words[2])
    if what == "lock":
        import sqlite3

        connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        connection.execute("BEGIN IMMEDIATE")
        print("held", flush=True)
        time.sleep(seconds)
        connection.execute("ROLLBACK")
        connection.close()
    else:
        descriptor = os.open(f"{path}.gate", os.O_RDWR)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        print("held", flush=True)
        time.sleep(seconds)
    return 0
