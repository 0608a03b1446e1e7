"""P2: a guest puts something into a new cart and orders it over HTTP, next to the baseline, which does it all at once.

Both commit with full sync. Ours is accepted when it answers, and worked by a worker process beside it, on the same
cores; the baseline has no worker, since its answer says that all is done. The target is set against the reference
application. Only its rate is known: its p99 is reckoned from that with the baseline's spread.
"""

import asyncio
import json
import time
import uuid

from benchmarks.baseline.process import Baseline, baseline
from benchmarks.http import Client
from benchmarks.p6_mixed import BODY
from benchmarks.processes import cpu_seconds
from benchmarks.report import Figure, median, percentile
from benchmarks.shop import Shop, empty_shop

ROUNDS = 5
SECONDS = 4.0
CLIENTS = (8, 32)
REFERENCE_ORDERS_A_SECOND = 19  # what the reference application took on two cores, published and not measured here
TIMES = 10


async def measure() -> list[Figure]:
    """Nothing where the baseline cannot be installed."""
    with empty_shop() as shop, baseline() as other:
        if other is None:
            return []
        await shop.fill()
        web = shop.start("web")
        shop.start("worker")
        shop.await_web()
        return [await _compare(shop, web.pid, other, clients) for clients in CLIENTS]


async def _compare(shop: Shop, pid: int, other: Baseline, clients: int) -> Figure:
    ours, theirs = await _products(shop.port), list(map(str, range(1, 101)))
    loads: dict[str, list[tuple[float, float, float]]] = {"shop": [], "baseline": []}
    for _ in range(ROUNDS):
        loads["baseline"].append(await _load(other.port, other.pid, theirs, clients))
        loads["shop"].append(await _load(shop.port, pid, ours, clients))
    rates, costs, slowest = (
        {name: median([each[place] for each in rounds]) for name, rounds in loads.items()} for place in range(3)
    )
    times = rates["shop"] / REFERENCE_ORDERS_A_SECOND
    spread = slowest["baseline"] / (clients / rates["baseline"])  # p99 over the mean: whoever is answered asks again
    most_ms = spread * clients / REFERENCE_ORDERS_A_SECOND / TIMES
    words = (
        f"{rates['shop']:.0f}/s, order p99 {slowest['shop']:.0f} ms, {costs['shop']:.1f} ms of processor in the web;"
    )
    words += f" baseline {rates['baseline']:.0f}/s, {slowest['baseline']:.0f} ms, {costs['baseline']:.1f} ms"
    good = times >= TIMES and slowest["shop"] <= most_ms
    target = f">= {TIMES} x {REFERENCE_ORDERS_A_SECOND}/s, p99 <= {most_ms:.0f} ms"
    is_judged = clients == max(CLIENTS)
    measure = f"add to cart and order, {clients} clients"
    return Figure("P2", measure, words, times, target if is_judged else "", good or not is_judged)


async def _load(port: int, pid: int, products: list[str], clients: int) -> tuple[float, float, float]:
    """Orders a second, the server's processor time for one, and the p99 of the checkout alone; both milliseconds."""
    end = time.monotonic() + SECONDS
    before, began = cpu_seconds(pid), time.monotonic()
    times: list[float] = []

    async def one(number: int) -> None:
        client = Client(port)
        while time.monotonic() < end:
            product = products[(number + len(times)) % len(products)]
            status, cart = await client.call("POST", "/api/v1/cart/items", _addition(product))
            assert status == 201, cart
            headers = {"X-Cart-Token": json.loads(cart)["cart_token"], "Idempotency-Key": str(uuid.uuid4())}
            asked = time.perf_counter()
            status, order = await client.call("POST", "/api/v1/orders", json.dumps(BODY), headers)
            times.append(time.perf_counter() - asked)
            assert status in (201, 202), order
        client.close()

    await asyncio.gather(*(one(number) for number in range(clients)))
    seconds, spent = time.monotonic() - began, cpu_seconds(pid) - before
    return len(times) / seconds, spent / len(times) * 1000, percentile(times, 99) * 1000


def _addition(product: str) -> str:
    return json.dumps({"product_id": int(product) if product.isdigit() else product})


async def _products(port: int) -> list[str]:
    client = Client(port)
    _, body = await client.call("GET", "/api/v1/products?per_page=100")
    client.close()
    return [each["id"] for each in json.loads(body)["items"]]
