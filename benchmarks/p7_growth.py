"""P7: what the same things cost as the ledger of jobs, the book of orders and the catalogue grow.

A shop of each size in a file of its own, asked in turn, through the application in this process and without waiting for
the disk; medians of the largest next to the smallest. `BENCH_SCALE=0.01` tries it with a hundredth of the sizes.
"""

import contextlib
import itertools
import os
import sqlite3
import time
import uuid
from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import Any, NamedTuple

from benchmarks import job_page, order_history, resting_kind
from benchmarks.p6_mixed import BODY
from benchmarks.report import Figure, median, percentile
from benchmarks.shop import Shop, empty_shop
from core.settings import Settings
from models.accounts import accounts, passwords
from models.catalog.search.search_index import REMEMBER, REMEMBER_WORD, index_rows
from models.database import close_database, open_database, write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from web.app import create_app

SCALE = float(os.environ.get("BENCH_SCALE", "1"))
ROUNDS = 7
ASKED = 12  # times, each round
TARGET = 1.5
SEARCH_MS = 150
EMAIL, PASSWORD = "buyer@example.com", "velvet-otter-canyon-42"
FIRST_ALERT = 90_000_000  # far above the ids of the other jobs
COPY_PRODUCTS = """
WITH RECURSIVE copy(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copy WHERE number < ?)
INSERT INTO product (public_id, sku, slug, name, description, details, price_cents, category_id, status, picture,
    version, created_at, updated_at)
SELECT printf('%08d%018d', id, number), sku || '-' || number, slug || '-' || number, name || ' ' || number,
    description, details, price_cents + number % 997, category_id, status, picture, 1, created_at - number, updated_at
FROM product, copy
"""
COPY_STOCK = """
INSERT INTO inventory (product_id, on_hand, low_stock_threshold, updated_at)
SELECT id, 1000000, 5, updated_at FROM product WHERE id NOT IN (SELECT product_id FROM inventory)
"""
# No worker runs here, and a shop whose orders wait for minutes takes no more of them.
FORGET_ORDERS = "DELETE FROM job WHERE queue = 'orders' AND state = 'queued'"


class Grown:
    """A shop of one size with a customer and an admin, both signed in: nothing they get was kept for strangers."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.times: dict[str, list[float]] = {}
        self.buyer: Any = None
        self.admin: Any = None
        self.product = self.order = ""
        self.bearer: dict[str, str] = {}

    async def prepare(self, alerts: int) -> None:
        """Let people in, and jobs wait."""
        if alerts:
            resting_kind.add_due(self.shop, [("stock.alert", 2)] * alerts, FIRST_ALERT)
        settings = Settings(
            env="development",
            database_url=self.shop.url,
            secret_key="k" * 48,
            data_dir=self.shop.folder,
            test_payments=True,
            rate_limit=False,
        )
        await open_database(self.shop.url, synchronous="OFF")
        try:
            self.admin = await job_page.admin_of(self.shop)
            hashed = passwords.hash_password(PASSWORD)
            await write(lambda tx: accounts.create_user(tx, email=EMAIL, password_hash=hashed))
            self.buyer = await job_page.signed_in(create_app(settings).test_client(), EMAIL, PASSWORD)
            login = await self.buyer.post("/api/v1/auth/login", json={"email": EMAIL, "password": PASSWORD})
            self.bearer = {"Authorization": f"Bearer {(await login.get_json())['access_token']}"}
            found = await (await self.buyer.get("/api/v1/products?q=mug&per_page=1")).get_json()
            self.product = found["items"][0]["id"]
            await self.check_out()
        finally:
            await close_database()

    async def check_out(self) -> float:
        """Seconds of placing an order; what fills the cart before is not counted."""
        added = await self.buyer.post("/api/v1/cart/items", json={"product_id": self.product}, headers=self.bearer)
        assert added.status_code == 201, await added.get_data(as_text=True)
        headers = {**self.bearer, "Idempotency-Key": str(uuid.uuid4())}
        begun = time.perf_counter()
        placed = await self.buyer.post("/api/v1/orders", json=BODY, headers=headers)
        seconds = time.perf_counter() - begun
        assert placed.status_code == 202, await placed.get_data(as_text=True)
        self.order = (await placed.get_json())["id"]
        return seconds

    async def round(self, asked: "dict[str, Ask]") -> None:
        """Ask for each thing some times; once before, since what memory keeps is not the question."""
        await open_database(self.shop.url, synchronous="OFF")
        try:
            await write(lambda tx: tx.execute(FORGET_ORDERS))
            for name, ask in asked.items():
                await ask(self)
                self.times.setdefault(name, []).extend([await ask(self) for _ in range(ASKED)])
        finally:
            await close_database()


Ask = Callable[[Grown], Awaitable[float]]


class Growth(NamedTuple):
    """What grows, to which sizes, and what is asked at each size."""

    of: str
    sizes: tuple[int, ...]
    fill: Callable[[Shop, int], None]
    asked: dict[str, Ask]


async def measure() -> list[Figure]:
    """A figure for each thing asked while something grows."""
    return [figure for growth in GROWTHS for figure in await _grow(growth)]


async def _grow(growth: Growth) -> list[Figure]:
    with contextlib.ExitStack() as shops:
        grown = {size: Grown(shops.enter_context(empty_shop())) for size in growth.sizes}
        for size, each in grown.items():
            await each.shop.fill()
            install_provider(TestProvider(each.shop.folder / "provider.jsonl"))
            growth.fill(each.shop, size)
            await each.prepare(alerts=ROUNDS * (ASKED + 1))
        for _, each in itertools.product(range(ROUNDS), grown.values()):
            await each.round(growth.asked)
    return [_figure(name, growth.of, grown) for name in growth.asked]


def _figure(name: str, of: str, grown: dict[int, Grown]) -> Figure:
    medians = {size: median(each.times[name]) * 1000 for size, each in grown.items()}
    words = ", ".join(f"{milliseconds:.2f} ms at {size:,}" for size, milliseconds in medians.items())
    ratio = medians[max(medians)] / medians[min(medians)]
    if name == "search":
        p95 = percentile(grown[max(grown)].times[name], 95) * 1000
        target = f"p95 <= {SEARCH_MS} ms"
        return Figure("P7", f"{name}, {of} grow", f"p95 {p95:.1f} ms; {words}", ratio, target, p95 <= SEARCH_MS)
    return Figure("P7", f"{name}, {of} grow", words, ratio, f"<= {TARGET}", ratio <= TARGET)


async def _claim(_: Grown) -> float:
    return await resting_kind.claim_one()


async def _job_page(grown: Grown) -> float:
    return await _seconds(grown.admin, "/admin/jobs")


async def _order_page(grown: Grown) -> float:
    return await _seconds(grown.buyer, f"/orders/{grown.order}")


async def _product_page(grown: Grown) -> float:
    return await _seconds(grown.buyer, f"/products/{grown.product}")


async def _filtered_list(grown: Grown) -> float:
    return await _seconds(grown.buyer, "/products?category=kitchen&min_price=10&in_stock=1&sort=price")


async def _search(grown: Grown) -> float:
    return await _seconds(grown.buyer, "/products?q=oak&in_stock=1")


async def _seconds(client: Any, path: str) -> float:
    begun = time.perf_counter()
    answer = await client.get(path)
    seconds = time.perf_counter() - begun
    assert answer.status_code == 200, answer.status_code
    return seconds


def _jobs(shop: Shop, number: int) -> None:
    job_page.fill(shop, number, states=(("succeeded", 97), ("dead", 2), ("cancelled", 1)))


def _orders(shop: Shop, number: int) -> None:
    order_history.fill(shop.file, number, days=730)


def fill_products(shop: Shop, number: int) -> None:
    """Copies of the demo products, until there are so many."""
    with closing(sqlite3.connect(shop.file)) as connection, connection:
        (before,) = connection.execute("SELECT count(*) FROM product").fetchone()
        if copies := number // before - 1:
            connection.execute(COPY_PRODUCTS, (copies,))
            connection.execute(COPY_STOCK)
            copied = connection.execute("SELECT id, sku, name, description FROM product WHERE id > ?", (before,))
            while some := copied.fetchmany(1000):
                rows, words = index_rows("sqlite", some)
                connection.executemany(REMEMBER["sqlite"], rows)
                connection.executemany(REMEMBER_WORD, words)


def _sizes(*sizes: int) -> tuple[int, ...]:
    return tuple(max(sizes[0], int(size * SCALE)) for size in sizes)


BUYING: dict[str, Ask] = {"claim": _claim, "checkout": Grown.check_out, "order page": _order_page}
LOOKING: dict[str, Ask] = {"product page": _product_page, "filtered list": _filtered_list, "search": _search}
GROWTHS = (
    Growth("jobs", _sizes(1_000, 100_000, 1_000_000), _jobs, {**BUYING, "job page": _job_page}),
    Growth("orders", _sizes(1_000, 100_000, 1_000_000), _orders, {**BUYING, "job page": _job_page}),
    Growth("products", _sizes(100, 10_000, 100_000), fill_products, {**BUYING, **LOOKING}),
)
