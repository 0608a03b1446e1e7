"""A job that kills its worker: it is dead after three times, a person is told, and the others go on."""

import asyncio

import pytest

from tests.faults import books
from tests.faults.processes import Process, Shop, until
from tests.faults.shopping import place_many, products
from tests.faults.stacks import on_databases_by_redis

pytestmark = [pytest.mark.asyncio, on_databases_by_redis]


async def _keep_alive(shop: Shop, crew: list[Process], workers: int, concurrency: int, planted: str) -> None:
    """What a supervisor does: start again what died."""
    while True:
        crew[:] = [worker for worker in crew if worker.is_alive]
        crew += [shop.worker(concurrency=concurrency, planted=planted) for _ in range(workers - len(crew))]
        await asyncio.sleep(0.02)


async def serve_poison(shop: Shop, *, workers: int = 2, concurrency: int = 3, planted: str = "") -> None:
    """One job that kills its worker, and twenty others."""
    (product,) = await products(1)
    (poison,) = await place_many([([(product, 1)], "tok_slow")])
    promised = await place_many([([(product, 1)], "tok_ok")] * 20)
    crew: list[Process] = []
    keeper = asyncio.create_task(_keep_alive(shop, crew, workers, concurrency, f"poison,{planted}"))
    try:
        await until(lambda: books.rows("SELECT 1 FROM job WHERE state = 'dead'"), what="the poison is dead")
        await books.settled()
    finally:
        keeper.cancel()
        await asyncio.gather(keeper, return_exceptions=True)
    died = [worker for worker in shop.processes if not worker.is_alive]
    assert [worker.code for worker in died] == [9] * 3, "it takes three workers down, and no more"
    dead = await books.rows("SELECT subject_id, crashes, error_type FROM job WHERE state = 'dead'")
    (order,) = await books.rows("SELECT id, status, review_reason FROM orders WHERE public_id = ?", poison)
    assert dead == [{"subject_id": order["id"], "crashes": 3, "error_type": "WorkerLost"}]
    assert "poison" in order["review_reason"]
    assert len(await books.rows("SELECT id FROM orders WHERE status = 'confirmed'")) == 20
    await books.in_order(shop, promised=[poison, *promised])
    doctor = await shop.run("doctor")
    assert f"order CW-{10_000 + order['id']} is under review" in doctor.said


async def test_a_job_that_kills_its_worker_is_dead_after_three_times_and_alone(shop):
    await serve_poison(shop)
