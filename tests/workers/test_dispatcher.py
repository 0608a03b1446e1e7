"""The pump: takes what there is room for, shares its slots out, and leaves nothing behind when it stops."""

import asyncio
from collections import Counter

import pytest

from models.database import write
from models.jobs.ledger import jobs
from models.jobs.ledger.job_kinds import MAIL_ORDER, ORDER_PROCESS, WEBHOOK_DELIVER
from tests.models.orders_at_hand import place, row, run
from workers import job_attempt
from workers.dispatcher import Dispatcher

pytestmark = pytest.mark.asyncio


@pytest.fixture
def gate(monkeypatch):
    """A handler of orders and mails that ends when the gate opens."""
    gate = asyncio.Event()

    async def handler(claim):
        await gate.wait()
        await write(lambda tx: job_attempt.completion.succeed(tx, claim))

    monkeypatch.setitem(job_attempt.HANDLERS, ORDER_PROCESS.name, handler)
    monkeypatch.setitem(job_attempt.HANDLERS, MAIL_ORDER.name, handler)
    monkeypatch.setitem(job_attempt.HANDLERS, WEBHOOK_DELIVER.name, handler)
    return gate


def _pump(concurrency: int, *lanes: str) -> Dispatcher:
    return Dispatcher(lanes or ["orders", "mail"], concurrency, worker="w1", lease_seconds=30, is_safe=lambda: True)


async def _until(condition) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0)


async def _running(state: str) -> int:
    return (await row("SELECT count(*) FROM job WHERE state = ?", state))[0]


async def test_no_more_is_claimed_than_there_is_room_for(demo_shop, gate):
    for _ in range(5):
        await place()
    pump = _pump(2)
    running = asyncio.create_task(pump.run())
    await _until(lambda: len(pump.running) == 2)
    assert await _running("running") == 2
    gate.set()
    await _until(lambda: not pump.running)
    await pump.drain(10)
    await running
    assert await _running("running") == 0


async def test_mail_takes_half_of_the_slots_at_most(demo_shop, gate):
    for key in range(6):
        await write(lambda tx, key=str(key): jobs.enqueue(tx, MAIL_ORDER, key))
    pump = _pump(4)
    running = asyncio.create_task(pump.run())
    await _until(lambda: len(pump.running) == 2)
    await place()
    pump.wake()
    await _until(lambda: len(pump.running) == 3)
    assert sorted(claim.queue for claim in pump.claims) == ["mail", "mail", "orders"]
    gate.set()
    await pump.drain(10)
    await running


async def test_silent_receivers_leave_a_slot_to_the_mail_and_half_of_all_to_orders(demo_shop, gate):
    for key in range(9):
        await write(lambda tx, key=str(key): jobs.enqueue(tx, WEBHOOK_DELIVER, key))
    pump = _pump(8, "orders", "mail", "webhooks")
    running = asyncio.create_task(pump.run())
    await _until(lambda: len(pump.running) == 3)
    for key in range(6):
        await write(lambda tx, key=str(key): jobs.enqueue(tx, MAIL_ORDER, key))
    pump.wake()
    await _until(lambda: len(pump.running) == 4)
    for _ in range(5):
        await place()
    pump.wake()
    await _until(lambda: len(pump.running) == 8)
    assert Counter(claim.queue for claim in pump.claims) == {"webhooks": 3, "mail": 1, "orders": 4}
    gate.set()
    await pump.drain(10)
    await running


async def test_one_claim_takes_no_more_of_several_lanes_than_they_share(demo_shop):
    for key in range(6):
        await write(lambda tx, key=str(key): jobs.enqueue(tx, MAIL_ORDER, key))
        await write(lambda tx, key=str(key): jobs.enqueue(tx, WEBHOOK_DELIVER, key))
    shares = [("orders", 8), ("mail", 4), ("webhooks", 3)]
    claims = await write(lambda tx: jobs.claim(tx, shares, worker="w1", lease_seconds=30))
    assert Counter(claim.queue for claim in claims) == {"mail": 4}


async def test_what_is_not_finished_in_time_is_handed_back(demo_shop, gate):
    await place()
    pump = _pump(2)
    running = asyncio.create_task(pump.run())
    await _until(lambda: pump.running)
    await pump.drain(0)
    await running
    assert await row("SELECT state, attempt, crashes, fence FROM job") == ("queued", 0, 0, 1)


async def test_a_claim_on_its_way_when_the_pump_stops_is_handed_back_too(demo_shop, gate):
    await place()
    pump = _pump(2)
    running = asyncio.create_task(pump.run())
    await _until(pump._taking.locked)
    await pump.drain(0)
    await running
    assert await _running("running") == 0


async def test_two_jobs_that_lost_a_worker_are_not_run_together(demo_shop, gate):
    for _ in range(3):
        await place()
    await run("UPDATE job SET crashes = 1 WHERE id IN (1, 2)")
    pump = _pump(4)
    running = asyncio.create_task(pump.run())
    await _until(lambda: len(pump.running) == 2)
    pump.wake()
    await asyncio.sleep(0)
    assert sorted(claim.crashes for claim in pump.claims) == [0, 1]
    gate.set()
    await _until(lambda: not pump.running)
    await pump.drain(10)
    await running
