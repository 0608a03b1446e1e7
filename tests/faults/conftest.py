"""A stocked shop for each test on the stack of this run, and one launcher for all."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from models.database import close_database, install_bell, open_database, write
from models.seed import seed_demo
from settings import Settings
from tests.faults.processes import Launcher, Shop
from tests.stack import stack, uses_postgres
from workers.engine import Ringer
from workers.engines import open_engine

_numbers = itertools.count()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/faults/" in str(item.path):
            item.add_marker(pytest.mark.faults)
            wanted = [mark.args for mark in item.iter_markers("stack")]
            if any(stack() not in stacks for stacks in wanted):
                item.add_marker(pytest.mark.skip(reason=f"is about another stack than {stack()}"))


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """One for all tests."""
    launcher = Launcher()
    yield launcher
    launcher.close()


@pytest.fixture(scope="session")
def stocked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database with the demo catalogue, never opened by a test: the path of a file, or a name on the server."""
    if uses_postgres():
        server = request.getfixturevalue("postgres")
        asyncio.run(server.run("CREATE DATABASE stocked TEMPLATE migrated"))
        asyncio.run(_stock(server.url("stocked")))
        return "stocked"
    migrated = request.getfixturevalue("migrated")
    file = str(shutil.copy(migrated, tmp_path_factory.mktemp("stocked") / "shop.db"))
    asyncio.run(_stock(f"sqlite:///{file}"))
    return file


async def _stock(url: str) -> None:
    await open_database(url)
    try:
        await write(seed_demo)
    finally:
        await close_database()


@pytest_asyncio.fixture
async def stocked_url(stocked: str, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The URL of this test's own copy."""
    if uses_postgres():
        server = request.getfixturevalue("postgres")
        async for url in server.copy(stocked):
            # until a checkpoint, a crash of PostgreSQL 15 sets the sequences of a copied database back
            await server.run("CHECKPOINT")
            yield url
    else:
        yield f"sqlite:///{shutil.copy(stocked, tmp_path / 'shop.db')}"


@pytest.fixture
def queue_url(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The URL of the stack's queue. Rings of tests before may be in it: they are only rings."""
    if stack() == "sqlite":
        return f"sqlite:///{tmp_path}/queue.db"
    url: str = request.getfixturevalue(stack()).url
    return url


@pytest_asyncio.fixture
async def shop(
    stocked_url: str, queue_url: str, tmp_path: Path, launcher: Launcher, request: pytest.FixtureRequest
) -> AsyncIterator[Shop]:
    """A shop without a process yet; this process may read and write its database, and rings when it does."""

    async def empty_database() -> str:
        if not uses_postgres():
            return f"sqlite:///{tmp_path}/empty/shop.db"
        server, name = request.getfixturevalue("postgres"), f"empty_{next(_numbers)}"
        await server.run(f"CREATE DATABASE {name}")
        return str(server.url(name))

    premises = Shop(tmp_path, launcher, stocked_url, queue_url, empty_database)
    if uses_postgres():
        premises.servers = [request.getfixturevalue("postgres"), request.getfixturevalue(stack())]
    await open_database(stocked_url, synchronous="OFF", busy_seconds=3)
    engine = open_engine(Settings(queue_url=queue_url))
    ringer = Ringer(engine)
    install_bell(ringer)
    try:
        yield premises
    finally:
        install_bell(None)
        await premises.close()
        for server in premises.servers:
            await asyncio.to_thread(server.start)
        ringer.close()
        await asyncio.to_thread(engine.close)
        await close_database()
