"""What telling costs: processor time of a checkout, its jobs, a read and the start, and memory, without and with it.

It is the processes' own processor time, so that the collector, the client and whoever else uses the machine do not
count. The modes are measured in turn, each round on a fresh shop; medians of the differences within a round.
"""

import asyncio
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from benchmarks.http import Client
from benchmarks.p6_mixed import BODY
from benchmarks.report import Figure, median
from benchmarks.shop import Shop, empty_shop
from models.database import close_database, open_database, read

ORDERS = 400
WARM_UP = 40
ROUNDS = 5
READS = 600
MODES: dict[str, dict[str, str]] = {
    "silent": {},
    "sampled 1 in 10": {"OTEL_TRACES_SAMPLER": "parentbased_traceidratio", "OTEL_TRACES_SAMPLER_ARG": "0.1"},
    "told": {},
}


class Cost(NamedTuple):
    """Of one run, in milliseconds of processor time and MiB."""

    checkout: float
    order_jobs: float
    read: float
    start: float
    web_memory: float
    worker_memory: float


async def measure() -> list[Figure]:
    """All modes in turn, round after round."""
    costs: dict[str, list[Cost]] = {mode: [] for mode in MODES}
    with _sink() as endpoint:
        for _ in range(ROUNDS):
            for mode, variables in MODES.items():
                told = {} if mode == "silent" else {"OTEL_EXPORTER_OTLP_ENDPOINT": endpoint, **variables}
                costs[mode].append(await _run(told))
    figures = []
    for mode in list(MODES)[1:]:
        for index, name in enumerate(Cost._fields):
            silent = [cost[index] for cost in costs["silent"]]
            extra = median([cost[index] - base for cost, base in zip(costs[mode], silent, strict=True)])
            unit = "MiB" if name.endswith("memory") else "ms"
            words = f"{median(silent):.2f} {unit}, and {extra:+.2f} {unit}"
            ratio = 1 + extra / median(silent)
            figures.append(Figure("OT", f"{name.replace('_', ' ')}, {mode}", words, ratio, "told, no target", True))
    return figures


async def _run(variables: dict[str, str]) -> Cost:
    with empty_shop() as shop:
        await shop.fill()
        web = shop.start("web", environment=variables)
        shop.await_web()
        start = _cpu(web.pid)
        worker = shop.start("worker", environment=variables)
        await open_database(shop.url)
        try:
            await _order(shop, WARM_UP)
            before = _cpu(web.pid), _cpu(worker.pid)
            await _order(shop, ORDERS)
            after = _cpu(web.pid), _cpu(worker.pid)
            await _look(shop)
            looked = _cpu(web.pid)
        finally:
            await close_database()
        memory = _resident(web.pid), _resident(worker.pid)
    return Cost(
        (after[0] - before[0]) / ORDERS,
        (after[1] - before[1]) / ORDERS,
        (looked - after[0]) / READS,
        start,
        *memory,
    )


async def _order(shop: Shop, orders: int) -> None:
    """Guests one after the other, each with one thing; until all are decided and their mail is written."""
    client = Client(shop.port)
    _, body = await client.call("GET", "/api/v1/products?per_page=100")
    products = [each["id"] for each in json.loads(body)["items"]]
    for number in range(orders):
        wanted = {"product_id": products[number % len(products)]}
        _, cart = await client.call("POST", "/api/v1/cart/items", json.dumps(wanted))
        headers = {"X-Cart-Token": json.loads(cart)["cart_token"], "Idempotency-Key": f"ot-{orders}-{number}"}
        status, _ = await client.call("POST", "/api/v1/orders", json.dumps(BODY), headers)
        assert status == 202
    client.close()
    while await _open_jobs():
        await asyncio.sleep(0.05)


async def _open_jobs() -> int:
    row = await read(
        lambda tx: tx.fetch_one(
            "SELECT count(*) AS jobs FROM job WHERE state IN ('queued', 'running') AND queue IN ('orders', 'mail')"
        )
    )
    return int(row["jobs"])


async def _look(shop: Shop) -> None:
    client = Client(shop.port)
    for _ in range(READS):
        status, _ = await client.call("GET", "/api/v1/products?per_page=5")
        assert status == 200
    client.close()


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


@contextmanager
def _sink() -> Iterator[str]:
    """A collector that throws everything away."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
