"""One connection to PostgreSQL that waits for the server only when an answer is needed.

The driver waits after each statement. Statements whose outcome nobody asks for (BEGIN, SAVEPOINT, most INSERTs) are
written ahead of the next one that is waited for, which saves the round trip of each: the server does them in order and
stops at the first that fails, whose error is then that of the one waited for. Statements stay prepared.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import asyncpg
from asyncpg.prepared_stmt import PreparedStatement

from models.database.postgres.postgres_errors import Meaning, meaning
from models.database.postgres.postgres_wire import executed, parsed
from models.database.transaction import CommitInDoubt, Row

MOST_PREPARED = 500
END_SECONDS = 5.0
NOTHING = "SELECT 1"
OUTDATED = (asyncpg.InvalidCachedStatementError, asyncpg.OutdatedSchemaCacheError)  # the schema has changed meanwhile


class PostgresConnection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg has no types
    """Carries no LISTEN, SET or session lock, so going back to the pool costs no RESET."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)
        self._ahead: list[tuple[str, Sequence[Any]]] = []
        self._names: dict[str, str] = {}  # of the statements that went ahead before
        self._kept: OrderedDict[str, PreparedStatement] = OrderedDict()
        self._is_in_doubt = False
        self._seconds: float | None = None

    def get_reset_query(self) -> str:
        return ""

    @property
    def keeps_statements(self) -> bool:
        """Whether the server remembers statements; behind an old pooler it is another server every time."""
        return bool(self._config.statement_cache_size)

    @property
    def is_usable(self) -> bool:
        """Whether it is open, and what the server has had of it is known."""
        return not self._is_in_doubt and not self.is_closed()

    @property
    def is_in_transaction(self) -> bool:
        """Whether the server has one open on this connection."""
        return bool(self._protocol.is_in_transaction())

    def begin(self, statements: Sequence[str], *, seconds: float | None = None) -> None:
        """Begin a transaction with these statements, together with the first that is waited for.

        An answer is waited for `seconds` at most, and without them as long as for any other.
        """
        self._ahead, self._seconds = [(sql, ()) for sql in statements], seconds

    def send_ahead(self, sql: str, *values: object) -> None:
        """Let a statement that returns no rows go with the next one that is waited for."""
        self._ahead.append((sql, values))

    def drop_ahead(self, since: str) -> bool:
        """Forget what has not been sent, from this statement on; whether the statement itself has been sent."""
        waiting = [sql for sql, _ in self._ahead]
        is_sent = since not in waiting
        del self._ahead[0 if is_sent else waiting.index(since) :]
        return is_sent

    async def flush(self) -> None:
        """Wait for what was sent ahead."""
        if not self._ahead:
            return
        if self.keeps_statements:
            await self.run(NOTHING, ())
            return
        ahead, self._ahead = self._ahead, []
        for sql, values in ahead:
            await self.execute(sql, *values)

    async def run(self, sql: str, values: Sequence[object]) -> tuple[list[Row], str]:
        """The rows of a statement and what the server says it did ("UPDATE 1")."""
        if not self.keeps_statements:
            await self.flush()
        try:
            statement = self._kept.get(sql) or await self._prepared(sql)
            statement._con_release_ctr = self._pool_release_ctr  # it outlives the loan that it was made in
            rows = await (self._carry(statement, values) if self._ahead else self._fetch(statement, values))
        except OUTDATED:
            self._kept.clear()
            raise
        except (asyncpg.InternalClientError, TimeoutError):  # the driver is out of step, or nobody is there any more
            self._is_in_doubt = True
            raise
        return rows, statement.get_statusmsg()

    async def _prepared(self, sql: str) -> PreparedStatement:
        statement = await self.prepare(sql)
        if self.keeps_statements:
            self._kept[sql] = statement
            if len(self._kept) > MOST_PREPARED:
                self._kept.popitem(last=False)
        return statement

    async def _carry(self, statement: PreparedStatement, values: Sequence[object]) -> list[Row]:
        """Run a statement with the others ahead of it; unless the server answers, nobody knows what it has had."""
        new: dict[str, str] = {}
        packet = b"".join(self._packet(sql, given, new) for sql, given in self._ahead)
        self._ahead.clear()
        self._is_in_doubt = True
        self._transport.write(packet)
        try:
            rows = await self._fetch(statement, values)
        except asyncpg.PostgresError as error:
            self._is_in_doubt = getattr(error, "severity", None) is None  # the driver's own refusals have none
            raise
        self._is_in_doubt = False
        self._names |= new
        return rows

    async def _fetch(self, statement: PreparedStatement, values: Sequence[object]) -> list[Row]:
        rows: list[Row] = await statement.fetch(*values, timeout=self._seconds)
        return rows

    def _packet(self, sql: str, values: Sequence[object], new: dict[str, str]) -> bytes:
        """The messages of one statement ahead; it is parsed once, and its new name counts when all has gone well."""
        name = self._names.get(sql) or new.get(sql)
        if name is not None:
            return executed(name, values)
        if len(self._names) < MOST_PREPARED:
            name = new[sql] = self._get_unique_id("ahead")
        return parsed(name or "", sql) + executed(name or "", values)

    async def commit(self) -> None:
        """End the transaction, if there is one, with what was sent ahead.

        Raises:
            CommitInDoubt: the connection was lost meanwhile.
            RuntimeError: the server has undone it, because an error of a statement was passed over.
        """
        if not self.is_in_transaction and all(sql.startswith(("BEGIN", "SET")) for sql, _ in self._ahead):
            self._ahead.clear()
            return
        try:
            _, ended = await self.run("COMMIT", ())
        except Exception as error:
            if meaning(error) is Meaning.LOST or not isinstance(error, asyncpg.PostgresError):
                raise CommitInDoubt("the connection was lost during a commit") from error
            raise
        if ended != "COMMIT":
            raise RuntimeError("a statement of this transaction failed and was passed over: all of it was undone")

    async def end(self) -> None:
        """Leave nothing open: roll back, or hang up where that is not certain to work."""
        self._ahead.clear()
        if self._is_in_doubt:
            self.terminate()
        elif not self.is_closed() and (self.is_in_transaction or self._protocol._is_cancelling()):
            await self.execute("ROLLBACK", timeout=END_SECONDS)
