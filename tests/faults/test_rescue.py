"""Jobs of a dead worker come back together and in time, and the one that kills its workers is found all the same."""

from functools import partial

import pytest

from models.database import read
from models.jobs.admin import worker_registry
from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import place_many, products, set_stock
from tests.faults.stacks import on_databases_by_rabbitmq
from tests.faults.supervised import Up, kill

pytestmark = [pytest.mark.asyncio, on_databases_by_rabbitmq]

LONG_LEASE_SECONDS = 600  # longer than any test waits
RUNNING = "SELECT owner FROM job WHERE state = 'running' AND kind = 'order.process'"


async def _place_slow_orders(orders: int) -> list[str]:
    """Orders whose charges wait until the test lets them answer."""
    (product,) = await products(1)
    await set_stock(product, 10 * orders)
    return await place_many([([(product, 1)], "tok_slow")] * orders)


async def _run_at_once(jobs: int, *, not_by: str = "") -> bool:
    """Whether so many jobs run now, none of them held by a worker of this name."""
    owners = [row["owner"] for row in await books.rows(RUNNING)]
    return len(owners) == jobs and not_by not in owners


async def kill_busy_worker(
    shop: Shop, *, jobs: int, slots: int, planted: str = "", within: float = PATIENCE_SECONDS
) -> None:
    """Kill a worker with many jobs beside an idle one, which runs all of them at the same time afterwards."""
    promised = await _place_slow_orders(jobs)
    names = f"charges_wait,{planted}"
    victim = shop.worker(concurrency=slots, planted=names)
    await until(partial(_run_at_once, jobs), what="the victim runs all jobs")
    survivor = shop.worker(concurrency=slots, planted=names)
    await until(lambda: "takes" in survivor.said, what="the survivor has started")
    await victim.kill()
    await until(partial(_run_at_once, jobs, not_by=victim.name), what="all jobs are taken up again", within=within)
    shop.let_charges_answer()
    await books.settled()
    await books.in_order(shop, promised=promised)
    assert await books.rows("SELECT id FROM job WHERE crashes > 1") == []


async def kill_twice(shop: Shop, *, jobs: int, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Two workers die with the same jobs: the third takes all of them up, though each was there both times."""
    promised = await _place_slow_orders(jobs)
    names = f"charges_wait,{planted or 'short_isolation'}"
    settings = {"lease_seconds": LONG_LEASE_SECONDS, "concurrency": 64}
    up = Up(shop, workers=1, planted="short_waits", in_children=names, **settings)
    victim = ""
    for _ in range(2):
        await until(partial(_run_at_once, jobs, not_by=victim), what="a worker runs all jobs")
        (victim,) = {row["owner"] for row in await books.rows(RUNNING)}
        kill(int(victim.rpartition(":")[2]))
    await until(partial(_run_at_once, 1, not_by=victim), what="one suspect runs alone")
    await until(partial(_run_at_once, jobs, not_by=victim), what="all suspects are taken up again", within=within)
    shop.let_charges_answer()
    await books.settled()
    await books.in_order(shop, promised=promised)
    assert await books.rows("SELECT id FROM job WHERE state = 'dead'") == []
    assert await up.process.stop() == 0


async def die_at_first_claim(shop: Shop, *, planted: str = "") -> None:
    """A worker that is killed with its first claims, before its heartbeat has begun, is shown as lost."""
    (product,) = await products(1)
    promised = await place_many([([(product, 1)], "tok_ok")])
    victim = shop.worker(failpoints="after_claim=kill", planted=f"heartbeat_late,{planted}")
    await victim.ended()
    assert await _is_registered(victim.name), "nobody knows of the worker that was killed"
    shop.worker()
    await books.settled()
    await books.in_order(shop, promised=promised)


async def _is_registered(name: str) -> bool:
    return any(worker["name"] == name for worker in await read(worker_registry.workers))


async def kill_child(shop: Shop, *, jobs: int = 8, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Kill the worker of `cartwright up`; its leases would last for minutes, and its jobs are taken up by the next."""
    promised = await _place_slow_orders(jobs)
    up = Up(shop, workers=1, planted=planted, in_children="charges_wait", lease_seconds=LONG_LEASE_SECONDS)
    await until(partial(_run_at_once, jobs), what="the child runs all jobs")
    (victim,) = {row["owner"] for row in await books.rows(RUNNING)}
    (pid,) = (pid for pid, kind in up.children().items() if kind == "worker")
    assert victim.endswith(f":{pid}")
    await until(partial(_is_registered, victim), what="its first heartbeat is written")
    kill(pid)
    await until(partial(_run_at_once, jobs, not_by=victim), what="all jobs are taken up again", within=within)
    (dead,) = [worker for worker in await read(worker_registry.workers) if worker["name"] == victim]
    assert (dead["state"], dead["jobs"]) == ("lost", [])
    shop.let_charges_answer()
    await books.settled()
    await books.in_order(shop, promised=promised)
    assert await up.process.stop() == 0


async def test_sixty_jobs_of_a_killed_worker_are_all_taken_up_together(shop):
    await kill_busy_worker(shop, jobs=60, slots=64)


async def test_eight_jobs_of_a_killed_worker_are_all_taken_up_by_the_idle_survivor(shop):
    await kill_busy_worker(shop, jobs=8, slots=8)


async def test_the_jobs_of_a_dead_child_do_not_wait_for_their_leases(shop):
    await kill_child(shop)


async def test_sixty_jobs_that_lost_two_workers_are_all_taken_up_again(shop):
    await kill_twice(shop, jobs=60)


async def test_a_worker_that_is_killed_with_its_first_claims_is_shown_as_lost(shop):
    await die_at_first_claim(shop)
