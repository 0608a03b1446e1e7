"""Workers that freeze past their lease and wake up: what they write then is refused, and nothing is done twice."""

import asyncio
import signal
import time

import pytest

from tests.faults import books
from tests.faults.processes import LOOK_SECONDS, Process, Shop, until
from tests.faults.shopping import place_many, products

pytestmark = pytest.mark.asyncio

PLACES = "after_claim=stop:0.1,before_ask=stop:0.1,after_ask=stop:0.15,after_finish=stop:0.05"


async def freeze(shop: Shop, *, stops: int, zombies: int, failpoints: str = PLACES, planted: str = "") -> None:
    """Wake each frozen worker only when its jobs were taken from it."""
    (product,) = await products(1)
    promised = await place_many([([(product, 1)], "tok_ok")] * 10)
    crew = [shop.worker(failpoints=failpoints, planted=planted, concurrency=2) for _ in range(zombies)]
    await until(lambda: any(zombie.is_frozen for zombie in crew), within=30, what="the first worker freezes")
    shop.worker(concurrency=1)
    woken = 0
    deadline = time.monotonic() + 60
    while woken < stops:
        assert time.monotonic() < deadline, f"only {woken} workers froze"
        if not await books.is_anything_due():
            promised += await place_many([([(product, 1)], "tok_ok")] * 4)
        woken += await _wake_one(crew)
        await asyncio.sleep(LOOK_SECONDS)
    await until(lambda: shop.count_said("late_write_refused") or planted, within=10, what="a late write was refused")
    for zombie in crew:
        await zombie.kill()
    await books.settled(within=45)
    if await books.run_dead_jobs_again():
        await books.settled(within=45)
    await books.in_order(shop, promised=promised)


async def _wake_one(crew: list[Process]) -> int:
    """Wait for a frozen worker that lost its jobs, and wake it; 1 if there was one."""
    frozen = [zombie for zombie in crew if zombie.is_frozen]
    for zombie in frozen:
        held = await books.rows("SELECT 1 FROM job WHERE state = 'running' AND owner = ?", zombie.name)
        lost = await books.rows("SELECT 1 FROM job_event WHERE type = 'lost' AND worker = ?", zombie.name)
        if lost and not held:
            zombie.signal(signal.SIGCONT)
            return 1
    return 0


async def test_ten_frozen_workers_that_wake_change_nothing_any_more(shop):
    await freeze(shop, stops=10, zombies=4)
