"""Many workers and many buyers at once on PostgreSQL: nothing sold twice, nobody in anybody's way."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from models.catalog.seed import seed_demo
from models.checkout.checkout import Placed
from models.database import close_database, open_database, write
from models.jobs.ledger.job_kinds import QUEUES
from models.shared.errors import CartEmpty
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.smtp import install_mailer
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.servers.postgres import Postgres
from workers.dispatcher import Dispatcher

pytestmark = pytest.mark.asyncio

DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"


@pytest_asyncio.fixture
async def shop(postgres: Postgres, tmp_path: Path) -> AsyncIterator[TestProvider]:
    """A shop on PostgreSQL, its books clean in the end; its payment provider."""
    async for url in postgres.copy():
        await open_database(url, busy_seconds=60, connections=30)
        await write(seed_demo)
        provider = TestProvider(tmp_path / "provider.jsonl")
        install_provider(provider)
        install_mailer(None)
        yield provider
        await story.books_are_clean()
        await close_database()


async def work_it_all(workers: int) -> None:
    """Several workers at once, until nothing is left to do."""
    lanes = [lane.name for lane in QUEUES]
    pumps = [Dispatcher(lanes, 8, worker=f"w{n}", lease_seconds=30, is_safe=lambda: True) for n in range(workers)]
    running = [asyncio.create_task(pump.run()) for pump in pumps]
    async with asyncio.timeout(200):
        while (await story.one("SELECT count(*) AS open FROM job WHERE state IN ('queued', 'running')"))["open"]:
            await asyncio.sleep(0.05)
    await asyncio.gather(*(pump.drain(60) for pump in pumps))
    await asyncio.gather(*running)


async def test_two_hundred_buyers_who_press_at_once_share_one_last_unit(shop: TestProvider) -> None:
    await story.set_stock("SKU-0003", 1)
    buyers = [await story.shopper(f"buyer{number}@example.com") for number in range(200)]
    placed = await asyncio.gather(*(story.order(buyer, SKU_0003=1) for buyer in buyers))
    await work_it_all(workers=3)
    orders = await story.every("SELECT status, cancel_reason, count(*) AS n FROM orders GROUP BY 1, 2 ORDER BY n")
    assert [tuple(row) for row in orders] == [("confirmed", None, 1), ("cancelled", "out_of_stock", 199)]
    assert await story.stock("SKU-0003") == (1, 1)
    charged = [await story.money(shop, each) for each in placed]
    assert sum(amount > 0 for amount in charged) == 1


async def test_orders_of_two_products_in_either_order_do_not_deadlock(shop: TestProvider) -> None:
    for number in range(1, 7):
        await story.set_stock(f"SKU-000{number}", 40)
    pairs = [(1, 2), (4, 3), (6, 5), (3, 2), (5, 4), (1, 6)]
    baskets: list[dict[str, Any]] = [{f"SKU_000{a}": 1, f"SKU_000{b}": 1} for a, b in pairs]
    buyers = [await story.shopper(f"buyer{number}@example.com") for number in range(120)]
    await asyncio.gather(*(story.order(buyer, **baskets[n % len(pairs)]) for n, buyer in enumerate(buyers)))
    await work_it_all(workers=4)
    orders = await story.every("SELECT status, count(*) AS n FROM orders GROUP BY 1 ORDER BY 1")
    assert {row["status"]: row["n"] for row in orders} == {"confirmed": 120}
    assert [await story.stock(f"SKU-000{number}") for number in range(1, 7)] == [(40, 40)] * 6
    assert (await story.one(DEADLOCKS))["deadlocks"] == 0


async def test_one_cart_checked_out_twice_at_once_is_ordered_once(shop: TestProvider) -> None:
    ann = await story.shopper()
    await story.fill_cart(ann, SKU_0001=2, SKU_0002=1)
    outcomes = await asyncio.gather(*(story.order(ann, key=f"key-{n}") for n in range(8)), return_exceptions=True)
    assert sum(isinstance(outcome, Placed) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, CartEmpty) for outcome in outcomes) == 7


async def test_a_product_added_while_the_cart_is_checked_out_is_ordered_or_still_in_the_cart(
    shop: TestProvider,
) -> None:
    for turn in range(10):
        ann = await story.shopper(f"ann{turn}@example.com")
        await story.fill_cart(ann, SKU_0001=1)
        await asyncio.gather(story.order(ann), story.fill_cart(ann, SKU_0002=1))  # whichever is first
        ordered = await story.one(
            "SELECT coalesce(sum(l.quantity), 0) AS n FROM order_line l JOIN orders o ON o.id = l.order_id"
            " WHERE o.user_id = ?",
            ann.id,
        )
        carted = await story.one(
            "SELECT coalesce(sum(n.quantity), 0) AS n FROM cart_item n JOIN cart c ON c.id = n.cart_id"
            " WHERE c.user_id = ?",
            ann.id,
        )
        assert ordered["n"] + carted["n"] == 2
