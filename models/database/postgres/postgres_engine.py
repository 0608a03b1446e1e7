"""The ORM's engine for PostgreSQL: the same `write` and `read` as on SQLite, over a pool of connections.

A unit of work that deadlocked, could not be serialised or lost its connection before its commit is done again from its
beginning; so it changes nothing but the database and what it is given.
"""

import asyncio
import random
from collections.abc import Sequence
from typing import Any, cast

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections

from core.failpoints import failpoint
from models.database import commit_actions
from models.database.postgres.postgres_clock import DatabaseClock
from models.database.postgres.postgres_connection import PostgresConnection
from models.database.postgres.postgres_errors import Meaning, meaning, storage_part
from models.database.postgres.postgres_pool import BEGIN, Access, borrowed, keep_durable, make_pool
from models.database.postgres.postgres_transaction import OpenPostgresTransaction, PostgresTransaction
from models.database.transaction import (
    ConstraintViolated,
    DatabaseBusy,
    Notification,
    StorageFailed,
    T,
    ValueRefused,
    Work,
)

TRIES = 3
AGAIN_SECONDS = 0.05  # whoever won the deadlock takes its row before the loser comes again
LONG = (f"{BEGIN} READ ONLY; SET LOCAL statement_timeout = 60000",)
SNAPSHOT = ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 60000",)
LONG_SECONDS = 62.0
LONG_TOGETHER = 2  # so that what somebody waits for finds connections
_draw = random.Random()  # noqa: S311  jitter


class PostgresEngine(AsyncpgDBClient):
    """`Tortoise`'s client with `write` and `read`."""

    connection_class = PostgresConnection

    def __init__(self, access: Access, **options: object) -> None:
        super().__init__(**cast(dict[str, Any], options))
        self._access = access
        self._clock = DatabaseClock()
        self._long = asyncio.Semaphore(LONG_TOGETHER)

    async def create_connection(self, with_db: bool) -> None:
        self._pool = await make_pool(self._access)

    def connect(self) -> "ThreadConnection":
        """A connection for the thread that calls, apart from the pool (the heartbeat's, for example)."""
        return ThreadConnection(self._access)

    def changes(self) -> None:
        """PostgreSQL does not tell without being asked, and asking costs what the answer would save."""

    def write_lock_holder(self) -> str:
        """There is no lock that keeps all others from writing."""
        return ""

    def storage_warning(self) -> str:
        """The server looks after its own log."""
        return ""

    async def check_storage(self) -> None:
        """The server's disk cannot be seen from here; a write that it refuses says so."""

    async def write(self, work: Work[T], *, busy_seconds: float) -> tuple[T, list[Notification]]:
        """Commit a unit of work; its value and its notifications.

        Raises:
            DatabaseBusy: nothing was done, but for CommitInDoubt.
            ConstraintViolated, ValueRefused: nothing was done.
        """
        return await self._persist(work, self._access.begin, within_seconds=busy_seconds)

    async def read(self, work: Work[T]) -> T:
        """The value of a unit of work that changes nothing. Raises DatabaseBusy."""
        plain = () if self._access.prepared else self._access.begin  # a pooler may change servers between statements
        value, _ = await self._persist(work, plain, within_seconds=self._access.wait_seconds)
        return value

    async def read_long(self, work: Work[T], *, snapshot: bool = False) -> T:
        """The same for work that may take seconds. Raises DatabaseBusy."""
        async with self._long:
            begin = SNAPSHOT if snapshot else LONG
            value, _ = await self._persist(work, begin, within_seconds=self._access.wait_seconds)
        return value

    async def read_one(self, work: Work[T]) -> T:
        """`read`: here every statement is a round trip."""
        return await self.read(work)

    async def _persist(
        self, work: Work[T], begin: Sequence[str], *, within_seconds: float
    ) -> tuple[T, list[Notification]]:
        """Try, and where that may help again; the last error is what the caller hears."""
        wanted = commit_actions.mark()
        for attempt in range(1, TRIES + 1):
            try:
                return await self._attempt(work, begin, within_seconds)
            except DatabaseBusy:
                raise
            except Exception as error:
                commit_actions.forget(wanted)
                what = meaning(error)
                if what is Meaning.DEFECT:
                    raise
                most = {Meaning.AGAIN: TRIES, Meaning.LOST: 2, Meaning.TAKEN: 2}.get(what, 1)
                if what is Meaning.LOST:
                    await self._expire_connections()  # what ended this one has ended the idle ones too
                if attempt >= most:
                    raise _told(error, what) from error
            await asyncio.sleep(_draw.uniform(0.5, 1) * AGAIN_SECONDS * attempt)
        raise AssertionError("the last attempt raises")

    async def _attempt(
        self, work: Work[T], begin: Sequence[str], within_seconds: float
    ) -> tuple[T, list[Notification]]:
        if self._pool is None:
            async with self._pool_init_lock:
                if self._pool is None:
                    await self.create_connection(with_db=True)
        async with borrowed(self._pool, within_seconds=within_seconds) as connection:
            transaction = PostgresTransaction(
                connection, await self._clock.now(connection), lock_ms=self._access.lock_ms
            )
            if begin in (SNAPSHOT, LONG):  # its isolation is chosen before the server has anything else to do
                await connection.execute(*begin)
                connection.begin((), seconds=LONG_SECONDS)
            else:
                connection.begin(begin)
            token = get_connections().set(self.connection_name, OpenPostgresTransaction(self, connection))
            try:
                value = await work(transaction)
            finally:
                get_connections().reset(token)
            failpoint("before_commit")
            await connection.commit()
            return value, transaction.notifications

    def _in_transaction(self) -> TransactionContext:
        return CancelSafeContext(TransactionWrapper(self), self._pool_init_lock)


def _told(error: Exception, what: Meaning) -> Exception:
    """What the caller of a unit of work hears. Its words may be logged: they hold no values and no password."""
    if what in (Meaning.REFUSED, Meaning.TAKEN):
        return ConstraintViolated(str(error))
    if what is Meaning.UNFIT:
        return ValueRefused(type(error).__name__)
    if part := storage_part(error):
        return StorageFailed(f"{type(error).__name__}: {error}", part=part)
    return DatabaseBusy(f"{type(error).__name__}: {error}")


class CancelSafeContext(TransactionContextPooled):
    """`in_transaction()` of the ORM (migrations use it): gives its connection back when cancelled while it begins."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self.ensure_connection()
        pool = self.client._parent._pool
        connection = self.client._connection = await pool.acquire()
        try:
            await self.client.begin()
        except BaseException:
            await asyncio.shield(pool.release(connection))  # asyncpg ends what is open
            raise
        self.token = get_connections().set(self.connection_name, self.client)
        return self.client


class ThreadConnection:
    """A connection for one thread that has no event loop of its own: each call runs to its end.

    It is made at the first call, and anew after one that failed.
    """

    def __init__(self, access: Access) -> None:
        self._access = access
        self._loop = asyncio.new_event_loop()
        self._connection: PostgresConnection | None = None

    def write(self, work: Work[T]) -> tuple[T, list[Notification]]:
        """Run one unit of work in a transaction of its own; its value and its notifications."""
        try:
            return self._loop.run_until_complete(self._write(work))
        except BaseException:
            self._hang_up()
            raise

    def close(self) -> None:
        """Let go of it, and of the loop."""
        self._hang_up()
        self._loop.close()

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None
            self._loop.run_until_complete(asyncio.sleep(0))  # the turn in which its socket is closed

    async def _write(self, work: Work[T]) -> tuple[T, list[Notification]]:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(**self._access.options())
            await keep_durable(self._connection)
        connection = self._connection
        transaction = PostgresTransaction(
            connection, await DatabaseClock().now(connection), lock_ms=self._access.lock_ms
        )
        connection.begin(self._access.begin)
        value = await work(transaction)
        await connection.commit()
        return value, transaction.notifications


client_class = PostgresEngine
