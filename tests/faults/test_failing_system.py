"""A system that fails for a moment, and a database file that is gone: the shop goes on, or says that it cannot."""

import asyncio
import os
import shutil
from functools import partial
from typing import Any

import httpx
import pytest

from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import Guest, client_of, products, set_stock

pytestmark = [pytest.mark.asyncio, pytest.mark.stack("sqlite")]
ORDERS = 6
WITHIN_SECONDS = 5.0


async def refuse_locks(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Web and worker are refused their file locks while guests order; all is taken and worked afterwards."""
    (product,) = await products(1)
    await set_stock(product, 10 * ORDERS)
    names = ",".join(filter(None, ("locks_fail", planted)))
    web, worker = await shop.web(planted=names), shop.worker(planted=names)
    async with client_of(web.url) as client:
        guests = [Guest(client) for _ in range(ORDERS)]
        for guest in guests:
            await guest.fill([(product, 1)])
        refused = shop.folder / "locks-fail"
        refused.touch()
        ordering = [asyncio.create_task(guest.order_until_answered(within=within)) for guest in guests]
        try:
            await until(lambda: "No locks available" in worker.said, what="the worker has met it", within=within)
            await asyncio.sleep(0.5)
            refused.unlink()
            answers = await asyncio.gather(*ordering)
        finally:
            for task in ordering:
                task.cancel()
    assert {each.status_code for each in answers} == {202}
    await books.settled(within=within)
    await books.in_order(shop, promised=set().union(*(guest.promised for guest in guests)))


async def remove_database(shop: Shop, *, planted: str = "", other_in_place: bool = False) -> None:
    """The database's file is removed or replaced under guests who order: nothing is accepted, and the probe says so."""
    (product,) = await products(1)
    web = await shop.web(planted=planted)
    async with client_of(web.url) as client:
        guests = [Guest(client) for _ in range(ORDERS)]
        for guest in guests:
            await guest.fill([(product, 1)])
        file = shop.database_url.removeprefix("sqlite:///")
        if other_in_place:
            shutil.copy(file, f"{file}.other")
            os.replace(f"{file}.other", file)
        else:
            os.unlink(file)
        answers = [await guest.order() for guest in guests]
        assert [each.status_code for each in answers] == [503] * ORDERS, "an order was lost with the file"
        probe = await until(partial(_not_ready, client), what="it is not ready", within=WITHIN_SECONDS)
    assert probe["failing"] == ["database", "database_file"]


async def _not_ready(client: httpx.AsyncClient) -> Any:
    answer = await client.get("/readyz")
    return answer.json() if answer.status_code == 503 else None


async def test_orders_go_on_after_file_locks_were_refused_for_a_while(shop: Shop) -> None:
    await refuse_locks(shop)


async def test_no_order_is_accepted_into_a_database_file_that_was_removed(shop: Shop) -> None:
    await remove_database(shop)


async def test_no_order_is_accepted_into_a_database_file_that_another_one_took_the_place_of(shop: Shop) -> None:
    await remove_database(shop, other_in_place=True)
