"""A call that blocks an event loop: others are told, what the process holds goes to others, and it is replaced."""

import asyncio

import httpx
import pytest

from models.database import read
from models.jobs.admin import worker_registry
from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import place_many, products
from tests.faults.stacks import on_databases_by_rabbitmq
from tests.faults.supervised import Up

pytestmark = [pytest.mark.asyncio, on_databases_by_rabbitmq]

TRY_AGAIN = 75


async def block_worker(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """One of six charges blocks a worker's loop for good: the worker says so, ends, and another decides all orders."""
    (product,) = await products(1)
    promised = await place_many([([(product, 1)], "tok_slow"), *[([(product, 1)], "tok_ok")] * 5])
    blocked = shop.worker(concurrency=6, planted=f"charges_block,short_stalls,{planted}")
    await until(lambda: _is_shown(blocked.name, "stalled") if not planted else True, what="it is shown as stalled")
    await until(lambda: not blocked.is_alive, what="the blocked worker ends, so that it is replaced", within=within)
    assert blocked.code == TRY_AGAIN
    assert blocked.said.count("the event loop has been blocked") == 1
    assert "in blocking" in blocked.said, "the stack names the call"
    assert await books.rows("SELECT 1 FROM job WHERE state = 'running'") == [], "its leases are given up"
    assert await _is_shown(blocked.name, "lost")
    shop.worker()
    await books.settled()
    await books.in_order(shop, promised=promised)


async def _is_shown(name: str, state: str) -> bool:
    shown = {worker["name"]: worker for worker in await read(worker_registry.workers)}
    return name in shown and shown[name]["state"] == state


async def test_a_worker_whose_event_loop_is_blocked_gives_its_jobs_up_and_ends(shop):
    await block_worker(shop)


async def test_a_web_process_whose_event_loop_is_blocked_says_by_what_and_is_replaced(shop):
    up = Up(shop, workers=1, planted="short_silence", in_children="probes_block,short_stalls")
    await up.web.ready()
    blocking = shop.folder / "probes-block"
    blocking.touch()
    async with httpx.AsyncClient(base_url=up.web.url) as client:
        waiting = asyncio.create_task(client.get("/livez", timeout=PATIENCE_SECONDS))
        await until(lambda: "cartwright web gave no sign of life" in up.process.said, what="web is replaced")
        blocking.unlink()
        with pytest.raises(httpx.TransportError):
            await waiting
    assert "in blocking" in up.process.said, "the stack names the call"
    await up.web.ready()
    await books.in_order(shop, promised=[await up.sells()])
