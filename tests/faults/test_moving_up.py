"""A live shop moves from its file to PostgreSQL under load; whatever breaks the copy off, it goes on where it was."""

import asyncio
import re
from collections.abc import AsyncIterator

import asyncpg
import pytest
import pytest_asyncio

from models.database import close_database, open_database
from tests.faults import books
from tests.faults.processes import Process, Shop, until
from tests.faults.shopping import client_of, products, set_stock
from tests.faults.test_releases import Customers
from tests.servers.postgres import Postgres

pytestmark = [pytest.mark.asyncio, pytest.mark.stack("sqlite")]

SHOPPERS = 4


@pytest_asyncio.fixture
async def target(postgres: Postgres, shop: Shop) -> AsyncIterator[str]:
    """The URL of an empty database, gone after the shop."""
    name = f"moved_{shop.folder.name.replace('-', '_')}"
    await postgres.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    await postgres.run(f"CREATE DATABASE {name}")
    yield postgres.url(name)
    await close_database()
    await postgres.run(f"DROP DATABASE {name} WITH (FORCE)")


async def grow(shop: Shop, carts: int) -> None:
    """Many rows, so that a copy takes a while."""
    for start in range(0, carts, 10_000):
        await books.rows("SELECT 1")
        await _carts(start, min(carts, start + 10_000))


async def _carts(start: int, end: int) -> None:
    from models.database import write

    await write(
        lambda tx: tx.execute(
            "WITH RECURSIVE n(i) AS (SELECT CAST(? AS INT) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)"
            " INSERT INTO cart (public_id, token_hash, user_id, version, created_at, updated_at)"
            " SELECT printf('%026d', i), printf('%064d', i), NULL, 1, 1, 4102444800000 FROM n",
            *(start, end),
        )
    )


async def rows_there(url: str, table: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        if await connection.fetchval("SELECT to_regclass($1)", table) is None:
            return 0
        return int(await connection.fetchval(f"SELECT count(*) FROM {table}"))
    finally:
        await connection.close()


async def test_a_live_shop_moves_and_no_order_is_lost(shop: Shop, target: str) -> None:
    product = (await products(1))[0]
    await set_stock(product, 100_000)
    customers = Customers(product)
    web = await shop.web()
    workers = [shop.worker() for _ in range(2)]
    customers.go_to(web)
    buying = [asyncio.create_task(customers.keep_buying()) for _ in range(SHOPPERS)]
    try:
        await customers.bought(20)
        copying = await shop.run("copy", "--to", target)
        assert copying.code == 0, copying.said
        assert "doctor: 0 violations" in copying.said
        customers.go_home()
    finally:
        customers.go_home()
        await asyncio.gather(*buying)
    assert all(": 503 " in words for words in customers.refused), customers.refused[:3]
    async with client_of(web.url) as client:
        body = {"product_id": product, "quantity": 1}
        assert (await client.post("/api/v1/cart/items", json=body)).status_code == 503
    for process in (web.process, *workers):
        await process.stop()
    moved = Shop(shop.folder, shop._launcher, target, shop.queue_url, shop._empty_database)
    await close_database()
    await open_database(target)
    web = await moved.web(name="web-moved")
    moved.worker(name="worker-moved")
    again = Customers(product)
    again.go_to(web)
    more = asyncio.create_task(again.keep_buying())
    try:
        await again.bought(5)
    finally:
        again.go_home()
        await more
    await books.settled()
    await books.in_order(moved, promised=customers.placed | again.placed)
    numbers = [row["id"] for row in await books.rows("SELECT id FROM orders ORDER BY id")]
    assert len(numbers) == len(set(numbers)) >= len(customers.placed) + len(again.placed)
    async with client_of(web.url) as client:
        assert (await client.get("/products?q=mug")).status_code == 200
        found = (await client.get("/api/v1/products?q=mug")).json()
        assert found["items"], "the search finds nothing after the move"
    await moved.close()


async def test_a_copy_that_is_killed_goes_on_where_it_was(shop: Shop, target: str) -> None:
    await grow(shop, 60_000)
    web = await shop.web()
    product = (await products(1))[0]
    await set_stock(product, 100_000)
    customers = Customers(product)
    customers.go_to(web)
    shop.worker()
    buying = asyncio.create_task(customers.keep_buying())
    try:
        await customers.bought(3)
        first: Process = shop.start("copy", "--to", target)

        async def is_under_way() -> bool:
            assert first.is_alive, first.said
            return await rows_there(target, "cart") >= 5_000

        await until(is_under_way, what="a part is copied")
        await first.kill()
        there = await rows_there(target, "cart")
        assert 5_000 <= there < 60_000, "it was not broken off in the middle"
        await customers.bought(3)
        second = await shop.run("copy", "--to", target)
        assert second.code == 0, second.said
        assert "doctor: 0 violations" in second.said
        assert re.search(r"[0-9,]+ rows of [0-9]+ tables are there, with equal counts and sums", second.said)
    finally:
        customers.go_home()
        await buying
    await close_database()
    await open_database(target)
    known = {row["public_id"] for row in await books.rows("SELECT public_id FROM orders")}
    assert customers.placed <= known


async def test_another_shop_is_not_written_over(shop: Shop, target: str) -> None:
    assert (await shop.run("copy", "--to", target)).code == 0
    again = await shop.run("copy", "--to", target)
    assert again.code == 2
    assert "the target is not empty" in again.said
    assert (await shop.run("copy", "--reopen")).code == 0
    await set_stock((await products(1))[0], 7)
    nowhere = await shop.run("copy", "--to", "sqlite:///x.db")
    assert nowhere.code == 2
