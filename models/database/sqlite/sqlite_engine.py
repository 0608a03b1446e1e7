"""The ORM's engine for one SQLite file that several processes share.

`write` and `read` hand a whole unit of work to a thread that owns its connection: one hop, whatever the number of
statements. Inside of it the ORM works too, on the same open transaction. A caller that is cancelled leaves no lock
behind: work that has begun ends on its thread, work that has not is dropped.

The module's name must contain "sqlite": the ORM chooses its dialect by it.
"""

import asyncio
import contextlib
import contextvars
import os
import queue
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import cast

from tortoise.backends.base.client import TransactionContext
from tortoise.backends.sqlite.client import SqliteClient, SqliteTransactionWrapper
from tortoise.connection import get_connections

from core.supervised_threads import SupervisedThread
from models.database.sqlite.lock_watch import LockWatch
from models.database.sqlite.sqlite_connection import SqliteConnection, SqliteTransaction, Unit
from models.database.sqlite.sqlite_errors import explained, is_of_the_database, refused, require_room, require_same_file
from models.database.sqlite.sqlite_scripts import ImmediateContext, ImmediateWrapper
from models.database.transaction import (
    DatabaseBusy,
    Notification,
    StorageFailed,
    T,
    Transaction,
    Value,
    ValueRefused,
    Work,
)

MOST_TOGETHER = 32  # units of work that share one commit
READERS = 2  # connections for what somebody waits for
LONG_READERS = 2  # connections for what may take seconds: nobody else waits for them
LONG_SECONDS = 60.0


class Writer:
    """Takes what is waiting and commits it together, on a thread that opens its connection anew when it fails."""

    def __init__(self, open_connection: Callable[[], SqliteConnection]) -> None:
        self._open = open_connection
        self._waiting: queue.SimpleQueue[Unit | None] = queue.SimpleQueue()
        self._thread = SupervisedThread(self._work, name="sqlite-writer")
        self._thread.start()

    def submit(self, work: Work[object]) -> Unit:
        unit = Unit(work, contextvars.copy_context())
        self._waiting.put(unit)
        return unit

    def stop(self) -> None:
        self._thread.is_stopping.set()
        self._waiting.put(None)
        self._thread.join()

    def _work(self) -> None:
        with contextlib.closing(self._opened()) as connection:
            while (first := self._waiting.get()) is not None:
                group: list[Unit] = [first]
                last = False
                with contextlib.suppress(queue.Empty):
                    while len(group) < MOST_TOGETHER and not last:
                        unit = self._waiting.get_nowait()
                        if unit is None:
                            last = True
                        else:
                            group.append(unit)
                try:
                    connection.write_group(group)
                except BaseException as error:
                    self._answer_for(group, error)
                    raise
                if last:
                    return

    def _opened(self) -> SqliteConnection:
        try:
            return self._open()
        except StorageFailed as error:  # that may last: nobody is left waiting
            with contextlib.suppress(queue.Empty):
                while (unit := self._waiting.get_nowait()) is not None:
                    _refuse(unit, error)
            raise

    def _answer_for(self, group: list[Unit], error: BaseException) -> None:
        """After a failure of the thread: what has begun failed with it, what has not waits until it goes on."""
        for unit in group:
            if unit.future.running():
                unit.future.set_exception(DatabaseBusy(f"{type(error).__name__}: {error}"))
            elif not unit.future.done():
                self._waiting.put(unit)


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit that waits for a reader; whether all of it sees one state of the database, and how long it may run."""

    unit: Unit
    snapshot: bool
    seconds: float | None


class Readers:
    """Threads that run reading work, a unit each, beside the writer: WAL lets them see the last commit meanwhile."""

    def __init__(self, open_connection: Callable[[], SqliteConnection], *, threads: int, name: str) -> None:
        self._open = open_connection
        self._waiting: queue.SimpleQueue[Reading | None] = queue.SimpleQueue()
        self._threads = [SupervisedThread(self._work, name=f"sqlite-{name}-{number}") for number in range(threads)]
        for thread in self._threads:
            thread.start()

    def submit(
        self, work: Work[T], *, snapshot: bool = False, seconds: float | None = None
    ) -> Future[tuple[T, list[Notification]]]:
        unit = Unit(work, contextvars.copy_context())
        self._waiting.put(Reading(unit, snapshot, seconds))
        return unit.future

    def stop(self) -> None:
        for thread in self._threads:
            thread.is_stopping.set()
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        with contextlib.closing(self._opened()) as connection:
            while (reading := self._waiting.get()) is not None:
                unit = reading.unit
                if not unit.future.set_running_or_notify_cancel():
                    continue
                try:
                    run = partial(connection.read, snapshot=reading.snapshot, seconds=reading.seconds)
                    unit.future.set_result(unit.context.run(run, unit.work))
                except BaseException as error:
                    unit.future.set_exception(error)

    def _opened(self) -> SqliteConnection:
        try:
            return self._open()
        except (StorageFailed, sqlite3.Error, OSError) as error:  # nobody who reads waits for the next attempt
            told = error if isinstance(error, StorageFailed) else DatabaseBusy(f"{type(error).__name__}: {error}")
            with contextlib.suppress(queue.Empty):
                while (reading := self._waiting.get_nowait()) is not None:
                    _refuse(reading.unit, told)
            raise


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """What the file or the system refuses is raised as DatabaseBusy, which says so; a defect as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise (explained(error) if is_of_the_database(error) else error) from error
    except OSError as error:
        raise DatabaseBusy(f"{type(error).__name__}: {error}") from error


def _refuse(unit: Unit, error: BaseException) -> None:
    """Tell its caller, unless that one has gone."""
    if unit.future.set_running_or_notify_cancel():
        unit.future.set_exception(error)


class SqliteEngine(SqliteClient):
    """`Tortoise`'s client with `write` and `read`; what the ORM does outside of them runs on its stock connection."""

    _file: os.stat_result | None = None  # the one that this process works on

    def __init__(self, file_path: str, synchronous: str = "FULL", **options: object) -> None:
        super().__init__(file_path, **options)
        self.pragmas = {"foreign_keys": options.get("foreign_keys", "ON"), "busy_timeout": 10_000}
        self._synchronous = synchronous
        self._locks = LockWatch(file_path)
        self._writer: Writer | None = None
        self._readers: Readers | None = None
        self._long_readers: Readers | None = None
        self._watch: SqliteConnection | None = None
        with contextlib.suppress(FileNotFoundError):  # only a migration makes one
            self._file = os.stat(file_path)

    def connect(self) -> SqliteConnection:
        """A connection for the thread that calls, apart from all others (the heartbeat's, for example).

        Raises:
            StorageFailed: the file is not the one that was opened before.
            OSError, sqlite3.Error: it cannot be opened.
        """
        if self._file is not None:
            require_same_file(self.filename, self._file)
        return SqliteConnection(self.filename, synchronous=self._synchronous, locks=self._locks)

    async def check_storage(self) -> None:
        """Whether the file is there, and room for more beside it. Raises StorageFailed."""
        if self._file is not None:
            require_same_file(self.filename, self._file)
        self.check_write_lock()
        await asyncio.to_thread(require_room, self.filename)

    def write_lock_holder(self) -> str:
        """Who has kept others from writing for seconds; empty if nobody has."""
        return str(self._locks.holder() or "")

    def storage_warning(self) -> str:
        """What will keep the file from being written one day, unless somebody mends it; empty if nothing does."""
        return self._locks.wal.warning

    def check_write_lock(self) -> None:
        """Raise StorageFailed if somebody has kept others from writing for seconds, and say who."""
        if holder := self.write_lock_holder():
            raise StorageFailed(f"the write lock is held by {holder}", part="write_lock")

    def changes(self) -> int | None:
        """Another number whenever any process has committed since; a look at shared memory, so no hop."""
        try:
            self._watch = self._watch or self.connect()
        except (OSError, sqlite3.Error, DatabaseBusy):
            return None
        return self._watch.data_version()

    async def write(self, work: Work[T], *, busy_seconds: float) -> tuple[T, list[Notification]]:
        """Commit a unit of work; its value and its notifications.

        Raises:
            DatabaseBusy: it could not begin within `busy_seconds`, and never will.
        """
        if self._writer is None:
            self._writer = Writer(self.connect)
            self._locks.start()
        unit = self._writer.submit(_with_orm(work, self))
        waiting = asyncio.wrap_future(unit.future)
        await asyncio.wait({waiting}, timeout=busy_seconds)
        if not waiting.done() and unit.future.cancel():
            self.check_write_lock()
            raise DatabaseBusy(f"the database was busy for {busy_seconds:g} s")
        try:
            outcome = cast(tuple[T, list[Notification]], await waiting)
        except sqlite3.OperationalError as error:
            raise explained(error) from error
        except sqlite3.DatabaseError as error:
            raise (explained(error) if is_of_the_database(error) else error) from error
        return outcome

    async def read(self, work: Work[T]) -> T:
        """The value of a unit of work that changes nothing. Raises DatabaseBusy if the file cannot be read."""
        self._readers = self._readers or Readers(self.connect, threads=READERS, name="reader")
        with _told():
            return cast(T, await asyncio.wrap_future(self._readers.submit(_with_orm(work, self))))

    async def read_long(self, work: Work[T], *, snapshot: bool = False) -> T:
        """The same for work that may take seconds. Raises DatabaseBusy after `LONG_SECONDS`."""
        self._long_readers = self._long_readers or Readers(self.connect, threads=LONG_READERS, name="long-reader")
        reading = self._long_readers.submit(_with_orm(work, self), snapshot=snapshot, seconds=LONG_SECONDS)
        with _told():
            return cast(T, await asyncio.wrap_future(reading))

    async def read_one(self, work: Work[T]) -> T:
        """The value of work that reads a few rows by their keys, on this thread: a hop costs ten times as much."""
        with _told():
            self._watch = self._watch or self.connect()
            return self._watch.read(work)

    def _in_transaction(self) -> TransactionContext:
        return ImmediateContext(ImmediateWrapper(self), self._lock)

    async def close(self) -> None:
        for threads in (self._writer, self._readers, self._long_readers):
            if threads is not None:
                await asyncio.to_thread(threads.stop)
        if self._watch is not None:
            self._watch.close()
        self._locks.stop()
        self._locks = LockWatch(self.filename)
        self._writer = self._readers = self._long_readers = self._watch = None
        await super().close()


def _with_orm(work: Work[T], engine: SqliteEngine) -> Work[T]:
    """The work, with the ORM's default connection set to the open transaction while it runs."""

    async def run(transaction: Transaction) -> T:
        get_connections().set(
            engine.connection_name, OpenSqliteTransaction(engine, cast(SqliteTransaction, transaction))
        )
        return await work(transaction)

    return run


class OpenSqliteTransaction(SqliteTransactionWrapper):
    """The ORM's view of the transaction that a unit of work runs in."""

    def __init__(self, engine: SqliteEngine, transaction: SqliteTransaction) -> None:
        super().__init__(engine)
        self._open = Statements(transaction)

    @contextlib.asynccontextmanager
    async def _acquire(self) -> AsyncIterator["Statements"]:
        yield self._open

    def acquire_connection(  # type: ignore[override]  # all that the ORM asks of it
        self,
    ) -> "contextlib.AbstractAsyncContextManager[Statements]":
        return self._acquire()


Values = Sequence[Value]


class Statements:
    """The five calls the ORM makes on a connection, answered without a hop."""

    def __init__(self, transaction: SqliteTransaction) -> None:
        self._raw = transaction._connection

    @property
    def total_changes(self) -> int:
        return self._raw.total_changes

    async def execute(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        try:
            return self._raw.execute(sql, values or ())
        except sqlite3.IntegrityError as error:
            raise refused(error) from error
        except (OverflowError, UnicodeEncodeError) as error:
            raise ValueRefused(type(error).__name__) from error

    async def executemany(self, sql: str, rows: Iterable[Values]) -> None:
        self._raw.executemany(sql, rows)

    async def execute_fetchall(self, sql: str, values: Values | None = None) -> list[object]:
        return (await self.execute(sql, values or ())).fetchall()

    async def execute_insert(self, sql: str, values: Values) -> tuple[int]:
        return ((await self.execute(sql, values)).lastrowid or 0,)


client_class = SqliteEngine
