"""The order desk: what has to be shipped, orders found by what is at hand, addresses corrected, money given back."""

import re
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from benchmarks import order_history
from models.database import write
from models.orders.order_lists import COUNTED
from tests.journeys.story import ADDRESS, books_are_clean, drain, mails
from tests.stack import sqlite_only
from tests.web.admin.test_admin_shop import one
from tests.web.clients import Api, Browser, text_of
from tests.web.placing import place_by_page

pytestmark = pytest.mark.asyncio
DAY_MS = 86_400_000


@pytest_asyncio.fixture
async def boss(app: Quart, root: Browser) -> Api:
    return await Api(app).log_in("root@example.com")


@pytest_asyncio.fixture
async def three(root: Browser, ann: Browser) -> list[str]:
    """Confirmed and paid; confirmed and given back; declined: their ids."""
    await place_by_page(ann, name="Ann O'Hara-Müller")
    await place_by_page(ann, name="Bób Stone")
    await place_by_page(ann, name="Žofie Černá", payment_token="tok_declined")
    await drain()
    ids = [str((await one("SELECT public_id FROM orders WHERE id = ?", number))["public_id"]) for number in (1, 2, 3)]
    assert (await root.post(f"/admin/orders/{ids[1]}/refund")).status_code == 303
    await drain()
    return ids


async def numbers(root: Browser, query: str) -> list[str]:
    """The numbers of the orders on the page that this query gives."""
    page = await text_of(await root.get(f"/admin/orders?{query}"))
    return re.findall(r'<th scope="row" data-label="Order"><a [^>]+>CW-(\d+)</a>', page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["10003", "10002", "10001"]),
        ("payment=captured", ["10001"]),
        ("payment=refunded", ["10002"]),
        ("payment=declined", ["10003"]),
        ("payment=partly_refunded", []),
        ("payment=pending", []),
        ("show=to_ship", ["10001"]),
        ("show=review", []),
        ("status=confirmed&payment=refunded", ["10002"]),
        ("since=2020-01-01&until=2020-02-01", []),
        ("since=2020-01-01", ["10003", "10002", "10001"]),
        ("age=1", ["10001"]),
        ("age=24", []),
        ("q=ohara", []),
        ("q=O'Hara", ["10001"]),
        ("q=muller", ["10001"]),
        ("q=ann+m%C3%BCl", ["10001"]),
        ("q=BOB+sto", ["10002"]),
        ("q=cerna", ["10003"]),
        ("q=Stone+cerna", []),
        ("q=sku-0001", ["10003", "10002", "10001"]),
        ("q=SKU-00", ["10003", "10002", "10001"]),
        ("q=SKU-0002", []),
        ("q=ann@exa", ["10003", "10002", "10001"]),
        ("q=10002", ["10002"]),
        ("q=CW-10002", ["10002"]),
        ("q=cw10002", ["10002"]),
        ("q=002", ["10002"]),
        ("q=1000", ["10003", "10002", "10001"]),
        ("q=CW-100", ["10003", "10002", "10001"]),
        ("q=99", []),
        ("q=%25", []),
        ("q=_", []),
    ],
)
async def test_orders_are_found_and_filtered(root: Browser, three: list[str], query: str, expected: list[str]) -> None:
    await write(lambda tx: tx.execute("UPDATE orders SET created_at = created_at - ? WHERE id = 1", DAY_MS // 2))
    assert await numbers(root, query) == expected


async def test_page_and_api_find_the_same(root: Browser, boss: Api, three: list[str]) -> None:
    pairs = {
        "show=to_ship": "to_ship=true",
        "show=review": "under_review=true",
        "payment=refunded": "payment=refunded",
        "age=24": "older_than_hours=24",
        "since=2020-01-01&until=2100-01-01": "from=2020-01-01&to=2100-01-01",
        "q=cerna": "q=cerna",
    }
    for by_page, by_api in pairs.items():
        answer = await boss.call("GET", f"/admin/orders?{by_api}")
        found = [order["number"] for order in (await answer.get_json())["items"]]
        assert [f"CW-{number}" for number in await numbers(root, by_page)] == found, by_page
    states = {order["number"]: order["payment_status"] for order in await orders_of(boss)}
    assert states == {"CW-10001": "captured", "CW-10002": "refunded", "CW-10003": "declined"}
    for wrong in ("payment=lost", "from=yesterday", "older_than_hours=-1", "to_ship=perhaps"):
        assert (await boss.call("GET", f"/admin/orders?{wrong}")).status_code == 422
    for wrong in ("payment=lost", "since=yesterday", f"q={'x' * 300}"):
        assert (await root.get(f"/admin/orders?{wrong}")).status_code == 422


async def orders_of(boss: Api) -> Any:
    return (await (await boss.call("GET", "/admin/orders")).get_json())["items"]


async def test_the_desk_counts_what_is_to_ship(root: Browser, three: list[str]) -> None:
    page = await text_of(await root.get("/admin/orders"))
    assert "To ship (1)" in page
    assert page.count('name="order" value=') == 1  # one of them is offered for picking
    assert f'action="/admin/orders/{three[0]}/shipment"' in page
    assert f'action="/admin/orders/{three[1]}/shipment"' not in page


async def test_what_was_given_back_is_shipped_on_an_explicit_word_alone(
    root: Browser, boss: Api, three: list[str]
) -> None:
    back = three[1]
    path = f"/admin/orders/{back}"
    answer = await boss.call("POST", f"{path}/shipment", {"carrier": "UPS"})
    problem = await answer.get_json()
    assert (answer.status_code, problem["code"], problem["confirm"]) == (409, "order_refunded", "ship_refunded")
    refused = await boss.call("PATCH", f"/orders/{back}/status", {"status": "shipped"})
    assert (refused.status_code, (await refused.get_json())["code"]) == (409, "order_refunded")
    assert "was given back. Confirm it" in await text_of(await root.post(f"{path}/shipment"), 409)
    assert 'name="ship_refunded" value="yes" required' in await text_of(await root.get(path))
    assert 'name="ship_refunded"' not in await text_of(await root.get(f"/admin/orders/{three[0]}"))
    pick = await text_of(await root.get(f"/admin/orders/several?order={three[0]}&order={back}"))
    assert re.search(r'id="shelf".*?<td class="num">1</td>', pick)
    assert "it is not on this list" in pick
    assert (await one("SELECT status FROM orders WHERE id = 2"))["status"] == "confirmed"
    await root.post("/admin/orders/shipments", order=back)
    assert (await one("SELECT status FROM orders WHERE id = 2"))["status"] == "confirmed"
    assert (await root.post(f"{path}/shipment", ship_refunded="yes")).status_code == 303
    assert (await one("SELECT status FROM orders WHERE id = 2"))["status"] == "shipped"
    assert "ship_refunded" in (await one("SELECT after FROM audit_entry WHERE action = 'order.ship'"))["after"]
    await drain()
    await books_are_clean()


async def test_a_refund_in_part_is_shipped_as_ever(root: Browser, boss: Api, ann: Browser, three: Any) -> None:
    path = f"/admin/orders/{three[0]}"
    await root.post(f"{path}/refund", amount="1.00")
    assert await numbers(root, "payment=partly_refunded") == ["10001"]
    answer = await boss.call("POST", f"{path}/shipment", {"carrier": "DHL Express", "tracking": "JD 014/6"})
    assert answer.status_code == 200
    url = "https://www.dhl.com/global-en/home/tracking.html?tracking-id=JD014%2F6"
    assert (await answer.get_json())["shipment"]["tracking_url"] == url
    for reader, page in ((root, path), (ann, f"/orders/{three[0]}")):
        assert f'href="{url}"' in await text_of(await reader.get(page))
    for query in ("q=JD014", "q=jd+014/6", "q=014/6"):
        assert await numbers(root, query) == ["10001"], query
    await drain()
    (mail,) = await mails("kind = 'order.shipped'")
    assert url in mail["text"]
    assert url in mail["html"]


async def test_an_address_is_corrected_before_the_order_leaves(
    root: Browser, boss: Api, ann: Browser, three: Any
) -> None:
    path = f"/admin/orders/{three[0]}"
    new = {**ADDRESS, "name": "Änne Weiß", "line1": "2 Oak Road"}
    form = await text_of(await root.get(f"{path}/address"))
    assert 'value="Ann O&#39;Hara-Müller"' in form
    wrong = await text_of(await root.post(f"{path}/address", **{**new, "postal_code": "x"}), 422)
    assert "2 Oak Road" in wrong
    assert (await root.post(f"{path}/address", **new)).status_code == 303
    document = await (await boss.call("GET", path)).get_json()
    assert document["shipping_address"]["line1"] == "2 Oak Road"
    assert document["events"][-1]["type"] == "address.changed"
    assert await numbers(root, "q=anne+weiss") == ["10001"]
    buyer = await text_of(await ann.get(f"/orders/{three[0]}"))
    assert "2 Oak Road" in buyer
    assert "1 Mill Lane" in buyer  # where the bill goes
    assert "Shipping address changed (by the shop)" in buyer
    entry = await one("SELECT actor, before, after FROM audit_entry WHERE action = 'order.address'")
    assert entry["actor"] == "root@example.com"
    assert ("1 Mill Lane" in entry["before"], "2 Oak Road" in entry["after"]) == (True, True)
    answer = await boss.call("PUT", f"{path}/shipping-address", {**ADDRESS, "line1": "3 Elm Way"})
    assert (await answer.get_json())["shipping_address"]["line1"] == "3 Elm Way"
    assert (await boss.call("PUT", f"{path}/shipping-address", {**ADDRESS, "country": "ZZ"})).status_code == 422
    await write(lambda tx: tx.execute("UPDATE shipping_method SET countries = 'US'"))
    abroad = {**ADDRESS, "country": "DE", "postal_code": "10115", "city": "Berlin"}
    assert (await boss.call("PUT", f"{path}/shipping-address", abroad)).status_code == 422
    await boss.call("POST", f"{path}/shipment", {})
    answer = await boss.call("PUT", f"{path}/shipping-address", ADDRESS)
    assert (answer.status_code, (await answer.get_json())["code"]) == (409, "illegal_transition")
    assert "Change</a>" not in await text_of(await root.get(path))
    assert "goes nowhere else" in await text_of(await root.post(f"{path}/address", **ADDRESS), 409)


async def test_a_customer_has_a_page(root: Browser, ann: Browser, three: list[str]) -> None:
    me = (await one("SELECT public_id FROM users WHERE email = 'ann@example.com'"))["public_id"]
    path = f"/admin/customers/{me}"
    assert f'href="{path}"' in await text_of(await root.get("/admin/customers"))
    await ann.post("/account/addresses", **ADDRESS)
    page = await text_of(await root.get(path))
    for number, order in zip(("CW-10001", "CW-10002", "CW-10003"), three, strict=True):
        assert f'href="/admin/orders/{order}">{number}</a>' in page
    kept = await one("SELECT total_cents FROM orders WHERE id = 1")
    assert f"<b>${kept['total_cents'] / 100:.2f}</b><span>spent, refunds deducted</span>" in page
    for words in ("1 Mill Lane", "last seen", "never confirmed", "Your own password", "no consent"):
        assert words in page, words
    assert (await root.post(f"{path}/notes", text=" Call <b>first</b> ")).status_code == 303
    assert "Call &lt;b&gt;first&lt;/b&gt;" in await text_of(await root.get(path))
    for text in (" ", "x" * 2001):
        assert "A note has 1 to" in await text_of(await root.post(f"{path}/notes", text=text), 422)
    assert (await root.get("/admin/customers/nobody")).status_code == 404
    assert (await ann.get(path)).status_code in (403, 404)
    assert (await root.post(f"{path}/promotion", current_password="wrong")).status_code in (401, 403, 422)


@sqlite_only("it writes a past into the file")
async def test_a_shop_with_many_orders_lists_the_newest_and_counts_no_further(
    app: Quart, root: Browser, tmp_path: Path
) -> None:
    order_history.fill(tmp_path / "shop.db", orders=COUNTED + 1, days=365)
    page = await text_of(await root.get("/admin/orders"))
    assert "10,000+ orders; the newest 10,000 are listed, older ones are found by date" in page
    last = await text_of(await root.get("/admin/orders?page=500"))
    assert last.count('<th scope="row" data-label="Order">') == 20
    assert "There is no page 501" in await text_of(await root.get("/admin/orders?page=501"), 404)
    few = await text_of(await root.get("/admin/orders?status=cancelled"))
    assert "+ orders" not in few
