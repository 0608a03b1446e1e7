"""Two hundred clients hang up in the middle of a write: no lock stays behind, and the next write succeeds."""

import asyncio
import json

import pytest

from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop, Web
from tests.faults.shopping import Guest, client_of, products, set_stock
from tests.faults.stacks import on_databases_by_redis

pytestmark = [pytest.mark.asyncio, on_databases_by_redis]


async def _hang_up(web: Web, product: str, number: int) -> None:
    """A whole request, and no patience for its answer."""
    body = json.dumps({"product_id": product, "quantity": 1}).encode()
    head = f"POST /api/v1/cart/items HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n"
    _, writer = await asyncio.open_connection("127.0.0.1", web.port)
    writer.write(head.encode() + b"Content-Type: application/json\r\n\r\n" + body)
    await writer.drain()
    for _ in range(number % 7):
        await asyncio.sleep(0.001)
    writer.transport.abort()


async def hang_up_often(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Two hundred times, then one client that waits."""
    (product,) = await products(1)
    await set_stock(product, 1000)
    web = await shop.web(planted=planted)
    shop.worker()
    for batch in range(10):
        await asyncio.gather(*(_hang_up(web, product, 20 * batch + number) for number in range(20)))
    async with client_of(web.url) as client:
        guest = Guest(client)
        async with asyncio.timeout(within):
            assert await guest.fill([(product, 1)])
            assert (await guest.order()).status_code == 202
    await books.settled()
    await books.in_order(shop, promised=guest.promised)
    assert "Traceback" not in web.process.said, web.process.said[-3000:]


async def test_two_hundred_clients_that_hang_up_leave_no_lock_behind(shop):
    await hang_up_often(shop)
