"""`Transaction` on a connection to PostgreSQL."""

import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from typing import Any

from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionContext

from models.database.postgres_connection import PostgresConnection
from models.database.together import as_one, numbered, values_of
from models.database.transaction import Dialect, Ring, Row, Statement, Work


class PostgresTransaction:
    """Its time is the database's, since several hosts share it."""

    dialect: Dialect = "postgres"

    def __init__(self, connection: PostgresConnection, now: int) -> None:
        self.now = now
        self.rings: list[Ring] = []
        self._connection = connection
        self._depth = 0

    async def execute(self, sql: str, *values: Any) -> int:
        _, status = await self._connection.run(numbered(sql), values)
        return int(status.rsplit(" ", 1)[1])

    async def fetch(self, sql: str, *values: Any) -> list[Row]:
        rows, _ = await self._connection.run(numbered(sql), values)
        return rows

    async def fetch_one(self, sql: str, *values: Any) -> Row | None:
        rows, _ = await self._connection.run(numbered(sql), values)
        return rows[0] if rows else None

    async def together(self, *statements: Statement) -> list[list[Any]]:
        if not statements:
            return []
        rows, _ = await self._connection.run(as_one(tuple(each.sql for each in statements)), values_of(statements))
        outcomes: list[list[Any]] = json.loads(rows[0][0])
        return outcomes

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        if len(rows) == 1:
            await self._connection.run(numbered(sql), rows[0])
        elif rows:
            await self._connection.flush()
            await self._connection.executemany(numbered(sql), rows)

    async def nested(self, work: Work[Any]) -> Any:
        rung = len(self.rings)
        self._depth += 1
        savepoint = f"nested_{self._depth}"
        self._connection.send_ahead(f"SAVEPOINT {savepoint}")
        try:
            value = await work(self)
        except BaseException as error:
            del self.rings[rung:]
            if isinstance(error, Exception):  # a unit that is cancelled is undone as a whole
                await self._undo(savepoint)
            raise
        self._connection.send_ahead(f"RELEASE SAVEPOINT {savepoint}")
        return value

    async def _undo(self, savepoint: str) -> None:
        """Back to the savepoint. On a connection that is lost the next statement says so."""
        if self._connection.is_usable:
            await self._connection.flush()
            await self._connection.execute(f"ROLLBACK TO SAVEPOINT {savepoint}; RELEASE SAVEPOINT {savepoint}")


class OpenTransaction(TransactionWrapper):
    """The ORM's view of the transaction that a unit of work runs in."""

    def __init__(self, engine: AsyncpgDBClient, connection: PostgresConnection) -> None:
        super().__init__(engine)
        self._connection = connection

    @contextlib.asynccontextmanager
    async def _acquire(self) -> AsyncIterator[PostgresConnection]:
        await self._connection.flush()
        yield self._connection

    def acquire_connection(self) -> Any:
        return self._acquire()

    def _in_transaction(self) -> TransactionContext:
        raise RuntimeError("a unit of work is a transaction already: use tx.nested")
