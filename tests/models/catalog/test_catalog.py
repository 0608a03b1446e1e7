"""Categories, single products and lists of them."""

import pytest

from models.catalog.catalog import categories, find_category, find_product
from models.catalog.product_lists import ProductQuery, list_products
from models.database import read, write
from models.shared.errors import NotFound, ProductNotFound

pytestmark = pytest.mark.asyncio


async def listed(**wanted):
    return await read(lambda tx: list_products(tx, ProductQuery(**wanted)))


async def set_stock(sku, on_hand, reserved=0):
    sql = "UPDATE inventory SET on_hand = ?, reserved = ? WHERE product_id = (SELECT id FROM product WHERE sku = ?)"
    assert await write(lambda tx: tx.execute(sql, on_hand, reserved, sku)) == 1


async def retire(sku):
    assert await write(lambda tx: tx.execute("UPDATE product SET status = 'retired' WHERE sku = ?", sku)) == 1


async def by_sku(sku, **options):
    return await read(lambda tx: find_product(tx, f"sku:{sku}", **options))


async def test_an_empty_shop_has_empty_lists(shop):
    assert await read(categories) == []
    page = await listed()
    assert (page.items, page.total, page.pages) == ([], 0, 1)


async def test_categories_come_in_shelf_order_and_count_what_is_on_sale(demo_shop):
    await retire("SKU-0001")
    found = await read(categories)
    assert [category.slug for category in found] == [
        *("kitchen", "home", "desk", "sound", "travel", "clothing", "outdoors", "garden")
    ]
    assert [category.product_count for category in found] == [12, 13, 13, 12, 12, 12, 13, 12]
    assert found[0].picture == "categories/kitchen.svg"


async def test_a_category_is_found_by_slug_and_by_id(demo_shop):
    kitchen = await read(lambda tx: find_category(tx, "kitchen"))
    assert await read(lambda tx: find_category(tx, kitchen.id)) == kitchen


@pytest.mark.parametrize("name", ["attic", "", "KITCHEN", "1", "kitchen' OR 1=1", "\x00", "\ud800", "x" * 5000])
async def test_no_such_category(demo_shop, name):
    with pytest.raises(NotFound):
        await read(lambda tx: find_category(tx, name))


async def test_a_product_is_found_by_id_and_by_sku_in_any_case(demo_shop):
    mug = await by_sku("SKU-0001")
    assert (mug.name, mug.price_cents, mug.category.slug) == ("Alder Stoneware Mug", 1800, "kitchen")
    assert (mug.available, mug.stock_state, mug.picture) == (50, "in_stock", "products/sku-0001.svg")
    assert await by_sku("sku-0001") == mug
    assert await read(lambda tx: find_product(tx, mug.id)) == mug


@pytest.mark.parametrize(
    "name",
    ["", "1", "sku:", "sku:SKU-9999", "sku:SKU-000_", "sku:%", "sku:\x00", "\x00" * 26, "\ud800", "x" * 26, "9" * 9999],
)
async def test_no_such_product(demo_shop, name):
    with pytest.raises(ProductNotFound):
        await read(lambda tx: find_product(tx, name))


async def test_a_retired_product_is_found_only_by_those_who_ask_for_it(demo_shop):
    await retire("SKU-0001")
    with pytest.raises(ProductNotFound):
        await by_sku("SKU-0001")
    assert (await by_sku("SKU-0001", include_retired=True)).status == "retired"
    assert (await listed()).total == 99


@pytest.mark.parametrize(
    ("on_hand", "reserved", "available", "state"),
    [(50, 44, 6, "in_stock"), (50, 45, 5, "low"), (1, 0, 1, "low"), (7, 7, 0, "out"), (0, 0, 0, "out")],
)
async def test_stock_states_turn_at_the_threshold_and_at_nothing(demo_shop, on_hand, reserved, available, state):
    await set_stock("SKU-0001", on_hand, reserved)
    mug = await by_sku("SKU-0001")
    assert (mug.available, mug.stock_state) == (available, state)


async def test_pages_hold_every_product_once(demo_shop):
    pages = [await listed(page=number) for number in range(1, 6)]
    assert [len(page.items) for page in pages] == [24, 24, 24, 24, 4]
    assert {(page.total, page.pages) for page in pages} == {(100, 5)}
    assert len({product.id for page in pages for product in page.items}) == 100


async def test_past_the_end_there_is_an_empty_page_that_knows_the_total(demo_shop):
    page = await listed(page=6)
    assert (page.items, page.total, page.pages) == ([], 100, 5)


@pytest.mark.parametrize(
    ("sort", "key", "is_falling"),
    [
        ("name", lambda product: product.name.lower(), False),
        ("-name", lambda product: product.name.lower(), True),
        ("price", lambda product: product.price_cents, False),
        ("-price", lambda product: product.price_cents, True),
        ("newest", lambda product: product.created_at, True),
        ("", lambda product: product.created_at, True),
    ],
)
async def test_lists_are_sorted_as_asked(demo_shop, sort, key, is_falling):
    keys = [key(product) for product in (await listed(sort=sort, per_page=100)).items]
    assert len(keys) == 100
    assert keys == sorted(keys, reverse=is_falling)


async def test_popular_products_are_those_that_sold_most(demo_shop):
    async def sell(tx):
        await tx.execute(
            "INSERT INTO orders (public_id, placed_by, checkout_key, email, status, subtotal_cents, shipping_cents,"
            " total_cents, currency, shipping_method, shipping_address, created_at, updated_at)"
            " VALUES ('o', 'cart:1', 'k', 'a@b.c', 'pending', 1, 0, 1, 'USD', 'standard', '{}', ?, ?)",
            *(tx.now, tx.now),
        )
        for sku, quantity in (("SKU-0031", 2), ("SKU-0077", 3)):
            await tx.execute(
                "INSERT INTO order_line (order_id, product_id, sku, name, quantity, unit_price_cents, line_total_cents)"
                " SELECT 1, id, sku, name, ?, price_cents, price_cents * ? FROM product WHERE sku = ?",
                *(quantity, quantity, sku),
            )

    await write(sell)
    page = await listed(sort="popular", per_page=3)
    assert [product.sku for product in page.items] == ["SKU-0077", "SKU-0031", "SKU-0001"]


async def test_filters_work_together(demo_shop):
    kitchen = await read(lambda tx: find_category(tx, "kitchen"))
    await set_stock("SKU-0001", 0)
    wanted = {"min_price": 1800, "max_price": 2400, "sort": "price"}
    by_slug = await listed(category="kitchen", **wanted)
    assert [(product.sku, product.price_cents) for product in by_slug.items] == [
        *[("SKU-0001", 1800), ("SKU-0013", 2200), ("SKU-0011", 2400)]
    ]
    in_stock = await listed(category=kitchen.id, in_stock=True, **wanted)
    assert ([product.sku for product in in_stock.items], in_stock.total) == (["SKU-0013", "SKU-0011"], 2)


@pytest.mark.parametrize("category", ["attic", "' OR 1=1 --", "%", "0"])
async def test_an_unknown_category_holds_nothing(demo_shop, category):
    assert (await listed(category=category)).total == 0
