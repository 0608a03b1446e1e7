"""An Idempotency-Key on every POST: what makes or adds something does it once, and what cannot tell repeats says so."""

import asyncio
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import read, write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.web.clients import PASSWORD, Api, code_of, make_user
from tests.web.placing import ADDRESS, api_body, drain, place_by_api, product_id
from web.api.description.openapi import described

pytestmark = pytest.mark.asyncio
KEY = {"Idempotency-Key": "the-same-key"}


@pytest_asyncio.fixture
async def root(app: Quart, tmp_path: Any) -> Api:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user("root@example.com", role="admin")
    return await Api(app).log_in("root@example.com")


async def count(table: str) -> int:
    row = await read(lambda tx: tx.fetch_one(f"SELECT count(*) AS n FROM {table}"))
    assert row
    return int(row["n"])


async def twice(api: Api, path: str, body: Any, status: int) -> Any:
    """Send it twice under one key: the answer, which is the same both times."""
    first, second = await api.call("POST", path, body, **KEY), await api.call("POST", path, body, **KEY)
    assert (first.status_code, second.status_code) == (status, status), await first.get_json()
    assert await first.get_data() == await second.get_data()
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"
    for name in ("ETag", "Location"):
        assert first.headers.get(name) == second.headers.get(name)
    return await first.get_json()


async def test_a_repeated_restock_adds_once(root: Api) -> None:
    product = await product_id()
    before = (await (await root.call("GET", f"/inventory/{product}")).get_json())["on_hand"]
    stock = await twice(root, f"/inventory/{product}/restock", {"quantity": 5}, 200)
    assert stock["on_hand"] == before + 5
    assert (await (await root.call("GET", f"/inventory/{product}")).get_json())["on_hand"] == before + 5
    other = await root.call("POST", f"/inventory/{product}/restock", {"quantity": 6}, **KEY)
    assert await code_of(other) == (422, "idempotency_key_reused")
    elsewhere = await root.call("POST", f"/inventory/{await product_id('SKU-0002')}/restock", {"quantity": 5}, **KEY)
    assert (elsewhere.status_code, "Idempotency-Replayed" in elsewhere.headers) == (200, False)


async def test_twins_restock_once(root: Api) -> None:
    product = await product_id()
    before = (await (await root.call("GET", f"/inventory/{product}")).get_json())["on_hand"]
    path = f"/inventory/{product}/restock"
    answers = await asyncio.gather(*(root.call("POST", path, {"quantity": 5}, **KEY) for _ in range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert (await (await root.call("GET", f"/inventory/{product}")).get_json())["on_hand"] == before + 5


async def test_a_repeated_cart_line_is_added_once_for_customers_and_guests(app: Quart, root: Api) -> None:
    body = {"product_id": await product_id(), "quantity": 2}
    cart = await twice(root, "/cart/items", body, 201)
    assert cart["items"][0]["quantity"] == 2
    guest = Api(app)
    stranger = await guest.call("POST", "/cart/items", body, **KEY)
    assert await code_of(stranger) == (400, "idempotency_key_unsupported")
    forged = await guest.call("POST", "/cart/items", body, **KEY, **{"X-Cart-Token": "x"})
    assert await code_of(forged) == (400, "idempotency_key_unsupported")
    token = (await (await guest.call("POST", "/cart/items", body)).get_json())["cart_token"]
    for _ in range(2):
        added = await guest.call("POST", "/cart/items", body, **KEY, **{"X-Cart-Token": token})
        assert (await added.get_json())["items"][0]["quantity"] == 4
    assert await count("cart") == 2


async def test_what_an_order_had_is_put_in_once_for_customers_and_guests(app: Quart, root: Api) -> None:
    order = (await (await place_by_api(root)).get_json())["id"]
    path = f"/orders/{order}/cart"
    filled = await root.call("POST", path, **KEY)
    [line] = (await filled.get_json())["cart"]["items"]
    await root.call("DELETE", f"/cart/items/{line['id']}")
    again = await root.call("POST", path, **KEY)
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (await (await root.call("GET", "/cart")).get_json())["items"] == []
    guest, product = Api(app), {"product_id": await product_id()}
    cart = {"X-Cart-Token": (await (await guest.call("POST", "/cart/items", product)).get_json())["cart_token"]}
    order = await (await guest.call("POST", "/orders", api_body(email="guest@example.com"), **KEY, **cart)).get_json()
    path, token = f"/orders/{order['id']}/cart", {"X-Order-Token": order["access_token"]}
    assert await code_of(await guest.call("POST", path, **KEY, **token)) == (400, "idempotency_key_unsupported")
    other = {"X-Cart-Token": (await (await guest.call("POST", "/cart/items", product)).get_json())["cart_token"]}
    answers = [await guest.call("POST", path, **KEY, **token, **other) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[1].headers["Idempotency-Replayed"] == "true"


async def test_an_account_is_opened_without_a_key(app: Quart) -> None:
    body = {"email": "new@example.com", "password": PASSWORD}
    assert await code_of(await Api(app).call("POST", "/auth/register", body, **KEY)) == (
        400,
        "idempotency_key_unsupported",
    )
    assert (await Api(app).call("POST", "/auth/register", body)).status_code == 201


async def test_a_named_token_is_made_without_a_key(root: Api) -> None:
    body = {"name": "till", "scope": "read", "days": 3}
    refused = await root.call("POST", "/account/tokens", body, **KEY)
    assert await code_of(refused) == (400, "idempotency_key_unsupported")
    assert (await (await root.call("GET", "/account/tokens")).get_json())["items"] == []
    assert (await root.call("POST", "/account/tokens", body)).status_code == 201


async def test_what_is_made_is_made_once(root: Api) -> None:
    new = {"sku": "LAMP-1", "name": "Lamp", "category_id": "home", "price": {"amount": 4900, "currency": "USD"}}
    before = {table: await count(table) for table in ("product", "category", "address", "webhook_endpoint")}
    await twice(root, "/products", new, 201)
    await twice(root, "/categories", {"name": "Lamps"}, 201)
    await twice(root, "/addresses", ADDRESS, 201)
    hook = await twice(root, "/webhooks", {"url": "https://example.com/hook", "events": ["order.*"]}, 201)
    assert hook["secret"].startswith("whsec_")
    assert {table: await count(table) - n for table, n in before.items()} == dict.fromkeys(before, 1)
    await twice(root, f"/webhooks/{hook['id']}/test", {}, 202)
    await twice(root, f"/webhooks/{hook['id']}/secret", {}, 200)
    await twice(root, f"/webhooks/{hook['id']}/redelivery", {"since": "2026-01-01T00:00:00Z"}, 202)


async def test_an_order_is_moved_and_noted_once(root: Api) -> None:
    order = (await (await place_by_api(root)).get_json())["id"]
    await drain()
    path = f"/admin/orders/{order}"
    await twice(root, f"{path}/notes", {"text": "rang"}, 201)
    await twice(root, f"{path}/shipment", {"carrier": "DHL", "tracking": "JD1"}, 200)
    await twice(root, f"{path}/delivery", {}, 200)
    refund = {"amount": {"amount": 100, "currency": "USD"}, "reason": "a scratch"}
    assert await code_of(await root.call("POST", f"{path}/refund", refund)) == (400, "idempotency_key_required")
    await twice(root, f"{path}/refund", refund, 200)
    assert await count("order_note") == 1


@pytest.mark.parametrize("key", ["", " ", "ä", "a b", "x" * 256])
async def test_an_impossible_key_is_refused_wherever_one_is_taken(root: Api, key: str) -> None:
    path = f"/inventory/{await product_id()}/restock"
    answer = await root.call("POST", path, {"quantity": 5}, **{"Idempotency-Key": key})
    assert answer.status_code == 400


async def test_every_post_that_makes_or_adds_something_takes_a_key(app: Quart) -> None:
    """The others move something to where it is afterwards already, or are about logins, which no answer is kept of."""
    posts = {path.removeprefix("/api/v1"): its for (method, path, _), its in described(app) if method == "post"}
    without = {path for path, its in posts.items() if "Idempotency-Key" not in its.asks and "/auth/" not in path}
    assert without == {
        "/orders/quote", "/orders/{order_id}/cancel", "/orders/{order_id}/cancellation", "/orders/{order_id}/claim",
        "/orders/lookup", "/account/erasure", "/account/tokens",
        "/products/{product_id}/restoration", "/admin/products/{product_id}/restoration",
        "/admin/jobs/{job_id}/retry", "/admin/jobs/{job_id}/discard", "/admin/jobs/{job_id}/cancellation",
        "/admin/jobs/retry", "/admin/jobs/discard", "/admin/queues/{name}/pause", "/admin/queues/{name}/resume",
        "/ops/queues/{name}/pause", "/ops/queues/{name}/resume", "/ops/queues/{name}/requeue",
    }  # fmt: skip


async def set_price(cents: int) -> None:
    await write(lambda tx: tx.execute("UPDATE product SET price_cents = ? WHERE sku = 'SKU-0001'", cents))


async def order(api: Api, **changes: Any) -> Any:
    return await api.call("POST", "/orders", api_body(**changes), **KEY)


@pytest.mark.parametrize("cents", [9900, 100])
async def test_a_price_that_moved_since_it_was_put_in_is_told_before_an_order(root: Api, cents: int) -> None:
    await root.call("POST", "/cart/items", {"product_id": await product_id()})
    await set_price(cents)
    told = await order(root)
    problem = await told.get_json()
    assert (told.status_code, problem["code"], problem["total"]["amount"]) == (409, "price_changed", cents)
    assert await count("orders") == 0
    assert (await order(root, expected_total={"amount": cents - 1})).status_code == 409
    placed = await order(root, expected_total=problem["total"])
    assert (placed.status_code, (await placed.get_json())["total"]["amount"]) == (202, cents)
    again = await order(root, expected_total=problem["total"])
    assert again.headers["Idempotency-Replayed"] == "true"


async def test_the_expected_total_binds_shipping_too(root: Api) -> None:
    await root.call("POST", "/cart/items", {"product_id": await product_id()})
    quote = await (await root.call("POST", "/orders/quote", {"country": "US", "shipping_method": "express"})).get_json()
    await write(
        lambda tx: tx.execute("UPDATE shipping_method SET price_cents = price_cents + 1 WHERE code = 'express'")
    )
    told = await order(root, expected_total=quote["total"], shipping_method="express")
    assert (await told.get_json())["total"]["amount"] == quote["total"]["amount"] + 1


@pytest.mark.parametrize("wrong", [{"amount": "9"}, {}, 1800.5, {"amount": 1, "currency": "EUR"}])
async def test_an_expected_total_that_is_no_money_is_refused(root: Api, wrong: Any) -> None:
    await root.call("POST", "/cart/items", {"product_id": await product_id()})
    answer = await order(root, expected_total=wrong)
    assert answer.status_code == 422
    assert (await answer.get_json())["errors"][0]["field"].startswith("expected_total")
