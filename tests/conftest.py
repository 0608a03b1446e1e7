"""A migrated database is made once; every test gets its own copy of it, and an application on that copy.

`TEST_STACK` says whether that is a file of SQLite or a database of PostgreSQL.
"""

import asyncio
import gc
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from quart import Quart

from core.process_alarms import here
from core.settings import Settings
from models.accounts import passwords
from models.database import close_database, open_database
from models.database.postgres import postgres_pool
from models.database.upgrade import upgrade
from tests import compiled_once
from tests.stack import uses_postgres
from web.app import create_app

pytest_plugins = ["tests.query_plans", "tests.servers.postgres", "tests.servers.rabbitmq", "tests.servers.redis"]

compiled_once.install()

# The work factor is a constant and no setting, so that nobody can lower it for a real shop; here it is only in the way.
passwords.HASHER = passwords.HASHER.using(memory_cost=8, time_cost=1)
postgres_pool.CONNECT_SECONDS = 60.0  # a machine that is busy with tests may take its time


def pytest_collection_finish() -> None:
    """What is loaded by now stays: looking through it for garbage took a third of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the schema and nothing in it; never opened by a test."""
    file = tmp_path_factory.mktemp("migrated") / "shop.db"
    asyncio.run(upgrade(f"sqlite:///{file}"))
    return file


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of this test's own copy."""
    if uses_postgres():
        with request.getfixturevalue("postgres").lent_copy() as url:
            yield url
    else:
        yield f"sqlite:///{shutil.copy(request.getfixturevalue('migrated'), tmp_path / 'shop.db')}"


@pytest_asyncio.fixture
async def shop(database_url: str) -> AsyncIterator[str]:
    """The database, open: `read` and `write` work. Its URL."""
    await open_database(database_url, busy_seconds=60, synchronous="OFF")
    try:
        yield database_url
    finally:
        await close_database()
        here.clear()  # what was wrong with this database is nothing to the next one


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """What a development shop is started with."""
    return Settings(
        env="development", database_url=database_url, secret_key="k" * 48, data_dir=tmp_path, test_payments=True
    )


@pytest.fixture
def app(shop: str, settings: Settings) -> Quart:
    """The application on the open database; its own start, which would open it again, is not run."""
    return create_app(settings)
