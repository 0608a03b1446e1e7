"""Transactions of the ORM's own on SQLite, as migrations use them: they lock at once, and hold scripts."""

import asyncio
import sqlite3

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.backends.sqlite.client import SqliteTransactionContext, SqliteTransactionWrapper, translate_exceptions
from tortoise.connection import get_connections


class ImmediateWrapper(SqliteTransactionWrapper):
    """`in_transaction()` of the ORM (migrations use it): takes the write lock at once, and scripts stay inside."""

    async def begin(self) -> None:
        await self._connection.execute("BEGIN IMMEDIATE")

    @translate_exceptions
    async def execute_script(self, query: str) -> None:
        async with self.acquire_connection() as connection:
            for statement in split_script(query):
                await connection.execute(statement)


class ImmediateContext(SqliteTransactionContext):
    """Gives the lock back when it is cancelled while the transaction begins; the stock one keeps it for ever."""

    async def __aenter__(self) -> TransactionalDBClient:
        await self._trxlock.acquire()
        try:
            await self.ensure_connection()
            await self.connection.begin()
        except BaseException:
            try:  # a cancelled BEGIN still runs on the thread: queue a ROLLBACK behind it
                if self.connection._connection is not None:
                    await asyncio.shield(self.connection._connection.rollback())
            finally:
                self._trxlock.release()
            raise
        self.token = get_connections().set(self.connection_name, self.connection)
        client: TransactionalDBClient = self.connection
        return client


def split_script(script: str) -> list[str]:
    """The statements of a script, aware of strings, comments and trigger bodies."""
    statements: list[str] = []
    piece = ""
    for part in script.split(";"):
        piece += part + ";"
        if sqlite3.complete_statement(piece):
            statements.append(piece.strip())
            piece = ""
    if piece.strip(" \t\r\n;"):
        statements.append(piece.strip())
    return [statement for statement in statements if statement.strip(" \t\r\n;")]
