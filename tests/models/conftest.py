"""Shops with something in them."""

import pytest_asyncio

from models.database import write
from models.catalog.seed import seed_demo


@pytest_asyncio.fixture
async def demo_shop(shop: str) -> str:
    """A shop that sells the demo catalogue, fifty of each. Its URL."""
    await write(seed_demo)
    return shop
