"""What the shop sells, counted by hand and by the report."""

import pytest

from models.database import read
from models.reports import analytics
from models.shared.errors import Invalid
from models.shared.times import DAY_MS
from tests.models.orders_at_hand import place, row, run

pytestmark = pytest.mark.asyncio


async def today() -> int:
    """The day of the last order, and of all of them, also when the tests ran over midnight."""
    (at,) = await row("SELECT max(created_at) FROM orders")
    await run("UPDATE orders SET created_at = ?", at)
    return int(at) // DAY_MS * DAY_MS


async def charge(order_id: int, state: str = "captured") -> None:
    """As if the order had gone through."""
    await run("UPDATE payment SET state = ? WHERE order_id = ?", state, order_id)
    await run("UPDATE orders SET status = 'confirmed' WHERE id = ?", order_id)


async def give_back(order_id: int, cents: int, at: int, state: str = "refunded") -> None:
    await run(
        "INSERT INTO refund (public_id, order_id, provider_key, amount_cents, reason, actor, state, created_at,"
        " updated_at) VALUES (?, ?, ?, ?, '', 'boss', ?, ?, ?)",
        *(f"refund-{order_id}-{cents}", order_id, f"key-{order_id}-{cents}", cents, state, at, at),
    )


async def test_days_products_customers_and_reasons_add_up(demo_shop):
    for quantity in (1, 2, 3, 4):
        await place(quantity)
    day = await today()
    for order_id in (2, 3):
        await charge(order_id)
    await run("UPDATE orders SET status = 'cancelled', cancel_reason = 'out_of_stock' WHERE id = 1")
    await run("UPDATE orders SET email = 'bob@example.com' WHERE id = 3")
    await run("UPDATE orders SET created_at = ? WHERE id = 2", day - 2 * DAY_MS)
    report = await read(lambda tx: analytics.report(tx, day - 6 * DAY_MS, day + DAY_MS))
    placed = [(each.placed, each.confirmed, each.cancelled) for each in report.slots]
    assert placed == [(0, 0, 0)] * 4 + [(1, 1, 0), (0, 0, 0), (3, 1, 1)]  # the fourth order is not decided yet
    (cents,) = await row("SELECT sum(total_cents) FROM orders WHERE status = 'confirmed'")
    total = report.total
    assert (total.revenue_cents, total.placed, total.charged, total.average_cents) == (cents, 4, 2, round(cents / 2))
    assert [(each["sku"], each["units"]) for each in report.products] == [("SKU-0001", 5)]
    assert (total.new_customers, total.returning_customers) == (2, 0)
    assert [(each["reason"], each["orders"]) for each in report.reasons] == [("out_of_stock", 1)]
    late = (await read(lambda tx: analytics.report(tx, day, day + DAY_MS))).total
    assert (late.new_customers, late.returning_customers, late.placed) == (1, 1, 3)
    both = await read(lambda tx: analytics.report(tx, day - 3 * DAY_MS, day + DAY_MS))
    assert [(each.new_customers, each.returning_customers) for each in both.slots] == [(0, 0), (1, 0), (0, 0), (1, 1)]
    first, last = both.slots[1].revenue_cents, both.slots[3].revenue_cents
    assert both.trend == [0, first / 2, first / 3, (first + last) / 4]


async def test_refunds_are_deducted_on_the_day_they_are_given(demo_shop):
    for _ in range(3):
        await place()
    day = await today()
    for order_id in (1, 2, 3):
        await charge(order_id)
    (cents,) = await row("SELECT total_cents FROM orders WHERE id = 1")
    await run("UPDATE orders SET created_at = ?", day - DAY_MS)
    await give_back(1, 500, day)
    await give_back(2, 300, day, "refund_pending")  # promised, and not given yet
    await run("UPDATE orders SET status = 'cancelled', cancel_reason = 'customer' WHERE id = 3")
    await run(
        "INSERT INTO payment (order_id, purpose, provider, method, provider_key, amount_cents, state, created_at,"
        " updated_at) SELECT order_id, 'refund', provider, method, 'back', amount_cents, 'refunded', ?, ? FROM payment"
        " WHERE order_id = 3",
        *(day, day),
    )
    report = await read(lambda tx: analytics.report(tx, day - DAY_MS, day + DAY_MS))
    found = [(each.gross_cents, each.refunded_cents, each.revenue_cents) for each in report.slots]
    assert found == [(3 * cents, 0, 3 * cents), (0, 500 + cents, -500 - cents)]
    assert (report.total.revenue_cents, report.total.average_cents) == (2 * cents - 500, cents)
    assert (await read(lambda tx: analytics.report(tx, day, day + DAY_MS))).before.gross_cents == 3 * cents


async def test_an_empty_shop_has_empty_days(demo_shop):
    report = await read(lambda tx: analytics.report(tx, 0, 3 * DAY_MS))
    assert (len(report.slots), report.total.revenue_cents, report.products, report.reasons) == (3, 0, [], [])


@pytest.mark.parametrize(("days", "width"), [(0, "day"), (-1, "day"), (732, "day"), (732, "month"), (32, "hour")])
async def test_ranges_too_long_and_too_short_are_refused(demo_shop, days, width):
    with pytest.raises(Invalid):
        await read(lambda tx: analytics.report(tx, 0, days * DAY_MS, width))
