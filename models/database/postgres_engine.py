"""The ORM's engine for PostgreSQL: the same `write` and `read` as on SQLite, over a pool.

A transaction that is cancelled while it begins gives its connection back; a connection going back to the pool costs no
RESET round trip, since pooled connections carry no LISTEN, SET or session lock.
"""

import asyncio
import itertools
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionalDBClient, TransactionContext, TransactionContextPooled
from tortoise.connection import get_connections

from models.database import commit_actions
from models.database.transaction import ConstraintViolated, DatabaseBusy, Dialect, Ring, Row, Work

NOW = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"
TRIES = 3  # of a transaction that deadlocked or could not be serialised
REFUSED = (asyncpg.IntegrityConstraintViolationError, asyncpg.RaiseError)
AGAIN = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError)
BUSY = (asyncpg.LockNotAvailableError, asyncpg.QueryCanceledError, asyncpg.PostgresConnectionError, OSError)


@lru_cache(maxsize=1024)
def numbered(sql: str) -> str:
    """`?` to `$1, $2, …`; no statement here holds a question mark inside a literal."""
    count = itertools.count(1)
    return re.sub(r"\?", lambda _: f"${next(count)}", sql)


class PostgresTransaction:
    """`Transaction` on an asyncpg connection; its time is the database's, since several hosts share it."""

    dialect: Dialect = "postgres"

    def __init__(self, connection: Any, now: int) -> None:
        self.now = now
        self.rings: list[Ring] = []
        self._connection = connection

    async def execute(self, sql: str, *values: Any) -> int:
        tag = await self._connection.execute(numbered(sql), *values)
        return int(tag.rsplit(" ", 1)[1])

    async def fetch(self, sql: str, *values: Any) -> list[Row]:
        rows: list[Row] = await self._connection.fetch(numbered(sql), *values)
        return rows

    async def fetch_one(self, sql: str, *values: Any) -> Row | None:
        return await self._connection.fetchrow(numbered(sql), *values)

    async def nested(self, work: Work[Any]) -> Any:
        rung, wanted = len(self.rings), commit_actions.mark()
        try:
            async with self._connection.transaction():
                return await work(self)
        except BaseException:
            del self.rings[rung:]
            commit_actions.forget(wanted)
            raise

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        await self._connection.executemany(numbered(sql), rows)


class StatelessConnection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg has no types
    def get_reset_query(self) -> str:
        return ""


class CancelSafeContext(TransactionContextPooled):
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
    """A connection for one thread that has no event loop of its own: each call runs to its end."""

    def __init__(self, **credentials: Any) -> None:
        self._loop = asyncio.new_event_loop()
        self._connection = self._loop.run_until_complete(asyncpg.connect(**credentials))

    def write(self, work: Work[Any]) -> tuple[Any, list[Ring]]:
        """Run one unit of work in a transaction of its own; its value and the jobs to ring for."""
        return self._loop.run_until_complete(self._write(work))

    def close(self) -> None:
        self._loop.run_until_complete(self._connection.close())
        self._loop.close()

    async def _write(self, work: Work[Any]) -> tuple[Any, list[Ring]]:
        async with self._connection.transaction():
            transaction = PostgresTransaction(self._connection, await self._connection.fetchval(NOW))
            return await work(transaction), transaction.rings


class PostgresEngine(AsyncpgDBClient):
    """`Tortoise`'s client with `write` and `read`."""

    connection_class = StatelessConnection

    def connect(self) -> ThreadConnection:
        """A connection for the thread that calls, apart from the pool (the heartbeat's, for example)."""
        names = ("host", "port", "user", "password", "database")
        return ThreadConnection(**{name: getattr(self, name) or None for name in names})

    def _in_transaction(self) -> TransactionContext:
        return CancelSafeContext(TransactionWrapper(self), self._pool_init_lock)

    async def write(self, work: Work[Any], *, busy_seconds: float) -> tuple[Any, list[Ring]]:
        """As on SQLite; deadlocks and serialisation failures are tried again."""
        for attempt in range(1, TRIES + 1):
            try:
                return await self._attempt(work, readonly=False)
            except REFUSED as error:
                raise ConstraintViolated(str(error)) from error
            except AGAIN as error:
                if attempt == TRIES:
                    raise DatabaseBusy(str(error)) from error
            except BUSY as error:
                raise DatabaseBusy(str(error)) from error
        raise AssertionError("unreachable")

    async def read(self, work: Work[Any], *, snapshot: bool = False) -> Any:
        value, _ = await self._attempt(work, readonly=True, snapshot=snapshot)
        return value

    async def _attempt(self, work: Work[Any], *, readonly: bool, snapshot: bool = False) -> tuple[Any, list[Ring]]:
        async with self._in_transaction() as client:
            connection: Any = client._connection
            if snapshot:
                await connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            now = await connection.fetchval(NOW)
            transaction = PostgresTransaction(connection, now)
            return await work(transaction), transaction.rings


client_class = PostgresEngine
