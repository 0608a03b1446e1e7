"""The cart in pages: with and without HTMX, for guests and customers."""

import re

import pytest
import pytest_asyncio

from models.catalog.seed import seed_demo
from models.database import read, write

pytestmark = pytest.mark.asyncio

HTMX = {"HX-Request": "true"}
PASSWORD = "velvet-otter-canyon-42"


@pytest_asyncio.fixture
async def mug(shop):
    """The public id of a product that costs $18.00."""
    await write(seed_demo)
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM product WHERE sku = 'SKU-0001'"))
    return row["public_id"]


async def text_of(answer):
    return await answer.get_data(as_text=True)


async def cart_page(browser):
    return await text_of(await browser.get("/cart"))


def line_id(text):
    return re.search(r'action="/cart/items/([0-9a-z]{26})"', text)[1]


async def test_adding_without_scripts_leads_to_the_cart(browser, mug):
    answer = await browser.post("/cart/items", product_id=mug, quantity="2")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/cart")
    text = await cart_page(browser)
    assert "$36.00" in text
    assert re.search(r'id="cart-count"[^>]*>2<', text)


async def test_adding_with_htmx_brings_a_message_and_the_new_count(browser, mug):
    answer = await browser.post("/cart/items", headers=HTMX, product_id=mug, quantity="3")
    text = await text_of(answer)
    assert answer.status_code == 200
    assert "Alder Stoneware Mug is in your cart." in text
    assert re.search(r'id="cart-count"[^>]*hx-swap-oob="true">3<', text)


async def test_the_guests_secret_is_a_cookie_that_scripts_cannot_read(browser, mug):
    answer = await browser.post("/cart/items", product_id=mug, quantity="1")
    cookie = next(value for value in answer.headers.getlist("Set-Cookie") if value.startswith("cart="))
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    again = await browser.post("/cart/items", product_id=mug, quantity="1")
    assert not any(value.startswith("cart=") for value in again.headers.getlist("Set-Cookie"))


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"quantity": "51"}, 409),
        ({"quantity": "0"}, 422),
        ({"quantity": "-40"}, 422),
        ({"quantity": "1.5"}, 422),
        ({"quantity": "x"}, 422),
        ({"quantity": "1000"}, 422),
        ({"quantity": "9" * 30}, 422),
        ({"product_id": "x" * 26}, 404),
        ({"product_id": "\x00"}, 422),
        ({"colour": "red"}, 422),
    ],
)
async def test_a_refusal_says_why_and_changes_nothing(browser, mug, fields, status):
    answer = await browser.post("/cart/items", headers=HTMX, **{"product_id": mug, "quantity": "1", **fields})
    assert answer.status_code == status
    assert "toast-bad" in await text_of(answer)
    assert "Your cart is empty" in await cart_page(browser)


async def test_changing_removing_and_clearing_answer_with_the_whole_cart(browser, mug):
    await browser.post("/cart/items", product_id=mug, quantity="2")
    item = line_id(await cart_page(browser))
    changed = await text_of(await browser.post(f"/cart/items/{item}", headers=HTMX, quantity="4"))
    assert "$72.00" in changed
    assert re.search(r'id="cart-count"[^>]*>4<', changed)
    too_many = await browser.post(f"/cart/items/{item}", headers=HTMX, quantity="51")
    assert too_many.status_code == 409
    emptied = await text_of(await browser.post(f"/cart/items/{item}/removal", headers=HTMX))
    assert "Your cart is empty" in emptied
    assert "/checkout" not in emptied
    assert (await browser.post(f"/cart/items/{item}/removal", headers=HTMX)).status_code == 404
    await browser.post("/cart/items", product_id=mug, quantity="1")
    assert "Your cart is empty" in await text_of(await browser.post("/cart/clearing", headers=HTMX))


async def test_nought_removes_the_line(browser, mug):
    await browser.post("/cart/items", product_id=mug, quantity="2")
    answer = await browser.post(f"/cart/items/{line_id(await cart_page(browser))}", quantity="0")
    assert answer.status_code == 303
    assert "Your cart is empty" in await cart_page(browser)


async def test_a_form_without_its_token_changes_nothing(browser, mug):
    answer = await browser.client.post("/cart/items", form={"product_id": mug, "quantity": "1"})
    assert answer.status_code == 403
    assert "Your cart is empty" in await cart_page(browser)


async def test_another_browser_sees_another_cart(app, browser, mug):
    await browser.post("/cart/items", product_id=mug, quantity="2")
    item = line_id(await cart_page(browser))
    other = type(browser)(app)
    assert "Your cart is empty" in await cart_page(other)
    assert (await other.post(f"/cart/items/{item}", quantity="9")).status_code == 404
    assert "$36.00" in await cart_page(browser)


async def test_registering_and_logging_in_take_the_guests_cart_along(browser, mug):
    await browser.post("/cart/items", product_id=mug, quantity="2")
    fields = {"email": "ann@example.com", "name": "Ann", "password": PASSWORD}
    answer = await browser.post("/auth/register", page="/auth/register", **fields)
    assert answer.status_code == 303
    await browser.log_in("ann@example.com", PASSWORD)
    assert "$36.00" in await cart_page(browser)
    row = await read(lambda tx: tx.fetch_one("SELECT count(*) AS n, count(user_id) AS owned FROM cart"))
    assert (row["n"], row["owned"]) == (1, 1)
