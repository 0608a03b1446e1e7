"""The servers behind the shop go away and come back under load: promises are kept, and nothing is done twice."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from functools import partial
from itertools import pairwise

import httpx
import pika.exceptions
import pytest

from tests.faults import books, notifications
from tests.faults.operator_looks import QUICK, planted_with
from tests.faults.processes import LEASE_SECONDS, PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import Guest, client_of, place, place_many, products, set_stock

pytestmark = [pytest.mark.asyncio, pytest.mark.stack("rabbitmq", "redis")]

RECOVERY_SECONDS = 30.0  # ten on a machine that has nothing else to do


class Crowd:
    """Guests who order one thing each, four at a time, again and again until there is an answer."""

    def __init__(self, client: httpx.AsyncClient, product: str) -> None:
        self._client, self._product = client, product
        self.guests: list[Guest] = []
        self.answered_at: list[float] = []
        self._is_over = False

    async def keep_ordering(self) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(4):
                group.create_task(self._one_after_the_other())

    def go_home(self) -> None:
        self._is_over = True

    async def has_ordered(self, more: int) -> None:
        """Until so many more of them were answered."""
        wanted = len(self.answered_at) + more
        await until(lambda: len(self.answered_at) >= wanted, what=f"{more} more orders are answered")

    @property
    def promised(self) -> set[str]:
        return set().union(*(guest.promised for guest in self.guests))

    @property
    def refusals(self) -> set[int]:
        return {answer.status_code for guest in self.guests for answer in guest.answers} - {202}

    async def _one_after_the_other(self) -> None:
        while not self._is_over:
            guest = Guest(self._client)
            self.guests.append(guest)
            await guest.fill([(self._product, 1)])
            await guest.order_until_answered()
            self.answered_at.append(time.monotonic())


@contextlib.asynccontextmanager
async def crowd(shop: Shop, *, planted: str = "") -> AsyncIterator[Crowd]:
    """A busy shop: one web process, two workers, four guests at a time; at the end all is decided and in order."""
    (product,) = await products(1)
    await set_stock(product, 5000)
    web = await shop.web(planted=planted)
    for _ in range(2):
        shop.worker(planted=planted, lease_seconds=12)  # longer than any server stays away
    async with client_of(web.url) as client:
        await until(_workers_are_there, what="both workers have started")
        people = Crowd(client, product)
        ordering = asyncio.create_task(people.keep_ordering())
        try:
            await people.has_ordered(10)
            yield people
        finally:
            people.go_home()
            await ordering
    await books.settled()  # a claim whose commit is in doubt waits until its lease is over
    assert all(process.is_alive for process in shop.processes), [each.name for each in shop.processes if each.code]
    await books.in_order(shop, promised=people.promised)
    assert len(await books.rows("SELECT id FROM orders")) == len(people.guests), "a checkout made two orders, or none"


async def _workers_are_there() -> bool:
    return len(await books.rows("SELECT name FROM worker")) >= 2


async def restart_database(shop: Shop, mode: str, *, times: int = 2, planted: str = "") -> None:
    """Stop it, leave it for a second, start it; orders are taken again soon, and meanwhile only 503 is said."""
    server, _ = shop.servers
    async with crowd(shop, planted=planted) as people:
        for _ in range(times):
            await asyncio.to_thread(server.stop, mode)
            await asyncio.sleep(1)
            await asyncio.to_thread(server.start)
            back = time.monotonic()
            await people.has_ordered(4)
            recovered = next(at for at in people.answered_at if at > back) - back
            assert recovered < RECOVERY_SECONDS, f"orders were taken again only after {recovered:.1f} s"
            await people.has_ordered(10)
    assert people.refusals <= {503}


async def fail_over(shop: Shop, *, planted: str = "") -> None:
    """The database's server is gone for good, and its standby, which is read-only at first, takes its place."""
    server, _ = shop.servers
    with server.with_standby() as standby:
        async with crowd(shop, planted=planted) as people:
            await people.has_ordered(10)
            await asyncio.to_thread(server.stop)
            await asyncio.to_thread(standby.take_over, server)
            await people.has_ordered(20)
        assert people.refusals <= {503}
        await shop.close()  # before the first server is back, which knows nothing of what came afterwards


async def restart_broker(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Stop it, take orders without it, start it; nobody is refused, and notifications arrive again."""
    _, broker = shop.servers
    async with crowd(shop, planted=planted) as people:
        await asyncio.to_thread(broker.stop)
        await people.has_ordered(10)
        await asyncio.to_thread(broker.start)
        await people.has_ordered(10)
        assert people.refusals == set()
    await books.settled()
    (product,) = await products(1)
    await notifications.is_notified(lambda: place([(product, 1)]), within=within)


async def stay_away(shop: Shop, *, planted: str = "") -> None:
    """The broker is away from the start, and stays away: nobody is refused, and orders are found by looking."""
    _, broker = shop.servers
    await asyncio.to_thread(broker.stop)
    async with crowd(shop, planted=planted) as people:
        await people.has_ordered(30)
        assert people.refusals == set()
    slowest = await books.rows("SELECT max(decided_at - created_at) AS milliseconds FROM orders")
    assert slowest[0]["milliseconds"] < 60_000


async def hang(shop: Shop) -> None:
    """The broker keeps its connections and says nothing: orders are taken and worked, and processes end in time."""
    _, broker = shop.servers
    async with crowd(shop) as people:
        try:
            broker.freeze()
            await people.has_ordered(20)
            leaving = [shop.worker(lease_seconds=12), (await shop.web()).process]
            await until(lambda: leaving[0].said.count("takes"), what="the worker has started")
            await people.has_ordered(10)
            for process in leaving:
                assert await process.stop() == 0
                shop.processes.remove(process)
        finally:
            broker.thaw()
        await people.has_ordered(10)
        assert people.refusals == set()


async def run_out_of_memory(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """The broker blocks whoever sends: orders are taken and worked, it is told, and notifications arrive again."""
    _, broker = shop.servers
    async with crowd(shop, planted=planted_with(QUICK, planted)) as people:
        with contextlib.ExitStack() as alarm:
            await asyncio.to_thread(alarm.enter_context, broker.out_of_memory())
            await people.has_ordered(20)
            said = partial(shop.count_said, "alarm queue_away: ")
            await until(said, what="the operator is told", within=within)
            await people.has_ordered(10)
            await asyncio.to_thread(alarm.close)
        await people.has_ordered(10)
        assert people.refusals == set()
    (product,) = await products(1)
    await notifications.is_notified(lambda: place([(product, 1)]), within=within)


async def outlive(shop: Shop) -> None:
    """The database is away for several leases: workers wait for it, and one that is stopped meanwhile ends in order."""
    server, _ = shop.servers
    (product,) = await products(1)
    crew = [shop.worker(concurrency=1, failpoints="before_ask=slow:0.5") for _ in range(3)]
    await until(_workers_are_there, what="the workers have started")
    promised = await place_many([([(product, 1)], "tok_ok")] * 6)
    await asyncio.to_thread(server.stop)
    await asyncio.sleep(2 * LEASE_SECONDS)  # and as long again until the first of them has ended
    assert await crew[0].stop() == 0
    await asyncio.to_thread(server.start)
    await books.settled()
    assert all(worker.is_alive for worker in crew[1:])
    await books.in_order(shop, promised=promised)


async def do_without(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A hundred orders wait when the notifications are lost; a worker that starts then finds them all."""
    _, broker = shop.servers
    (product,) = await products(1)
    await set_stock(product, 5000)
    await asyncio.to_thread(broker.lose_messages)
    promised = await place_many([([(product, 1)], "tok_ok")] * 100)
    await until(partial(asyncio.to_thread, _is_notified, broker), what="a notification was sent")
    await asyncio.to_thread(broker.lose_messages)
    shop.worker(planted=planted)
    await books.settled(within=within)
    await books.in_order(shop, promised=promised)


def _is_notified(broker) -> bool:
    with contextlib.suppress(pika.exceptions.ChannelClosedByBroker):  # no such queue yet
        return broker.waiting("cartwright.orders") > 0
    return False


async def switch(shop: Shop, queue_urls: list[str], *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A hundred orders wait on each engine; the shop is started on the next one, which works them off and notifies."""
    (product,) = await products(1)
    await set_stock(product, 5000)
    promised: set[str] = set()
    for now, then in pairwise(queue_urls):
        web = await shop.web(queue_url=now)
        async with client_of(web.url) as client:
            guests = [Guest(client) for _ in range(100)]
            for batch in range(0, 100, 10):
                await asyncio.gather(*(guest.fill([(product, 1)]) for guest in guests[batch : batch + 10]))
                await asyncio.gather(*(guest.order() for guest in guests[batch : batch + 10]))
        promised |= set().union(*(guest.promised for guest in guests))
        assert await web.process.stop() == 0
        shop.queue_url = then
        worker = shop.worker(planted=planted)
        await books.settled()
        await _order_by_the_bell(shop, product, within)
        assert await worker.stop() == 0
    assert len(promised) == 100 * (len(queue_urls) - 1)
    await books.in_order(shop, promised=promised)


async def _order_by_the_bell(shop: Shop, product: str, within: float) -> None:
    web = await shop.web()
    async with client_of(web.url) as client:

        async def order() -> None:
            guest = Guest(client)
            await guest.fill([(product, 1)])
            assert (await guest.order()).status_code == 202

        await notifications.is_notified(order, within=within)
    await web.process.stop()


@pytest.mark.stack("redis")
@pytest.mark.parametrize("mode", ["fast", "immediate"])
async def test_a_restarted_database_costs_seconds_and_nothing_else(shop, mode):
    await restart_database(shop, mode)


async def test_a_restarted_broker_costs_nothing(shop):
    await restart_broker(shop)


async def test_a_broker_that_stays_away_delays_orders_and_loses_none(shop):
    await stay_away(shop)


async def test_a_broker_that_hangs_holds_up_nobody(shop):
    await hang(shop)


@pytest.mark.stack("redis")
async def test_a_standby_that_takes_the_databases_place_has_every_order(shop):
    await fail_over(shop)


@pytest.mark.stack("rabbitmq")
async def test_a_broker_that_is_out_of_memory_holds_up_nobody_and_is_told(shop):
    await run_out_of_memory(shop)


@pytest.mark.stack("redis")
async def test_workers_outlive_a_database_that_is_away_for_long(shop):
    await outlive(shop)


async def test_lost_notifications_lose_no_order(shop):
    await do_without(shop)


async def test_a_queue_that_is_emptied_under_load_loses_nothing(shop):
    async with crowd(shop) as people:
        for _ in range(5):
            await asyncio.to_thread(shop.servers[1].lose_messages)
            await people.has_ordered(5)
        assert people.refusals == set()


@pytest.mark.stack("rabbitmq")
async def test_switching_the_engine_with_a_hundred_orders_waiting_loses_none(shop, redis):
    huey = f"sqlite:///{shop.folder}/queue.db"
    await switch(shop, [huey, redis.url, shop.queue_url])
