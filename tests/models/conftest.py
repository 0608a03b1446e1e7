"""Shops with something in them."""

import pytest_asyncio

from models.catalog.seed import seed_demo
from models.database import write


@pytest_asyncio.fixture
async def demo_shop(shop: str) -> str:
    """A shop that sells the demo catalogue, fifty of each. Its URL."""
    await write(seed_demo)
    return shop
