"""Checkout and orders in pages: placed once, refused in words, followed to the end, and nobody else's to see."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import read, write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import books_are_clean, mails, set_stock
from tests.pipelines.fault_server import FaultServer, serving
from tests.web.clients import Browser, make_user
from tests.web.placing import checkout_form, drain, place_by_page, product_id
from web.app import create_app

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def ann(app: Quart, tmp_path: Any) -> AsyncIterator[Browser]:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user()
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    yield browser
    await books_are_clean()


async def text_of(answer: Any) -> str:
    return " ".join((await answer.get_data(as_text=True)).split())


async def orders_made() -> int:
    row = await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM orders"))
    assert row is not None
    return int(row["n"])


async def test_a_visitor_may_log_in_on_the_way_and_keeps_the_cart(app: Quart, ann: Browser) -> None:
    guest = Browser(app)
    await guest.post("/cart/items", product_id=await product_id())
    assert 'href="/auth/login?next=/checkout"' in await text_of(await guest.get("/checkout"))
    answer = await guest.log_in("ann@example.com", next="/checkout")
    assert answer.headers["Location"] == "/checkout"
    assert "Alder Stoneware Mug" in await text_of(await guest.get("/checkout"))


async def test_looking_changes_nothing_and_an_empty_cart_leads_back_to_it(ann: Browser) -> None:
    assert (await ann.get("/checkout")).headers["Location"] == "/cart"
    await ann.post("/cart/items", product_id=await product_id())
    for _ in range(3):
        page = await text_of(await ann.get("/checkout"))
    assert "$18.00" in page
    assert await orders_made() == 0


async def test_placing_leads_to_the_order_while_the_work_goes_on(ann: Browser) -> None:
    path = await place_by_page(ann)
    page = await text_of(await ann.get(path))
    assert "We have your order." in page
    assert f'hx-get="{path}/status?v=1"' in page
    assert '<meta http-equiv="refresh"' in page
    await drain()
    page = await text_of(await ann.get(path))
    assert "Your order is confirmed." in page
    assert 'hx-trigger="load' not in page
    assert '<meta http-equiv="refresh"' not in page
    assert page.count("step-done") == 5


async def test_the_same_form_again_is_the_same_order(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id())
    form = await checkout_form(ann)
    answers = [await ann.client.post("/checkout", form=form) for _ in range(3)]
    assert {(answer.status_code, answer.headers["Location"]) for answer in answers} == {
        (303, answers[0].headers["Location"])
    }
    assert await orders_made() == 1


async def test_two_tabs_with_one_cart_are_one_order_shown_to_both(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id())
    forms = [await checkout_form(ann) for _ in range(2)]
    assert forms[0]["checkout_key"] == forms[1]["checkout_key"]
    places = [(await ann.client.post("/checkout", form=form)).headers["Location"] for form in forms]
    assert places[0] == places[1]
    assert await orders_made() == 1
    changed = await ann.client.post("/checkout", form={**forms[0], "city": "Salem"})
    assert changed.headers["Location"] == places[0]


async def test_an_empty_cart_makes_no_order(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id())
    form = await checkout_form(ann)
    await ann.post("/cart/clearing")
    answer = await ann.client.post("/checkout", form=form)
    assert answer.status_code == 409
    assert "Your cart is empty" in await text_of(answer)


async def test_the_same_key_with_another_form_is_shown_again_with_a_new_key(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id())
    form = await checkout_form(ann)
    await ann.client.post("/checkout", form=form)
    await ann.post("/cart/items", product_id=await product_id())
    answer = await ann.client.post("/checkout", form={**form, "city": "Salem"})
    page = await text_of(answer)
    assert answer.status_code == 422
    assert "Salem 97201" in page
    assert form["checkout_key"] not in page
    assert await orders_made() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "This field is required."),
        ({"name": "  "}, "This field is required."),
        ({"country": "USA"}, "Use the two letters of the country, such as US."),
        ({"postal_code": "9" * 21}, "Use at most 20 characters."),
        ({"shipping_method": "teleport"}, "shipping_method-error"),
        ({"payment_token": "tok_else"}, "payment_token-error"),
        ({"expected_total_cents": "much"}, "Please check the marked fields."),
        ({"checkout_key": "short"}, "Please check the marked fields."),
        ({"total_cents": "1"}, "There is no such field."),
    ],
)
async def test_a_form_that_will_not_do_says_so_and_keeps_what_was_typed(
    ann: Browser, changes: dict[str, str], words: str
) -> None:
    await ann.post("/cart/items", product_id=await product_id())
    form = {**await checkout_form(ann), "line1": '7 "Quote" Street', **changes}
    answer = await ann.client.post("/checkout", form=form)
    page = await text_of(answer)
    assert answer.status_code == 422
    assert words in page
    assert "7 &#34;Quote&#34; Street" in page
    assert await orders_made() == 0
    again = {**await checkout_form(ann)}
    assert (await ann.client.post("/checkout", form=again)).status_code == 303


async def test_a_price_that_rose_has_to_be_agreed_to(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id())
    form = await checkout_form(ann)
    await write(lambda tx: tx.execute("UPDATE product SET price_cents = 2500 WHERE sku = 'SKU-0001'"))
    answer = await ann.client.post("/checkout", form=form)
    page = await text_of(answer)
    assert answer.status_code == 409
    assert "$25.00" in page
    assert await orders_made() == 0
    fresh = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert fresh["expected_total_cents"] == "2500"
    assert (await ann.client.post("/checkout", form={**form, **fresh})).status_code == 303


async def test_what_sold_out_meanwhile_is_named_and_the_cart_stays(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id(), quantity="2")
    form = await checkout_form(ann)
    await set_stock("SKU-0001", 1)
    answer = await ann.client.post("/checkout", form=form)
    assert answer.status_code == 409
    assert "Not enough in stock: Alder Stoneware Mug." in await text_of(answer)
    assert await orders_made() == 0
    assert "Alder Stoneware Mug" in await text_of(await ann.get("/cart"))


async def test_the_fragment_says_aloud_only_what_changed_and_stops_at_the_end(ann: Browser) -> None:
    path = await place_by_page(ann)
    same = await text_of(await ann.get(f"{path}/status?v=1", headers={"HX-Request": "true"}))
    assert "order-live" not in same
    assert "<html" not in same
    assert f'hx-get="{path}/status?v=1"' in same
    await drain()
    changed = await text_of(await ann.get(f"{path}/status?v=1", headers={"HX-Request": "true"}))
    assert 'id="order-live"' in changed
    assert "Your order is confirmed." in changed
    assert "hx-trigger" not in changed
    for odd in ("", "x", "-1", "9" * 40, "9" * 5000, "%C2%B2"):
        assert (await ann.get(f"{path}/status?v={odd}")).status_code == 200


async def test_after_a_minute_the_page_says_that_it_takes_longer(ann: Browser) -> None:
    path = await place_by_page(ann)
    assert "taking longer than usual" not in await text_of(await ann.get(path))
    await write(lambda tx: tx.execute("UPDATE orders SET created_at = created_at - 61000"))
    assert "taking longer than usual" in await text_of(await ann.get(path))


async def test_the_line_that_is_polled_says_the_place_and_that_it_takes_longer(ann: Browser) -> None:
    first, second = await place_by_page(ann), await place_by_page(ann)
    assert "Next in line" in await text_of(await ann.get(f"{first}/status?v=1"))
    line = await text_of(await ann.get(f"{second}/status?v=1"))
    assert "Number 2 in line" in line
    assert f'hx-get="{second}/status?v=1"' in line
    assert "taking longer than usual" not in line
    await write(lambda tx: tx.execute("UPDATE orders SET created_at = created_at - 61000"))
    assert "taking longer than usual" in await text_of(await ann.get(f"{second}/status?v=1"))
    await drain()
    news = await ann.get(f"{second}/status?v=1", headers={"HX-Request": "true"})
    assert news.headers["HX-Retarget"] == "#order-status"
    assert "Your order is confirmed." in await text_of(news)
    assert 'hx-trigger="load' not in await text_of(news)


async def test_before_anybody_began_cancelling_is_certain_and_at_once(ann: Browser) -> None:
    path = await place_by_page(ann)
    assert "Cancel now: nothing has been charged." in await text_of(await ann.get(path))
    await ann.post(f"{path}/cancellation")
    page = await text_of(await ann.get(path))
    assert "This order was cancelled." in page
    assert "Items back on sale" not in page
    assert "Payment refunded" not in page
    path = await place_by_page(ann)
    await drain()
    page = await text_of(await ann.get(path))
    assert "Your item goes back on sale." in page
    assert "$18.00 is refunded" in page
    await ann.post(f"{path}/cancellation")
    await drain()
    page = await text_of(await ann.get(path))
    for undone in ("Items back on sale", "Payment refunded", "Email sent"):
        assert undone in page


async def test_cancelling_on_the_page(ann: Browser) -> None:
    path = await place_by_page(ann)
    await drain()
    assert (await ann.post(f"{path}/cancellation")).headers["Location"] == path
    page = await text_of(await ann.get(path))
    assert "This order was cancelled." in page
    assert "being refunded" in page
    assert "hx-trigger" in page, "the page follows until the money is back"
    await drain()
    page = await text_of(await ann.get(path))
    assert "refunded" in page
    assert "Yes, cancel" not in page
    fragment = await ann.post(f"{path}/cancellation", headers={"HX-Request": "true"})
    assert (fragment.status_code, "<html" in await text_of(fragment)) == (200, False)


async def test_a_declined_payment_is_told_in_words(ann: Browser) -> None:
    path = await place_by_page(ann, payment_token="tok_declined")
    await drain()
    page = await text_of(await ann.get(path))
    assert "Your card was declined. Nothing was charged." in page
    assert page.count("step-failed") == 1


async def test_mail_that_cannot_be_delivered_is_told(ann: Browser) -> None:
    path = await place_by_page(ann)
    async with serving(FaultServer(RCPT="550 no such person")) as server:
        install_mailer(SmtpMailer(server.url))
        await drain()
    install_mailer(None)
    page = await text_of(await ann.get(path))
    assert "The receipt could not be delivered" in page
    assert "We could not reach ann@example.com" in page


async def test_another_customers_order_is_not_there_and_an_admin_sees_it(app: Quart, ann: Browser) -> None:
    path = await place_by_page(ann)
    await make_user("bob@example.com")
    bob = Browser(app)
    await bob.log_in("bob@example.com")
    assert (await bob.get(path)).status_code == 404
    assert (await bob.get(f"{path}/status")).status_code == 404
    assert (await bob.post(f"{path}/cancellation")).status_code == 404
    assert "No orders yet" in await text_of(await bob.get("/orders"))
    await make_user("root@example.com", role="admin")
    root = Browser(app)
    await root.log_in("root@example.com")
    assert (await root.get(path)).status_code == 200
    assert "We have your order." in await text_of(await ann.get(path))


async def test_the_list_shows_own_orders_by_status(ann: Browser) -> None:
    for _ in range(2):
        path = await place_by_page(ann)
    await drain()
    await ann.post(f"{path}/cancellation")
    await drain()
    assert re.findall(r">(CW-\d+)<", await text_of(await ann.get("/orders"))) == ["CW-10002", "CW-10001"]
    assert re.findall(r">(CW-\d+)<", await text_of(await ann.get("/orders?status=cancelled"))) == ["CW-10002"]
    assert "None here" in await text_of(await ann.get("/orders?status=shipped"))
    assert (await ann.get("/orders?status=paid")).status_code == 422
    answers = {odd: (await ann.get(f"/orders?page={odd}")).status_code for odd in ("0", "x", "99", "9" * 30)}
    assert answers == {"0": 200, "x": 200, "99": 404, "9" * 30: 404}  # what is no page number means the first page


async def test_names_and_notes_are_escaped_wherever_they_are_shown(ann: Browser) -> None:
    evil = "<script>alert(1)</script>"
    path = await place_by_page(ann, name=evil, city=evil, note=evil)
    await drain()
    for place in (path, f"{path}/status", "/orders"):
        assert evil not in await text_of(await ann.get(place))
    assert "&lt;script&gt;" in await text_of(await ann.get(path))
    [row] = await mails()
    assert "View your order" in row["html"]
    assert evil not in row["html"]


async def test_a_shop_without_a_way_to_pay_takes_no_order(shop: str, settings: Settings) -> None:
    await write(seed_demo)
    await make_user()
    browser = Browser(create_app(replace(settings, test_payments=False)))
    await browser.log_in("ann@example.com")
    await browser.post("/cart/items", product_id=await product_id())
    form = await checkout_form(browser)
    assert "This shop cannot take payments yet" in await text_of(await browser.get("/checkout"))
    answer = await browser.client.post("/checkout", form=form)
    assert answer.status_code == 422
    assert "This shop cannot take payments yet" in await text_of(answer)
    assert await orders_made() == 0
