"""A throw-away PostgreSQL for measuring: commits are durable, as they are in a shop."""

import contextlib
import itertools
from collections.abc import AsyncIterator, Iterator

from benchmarks.processes import cpu_seconds_below
from tests.servers.postgres import DURABLE, Postgres, program, running

_numbers = itertools.count()


@contextlib.contextmanager
def server() -> Iterator[Postgres | None]:
    """The server; None where PostgreSQL is not installed."""
    if program() is None:
        yield None
        return
    with running(DURABLE) as durable:
        yield durable


def server_cpu_seconds(durable: Postgres) -> float:
    """The processor time of all its processes so far."""
    return cpu_seconds_below(int((durable.folder / "data" / "postmaster.pid").read_text().split()[0]))


@contextlib.asynccontextmanager
async def database(durable: Postgres) -> AsyncIterator[str]:
    """The URL of an empty database."""
    name = f"bench_{next(_numbers)}"
    await durable.run(f"CREATE DATABASE {name}")
    yield durable.url(name)
    await durable.run(f"DROP DATABASE {name} WITH (FORCE)")
