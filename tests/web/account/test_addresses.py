"""The address book: twenty entries, one default for each purpose, on pages and over the API, and at checkout."""

import asyncio
import json
import re
from typing import Any

import pytest
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import read, write
from tests.web.clients import Api, Browser, code_of, make_user
from tests.web.placing import api_body, checkout_form, place_by_api, product_id

pytestmark = pytest.mark.asyncio
MILL = {"name": "Ann", "line1": "1 Mill Lane", "city": "Portland", "postal_code": "97201", "country": "US"}


async def ann_of(app: Quart) -> Api:
    await make_user()
    return await Api(app).log_in("ann@example.com")


async def add(api: Api, **changes: Any) -> Any:
    return await (await api.call("POST", "/addresses", {**MILL, **changes})).get_json()


async def defaults(api: Api) -> dict[str, list[str]]:
    """The streets that are default to send to, and to bill to."""
    items = (await (await api.call("GET", "/addresses")).get_json())["items"]
    kinds = ("default_shipping", "default_billing")
    return {kind: [item["line1"] for item in items if item[kind]] for kind in kinds}


async def test_an_address_is_kept_composed_and_has_a_name_that_can_be_seen(app: Quart) -> None:
    ann = await ann_of(app)
    saved = await add(ann, name="Zoe\u0308\u200b", city="Ko\u0308ln", line2="\u3164")
    assert (saved["name"], saved["city"], saved["line2"]) == ("Zoë", "Köln", "")
    for field in ("name", "line1", "city", "postal_code"):
        for unseen in ("\u200b", "\u3164", "\u202e", "\u2800", "a\u2028b"):
            answer = await ann.call("POST", "/addresses", {**MILL, field: unseen})
            assert (answer.status_code, [each["field"] for each in (await answer.get_json())["errors"]]) == (
                422,
                [field],
            )
    assert (await ann.call("PATCH", f"/addresses/{saved['id']}", {"name": "\u2066\u2069"})).status_code == 422


async def test_an_address_is_added_read_changed_and_deleted(app: Quart) -> None:
    ann = await ann_of(app)
    answer = await ann.call("POST", "/addresses", {**MILL, "country": "us"})
    saved = await answer.get_json()
    assert (answer.status_code, answer.headers["Location"]) == (201, f"/api/v1/addresses/{saved['id']}")
    assert saved == {**MILL, "id": saved["id"], "line2": "", "region": "", "phone": "",
                     "default_shipping": True, "default_billing": True}  # fmt: skip
    path = f"/addresses/{saved['id']}"
    assert await (await ann.call("GET", path)).get_json() == saved
    changed = await (await ann.call("PATCH", path, {"line1": "2 Mill Lane", "phone": "+1 503 555 0100"})).get_json()
    assert changed == {**saved, "line1": "2 Mill Lane", "phone": "+1 503 555 0100"}
    assert (await ann.call("DELETE", path)).status_code == 204
    assert await code_of(await ann.call("GET", path)) == (404, "not_found")


async def test_each_purpose_has_one_default(app: Quart) -> None:
    ann = await ann_of(app)
    await add(ann, line1="first")
    second = await add(ann, line1="second", default_shipping=True)
    assert await defaults(ann) == {"default_shipping": ["second"], "default_billing": ["first"]}
    await ann.call("PATCH", f"/addresses/{second['id']}", {"default_billing": True})
    assert await defaults(ann) == {"default_shipping": ["second"], "default_billing": ["second"]}
    await ann.call("DELETE", f"/addresses/{second['id']}")
    assert await defaults(ann) == {"default_shipping": ["first"], "default_billing": ["first"]}


async def test_the_twenty_first_is_refused_also_when_all_come_at_once(app: Quart) -> None:
    ann = await ann_of(app)
    answers = await asyncio.gather(*(ann.call("POST", "/addresses", {**MILL, "line1": str(n)}) for n in range(25)))
    assert sorted(answer.status_code for answer in answers) == [201] * 20 + [409] * 5
    assert await code_of(await ann.call("POST", "/addresses", MILL)) == (409, "address_book_full")
    book = await (await ann.call("GET", "/addresses?per_page=15&page=2")).get_json()
    assert (len(book["items"]), book["total"], book["pages"]) == (5, 20, 2)


async def test_other_peoples_addresses_are_not_there(app: Quart) -> None:
    ann = await ann_of(app)
    saved = await add(ann)
    await make_user("eve@example.com")
    eve = await Api(app).log_in("eve@example.com")
    for method, body in (("GET", None), ("PATCH", {"line1": "mine"}), ("DELETE", None)):
        assert await code_of(await eve.call(method, f"/addresses/{saved['id']}", body)) == (404, "not_found")
    assert await (await ann.call("GET", f"/addresses/{saved['id']}")).get_json() == saved
    page = Browser(app)
    await page.log_in("eve@example.com")
    assert (await page.get(f"/account/addresses/{saved['id']}")).status_code == 404
    assert (await page.post(f"/account/addresses/{saved['id']}/removal")).status_code == 404
    assert (await page.post(f"/account/addresses/{saved['id']}", **MILL)).status_code == 404
    assert (await ann.call("GET", f"/addresses/{saved['id']}")).status_code == 200


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"), ({"city": None}, "city"), ({"country": "USA"}, "country"), ({"line1": 5}, "line1"),
        ({"phone": "1" * 41}, "phone"), ({"city": "c" * 121}, "city"), ({"region": "a\nb"}, "region"),
        ({"default_shipping": "yes"}, "default_shipping"), ({"user_id": 1}, "user_id"), ({"id": "x"}, "id"),
    ],
)  # fmt: skip
async def test_what_is_wrong_is_named_and_nothing_is_saved(app: Quart, changes: dict[str, Any], field: str) -> None:
    ann = await ann_of(app)
    saved = await add(ann)
    for method, path in (("POST", "/addresses"), ("PATCH", f"/addresses/{saved['id']}")):
        answer = await ann.call(method, path, {**(MILL if method == "POST" else {}), **changes})
        assert answer.status_code == 422
        assert [error["field"] for error in (await answer.get_json())["errors"]] == [field]
    assert (await (await ann.call("GET", "/addresses")).get_json())["items"] == [saved]


@pytest.mark.parametrize("address_id", ["none", "%00", "ä", "x" * 300, "' OR 1=1"])
async def test_an_id_that_cannot_be_is_404(app: Quart, address_id: str) -> None:
    ann = await ann_of(app)
    assert await code_of(await ann.call("GET", f"/addresses/{address_id}")) == (404, "not_found")


async def test_the_book_on_pages(app: Quart) -> None:
    await make_user()
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    assert "No addresses yet" in await (await browser.get("/account/addresses")).get_data(as_text=True)
    short = await browser.post("/account/addresses", page="/account/addresses/new", **{**MILL, "city": ""})
    text = await short.get_data(as_text=True)
    assert (short.status_code, "This field is required." in text, 'value="1 Mill Lane"' in text) == (422, True, True)
    assert (await browser.post("/account/addresses", **MILL)).headers["Location"] == "/account/addresses"
    shown = await (await browser.get("/account/addresses")).get_data(as_text=True)
    assert "1 Mill Lane" in shown
    assert "Ships here by default" in shown
    edit = re.search(r'href="(/account/addresses/[A-Za-z0-9]{20,})"', shown)
    assert edit
    form = await (await browser.get(edit[1])).get_data(as_text=True)
    assert 'value="Portland"' in form
    assert form.count(" checked") == 2
    changed = {**MILL, "line1": "9 <b>Hill</b>", "default_shipping": "true"}
    assert (await browser.post(edit[1], **changed)).status_code == 303
    shown = await (await browser.get("/account/addresses")).get_data(as_text=True)
    assert "9 &lt;b&gt;Hill&lt;/b&gt;" in shown
    assert "Bills here" not in shown
    assert (await browser.post(f"{edit[1]}/removal")).status_code == 303
    assert "No addresses yet" in await (await browser.get("/account/addresses")).get_data(as_text=True)


async def test_an_order_copies_the_saved_address_and_keeps_it(app: Quart) -> None:
    await write(seed_demo)
    ann = await ann_of(app)
    saved = await add(ann, line2="Flat 3")
    answer = await place_by_api(ann, shipping_address=None, address_id=saved["id"])
    placed = await answer.get_json()
    assert answer.status_code == 202, placed
    expected = {name: saved[name] for name in placed["shipping_address"]}
    assert placed["shipping_address"] == expected
    await ann.call("PATCH", f"/addresses/{saved['id']}", {"line1": "elsewhere"})
    await ann.call("DELETE", f"/addresses/{saved['id']}")
    assert (await (await ann.call("GET", f"/orders/{placed['id']}")).get_json())["shipping_address"] == expected
    body = api_body(shipping_address=None, address_id=saved["id"])
    again = await ann.call("POST", "/orders", body, **{"Idempotency-Key": "key-1"})
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (202, "true")
    assert await again.get_json() == placed


async def test_an_address_that_is_not_ones_own_cannot_be_ordered_to(app: Quart) -> None:
    await write(seed_demo)
    ann = await ann_of(app)
    saved = await add(ann)
    await make_user("eve@example.com")
    eve = await Api(app).log_in("eve@example.com")
    for client, changes in (
        (eve, {"shipping_address": None, "address_id": saved["id"]}),
        (ann, {"shipping_address": None, "address_id": "none"}),
        (ann, {"address_id": saved["id"]}),
    ):
        answer = await place_by_api(client, **changes)
        assert answer.status_code == 422
        assert (await answer.get_json())["errors"][0]["field"] == "address_id"
    assert (await read(lambda tx: tx.fetch_one("SELECT count(*) AS n FROM orders")))["n"] == 0


async def test_the_checkout_page_takes_a_saved_address(app: Quart) -> None:
    await write(seed_demo)
    ann = await ann_of(app)
    saved = await add(ann, line1="7 Saved Street")
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    await browser.post("/cart/items", product_id=await product_id())
    form = {**await checkout_form(browser), **dict.fromkeys(MILL, ""), "address_id": saved["id"]}
    gone = await browser.client.post("/checkout", form={**form, "address_id": "gone"})
    assert gone.status_code == 422
    assert "There is no such saved address" in await gone.get_data(as_text=True)
    assert (await browser.client.post("/checkout", form=form)).status_code == 303
    row = await read(lambda tx: tx.fetch_one("SELECT shipping_address FROM orders"))
    assert json.loads(row["shipping_address"])["line1"] == "7 Saved Street"
