"""What the system takes away from processes that work: file descriptors, the clock, the password of the broker."""

import asyncio
import contextlib
import os
import resource

import pytest
import redis as redis_client

from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Process, Shop, until
from tests.faults.shopping import place_many, products, set_stock
from tests.faults.stacks import on_databases_by_redis

pytestmark = [pytest.mark.asyncio, on_databases_by_redis]
ORDERS = 8
HOUR_SECONDS = 3600
BEATS = 3  # more than the maintenance loop needs for another round


def allow_files(process: Process, more: int | None) -> None:
    """Let it open so many more files than it has open; None: as many as before."""
    _, hard = resource.prlimit(process.pid, resource.RLIMIT_NOFILE)
    most = hard if more is None else len(os.listdir(f"/proc/{process.pid}/fd")) + more
    resource.prlimit(process.pid, resource.RLIMIT_NOFILE, (most, hard))


async def starve_of_files(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """A worker that may open no file for a while decides all orders afterwards, and its log stays short."""
    (product,) = await products(1)
    await set_stock(product, 10 * ORDERS)
    worker = shop.worker(planted=planted)
    await until(lambda: " takes (" in worker.said, what="the worker has started")
    allow_files(worker, 0)
    promised = await place_many([([(product, 1)], "tok_ok")] * ORDERS)
    await asyncio.sleep(2)
    allow_files(worker, None)
    await books.settled(within=within)
    await books.in_order(shop, promised=promised)
    assert worker.is_alive
    assert len(worker.said) < 500_000, "the log is flooded"


async def jump(shop: Shop, seconds: int, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """The clock of the only worker jumps while it runs jobs, and back: nothing is taken from it, all is decided."""
    (product,) = await products(1)
    await set_stock(product, 10 * ORDERS)
    worker = shop.worker(planted=f"charges_wait,clock_jumps,{planted}", concurrency=ORDERS, lease_seconds=60)
    promised = await place_many([([(product, 1)], "tok_slow")] * ORDERS)
    running = "SELECT 1 FROM job WHERE state = 'running' AND kind = 'order.process'"

    async def all_run() -> bool:
        return len(await books.rows(running)) == ORDERS

    await until(all_run, what="the worker runs all jobs")
    (shop.folder / "clock").write_text(str(seconds))
    await until(lambda: "clock_jump" in worker.said, what="the worker sees that the clock has jumped")
    for _ in range(BEATS):
        await another_beat()
    promised += await place_many([([(product, 1)], "tok_ok")])
    shop.let_charges_answer()
    (shop.folder / "clock").write_text("0")
    await books.settled(within=within)
    await books.in_order(shop, promised=promised)
    lost = await books.rows("SELECT 1 FROM job_event WHERE type = 'lost'")
    assert lost == [], "live jobs were taken from their worker"


async def another_beat() -> None:
    """Wait for a heartbeat of the worker, whatever its clock says."""
    seen = await books.rows("SELECT last_seen_at FROM worker")

    async def has_beaten() -> bool:
        return await books.rows("SELECT last_seen_at FROM worker") != seen

    await until(has_beaten, what="the worker beats again")


async def test_a_worker_without_file_descriptors_for_a_while_decides_all_orders(shop: Shop) -> None:
    await starve_of_files(shop)


@pytest.mark.stack("sqlite")
@pytest.mark.parametrize("seconds", [HOUR_SECONDS, -HOUR_SECONDS])
async def test_a_clock_that_jumps_takes_no_job_from_a_worker_that_lives(shop: Shop, seconds: int) -> None:
    await jump(shop, seconds)


@pytest.mark.stack("redis")
async def test_a_broker_that_refuses_the_password_costs_seconds_and_no_order(shop: Shop) -> None:
    (product,) = await products(1)
    worker = shop.worker(planted="quick_looks")
    await until(lambda: "takes" in worker.said, what="the worker has started")
    with redis_client.Redis.from_url(shop.queue_url) as server:
        server.config_set("requirepass", "another one")
        try:
            with contextlib.suppress(redis_client.RedisError):
                server.execute_command("AUTH", "another one")
            server.client_kill_filter(_type="normal", skipme=True)
            promised = await place_many([([(product, 1)], "tok_ok")] * ORDERS)
            await books.settled()
            await until(lambda: "alarm queue_away: " in worker.said, what="the operator is told")
        finally:
            server.config_set("requirepass", "")
    await until(lambda: "connected to" in worker.said, what="it connects again")
    await books.in_order(shop, promised=promised)
