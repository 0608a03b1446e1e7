"""What a unit of work may do with the database, the same on SQLite and PostgreSQL.

Work is a coroutine function that takes a `Transaction` and awaits nothing else: no network, no sleep, no lock. That is
what lets SQLite run the whole of it, Python between the statements included, in one hop to its thread, and keeps a
write lock short everywhere. SQL is written once, with `?` for parameters.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

Row = Any  # sqlite3.Row or asyncpg.Record: both answer row["column"]
T = TypeVar("T")
Dialect = Literal["sqlite", "postgres"]


class Ring(NamedTuple):
    """A job that a worker should hear of as soon as the transaction is committed."""

    job_id: int
    queue: str


class Statement(NamedTuple):
    """One writing statement with its values, to be run with others by `Transaction.together`."""

    sql: str
    values: Sequence[Any] = ()


def rows_of_values(rows: Sequence[Sequence[Any]]) -> tuple[str, list[Any]]:
    """`(?, ?), (?, ?)` and the values in order, for an INSERT of several rows. There has to be one row at least."""
    marks = f"({', '.join('?' * len(rows[0]))})"
    return ", ".join([marks] * len(rows)), [value for row in rows for value in row]


class DatabaseBusy(Exception):
    """The database or its write lock could not be had in time; nothing was done. The caller may try again."""


class TransactionLost(DatabaseBusy):
    """The database gave the whole transaction up (a full disk, an I/O error): nothing of it was done."""


class CommitInDoubt(DatabaseBusy):
    """The connection was lost during the commit: the unit of work is done as a whole, or not at all.

    Who repeats it must be able to tell: a checkout by its key, a worker by its fence.
    """


class ConstraintViolated(Exception):
    """A CHECK, UNIQUE or foreign key refused the statement; the whole unit of work is undone."""


class Transaction(Protocol):
    """One open transaction.

    `now` is its time in epoch milliseconds, the same for every statement in it; `rings` are the jobs to ring for after
    the commit; `dialect` is for the few statements that the two databases spell differently.
    """

    now: int
    rings: list[Ring]
    dialect: Dialect

    async def execute(self, sql: str, *values: Any) -> int:
        """Run one statement; the number of rows it changed."""
        ...

    async def fetch(self, sql: str, *values: Any) -> list[Row]:
        """All rows of a SELECT or of a RETURNING clause."""
        ...

    async def fetch_one(self, sql: str, *values: Any) -> Row | None:
        """The first row, or None."""
        ...

    async def nested(self, work: "Work[T]") -> T:
        """Run work that is undone by itself when it raises; the transaction goes on."""
        ...

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for many rows of values."""
        ...

    async def together(self, *statements: Statement) -> list[list[Any]]:
        """Run INSERTs, UPDATEs and DELETEs that do not depend on each other, in one round trip where there are any.

        For each statement one value for each row it changed: that of its RETURNING column (one at most), or 1. No
        statement may read what another writes, and no row may be written by two: on PostgreSQL they are one statement,
        and all of them see the state before it. Foreign keys may point from one to another.
        """
        ...


Work = Callable[[Transaction], Awaitable[T]]
Bell = Callable[[Sequence[Ring]], None]
