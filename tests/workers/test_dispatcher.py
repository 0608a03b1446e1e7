"""The dispatcher: claims what it has slots for, shares them between queues, and leaves nothing when it stops."""

import asyncio
from collections import Counter

import pytest

from models.database import write
from models.jobs.ledger import jobs
from models.jobs.ledger.job_kinds import MAIL_ORDER, ORDER_PROCESS, RETENTION_PURGE, WEBHOOK_DELIVER
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


def new_dispatcher(concurrency: int, *queues: str) -> Dispatcher:
    return Dispatcher(queues or ["orders", "mail"], concurrency, worker="w1", lease_seconds=30, is_safe=lambda: True)


async def _until(condition) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0)


async def _running(state: str) -> int:
    return (await row("SELECT count(*) FROM job WHERE state = ?", state))[0]


async def test_no_more_is_claimed_than_there_is_room_for(demo_shop, gate):
    for _ in range(5):
        await place()
    dispatcher = new_dispatcher(2)
    running = asyncio.create_task(dispatcher.run())
    await _until(lambda: len(dispatcher.running) == 2)
    assert await _running("running") == 2
    gate.set()
    await _until(lambda: not dispatcher.running)
    await dispatcher.drain(10)
    await running
    assert await _running("running") == 0


async def test_mail_takes_half_of_the_slots_at_most(demo_shop, gate):
    for key in range(6):
        await write(lambda tx, key=str(key): jobs.enqueue(tx, MAIL_ORDER, key))
    dispatcher = new_dispatcher(4)
    running = asyncio.create_task(dispatcher.run())
    await _until(lambda: len(dispatcher.running) == 2)
    await place()
    dispatcher.wake()
    await _until(lambda: len(dispatcher.running) == 3)
    assert sorted(claim.queue for claim in dispatcher.claims) == ["mail", "mail", "orders"]
    gate.set()
    await dispatcher.drain(10)
    await running


async def test_silent_receivers_leave_a_slot_to_the_mail_and_half_of_all_to_orders(demo_shop, gate):
    for key in range(9):
        await write(lambda tx, key=str(key): jobs.enqueue(tx, WEBHOOK_DELIVER, key))
    dispatcher = new_dispatcher(8, "orders", "mail", "webhooks")
    running = asyncio.create_task(dispatcher.run())
    await _until(lambda: len(dispatcher.running) == 3)
    for key in range(6):
        await write(lambda tx, key=str(key): jobs.enqueue(tx, MAIL_ORDER, key))
    dispatcher.wake()
    await _until(lambda: len(dispatcher.running) == 4)
    for _ in range(5):
        await place()
    dispatcher.wake()
    await _until(lambda: len(dispatcher.running) == 8)
    assert Counter(claim.queue for claim in dispatcher.claims) == {"webhooks": 3, "mail": 1, "orders": 4}
    gate.set()
    await dispatcher.drain(10)
    await running


async def test_a_backlog_of_orders_leaves_turns_to_all_later_queues(demo_shop, monkeypatch):
    """One slot and more orders than it can ever run at once: upkeep and mail go on meanwhile."""
    ended = []

    async def handler(claim):
        await write(lambda tx: job_attempt.completion.succeed(tx, claim))
        ended.append(claim.queue)

    for kind in (ORDER_PROCESS, MAIL_ORDER, RETENTION_PURGE):
        monkeypatch.setitem(job_attempt.HANDLERS, kind.name, handler)
    await run("UPDATE inventory SET on_hand = 1000")
    for _ in range(60):
        await place()
    await write(lambda tx: jobs.enqueue(tx, MAIL_ORDER, "mail"))
    await write(lambda tx: jobs.enqueue(tx, RETENTION_PURGE, "purge"))
    await run("UPDATE job SET run_at = run_at - 1000 WHERE queue = 'mail'")  # past the wait for more mail
    dispatcher = new_dispatcher(1, "orders", "mail", "maintenance")
    running = asyncio.create_task(dispatcher.run())
    await _until(lambda: len(ended) == 62)
    assert ended.index("maintenance") < 12
    assert ended.index("mail") < 24
    await dispatcher.drain(10)
    await running


async def test_one_claim_takes_no_more_of_several_queues_than_they_share(demo_shop):
    for key in range(6):
        await write(lambda tx, key=str(key): jobs.enqueue(tx, MAIL_ORDER, key))
        await write(lambda tx, key=str(key): jobs.enqueue(tx, WEBHOOK_DELIVER, key))
    shares = [("orders", 8), ("mail", 4), ("webhooks", 3)]
    claims = await write(lambda tx: jobs.claim(tx, shares, worker="w1", lease_seconds=30))
    assert Counter(claim.queue for claim in claims) == {"mail": 4}


async def test_what_is_not_finished_in_time_is_handed_back(demo_shop, gate):
    await place()
    dispatcher = new_dispatcher(2)
    running = asyncio.create_task(dispatcher.run())
    await _until(lambda: dispatcher.running)
    await dispatcher.drain(0)
    await running
    assert await row("SELECT state, attempt, crashes, fence FROM job") == ("queued", 0, 0, 1)


async def test_a_claim_under_way_when_the_dispatcher_stops_is_released_too(demo_shop, gate):
    await place()
    dispatcher = new_dispatcher(2)
    running = asyncio.create_task(dispatcher.run())
    await _until(dispatcher._claiming.locked)
    await dispatcher.drain(0)
    await running
    assert await _running("running") == 0


async def test_two_jobs_that_lost_two_workers_are_not_run_together(demo_shop, gate):
    for _ in range(3):
        await place()
    await run("UPDATE job SET crashes = 2 WHERE id IN (1, 2)")
    dispatcher = new_dispatcher(4)
    running = asyncio.create_task(dispatcher.run())
    await _until(lambda: len(dispatcher.running) == 2)
    dispatcher.wake()
    await asyncio.sleep(0)
    assert sorted(claim.crashes for claim in dispatcher.claims) == [0, 2]
    gate.set()
    await _until(lambda: not dispatcher.running)
    await dispatcher.drain(10)
    await running
