"""What is written of one order's money leaves the money of all others alone."""

from functools import partial

import pytest

from models.audit.audit_log import command
from models.database import Transaction, read, write
from models.orders import orders
from models.orders.orders import OrderRecord
from models.payments import payments, refunds
from models.shared.payment_states import ChargeState
from tests.models.orders_at_hand import place, row, run

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("demo_shop")]
STATES = "SELECT state FROM payment ORDER BY order_id"


async def _states() -> list[str]:
    return [str(each["state"]) for each in await read(lambda tx: tx.fetch(STATES))]


async def _with(order_id: int, work) -> object:
    async def load_and_do(tx: Transaction) -> object:
        order: OrderRecord = await orders.load(tx, order_id)
        return await work(tx, order)

    return await write(load_and_do)


async def test_an_answer_for_one_order_leaves_the_charge_of_another_open():
    first, second = await place(), await place()
    await _with(first, payments.submit)
    assert await _states() == ["submitted", "intent"]
    await _with(second, payments.submit)
    assert await _with(first, partial(payments.book, state=ChargeState.CAPTURED)) is True
    assert await _states() == ["captured", "submitted"]
    assert await _with(first, partial(payments.book, state=ChargeState.DECLINED)) is False, "the first answer counts"


async def _paid() -> int:
    order_id = await place()
    await run("UPDATE payment SET state = 'captured' WHERE order_id = ?", order_id)
    await run("UPDATE orders SET status = 'confirmed' WHERE id = ?", order_id)
    return order_id


async def _grant(order_id: int, cents: int) -> str:
    await _with(order_id, lambda tx, order: refunds.grant(tx, command("test"), order, cents, "because"))
    return str((await row("SELECT public_id FROM refund ORDER BY id DESC LIMIT 1"))[0])


async def test_two_refunds_owed_at_once_are_each_paid_under_their_own_key_and_amount():
    order_id = await _paid()
    small, large = await _grant(order_id, 1), await _grant(order_id, 2)
    owed = {name: await read(lambda tx, name=name: refunds.pending_grant(tx, name)) for name in (small, large)}
    assert [owed[small].amount_cents, owed[large].amount_cents] == [1, 2]
    assert owed[small].refund_key != owed[large].refund_key
    assert owed[small].charge_key == owed[large].charge_key, "of one charge"
    await write(lambda tx: refunds.book(tx, small, "reference"))
    assert await row("SELECT count(*) FROM refund WHERE state = 'refunded'") == (1,)
    assert await read(lambda tx: refunds.pending_grant(tx, small)) is None
    assert await read(lambda tx: refunds.pending_grant(tx, large)) == owed[large]


async def test_the_refund_of_a_cancelled_order_is_its_own_charge_minus_what_was_given_back():
    first, second = await _paid(), await _paid()
    await run("UPDATE payment SET amount_cents = 500 WHERE order_id = ?", first)
    await run("UPDATE payment SET amount_cents = 900 WHERE order_id = ?", second)
    await _grant(second, 100)
    await _with(first, payments.request_refund)
    await _with(first, payments.request_refund)
    owed = await read(lambda tx: tx.fetch("SELECT order_id, amount_cents FROM payment WHERE purpose = 'refund'"))
    assert [tuple(each) for each in owed] == [(first, 500)], "once, and for one order"
    await _with(second, payments.request_refund)
    assert await row("SELECT amount_cents FROM payment WHERE purpose = 'refund' AND order_id = ?", second) == (800,)
    assert (await read(lambda tx: payments.pending_refund(tx, first))).amount_cents == 500
    await write(lambda tx: payments.book_refund(tx, first, "r"))
    states = await read(lambda tx: tx.fetch("SELECT state FROM payment WHERE purpose = 'refund' ORDER BY order_id"))
    assert [each["state"] for each in states] == ["refunded", "refund_pending"]


async def test_a_charge_is_asked_about_as_often_as_it_was_asked():
    order_id = await place()

    async def ask_twice(tx: Transaction, order: OrderRecord) -> int:
        await payments.submit(tx, order)
        await payments.submit(tx, order)
        return order.charge_asked

    assert await _with(order_id, ask_twice) == 2
    assert await row("SELECT asked FROM payment") == (2,)
