"""What a unit of work may do with the database, the same on SQLite and PostgreSQL.

Work is a coroutine function that takes a `Transaction` and awaits nothing else: no network, no sleep, no lock. That is
what lets SQLite run the whole of it, Python between the statements included, in one hop to its thread, and keeps a
write lock short everywhere. SQL is written once, with `?` for parameters.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, Literal, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
Value = str | int | float | bytes | bool | None  # what a column holds
Dialect = Literal["sqlite", "postgres"]


def next_id(dialect: Dialect, table: str) -> str:
    """SQL for the id of the next row of a table, taken now, so that rows that point to it can be written with it."""
    if dialect == "postgres":
        return f"(SELECT nextval('{table}_id_seq'))"
    return f"(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0) + 1)"  # noqa: S608  our own names


def unchanged(dialect: Dialect) -> str:
    """The end of a SELECT whose rows nobody may change before the transaction has ended."""
    return " FOR SHARE" if dialect == "postgres" else ""  # on SQLite nobody can


class Row(Protocol):
    """A row of an answer by the names of its columns, which `from_row` gives types: sqlite3.Row or asyncpg.Record."""

    def __getitem__(self, column: str, /) -> Any: ...

    def keys(self) -> Iterable[str]: ...


class Notification(NamedTuple):
    """A job that a worker should hear of as soon as the transaction is committed."""

    job_id: int
    queue: str


class DatabaseBusy(Exception):
    """The database or its write lock could not be had in time; nothing was done. The caller may try again."""


class RowLocked(DatabaseBusy):
    """Another transaction has kept a row locked for longer than this one may wait; nothing was done."""


class TransactionLost(DatabaseBusy):
    """The database gave the whole transaction up (a full disk, an I/O error): nothing of it was done."""


class StorageFailed(DatabaseBusy):
    """Nothing can be written until somebody mends what holds the database.

    `part` names it: `database_file` (removed, replaced or not to be opened), `disk_full`, `read_only`, `disk`,
    `write_lock` (a process has held it for seconds), `moved` (the shop was copied to PostgreSQL),
    `rights` (of our role, on PostgreSQL).
    """

    def __init__(self, words: str, *, part: str) -> None:
        super().__init__(words)
        self.part = part


class CommitInDoubt(DatabaseBusy):
    """The connection was lost during the commit: the unit of work is done as a whole, or not at all.

    Who repeats it must be able to tell: a checkout by its key, a worker by its fence.
    """


INSUFFICIENT_PRIVILEGE = "42501"


def sqlstate(error: BaseException) -> str:
    """PostgreSQL's code of an error, or of the one it was raised for; empty without one. Its words may be German."""
    causes = (error, error.__cause__, error.__context__, *error.args)
    return next((str(code) for cause in causes if (code := getattr(cause, "sqlstate", None))), "")


class ConnectionFailed(Exception):
    """The database cannot be used; the message is for whoever started the program.

    `is_passing`: it may be there later, so starting again makes sense. Otherwise somebody has to mend something.
    """

    def __init__(self, words: str, *, is_passing: bool) -> None:
        super().__init__(words)
        self.is_passing = is_passing


class ConstraintViolated(Exception):
    """A CHECK, UNIQUE or foreign key refused the statement; the whole unit of work is undone."""


class ValueRefused(Exception):
    """The database cannot hold a value: a number too large, a NUL in a text. Nothing was done.

    Input is checked before it gets here; this is for what slipped through, and differs between the two databases.
    """


class Transaction(Protocol):
    """One open transaction.

    `now` is its time in epoch milliseconds, the same for every statement in it; `notifications` are to be sent after
    the commit; `dialect` is for the few statements that the two databases spell differently. `is_alone` says that no
    other transaction writes meanwhile.
    """

    now: int
    notifications: list[Notification]
    dialect: Dialect
    is_alone: bool

    async def execute(self, sql: str, *values: object) -> int:
        """Run one statement; the number of rows it changed."""
        ...

    async def fetch(self, sql: str, *values: object) -> list[Row]:
        """All rows of a SELECT or of a RETURNING clause."""
        ...

    async def fetch_one(self, sql: str, *values: object) -> Row | None:
        """The first row, or None."""
        ...

    async def nested(self, work: "Work[T]") -> T:
        """Run work that is undone by itself when it raises; the transaction goes on."""
        ...

    async def execute_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """One statement for many rows of values."""
        ...

    async def limit_lock_wait(self, milliseconds: int | None) -> None:
        """From here on a statement waits so long for a row that another transaction holds; None: as usual.

        Past it the statement raises RowLocked. Where `is_alone` nobody holds a row.
        """
        ...

    async def send(self, sql: str, *values: object) -> None:
        """Run a statement that returns no rows and whose count nobody asks for.

        It is done, in its order, by the time the next statement has answered, or the commit; where the database is a
        network away it costs no round trip of its own. An error of it may be raised there.
        """
        ...


Work = Callable[[Transaction], Awaitable[T]]
Notify = Callable[[Sequence[Notification]], None]


class OwnConnection(Protocol):
    """A connection of one thread, whose calls block."""

    def write(self, work: Work[T]) -> tuple[T, list[Notification]]:
        """Run one unit of work in a transaction of its own; its value and its notifications."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class Engine(Protocol):
    """What a database has to offer; `models.database` says what each does for its callers."""

    async def write(self, work: Work[T], *, busy_seconds: float) -> tuple[T, list[Notification]]: ...

    async def read(self, work: Work[T]) -> T: ...

    async def read_long(self, work: Work[T], *, snapshot: bool = False) -> T: ...

    async def read_one(self, work: Work[T]) -> T: ...

    async def check_storage(self) -> None: ...

    def connect(self) -> OwnConnection: ...

    def changes(self) -> int | None: ...

    def write_lock_holder(self) -> str: ...

    def storage_warning(self) -> str: ...
