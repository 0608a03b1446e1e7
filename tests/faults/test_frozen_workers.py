"""Workers that freeze past their lease and wake up: what they write then is refused, and nothing is done twice."""

import asyncio
import contextlib
import signal
import time

import pytest

from models.database import DatabaseBusy
from tests.faults import books
from tests.faults.processes import LEASE_SECONDS, LOOK_SECONDS, PATIENCE_SECONDS, Process, Shop, until
from tests.faults.shopping import place_many, products, set_stock
from tests.faults.stacks import on_databases_by_rabbitmq

pytestmark = [pytest.mark.asyncio, on_databases_by_rabbitmq]

LOST = "SELECT 1 FROM job_event WHERE type = 'lost' AND worker = ?"
PLACES = "after_claim=stop:0.1,before_ask=stop:0.3,after_ask=stop:0.5,after_finish=stop:0.1"


async def freeze(shop: Shop, *, stops: int, zombies: int, failpoints: str = PLACES, planted: str = "") -> None:
    """Wake each frozen worker only when its jobs were taken from it."""
    (product,) = await products(1)
    await set_stock(product, 5000)
    promised = await place_many([([(product, 1)], "tok_ok")] * 10)
    crew = [shop.worker(failpoints=failpoints, planted=planted, concurrency=2) for _ in range(zombies)]
    await until(lambda: any(zombie.is_frozen for zombie in crew), what="the first worker freezes")
    helper = shop.worker(concurrency=1, failpoints="after_ask=slow")  # it leaves the others something to do
    woken, frozen_since = 0, dict[str, float]()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while woken < stops:
        assert time.monotonic() < deadline, f"only {woken} workers froze"
        with contextlib.suppress(DatabaseBusy):
            if not await books.is_anything_due():
                promised += await place_many([([(product, 1)], "tok_ok")] * 8, patience_seconds=0)
        for zombie in crew:
            woken += await _wake(zombie, frozen_since)
        await asyncio.sleep(LOOK_SECONDS)
    await until(lambda: shop.count_said("late_write_refused") or planted, what="a late write was refused")
    for zombie in crew:
        await zombie.kill()
    if not helper.is_alive:  # it began while a frozen one kept everybody from writing: supervisors start it again
        shop.worker(concurrency=1)
    await books.settled()
    while await books.run_dead_jobs_again():
        await books.settled()
    await books.in_order(shop, promised=promised)


async def _wake(zombie: Process, frozen_since: dict[str, float]) -> int:
    """Wake it if it is frozen and has lost its jobs; 1 if so.

    A worker that froze inside a transaction keeps everybody from writing, so nobody can take its jobs: it is woken as
    well, and not counted.
    """
    if not zombie.is_frozen:
        frozen_since.pop(zombie.name, None)
        return 0
    since = frozen_since.setdefault(zombie.name, time.monotonic())
    held = await books.rows("SELECT 1 FROM job WHERE state = 'running' AND owner = ?", zombie.name)
    has_lost = bool(not held and await books.rows(LOST, zombie.name))
    if has_lost or time.monotonic() - since > 2 * LEASE_SECONDS:
        frozen_since.pop(zombie.name)
        zombie.signal(signal.SIGCONT)
    return int(has_lost)


async def test_ten_frozen_workers_that_wake_change_nothing_any_more(shop):
    await freeze(shop, stops=10, zombies=4)
