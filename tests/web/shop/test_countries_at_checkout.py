"""Countries at every door: chosen by name on pages, by code over the API, and what an address needs in each."""

import json
import re
from typing import Any

import pytest
from quart import Quart

from models.accounts import address_book
from models.catalog.seed import seed_demo
from models.database import read, write
from tests.web.clients import Api, Browser, make_user
from tests.web.placing import ADDRESS, checkout_form, place_by_api, product_id
from tests.web.shop.test_checkout_pages import orders_made, text_of

pytestmark = pytest.mark.asyncio
WITHOUT_CODES = ["HK", "AE", "PA", "BS", "AO", "QA", "JM", "CW", "SX", "SS"]
NO_CODE = "This is not a valid postal code for the chosen country. It should look like"
NO_EIRCODE = NO_CODE.replace("postal code", "Eircode")
REFUSED = ["ZZ", "UK", "EL", "AN", "AC", "XX", "DENMARK", "U1", "", "ÄÖ"]


async def api_of(app: Quart) -> Api:
    await write(seed_demo)
    await make_user()
    return await Api(app).log_in("ann@example.com")


async def guest_with_cart(app: Quart) -> Browser:
    await write(seed_demo)
    browser = Browser(app)
    await browser.post("/cart/items", product_id=await product_id())
    return browser


async def errors_of(answer: Any) -> dict[str, str]:
    assert answer.status_code == 422, await answer.get_data(as_text=True)
    return {error["field"]: error["message"] for error in (await answer.get_json())["errors"]}


@pytest.mark.parametrize("code", WITHOUT_CODES)
@pytest.mark.parametrize("postal_code", [None, "", "00000"])
async def test_an_order_goes_where_there_are_no_postal_codes(app: Quart, code: str, postal_code: str | None) -> None:
    ann = await api_of(app)
    address = {**ADDRESS, "country": code, "postal_code": postal_code}
    answer = await place_by_api(
        ann, shipping_address={name: text for name, text in address.items() if text is not None}
    )
    assert answer.status_code == 202, await answer.get_json()


@pytest.mark.parametrize("code", REFUSED)
async def test_what_is_no_country_is_refused_everywhere(app: Quart, code: str) -> None:
    ann = await api_of(app)
    assert set(await errors_of(await place_by_api(ann, shipping_address={**ADDRESS, "country": code}))) == {
        "shipping_address.country"
    }
    saved = await (await ann.call("POST", "/addresses", ADDRESS)).get_json()
    assert set(await errors_of(await ann.call("POST", "/addresses", {**ADDRESS, "country": code}))) == {"country"}
    assert set(await errors_of(await ann.call("PATCH", f"/addresses/{saved['id']}", {"country": code}))) == {"country"}
    browser = await guest_with_cart(app)
    for path in ("/checkout/address", "/checkout"):
        form = {**await checkout_form(browser), "email": "g@example.com", "country": code}
        form = form if path == "/checkout" else {name: form[name] for name in (*ADDRESS, "csrf_token", "email")}
        answer = await browser.client.post(path, form=form)
        assert answer.status_code == 422
        assert re.search(r'<select[^>]* id="country"[^>]* aria-invalid="true"', await text_of(answer))
    assert await orders_made() == 0


@pytest.mark.parametrize(("code", "words"), [("UK", "Use GB instead of UK."), ("el", "Use GR instead of EL.")])
async def test_a_code_that_many_take_for_one_is_told_the_right_one(app: Quart, code: str, words: str) -> None:
    ann = await api_of(app)
    errors = await errors_of(await ann.call("POST", "/addresses", {**ADDRESS, "country": code}))
    assert errors == {"country": words}


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"country": "DE"}, {}),
        ({"country": "DE", "postal_code": ""}, {"postal_code": "This field is required."}),
        ({"country": "DE", "postal_code": "1011"}, {"postal_code": f"{NO_CODE} 26133."}),
        ({"country": "GB", "postal_code": "ec1y 8sy"}, {}),
        ({"country": "IE", "postal_code": ""}, {}),
        ({"country": "IE", "postal_code": "1"}, {"postal_code": f"{NO_EIRCODE} A65 F4E2."}),
        ({"country": "HK", "city": "", "region": "Kowloon", "postal_code": ""}, {}),
        ({"country": "HK", "city": "", "region": ""}, {"region": "This field is required."}),
        ({"country": "AE", "city": "Dubai", "region": "", "postal_code": ""}, {}),
        ({"country": "SG", "city": "", "postal_code": "238858"}, {}),
        ({"country": "US", "city": ""}, {"city": "This field is required."}),
        ({"phone": "call me"}, {"phone": "Enter a phone number, such as +1 503 555 0100."}),
        ({"phone": "12"}, {"phone": "Enter a phone number, such as +1 503 555 0100."}),
        ({"phone": "(503) 555-0100 ext. 7"}, {}),
        ({"phone": "\u0660\u0665\u0660 \u0661\u0662\u0663"}, {}),  # in the digits of Arabic
        ({"phone": "+1\u00a0503\u202f555\u20110100"}, {}),  # as a web page or an address book sets it
        ({"phone": "\uff0b1 503\u2013555\u22120100"}, {}),
        ({"phone": "tel:+1-503-555-0100;ext=7"}, {}),
        ({"country": "JP", "postal_code": "\uff11\uff10\uff10\uff0d\uff10\uff10\uff10\uff11"}, {}),
        ({"country": "IN", "postal_code": "110 001"}, {}),
    ],
)  # fmt: skip
async def test_an_address_has_what_its_country_needs(
    app: Quart, changes: dict[str, str], errors: dict[str, str]
) -> None:
    ann = await api_of(app)
    answer = await ann.call("POST", "/addresses", {**ADDRESS, **changes})
    if not errors:
        assert answer.status_code == 201, await answer.get_json()
    else:
        assert await errors_of(answer) == errors
    placed = await place_by_api(ann, shipping_address={**ADDRESS, **changes})
    assert (placed.status_code == 202) is not bool(errors)


async def test_a_changed_address_is_judged_as_a_whole(app: Quart) -> None:
    ann = await api_of(app)
    saved = await (await ann.call("POST", "/addresses", ADDRESS)).get_json()
    path = f"/addresses/{saved['id']}"
    assert set(await errors_of(await ann.call("PATCH", path, {"country": "GB"}))) == {"postal_code"}
    assert await (await ann.call("GET", path)).get_json() == saved
    moved = await (await ann.call("PATCH", path, {"country": "gb", "postal_code": "m2 5bq"})).get_json()
    assert (moved["country"], moved["postal_code"]) == ("GB", "M2 5BQ")


async def test_the_page_offers_every_country_by_name_and_keeps_the_one_chosen(app: Quart) -> None:
    browser = await guest_with_cart(app)
    page = await text_of(await browser.get("/checkout"))
    select = page[page.index('<select class="input" id="country"') : page.index("</select>")]
    options = dict(re.findall(r'<option value="(\w*)"[^>]*>([^<]+)</option>', select))
    assert len(options) > 240
    assert (options[""], options["DK"], options["DE"]) == ("Choose a country", "Denmark", "Germany")
    assert " selected" not in select
    sent = {**ADDRESS, "country": "DK", "postal_code": "1", "email": "g@example.com"}
    refused = await text_of(await browser.post("/checkout/address", page="/checkout", **sent))
    assert re.search(r'<option value="DK"[^>]* selected>Denmark', refused)
    assert f"{NO_CODE} " in refused
    assert refused.index('id="postal_code"') < refused.index('id="city"')
    assert (
        await browser.post("/checkout/address", page="/checkout", **{**sent, "postal_code": "1566"})
    ).status_code == 303
    assert "1566 Portland, Denmark" in await text_of(await browser.get("/checkout/shipping"))


async def test_an_address_from_before_the_list_is_shown_and_has_to_be_corrected_before_an_order(app: Quart) -> None:
    ann = await api_of(app)
    saved = await (await ann.call("POST", "/addresses", ADDRESS)).get_json()
    await write(lambda tx: tx.execute("UPDATE address SET country = 'UK', postal_code = '1'"))
    old = await (await ann.call("GET", f"/addresses/{saved['id']}")).get_json()
    assert (old["country"], old["postal_code"]) == ("UK", "1")
    default = await ann.call("PATCH", f"/addresses/{saved['id']}", {"default_billing": True})
    assert default.status_code == 200
    refused = await errors_of(await place_by_api(ann, shipping_address=None, address_id=saved["id"]))
    words = "This saved address has to be corrected first. country: Use GB instead of UK."
    assert refused == {"address_id": words}
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    assert "1 Mill Lane" in await text_of(await browser.get("/account/addresses"))
    edit = await browser.get(f"/account/addresses/{saved['id']}")
    assert edit.status_code == 200
    page = await browser.post("/checkout/address", page="/checkout", address_id=saved["id"])
    assert (page.status_code, words in await text_of(page)) == (422, True)
    user = await read(lambda tx: tx.fetch_one("SELECT id FROM users WHERE email = 'ann@example.com'"))
    assert user
    assert len(await read(lambda tx: address_book.book(tx, user["id"]))) == 1


async def test_the_bill_goes_to_a_country_too(app: Quart) -> None:
    browser = await guest_with_cart(app)
    form = {**await checkout_form(browser), "email": "g@example.com", "billing_different": "1"}
    bill = {f"billing_{name}": text for name, text in ADDRESS.items()}
    refused = await browser.client.post("/checkout", form={**form, **bill, "billing_country": "UK"})
    assert (refused.status_code, "Use GB instead of UK." in await text_of(refused)) == (422, True)
    hong_kong = {"billing_country": "HK", "billing_postal_code": ""}
    form = {**await checkout_form(browser), "email": "g@example.com", "billing_different": "1"}
    assert (await browser.client.post("/checkout", form={**form, **bill, **hong_kong})).status_code == 303
    row = await read(lambda tx: tx.fetch_one("SELECT billing_address FROM orders"))
    assert row
    assert json.loads(row["billing_address"])["country"] == "HK"
