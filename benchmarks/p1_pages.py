"""P1: catalogue pages and the list of products over HTTP, next to a ten-line route on the same server."""

import asyncio
import json
import os
import sys
import time
from pathlib import Path

from benchmarks.http import Client
from benchmarks.report import Figure, median
from benchmarks.shop import empty_shop

ROUNDS = 5
SECONDS = 2.0
CLIENTS = (8, 32)
TICKS = os.sysconf("SC_CLK_TCK")


async def measure() -> list[Figure]:
    """Bare route and pages in turn; medians of the requests a second and of the server's processor time for each."""
    with empty_shop() as shop:
        await shop.fill()
        web = shop.start("web")
        shop.await_web()
        bare_port = shop.port + 1
        bare = await asyncio.create_subprocess_exec(sys.executable, "-m", "benchmarks.bare_server", str(bare_port))
        try:
            await _answers(bare_port)
            product = await _a_product(shop.port)
            paths = ("/", "/products", f"/products/{product}", "/api/v1/products")
            return [
                await _compare(path, clients, (bare_port, bare.pid), (shop.port, web.pid))
                for path in paths
                for clients in CLIENTS
            ]
        finally:
            bare.terminate()
            await bare.wait()


async def _compare(path: str, clients: int, bare: tuple[int, int], shop: tuple[int, int]) -> Figure:
    rates: dict[str, list[float]] = {"bare": [], "shop": []}
    costs: dict[str, list[float]] = {"bare": [], "shop": []}
    for _ in range(ROUNDS):
        for name, (port, pid), asked in (("bare", bare, "/"), ("shop", shop, path)):
            rate, cost = await _load(port, pid, asked, clients)
            rates[name].append(rate)
            costs[name].append(cost)
    ratio = median(rates["shop"]) / median(rates["bare"])
    words = f"{median(rates['shop']):.0f}/s of {median(rates['bare']):.0f}/s, "
    words += f"{median(costs['shop']):.0f} of {median(costs['bare']):.0f} µs of processor"
    shown = "/products/{id}" if path.startswith("/products/") else path
    return Figure("P1", f"`GET {shown}`, {clients} clients", words, ratio, ">= 0.50", ratio >= 0.5)


async def _load(port: int, pid: int, path: str, clients: int) -> tuple[float, float]:
    """Requests a second, and microseconds of the server's processor time for each."""
    end = time.monotonic() + SECONDS
    before, began = _ticks(pid), time.monotonic()

    async def one() -> int:
        client, done = Client(port), 0
        while time.monotonic() < end:
            status, _ = await client.call("GET", path)
            assert status == 200, (path, status)
            done += 1
        client.close()
        return done

    done = sum(await asyncio.gather(*(one() for _ in range(clients))))
    spent = (_ticks(pid) - before) / TICKS
    return done / (time.monotonic() - began), spent / done * 1e6


def _ticks(pid: int) -> int:
    """Processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


async def _answers(port: int) -> None:
    """Until the server is there."""
    for _ in range(200):
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return
    raise RuntimeError("the bare server does not answer")


async def _a_product(port: int) -> str:
    client = Client(port)
    _, body = await client.call("GET", "/api/v1/products/sku:SKU-0001")
    client.close()
    return str(json.loads(body)["id"])
