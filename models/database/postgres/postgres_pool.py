"""The connections of one process to PostgreSQL: how many, how long each thing may take, and how they come back clean.

TLS, unix sockets, several hosts and percent-encoded passwords are libpq's: the driver reads them from the URL
(`?sslmode=verify-full&sslrootcert=…`, `?host=/run/postgresql`, `?target_session_attrs=read-write`).
"""

import asyncio
import contextlib
import random
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from models.database.postgres.postgres_connection import PostgresConnection
from models.database.postgres.postgres_errors import is_connection_failure
from models.database.transaction import DatabaseBusy

CONNECT_SECONDS = 5.0
IDLE_SECONDS = 300.0
STATEMENT_MS = 10_000
COMMAND_SECONDS = 12.0  # the server itself stops a statement earlier: who says nothing for so long is gone
IDLE_IN_TRANSACTION_MS = 15_000
BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED"  # whatever the default of server, database or role
KEEP_DURABLE = (
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
)

_draw = random.Random()  # noqa: S311  jitter


@dataclass(frozen=True)
class Access:
    """How to get to a database, and what is allowed there.

    Attributes:
        url: a libpq URL; it may hold the password, so it is never logged.
        most: the most connections of this process.
        lock_ms: how long a statement may wait for a row that another transaction holds; 0 for as long as it takes.
        statement_ms: how long a statement may take; 0 for as long as it takes.
        prepared: whether statements may be kept prepared; PgBouncer before 1.21 cannot do that.
    """

    url: str
    most: int = 10
    lock_ms: int = 10_000
    statement_ms: int = STATEMENT_MS
    prepared: bool = True

    def __repr__(self) -> str:
        return f"Access(most={self.most}, lock_ms={self.lock_ms}, prepared={self.prepared})"

    @property
    def wait_seconds(self) -> float:
        """How long to wait for a connection to read on."""
        return self.lock_ms / 1000 or CONNECT_SECONDS

    @property
    def limits(self) -> dict[str, str]:
        """Settings of the server's that hold for our sessions."""
        return {
            "lock_timeout": str(self.lock_ms),
            "statement_timeout": str(self.statement_ms),
            "idle_in_transaction_session_timeout": str(IDLE_IN_TRANSACTION_MS if self.statement_ms else 0),
        }

    @property
    def begin(self) -> tuple[str, ...]:
        """What begins a transaction.

        A pooler shares sessions among clients, so there the limits go with each, and the search path, which pg_dump
        empties for its session and leaves so.
        """
        if self.prepared:
            return (BEGIN,)
        limits = (f"SET LOCAL {name} = {value}" for name, value in self.limits.items())
        durable = KEEP_DURABLE.replace("'on', false", "'on', true")
        return ("; ".join([BEGIN, "SET LOCAL search_path TO DEFAULT", *limits, durable]),)

    def options(self) -> dict[str, object]:
        """What every connection is made with."""
        options: dict[str, Any] = {
            "dsn": self.url,
            "connection_class": PostgresConnection,
            "timeout": CONNECT_SECONDS,
            "command_timeout": COMMAND_SECONDS if self.statement_ms else None,
        }
        if self.prepared:
            return options | {"server_settings": {"application_name": "cartwright", "jit": "off", **self.limits}}
        return options | {"statement_cache_size": 0}


async def make_pool(access: Access) -> asyncpg.Pool:
    """A pool that connects when it is asked to: it can be made while the server is away."""
    return await asyncpg.create_pool(
        min_size=0,
        max_size=access.most,
        max_inactive_connection_lifetime=IDLE_SECONDS,
        init=keep_durable,
        **access.options(),
    )


async def keep_durable(connection: PostgresConnection) -> None:
    """A commit that is answered is on disk, whatever the server's default says."""
    await connection.execute(KEEP_DURABLE)


@contextlib.asynccontextmanager
async def borrowed(pool: asyncpg.Pool, *, within_seconds: float) -> AsyncIterator[PostgresConnection]:
    """A connection for one unit of work. However that ends, it goes back with nothing open on it.

    Raises:
        DatabaseBusy: all were in use for so long, or the server is away.
    """
    try:
        loan = await _lent(pool, time.monotonic() + within_seconds)
    except Exception as error:
        if is_connection_failure(error):
            in_use = f"{pool.get_size() - pool.get_idle_size()} of {pool.get_max_size()} in use"
            raise DatabaseBusy(f"no connection to the database: {type(error).__name__}, {in_use}") from error
        raise
    connection: PostgresConnection = loan._con
    try:
        yield connection
    finally:
        await asyncio.shield(asyncio.ensure_future(_give_back(pool, loan, connection)))


async def _lent(pool: asyncpg.Pool, deadline: float) -> PoolConnectionProxy:
    """A connection of the pool. A server that has no room for a new one is no reason to fail: one may come back."""
    while True:
        try:
            return await pool.acquire(timeout=max(0.0, deadline - time.monotonic()))
        except asyncpg.TooManyConnectionsError:
            pause_seconds = _draw.uniform(0.02, 0.1)
            if time.monotonic() + pause_seconds > deadline:
                raise
            await asyncio.sleep(pause_seconds)


async def _give_back(pool: asyncpg.Pool, loan: PoolConnectionProxy, connection: PostgresConnection) -> None:
    """Runs to its end although the borrower is cancelled."""
    try:
        await connection.end()
    except Exception:
        connection.terminate()
    with contextlib.suppress(asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
        await pool.release(loan)


@contextlib.asynccontextmanager
async def alone(url: str, lock: int) -> AsyncIterator[None]:
    """Hold the server's advisory lock of that number, over a connection and a transaction of its own.

    It ends with either of them, also when the process dies, and behind a pooler it stays with one server process.
    """
    session = await asyncpg.connect(**Access(url, lock_ms=0, statement_ms=0, prepared=False).options())
    try:
        async with session.transaction():
            await session.execute("SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = 0")
            await session.execute("SET LOCAL statement_timeout = 0")
            await session.execute("SELECT pg_advisory_xact_lock($1)", lock)
            yield
    finally:
        await session.close()
