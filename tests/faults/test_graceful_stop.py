"""SIGTERM under load: jobs are finished or handed back, requests that had begun are answered, the exit code is 0."""

import asyncio
import contextlib
from functools import partial

import httpx
import pytest

from tests.faults import books
from tests.faults.processes import Shop, until
from tests.faults.shopping import Guest, client_of, place_many, products, set_stock
from tests.faults.stacks import on_databases_by_redis
from tests.faults.test_killed_workers import is_asking

pytestmark = pytest.mark.asyncio

ESTABLISHED, NO_INODE = "01", "0"  # in /proc/net/tcp; a connection gets its inode when it is accepted
CRASHED = "SELECT id FROM job WHERE crashes > 0 UNION SELECT job_id FROM job_event WHERE type = 'lost'"


async def stop_workers(
    shop: Shop, *, rounds: int, token: str = "tok_ok", failpoints: str = "", planted: str = ""
) -> None:
    """Stop workers while they claim and work as fast as they can."""
    (product,) = await products(1)
    await set_stock(product, 5000)
    promised: list[str] = []
    for _ in range(rounds):
        promised += await place_many([([(product, 1)], token)] * 40)
        own = {"planted": planted, "failpoints": failpoints, "concurrency": 8, "lease_seconds": 10}
        crew = [shop.worker(**own) for _ in range(2)]
        promised += await _keep_busy([each.name for each in crew], (product, token))
        assert [await worker.stop() for worker in crew] == [0, 0]
        assert await books.rows("SELECT id, kind FROM job WHERE state = 'running'") == [], "a job was left behind"
    shop.worker(lease_seconds=10)
    await books.settled()
    assert await books.rows(CRASHED) == []
    await books.in_order(shop, promised=promised)


async def _keep_busy(workers: list[str], wish: tuple[str, str]) -> list[str]:
    """Place more orders until all of the workers have claimed some, however late one of them starts."""
    product, token = wish
    placed: list[str] = []

    async def all_have_claimed() -> bool:
        if not await books.is_anything_due():
            placed.extend(await place_many([([(product, 1)], token)] * 20))
        found = await books.rows("SELECT DISTINCT worker FROM job_event WHERE type = 'claimed'")
        return set(workers) <= {row["worker"] for row in found}

    await until(all_have_claimed, what="all workers are at work")
    return placed


async def hand_back(shop: Shop, *, planted: str = "") -> None:
    """Stop a worker in the middle of calls that last longer than it may drain, twice; another finishes them."""
    (product,) = await products(1)
    promised = await place_many([([(product, 1)], "tok_slow")] * 3)
    for _ in range(2):
        worker = shop.worker(drain_seconds=0.1, lease_seconds=10, planted=f"charges_wait,{planted}")
        await until(partial(is_asking, worker), what="a charge is in flight")
        assert await worker.stop() == 0
        handed_back = await books.rows("SELECT state, attempt, crashes FROM job WHERE kind = 'order.process'")
        assert handed_back == [{"state": "queued", "attempt": 0, "crashes": 0}] * 3
    shop.let_charges_answer()
    shop.worker(lease_seconds=10, planted=f"charges_wait,{planted}")
    await books.settled()
    assert await books.rows(CRASHED) == []
    await books.in_order(shop, promised=promised)


async def test_workers_that_are_stopped_under_load_leave_nothing_behind(shop):
    await stop_workers(shop, rounds=3)


@pytest.mark.stack("sqlite")  # on PostgreSQL a slow commit holds up the loop: no stop comes in between
async def test_workers_that_are_stopped_in_slow_commits_leave_nothing_behind(shop):
    await stop_workers(shop, rounds=3, failpoints="before_commit=slow:0.3")


@on_databases_by_redis
async def test_a_worker_whose_time_to_drain_is_over_hands_its_jobs_back(shop):
    await hand_back(shop)


@on_databases_by_redis
async def test_web_processes_that_are_stopped_under_load_fail_no_request(shop):
    (product,) = await products(1)
    await set_stock(product, 5000)
    shop.worker()
    webs = [await shop.web(), await shop.web()]
    guests: list[Guest] = []
    failed: list[str] = []
    done = asyncio.Event()
    proxy = [client_of(web.url) for web in webs]
    shoppers = [asyncio.create_task(_shop_on(proxy, product, guests, failed, done)) for _ in range(6)]
    for place in (0, 1, 0):
        before = len(guests)
        await until(lambda before=before: len(guests) > before + 20, what="the shop is busy")
        assert await webs[place].process.stop() == 0
        webs[place] = await shop.web(port=webs[place].port)
    done.set()
    await asyncio.gather(*shoppers)
    for client in proxy:
        await client.aclose()
    assert failed == []
    await books.settled()
    await books.in_order(shop, promised=set().union(*(guest.promised for guest in guests)))
    assert len(await books.rows("SELECT id FROM orders")) == len(guests)


async def _shop_on(
    proxy: list[httpx.AsyncClient], product: str, guests: list[Guest], failed: list[str], done: asyncio.Event
) -> None:
    """Order after order; one retry at the other web process, as a reverse proxy does."""
    turn = 0
    while not done.is_set():
        turn += 1
        guest = Guest(proxy[turn % 2])
        await guest.fill([(product, 1)]) if await _is_up(guest.client) else await _elsewhere(guest, proxy, product)
        for client in (guest.client, *(other for other in proxy if other is not guest.client)):
            guest.client = client
            with contextlib.suppress(httpx.TransportError):
                await guest.order()
                break
        if not guest.answers or guest.answers[-1].status_code != 202:
            failed.append(guest.answers[-1].text if guest.answers else "no answer from either")
        guests.append(guest)


async def _is_up(client: httpx.AsyncClient) -> bool:
    with contextlib.suppress(httpx.TransportError):
        return (await client.get("/readyz")).status_code == 200
    return False


async def _elsewhere(guest: Guest, proxy: list[httpx.AsyncClient], product: str) -> None:
    guest.client = next(client for client in proxy if client is not guest.client)
    await guest.fill([(product, 1)])


@on_databases_by_redis
async def test_a_request_that_waits_is_answered_before_web_ends(shop):
    (product,) = await products(1)
    web = await shop.web()
    async with client_of(web.url) as client:
        guest = Guest(client)
        await guest.fill([(product, 1)])
        order = (await guest.order()).json()
    reader, writer = await asyncio.open_connection("127.0.0.1", web.port)
    head = f"GET /api/v1/orders/{order['id']} HTTP/1.1\r\nHost: 127.0.0.1\r\nPrefer: wait=3\r\n"
    writer.write(f"{head}X-Order-Token: {order['access_token']}\r\n\r\n".encode())
    await writer.drain()
    await until(lambda: _has_read(web.port), what="the request has arrived")
    assert await web.process.stop() == 0
    assert (await reader.readline()).startswith(b"HTTP/1.1 200")
    writer.close()


def _has_read(port: int) -> bool:
    """Whether the kernel knows of an accepted connection to the port that has no more bytes to be read."""
    with open("/proc/net/tcp") as table:
        found = [line.split() for line in table if line.split()[1].endswith(f":{port:04X}")]
    queues = [row[4].split(":")[1] for row in found if row[3] == ESTABLISHED and row[9] != NO_INODE]
    return bool(queues) and all(int(waiting, 16) == 0 for waiting in queues)
