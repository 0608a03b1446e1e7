"""Cancelling before, during and after the charge, and holds that run out: net zero, and the stock is freed once."""

import asyncio
import time

import pytest

from models.database import Transaction, write
from models.jobs.ledger.job_kinds import RESERVATIONS_EXPIRE
from models.jobs.ledger.jobs import enqueue
from models.orders.order_states import Status
from models.orders.orders import load
from pipelines.orders.order_process import enter
from pipelines.orders.stock_steps import reserve_stock
from tests.faults import books
from tests.faults.processes import LEASE_SECONDS, Shop, until
from tests.faults.shopping import Guest, client_of, place, products
from tests.faults.stacks import on_databases_by_redis
from tests.faults.test_killed_workers import is_asking

pytestmark = [pytest.mark.asyncio, on_databases_by_redis]


async def reserved(product: str) -> int:
    """Units of a product that somebody holds."""
    sql = "SELECT i.reserved FROM inventory i JOIN product p ON p.id = i.product_id WHERE p.public_id = ?"
    return int((await books.rows(sql, product))[0]["reserved"])


async def cancel_when(shop: Shop, moment: str, *, times: int = 6, planted: str = "") -> None:
    """Cancel an order, several times at once, before, during or after its charge."""
    (product,) = await products(1)
    await place([(product, 5)])  # somebody else's, so that giving back twice would not be refused
    web = await shop.web(planted=planted)
    async with client_of(web.url) as client:
        guest = Guest(client)
        await guest.fill([(product, 2)])
        if moment == "before":
            await guest.order()
        worker = shop.worker(planted=f"charges_wait,{planted}") if moment != "before" else None
        if moment != "before":
            await until(lambda: reserved(product), what="the other order holds its stock")
            await books.settled()
            await guest.order("tok_slow" if moment == "during" else "tok_ok")
        if moment == "during":
            await until(lambda: is_asking(worker), what="the charge is in flight")
        if moment == "after":
            await books.settled()
        answers = await asyncio.gather(*(guest.cancel() for _ in range(times)))
        shop.let_charges_answer()
    assert [answer.status_code for answer in answers] == [202] * times, [answer.text for answer in answers]
    if worker is None:
        shop.worker(planted=planted)
    await books.settled()
    await books.in_order(shop, promised=guest.promised)
    (order,) = await books.rows("SELECT * FROM orders WHERE public_id IN (?)", *guest.promised)
    assert (order["status"], order["cancel_reason"]) == ("cancelled", "customer")
    assert await reserved(product) == 5
    refunds = await books.rows("SELECT state FROM payment WHERE purpose = 'refund'")
    assert refunds == ([] if moment == "before" else [{"state": "refunded"}])


async def expire_during_charge(shop: Shop, *, planted: str = "") -> None:
    """A hold runs out while the provider is being asked: the charge decides."""
    (product,) = await products(1)
    promised = await place([(product, 1)], "tok_slow")
    worker = shop.worker(planted=f"charges_wait,{planted}")
    await until(lambda: is_asking(worker), what="the charge is in flight")
    await write(_let_holds_run_out)
    await until(_expiry_ran, what="the timetable looked at the holds")
    await asyncio.sleep(LEASE_SECONDS / 2)  # the worker makes its rounds meanwhile
    shop.let_charges_answer()
    await books.settled()
    await books.in_order(shop, promised=[promised])
    assert (await books.rows("SELECT status FROM orders"))[0]["status"] == "confirmed"


async def _let_holds_run_out(tx: Transaction) -> None:
    await tx.execute("UPDATE reservation SET expires_at = ?", tx.now - 1000)
    await enqueue(tx, RESERVATIONS_EXPIRE, "now")


async def _expiry_ran() -> bool:
    return bool(await books.rows("SELECT 1 FROM job WHERE dedupe_key = 'now' AND state = 'succeeded'"))


@pytest.mark.parametrize("moment", ["before", "during", "after"])
async def test_six_cancellations_at_once_give_money_and_stock_back_once(shop, moment):
    await cancel_when(shop, moment)


async def test_a_reservation_that_expires_while_the_charge_is_in_flight_is_kept(shop):
    await expire_during_charge(shop)


async def test_an_expired_reservation_without_a_charge_is_released(shop):
    (product,) = await products(1)
    await place([(product, 3)])

    async def hold_and_lose_the_job(tx: Transaction) -> None:
        order = await load(tx, 1)
        await reserve_stock(tx, order)
        await enter(tx, order, Status.RESERVED, actor="worker")
        await tx.execute("UPDATE job SET state = 'cancelled', finished_at = ?", int(time.time() * 1000))
        await _let_holds_run_out(tx)

    await write(hold_and_lose_the_job)
    assert await reserved(product) == 3
    shop.worker()
    await until(_expiry_ran, what="the timetable looked at the holds")
    await books.settled()
    await books.in_order(shop)
    (order,) = await books.rows("SELECT status, cancel_reason FROM orders")
    assert order == {"status": "cancelled", "cancel_reason": "payment_expired"}
    assert await reserved(product) == 0
