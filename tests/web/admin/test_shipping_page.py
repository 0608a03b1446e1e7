"""The ways of shipping, as an admin sets them and a shopper meets them."""

import pytest
import pytest_asyncio
from quart import Quart

from models.audit import audit_log
from models.audit.audit_log import AuditQuery
from models.catalog.seed import seed_demo
from models.database import read, write
from models.shipping import shipping_methods
from models.shipping.shipping_methods import ShippingMethodView
from tests.web.clients import Browser, make_user
from tests.web.placing import ADDRESS, product_id
from tests.web.shop.test_checkout_pages import text_of

pytestmark = pytest.mark.asyncio
BIKE = {"code": "bike", "name": "Cargo bike", "promise": "today", "countries": "us, ca", "price": "7.50", "is_new": "1"}


@pytest_asyncio.fixture
async def root(app: Quart) -> Browser:
    await make_user("root@example.com", role="admin")
    browser = Browser(app)
    await browser.log_in("root@example.com")
    return browser


async def method(code: str) -> ShippingMethodView:
    return next(
        each for each in await read(lambda tx: shipping_methods.methods(tx, include_inactive=True)) if each.code == code
    )


async def test_what_an_admin_adds_is_offered_where_it_goes(app: Quart, root: Browser) -> None:
    answer = await root.post("/admin/shipping", **BIKE, free_from="30", position="5", is_active="1")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/admin/shipping")
    assert await method("bike") == ShippingMethodView(
        "bike", "Cargo bike", "today", ("US", "CA"), 750, 3000, 5, is_active=True
    )
    await write(seed_demo)
    guest = Browser(app)
    await guest.post("/cart/items", product_id=await product_id())
    await guest.post("/checkout/address", **ADDRESS, email="g@example.com")
    page = await text_of(await guest.get("/checkout/shipping"))
    assert "Cargo bike" in page
    assert "$7.50" in page
    assert "Free from $30.00" in page
    await guest.post("/checkout/address", **{**ADDRESS, "country": "FR"}, email="g@example.com")
    assert "Cargo bike" not in await text_of(await guest.get("/checkout/shipping"))


async def test_what_is_changed_stays_the_same_way_and_can_be_put_away(root: Browser) -> None:
    changed = await root.post("/admin/shipping", code="express", name="Courier", price="20", countries="US")
    assert changed.status_code == 303
    assert await method("express") == ShippingMethodView(
        "express", "Courier", "", ("US",), 2000, None, 0, is_active=False
    )
    assert "Courier" in await text_of(await root.get("/admin/shipping"))
    (entry,) = (await read(lambda tx: audit_log.entries(tx, AuditQuery(action="shipping.save")))).items
    assert (entry.before["name"], entry.after["name"]) == ("Express", "Courier")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"price": "a lot"}, "Enter an amount such as 25 or 19.90."),
        ({"price": "-1"}, "Enter an amount such as 25 or 19.90."),
        ({"free_from": "1e9"}, "Enter an amount such as 25 or 19.90."),
        ({"countries": "USA"}, "Use the two letters of each country"),
        ({"code": "standard"}, "There is one with this code already."),
        ({"code": "drone", "is_new": ""}, "no such way of shipping"),
        ({"code": "<b>"}, "marked"),
        ({"name": ""}, "This field is required."),
        ({"position": "x"}, "whole number"),
        ({"position": "99999999999999999999"}, "marked"),
    ],
)
async def test_what_will_not_do_is_refused_in_words(root: Browser, changes: dict[str, str], words: str) -> None:
    answer = await root.post("/admin/shipping", **{**BIKE, **changes})
    assert answer.status_code == 422
    if words != "marked" and changes.get("is_new") != "":
        assert words in await text_of(answer)
    assert {each.code for each in await read(lambda tx: shipping_methods.methods(tx, include_inactive=True))} == {
        "standard",
        "express",
    }
