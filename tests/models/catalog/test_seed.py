"""The demo shop: what an empty database gets."""

import pytest

from models.catalog.seed import seed_demo
from models.database import read, write

pytestmark = pytest.mark.asyncio


async def _one(sql: str) -> tuple:
    return tuple(await read(lambda tx: tx.fetch_one(sql)))


async def test_an_empty_shop_gets_a_hundred_products_in_eight_categories(shop):
    assert await write(seed_demo) == 100
    assert await _one("SELECT count(*), min(sku), max(sku) FROM product") == (100, "SKU-0001", "SKU-0100")
    assert await _one("SELECT count(*) FROM category") == (8,)
    assert await _one("SELECT count(DISTINCT category_id) FROM product") == (8,)


async def test_seeding_twice_does_nothing(shop):
    await write(seed_demo)
    assert await write(seed_demo) == 0
    assert await _one("SELECT count(*) FROM product") == (100,)
    assert await _one("SELECT count(*) FROM stock_ledger") == (100,)


async def test_a_shop_with_a_product_of_its_own_is_left_alone(shop):
    async def own(tx):
        await tx.execute(
            "INSERT INTO category (public_id, slug, name, created_at) VALUES ('c', 'own', 'Own', ?)", tx.now
        )
        await tx.execute(
            "INSERT INTO product (public_id, sku, slug, name, price_cents, category_id, created_at, updated_at)"
            " SELECT 'p', 'OWN-1', 'own', 'Own', 100, id, ?, ? FROM category",
            *(tx.now, tx.now),
        )

    await write(own)
    assert await write(seed_demo) == 0
    assert await _one("SELECT count(*) FROM product") == (1,)


async def test_opening_stock_is_fifty_with_a_ledger_row_that_says_so(demo_shop):
    stock = "SELECT min(on_hand), max(on_hand), max(reserved), min(low_stock_threshold), max(low_stock_threshold)"
    assert await _one(f"{stock} FROM inventory") == (50, 50, 0, 5, 5)
    sums = "SELECT count(*), sum(d_on_hand), sum(on_hand), sum(reserved) FROM stock_ledger WHERE kind = 'initial'"
    assert await _one(sums) == (100, 5000, 5000, 0)
