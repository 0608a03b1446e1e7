"""P6: web, two order workers and a mail worker on one SQLite file, paced at 100 orders a second, with readers."""

import asyncio
import json
import time
from itertools import count

from benchmarks.http import Client
from benchmarks.report import Figure, percentile
from benchmarks.shop import Shop, empty_shop

ORDERS_A_SECOND = 100
READS_A_SECOND = 50
SECONDS = 60
BODY = {
    "payment": {"method": "test_card", "token": "tok_ok"},
    "shipping_address": {"name": "A", "line1": "1 Road", "city": "X", "postal_code": "97201", "country": "US"},
    "email": "a@example.com",
}


async def measure() -> list[Figure]:
    """Each order is a guest's: one thing into a cart, then POST /orders."""
    return [await mixed("P6")]


async def mixed(id_: str, url: str | None = None, orders_a_second: int = ORDERS_A_SECOND) -> Figure:
    """The measurement on a file, or on the database at `url`."""
    with empty_shop(url) as shop:
        await shop.fill()
        shop.start("web")
        shop.start("worker", "--queues", "orders,maintenance")
        shop.start("worker", "--queues", "orders,maintenance")
        shop.start("worker", "--queues", "mail")
        shop.await_web()
        checkouts, reads, wrong = await load(shop, orders_a_second)
        locked = shop.logs().count("database is locked")
    read_p99, checkout_p99 = percentile(reads, 99) * 1000, percentile(checkouts, 99) * 1000
    rate = len(checkouts) / SECONDS
    words = (
        f"{rate:.0f} orders/s accepted, {wrong} refused; read p99 {read_p99:.1f} ms, checkout p99 {checkout_p99:.1f} ms"
    )
    good = locked == 0 and wrong == 0 and read_p99 <= 20 and checkout_p99 <= 50
    measure = f"{orders_a_second} orders/s for {SECONDS} s: {locked} x locked"
    return Figure(id_, measure, words, None, "0; 20 ms; 50 ms", good)


async def load(
    shop: Shop,
    orders_a_second: float = ORDERS_A_SECOND,
    seconds: float = SECONDS,
    reads_a_second: float = READS_A_SECOND,
) -> tuple[list[float], list[float], int]:
    """Seconds of each checkout and each read, and how many orders were not accepted."""
    products = [each["id"] for each in await _products(shop)]
    checkouts: list[float] = []
    reads: list[float] = []
    wrong = [0]
    clients = [Client(shop.port) for _ in range(32)]
    readers = [Client(shop.port) for _ in range(8)]
    numbers = count()

    async def order(client: Client) -> None:
        number = next(numbers)
        wanted = {"product_id": products[number % len(products)]}
        status, cart = await client.call("POST", "/api/v1/cart/items", json.dumps(wanted))
        if status >= 400:
            wrong[0] += 1
            return
        began = time.perf_counter()
        headers = {"X-Cart-Token": json.loads(cart)["cart_token"], "Idempotency-Key": f"p6-{number}"}
        status, _ = await client.call("POST", "/api/v1/orders", json.dumps(BODY), headers)
        checkouts.append(time.perf_counter() - began)
        wrong[0] += status != 202

    async def look(client: Client) -> None:
        began = time.perf_counter()
        await client.call("GET", f"/api/v1/products/{products[next(numbers) % len(products)]}")
        reads.append(time.perf_counter() - began)

    paced = [_pace(clients, order, orders_a_second, seconds), _pace(readers, look, reads_a_second, seconds)]
    await asyncio.gather(*paced)
    for client in (*clients, *readers):
        client.close()
    return checkouts, reads, wrong[0]


async def _pace(clients, work, a_second: float, seconds: float) -> None:  # type: ignore[no-untyped-def]
    """Start one piece of work every 1/a_second seconds, on whichever client is free."""
    free: asyncio.Queue[Client] = asyncio.Queue()
    for client in clients:
        free.put_nowait(client)
    running: set[asyncio.Task[None]] = set()
    began = time.perf_counter()

    async def one(client: Client) -> None:
        try:
            await work(client)
        finally:
            free.put_nowait(client)

    for number in range(int(a_second * seconds)):
        await asyncio.sleep(max(0, began + number / a_second - time.perf_counter()))
        task = asyncio.create_task(one(await free.get()))
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.gather(*running)


async def _products(shop: Shop) -> list[dict[str, str]]:
    client = Client(shop.port)
    _, body = await client.call("GET", "/api/v1/products?per_page=100")
    client.close()
    items: list[dict[str, str]] = json.loads(body)["items"]
    return items
