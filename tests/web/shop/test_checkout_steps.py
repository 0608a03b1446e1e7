"""The steps of the checkout: answered one by one, gone back to without loss, and none of them skipped."""

import re
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from quart import Quart

from models.accounts import address_book
from models.catalog.seed import seed_demo
from models.database import read, write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import books_are_clean
from tests.web.clients import Browser, make_user
from tests.web.placing import ADDRESS, drain, product_id
from tests.web.shop.test_checkout_pages import orders_made, text_of

pytestmark = pytest.mark.asyncio
PAID = {"payment_token": "tok_ok"}
BILL = {"name": "Ann's Firm", "line1": "2 Bill Road", "city": "Salem", "postal_code": "97301", "country": "US"}


@pytest_asyncio.fixture
async def ann(app: Quart, tmp_path: Any) -> AsyncIterator[Browser]:
    """A customer with a mug in the cart."""
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user(name="Ann Example")
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    await browser.post("/cart/items", product_id=await product_id())
    yield browser
    await books_are_clean()


async def leads_to(answer: Any) -> str:
    assert answer.status_code == 303, await text_of(answer)
    return str(answer.headers["Location"])


async def review(browser: Browser, **changes: str) -> Any:
    """Press Place on the review page, with its own hidden fields."""
    page = await (await browser.get("/checkout/review")).get_data(as_text=True)
    return await browser.client.post("/checkout", form={**hidden(page), **changes})


def hidden(page: str) -> dict[str, str]:
    form = page[page.index('id="step-form"') : page.index("</form>", page.index('id="step-form"'))]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


async def saved_order() -> Any:
    return await read(lambda tx: tx.fetch_one("SELECT * FROM orders"))


async def test_the_four_steps_lead_to_the_order(ann: Browser) -> None:
    assert 'value="Ann Example"' in await text_of(await ann.get("/checkout"))
    assert await leads_to(await ann.post("/checkout/address", **ADDRESS)) == "/checkout/shipping"
    assert await leads_to(await ann.post("/checkout/shipping", shipping_method="express")) == "/checkout/payment"
    assert await leads_to(await ann.post("/checkout/payment", **PAID)) == "/checkout/review"
    page = await text_of(await ann.get("/checkout"))
    for told in (
        "1 Mill Lane",
        "the next working day: $12.00",
        "Card that is approved",
        "Same as the shipping address",
        "for $30.00",
    ):
        assert told in page
    assert await orders_made() == 0
    path = await leads_to(await review(ann, note="Ring twice"))
    assert "Ring twice" in await text_of(await ann.get(path))
    order = await saved_order()
    assert (order["shipping_method"], order["total_cents"], order["billing_address"]) == ("express", 3000, "")
    drafts = await read(lambda tx: tx.fetch("SELECT 1 FROM checkout_draft"))
    assert drafts == []
    await drain()


async def test_a_skipped_step_leads_back_to_itself(ann: Browser) -> None:
    for skipped_to in ("shipping", "payment", "review"):
        assert await leads_to(await ann.get(f"/checkout/{skipped_to}")) == "/checkout/address"
    await ann.post("/checkout/address", **ADDRESS)
    assert (await ann.get("/checkout/shipping")).status_code == 200
    for skipped_to in ("payment", "review"):
        assert await leads_to(await ann.get(f"/checkout/{skipped_to}")) == "/checkout/shipping"
    page = await (await ann.get("/checkout")).get_data(as_text=True)
    answer = await ann.client.post("/checkout", form={**hidden(page), "expected_total_cents": "1800"})
    assert answer.status_code == 422
    assert "Shipping method" in await text_of(answer)
    assert await orders_made() == 0


async def test_going_back_loses_nothing(ann: Browser) -> None:
    await ann.post("/checkout/address", **ADDRESS)
    await ann.post("/checkout/shipping", shipping_method="express")
    await ann.post("/checkout/payment", **PAID, billing_different="1", **{f"billing_{k}": v for k, v in BILL.items()})
    assert 'value="1 Mill Lane"' in await text_of(await ann.get("/checkout/address"))
    assert (
        await leads_to(await ann.post("/checkout/address", **{**ADDRESS, "line1": "9 New St"})) == "/checkout/shipping"
    )
    page = await text_of(await ann.get("/checkout/review"))
    for told in ("9 New St", "the next working day", "2 Bill Road"):
        assert told in page
    await review(ann)
    assert '"2 Bill Road"' in (await saved_order())["billing_address"]
    await ann.post("/cart/items", product_id=await product_id())
    assert await leads_to(await ann.get("/checkout/review")) == "/checkout/address"


async def test_a_bill_to_another_address_needs_one(ann: Browser) -> None:
    await ann.post("/checkout/address", **ADDRESS)
    await ann.post("/checkout/shipping", shipping_method="standard")
    answer = await ann.post("/checkout/payment", **PAID, billing_different="1", billing_line1="2 Bill Road")
    page = await text_of(answer)
    assert answer.status_code == 422
    assert page.count("This field is required.") >= 3
    assert 'value="2 Bill Road"' in page
    assert (await ann.post("/checkout/payment", **PAID, billing_country="nowhere")).status_code == 303


async def test_what_is_wrong_with_a_bill_that_goes_nowhere_else_does_no_harm(ann: Browser) -> None:
    await ann.post("/checkout/address", **ADDRESS)
    await ann.post("/checkout/shipping", shipping_method="standard")
    await ann.post("/checkout/payment", **PAID)
    page = await (await ann.get("/checkout/review")).get_data(as_text=True)

    async def place(**fields: Any) -> Any:
        sent = {**hidden(page), "billing_name": ["a", "b"], "billing_city": "x\x00y", **fields}
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return await ann.client.post("/checkout", data=urlencode(sent, doseq=True), headers=kind)

    for wrong in ({"note": "x" * 1001}, {"country": "nowhere"}, {"phone": ["1", "2"]}):
        refused = await place(**wrong)
        assert (refused.status_code, "[&#39;" in await text_of(refused)) == (422, False)
    assert "[&#39;a" not in await text_of(await ann.get("/checkout/payment"))
    assert (await leads_to(await place(checkout_key="k" * 24))).startswith("/orders/")
    assert (await saved_order())["billing_address"] == ""
    await drain()


async def test_where_nothing_is_sent_the_shopper_hears_of_it_before_paying(ann: Browser) -> None:
    await write(lambda tx: tx.execute("UPDATE shipping_method SET countries = 'US CA'"))
    await ann.post("/checkout/address", **{**ADDRESS, "country": "FR"})
    assert "We do not ship to France yet." in await text_of(await ann.get("/checkout"))
    refused = await ann.post("/checkout/shipping", shipping_method="standard")
    assert refused.status_code == 422
    assert await leads_to(await ann.get("/checkout/payment")) == "/checkout/shipping"
    everything = {**ADDRESS, "country": "FR", "shipping_method": "standard", **PAID}
    page = await (await ann.get("/checkout")).get_data(as_text=True)
    answer = await ann.client.post("/checkout", form={**hidden(page), "expected_total_cents": "1800", **everything})
    assert answer.status_code == 422
    assert await orders_made() == 0


async def test_a_method_that_is_free_from_a_sum_is_free_in_the_total(ann: Browser) -> None:
    await write(
        lambda tx: tx.execute(
            "UPDATE shipping_method SET price_cents = 500, free_from_cents = 3600 WHERE code = 'standard'"
        )
    )
    await ann.post("/checkout/address", **ADDRESS)
    assert "$23.00" in await text_of(await ann.get("/checkout/shipping"))
    await ann.post("/cart/items", product_id=await product_id())
    page = await text_of(await ann.get("/checkout/shipping"))
    assert "$36.00" in page
    assert "$41.00" not in page


async def test_the_saved_address_is_preselected_and_copied(ann: Browser) -> None:
    user = await read(lambda tx: tx.fetch_one("SELECT id FROM users"))
    assert user is not None
    home = await write(lambda tx: address_book.add(tx, user["id"], {**ADDRESS, "line1": "5 Home Row"}))
    page = await text_of(await ann.get("/checkout"))
    assert f'name="address_id" value="{home.id}" checked' in page
    assert await leads_to(await ann.post("/checkout/address", address_id=home.id)) == "/checkout/shipping"
    assert "5 Home Row" in await text_of(await ann.get("/checkout/shipping"))
    strange = await ann.post("/checkout/address", address_id="somebody-elses")
    assert strange.status_code == 422
    assert "There is no such saved address." in await text_of(strange)


@pytest.mark.parametrize("path", ["/checkout/nothing", "/checkout/review"])
async def test_there_are_these_steps_only(ann: Browser, path: str) -> None:
    assert (await ann.post(path)).status_code == 404
    assert (await ann.get("/checkout/nothing")).status_code == 404


async def test_without_a_cart_every_step_leads_to_it(app: Quart, ann: Browser) -> None:
    await ann.post("/cart/clearing")
    for path in ("/checkout", "/checkout/address"):
        assert await leads_to(await ann.get(path)) == "/cart"
    assert await leads_to(await ann.post("/checkout/address", **ADDRESS)) == "/cart"
    assert await leads_to(await Browser(app).get("/checkout")) == "/cart"


async def test_a_stock_refusal_is_not_for_ever(ann: Browser) -> None:
    await ann.post("/checkout/address", **ADDRESS)
    await ann.post("/checkout/shipping", shipping_method="standard")
    await ann.post("/checkout/payment", **PAID)
    page = await (await ann.get("/checkout/review")).get_data(as_text=True)
    await write(lambda tx: tx.execute("UPDATE inventory SET reserved = on_hand"))
    refused = await ann.client.post("/checkout", form=hidden(page))
    assert refused.status_code == 409
    assert "sold out" in (await text_of(refused)).lower()
    await write(lambda tx: tx.execute("UPDATE inventory SET reserved = 0"))
    assert (await leads_to(await review(ann))).startswith("/orders/")
