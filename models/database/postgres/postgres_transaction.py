"""`Transaction` on a connection to PostgreSQL."""

import contextlib
import itertools
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from functools import lru_cache

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionContext

from models.database import commit_actions
from models.database.postgres.postgres_connection import PostgresConnection
from models.database.postgres.postgres_errors import Meaning, meaning
from models.database.transaction import ConstraintViolated, Dialect, Notification, Row, RowLocked, T, Work


@lru_cache(maxsize=1024)
def numbered(sql: str) -> str:
    """`?` to `$1, $2, …`; no statement here holds a question mark inside a literal."""
    count = itertools.count(1)
    return re.sub(r"\?", lambda _: f"${next(count)}", sql)


class PostgresTransaction:
    """Its time is the database's, since several hosts share it."""

    dialect: Dialect = "postgres"
    is_alone = False

    def __init__(self, connection: PostgresConnection, now: int, *, lock_ms: int) -> None:
        self.now = now
        self.notifications: list[Notification] = []
        self._connection = connection
        self._depth, self._lock_ms = 0, lock_ms

    async def execute(self, sql: str, *values: object) -> int:
        _, status = await self._run(numbered(sql), values)
        count = status.rsplit(" ", 1)[-1]
        return int(count) if count.isdigit() else 0  # "UPDATE 1", but "DROP TABLE"

    async def fetch(self, sql: str, *values: object) -> list[Row]:
        rows, _ = await self._run(numbered(sql), values)
        return rows

    async def fetch_one(self, sql: str, *values: object) -> Row | None:
        rows, _ = await self._run(numbered(sql), values)
        return rows[0] if rows else None

    async def send(self, sql: str, *values: object) -> None:
        self._connection.send_ahead(numbered(sql), *values)

    async def execute_many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        for row in rows:
            self._connection.send_ahead(numbered(sql), *row)

    async def limit_lock_wait(self, milliseconds: int | None) -> None:
        limit = self._lock_ms if milliseconds is None else milliseconds
        self._connection.send_ahead(f"SET LOCAL lock_timeout = {limit}")

    async def nested(self, work: Work[T]) -> T:
        notified, wanted = len(self.notifications), commit_actions.mark()
        self._depth += 1
        savepoint = f"nested_{self._depth}"
        self._connection.send_ahead(f"SAVEPOINT {savepoint}")
        try:
            value = await work(self)
            await self._flush()  # an error of this part is to be met inside of it
        except BaseException as error:
            del self.notifications[notified:]
            commit_actions.forget(wanted)
            if isinstance(error, Exception):  # a unit that is cancelled is undone as a whole
                await self._undo(savepoint)
            raise
        self._connection.send_ahead(f"RELEASE SAVEPOINT {savepoint}")
        return value

    async def _run(self, sql: str, values: Sequence[object]) -> tuple[list[Row], str]:
        with _constraints_named():
            return await self._connection.run(sql, values)

    async def _flush(self) -> None:
        with _constraints_named():
            await self._connection.flush()

    async def _undo(self, savepoint: str) -> None:
        """Back to the savepoint. On a connection that is lost the next statement says so."""
        if self._connection.is_usable and self._connection.drop_ahead(f"SAVEPOINT {savepoint}"):
            await self._connection.execute(f"ROLLBACK TO SAVEPOINT {savepoint}; RELEASE SAVEPOINT {savepoint}")


@contextlib.contextmanager
def _constraints_named() -> Iterator[None]:
    """A refusal is the same error on both databases, so that a part of a unit may answer it."""
    try:
        yield
    except asyncpg.PostgresError as error:
        if meaning(error) in (Meaning.REFUSED, Meaning.TAKEN):
            raise ConstraintViolated(str(error)) from error
        if isinstance(error, asyncpg.LockNotAvailableError):
            raise RowLocked(str(error)) from error
        raise


class OpenPostgresTransaction(TransactionWrapper):
    """The ORM's view of the transaction that a unit of work runs in."""

    def __init__(self, engine: AsyncpgDBClient, connection: PostgresConnection) -> None:
        super().__init__(engine)
        self._connection = connection

    @contextlib.asynccontextmanager
    async def _acquire(self) -> AsyncIterator[PostgresConnection]:
        await self._connection.flush()
        yield self._connection

    def acquire_connection(  # type: ignore[override]  # all that the ORM asks of it
        self,
    ) -> contextlib.AbstractAsyncContextManager[PostgresConnection]:
        return self._acquire()

    def _in_transaction(self) -> TransactionContext:
        raise RuntimeError("a unit of work is a transaction already: use tx.nested")
