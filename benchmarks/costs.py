"""What an order costs in processor time: in web, in workers and in the database. `docs/scaling.md` reckons with it."""

from benchmarks.p6_mixed import load
from benchmarks.postgres import Durable, database, server
from benchmarks.processes import cpu_seconds
from benchmarks.report import Figure
from benchmarks.shop import empty_shop

ORDERS_A_SECOND = 10
SECONDS = 40


async def measure() -> list[Figure]:
    """On SQLite, and on PostgreSQL where it is installed."""
    figures = [await _costs("SQLite", None, None)]
    with server() as running:
        if running is not None:
            async with database(running) as url:
                figures.append(await _costs("PostgreSQL", url, running))
    return figures


async def _costs(name: str, url: str | None, running: Durable | None) -> Figure:
    """A guest's order: one thing into a cart, checkout, decided, a mail kept."""
    with empty_shop(url) as shop:
        await shop.fill()
        web, worker = shop.start("web"), shop.start("worker")
        shop.await_web()
        await load(shop, ORDERS_A_SECOND, 3, 1)
        before = [cpu_seconds(web.pid), cpu_seconds(worker.pid), running.cpu_seconds() if running else 0.0]
        checkouts, _, wrong = await load(shop, ORDERS_A_SECOND, SECONDS, 1)
        after = [cpu_seconds(web.pid), cpu_seconds(worker.pid), running.cpu_seconds() if running else 0.0]
    orders = max(1, len(checkouts) - wrong)
    per_order = [(end - begin) / orders * 1000 for begin, end in zip(before, after, strict=True)]
    words = f"web {per_order[0]:.1f} ms, worker {per_order[1]:.1f} ms"
    words += f", database {per_order[2]:.1f} ms" if running else " (the database in both)"
    return Figure("costs", f"processor time of an order, {name}", words, None, "", wrong == 0)
