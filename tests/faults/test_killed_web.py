"""A web process that is killed under load: each checkout key makes one order, and every promise is kept."""

import asyncio

import pytest

from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import Guest, client_of, products, set_stock
from tests.faults.stacks import on_databases_by_redis
from tests.servers.throwaway import free_port
from tests.stack import stack

pytestmark = pytest.mark.asyncio

KILLS = {"sqlite": 20, "rabbitmq": 10, "redis": 10}


async def kill_under_load(
    shop: Shop,
    *,
    checkouts: int,
    kills: int,
    failpoints: str = "",
    planted: str = "",
    within: float = PATIENCE_SECONDS,
) -> None:
    """Guests check out with repeats while web is killed: at random, or by itself at `failpoints`."""
    (product,) = await products(1)
    await set_stock(product, 10 * checkouts)
    port, done = free_port(), asyncio.Event()
    web = await shop.web(port=port)
    async with client_of(web.url) as client:
        guests = [Guest(client) for _ in range(checkouts)]
        await asyncio.gather(*(guest.fill([(product, 1)]) for guest in guests))
        await web.process.kill()
        shop.worker()
        turns = asyncio.Semaphore(2 if failpoints else 8)
        keeper = asyncio.create_task(_keep_killing(shop, port, done, kills, failpoints, planted))
        shoppers = [asyncio.create_task(_check_out(guest, turns)) for guest in guests]
        try:
            answers = await asyncio.gather(*shoppers)
            done.set()
            killed = await keeper
        finally:
            for task in (keeper, *shoppers):
                task.cancel()
    refused = {answer.text for answer in answers if answer.status_code != 202}
    assert not refused, refused
    assert killed >= kills
    promised = set().union(*(guest.promised for guest in guests))
    assert all(len(guest.promised) == 1 for guest in guests), "one key was promised two orders"
    placed = await books.rows("SELECT count(*) AS orders, count(DISTINCT checkout_key) AS keys FROM orders")
    assert (placed[0]["orders"], placed[0]["keys"]) == (checkouts, checkouts)
    await books.settled(within=within)
    await books.in_order(shop, promised=promised)


async def _check_out(guest: Guest, turns: asyncio.Semaphore):
    async with turns:
        return await guest.order_until_answered("tok_ok", within=2 * PATIENCE_SECONDS)


async def _keep_killing(shop: Shop, port: int, done: asyncio.Event, kills: int, failpoints: str, planted: str) -> int:
    """Keep a web process there; how many were killed before the guests were done and the number was reached."""
    killed = 0
    at_orders_alone = "looks_never_commit" if failpoints else ""
    names = ",".join(filter(None, (at_orders_alone, planted)))
    while killed < kills:
        process = shop.start("web", port=port, failpoints=failpoints, planted=names)
        if failpoints:
            await until(lambda process=process: done.is_set() or not process.is_alive, what="it kills itself")
        else:
            await _until_listening(port)
            await asyncio.sleep(shop.random.uniform(0, 0.15))
        if failpoints and done.is_set() and process.is_alive:
            break
        await process.kill()
        killed += 1
    await shop.web(port=port)
    await done.wait()
    return killed


async def _until_listening(port: int) -> None:
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.01)
        else:
            writer.close()
            return


async def test_web_killed_again_and_again_makes_one_order_for_each_key(shop):
    await kill_under_load(shop, checkouts=100, kills=KILLS[stack()])


@on_databases_by_redis
@pytest.mark.parametrize("place", ["before_commit", "after_commit"])
async def test_web_killed_around_its_commits_makes_one_order_for_each_key(shop, place):
    await kill_under_load(shop, checkouts=30, kills=3, failpoints=f"{place}=kill:0.4")


async def send_twins(shop: Shop, *, planted: str = "") -> None:
    """A hundred equal requests at once to two web processes, and one that only has the key in common."""
    (product,) = await products(1)
    web, second = await shop.web(planted=planted), await shop.web(planted=planted)
    shop.worker()
    async with client_of(web.url, connections=100) as client, client_of(second.url, connections=100) as other:
        first = Guest(client)
        await first.fill([(product, 2)])
        twins = [Guest((client, other)[n % 2], key=first.key, cart_token=first.cart_token) for n in range(100)]
        answers = await asyncio.gather(*(twin.order() for twin in twins))
        assert {answer.status_code for answer in answers} == {202}, {answer.text for answer in answers}
        assert sum("Idempotency-Replayed" not in answer.headers for answer in answers) == 1
        assert len({answer.json()["id"] for answer in answers}) == 1
        stranger = Guest(client, key=first.key, cart_token=first.cart_token)
        refused = await stranger.order(note="another request")
        assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")
    await books.settled()
    await books.in_order(shop, promised=twins[0].promised)
    assert len(await books.rows("SELECT id FROM orders")) == 1


@on_databases_by_redis
async def test_a_hundred_duplicate_requests_make_one_order(shop):
    await send_twins(shop)
