"""Holes seen in another shop, each kept shut here under its number: orders, stock and money."""

import asyncio
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from quart import Quart

from core.settings import Settings
from models.accounts import accounts
from models.catalog.demo import CATALOG
from models.catalog.seed import DEMO_ADMIN, seed_development
from models.database import read, write
from tests.journeys import story
from tests.web.clients import Api, Browser, text_of
from tests.web.placing import api_body, drain, place_by_api, place_by_page, product_id
from web.app import create_app

pytestmark = pytest.mark.asyncio


async def test_h01_eight_first_starts_at_once_fill_one_shop(shop: str) -> None:
    await asyncio.gather(*(seed_development() for _ in range(8)))
    assert [row["email"] for row in await story.every("SELECT email FROM users")] == [DEMO_ADMIN]
    found = await story.one("SELECT count(*) AS n, count(DISTINCT sku) AS skus FROM product")
    assert found["n"] == found["skus"] == sum(len(each.sizes) or 1 for shelf in CATALOG for each in shelf.products)
    await story.books_are_clean()


async def test_h02_two_hundred_shoppers_of_ten_units_get_ten(app: Quart, settings: Settings, ann: Browser) -> None:
    unlimited = create_app(replace(settings, rate_limit=False))
    await story.set_stock("SKU-0001", 10)
    product = await product_id()

    async def shop(number: int) -> int:
        api = Api(unlimited)
        cart = await api.call("POST", "/cart/items", {"product_id": product})
        headers = {"X-Cart-Token": (await cart.get_json())["cart_token"], "Idempotency-Key": f"key-{number}"}
        answer = await api.call("POST", "/orders", api_body(email=f"buyer{number}@example.com"), **headers)
        return int(answer.status_code)

    statuses = [await each for each in asyncio.as_completed([shop(number) for number in range(200)])]
    assert set(statuses) <= {202, 409}
    await drain(most_rounds=200)
    orders = await story.every("SELECT status, count(*) AS n FROM orders GROUP BY status")
    assert {row["status"]: row["n"] for row in orders}["confirmed"] == 10
    assert await story.stock("SKU-0001") == (10, 10)
    await story.books_are_clean()


@pytest.mark.parametrize("quantity", [-40, 0, -1, 10**9])
async def test_h03_a_quantity_below_one_changes_no_row(app: Quart, root: Browser, quantity: int) -> None:
    api, admin = await Api(app).log_in("ann@example.com"), await Api(app).log_in("root@example.com")
    product = await product_id()
    asked = [
        await api.call("POST", "/cart/items", {"product_id": product, "quantity": quantity}),
        await admin.call("POST", f"/inventory/{product}/restock", {"quantity": quantity}),
    ]
    assert [answer.status_code for answer in asked] == [422, 422]
    assert await story.stock("SKU-0001") == (50, 0)
    assert await story.every("SELECT * FROM cart_item") == []
    await story.books_are_clean()


async def test_h04_one_cart_submitted_twice_at_once_is_one_order(app: Quart, ann: Browser) -> None:
    api = await Api(app).log_in("ann@example.com")
    await api.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": 2})
    answers = await asyncio.gather(
        *(api.call("POST", "/orders", api_body(), **{"Idempotency-Key": f"tab-{tab}"}) for tab in range(2))
    )
    assert sorted(answer.status_code for answer in answers) == [202, 409]
    assert (await story.one("SELECT count(*) AS n FROM orders"))["n"] == 1


async def test_h05_six_cancellations_at_once_free_the_stock_once(app: Quart, ann: Browser) -> None:
    api = await Api(app).log_in("ann@example.com")
    await place_by_api(api, key="kept", quantity=5)
    order = (await (await place_by_api(api, key="cancelled", quantity=2)).get_json())["id"]
    await drain()
    answers = await asyncio.gather(*(api.call("POST", f"/orders/{order}/cancellation") for _ in range(6)))
    assert {answer.status_code for answer in answers} <= {200, 202, 409}
    assert 202 in {answer.status_code for answer in answers}
    await drain()
    assert await story.stock("SKU-0001") == (50, 5)
    assert (await story.one("SELECT count(*) AS n FROM stock_ledger WHERE kind = 'release'"))["n"] == 1
    assert (await story.one("SELECT count(*) AS n FROM payment WHERE purpose = 'refund'"))["n"] == 1
    await story.books_are_clean()


async def test_h22_the_price_of_the_day_is_charged(app: Quart, ann: Browser) -> None:
    api = await Api(app).log_in("ann@example.com")
    await api.call("POST", "/cart/items", {"product_id": await product_id()})
    await write(partial(_set_price, cents=4_321))
    told = await api.call("POST", "/orders", api_body(), **{"Idempotency-Key": "k"})
    total = (await told.get_json())["total"]
    assert (told.status_code, total) == (409, {"amount": 4_321, "currency": "USD"})
    bound = api_body(expected_total=total)
    order = await (await api.call("POST", "/orders", bound, **{"Idempotency-Key": "k"})).get_json()
    assert order["lines"][0]["unit_price"] == {"amount": 4_321, "currency": "USD"}
    await drain()
    charged = await story.one("SELECT amount_cents FROM payment WHERE purpose = 'charge'")
    assert charged["amount_cents"] == order["total"]["amount"]


async def _set_price(tx: Any, cents: int) -> None:
    await tx.execute("UPDATE product SET price_cents = ? WHERE sku = 'SKU-0001'", cents)


async def test_h23_mail_is_addressed_to_the_buyers_address(app: Quart, ann: Browser) -> None:
    await place_by_page(ann)
    await drain()
    account = await read(lambda tx: accounts.find_by_email(tx, "ann@example.com"))
    assert account is not None
    sent = await story.every("SELECT DISTINCT recipient FROM email_message WHERE kind LIKE 'order.%'")
    assert [row["recipient"] for row in sent] == [account.email]


async def test_h24_on_hand_falls_when_an_order_ships(app: Quart, root: Browser) -> None:
    admin, api = await Api(app).log_in("root@example.com"), await Api(app).log_in("ann@example.com")
    order = (await (await place_by_api(api, quantity=2)).get_json())["id"]
    await drain()
    assert await story.stock("SKU-0001") == (50, 2)
    shipped = await admin.call("POST", f"/admin/orders/{order}/shipment", {"carrier": "Post", "tracking": "1"})
    assert shipped.status_code == 200, await text_of(shipped, shipped.status_code)
    assert await story.stock("SKU-0001") == (48, 0)
    money = await story.one("SELECT total_cents, subtotal_cents + shipping_cents AS sum FROM orders")
    assert isinstance(money["total_cents"], int)
    assert money["total_cents"] == money["sum"]
    await story.books_are_clean()
