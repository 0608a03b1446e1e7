"""Orders through the web, and the work on them: what the tests of orders share."""

import re
from typing import Any

from models.database import read
from tests.journeys.story import ADDRESS, drain
from tests.web.clients import Api, Browser
from web.shop_addresses import named_path

__all__ = [
    "ADDRESS",
    "api_body",
    "checkout_form",
    "drain",
    "place_by_api",
    "place_by_page",
    "product_id",
    "product_page",
]


async def product_id(sku: str = "SKU-0001") -> str:
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM product WHERE sku = ?", sku))
    assert row is not None
    return str(row["public_id"])


async def product_page(sku: str = "SKU-0001") -> str:
    """The path of the page that shoppers see."""
    row = await read(lambda tx: tx.fetch_one("SELECT slug, public_id FROM product WHERE sku = ?", sku))
    assert row is not None
    return named_path(row["slug"], row["public_id"])


def api_body(**changes: Any) -> dict[str, Any]:
    """A body of `POST /orders`; None takes a member away."""
    body = {"shipping_address": dict(ADDRESS), "payment": {"method": "test_card", "token": "tok_ok"}, **changes}
    return {name: value for name, value in body.items() if value is not None}


async def place_by_api(api: Api, *, key: str = "key-1", quantity: int = 2, **changes: Any) -> Any:
    """Put mugs in the caller's cart and order them: the answer."""
    await api.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": quantity})
    return await api.call("POST", "/orders", api_body(**changes), **{"Idempotency-Key": key})


async def checkout_form(browser: Browser) -> dict[str, str]:
    """The checkout page's own hidden fields, with an address and a payment filled in."""
    text = await (await browser.get("/checkout")).get_data(as_text=True)
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text))
    assert hidden.keys() >= {"csrf_token", "checkout_key", "expected_total_cents"}
    return {**hidden, **ADDRESS, "shipping_method": "standard", "payment_token": "tok_ok"}


async def place_by_page(browser: Browser, **changes: str) -> str:
    """Put a mug in the cart and check out: the path of the order's page."""
    await browser.post("/cart/items", product_id=await product_id())
    form = {**await checkout_form(browser), **changes}
    answer = await browser.client.post("/checkout", form=form)
    assert answer.status_code == 303, await answer.get_data(as_text=True)
    return str(answer.headers["Location"])
