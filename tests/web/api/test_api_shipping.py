"""Before buying: the list of countries, the ways of shipping with their prices, and a dry run of the totals."""

from typing import Any

import pytest
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import read, write
from tests.web.clients import Api, code_of, make_user
from tests.web.placing import ADDRESS, place_by_api, product_id

pytestmark = pytest.mark.asyncio


async def ann_of(app: Quart) -> Api:
    await write(seed_demo)
    await make_user()
    return await Api(app).log_in("ann@example.com")


async def got(api: Api, path: str) -> Any:
    answer = await api.call("GET", path)
    assert answer.status_code == 200, await answer.get_json()
    return await answer.get_json()


async def put(api: Api, quantity: int = 2) -> None:
    await api.call("POST", "/cart/items", {"product_id": await product_id(), "quantity": quantity})


async def test_the_countries_are_told_with_what_an_address_needs(app: Quart) -> None:
    items = {each["code"]: each for each in (await got(Api(app), "/countries"))["items"]}
    assert len(items) > 240
    assert not {"ZZ", "UK", "EL", "AN"} & items.keys()
    assert items["US"]["labels"] == {"postal_code": "ZIP code", "city": "City", "region": "State"}
    assert items["HK"]["needed"] == []
    assert items["HK"]["needs_city_or_region"]
    assert items["DE"] == {
        "code": "DE", "name": "Germany", "order": ["postal_code", "city", "region"], "used": ["city", "postal_code"],
        "needed": ["city", "postal_code"], "needs_city_or_region": False,
        "labels": {"postal_code": "Postal code", "city": "City", "region": "State or region"},
        "postal_code_pattern": r"^\d{5}$", "postal_code_example": "26133",
    }  # fmt: skip


async def test_the_ways_of_shipping_are_those_of_the_country_at_the_price_for_the_cart(app: Quart) -> None:
    ann = await ann_of(app)
    await write(lambda tx: tx.execute("UPDATE shipping_method SET countries = 'US' WHERE code = 'express'"))
    await write(
        lambda tx: tx.execute(
            "UPDATE shipping_method SET price_cents = 500, free_from_cents = 3600 WHERE code = 'standard'"
        )
    )
    codes = {
        country: [each["code"] for each in (await got(ann, f"/shipping-methods?country={country}"))["items"]]
        for country in ("US", "de")
    }
    assert codes == {"US": ["standard", "express"], "de": ["standard"]}
    assert len((await got(ann, "/shipping-methods"))["items"]) == 2
    assert (await got(ann, "/shipping-methods?country=DE"))["items"][0]["cost"]["amount"] == 500
    await put(ann)
    assert (await got(ann, "/shipping-methods?country=DE"))["items"][0]["cost"]["amount"] == 0
    for wrong in ("UK", "ZZ", "USA", "", "1"):
        assert await code_of(await ann.call("GET", f"/shipping-methods?country={wrong}")) == (422, "invalid")


async def test_a_dry_run_tells_what_the_order_then_costs_and_places_none(app: Quart) -> None:
    ann = await ann_of(app)
    assert await code_of(await ann.call("POST", "/orders/quote", {"country": "US"})) == (409, "cart_empty")
    await put(ann)
    quote = await (await ann.call("POST", "/orders/quote", {"country": "us", "shipping_method": "express"})).get_json()
    assert (await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM orders")))["n"] == 0
    answer = await place_by_api(ann, quantity=1, shipping_method="express")
    placed = await answer.get_json()
    again = await ann.call("POST", "/orders/quote", {"country": "US"})
    assert await code_of(again) == (409, "cart_empty")
    assert quote["shipping"] == placed["shipping"]
    assert quote["subtotal"]["amount"] * 3 == placed["subtotal"]["amount"] * 2
    assert quote["total"]["amount"] == quote["subtotal"]["amount"] + quote["shipping"]["amount"]


async def test_a_dry_run_takes_a_saved_address_of_ones_own(app: Quart) -> None:
    ann = await ann_of(app)
    await put(ann)
    saved = await (await ann.call("POST", "/addresses", {**ADDRESS, "country": "DE"})).get_json()
    quote = await ann.call("POST", "/orders/quote", {"address_id": saved["id"]})
    assert (await quote.get_json())["country"] == "DE"
    assert await code_of(await ann.call("POST", "/orders/quote", {"address_id": "none"})) == (404, "not_found")
    assert (await Api(app).call("POST", "/orders/quote", {"address_id": saved["id"]})).status_code == 401


@pytest.mark.parametrize(
    "body", [{}, {"country": "UK"}, {"country": "US", "address_id": "x"}, {"country": "US", "shipping_method": "drone"}]
)
async def test_a_dry_run_of_nonsense_is_refused_by_field(app: Quart, body: dict[str, str]) -> None:
    ann = await ann_of(app)
    await put(ann)
    answer = await ann.call("POST", "/orders/quote", body)
    assert answer.status_code == 422
    assert (await answer.get_json())["errors"]


async def test_a_dry_run_says_what_cannot_be_ordered(app: Quart) -> None:
    ann = await ann_of(app)
    await put(ann)
    await write(lambda tx: tx.execute("UPDATE inventory SET on_hand = reserved + 1"))
    quote = await (await ann.call("POST", "/orders/quote", {"country": "US"})).get_json()
    assert (quote["can_be_ordered"], len(quote["warnings"])) == (False, 1)
