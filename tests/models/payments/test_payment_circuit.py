"""The circuit of the payment provider: when one payment may try, and which."""

import pytest

from models.database import read, write
from models.payments import payment_circuit
from tests.models.orders_at_hand import place, row, run

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("demo_shop")]


async def _open() -> None:
    for _ in range(payment_circuit.FAILURES_TO_OPEN):
        await write(lambda tx: payment_circuit.failed(tx, "no answer"))


async def test_five_calls_without_an_answer_open_it_and_four_do_not():
    for _ in range(payment_circuit.FAILURES_TO_OPEN - 1):
        await write(lambda tx: payment_circuit.failed(tx, "no answer"))
    assert await read(payment_circuit.outage) is None
    assert await read(payment_circuit.has_failures)
    await write(lambda tx: payment_circuit.failed(tx, "no answer"))
    found = await read(payment_circuit.outage)
    assert found is not None
    assert found.probe_at - found.since == payment_circuit.FIRST_PROBE_SECONDS * 1000


async def test_nobody_may_try_before_the_time_and_one_at_a_time_after_it():
    await _open()
    assert not await read(payment_circuit.is_probe_due)
    assert await write(payment_circuit.admit) is not None, "not yet"
    await run("UPDATE circuit SET probe_at = 1")
    assert await read(payment_circuit.is_probe_due)
    assert await write(payment_circuit.admit) is None, "one may"
    assert await write(payment_circuit.admit) is not None, "and no other beside it"


async def test_the_payment_that_tried_least_often_is_sent_to_try():
    tried, fresh = await place(), await place()
    await run("UPDATE job SET deferrals = 3 WHERE subject_id = ?", tried)
    await run("UPDATE job SET run_at = run_at + 600000")
    await _open()
    await write(payment_circuit.send_probe)
    due = "SELECT run_at <= created_at + 60000 FROM job WHERE subject_id = ? AND kind = 'order.process'"
    assert bool((await row(due, fresh))[0])
    assert not bool((await row(due, tried))[0])


async def test_an_answer_closes_it_and_all_that_wait_are_due():
    await place()
    await run("UPDATE job SET run_at = run_at + 600000")
    await _open()
    await write(payment_circuit.answered)
    assert await read(payment_circuit.outage) is None
    assert not await read(payment_circuit.has_failures)
    assert bool((await row("SELECT run_at <= created_at + 60000 FROM job WHERE kind = 'order.process'"))[0])
