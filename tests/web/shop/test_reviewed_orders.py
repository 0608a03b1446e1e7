"""What is ordered is what the page showed: whatever another tab changed is told first, and has to be accepted."""

import re
from typing import Any

import pytest
from quart import Quart

from models.database import write
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import books_are_clean, set_stock
from tests.web.clients import Api, Browser
from tests.web.placing import ADDRESS, api_body, drain, product_id
from tests.web.shop.test_checkout_pages import orders_made, text_of
from tests.web.shop.test_checkout_steps import hidden

__all__ = ["TestProvider"]
pytestmark = pytest.mark.asyncio


async def at_review(browser: Browser, **cart: int) -> dict[str, str]:
    """Fill the cart, answer every step, and open the review: its form."""
    for sku, quantity in (cart or {"SKU_0001": 2}).items():
        wanted = await product_id(sku.replace("_", "-"))
        await browser.post("/cart/items", product_id=wanted, quantity=str(quantity))
    await browser.post("/checkout/address", **ADDRESS)
    await browser.post("/checkout/shipping", shipping_method="standard")
    await browser.post("/checkout/payment", payment_token="tok_ok")
    return hidden(await (await browser.get("/checkout/review")).get_data(as_text=True))


async def press(browser: Browser, form: dict[str, str]) -> Any:
    return await browser.client.post("/checkout", form=form)


async def line_of(browser: Browser, name: str) -> str:
    page = await (await browser.get("/cart")).get_data(as_text=True)
    found = re.search(rf'id="name-(\w+)"[^>]*>{name}<', page)
    assert found, page
    return found[1]


async def change_quantity(ann: Browser) -> None:
    await ann.post(f"/cart/items/{await line_of(ann, 'Alder Stoneware Mug')}", quantity="3")


async def add_another(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id("SKU-0002"))


async def swap_the_line(ann: Browser) -> None:
    await add_another(ann)
    await ann.post(f"/cart/items/{await line_of(ann, 'Alder Stoneware Mug')}/removal")


async def move(ann: Browser) -> None:
    await ann.post("/checkout/address", **{**ADDRESS, "line1": "9 New Street"})


async def choose_express(ann: Browser) -> None:
    await ann.post("/checkout/shipping", shipping_method="express")


async def choose_another_card(ann: Browser) -> None:
    await ann.post("/checkout/payment", payment_token="tok_slow")


async def raise_the_price(_: Browser) -> None:
    await write(lambda tx: tx.execute("UPDATE product SET price_cents = 2500 WHERE sku = 'SKU-0001'"))


@pytest.mark.parametrize(
    ("happens", "told"),
    [
        (change_quantity, "Alder Stoneware Mug:</b> 3 instead of 2"),
        (add_another, "added: 1 at"),
        (swap_the_line, "Alder Stoneware Mug:</b> taken out (2)"),
        (move, "Shipping address:</b> Ann, 9 New Street, Portland 97201, United States"),
        (choose_express, "Shipping method:</b> Express"),
        (choose_another_card, "Payment:</b> another card"),
        (raise_the_price, "$25.00 instead of $18.00 each"),
    ],
)
async def test_what_another_tab_changed_is_told_and_one_press_accepts_it(ann: Browser, happens: Any, told: str) -> None:
    form = await at_review(ann)
    await happens(ann)
    answer = await press(ann, form)
    page = await answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Your cart changed while you were reviewing" in page
    assert told in page
    assert "Accept the changes and place the order for" in page
    assert await orders_made() == 0
    accepted = await press(ann, hidden(page))
    assert accepted.status_code == 303, await text_of(accepted)
    assert await orders_made() == 1
    await drain()
    await books_are_clean()


async def test_a_change_that_was_taken_back_is_none(ann: Browser) -> None:
    form = await at_review(ann)
    await add_another(ann)
    page = await (await ann.get("/cart")).get_data(as_text=True)
    mug = await line_of(ann, "Alder Stoneware Mug")
    [other] = {each for each in re.findall(r'id="name-(\w+)"', page) if each != mug}
    await ann.post(f"/cart/items/{other}/removal")
    assert (await press(ann, form)).status_code == 303


async def test_a_second_press_of_the_same_form_shows_the_same_order_also_after_new_things_were_put_in(
    ann: Browser,
) -> None:
    form = await at_review(ann)
    first = await press(ann, form)
    second = await press(ann, form)
    await add_another(ann)
    third = await press(ann, form)
    assert {each.headers["Location"] for each in (first, second, third)} == {first.headers["Location"]}
    assert "order you placed just now" not in await text_of(await ann.get(first.headers["Location"]))
    assert await orders_made() == 1


async def test_a_press_without_anything_in_the_cart_says_so_and_shows_no_earlier_order(ann: Browser) -> None:
    await press(ann, await at_review(ann))
    form = await at_review(ann)
    await ann.post("/cart/clearing")
    answer = await press(ann, form)
    page = await text_of(answer)
    assert answer.status_code == 409
    assert "Your cart is empty" in page
    assert "CW-10001" not in page
    assert (await ann.get("/checkout")).headers["Location"] == "/cart"


async def test_back_after_placing_shows_the_order(ann: Browser) -> None:
    placed = await press(ann, await at_review(ann))
    for step in ("/checkout", "/checkout/review", "/checkout/address"):
        assert (await ann.get(step)).headers["Location"] == placed.headers["Location"]


@pytest.mark.parametrize("odd", ["", "x", "AAAA", "eyJ2ZXJzaW9uIjoxfQ", "W10", "9" * 50_000])
async def test_a_page_that_does_not_say_what_it_showed_is_shown_again(ann: Browser, odd: str) -> None:
    form = await at_review(ann)
    answer = await press(ann, {**form, "reviewed": odd})
    assert answer.status_code == 422
    assert 'id="place"' in await text_of(answer)
    assert await orders_made() == 0


async def test_the_api_may_bind_an_order_to_the_version_of_the_cart(app: Quart, ann: Browser) -> None:
    api = await Api(app).log_in("ann@example.com")
    cart = await (await api.call("POST", "/cart/items", {"product_id": await product_id()})).get_json()
    await api.call("POST", "/cart/items", {"product_id": await product_id()})
    refused = await api.call(
        "POST", "/orders", api_body(expected_cart_version=cart["version"]), **{"Idempotency-Key": "k1"}
    )
    told = await refused.get_json()
    assert (refused.status_code, told["code"]) == (409, "cart_changed")
    body = api_body(expected_cart_version=told["cart_version"])
    assert (await api.call("POST", "/orders", body, **{"Idempotency-Key": "k2"})).status_code == 202


async def test_checkout_is_closed_while_a_line_cannot_be_sold_and_one_press_takes_what_is_left(ann: Browser) -> None:
    form = await at_review(ann, SKU_0001=9, SKU_0002=1)
    await set_stock("SKU-0001", 5)
    page = await text_of(await ann.get("/cart"))
    assert "Only 5 left" in page
    assert re.search(r'<button[^>]*id="checkout"[^>]*disabled', page)
    assert (await ann.get("/checkout/review")).headers["Location"] == "/cart"
    refused = await press(ann, form)
    assert refused.status_code == 409
    assert "Not enough in stock: Alder Stoneware Mug." in await text_of(refused)
    take = re.search(
        r'action="(/cart/items/\w+)" hx-post="\1"> <input[^>]*> <input type="hidden" name="quantity" value="5"', page
    )
    assert take, page
    await ann.post(take[1], quantity="5")
    page = await text_of(await ann.get("/cart"))
    assert 'id="checkout" href="/checkout"' in page
    assert (await ann.get("/checkout/review")).status_code == 200


async def test_no_longer_sold_is_not_said_to_be_out_of_stock(app: Quart, ann: Browser) -> None:
    form = await at_review(ann)
    await write(lambda tx: tx.execute("UPDATE product SET status = 'retired' WHERE sku = 'SKU-0001'"))
    answer = await press(ann, form)
    page = await text_of(answer)
    assert answer.status_code == 409
    assert "No longer sold: Alder Stoneware Mug." in page
    assert "Not enough in stock" not in page
    api = await Api(app).log_in("ann@example.com")
    refused = await api.call("POST", "/orders", api_body(), **{"Idempotency-Key": "k1"})
    told = await refused.get_json()
    assert (refused.status_code, told["code"]) == (409, "no_longer_sold")
    assert told["items"][0]["reason"] == "no_longer_sold"
    cart = await (await api.call("GET", "/cart")).get_json()
    assert (cart["can_be_ordered"], cart["subtotal"]["amount"]) == (False, 0)
