"""P1: catalogue pages and the list of products over HTTP, next to a ten-line Quart route and to the baseline."""

import asyncio
import json
import sys
import time
from collections.abc import Mapping
from typing import NamedTuple

from benchmarks.baseline.process import baseline
from benchmarks.http import Client
from benchmarks.processes import await_answer, cpu_seconds
from benchmarks.report import Figure, median
from benchmarks.shop import empty_shop

ROUNDS = 5
SECONDS = 2.0
CLIENTS = (8, 32)
TIMES_THE_BASELINE = 10


class Asked(NamedTuple):
    """A server and what it is asked for."""

    port: int
    pid: int
    path: str


Loads = dict[str, list[tuple[float, float]]]  # requests a second and µs of processor for each, round by round


async def measure() -> list[Figure]:
    """Bare route, baseline and pages in turn; medians of the requests a second and of processor time for each."""
    with empty_shop() as shop, baseline() as other:
        await shop.fill()
        web = shop.start("web")
        shop.await_web()
        bare_port = shop.port + 1
        bare = await asyncio.create_subprocess_exec(sys.executable, "-m", "benchmarks.bare_server", str(bare_port))
        try:
            await_answer(bare_port)
            product = await _a_product(shop.port)
            figures = []
            for path in ("/", "/products", "/products/{id}", "/api/v1/products"):
                asked = {"bare": Asked(bare_port, bare.pid, "/")}
                asked["shop"] = Asked(shop.port, web.pid, path.format(id=product))
                if other is not None:
                    asked["baseline"] = Asked(other.port, other.pid, path.format(id=1))
                for clients in CLIENTS:
                    loads = await _in_turn(asked, clients)
                    figures += _told(f"`GET {path}`, {clients} clients", loads)
            return figures
        finally:
            bare.terminate()
            await bare.wait()


async def _in_turn(asked: Mapping[str, Asked], clients: int) -> Loads:
    loads: Loads = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, its in asked.items():
            loads[name].append(await _load(its, clients))
    return loads


def _told(measure: str, loads: Loads) -> list[Figure]:
    rates = {name: median([rate for rate, _ in rounds]) for name, rounds in loads.items()}
    costs = {name: median([cost for _, cost in rounds]) for name, rounds in loads.items()}

    def words(other: str) -> str:
        both = f"{rates['shop']:.0f}/s of {rates[other]:.0f}/s"
        return f"{both}, {costs['shop']:.0f} of {costs[other]:.0f} µs of processor"

    ratio = rates["shop"] / rates["bare"]
    figures = [Figure("P1", measure, words("bare"), ratio, ">= 0.50", ratio >= 0.5)]
    if "baseline" in rates:
        times = rates["shop"] / rates["baseline"]
        good = times >= TIMES_THE_BASELINE and costs["shop"] <= costs["baseline"] / TIMES_THE_BASELINE
        target = f">= {TIMES_THE_BASELINE}, processor <= 1/{TIMES_THE_BASELINE}"
        figures.append(Figure("P1", f"{measure}, next to the baseline", words("baseline"), times, target, good))
    return figures


async def _load(asked: Asked, clients: int) -> tuple[float, float]:
    """Requests a second, and microseconds of the server's processor time for each."""
    end = time.monotonic() + SECONDS
    before, began = cpu_seconds(asked.pid), time.monotonic()

    async def one() -> int:
        client, done = Client(asked.port), 0
        while time.monotonic() < end:
            status, _ = await client.call("GET", asked.path)
            assert status == 200, (asked, status)
            done += 1
        client.close()
        return done

    done = sum(await asyncio.gather(*(one() for _ in range(clients))))
    return done / (time.monotonic() - began), (cpu_seconds(asked.pid) - before) / done * 1e6


async def _a_product(port: int) -> str:
    client = Client(port)
    _, body = await client.call("GET", "/api/v1/products/sku:SKU-0001")
    client.close()
    return str(json.loads(body)["id"])
