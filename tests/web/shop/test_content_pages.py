"""The shop's own pages: what their owner writes, what visitors read, and consent to the terms with an order."""

from typing import Any

import pytest
from quart import Quart

from models.content.content_pages import TITLES
from models.database import read, write
from tests.web.clients import Api, Browser, text_of
from tests.web.placing import api_body, checkout_form, place_by_api, product_id

pytestmark = pytest.mark.asyncio
EVIL = '<p onclick="x()">Hello <script>alert(1)</script><a href="javascript:x()">there</a><img src=x onerror=x()></p>'


async def save(root: Browser, slug: str, body: str, version: int = 1, **fields: str) -> Any:
    return await root.post(f"/admin/pages/{slug}", body=body, version=str(version), **fields)


async def ask_consent(root: Browser) -> None:
    assert (await save(root, "terms", "<p>Our terms</p>", asks_consent="1")).status_code == 303


async def orders() -> list[Any]:
    return list(await read(lambda tx: tx.fetch("SELECT terms_version FROM orders")))


async def in_cart(browser: Browser) -> dict[str, str]:
    """A mug in the cart, and the checkout's form for it."""
    await browser.post("/cart/items", product_id=await product_id(), quantity="1")
    return await checkout_form(browser)


async def test_the_footer_of_every_page_leads_to_each_of_them(ann: Browser) -> None:
    for path in ("/", "/cart", "/products", "/auth/profile", "/nowhere"):
        text = " ".join((await (await ann.get(path)).get_data(as_text=True)).split())
        assert [slug for slug in TITLES if f'href="/pages/{slug}"' not in text.rpartition("<footer")[2]] == []
    for slug, title in TITLES.items():
        assert f">{title}</h1>" in await text_of(await ann.get(f"/pages/{slug}"))


async def test_what_was_saved_is_shown_and_what_could_do_harm_is_not(root: Browser, ann: Browser) -> None:
    assert (await save(root, "about", f"<h2>We</h2>{EVIL}")).status_code == 303
    text = await text_of(await ann.get("/pages/about"))
    shown = text.partition("<main")[2].partition("</main>")[0]
    assert "<h2>We</h2><p>Hello " in shown
    assert not any(bad in shown for bad in ("<script", "onclick", "javascript:", "<img", "alert(1)"))


async def test_each_change_is_in_the_audit_log(root: Browser) -> None:
    await save(root, "returns", "<p>Within a year</p>")
    row = await read(lambda tx: tx.fetch_one("SELECT object_id, after FROM audit_entry WHERE action = 'page.change'"))
    assert row is not None
    assert (row["object_id"], "Within a year" in row["after"]) == ("returns", True)


async def test_two_who_write_at_once_do_not_lose_each_others_words(root: Browser, ann: Browser) -> None:
    assert (await save(root, "about", "<p>First</p>")).status_code == 303
    late = await save(root, "about", "<p>Late words</p>")
    assert "Late words" in await text_of(late, 409)
    assert "First" in await text_of(await ann.get("/pages/about"))


@pytest.mark.parametrize(
    ("slug", "body", "version", "status"),
    [("about", "x" * 20_001, "1", 422), ("about", "x", "one", 422), ("nope", "x", "1", 404), ("a%00b", "x", "1", 404)],
)
async def test_what_cannot_be_kept_is_refused(root: Browser, slug: str, body: str, version: str, status: int) -> None:
    answer = await root.post(f"/admin/pages/{slug}", body=body, version=version)
    assert answer.status_code == status


async def test_a_page_that_was_never_written_says_so_and_the_contact_is_always_there(ann: Browser) -> None:
    await write(lambda tx: tx.execute("DELETE FROM content_page"))
    text = await text_of(await ann.get("/pages/returns"))
    assert "not been written yet" in text
    assert 'content="noindex"' in text
    assert "mailto:" in await text_of(await ann.get("/pages/contact"))


async def test_errors_lead_to_the_contact(ann: Browser) -> None:
    assert 'href="/pages/contact"' in (await text_of(await ann.get("/nowhere"), 404)).partition("<footer")[0]


async def test_consent_cannot_be_asked_to_terms_that_say_nothing(root: Browser) -> None:
    assert "Write the terms first" in await text_of(await save(root, "terms", " ", asks_consent="1"), 422)


async def test_nobody_is_asked_where_the_shop_does_not(ann: Browser) -> None:
    form = await in_cart(ann)
    assert (await ann.client.post("/checkout", form=form)).status_code == 303
    assert [row["terms_version"] for row in await orders()] == [None]


async def test_an_order_needs_consent_where_the_shop_asks_and_keeps_which_terms(root: Browser, ann: Browser) -> None:
    await ask_consent(root)
    form = await in_cart(ann)
    refused = await text_of(await ann.client.post("/checkout", form=form), 422)
    assert "Accept the terms of sale to place your order." in refused
    assert 'name="terms_accepted" value="1" required' in refused
    assert await orders() == []
    form = await checkout_form(ann)
    assert (await ann.client.post("/checkout", form={**form, "terms_accepted": "1"})).status_code == 303
    assert [row["terms_version"] for row in await orders()] == [2]
    order = await read(lambda tx: tx.fetch_one("SELECT public_id FROM orders"))
    assert order is not None
    assert "Accepted, version 2" in await text_of(await root.get(f"/admin/orders/{order['public_id']}"))


async def test_consent_is_said_with_the_press_and_not_remembered(root: Browser, ann: Browser) -> None:
    await ask_consent(root)
    form = await in_cart(ann)
    wrong = {**form, "terms_accepted": "1", "city": " "}
    assert (await ann.client.post("/checkout", form=wrong)).status_code == 422
    form = await checkout_form(ann)
    assert "Accept the terms" in await text_of(await ann.client.post("/checkout", form=form), 422)


async def test_the_api_asks_for_the_same(root: Browser, ann: Browser, app: Quart) -> None:
    api = await Api(app).log_in("ann@example.com")
    await ask_consent(root)
    answer = await place_by_api(api)
    problem = await answer.get_json()
    assert (answer.status_code, problem["errors"][0]["field"]) == (422, "terms_accepted")
    answer = await api.call("POST", "/orders", api_body(terms_accepted=True), **{"Idempotency-Key": "key-2"})
    assert answer.status_code == 202
    assert [row["terms_version"] for row in await orders()] == [2]
