"""After an order: another card, everything back in the cart, and the order found without an account."""

import re
from typing import Any

import pytest
from quart import Quart

from core.settings import Settings
from models.accounts import address_book
from models.database import read, write
from models.orders.guest_access import PURPOSE
from models.shared.secret_tokens import derived
from pipelines.mail.mail_sender import Outbox
from tests.journeys.story import books_are_clean, every, set_stock
from tests.web.clients import PASSWORD, Api, Browser, code_of
from tests.web.placing import ADDRESS, api_body, drain, place_by_api, place_by_page, product_id
from tests.web.shop.test_checkout_pages import text_of
from tests.web.shop.test_guest_orders import MAIL, buy
from tests.web.shop.test_reviewed_orders import at_review, press

pytestmark = pytest.mark.asyncio


@pytest.fixture
def mailing(settings: Settings) -> Any:
    before = {"sender": Outbox.sender, "public_url": Outbox.public_url, "order_keys": Outbox.order_keys}
    keys = derived(settings.signing_keys, PURPOSE)
    Outbox.set_up(sender="Shop <shop@example.com>", public_url="http://localhost", order_keys=keys)
    yield
    Outbox.set_up(**before)  # type: ignore[arg-type]


async def test_another_card_is_tried_on_the_page_of_the_declined_order(ann: Browser) -> None:
    path = await place_by_page(ann, payment_token="tok_declined")
    await drain()
    page = await text_of(await ann.get(path))
    assert "Your card was declined. Nothing was charged." in page
    assert 'name="attempt" value="2"' in page
    for _ in range(2):
        answer = await ann.post(f"{path}/payment", payment_token="tok_ok", attempt="2")
        assert (answer.status_code, answer.headers["Location"]) == (303, path)
    await drain()
    page = await text_of(await ann.get(path))
    assert "Your order is confirmed." in page
    assert "Try another card" not in page
    late = await ann.post(f"{path}/payment", payment_token="tok_ok", attempt="3")
    assert late.status_code == 409
    assert (await ann.post(f"{path}/payment", payment_token="4111", attempt="2")).status_code == 422
    await books_are_clean()


async def test_a_shortage_is_said_on_the_page_and_the_rest_goes_back_in_the_cart(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id("SKU-0002"))
    path = await place_by_page(ann, payment_token="tok_declined")
    await drain()
    await set_stock("SKU-0001", 0)
    refused = await ann.post(f"{path}/payment", payment_token="tok_ok", attempt="2")
    page = await text_of(refused)
    assert refused.status_code == 409
    assert "Not enough in stock: Alder Stoneware Mug. Nothing was charged." in page
    assert "Put the rest back in the cart" in page
    answer = await ann.post(f"{path}/cart")
    assert answer.headers["Location"] == "/cart"
    page = await text_of(await ann.get("/cart"))
    assert "Alder Stoneware Mug: 1 left out, sold out." in page
    assert page.count('class="cart-line"') == 1


async def test_buy_again_is_on_every_past_order_and_pressing_twice_makes_no_difference(ann: Browser) -> None:
    path = await place_by_page(ann)
    await drain()
    assert "Buy again" in await text_of(await ann.get(path))
    assert "Buy again" in await text_of(await ann.get("/orders"))
    for _ in range(2):
        await ann.post(f"{path}/cart")
    assert 'value="1"' in await text_of(await ann.get("/cart"))
    stranger = Browser(ann.client.app)
    assert (await stranger.post(f"{path}/cart")).status_code in (303, 404)


async def test_the_api_has_the_same_verbs(app: Quart, ann: Browser) -> None:
    api = await Api(app).log_in("ann@example.com")
    order = await (await place_by_api(api, payment={"method": "test_card", "token": "tok_declined"})).get_json()
    path = f"/orders/{order['id']}"
    body = {"payment": {"method": "test_card", "token": "tok_ok"}}
    assert await code_of(await api.call("POST", f"{path}/payment", body)) == (409, "payment_not_retryable")
    await drain()
    seen = await (await api.call("GET", path)).get_json()
    assert (seen["can_retry_payment"], seen["links"]["payment"]) == (True, f"/api/v1{path}/payment")
    first = await api.call("POST", f"{path}/payment", body, **{"Idempotency-Key": "card-2"})
    again = await api.call("POST", f"{path}/payment", body, **{"Idempotency-Key": "card-2"})
    assert (first.status_code, again.status_code, again.headers["Idempotency-Replayed"]) == (202, 202, "true")
    await drain()
    assert (await (await api.call("GET", path)).get_json())["status"] == "confirmed"
    filled = await (await api.call("POST", f"{path}/cart")).get_json()
    assert ([line["quantity"] for line in filled["cart"]["items"]], filled["left_out"]) == ([2], [])
    await books_are_clean()


async def test_a_guest_with_the_token_may_do_the_same(app: Quart, ann: Browser) -> None:
    api = Api(app)
    cart = await (await api.call("POST", "/cart/items", {"product_id": await product_id()})).get_json()
    body = api_body(email=MAIL, payment={"method": "test_card", "token": "tok_declined"})
    headers = {"X-Cart-Token": cart["cart_token"], "Idempotency-Key": "k"}
    order = await (await api.call("POST", "/orders", body, **headers)).get_json()
    await drain()
    key = {"X-Order-Token": order["access_token"]}
    filled = await (await api.call("POST", f"/orders/{order['id']}/cart", **key)).get_json()
    assert filled["cart"]["cart_token"]
    body = {"payment": {"method": "test_card", "token": "tok_ok"}}
    assert (await api.call("POST", f"/orders/{order['id']}/payment", body)).status_code == 401
    paid = await api.call("POST", f"/orders/{order['id']}/payment", body, **key, **{"Idempotency-Key": "k2"})
    assert paid.status_code == 202
    await drain()


async def test_looking_an_order_up_mails_the_link_and_tells_nothing(app: Quart, ann: Browser, mailing: Any) -> None:
    guest, stranger = Browser(app), Browser(app)
    path = await buy(guest)
    await drain()
    answers = set()
    for number, email in (("CW-10001", MAIL), ("cw-10001", "other@example.com"), ("CW-99999", MAIL), ("x", MAIL)):
        page = await text_of(await stranger.post("/orders/lookup", number=number, email=email))
        answers.add(re.sub(r'<b class="break-all">[^<]*</b>|[0-9a-f]{64}', "", page))
        await drain()
    assert len(answers) == 1
    mails = await every("SELECT recipient, text FROM email_message WHERE kind = 'order.lookup'")
    assert [mail["recipient"] for mail in mails] == [MAIL]
    link = re.search(rf"http://localhost({path}\?key=\w+)", mails[0]["text"])
    assert link
    assert (await stranger.get(link[1])).headers["Location"] == path
    assert (await stranger.get(path)).status_code == 200
    for number in range(6):  # another minute each time
        await write(lambda tx: tx.execute("DELETE FROM job WHERE kind = 'mail.lookup'"))
        await stranger.post("/orders/lookup", number=f"{'#' * (number % 2)}CW-10001", email=MAIL)
        await drain()
    assert len(await every("SELECT 1 FROM email_message WHERE kind = 'order.lookup'")) == 3
    assert (await stranger.post("/orders/lookup", number="", email="x")).status_code == 422
    api = await Api(app).call("POST", "/orders/lookup", {"number": "CW-10001", "email": MAIL})
    assert api.status_code == 202


async def test_a_link_that_would_not_open_is_not_mailed(app: Quart, ann: Browser, mailing: Any) -> None:
    await buy(Browser(app))
    await drain()
    await write(lambda tx: tx.execute("UPDATE orders SET created_at = created_at - 2678400000"))
    await Browser(app).post("/orders/lookup", number="10001", email=MAIL)
    await drain()
    [mail] = await every("SELECT text FROM email_message WHERE kind = 'order.lookup'")
    assert "key=" not in mail["text"]
    assert "/auth/register" in mail["text"]


async def test_an_account_made_from_an_order_has_the_order_and_is_signed_in(app: Quart, ann: Browser) -> None:
    guest = Browser(app)
    path = await buy(guest, name="Gwen Guest")
    page = await text_of(await guest.get(f"/auth/register?next={path}"))
    assert f'value="{MAIL}"' in page
    assert 'value="Gwen Guest"' in page
    answer = await guest.post("/auth/register", email=MAIL, name="Gwen Guest", password=PASSWORD, next=path)
    assert answer.headers["Location"] == path
    assert "CW-10001" in await text_of(await guest.get("/orders"))
    assert "Add it to my account" not in await text_of(await guest.get(path))
    nobody = await text_of(await Browser(app).get(f"/auth/register?next={path}"))
    assert MAIL not in nobody
    await drain()


async def book() -> Any:
    user = await read(lambda tx: tx.fetch_one("SELECT id FROM users WHERE email = 'ann@example.com'"))
    assert user is not None
    return user["id"], await read(lambda tx: address_book.book(tx, user["id"]))


async def test_an_address_that_was_typed_is_saved_once_and_the_last_one_comes_first(ann: Browser) -> None:
    await ann.post("/cart/items", product_id=await product_id())
    assert 'name="save_address" value="1" checked' in await text_of(await ann.get("/checkout"))
    for line1 in ("1 Mill Lane", "1 Mill Lane", "9 New Street"):
        await ann.post("/checkout/address", **{**ADDRESS, "line1": line1}, save_address="1")
    await ann.post("/checkout/address", **{**ADDRESS, "line1": "Not Kept 3"})
    _, entries = await book()
    assert sorted(entry.line1 for entry in entries) == ["1 Mill Lane", "9 New Street"]
    new = next(entry for entry in entries if entry.line1 == "9 New Street")
    await ann.post("/checkout/address", address_id=new.id)
    await ann.post("/checkout/shipping", shipping_method="standard")
    await ann.post("/checkout/payment", payment_token="tok_ok")
    form = re.findall(r'name="(\w+)" value="([^"]*)"', await (await ann.get("/checkout/review")).get_data(as_text=True))
    assert (await press(ann, {name: text for name, text in form if name != "theme"})).status_code == 303
    await ann.post("/cart/items", product_id=await product_id())
    assert f'name="address_id" value="{new.id}" checked' in await text_of(await ann.get("/checkout"))
    await drain()


async def test_the_default_billing_address_is_suggested_and_a_saved_one_can_be_chosen(ann: Browser) -> None:
    user, _ = await book()
    firm = await write(
        lambda tx: address_book.add(tx, user, {**ADDRESS, "line1": "2 Bill Road", "default_billing": True})
    )
    await ann.post("/cart/items", product_id=await product_id())
    await ann.post("/checkout/address", **ADDRESS)
    await ann.post("/checkout/shipping", shipping_method="standard")
    page = await text_of(await ann.get("/checkout/payment"))
    assert 'name="billing_different" value="1" checked' in page
    assert f'name="billing_address_id" value="{firm.id}" checked' in page
    await ann.post("/checkout/payment", payment_token="tok_ok", billing_different="1", billing_address_id=firm.id)
    assert "2 Bill Road" in await text_of(await ann.get("/checkout/review"))
    strange = await ann.post(
        "/checkout/payment", payment_token="tok_ok", billing_different="1", billing_address_id="none"
    )
    assert strange.status_code == 422


async def test_a_login_that_ended_in_the_middle_leads_back_to_the_same_step(app: Quart, ann: Browser) -> None:
    await at_review(ann)
    await write(lambda tx: tx.execute("DELETE FROM session"))
    led = await ann.get("/checkout/review")
    assert led.headers["Location"] == "/auth/login?next=/checkout/review"
    answer = await ann.log_in("ann@example.com", next="/checkout/review")
    assert answer.headers["Location"] == "/checkout/review"
    assert "1 Mill Lane" in await text_of(await ann.get("/checkout/review"))
