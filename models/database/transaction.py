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


class DatabaseBusy(Exception):
    """The write lock could not be had in time; nothing was done. The caller may try again."""


class TransactionLost(DatabaseBusy):
    """The database gave the whole transaction up (a full disk, an I/O error): nothing of it was done."""


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


Work = Callable[[Transaction], Awaitable[T]]
Bell = Callable[[Sequence[Ring]], None]
