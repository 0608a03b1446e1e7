"""The queue's files are deleted while everything runs: orders come a little later, and none is lost."""

import httpx
import pytest

from tests.faults import books
from tests.faults.processes import Shop, until
from tests.faults.shopping import Guest, client_of, products

pytestmark = [pytest.mark.asyncio, pytest.mark.stack("sqlite")]


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


async def ring_again(shop: Shop, *, planted: str = "") -> None:
    """An order after the queue's files were deleted."""
    (product,) = await products(1)
    web = await shop.web(planted=planted)
    async with client_of(web.url) as client:
        await _order(client, product)
        bell = shop.folder / "queue.db.orders.bell"
        await until(bell.exists, within=10, what="web has the queue open")
        for file in shop.folder.glob("queue.db*"):
            file.unlink()
        shop.worker(planted=planted)
        for _ in range(3):  # one alone may be found by a look that happens to come just then
            await books.settled(within=20)
            await _order(client, product)
        await books.settled(within=20)
    found = await books.rows("SELECT max(decided_at - created_at) AS milliseconds FROM orders WHERE id > 1")
    slow = found[0]["milliseconds"]
    assert slow < 1_500, f"the worker found an order by looking, not by the bell: after {slow} ms"


async def _order(client: httpx.AsyncClient, product: str) -> None:
    guest = Guest(client)
    await guest.fill([(product, 1)])
    assert (await guest.order()).status_code == 202


async def test_the_bell_rings_again_after_its_file_was_deleted(shop):
    await ring_again(shop)
