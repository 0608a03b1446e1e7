"""A shop with the demo catalogue, the built-in payment provider, and books that are checked after every story.

Every story is told on both databases: `tests/run.py` tells them once on each.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from models.catalog.seed import seed_demo
from models.database import write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.smtp import install_mailer
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story


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
