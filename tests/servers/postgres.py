"""A PostgreSQL with a migrated database to copy from."""

import asyncio
import contextlib
import dataclasses
import functools
import itertools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from tests.servers.throwaway import folder, free_port, memory, missing

ROOM_BYTES = 2 << 30
OPTIONS = "-c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
_numbers = itertools.count()


class KeptConnection:
    """One connection for statements from any thread, made at the first, and anew when the server was away."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: asyncpg.Connection | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def say(self, statement: str) -> None:
        asyncio.run_coroutine_threadsafe(self._say(statement), self._loop).result()

    async def _say(self, statement: str) -> None:
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(self._url)
        await self._connection.execute(statement)

    async def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await self._connection.close(timeout=5)
            await asyncio.sleep(0.01)  # the transport closes itself in the loop's next turns

    def close(self) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@dataclass(frozen=True)
class Postgres:
    """One server; its port stays the same over its starts and stops."""

    port: int
    control: tuple[str, ...]  # the command that starts and stops it
    folder: Path

    @functools.cached_property
    def kept(self) -> KeptConnection:
        """For what each test asks for: connecting anew took as long as copying a database."""
        return KeptConnection(self.url("postgres"))

    def url(self, name: str) -> str:
        return f"postgresql://cartwright@127.0.0.1:{self.port}/{name}"

    async def run(self, statement: str) -> None:
        connection = await asyncpg.connect(self.url("postgres"))
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    async def copy(self, template: str = "migrated") -> AsyncIterator[str]:
        """The URL of a database of its own, gone afterwards."""
        name = f"copy_{next(_numbers)}"
        await self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url(name)
        finally:
            await self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def say(self, *statements: str) -> None:
        """`run` for who has no event loop, or one that is running already."""
        for statement in statements:
            _apart(partial(self.run, statement))

    @contextlib.contextmanager
    def lent_copy(self) -> Iterator[str]:
        """`copy` for who has no event loop, or one that is running already."""
        name = f"copy_{next(_numbers)}"
        self.kept.say(f"CREATE DATABASE {name} TEMPLATE migrated")
        try:
            yield self.url(name)
        finally:
            self.kept.say(f"DROP DATABASE {name} WITH (FORCE)")

    def start(self) -> None:
        """Start it, unless it runs."""
        if (self.folder / "data" / "postmaster.pid").exists():
            return
        options = f"-p {self.port} -k {self.folder} {OPTIONS}"
        self._control("-w", "-o", options, "-l", str(self.folder / "log"), "start")

    def stop(self, mode: str = "immediate") -> None:
        """`immediate` breaks off what runs, as a crash does; `fast` ends it in order."""
        self._control("-m", mode, "stop")

    @contextlib.contextmanager
    def with_standby(self) -> Iterator["Postgres"]:
        """Another server that has every commit before the client hears of it. Afterwards this one runs alone again."""
        place, settings = self.folder / "standby", self.folder / "data" / "postgresql.auto.conf"
        *as_user, control, _, _ = self.control
        copy = (str(Path(control).with_name("pg_basebackup")), "-R", "-c", "fast", "-D", str(place / "data"))
        subprocess.run([*as_user, *copy, "-d", self.url("postgres")], check=True, capture_output=True)
        alone = settings.read_text()
        standby = Postgres(free_port(), (*as_user, control, "-D", str(place / "data")), place)
        standby.start()
        try:
            self.say("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
            yield standby
        finally:
            standby.stop()
            if (self.folder / "data" / "postmaster.pid").exists():
                self.stop()
            settings.write_text(alone)
            self.start()
            shutil.rmtree(place)

    def take_over(self, primary: "Postgres") -> None:
        """As a standby: be the primary, at its address. It has to be gone."""
        self.stop("fast")
        dataclasses.replace(self, port=primary.port).start()
        self._control("-w", "promote")

    def _control(self, *words: str) -> None:
        subprocess.run([*self.control, *words], check=True, capture_output=True)


@contextlib.contextmanager
def running() -> Iterator[Postgres]:
    """A server on a free port with a database `migrated`, gone afterwards. Needs `binaries()`."""
    found = binaries()
    assert found is not None
    with folder("postgres", parent=memory(ROOM_BYTES)) as place:
        as_user = as_owner(place)
        initdb = (str(found / "initdb"), "-D", str(place / "data"), "--no-sync")
        made = [*as_user, *initdb, "-A", "trust", "-U", "cartwright"]
        subprocess.run(made, check=True, capture_output=True)
        control = (*as_user, str(found / "pg_ctl"), "-D", str(place / "data"))
        server = Postgres(free_port(), control, place)
        server.start()
        try:
            _apart(lambda: server.run("CREATE DATABASE migrated"))
            _migrate(server.url("migrated"))
            yield server
        finally:
            server.kept.close()
            server.stop()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server of the tests' own."""
    if binaries() is None:
        missing("PostgreSQL")
    with running() as server:
        yield server


def _apart(work: Callable[[], Coroutine[Any, Any, Any]]) -> None:
    """Run to the end on a thread of its own: a test's event loop may be running already."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(work())).result()


def _migrate(url: str) -> None:
    """In a process of its own: the ORM keeps statements of one dialect for a whole process."""
    environment = os.environ | {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATABASE_URL": url}
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-m", "cli", "migrate"], cwd=root, env=environment, check=True, capture_output=True)


def binaries() -> Path | None:
    """The folder it is installed in."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


def as_owner(place: Path) -> list[str]:
    """PostgreSQL refuses to run as root: there its own user runs it."""
    if os.geteuid() != 0:
        return []
    shutil.chown(place, "postgres")
    return ["runuser", "-u", "postgres", "--"]
