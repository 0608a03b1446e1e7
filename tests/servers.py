"""Servers that tests need, started on free ports with throw-away data.

What is not installed is skipped by name; on CI it fails.
"""

import asyncio
import itertools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import pytest

_numbers = itertools.count()


def missing(what: str) -> None:
    """Skip the test for want of `what`; on CI nothing is skipped for that."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed, and CI needs it")
    pytest.skip(f"{what} is not installed")


@dataclass(frozen=True)
class Postgres:
    """A running server with a migrated database to copy from."""

    port: int

    def url(self, name: str) -> str:
        return f"postgresql://cartwright@127.0.0.1:{self.port}/{name}"

    async def run(self, statement: str) -> None:
        connection = await asyncpg.connect(self.url("postgres"))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    async def copy(self) -> AsyncIterator[str]:
        """The URL of a database of its own, gone afterwards."""
        name = f"copy_{next(_numbers)}"
        await self.run(f"CREATE DATABASE {name} TEMPLATE migrated")
        yield self.url(name)
        await self.run(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of the tests' own, in a folder that no other run of the tests clears away."""
    binaries = _binaries()
    if binaries is None:
        missing("PostgreSQL")
    assert binaries is not None
    folder = Path(tempfile.mkdtemp(prefix="cartwright-postgres-"))
    as_user = _as_owner(folder)
    subprocess.run(
        [*as_user, binaries / "initdb", "-D", folder / "data", "-A", "trust", "-U", "cartwright"],
        check=True,
        capture_output=True,
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
    control = [*as_user, str(binaries / "pg_ctl"), "-D", str(folder / "data")]
    subprocess.run([*control, "-w", "-o", options, "-l", str(folder / "log"), "start"], check=True, capture_output=True)
    try:
        server = Postgres(port)
        _apart(lambda: server.run("CREATE DATABASE migrated"))
        _migrate(server.url("migrated"))
        yield server
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def _apart(work: Callable[[], Coroutine[Any, Any, Any]]) -> None:
    """Run to the end on a thread of its own: a test's event loop may be running already."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(work())).result()


def _migrate(url: str) -> None:
    """In a process of its own: the ORM keeps statements of one dialect for a whole process."""
    environment = os.environ | {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATABASE_URL": url}
    root = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-m", "cli", "migrate"], cwd=root, env=environment, check=True, capture_output=True)


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


def _as_owner(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: there its own user runs it."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres")
    return ["runuser", "-u", "postgres", "--"]
