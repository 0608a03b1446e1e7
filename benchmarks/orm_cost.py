"""What the ORM costs beside SQL by hand: one object read, and one read, changed and saved, in the same unit of work.

The line between the two is in docs/decisions/0039. Measured in this process, on SQLite, without waiting for the disk.
"""

import time
from collections.abc import Awaitable, Callable

from benchmarks.report import Figure, median, percentile
from benchmarks.shop import empty_shop
from models.database import Transaction, close_database, open_database, read, write
from models.shipping.shipping_methods import ShippingMethodView, method_of
from models.tables.order_tables import ShippingMethod

TIMES = 400  # in turn, so that both see the same machine
CODE = "standard"


async def _read_by_orm(tx: Transaction) -> ShippingMethodView:
    return method_of(await ShippingMethod.get(code=CODE))


async def _read_by_hand(tx: Transaction) -> ShippingMethodView:
    row = await tx.fetch_one("SELECT * FROM shipping_method WHERE code = ?", CODE)
    assert row is not None
    return method_of(row)


async def _change_by_orm(tx: Transaction) -> None:
    method = await ShippingMethod.get(code=CODE)
    method.position, method.updated_at = method.position, tx.now
    await method.save(update_fields=["position", "updated_at"])


async def _change_by_hand(tx: Transaction) -> None:
    method = await _read_by_hand(tx)
    sql = "UPDATE shipping_method SET position = ?, updated_at = ? WHERE code = ?"
    await tx.execute(sql, method.position, tx.now, CODE)


async def measure() -> list[Figure]:
    """Milliseconds of a whole unit of work; the ratio is to the one by hand."""
    with empty_shop() as shop:
        await shop.fill()
        await open_database(shop.url, synchronous="OFF")
        try:
            reads = await _in_turn(lambda: read(_read_by_orm), lambda: read(_read_by_hand))
            changes = await _in_turn(lambda: write(_change_by_orm), lambda: write(_change_by_hand))
        finally:
            await close_database()
    return [_figure("read one object", *reads), _figure("read, change and save one object", *changes)]


async def _in_turn(*units: Callable[[], Awaitable[object]]) -> list[list[float]]:
    taken: list[list[float]] = [[] for _ in units]
    for _ in range(TIMES):
        for place, unit in enumerate(units):
            began = time.perf_counter()
            await unit()
            taken[place].append((time.perf_counter() - began) * 1000)
    return taken


def _figure(what: str, orm: list[float], by_hand: list[float]) -> Figure:
    words = f"ORM p50 {median(orm):.2f} ms, p95 {percentile(orm, 95):.2f} ms; by hand p50 {median(by_hand):.2f} ms"
    return Figure("orm", what, words, median(orm) / median(by_hand), "<= 2 ms more", median(orm) - median(by_hand) <= 2)
