"""The migration of another card goes down and up again with an order that was paid by its second card."""

from typing import Any

import pytest

from models.catalog.seed import seed_demo
from models.database import write
from models.database.upgrade import downgrade, upgrade
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.journeys.test_another_card import declined, try_card
from tests.models.database.test_retry_migration import opened

pytestmark = pytest.mark.asyncio


async def test_the_stock_of_every_attempt_still_adds_up_after_down_and_up(database_url: str, tmp_path: Any) -> None:
    async with opened(database_url):
        await write(seed_demo)
        install_provider(TestProvider(tmp_path / "provider.jsonl"))
        placed = await declined()
        await try_card(placed)
        await story.drain()
        before = await story.every("SELECT sum(d_on_hand) AS hand, sum(d_reserved) AS held FROM stock_ledger")
        await story.books_are_clean()
    while not (await downgrade(database_url))[0].endswith("_retried_payments.py"):
        pass
    async with opened(database_url):
        after = await story.every("SELECT sum(d_on_hand) AS hand, sum(d_reserved) AS held FROM stock_ledger")
        assert [tuple(row) for row in after] == [tuple(row) for row in before]
    await upgrade(database_url)
    async with opened(database_url):
        after = await story.every("SELECT sum(d_on_hand) AS hand, sum(d_reserved) AS held FROM stock_ledger")
        assert [tuple(row) for row in after] == [tuple(row) for row in before]
