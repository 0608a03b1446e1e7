"""Fills an empty shop with the demo catalogue and its opening stock."""

import functools
import json
from pathlib import Path

from models.accounts.account_record import Role
from models.accounts.accounts import create_user
from models.accounts.passwords import SHIPPED, hash_password
from models.catalog.demo import CATALOG, VIEWS, DemoCategory, DemoProduct, picture_name
from models.catalog.search.search_index import index_all
from models.content import content_pages
from models.database import Transaction, write
from models.shared.errors import EmailTaken
from models.shared.public_ids import new_public_id
from models.shared.slugs import slug_of
from models.shared.times import DAY_MS

DEMO_ADMIN = "admin@shop.com"
ON_HAND = 50
LOW_STOCK_THRESHOLD = 5
DETAILS = Path(__file__).parent / "demo" / "details"
INSERT_CATEGORY = """
INSERT INTO category (public_id, slug, name, description, position, created_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (slug) DO NOTHING
"""
INSERT_PRODUCT = """
INSERT INTO product (public_id, sku, slug, name, description, details, price_cents, category_id, status, picture,
    version, created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM category WHERE slug = ?), 'active', ?, 1, ?, ?)
"""
INSERT_FAMILY = """
INSERT INTO product_family (public_id, name, options, version, created_at, updated_at) VALUES (?, ?, ?, 1, ?, ?)
"""
JOIN_FAMILY = """
UPDATE product SET family_id = (SELECT id FROM product_family WHERE name = ?), option_values = ? WHERE sku = ?
"""
INSERT_PICTURES = """
INSERT INTO product_image (product_id, path, alt, position)
SELECT id, replace(picture, '.svg', CAST(? AS VARCHAR(80))),
    name || CAST(? AS VARCHAR(80)), CAST(? AS INTEGER) FROM product
"""
OPEN_STOCK = """
INSERT INTO inventory (product_id, on_hand, low_stock_threshold, updated_at)
SELECT id, CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS BIGINT) FROM product
"""
OPEN_LEDGER = """
INSERT INTO stock_ledger (product_id, kind, d_on_hand, on_hand, reserved, actor, note, at)
SELECT product_id, 'initial', on_hand, on_hand, reserved, 'seed', 'Opening stock of the demo shop', updated_at
FROM inventory ORDER BY product_id
"""


async def seed_development() -> int:
    """Fill an empty shop and give it its admin, whose password is published and has to be changed at the first login.

    Done once: a shop with any account or product keeps what it has. The number of products put on sale.
    """
    password_hash = hash_password(SHIPPED[0])

    async def work(tx: Transaction) -> int:
        if await tx.fetch_one("SELECT id FROM users LIMIT 1") is None:
            await create_user(
                tx,
                email=DEMO_ADMIN,
                password_hash=password_hash,
                name="Admin",
                role=Role.ADMIN,
                must_change_password=True,
            )
        return await seed_demo(tx)

    try:
        return await write(work)
    except EmailTaken:  # another process is filling the shop, and had committed when we were told
        return await write(work)


async def seed_demo(tx: Transaction) -> int:
    """The number of products put on sale, a family as one; none when the shop has any already."""
    if await tx.fetch_one("SELECT id FROM product LIMIT 1") is not None:
        return 0
    await tx.execute_many(INSERT_CATEGORY, [_category(place, each, tx.now) for place, each in enumerate(CATALOG)])
    products = [(category, product) for category in CATALOG for product in category.products]
    first = [
        _product(category, product, size, tx.now) for category, product in products for size in _sizes(product)[:1]
    ]
    more = [_product(category, product, size, tx.now) for category, product in products for size in _sizes(product)[1:]]
    await tx.execute_many(INSERT_PRODUCT, first + more)
    await _join_families(tx, [product for _, product in products if product.sizes])
    await index_all(tx)
    for place, (view, words) in enumerate(VIEWS.items()):
        await tx.execute(INSERT_PICTURES, f"{view}.svg", words, place)
    await tx.execute(OPEN_STOCK, ON_HAND, LOW_STOCK_THRESHOLD, tx.now)
    await tx.execute(OPEN_LEDGER)
    await content_pages.write_demo(tx)
    return len(products)


def _category(place: int, category: DemoCategory, now: int) -> tuple[object, ...]:
    return new_public_id(), category.slug, category.name, category.description, place, now


async def _join_families(tx: Transaction, sized: list[DemoProduct]) -> None:
    """What is sold in sizes is a family of them."""
    for product in sized:
        options = json.dumps([["Size", product.sizes]])
        await tx.execute(INSERT_FAMILY, new_public_id(), product.name, options, tx.now, tx.now)
        members = [(product.name, json.dumps([size]), size_sku(product, size)) for size in product.sizes]
        await tx.execute_many(JOIN_FAMILY, members)


def size_sku(product: DemoProduct, size: str) -> str:
    """The SKU of a product in a size; the first size has the product's own."""
    return product.sku if size in _sizes(product)[:1] else f"{product.sku}-{size.replace(' ', '')}"


def _sizes(product: DemoProduct) -> tuple[str, ...]:
    return product.sizes or ("",)


def _product(category: DemoCategory, product: DemoProduct, size: str, now: int) -> tuple[object, ...]:
    picture = picture_name(product.sku)
    came = now - _age_days(product.sku) * DAY_MS
    name = f"{product.name}, {size}" if size else product.name
    return (
        *(new_public_id(), size_sku(product, size), slug_of(name), name, product.description),
        *(details_of(category.slug), product.price_cents, category.slug, picture, came, came),
    )


@functools.cache
def details_of(slug: str) -> str:
    """What is said about everything in a category, as rich text."""
    return (DETAILS / f"{slug}.html").read_text(encoding="utf-8")


def _age_days(sku: str) -> int:
    """Spreads arrivals over a hundred days, so that the newest come from all categories. 37 has no factor in common."""
    return int(sku[-4:]) * 37 % 100
