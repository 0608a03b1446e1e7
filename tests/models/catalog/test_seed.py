"""The demo shop: what an empty database gets."""

import pytest

from models.catalog import catalog
from models.catalog.demo import CATALOG
from models.catalog.product_lists import ProductQuery, list_products
from models.catalog.seed import seed_demo
from models.database import read, write

pytestmark = pytest.mark.asyncio
PRODUCTS = [product for category in CATALOG for product in category.products]
SKUS = sum(len(product.sizes) or 1 for product in PRODUCTS)


async def _one(sql: str) -> tuple:
    return tuple(await read(lambda tx: tx.fetch_one(sql)))


async def test_an_empty_shop_gets_a_hundred_products_in_eight_categories(shop):
    assert await write(seed_demo) == 100
    assert await _one("SELECT count(*) FROM product") == (SKUS,)
    listed = await read(lambda tx: list_products(tx, ProductQuery()))
    assert listed.total == 100, "what is sold in sizes counts once"
    assert await _one("SELECT count(*) FROM category") == (8,)
    assert await _one("SELECT count(DISTINCT category_id) FROM product") == (8,)


async def test_seeding_twice_does_nothing(shop):
    await write(seed_demo)
    assert await write(seed_demo) == 0
    assert await _one("SELECT count(*) FROM product") == (SKUS,)
    assert await _one("SELECT count(*) FROM stock_ledger") == (SKUS,)


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
    assert await _one(sums) == (SKUS, 50 * SKUS, 50 * SKUS, 0)


async def test_a_product_in_sizes_is_a_family_whose_first_size_has_its_sku(demo_shop):
    sized = [product for product in PRODUCTS if product.sizes]
    assert {product.motif for product in sized} == {"shirt", "tshirt", "boots", "sneakers", "jeans"}
    for product in sized:
        first = await read(lambda tx, sku=product.sku: catalog.find_product(tx, f"sku:{sku}"))
        assert first.family is not None
        assert first.family.name == product.name
        assert [each.values for each in first.family.members] == [(size,) for size in product.sizes]
        assert first.family.values == product.sizes[:1]
        assert first.name == f"{product.name}, {product.sizes[0]}"


async def test_sizes_leave_the_hundred_numbers_in_their_order(demo_shop):
    """Whoever counted the products of the demo shop finds the same ones under the same numbers."""
    rows = await read(lambda tx: tx.fetch("SELECT sku FROM product ORDER BY id LIMIT 100"))
    assert [row["sku"] for row in rows] == [product.sku for product in PRODUCTS]
