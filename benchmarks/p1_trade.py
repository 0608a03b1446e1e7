"""P1 while the shop sells: 10,000 products asked by Zipf's law, beside 0, 10 and 60 commits a second.

Each commit moves the stock of one product, which is drawn by the same law: that is an order's reservation, and nothing
else of an order ends a kept page. Of ten pages six are products, two are lists, one is the front page and one the API's
list. The baseline answers for its own catalogue, which is smaller, with nothing committed beside.
"""

import asyncio
import contextlib
import itertools
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence

from benchmarks.baseline.process import baseline
from benchmarks.http import Client
from benchmarks.p7_growth import fill_products
from benchmarks.processes import cpu_seconds
from benchmarks.report import Figure, median
from benchmarks.shop import Shop, empty_shop

PRODUCTS = 10_000
COMMITS = (0, 10, 60)
CLIENTS = 8
ROUNDS = 5
SECONDS = 3.0
MOST_US = 300
TIMES_THE_BASELINE = 10
MOVE = """
INSERT INTO stock_ledger (product_id, kind, d_on_hand, on_hand, reserved, at)
SELECT product_id, 'adjust', -1, on_hand, reserved, ? FROM inventory WHERE product_id = ?
"""
Paths = Callable[[random.Random], str]


async def measure() -> list[Figure]:
    """Requests a second and processor time for each, at each rate of commits; the baseline in turn with them."""
    with empty_shop() as shop, baseline() as other:
        await shop.fill()
        fill_products(shop, PRODUCTS)
        web = shop.start("web")
        shop.await_web()
        ids = _products(shop)
        loads: dict[str, list[tuple[float, float]]] = {}
        for _ in range(ROUNDS):
            for commits in COMMITS:
                with _trade(shop, commits):
                    loads.setdefault(str(commits), []).append(
                        await _load(shop.port, web.pid, _mix([i for _, i in ids]))
                    )
            if other is not None:
                its = _mix([str(number) for number in range(1, 50)])
                loads.setdefault("baseline", []).append(await _load(other.port, other.pid, its))
    return [_figure(commits, loads) for commits in COMMITS]


def _figure(commits: int, loads: dict[str, list[tuple[float, float]]]) -> Figure:
    rates = {name: median([rate for rate, _ in rounds]) for name, rounds in loads.items()}
    cost = median([cost for _, cost in loads[str(commits)]])
    times = rates[str(commits)] / rates["baseline"] if "baseline" in rates else None
    words = f"{rates[str(commits)]:.0f}/s, {cost:.0f} µs of processor"
    words += f"; baseline {rates['baseline']:.0f}/s" if times is not None else ""
    good = cost <= MOST_US and times is not None and times >= TIMES_THE_BASELINE
    measure = f"{PRODUCTS:,} products by Zipf, {commits} commits/s"
    return Figure("P1", measure, words, times, f">= {TIMES_THE_BASELINE}, <= {MOST_US} µs", good)


def _mix(ids: Sequence[str]) -> Paths:
    """Draws paths; the first ids are the most wanted."""
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(ids) + 1)))

    def draw(dice: random.Random) -> str:
        kind = dice.randrange(10)
        if kind < 6:
            return f"/products/{dice.choices(ids, cum_weights=weights)[0]}"
        return ("/products", "/products?sort=name", "/", "/api/v1/products")[kind - 6]

    return draw


async def _load(port: int, pid: int, draw: Paths) -> tuple[float, float]:
    """Requests a second, and microseconds of the server's processor time for each."""
    before, began = cpu_seconds(pid), time.monotonic()
    end = began + SECONDS

    async def one(number: int) -> int:
        client, dice, done = Client(port), random.Random(number), 0
        while time.monotonic() < end:
            status, _ = await client.call("GET", draw(dice))
            assert status == 200, status
            done += 1
        client.close()
        return done

    done = sum(await asyncio.gather(*(one(number) for number in range(CLIENTS))))
    return done / (time.monotonic() - began), (cpu_seconds(pid) - before) / done * 1e6


def _products(shop: Shop) -> list[tuple[int, str]]:
    with contextlib.closing(sqlite3.connect(shop.file)) as connection:
        return connection.execute("SELECT id, public_id FROM product WHERE status = 'active' ORDER BY id").fetchall()


@contextlib.contextmanager
def _trade(shop: Shop, commits_a_second: int) -> Iterator[None]:
    """So many commits a second meanwhile."""
    over = threading.Event()
    thread = threading.Thread(target=_commit, args=(shop, commits_a_second, over))
    if commits_a_second:
        thread.start()
    try:
        yield
    finally:
        over.set()
        if commits_a_second:
            thread.join()


def _commit(shop: Shop, commits_a_second: int, over: threading.Event) -> None:
    dice, numbers = random.Random(7), [number for number, _ in _products(shop)]
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(numbers) + 1)))
    with contextlib.closing(sqlite3.connect(shop.file, timeout=30, isolation_level=None)) as connection:
        while not over.wait(1 / commits_a_second):
            product = dice.choices(numbers, cum_weights=weights)[0]
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE inventory SET on_hand = on_hand - 1 WHERE product_id = ?", (product,))
            connection.execute(MOVE, (time.time_ns() // 1_000_000, product))
            connection.execute("COMMIT")
