"""P10: two thousand clients poll an order each every two seconds, with the ETag they know: 304 from one web process."""

import asyncio
import json
import random
import resource
import time
import uuid
from typing import NamedTuple

from benchmarks.http import Client
from benchmarks.p6_mixed import BODY
from benchmarks.processes import cpu_seconds
from benchmarks.report import Figure, percentile
from benchmarks.shop import Shop, empty_shop

POLLERS = 2000
EVERY_SECONDS = 2.0
WARM_SECONDS, SECONDS = 4.0, 20.0
AT_ONCE = 16  # orders are placed so many at a time


class Known(NamedTuple):
    """An order and what its buyer knows of it."""

    path: str
    headers: dict[str, str]


async def measure() -> list[Figure]:
    """All orders are settled before; nobody else asks anything meanwhile."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with empty_shop() as shop:
        await shop.fill()
        web, worker = shop.start("web"), shop.start("worker")
        shop.await_web()
        orders = await _placed(shop)
        known = [await _known(shop, order) for order in orders]
        worker.terminate()
        worker.wait(30)
        return [await _polled(shop.port, web.pid, known)]


async def _polled(port: int, pid: int, known: list[Known]) -> Figure:
    times: list[float] = []
    statuses: set[int] = set()
    began = time.monotonic()
    end = began + WARM_SECONDS + SECONDS

    async def poll(order: Known) -> None:
        client, due = Client(port), began + random.uniform(0, EVERY_SECONDS)
        while due < end:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            asked = time.monotonic()
            status, _ = await client.call("GET", order.path, headers=order.headers)
            now = time.monotonic()
            statuses.add(status)
            if began + WARM_SECONDS <= asked and now <= end:
                times.append(now - due)  # from when it was due: whoever was kept waiting counts
            due = max(due + EVERY_SECONDS, now)
        client.close()

    async def spent() -> float:
        await asyncio.sleep(WARM_SECONDS)
        before = cpu_seconds(pid)
        await asyncio.sleep(SECONDS)
        return cpu_seconds(pid) - before

    seconds, *_ = await asyncio.gather(spent(), *(poll(order) for order in known))
    share, p99 = seconds / SECONDS, percentile(times, 99) * 1000
    assert statuses == {304}, statuses
    words = f"{len(times) / SECONDS:.0f}/s: {share * 100:.0f} % of a core, p50 {percentile(times, 50) * 1000:.1f} ms,"
    words += f" p99 {p99:.0f} ms, {seconds / len(times) * 1e6:.0f} µs each"
    is_in_time = len(times) / SECONDS >= 0.95 * len(known) / EVERY_SECONDS
    good = is_in_time and share <= 0.6 and p99 <= 100
    return Figure(
        "P10", f"{len(known):,} pollers, each every 2 s, all 304", words, None, "1,000/s; <= 60 %, p99 <= 100 ms", good
    )


async def _placed(shop: Shop) -> list[dict[str, str]]:
    """So many guests' orders, as they were accepted."""
    client = Client(shop.port)
    _, body = await client.call("GET", "/api/v1/products/sku:SKU-0001")
    addition = json.dumps({"product_id": json.loads(body)["id"]})

    async def some() -> list[dict[str, str]]:
        client, placed = Client(shop.port), []
        for _ in range(POLLERS // AT_ONCE):
            _, cart = await client.call("POST", "/api/v1/cart/items", addition)
            headers = {"X-Cart-Token": json.loads(cart)["cart_token"], "Idempotency-Key": str(uuid.uuid4())}
            status, order = await client.call("POST", "/api/v1/orders", json.dumps(BODY), headers)
            assert status == 202, order
            placed.append(json.loads(order))
        client.close()
        return placed

    client.close()
    return [order for placed in await asyncio.gather(*(some() for _ in range(AT_ONCE))) for order in placed]


async def _known(shop: Shop, order: dict[str, str]) -> Known:
    """Asked for until it is decided and its buyer told: then nothing more changes."""
    client, path, headers = Client(shop.port), f"/api/v1/orders/{order['id']}", {"X-Order-Token": order["access_token"]}
    while True:
        _, body = await client.call("GET", path, headers=headers)
        seen = json.loads(body)
        if seen["decided"] and seen["progress"]["state"] == "done":
            client.close()
            return Known(path, headers | {"If-None-Match": f'"v{seen["version"]}"'})
        await asyncio.sleep(0.05)
