"""A stocked shop for each test, and one launcher for all."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from models.database import close_database, install_bell, open_database, write
from models.seed import seed_demo
from tests.faults.processes import Launcher, Shop
from workers.engine import Ringer
from workers.huey_engine import HueyEngine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/faults/" in str(item.path):
            item.add_marker(pytest.mark.faults)


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """One for all tests."""
    launcher = Launcher()
    yield launcher
    launcher.close()


@pytest.fixture(scope="session")
def stocked(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo catalogue; never opened by a test."""
    file = Path(shutil.copy(migrated, tmp_path_factory.mktemp("stocked") / "shop.db"))
    asyncio.run(_stock(file))
    return file


async def _stock(file: Path) -> None:
    await open_database(f"sqlite:///{file}")
    try:
        await write(seed_demo)
    finally:
        await close_database()


@pytest_asyncio.fixture
async def shop(stocked: Path, tmp_path: Path, launcher: Launcher) -> AsyncIterator[Shop]:
    """A shop without a process yet; this process may read and write its database, and rings when it does."""
    shutil.copy(stocked, tmp_path / "shop.db")
    premises = Shop(tmp_path, launcher)
    await open_database(f"sqlite:///{premises.database}", synchronous="OFF", busy_seconds=3)
    engine = HueyEngine(str(tmp_path / "queue.db"))
    ringer = Ringer(engine)
    install_bell(ringer)
    try:
        yield premises
    finally:
        install_bell(None)
        await premises.close()
        ringer.close()
        engine.close()
        await close_database()
