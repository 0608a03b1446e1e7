"""Puts the SQLite carried by `pysqlite3` in place of the interpreter's, for the whole process.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL database that several processes write, and distributions still ship those.
"""

import importlib
import sys

MINIMUM = (3, 51, 3)
USERS = ("aiosqlite", "tortoise", "huey.storage")  # they bind `sqlite3` when they are imported


def install() -> None:
    """Swap the library in where a build of it is installed that is newer than the interpreter's. May be repeated.

    Raises:
        RuntimeError: a user of `sqlite3` was imported before; two copies in one process drop each other's locks.
    """
    current = sys.modules.get("sqlite3")
    if current is not None and current.__name__ == "pysqlite3":
        return
    try:
        bundled = importlib.import_module("pysqlite3")
    except ImportError:
        return
    own = importlib.import_module("_sqlite3")  # the library alone: nothing is opened with it
    if tuple(map(int, own.sqlite_version.split("."))) > bundled.sqlite_version_info:
        return
    if early := [name for name in USERS if name in sys.modules]:
        raise RuntimeError(f"import models before {', '.join(early)}: they already hold another sqlite3")
    sys.modules["sqlite3"] = bundled
    sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")


def version() -> tuple[int, int, int]:
    """The version of the SQLite in use, after `install`."""
    major, minor, patch = importlib.import_module("sqlite3").sqlite_version_info
    return major, minor, patch


def is_safe() -> bool:
    """Whether several processes may write one file with it. See `cli.startup`."""
    return version() >= MINIMUM
