"""Products of the version before are found by the new search right after the migration, and by the old one after it."""

from typing import Any

import pytest

from models.catalog.product_lists import ProductQuery, list_products
from models.catalog.seed import seed_demo
from models.database import fetch_count, read, write
from models.database.upgrade import downgrade, upgrade
from tests.models.database.test_retry_migration import opened

pytestmark = pytest.mark.asyncio
KEY = {"sqlite": "rowid", "postgres": "product_id"}


async def found(query: str) -> Any:
    return [product.sku for product in (await read(lambda tx: list_products(tx, ProductQuery(q=query)))).items]


async def test_products_of_yesterday_are_found(database_url: str) -> None:
    async with opened(database_url):
        await write(seed_demo)
        before = await found("SKU-0014"), await found("stonware mug")
    while not (await downgrade(database_url))[0].endswith("_search.py"):
        pass  # a later migration
    await upgrade(database_url)
    async with opened(database_url):
        assert (await found("SKU-0014"), await found("stonware mug")) == before
        assert before[0][0] == "SKU-0014"
        assert before[1]


async def test_what_an_older_release_indexed_is_found_by_the_newer_rules(database_url: str) -> None:
    async with opened(database_url):
        await write(seed_demo)
        before = await found("stonware mug")
    while not (await downgrade(database_url))[0].endswith("_search_again.py"):
        pass  # a later migration
    async with opened(database_url):
        await write(lambda tx: tx.execute(f"DELETE FROM product_search WHERE {KEY[tx.dialect]} > 0"))
        await write(lambda tx: tx.execute("DELETE FROM search_word"))
        assert await read(lambda tx: fetch_count(tx, "SELECT count(*) FROM product_search")) == 0  # nothing is found
    await upgrade(database_url)
    async with opened(database_url):
        assert await found("stonware mug") == before != []
