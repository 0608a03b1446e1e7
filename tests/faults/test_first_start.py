"""Eight processes start at once on an empty folder: one migration, one demo shop, no crash."""

import asyncio

import pytest

from tests.faults import books
from tests.faults.processes import Shop, until
from tests.faults.shopping import Guest, client_of, products
from tests.faults.stacks import on_databases_by_redis
from tests.servers.throwaway import free_port

pytestmark = pytest.mark.asyncio


async def start_together(shop: Shop, *, planted: str = "") -> None:
    """Migrate eight times at once, then seed eight times at once, in a folder with nothing in it."""
    rush = await shop.next_door()
    try:
        for command in ("migrate", "seed"):
            started = [rush.start(command, planted=planted) for _ in range(8)]
            assert [await process.ended() for process in started] == [0] * 8, "\n".join(rush.said())
        assert (await rush.run("doctor")).code == 0
        assert (rush.count_said("applied 0_"), rush.count_said("filled the shop with")) == (1, 1)
    finally:
        await rush.close()


@on_databases_by_redis
@pytest.mark.parametrize("_again", range(3))
async def test_eight_first_starts_at_once_make_one_shop(shop, _again):
    await start_together(shop)


async def test_four_web_and_four_workers_start_at_once_and_sell(shop):
    webs = [shop.start("web", port=free_port()) for _ in range(3)]
    workers = [shop.worker() for _ in range(4)]
    web = await shop.web()
    (product,) = await products(1)
    async with client_of(web.url) as client:
        guests = [Guest(client) for _ in range(8)]
        await asyncio.gather(*(guest.fill([(product, 1)]) for guest in guests))
        answers = await asyncio.gather(*(guest.order() for guest in guests))
    assert {answer.status_code for answer in answers} == {202}
    await books.settled()
    assert all(process.is_alive for process in (*webs, *workers))
    await books.in_order(shop, promised=set().union(*(guest.promised for guest in guests)))
    await until(lambda: _all_present(4), what="all workers are shown")


async def _all_present(number: int) -> bool:
    return len(await books.rows("SELECT name FROM worker")) == number
