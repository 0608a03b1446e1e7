"""Copies a SQLite database that is in use, page by page, as it was at one moment (SQLite's online backup API).

`cp` would take the file without its write-ahead log, and so without the newest orders.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

PAGES_AT_ONCE = 2_000
Progress = Callable[[int, int], None]


class CopyFailed(Exception):
    """A copy could not be made or read; the message is a sentence for the operator."""


def copy_database(source: Path, target: Path, progress: Progress = lambda done, total: None) -> None:
    """Copy `source` to the new file `target`, calling `progress` with pages done and pages in all.

    A read transaction stays open meanwhile: writers go on, and the copy need not begin again when they commit.

    Raises:
        CopyFailed: the source cannot be read or the target cannot be written.
    """
    try:
        target.touch(mode=0o600, exist_ok=False)
        with closing(_opened(source)) as live, closing(sqlite3.connect(target)) as copy:
            live.execute("BEGIN")
            live.execute("SELECT count(*) FROM sqlite_master").fetchone()
            live.backup(copy, pages=PAGES_AT_ONCE, progress=lambda _, rest, total: progress(total - rest, total))
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    except (OSError, sqlite3.Error) as error:
        raise CopyFailed(f"{source} cannot be copied to {target}: {error}") from error


def check_file(path: Path) -> None:
    """Read the whole file.

    Raises:
        CopyFailed: it is damaged, or a row points to another that is not there.
    """
    try:
        with closing(_opened(path)) as copy:
            damage = [row[0] for row in copy.execute("PRAGMA integrity_check(5)")]
            dangling = copy.execute("PRAGMA foreign_key_check").fetchmany(5)
    except sqlite3.Error as error:
        raise CopyFailed(f"{path} is damaged: {error}") from error
    if damage != ["ok"]:
        raise CopyFailed(f"{path} is damaged: {'; '.join(damage)}")
    if dangling:
        raise CopyFailed(f"{path} has rows that point to nothing: {dangling}")


def put_in_place(part: Path, path: Path) -> None:
    """Give a checked copy the live file's name; a log left there by another database would spoil it, so it goes first.

    Raises:
        CopyFailed: the folder cannot be written.
    """
    try:
        for left in ("-wal", "-shm"):
            path.with_name(path.name + left).unlink(missing_ok=True)
        part.rename(path)
        with closing(sqlite3.connect(path)) as live:
            live.execute("PRAGMA journal_mode = WAL")
    except (OSError, sqlite3.Error) as error:
        raise CopyFailed(f"{path} cannot be written: {error}") from error


def holds_tables(path: Path) -> bool:
    """Whether there is a database with anything in it. Raises CopyFailed if the file is something else."""
    if not path.exists():
        return False
    try:
        with closing(_opened(path)) as found:
            return bool(found.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.Error as error:
        raise CopyFailed(f"{path} is there and is no database: {error}") from error


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path.resolve()}?mode=ro", uri=True, timeout=60, isolation_level=None)
