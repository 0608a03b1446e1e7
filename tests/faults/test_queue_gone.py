"""The queue's files are deleted while everything runs: orders come a little later, and none is lost."""

import asyncio

import pytest

from tests.faults import books
from tests.faults.shopping import Guest, client_of, products

pytestmark = pytest.mark.asyncio


async def test_a_deleted_queue_loses_nothing(shop):
    (product,) = await products(1)
    web = await shop.web()
    for _ in range(2):
        shop.worker()
    async with client_of(web.url) as client:
        guests = [Guest(client) for _ in range(30)]
        for number, guest in enumerate(guests):
            await guest.fill([(product, 1)])
            if number % 10 == 5:
                for file in shop.folder.glob("queue.db*"):
                    file.unlink(missing_ok=True)
            assert (await guest.order_until_answered()).status_code == 202
    await books.settled(within=45)
    await books.in_order(shop, promised=set().union(*(guest.promised for guest in guests)))
    slowest = await books.rows("SELECT max(decided_at - created_at) AS milliseconds FROM orders")
    assert slowest[0]["milliseconds"] < 20_000


async def test_the_bell_rings_again_after_its_file_was_deleted(shop):
    (product,) = await products(1)
    web = await shop.web()
    shop.worker()
    async with client_of(web.url) as client:
        for file in shop.folder.glob("queue.db*"):
            file.unlink()
        delays = []
        for _ in range(4):
            guest = Guest(client)
            await guest.fill([(product, 1)])
            await guest.order()
            await books.settled(within=20)
            await asyncio.sleep(0)
            found = await books.rows("SELECT decided_at - created_at AS milliseconds FROM orders ORDER BY id DESC")
            delays.append(found[0]["milliseconds"])
    assert min(delays[1:]) < 2_000, f"workers found the orders by looking, not by the bell: {delays}"
