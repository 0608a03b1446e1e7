"""How a claimed job ends: always under its fence, always with a row in its history."""

import random

import pytest

from models.database import write
from models.jobs.ledger import completion, rescue
from models.jobs.ledger.completion import Fault
from models.jobs.ledger.jobs import LateWrite
from tests.models.orders_at_hand import claim, claim_one, end_lease, place, row, run

pytestmark = pytest.mark.asyncio

FAULT = Fault("Oops", "it failed")


async def _rescue() -> int:
    return await write(lambda tx: rescue.rescue(tx, wait_seconds=10, draw=random.Random(1)))


async def _lose(claimed) -> None:
    """Its worker dies, and the job may be taken again at once."""
    await end_lease(claimed)
    assert await _rescue() == 1
    await run("UPDATE job SET run_at = 0 WHERE state = 'queued'")


ENDS = {
    "keep": completion.renew_lease,
    "succeed": completion.succeed,
    "fail": lambda tx, claim: completion.fail(tx, claim, FAULT, wait_seconds=1),
    "defer": lambda tx, claim: completion.defer(tx, claim, "later", wait_seconds=1),
    "release": completion.release,
}


@pytest.mark.parametrize("end", ENDS)
async def test_who_lost_the_lease_writes_nothing(demo_shop, end):
    await place()
    late = await claim_one()
    await _lose(late)
    current = await claim_one(worker="w2")
    before = await row("SELECT * FROM job WHERE id = ?", late.id)
    with pytest.raises(LateWrite):
        await write(lambda tx: ENDS[end](tx, late))
    assert await row("SELECT * FROM job WHERE id = ?", late.id) == before
    assert current.fence == late.fence + 1


async def test_a_failure_uses_an_attempt_up_and_comes_again(demo_shop):
    await place()
    claimed = await claim_one()
    assert await write(lambda tx: completion.fail(tx, claimed, FAULT, wait_seconds=60)) == "queued"
    assert await row("SELECT state, attempt, crashes, error_type FROM job") == ("queued", 1, 0, "Oops")
    assert await claim() == []


async def test_a_deferral_and_a_release_give_the_attempt_back_and_never_the_fence(demo_shop):
    await place()
    claimed = await claim_one()
    await write(lambda tx: completion.defer(tx, claimed, "too early", wait_seconds=0))
    claimed = await claim_one()
    await write(lambda tx: completion.release(tx, claimed))
    assert await row("SELECT state, attempt, deferrals, fence FROM job") == ("queued", 0, 1, 2)


async def test_a_released_job_notifies_a_worker(demo_shop):
    await place()
    claimed = await claim_one()

    async def notifications(tx):
        await completion.release(tx, claimed)
        return list(tx.notifications)

    assert [(each.job_id, each.queue) for each in await write(notifications)] == [(claimed.id, "orders")]


@pytest.mark.parametrize(("crashes", "is_notified"), [(0, True), (1, False)])
async def test_a_rescued_job_notifies_a_worker_unless_it_is_a_suspect_and_waits(demo_shop, crashes, is_notified):
    await place()
    claimed = await claim_one()
    await run("UPDATE job SET crashes = ?", crashes)
    await end_lease(claimed)

    async def notifications(tx):
        assert await rescue.rescue(tx, wait_seconds=10, draw=random.Random(1)) == 1
        return list(tx.notifications)

    told = [(each.job_id, each.queue) for each in await write(notifications)]
    assert told == ([(claimed.id, "orders")] if is_notified else [])


async def test_a_lease_that_lasts_is_not_taken(demo_shop):
    await place()
    await claim_one()
    assert await _rescue() == 0


async def test_a_job_that_lost_three_workers_is_dead_and_its_order_under_review(demo_shop):
    order_id = await place()
    for _ in range(3):
        await _lose(await claim_one())
    assert await row("SELECT state, crashes, attempt FROM job WHERE kind = 'order.process'") == ("dead", 3, 3)
    assert "poison" in (await row("SELECT review_reason FROM orders WHERE id = ?", order_id))[0]


async def test_jobs_of_one_dead_worker_are_due_at_once_and_after_a_second_one_at_different_times(demo_shop):
    for _ in range(8):
        await place()
    for claimed in await claim():
        await end_lease(claimed)
    assert await _rescue() == 8
    taken = await claim()
    assert len(taken) == 8, "all are due"
    for claimed in taken:
        await end_lease(claimed)
    assert await _rescue() == 8
    assert (await row("SELECT count(DISTINCT run_at) FROM job"))[0] == 8


async def test_the_leases_of_a_worker_known_to_be_dead_end_at_once_and_those_of_others_last(demo_shop):
    for _ in range(2):
        await place()
    await claim_one()
    await claim_one(worker="w2")

    async def bury(tx):
        assert await rescue.end_leases(tx, "w2") == 1
        return await rescue.rescue(tx, wait_seconds=10, draw=random.Random(1))

    assert await write(bury) == 1
    assert await row("SELECT owner FROM job WHERE state = 'running'") == ("w1",)
    assert await row("SELECT count(*) FROM job_event WHERE type = 'lost' AND at < lease_until") == (0,)


async def test_a_crash_of_more_than_a_day_ago_does_not_count_any_more(demo_shop):
    await place()
    for _ in range(2):
        await _lose(await claim_one())
    await run("UPDATE job_event SET at = at - 86400001 WHERE type = 'lost'")
    await _lose(await claim_one())
    assert await row("SELECT state, crashes FROM job WHERE kind = 'order.process'") == ("queued", 1)


async def test_an_attempt_that_ends_without_taking_its_worker_down_takes_a_crash_off(demo_shop):
    await place()
    await _lose(await claim_one())
    claimed = await claim_one()
    await write(lambda tx: completion.fail(tx, claimed, FAULT, wait_seconds=0))
    assert await row("SELECT state, crashes FROM job WHERE kind = 'order.process'") == ("queued", 0)


async def test_the_last_attempt_that_fails_is_the_end(demo_shop):
    await place()
    await run("UPDATE job SET max_attempts = 1")
    claimed = await claim_one()
    assert await write(lambda tx: completion.fail(tx, claimed, FAULT, wait_seconds=1)) == "dead"
    assert "it failed" in (await row("SELECT review_reason FROM orders"))[0]


async def test_suspects_that_died_together_are_not_condemned_and_one_that_died_alone_is(demo_shop):
    for _ in range(3):
        await place()
    await run("UPDATE job SET crashes = 2, max_attempts = 20")
    for each in await claim(suspects=3):
        await end_lease(each)
    assert await _rescue() == 3
    assert await row("SELECT count(*), min(crashes), max(crashes) FROM job WHERE state = 'queued'") == (3, 2, 2)
    await run("UPDATE job SET run_at = 0")
    (alone,) = await claim(suspects=1)
    await end_lease(alone)
    assert await _rescue() == 1
    assert await row("SELECT id, error_type FROM job WHERE state = 'dead'") == (alone.id, "WorkerLost")


async def test_a_job_that_lost_one_worker_keeps_its_place_in_the_queue(demo_shop):
    await place()
    await run("UPDATE job SET run_at = created_at - 7000")
    await end_lease(await claim_one())
    assert await _rescue() == 1
    assert await row("SELECT created_at - run_at FROM job") == (7000,)


async def test_of_the_suspects_the_one_that_had_begun_last_comes_first(demo_shop):
    for _ in range(3):
        await place()
    taken = await claim()
    await run("UPDATE job SET crashes = 1, started_at = started_at + id")
    for each in taken:
        await end_lease(each)
    await _rescue()
    await run("UPDATE job SET run_at = run_at - 60000")
    assert [each.id for each in [*await claim(), *await claim(), *await claim()]] == [3, 2, 1]


async def test_a_job_whose_worker_dies_in_its_last_attempt_is_dead_and_not_queued_for_ever(demo_shop):
    await place()
    await run("UPDATE job SET max_attempts = 1")
    await end_lease(await claim_one())
    assert await _rescue() == 1
    assert await row("SELECT state, crashes FROM job WHERE kind = 'order.process'") == ("dead", 1)
    assert "attempts spent" in (await row("SELECT review_reason FROM orders"))[0]


async def test_of_two_leases_the_one_that_is_over_is_taken_and_the_other_is_not(demo_shop):
    await place()
    await place()
    over, live = await claim()
    await end_lease(over)
    assert await _rescue() == 1
    assert await row("SELECT state FROM job WHERE id = ?", live.id) == ("running",)
    assert await row("SELECT state FROM job WHERE id = ?", over.id) == ("queued",)


async def test_each_end_of_an_attempt_is_written_down_and_settles_it(demo_shop):
    expected = {"succeed": "succeeded", "fail": "failed", "defer": "deferred", "release": "released"}
    for end, written in expected.items():
        await place()
        claimed = await claim_one()
        await write(lambda tx, end=end, claimed=claimed: ENDS[end](tx, claimed))
        found = await row("SELECT type, fence FROM job_event WHERE job_id = ? ORDER BY id DESC LIMIT 1", claimed.id)
        assert found == (written, claimed.fence)
        assert claimed.is_settled
        await run("UPDATE job SET run_at = run_at + 60000")
