"""Slugs keep what a name says, in whatever script it says it."""

import pytest

from models.audit.audit_log import Actor
from models.catalog import category_changes, product_changes
from models.catalog.product_changes import NewProduct
from models.database import Transaction, write
from models.shared.slugs import LONGEST, slug_of

ADMIN = Actor("admin@shop.com")
SLUGS = {
    "Œuf Cup Æsir Edition": "oeuf-cup-aesir-edition",
    "Straßenlampe": "strassenlampe",
    "Łódź Blanket": "lodz-blanket",
    "Йогурт": "yogurt",
    "Οδός": "odos",
    "おいしい": "oishii",
    "工夫茶 Tea Brick": "gongfucha-tea-brick",
    "Chef’s Knife, 20 cm": "chefs-knife-20-cm",
    "Cafe\u0301": "cafe",
    "ﬁne": "fine",
}


@pytest.mark.parametrize(("name", "slug"), SLUGS.items())
def test_no_letter_of_a_name_is_lost(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_slug_has_an_end_and_no_dash_there() -> None:
    assert slug_of("工" * 200) == ("gong" * 200)[:LONGEST]
    assert not slug_of("x" * (LONGEST - 1) + " y").endswith("-")


@pytest.mark.asyncio
async def test_names_without_letters_are_called_what_they_are(shop: str) -> None:
    async def work(tx: Transaction) -> tuple[str, ...]:
        first = await category_changes.create(tx, ADMIN, "!!!")
        second = await category_changes.create(tx, ADMIN, "???")
        third = await category_changes.create(tx, ADMIN, "Οδός")
        new = NewProduct(sku="Odd.1", name="!?", price_cents=1, category_id=first.id)
        product = await product_changes.create(tx, ADMIN, new)
        renamed = await product_changes.change(tx, ADMIN, product.id, {"name": "Йогурт"})
        return first.slug, second.slug, third.slug, product.slug, renamed.slug

    assert await write(work) == ("category", "category-2", "odos", "odd-1", "yogurt")
