"""A stranger sits on the database's locks: pages say so in time, workers wait, and nothing is lost."""

import asyncio
import time

import pytest

from models.payments.payment_circuit import FAILURES_TO_OPEN
from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import Guest, client_of, place_many, products, set_stock

pytestmark = pytest.mark.asyncio

# fewer lost answers than open the provider's circuit breaker: payments are not what is held up here
TOKENS = ["tok_timeout"] * (FAILURES_TO_OPEN - 1) + ["tok_ok"] * 6
HELD_SECONDS = 5.0  # at least: longer than any page waits for it


async def hold(shop: Shop, what: str, *, workers: int = 2, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Orders before, a request that is answered before the lock is let go, and rest afterwards."""
    (product,) = await products(1)
    web = await shop.web(planted=planted, lease_seconds=30)
    crew = [shop.worker(lease_seconds=30) for _ in range(workers)]
    async with client_of(web.url) as client:
        guest = Guest(client)
        await guest.fill([(product, 1)])
        promised = await place_many([([(product, 1)], token) for token in TOKENS])
        let_go = shop.folder / "let-go"
        holder = shop.start("hold", what, shop.database_url.removeprefix("sqlite:///"), str(let_go))
        await until(lambda: "held" in holder.said, what="the stranger has the lock")
        held_since = time.monotonic()
        refused = await asyncio.wait_for(guest.order(), within)
        assert refused.status_code == 503, refused.text
        assert "Retry-After" in refused.headers
        assert (await client.get("/api/v1/products")).status_code == 200, "reading goes on"
        assert holder.is_alive, "the lock was held all the time"
        await asyncio.sleep(held_since + HELD_SECONDS - time.monotonic())
        let_go.touch()
        assert (await guest.order_until_answered()).status_code == 202
    assert all(worker.is_alive for worker in crew)
    await books.settled()
    await books.in_order(shop, promised=[*promised, *guest.promised], expect_busy=True)
    assert await books.rows("SELECT id FROM job WHERE crashes > 0") == []


async def lock_row(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A session keeps one product's stock: orders of others are decided, and those of it afterwards, at one attempt."""
    locked, *others = await products(4)
    for product in (locked, *others):
        await set_stock(product, 1000)
    let_go = shop.folder / "let-go"
    holder = shop.start("hold", "row", shop.database_url, str(let_go))
    await until(lambda: "held" in holder.said, what="the stranger has the row")
    waiting = await place_many([([(locked, 1)], "tok_ok")] * 40)
    promised = await place_many([([(product, 1)], "tok_ok") for product in others] * 10)
    worker = shop.worker(concurrency=8, lease_seconds=30, planted=planted)

    marks = ", ".join("?" * len(promised))
    undecided = f"SELECT id FROM orders WHERE status IN ('pending', 'reserved') AND public_id IN ({marks})"

    async def has_decided_others() -> bool:
        return not await books.rows(undecided, *promised)

    what = "orders of other products are decided meanwhile"
    await until(has_decided_others, what=what, within=within)
    assert holder.is_alive, "the row was locked all the time"
    assert len(await books.rows("SELECT id FROM orders WHERE status = 'pending'")) == len(waiting)
    most = max([await _sessions_waiting() for _ in range(30)])
    assert most <= 2, "a quarter of the slots waits at most"
    let_go.touch()
    await books.settled()
    assert await books.rows("SELECT id, attempt FROM job WHERE kind = 'order.process' AND attempt <> 1") == []
    assert worker.is_alive
    await books.in_order(shop, promised=[*waiting, *promised])


async def _sessions_waiting() -> int:
    """How many sessions wait for a lock just now."""
    await asyncio.sleep(0.05)
    found = await books.rows(
        "SELECT count(*) AS sessions FROM pg_stat_activity"
        " WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    return int(found[0]["sessions"])


@pytest.mark.stack("sqlite")
@pytest.mark.parametrize("what", ["lock", "gate"])
async def test_a_lock_held_for_five_seconds_costs_time_and_nothing_else(shop, what):
    await hold(shop, what)


@pytest.mark.stack("redis")
async def test_a_stock_row_that_somebody_keeps_holds_up_the_orders_of_that_product_alone(shop):
    await lock_row(shop)


@pytest.mark.stack("redis")
async def test_a_table_held_for_five_seconds_costs_time_and_nothing_else(shop):
    await hold(shop, "table")
