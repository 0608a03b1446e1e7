"""Page, API and files say the same of a shop with refunds, cancellations and guests, by the days of its time zone."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from core import shop_time
from models.audit.audit_log import Actor
from models.database import write
from models.orders.order_states import CancelReason
from pipelines.orders import fulfilment
from pipelines.orders.order_process import cancel
from tests.journeys.story import drain, later
from tests.web.admin.test_admin_shop import one
from tests.web.clients import Api, Browser, text_of
from tests.web.placing import place_by_page

pytestmark = pytest.mark.asyncio
BOSS = Actor("root@example.com", 1)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.fixture(autouse=True)
def utc_again() -> Iterator[None]:
    yield
    shop_time.set_time_zone("UTC")


async def run(sql: str, *values: Any) -> None:
    await write(lambda tx: tx.execute(sql, *values))


async def guest_order(app: Quart, email: str) -> None:
    await place_by_page(Browser(app), email=email)


@pytest_asyncio.fixture
async def sold(app: Quart, root: Browser, ann: Browser) -> None:
    """Six orders: refunded in part and in whole, cancelled before and after the payment, declined, and undecided."""
    await place_by_page(ann)  # 1
    await guest_order(app, "bob@example.com")  # 2
    await place_by_page(ann)  # 3
    await guest_order(app, "bob@example.com")  # 4
    await place_by_page(ann, payment_token="tok_declined")  # 5
    await drain()
    ids = {
        number: (await one("SELECT public_id FROM orders WHERE id = ?", number))["public_id"] for number in range(1, 5)
    }
    await write(lambda tx: fulfilment.refund(tx, ids[1], BOSS, amount_cents=250, reason=""))
    await write(lambda tx: fulfilment.refund(tx, ids[2], BOSS))
    await write(lambda tx: cancel(tx, 3, actor="customer", reason=CancelReason.CUSTOMER))
    await drain()
    await later()
    await guest_order(app, "eve@example.com")  # 6, which nobody works on
    placed = {1: "2026-10-24T22:30", 2: "2026-10-25T22:30", 3: "2026-10-25T23:30", 4: "2026-10-28T12:00"}
    for number, when in (placed | {5: "2026-10-26T09:00", 6: "2026-10-31T23:30"}).items():
        await run("UPDATE orders SET created_at = ? WHERE id = ?", at(when), number)
    await run("UPDATE refund SET updated_at = ? WHERE order_id = 1", at("2026-10-31T22:30"))
    await run("UPDATE refund SET updated_at = ? WHERE order_id = 2", at("2026-10-31T23:30"))
    await run("UPDATE payment SET updated_at = ? WHERE purpose = 'refund'", at("2026-10-26T12:00"))


@pytest_asyncio.fixture
async def boss(app: Quart, root: Browser) -> Api:
    return await Api(app).log_in("root@example.com")


def cents(text: str) -> int:
    sign = -1 if "-" in text else 1
    return sign * int(re.sub(r"[^\d]", "", text))


async def said_by_page(root: Browser, query: str) -> dict[str, int]:
    page = await text_of(await root.get(f"/admin/analytics?{query}"))
    table = re.search(r'id="compared".*?</table>', page)
    assert table
    rows = re.findall(r'<th scope="row">([^<]+)</th><td class="num[^"]*">([^<]+)<', table[0])
    return {name: cents(value) for name, value in rows}


async def said_by_file(root: Browser, query: str, table: str) -> list[dict[str, str]]:
    answer = await root.get(f"/admin/analytics/files/{table}?{query}")
    text = (await answer.get_data(as_text=False)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


RANGES = [
    ("2026-10-01", "2026-11-30"),
    ("2026-10-25", "2026-10-25"),
    ("2026-10-26", "2026-10-26"),
    ("2026-10-26", "2026-10-31"),
    ("2026-11-01", "2026-11-01"),
    ("2026-01-01", "2026-01-31"),
]


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/Los_Angeles"])
async def test_page_api_and_files_agree(root: Browser, boss: Api, sold: None, zone: str) -> None:
    shop_time.set_time_zone(zone)
    for since, until in RANGES:
        for width in ("day", "week", "month"):
            query = f"since={since}&until={until}&by={width}"
            page = await said_by_page(root, query)
            api = await (await boss.call("GET", f"/admin/stats?from={since}&to={until}&bucket={width}")).get_json()
            days = await said_by_file(root, query, "days")
            customers = await said_by_file(root, query, "customers")
            money = {name: api[field]["amount"] for name, field in MONEY.items()}
            counts = {name: api[field] for name, field in COUNTS.items()}
            assert page == money | counts, query
            assert [row["revenue"] for row in days] == [f"{b['revenue']['amount'] / 100:.2f}" for b in api["buckets"]]
            sums = {
                name: sum(round(float(row[name]) * 100) for row in days) for name in ("gross", "refunds", "revenue")
            }
            assert list(sums.values()) == [money["Gross sales"], money["Refunds"], money["Revenue"]]
            assert sum(int(row["new"]) for row in customers) == api["new_customers"]
            assert [int(row["returning"]) for row in customers] == [b["returning_customers"] for b in api["buckets"]]
            products = await said_by_file(root, query, "products")
            assert [(row["sku"], round(float(row["sales"]) * 100)) for row in products] == [
                (top["sku"], top["revenue"]["amount"]) for top in api["top_products"]
            ]


MONEY = {"Gross sales": "gross", "Refunds": "refunded", "Revenue": "revenue", "Average order": "average_order"}
COUNTS = {
    "Orders": "orders",
    "Cancelled": "cancelled",
    "New customers": "new_customers",
    "Returning customers": "returning_customers",
}


async def test_the_figures_are_those_of_the_books(root: Browser, boss: Api, sold: None) -> None:
    api = await (await boss.call("GET", "/admin/stats?from=2026-10-01&to=2026-11-30")).get_json()
    taken = (await one("SELECT sum(amount_cents) AS cents FROM payment WHERE state = 'captured'"))["cents"]
    back = (await one("SELECT sum(amount_cents) AS cents FROM refund"))["cents"]
    back += (await one("SELECT sum(amount_cents) AS cents FROM payment WHERE purpose = 'refund'"))["cents"]
    assert (api["gross"]["amount"], api["refunded"]["amount"]) == (taken, back)
    assert api["revenue"]["amount"] == taken - back
    assert (api["orders"], api["confirmed"], api["cancelled"]) == (6, 3, 2)
    assert (api["new_customers"], api["returning_customers"]) == (3, 0)  # ann, bob and eve, whatever they have here
    late = await (await boss.call("GET", "/admin/stats?from=2026-10-28&to=2026-11-30")).get_json()
    assert (late["new_customers"], late["returning_customers"]) == (1, 1)
    spent = re.findall(
        r'data-label="Spent" class="tabular-nums">([^<]+)<', await text_of(await root.get("/admin/customers"))
    )
    mine = await one("SELECT sum(total_cents) AS cents FROM orders WHERE user_id IS NOT NULL AND status = 'confirmed'")
    assert cents(spent[-1]) == mine["cents"] - 250


async def test_an_order_at_night_belongs_to_the_day_of_the_shop(root: Browser, boss: Api, sold: None) -> None:
    """The first was placed at 00:30 on the day the clock goes back in Berlin, and at 22:30 the day before in London."""

    async def orders_of(day: str) -> int:
        return int((await (await boss.call("GET", f"/admin/stats?from={day}&to={day}")).get_json())["orders"])

    assert [await orders_of(f"2026-10-{day}") for day in (24, 25, 26)] == [1, 2, 1]
    shop_time.set_time_zone("Europe/Berlin")
    assert [await orders_of(f"2026-10-{day}") for day in (24, 25, 26)] == [0, 2, 2]
    hours = await (await boss.call("GET", "/admin/stats?from=2026-10-25&to=2026-10-25&bucket=hour")).get_json()
    assert (len(hours["buckets"]), hours["time_zone"]) == (25, "Europe/Berlin")
    assert sum(bucket["orders"] for bucket in hours["buckets"]) == 2
    assert "25 Oct 2026, 00:30:00 CEST" in await text_of(await root.get("/admin/orders"))


async def test_the_audit_log_has_the_same_days_as_page_and_api(root: Browser, boss: Api) -> None:
    night = (
        "INSERT INTO audit_entry (at, actor, action, object_type, object_id) VALUES (?, 'x', 'order.night', 'a', 'b')"
    )
    await run(night, at("2026-10-31T23:30"))
    for zone, day in (("UTC", "2026-10-31"), ("Europe/Berlin", "2026-11-01")):
        shop_time.set_time_zone(zone)
        for since, until, found in ((day, day, True), ("2026-10-01", "2026-10-30", False)):
            page = await text_of(await root.get(f"/admin/audit?since={since}&until={until}"))
            api = await (await boss.call("GET", f"/admin/audit?from={since}&to={until}")).get_json()
            assert ("order.night" in page, api["total"] > 0) == (found, found)
