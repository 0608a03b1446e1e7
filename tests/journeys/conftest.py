"""A shop with the demo catalogue, the built-in payment provider, and books that are checked after every story."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from models.database import close_database, open_database, write
from models.seed import seed_demo
from pipelines.gateways.payment import install_provider
from pipelines.gateways.smtp import install_mailer
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.stack import stack


@pytest_asyncio.fixture(params=["the stack's", "postgres"] if stack() == "sqlite" else ["the stack's"])
async def shop(request: pytest.FixtureRequest, database_url: str) -> AsyncIterator[str]:
    """Every story is told on both databases."""
    if request.param == "the stack's":
        await open_database(database_url, busy_seconds=60, synchronous="OFF")
        yield database_url
        await close_database()
        return
    async for url in request.getfixturevalue("postgres").copy():
        await open_database(url, busy_seconds=60)
        yield url
        await close_database()


@pytest.fixture
def provider(tmp_path: Path) -> TestProvider:
    made = TestProvider(tmp_path / "provider.jsonl")
    install_provider(made)
    return made


@pytest_asyncio.fixture
async def open_shop(shop: str, provider: TestProvider) -> AsyncIterator[str]:
    """Nothing is mailed unless the story sets a server up; its end is clean books."""
    await write(seed_demo)
    install_mailer(None)
    yield shop
    install_mailer(None)
    await story.books_are_clean()
