"""The queue's files are deleted while everything runs: orders come a little later, and none is lost."""

import contextlib
import sqlite3
from functools import partial
from pathlib import Path

import httpx
import pytest

from tests.faults import books, notifications
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
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
    await books.settled()
    await books.in_order(shop, promised=set().union(*(guest.promised for guest in guests)))
    slowest = await books.rows("SELECT max(decided_at - created_at) AS milliseconds FROM orders")
    assert slowest[0]["milliseconds"] < 60_000


async def notify_again(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """An order after the queue's files were deleted."""
    (product,) = await products(1)
    web = await shop.web(planted=planted)
    async with client_of(web.url) as client:
        await _order(client, product)
        await until(partial(_holds_message, shop.folder / "queue.db"), what="web has the queue's files open")
        for file in shop.folder.glob("queue.db*"):
            file.unlink()
        shop.worker(planted=planted)
        await books.settled()
        await notifications.is_notified(partial(_order, client, product), within=within)


def _holds_message(file: Path) -> bool:
    """Whether web has written into the queue's file; before that it has woken whoever waits at the FIFO."""
    with contextlib.closing(sqlite3.connect(file)) as connection, contextlib.suppress(sqlite3.OperationalError):
        return connection.execute("SELECT 1 FROM task").fetchone() is not None
    return False  # it has no table yet


async def _order(client: httpx.AsyncClient, product: str) -> None:
    guest = Guest(client)
    await guest.fill([(product, 1)])
    assert (await guest.order()).status_code == 202


async def test_notifications_arrive_again_after_the_fifo_was_deleted(shop):
    await notify_again(shop)
