"""A throw-away PostgreSQL for measuring: commits are durable, as they are in a shop."""

import contextlib
import itertools
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from benchmarks.processes import cpu_seconds_below
from tests.servers.postgres import Postgres, as_owner, binaries
from tests.servers.throwaway import folder, free_port

_numbers = itertools.count()


class Durable(Postgres):
    """A server with its own settings but for room for many connections."""

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c max_connections=200"
        self._control("-w", "-o", options, "-l", str(self.folder / "log"), "start")

    def cpu_seconds(self) -> float:
        """The processor time of all its processes so far."""
        return cpu_seconds_below(int((self.folder / "data" / "postmaster.pid").read_text().split()[0]))


@contextlib.contextmanager
def server() -> Iterator[Durable | None]:
    """The server; None where PostgreSQL is not installed."""
    found = binaries()
    if found is None:
        yield None
        return
    with folder("postgres") as place:
        as_user = as_owner(place)
        made = [*as_user, str(found / "initdb"), "-D", str(place / "data"), "-A", "trust", "-U", "cartwright"]
        subprocess.run(made, check=True, capture_output=True)
        running = Durable(free_port(), (*as_user, str(found / "pg_ctl"), "-D", str(place / "data")), Path(place))
        running.start()
        try:
            yield running
        finally:
            running.stop()


@contextlib.asynccontextmanager
async def database(running: Durable) -> AsyncIterator[str]:
    """The URL of an empty database."""
    name = f"bench_{next(_numbers)}"
    await running.run(f"CREATE DATABASE {name}")
    yield running.url(name)
    await running.run(f"DROP DATABASE {name} WITH (FORCE)")
