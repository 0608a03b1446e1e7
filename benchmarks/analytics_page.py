"""ADM-07: the analytics and the front page of the admin over 100,000 orders of two years, through the application.

`BENCH_ORDERS` asks for another number of orders.
"""

import os
import time

from benchmarks.job_page import admin_of, times_of
from benchmarks.order_history import fill
from benchmarks.report import Figure, percentile
from benchmarks.shop import empty_shop
from models.database import close_database, open_database

ORDERS = int(os.environ.get("BENCH_ORDERS", "100000"))
DAYS = 730
ROUNDS = 20
PAGES = {
    "7 days": "/admin/analytics?days=7",
    "30 days": "/admin/analytics?days=30",
    "90 days": "/admin/analytics?days=90",
    "two years": "/admin/analytics?since={since}&until={until}",
    "two years as CSV": "/admin/analytics/files/customers?since={since}&until={until}",
    "front page": "/admin",
    "orders": "/admin/orders",
}


async def measure() -> list[Figure]:
    """The p95 of each page."""
    with empty_shop() as shop:
        await shop.fill()
        fill(shop.file, ORDERS, DAYS)
        await open_database(shop.url)
        try:
            client = await admin_of(shop)
            return [_figure(name, await times_of(client, _path(path), ROUNDS)) for name, path in PAGES.items()]
        finally:
            await close_database()


def _path(path: str) -> str:
    now = time.time()
    days = [time.strftime("%Y-%m-%d", time.gmtime(now - back * 86_400)) for back in (DAYS, 0)]
    return path.format(since=days[0], until=days[1])


def _figure(name: str, times: list[float]) -> Figure:
    p50, p95 = percentile(times, 50), percentile(times, 95)
    words = f"p50 {p50:.0f} ms, p95 {p95:.0f} ms, {ORDERS:,} orders"
    return Figure("ADM-07", f"analytics: {name}", words, None, "p95 < 1 s", p95 < 1000)
