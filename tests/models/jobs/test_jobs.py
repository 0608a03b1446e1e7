"""The job ledger: who may take what, and in which order."""

import pytest

from models.database import write
from models.jobs.ledger import jobs
from models.jobs.ledger.job_kinds import MAIL_ORDER, ORDER_PROCESS
from tests.models.orders_at_hand import claim, row, run

pytestmark = pytest.mark.asyncio


async def _enqueue(*keys: str, **options):
    return [await write(lambda tx, key=key: jobs.enqueue(tx, ORDER_PROCESS, key, **options)) for key in keys]


async def test_a_job_of_a_kind_and_key_is_written_once(shop):
    first, second = await _enqueue("7", "7")
    assert (first, second) == (1, None)


async def test_a_claim_raises_attempt_and_fence_and_is_written_down(shop):
    await _enqueue("7")
    (taken,) = await claim()
    assert (taken.attempt, taken.fence) == (1, 1)
    assert await row("SELECT state, owner, attempt, fence FROM job") == ("running", "w1", 1, 1)
    assert await row("SELECT type, worker, fence FROM job_event") == ("claimed", "w1", 1)


async def test_a_claimed_job_is_not_claimed_again(shop):
    await _enqueue("7")
    assert len(await claim()) == 1
    assert await claim(worker="w2") == []


async def test_a_job_whose_time_has_not_come_is_left(shop):
    await _enqueue("7")
    await run("UPDATE job SET run_at = run_at + 60000")
    assert await claim() == []


async def test_a_paused_queue_gives_nothing(shop):
    await _enqueue("7")
    changed = await run("UPDATE queue SET is_paused = ? WHERE name = 'orders'", True)
    if not changed:
        await run("INSERT INTO queue (name, is_paused, paused_by) VALUES ('orders', ?, '')", True)
    assert await claim() == []


async def test_all_jobs_of_one_dead_worker_are_taken_together(shop):
    await _enqueue("1", "2", "3", "4")
    await run("UPDATE job SET crashes = 1")
    assert sorted(each.id for each in await claim(suspects=0)) == [1, 2, 3, 4]


async def test_of_jobs_that_lost_two_workers_one_is_taken_at_a_time_and_fresh_ones_beside_it(shop):
    await _enqueue("1", "2", "3", "4")
    await run("UPDATE job SET crashes = 2 WHERE dedupe_key IN ('1', '3')")
    taken = await claim()
    assert sorted(each.id for each in taken) == [1, 2, 4]
    assert await claim(suspects=0) == []
    assert [each.id for each in await claim(suspects=1)] == [3]


async def test_queues_are_served_in_their_order(shop):
    await write(lambda tx: jobs.enqueue(tx, MAIL_ORDER, "1"))
    await _enqueue("1")
    shares = [("orders", 1), ("mail", 1)]
    taken = await write(lambda tx: jobs.claim(tx, shares, worker="w", lease_seconds=30))
    assert [each.kind for each in taken] == ["order.process"]


@pytest.mark.parametrize("payload", ["[1]", "7", "not json", '"words"'])
async def test_a_payload_that_is_no_object_is_refused(shop, payload):
    await _enqueue("7")
    await run("UPDATE job SET payload = ?", payload)
    (taken,) = await claim()
    with pytest.raises(ValueError, match=r".+"):
        taken.arguments()
