"""What an error of SQLite means, by its code: nothing was done, and what is wrong with the file, if it is at fault."""

import errno
import os
import sqlite3
import tempfile
from typing import Literal

from models.database.transaction import ConstraintViolated, DatabaseBusy, StorageFailed

Part = Literal["database_file", "disk_full", "read_only", "disk"]

PARTS: dict[int, Part] = {
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk",
    sqlite3.SQLITE_CANTOPEN: "database_file",
    sqlite3.SQLITE_NOTADB: "database_file",
    sqlite3.SQLITE_CORRUPT: "database_file",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_AUTH: "read_only",
}
MOVED = "the shop has moved to PostgreSQL"  # what the triggers of a file that was copied say
PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PROTOCOL}
NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
ROOM_BYTES = 1_048_576  # the least that must be free
PRIMARY_CODE = 0xFF  # the rest of a code says more exactly where it happened


def explained(error: sqlite3.Error) -> DatabaseBusy:
    """The error as the caller of a unit of work hears it."""
    code = getattr(error, "sqlite_errorcode", 0)
    part = PARTS.get(code & PRIMARY_CODE)
    return StorageFailed(str(error), part=part) if part else DatabaseBusy(str(error))


def refused(error: sqlite3.IntegrityError) -> ConstraintViolated | StorageFailed:
    """What a constraint refused; or that the shop has moved, and this file takes no more changes."""
    return StorageFailed(MOVED, part="moved") if MOVED in str(error) else ConstraintViolated(str(error))


def is_of_the_database(error: sqlite3.Error) -> bool:
    """Whether it says something of the file or the system, and not of the statement, which would be a defect."""
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
    return code in PARTS or code in PASSING


def require_same_file(path: str, opened: os.stat_result) -> None:
    """Do nothing if the file at `path` is the one that was opened.

    Raises:
        StorageFailed: it was removed or replaced: what is written now would be lost with the file that is open.
    """
    try:
        is_same = os.path.samestat(os.stat(path), opened)
    except OSError:
        is_same = False
    if not is_same:
        words = "the database file was removed or replaced: put it back, or start the shop again on the new one"
        raise StorageFailed(words, part="database_file")


def require_room(path: str) -> None:
    """Do nothing if a file can be written beside the database. It has no name, and is gone when it is closed.

    Raises:
        StorageFailed: the disk is full, read-only or broken.
    """
    try:
        with tempfile.TemporaryFile(dir=os.path.dirname(path) or ".") as file:
            file.write(bytes(ROOM_BYTES))
    except OSError as error:
        if error.errno in (errno.EMFILE, errno.ENFILE):
            raise DatabaseBusy(str(error)) from error
        part: Part = "disk_full" if error.errno in NO_ROOM else "read_only" if error.errno == errno.EROFS else "disk"
        raise StorageFailed(f"{error.strerror}, beside the database", part=part) from error
