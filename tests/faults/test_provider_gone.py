"""A payment provider that hangs, fails or refuses while guests order and cancel: everything waits, nothing dies."""

import asyncio

import pytest

from models.audit.audit_log import command
from models.database import read, write
from models.orders import orders
from models.orders.order_states import CancelReason
from models.payments import reconciliation
from pipelines.orders.order_process import cancel
from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import place, products, set_stock
from tests.faults.stacks import on_databases_by_rabbitmq

pytestmark = [pytest.mark.asyncio, on_databases_by_rabbitmq]
BEFORE, DURING, LIES = 2, 7, 4
OUTAGE_SECONDS = 3.0


def tell(shop: Shop, mode: str) -> None:
    """Tell the provider of all processes how to behave."""
    (shop.folder / "test-provider.mode").write_text(mode)


async def is_open() -> bool:
    return bool(await books.rows("SELECT 1 FROM circuit WHERE opened_at IS NOT NULL"))


async def outlast(shop: Shop, mode: str, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Two workers meet a provider that does not answer; what was ordered meanwhile is paid when it does."""
    (product,) = await products(1)
    await set_stock(product, 100)
    promised = [await place([(product, 1)]) for _ in range(BEFORE)]
    names = ",".join(filter(None, ("short_provider_waits", planted)))
    workers = [shop.worker(planted=names) for _ in range(2)]
    await books.settled()
    tell(shop, mode)
    for public_id in promised:
        await write(lambda tx, public_id=public_id: _cancel(tx, public_id))
    promised += [await place([(product, 1)]) for _ in range(DURING)]
    await until(is_open, what="payments are paused", within=within)
    late = await place([(product, 1)])
    await until(lambda: _is_reserved(late), what="a later order is held", within=within)
    await asyncio.sleep(OUTAGE_SECONDS)
    jobs = await books.rows("SELECT state, attempt FROM job WHERE kind IN ('order.process', 'payment.refund')")
    used = [job for job in jobs if job["state"] == "dead" or (job["state"] == "queued" and job["attempt"])]
    assert not used, f"attempts were used up: {used}"
    alerts = await books.rows("SELECT 1 FROM job WHERE kind = 'payment.alert'")
    assert len(alerts) == 1, "the admins are told once"
    asked = await books.rows("SELECT asked FROM payment WHERE purpose = 'charge' AND asked > 0")
    questions = sum(payment["asked"] for payment in asked)
    assert questions < 8 * DURING, f"the provider was not left alone: {questions} questions"
    tell(shop, "")
    await books.settled(within=within)
    await books.in_order(shop, promised=[*promised, late])
    assert {worker.is_alive for worker in workers} == {True}
    confirmed = await books.rows("SELECT 1 FROM orders WHERE status = 'confirmed'")
    assert len(confirmed) == DURING + 1


async def lie(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """The provider captures and says "declined": the comparison finds every order, and a refund settles each."""
    (product,) = await products(1)
    await set_stock(product, 100)
    tell(shop, "lie")
    worker = shop.worker(planted=planted)
    promised = [await place([(product, 1)]) for _ in range(LIES)]
    await books.settled()
    tell(shop, "")
    wrong = await books.disagreements_with_provider(shop)
    assert len(wrong) == LIES
    await write(lambda tx: reconciliation.request_run(tx, command("test")))
    await until(_was_compared, what="all payments are compared", within=within)
    found = await read(reconciliation.differences)
    assert len(found) == LIES, f"{len(found)} of {LIES} lies were found"
    doctor = await shop.run("doctor")
    assert doctor.code != 0, "doctor does not know of them"
    assert "I19" in doctor.said
    for each in found:
        for _ in range(2):
            await write(lambda tx, each=each: reconciliation.settle(tx, command("test"), each["public_id"]))
    await books.settled()
    await books.in_order(shop, promised=promised)
    assert worker.is_alive


async def _was_compared() -> bool:
    # nothing of it is left, and both its pages are done
    left = await books.rows("SELECT 1 FROM job WHERE kind = 'payment.reconcile' AND state IN ('queued', 'running')")
    done = await books.rows("SELECT 1 FROM job WHERE kind = 'payment.reconcile' AND dedupe_key LIKE '%:True:0'")
    return bool(done) and not left


async def _cancel(tx, public_id):  # type: ignore[no-untyped-def]
    order_id = await orders.id_of(tx, public_id)
    await cancel(tx, order_id, actor="customer", reason=CancelReason.CUSTOMER)


async def _is_reserved(public_id: str) -> bool:
    return bool(await books.rows("SELECT 1 FROM orders WHERE public_id = ? AND status = 'reserved'", public_id))


@pytest.mark.parametrize("mode", ["hang", "hang_after", "fail", "refuse", "garbage"])
async def test_orders_and_refunds_outlast_a_provider_that_does_not_answer(shop: Shop, mode: str) -> None:
    await outlast(shop, mode)


async def test_a_provider_that_lies_is_found_and_pays_back(shop: Shop) -> None:
    await lie(shop)
