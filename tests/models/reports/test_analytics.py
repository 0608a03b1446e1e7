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


async def test_days_products_customers_and_reasons_add_up(demo_shop):
    for quantity in (1, 2, 3):
        await place(quantity)
    day = await today()
    await run("UPDATE orders SET status = 'cancelled', cancel_reason = 'out_of_stock' WHERE id = 1")
    await run("UPDATE orders SET email = 'bob@example.com' WHERE id = 3")
    await run("UPDATE orders SET created_at = ? WHERE id = 2", day - 2 * DAY_MS)
    report = await read(lambda tx: analytics.report(tx, day - 6 * DAY_MS, day + DAY_MS))
    assert [(each.placed, each.cancelled) for each in report.days] == [(0, 0)] * 4 + [(1, 0), (0, 0), (2, 1)]
    (cents,) = await row("SELECT sum(total_cents) FROM orders WHERE status <> 'cancelled'")
    assert (report.cents, report.placed, report.cancelled) == (cents, 3, 1)
    assert [(each["sku"], each["units"]) for each in report.products] == [("SKU-0001", 5)]
    assert (report.new_customers, report.returning_customers) == (2, 0)
    assert [(each["reason"], each["orders"]) for each in report.reasons] == [("out_of_stock", 1)]
    late = await read(lambda tx: analytics.report(tx, day, day + DAY_MS))
    assert (late.new_customers, late.returning_customers, late.placed) == (1, 0, 2)
    await run("UPDATE orders SET email = 'ada@example.com' WHERE id = 3")
    late = await read(lambda tx: analytics.report(tx, day, day + DAY_MS))
    assert (late.new_customers, late.returning_customers) == (0, 1)
    both = await read(lambda tx: analytics.report(tx, day - 3 * DAY_MS, day + DAY_MS))
    assert (both.new_customers, both.returning_customers) == (1, 0)
    assert [(each.new_customers, each.returning_customers) for each in both.days] == [(0, 0), (1, 0), (0, 0), (0, 1)]
    assert both.trend == [0, both.days[1].cents / 2, both.days[1].cents / 3, both.cents / 4]


async def test_an_empty_shop_has_empty_days(demo_shop):
    report = await read(lambda tx: analytics.report(tx, 0, 3 * DAY_MS))
    assert (len(report.days), report.cents, report.products, report.reasons) == (3, 0, [], [])


@pytest.mark.parametrize("days", [0, -1, 732])
async def test_more_than_two_years_and_less_than_a_day_are_refused(demo_shop, days):
    with pytest.raises(Invalid):
        await read(lambda tx: analytics.report(tx, 0, days * DAY_MS))
