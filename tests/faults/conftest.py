"""A stocked shop for each test on the stack of this run, and one launcher for all."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from models.catalog.seed import seed_demo
from models.database import close_database, open_database, write
from tests.faults.premises import Premises
from tests.faults.processes import Launcher, Shop
from tests.faults.stacks import is_asked_on
from tests.stack import stack, uses_postgres

LIMIT_SECONDS = 900  # for what never ends; whatever is waited for has a limit of its own


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/faults/" in str(item.path):
            item.add_marker(pytest.mark.faults)
            item.add_marker(pytest.mark.timeout(LIMIT_SECONDS))
            wanted = [mark.args for mark in item.iter_markers("stack")]
            if not all(is_asked_on(stacks) for stacks in wanted):
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


@pytest.fixture(scope="session")
def servers(request: pytest.FixtureRequest) -> list[Any]:
    """Those of the database and of the queue, where they are servers."""
    return [request.getfixturevalue(name) for name in ("postgres", stack())] if uses_postgres() else []


@pytest.fixture
def premises(launcher: Launcher, stocked: str, servers: list[Any], tmp_path: Path) -> Premises:
    """Where a test opens shops, one after the other."""
    return Premises(tmp_path, launcher, stocked, servers)


@pytest_asyncio.fixture
async def shop(premises: Premises) -> AsyncIterator[Shop]:
    """A shop without a process yet."""
    async with premises.open_shop() as shop:
        yield shop
