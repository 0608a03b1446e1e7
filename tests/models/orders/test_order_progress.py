"""The place in line and the estimate: what they are made of, from jobs and workers put there with their times."""

import pytest

from models.database import Transaction, read, write
from models.orders import order_progress
from models.orders.cancellation_preview import Undoing, undoing
from models.orders.order_progress import OrderProgress
from models.orders.order_views import by_row, view
from tests.models.orders_at_hand import claim, claim_one, place, progress_now, run

pytestmark = pytest.mark.asyncio


async def progress(order_id: int) -> OrderProgress:
    return await progress_now(order_id)


async def worker(slots: int, *, seen_before_ms: int = 0) -> None:
    async def work(tx: Transaction) -> None:
        await tx.execute(
            "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at)"
            " VALUES ('w', 'h', 1, 'orders', ?, 0, 'alive', ?, ?)",
            *(slots, tx.now, tx.now - seen_before_ms),
        )

    await write(work)


async def finished(*, run_ms: int, every_ms: int, jobs: int = 20) -> None:
    """So many orders were worked, each for `run_ms`, the last one just now."""

    async def work(tx: Transaction) -> None:
        for number in range(jobs):
            end = tx.now - number * every_ms
            await tx.execute(
                "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, state, run_at, max_attempts,"
                " created_at, started_at, finished_at)"
                " VALUES (?, 'order.process', 'orders', 0, ?, 'succeeded', 0, 12, 0, ?, ?)",
                *(f"done-{number}", f"done-{number}", end - run_ms, end),
            )

    await write(work)


async def test_the_line_is_counted_in_the_order_it_is_served(demo_shop: str) -> None:
    first, second, third = [await place() for _ in range(3)]
    assert [(await progress(each)).queue_position for each in (first, second, third)] == [1, 2, 3]
    await run("UPDATE job SET run_at = run_at - 5000 WHERE subject_id = ?", third)
    assert [(await progress(each)).queue_position for each in (third, first, second)] == [1, 2, 3]
    await claim_one()
    assert (await progress(third)).state == "running"
    assert [(await progress(each)).queue_position for each in (third, first, second)] == [0, 1, 2]


async def test_nobody_can_say_without_a_worker_or_before_the_first_job_was_done(demo_shop: str) -> None:
    order = await place()
    assert (await progress(order)).estimated_seconds is None
    await finished(run_ms=2000, every_ms=2000)
    assert (await progress(order)).estimated_seconds is None
    await worker(2, seen_before_ms=60_000)
    assert (await progress(order)).estimated_seconds is None
    await run("DELETE FROM worker")
    await worker(2)
    assert (await progress(order)).estimated_seconds == 2


@pytest.mark.parametrize(
    ("slots", "run_ms", "every_ms", "ahead", "seconds"),
    [
        (4, 3000, 60_000, 0, 3),  # a free slot: only the work itself
        (4, 3000, 60_000, 3, 3),
        (4, 4000, 60_000, 19, 24),  # a burst after a quiet time: four at a time, 20 of 4 s each, and its own
        (1, 2000, 2000, 9, 22),  # as fast as jobs were finished lately
        (4, 4000, 10, 19, 24),  # twenty that ended at one moment were a batch
        (8, 1000, 500, 9, 3),  # 8 slots of 1 s each are faster than what came out lately
    ],
)
async def test_the_estimate_is_waiting_and_work(
    demo_shop: str, slots: int, run_ms: int, every_ms: int, ahead: int, seconds: int
) -> None:
    await finished(run_ms=run_ms, every_ms=every_ms)
    await worker(slots)
    orders = [await place() for _ in range(ahead + 1)]
    assert (await progress(orders[-1])).estimated_seconds == seconds


async def test_work_that_has_begun_is_nearly_done_and_work_that_waits_says_until_when(demo_shop: str) -> None:
    await finished(run_ms=800_000, every_ms=800_000)
    await worker(1)
    order = await place()
    await claim()
    await run("UPDATE job SET started_at = started_at - 500000 WHERE subject_id = ?", order)
    its = await progress(order)
    assert (its.step, its.state, its.queue_position) == ("reserve_stock", "running", 0)
    assert 240 <= (its.estimated_seconds or 0) <= 300
    await run("UPDATE job SET started_at = started_at - 6000000 WHERE subject_id = ?", order)
    assert (await progress(order)).estimated_seconds == 200  # a quarter of the usual 800 s
    await run(
        "UPDATE job SET state = 'queued', lease_until = NULL, owner = NULL, run_at = run_at + 3000000"
        " WHERE subject_id = ?",
        order,
    )
    waits = await progress(order)
    assert (waits.state, waits.queue_position) == ("waiting", None)
    assert 3740 <= (waits.estimated_seconds or 0) <= 3800


@pytest.mark.parametrize(("estimate", "seconds"), [(None, 1), (0, 1), (1, 1), (7, 7), (30, 30), (3600, 30)])
async def test_it_is_worth_asking_again_when_it_may_be_done_but_at_least_twice_a_minute(
    estimate: int | None, seconds: int
) -> None:
    assert OrderProgress("reserve_stock", "queued", 1, estimate).retry_seconds == seconds


async def promise(order_id: int) -> Undoing:
    return undoing(await read(lambda tx: view(tx, by_row(order_id))))


async def test_cancelling_promises_what_it_will_undo(demo_shop: str) -> None:
    order = await place()
    assert await promise(order) == Undoing(True, ())
    await claim_one()
    assert await promise(order) == Undoing(False, ("hold",))
    await run("UPDATE orders SET status = 'reserved' WHERE id = ?", order)
    assert await promise(order) == Undoing(False, ("hold",))
    await run("UPDATE payment SET state = 'submitted' WHERE order_id = ?", order)
    assert await promise(order) == Undoing(False, ("hold", "charge_in_flight"))
    await run("UPDATE payment SET state = 'captured' WHERE order_id = ?", order)
    await run("UPDATE orders SET status = 'confirmed' WHERE id = ?", order)
    assert await promise(order) == Undoing(False, ("stock", "charge"))


async def test_a_long_line_is_not_counted_but_told_by_the_orders_since_its_first(demo_shop: str) -> None:
    order = await place()
    await waiting_before(order_progress.COUNTED_AHEAD - 1)
    assert (await progress(order)).queue_position == order_progress.COUNTED_AHEAD
    await waiting_before(3000)
    assert (await progress(order)).queue_position == 3000 + 1


async def waiting_before(orders: int) -> None:
    """So many jobs of orders wait, each made for an order right before the next one."""
    await run("DELETE FROM job WHERE subject_id <= 0")
    await write(
        lambda tx: tx.execute_many(
            "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, state, run_at,"
            " max_attempts, created_at) VALUES (?, 'order.process', 'orders', 0, ?, 'order', ?, 'queued', 0, 12, 0)",
            [(f"wait{number}", f"wait{number}", number - orders) for number in range(1, orders + 1)],
        )
    )
