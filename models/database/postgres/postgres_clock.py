"""The time of the database's host, without asking for it in every transaction.

Several hosts share the database, so none of their clocks decides: the database is asked every ten seconds, and its
answer is carried on by this process's monotonic clock, which no administrator and no time server moves.
"""

import time

from models.database.postgres.postgres_connection import PostgresConnection

NOW = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::double precision AS now_ms"
FRESH_SECONDS = 10.0
SLOW_MS = 100.0  # an answer that took longer leaves too much room for error to be believed over an earlier one


class DatabaseClock:
    """Milliseconds since the epoch, as the database counts them."""

    def __init__(self) -> None:
        self._ahead_ms: float | None = None  # of the monotonic clock
        self._asked_at = 0.0

    async def now(self, connection: PostgresConnection) -> int:
        """The time; asks over `connection`, one round trip, when the last answer is older than ten seconds."""
        if self._ahead_ms is None or time.monotonic() - self._asked_at > FRESH_SECONDS:
            self._ahead_ms = await self._ask(connection)
        return int(time.monotonic() * 1000 + self._ahead_ms)

    async def _ask(self, connection: PostgresConnection) -> float:
        if connection.keeps_statements:
            return await self._measure(connection)
        async with connection.transaction():  # outside of one, a pooler may change servers within a statement
            return await self._measure(connection)

    async def _measure(self, connection: PostgresConnection) -> float:
        before = time.monotonic() * 1000
        rows, _ = await connection.run(NOW, ())
        after = time.monotonic() * 1000
        self._asked_at = after / 1000
        told = float(rows[0]["now_ms"])
        least, most = told - after, told - before  # it was told somewhere between question and answer
        if self._ahead_ms is not None and after - before > SLOW_MS and least <= self._ahead_ms <= most:
            return self._ahead_ms
        return float(least + most) / 2
