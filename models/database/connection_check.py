"""The first connection of a process: what keeps it out of the database, in a sentence without a password."""

import sqlite3
from pathlib import Path

from models.database.transaction import ConnectionFailed


async def check_connection(url: str, *, prepared_statements: bool = True) -> None:
    """Do nothing if a connection can be had.

    Raises:
        ConnectionFailed: it cannot.
    """
    if url.startswith("sqlite:"):
        _try_file(Path(url.removeprefix("sqlite:///")))
    else:
        from models.database.postgres.postgres_connection_check import (
            try_server,  # only who uses PostgreSQL loads its driver
        )
        from models.database.postgres.postgres_pool import Access

        await try_server(Access(url, prepared=prepared_statements))


def _try_file(path: Path) -> None:
    """A file that is not there yet is none of our concern: it is made by migrating."""
    if not path.exists():
        return
    try:
        connection = sqlite3.connect(path, timeout=60)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise ConnectionFailed(f"the file cannot be used: {error}", is_passing=False) from error
