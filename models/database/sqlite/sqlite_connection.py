"""One SQLite connection that runs units of work, used by one thread at a time.

Writers of all processes queue at a gate (flock on a file beside the database): SQLite's own busy handler polls and
lets some wait for seconds. Units of work that arrived together share one BEGIN IMMEDIATE and one COMMIT, a savepoint
each, so that one fsync pays for all of them.
"""

import contextlib
import contextvars
import fcntl
import os
import sqlite3
import time
from collections.abc import Coroutine, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, cast

from core.failpoints import failpoint
from models.database import commit_actions
from models.database.sqlite import lock_holders
from models.database.sqlite.lock_watch import LockWatch
from models.database.sqlite.sqlite_errors import refused, require_same_file
from models.database.transaction import (
    DatabaseBusy,
    Dialect,
    Notification,
    Row,
    StorageFailed,
    T,
    TransactionLost,
    ValueRefused,
    Work,
)

PRAGMAS = {
    "foreign_keys": "ON",
    "busy_timeout": 10_000,  # milliseconds; past the gate only a reader's checkpoint or a stranger can be in the way
    "cache_size": -16_000,  # KiB
    "temp_store": "MEMORY",
    "journal_size_limit": 67_108_864,
    "wal_autocheckpoint": 4_000,  # pages
}

STEPS_BETWEEN_LOOKS = 100_000  # of SQLite's virtual machine: some milliseconds


class SqliteTransaction:
    """`Transaction` on an open SQLite transaction; its coroutines never suspend."""

    dialect: Dialect = "sqlite"
    is_alone = True

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.now = time.time_ns() // 1_000_000
        self.notifications: list[Notification] = []
        self._connection = connection

    async def execute(self, sql: str, *values: object) -> int:
        return self._run(sql, values).rowcount

    async def fetch(self, sql: str, *values: object) -> list[Row]:
        return self._run(sql, values).fetchall()

    async def fetch_one(self, sql: str, *values: object) -> Row | None:
        rows = self._run(sql, values).fetchall()  # to the end: an unfinished RETURNING would keep the statement open
        return rows[0] if rows else None

    async def execute_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.IntegrityError as error:
            raise refused(error) from error

    async def send(self, sql: str, *values: object) -> None:
        self._run(sql, values)

    async def limit_lock_wait(self, milliseconds: int | None) -> None:
        """One transaction writes at a time: nobody else holds a row."""

    async def nested(self, work: Work[T]) -> T:
        notified, wanted = len(self.notifications), commit_actions.mark()
        self._connection.execute("SAVEPOINT nested")
        try:
            value = await work(self)
        except BaseException as error:
            del self.notifications[notified:]
            commit_actions.forget(wanted)
            if not self._connection.in_transaction:  # SQLite has undone more than this part
                raise TransactionLost(str(error)) from error
            self._connection.execute("ROLLBACK TO nested")
            self._connection.execute("RELEASE nested")
            raise
        self._connection.execute("RELEASE nested")
        return value

    def _run(self, sql: str, values: Sequence[object]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, values)
        except sqlite3.IntegrityError as error:
            raise refused(error) from error
        except (OverflowError, UnicodeEncodeError) as error:
            raise ValueRefused(type(error).__name__) from error


@dataclass(slots=True)
class Unit:
    """A unit of work waiting for the writer, with the future its caller waits on."""

    work: Work[Any]
    context: contextvars.Context
    future: Future[tuple[Any, list[Notification]]] = field(default_factory=Future)


Outcome = tuple[object, list[Notification]] | BaseException


class SqliteConnection:
    """A connection with the pragmas of RELIABILITY: durable commits, foreign keys, no change of the journal mode."""

    def __init__(self, path: str, *, synchronous: str = "FULL", locks: LockWatch | None = None) -> None:
        self._raw = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=512)
        self._raw.row_factory = sqlite3.Row
        for name, value in {**PRAGMAS, "synchronous": synchronous}.items():
            self._raw.execute(f"PRAGMA {name} = {value}")
        self._path, self.file = path, os.stat(path)
        self._gate_path = f"{path}.gate"
        self._gate: int | None = None
        self._locks = locks or LockWatch(path)

    def close(self) -> None:
        self._raw.close()
        self._leave_gate()

    def data_version(self) -> int | None:
        """Another number after every commit on another connection; None if it cannot be told just now."""
        try:
            return int(self._raw.execute("PRAGMA data_version").fetchone()[0])
        except sqlite3.OperationalError:
            return None

    def read(self, work: Work[T], *, snapshot: bool = False, seconds: float | None = None) -> T:
        """Run work that only reads; with `snapshot` all its statements see one state of the database.

        Raises:
            DatabaseBusy: it took longer than `seconds`.
        """
        with self._bounded(seconds):
            if not snapshot:
                return _drive(work, SqliteTransaction(self._raw))
            self._raw.execute("BEGIN")
            try:
                return _drive(work, SqliteTransaction(self._raw))
            finally:
                self._raw.execute("ROLLBACK")

    @contextlib.contextmanager
    def _bounded(self, seconds: float | None) -> Iterator[None]:
        """Interrupt statements that still run after so many seconds."""
        if seconds is None:
            yield
            return
        end = time.monotonic() + seconds
        self._raw.set_progress_handler(lambda: time.monotonic() > end, STEPS_BETWEEN_LOOKS)
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise DatabaseBusy(f"reading took longer than {seconds:g} s") from error
            raise
        finally:
            self._raw.set_progress_handler(None, 0)

    def write(self, work: Work[T]) -> tuple[T, list[Notification]]:
        """Run one unit of work in a transaction of its own and commit it; its value and its notifications."""
        unit = Unit(work, contextvars.copy_context())
        self.write_group([unit])
        outcome: tuple[T, list[Notification]] = unit.future.result()
        return outcome

    def write_group(self, units: Sequence[Unit]) -> None:
        """Run the units in one transaction. Each gets its own outcome; none is told before the commit is durable.

        Raises:
            OSError, sqlite3.Error: the gate or the transaction cannot be used; the connection is of no use any more.
        """
        with self._gate_held():
            try:
                require_same_file(self._path, self.file)
                with self._locks.waiting():
                    self._raw.execute("BEGIN IMMEDIATE")
            except (sqlite3.Error, StorageFailed) as error:
                live = _begun(units)
                outcomes: list[Outcome] = [error] * len(live)
            else:
                live = _begun(units)  # only now: whoever waited too long for the lock could give up until here
                outcomes = self._commit(live)
        for unit, outcome in zip(live, outcomes, strict=True):
            if isinstance(outcome, BaseException):
                unit.future.set_exception(outcome)
            else:
                unit.future.set_result(outcome)

    def _commit(self, units: Sequence[Unit]) -> list[Outcome]:
        try:
            outcomes = [self._member(unit, alone=len(units) == 1) for unit in units]
            failpoint("before_commit")
            if self._raw.in_transaction:
                with self._locks.waiting():  # for a slow disk, which keeps everybody else from writing, too
                    self._raw.execute("COMMIT")
                require_same_file(self._path, self.file)  # or nobody will find what was committed
        except BaseException as error:
            self._roll_back()
            return [error] * len(units)
        return outcomes

    def _member(self, unit: Unit, *, alone: bool) -> Outcome:
        transaction = SqliteTransaction(self._raw)
        if not alone:
            self._raw.execute("SAVEPOINT member")
        try:
            value = unit.context.run(_drive, unit.work, transaction)
        except (sqlite3.OperationalError, TransactionLost):
            raise  # disk full, I/O error: SQLite has rolled the whole transaction back already
        except BaseException as error:
            if alone:
                self._roll_back()
            else:
                self._raw.execute("ROLLBACK TO member")
                self._raw.execute("RELEASE member")
            return error
        if not alone:
            self._raw.execute("RELEASE member")
        return value, transaction.notifications

    def _roll_back(self) -> None:
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")

    @contextlib.contextmanager
    def _gate_held(self) -> Iterator[None]:
        if self._gate is None:
            self._gate = os.open(self._gate_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with self._locks.waiting():
            fcntl.flock(self._gate, fcntl.LOCK_EX)  # the kernel frees it when a process dies
        try:
            lock_holders.record(self._gate)
            yield
        finally:
            try:
                fcntl.flock(self._gate, fcntl.LOCK_UN)
            except OSError:
                self._leave_gate()  # which frees the lock too

    def _leave_gate(self) -> None:
        if self._gate is not None:
            os.close(self._gate)
            self._gate = None


def _begun(units: Sequence[Unit]) -> list[Unit]:
    """The units whose callers still wait; from here on they cannot give up."""
    return [unit for unit in units if unit.future.set_running_or_notify_cancel()]


def _drive(work: Work[T], transaction: SqliteTransaction) -> T:
    """Run the coroutine to its end on this thread."""
    coroutine = cast(Coroutine[None, None, T], work(transaction))
    try:
        coroutine.send(None)
    except StopIteration as end:
        return cast(T, end.value)
    coroutine.close()
    raise RuntimeError("a transaction may wait for its own statements only: no network, no sleep, no other task")
