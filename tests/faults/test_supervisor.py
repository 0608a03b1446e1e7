"""`cartwright up`: whatever is killed or frozen of it, the shop sells in the end, and nothing of it is left behind."""

import asyncio
import contextlib
import re
import signal
import socket

import httpx
import pytest

from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Process, Shop, Web, until
from tests.faults.shopping import Guest, client_of, products, set_stock
from tests.faults.stacks import on_databases_by_redis
from tests.faults.supervised import Up, is_alive, kill
from tests.servers.throwaway import free_port

pytestmark = [pytest.mark.asyncio, on_databases_by_redis]


async def kill_children(shop: Shop, *, kills: int, workers: int = 3, planted: str = "") -> None:
    """Kill any child in any order, also those that have just been started, while guests order."""
    (product,) = await products(1)
    await set_stock(product, 5000)
    up = Up(shop, workers=workers, planted=f"short_waits,{planted}")
    await up.web.ready()
    promised = [await up.sells()]
    for _ in range(kills):
        pid = await until(
            lambda: next(iter(shop.random.sample(sorted(up.children()), k=1)), 0) if up.children() else 0,
            what=f"a child lives; the shop has ended with {up.process.code}",
            within=30,
        )
        kill(pid)
        await until(lambda pid=pid: not is_alive(pid), what="it is dead")
        await asyncio.sleep(shop.random.uniform(0, 0.4))
        assert up.process.is_alive, f"the shop has ended with {up.process.code}"
    await up.web.ready()
    promised.append(await up.sells())
    assert len(await books.rows("SELECT name FROM worker")) > workers, "workers that were lost are shown"
    while await books.run_dead_jobs_again():
        await books.settled()
    await books.in_order(shop, promised=promised)
    assert await up.process.stop() == 0
    assert up.children() == {}


async def kill_supervisor(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Kill the supervisor while one of its children is stopped: all of them end, and the next one opens at once."""
    up = Up(shop, workers=2, planted=planted)
    await up.web.ready()
    children = up.children()
    try:
        kill(next(pid for pid, kind in children.items() if kind == "web"), signal.SIGSTOP)
        await up.process.kill()
        following = Up(shop, workers=1, planted="", port=up.port)
        await until(
            lambda: not any(map(is_alive, children)),
            what=f"nothing is left of it but {[pid for pid in children if is_alive(pid)]}",
            within=within,
        )
        await following.web.ready()
        await books.in_order(shop, promised=[await following.sells()])
    finally:
        for pid in children:
            kill(pid)


async def freeze_children(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Stop the web process and a worker for good: both are replaced, and the shop sells."""
    up = Up(shop, workers=2, planted=f"short_silence,{planted}")
    await up.web.ready()
    await until(lambda: up.process.said.count("takes") >= 2, what="both workers have started")
    frozen = [next(pid for pid, kind in up.children().items() if kind == name) for name in ("web", "worker")]
    try:
        for pid in frozen:
            kill(pid, signal.SIGSTOP)
        await until(lambda: not any(map(is_alive, frozen)), what="the frozen children are replaced", within=within)
    finally:
        for pid in frozen:
            kill(pid)
    await until(lambda: up.process.said.count("gave no sign of life") >= 2, what="it is said")
    await up.web.ready()
    await books.in_order(shop, promised=[await up.sells()])


async def test_children_killed_fifty_times_in_any_order_leave_a_shop_that_sells(shop):
    await kill_children(shop, kills=50)


async def test_a_killed_supervisor_leaves_nothing_behind_and_the_next_one_opens(shop):
    await kill_supervisor(shop)


async def test_children_that_freeze_are_replaced(shop):
    await freeze_children(shop)


async def test_a_web_process_that_cannot_start_ends_the_shop_with_the_reason(shop):
    up = Up(shop, workers=1, planted="short_waits")
    await up.web.ready()
    (web,) = (pid for pid, kind in up.children().items() if kind == "web")
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kill(web)
        await until(lambda: _is_bound(taken, up.port), what="the port is ours")
        taken.listen()
        assert await up.process.ended() == 78
    assert f"CARTWRIGHT_PORT {up.port} cannot be had" in up.process.said
    assert "the web process cannot start" in up.process.said
    assert up.children() == {}


def _is_bound(taken: socket.socket, port: int) -> bool:
    with contextlib.suppress(OSError):
        taken.bind(("127.0.0.1", port))
        return True
    return False


async def test_a_worker_that_cannot_start_leaves_a_shop_that_takes_orders_and_tells_the_admin(shop):
    """Its own port is taken, so it is refused again and again."""
    ops_port = free_port()
    with socket.create_server(("127.0.0.1", ops_port)):
        port = free_port()
        process: Process = shop.start("up", port=port, ops_port=ops_port, worker_name="")
        web = Web(process, port)
        await web.ready()
        await until(lambda: len(_waits(process)) >= 4, what="it was refused often")
        assert _waits(process)[:4] == [1, 2, 4, 8]
        (product,) = await products(1)
        async with client_of(web.url) as client:
            guest = Guest(client)
            await guest.fill([(product, 1)])
            assert (await guest.order()).status_code == 202
            await until(lambda: _is_told(client), what="the red bar says that nobody works")
    await books.settled()
    assert await process.stop() == 0


def _waits(process: Process, end: str = "worker ended with 78") -> list[int]:
    """For how many seconds each time a child that ended like this was waited."""
    return [int(seconds) for seconds in re.findall(rf"cartwright {end}: starting it again in (\d+) s", process.said)]


async def test_a_good_run_makes_the_next_wait_short_again(shop):
    """A web process has run well once it has served, a worker after a while: here after no time at all."""
    up = Up(shop, workers=1, planted="any_run_is_good")
    for kills in (1, 2, 3):
        await up.web.ready()
        await until(lambda kills=kills: up.process.said.count(" takes ") == kills, what="the worker has started")
        for pid in up.children():
            kill(pid)
        for kind in ("web", "worker"):
            ended = f"{kind} was killed by SIGKILL"
            await until(lambda ended=ended, kills=kills: len(_waits(up.process, ended)) == kills, what=ended)
            assert _waits(up.process, ended) == [1] * kills


async def _is_told(client: httpx.AsyncClient) -> bool:
    from models.alarms import admin_banner
    from models.database import read

    assert (await client.get("/")).status_code == 200
    return any("1 job waits" in alarm.words for alarm in (await read(admin_banner.facts))["alarms"])
