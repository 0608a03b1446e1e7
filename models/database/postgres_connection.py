"""One connection to PostgreSQL: statements stay prepared, and BEGIN travels with the statement that follows it.

The driver waits for an answer to each statement. One that has neither values nor rows (BEGIN, SAVEPOINT) needs no
answer of its own: it is written ahead of the next statement without the message that asks for one, and the driver takes
note of its completion together with that statement's. So every transaction and savepoint costs a round trip less.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

import asyncpg

from models.database.postgres_errors import Meaning, meaning
from models.database.transaction import CommitInDoubt

MOST_PREPARED = 500
END_SECONDS = 5.0


class PostgresConnection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg has no types
    """Carries no LISTEN, SET or session lock, so going back to the pool costs no RESET."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._ahead: list[str] = []
        self._kept: OrderedDict[str, Any] = OrderedDict()
        self._is_in_doubt = False

    def get_reset_query(self) -> str:
        return ""

    @property
    def keeps_statements(self) -> bool:
        """Whether the server may be asked to remember statements; behind an old pooler it may not."""
        return bool(self._config.statement_cache_size)

    @property
    def is_usable(self) -> bool:
        """Whether it is open, and what the server has had of it is known."""
        return not self._is_in_doubt and not self.is_closed()

    def send_ahead(self, *statements: str) -> None:
        """Let statements without values or rows go with the next one that is run."""
        self._ahead += statements

    @property
    def is_in_transaction(self) -> bool:
        """Whether the server has one open on this connection."""
        return bool(self._protocol.is_in_transaction())

    async def flush(self) -> None:
        """Send what was to go ahead by itself."""
        if self._ahead:
            script = "; ".join(self._ahead)
            self._ahead.clear()
            await self.execute(script)

    async def run(self, sql: str, values: Sequence[Any]) -> tuple[list[Any], str]:
        """The rows of a statement and what the server says it did ("UPDATE 1")."""
        statement = self._kept.get(sql)
        if statement is None:
            await self.flush()
            statement = await self._prepared(sql)
        else:
            self._kept.move_to_end(sql)
            statement._con_release_ctr = self._pool_release_ctr  # it outlives the loan that it was made in
        rows = await (self._carry(statement, values) if self._ahead else statement.fetch(*values))
        return rows, statement.get_statusmsg()

    async def _prepared(self, sql: str) -> Any:
        statement = await self.prepare(sql)
        if self.keeps_statements:
            self._kept[sql] = statement
            if len(self._kept) > MOST_PREPARED:
                self._kept.popitem(last=False)
        return statement

    async def _carry(self, statement: Any, values: Sequence[Any]) -> list[Any]:
        """Run a statement with the others ahead of it; unless the server answers, nobody knows what it has had."""
        self._is_in_doubt = True
        self._transport.write(b"".join(_without_answer(each) for each in self._ahead))
        self._ahead.clear()
        try:
            rows: list[Any] = await statement.fetch(*values)
        except asyncpg.PostgresError as error:
            self._is_in_doubt = getattr(error, "severity", None) is None  # the driver's own refusals have none
            raise
        self._is_in_doubt = False
        return rows

    async def end(self) -> None:
        """Leave nothing open: roll back, or hang up where that is not certain to work."""
        self._ahead.clear()
        if self._is_in_doubt:
            self.terminate()
        elif not self.is_closed() and (self.is_in_transaction or self._protocol._is_cancelling()):
            await self.execute("ROLLBACK", timeout=END_SECONDS)

    async def commit(self) -> None:
        """End the transaction, if a statement has begun it; what was to go ahead of the next one goes with it.

        Raises:
            CommitInDoubt: the connection was lost meanwhile.
            RuntimeError: the server has undone it, because an error of a statement was passed over.
        """
        self._ahead.clear()
        if not self.is_in_transaction:
            return
        try:
            ended = await self.execute("COMMIT")
        except Exception as error:
            if meaning(error) in (Meaning.LOST, Meaning.BUSY):
                raise CommitInDoubt("the connection was lost during a commit") from error
            raise
        if ended != "COMMIT":
            raise RuntimeError("a statement of this transaction failed and was passed over: all of it was undone")


def _without_answer(sql: str) -> bytes:
    """Parse, Bind and Execute of the wire protocol, version 3, with no Sync after them."""
    parse = b"\0" + sql.encode() + b"\0" + b"\0\0"
    bind = b"\0\0" + b"\0\0" * 3
    execute = b"\0" + b"\0" * 4
    return b"".join(
        kind + (len(body) + 4).to_bytes(4) + body for kind, body in ((b"P", parse), (b"B", bind), (b"E", execute))
    )
