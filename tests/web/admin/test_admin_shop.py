"""Orders, products, categories, stock, customers, mail and the audit log behind the shop, by hand."""

import io
import re
from typing import Any
from urllib.parse import urlencode

import pytest
import pytest_asyncio
from PIL import Image
from quart import Quart
from werkzeug.datastructures import FileStorage

from models.database import read, write
from tests.journeys.story import books_are_clean
from tests.stack import uses_postgres
from tests.web.clients import PASSWORD, Browser, text_of
from tests.web.placing import drain, place_by_page, product_id

pytestmark = pytest.mark.asyncio
NEW = {
    "name": "Oak Stool",
    "sku": "STOOL-1",
    "price": "89.50",
    "description": "Three legs.",
    "on_hand": "7",
    "low_stock_threshold": "2",
}


async def one(sql: str, *values: Any) -> Any:
    row = await read(lambda tx: tx.fetch_one(sql, *values))
    assert row is not None
    return row


async def category_id() -> str:
    return str((await one("SELECT public_id FROM category ORDER BY id LIMIT 1"))["public_id"])


@pytest_asyncio.fixture
async def order(root: Browser, ann: Browser) -> str:
    """A confirmed order; its path behind the shop."""
    path = await place_by_page(ann)
    await drain()
    return path.replace("/orders/", "/admin/orders/")


async def test_orders_are_found_by_number_mail_and_status(root: Browser, order: str) -> None:
    for query in ("", "?q=CW-10001", "?q=10001", "?q=ann@ex", "?status=confirmed"):
        page = await text_of(await root.get(f"/admin/orders{query}"))
        assert f'href="{order}"' in page
        assert f'action="{order}/shipment"' in page
        assert f'action="{order}/cancellation"' in page
    for query in ("?q=CW-10002", "?q=bob", "?status=shipped"):
        assert "No order fits" in await text_of(await root.get(f"/admin/orders{query}"))
    assert (await root.get("/admin/orders?status=lost")).status_code == 422


async def test_an_order_is_shipped_and_delivered_and_then_offers_nothing(root: Browser, order: str) -> None:
    assert 'id="ship"' in await text_of(await root.get(order))
    assert (await root.post(f"{order}/shipment", carrier="Post", tracking="T-1")).status_code == 303
    page = await text_of(await root.get(order))
    assert "T-1" in page
    assert 'id="ship"' not in page
    refused = await text_of(await root.post(f"{order}/cancellation"), 409)
    assert "shipped cannot become cancelled" in refused
    assert "Mark as delivered" in refused
    await root.post(f"{order}/delivery")
    page = await text_of(await root.get("/admin/orders"))
    assert f'action="{order}' not in page
    await drain()
    await books_are_clean()


async def test_a_cancellation_says_what_it_undoes(root: Browser, ann: Browser, order: str) -> None:
    page = await text_of(await root.get(order))
    for words in ("goes back on sale", "the payment is refunded", "is told of the cancellation"):
        assert words in page
    fresh = (await place_by_page(ann)).replace("/orders/", "/admin/orders/")
    assert "cancelling is certain and at once" in await text_of(await root.get(fresh))
    assert (await root.post(f"{order}/cancellation", reason="The kiln broke.")).status_code == 303
    await drain()
    page = await text_of(await root.get(order))
    assert "The kiln broke." in page
    assert "Refund refunded" in page
    await books_are_clean()


async def test_one_timeline_tells_everything_in_one_order(root: Browser, order: str) -> None:
    page = await text_of(await root.get(order))
    timeline = page.partition("Everything that happened")[2]
    told = [
        "Order placed",
        "order.process enqueued",
        "order.process taken up, attempt 1",
        "Stock hold: SKU-0001",
        "Charge captured",
        "Payment taken, order confirmed",
        "mail.order succeeded, attempt 1",
        "Mail recorded: Order CW-10001 is confirmed",
    ]
    assert [words for words in told if words not in timeline] == []
    times = re.findall(r'datetime="([^"]+)"', timeline)
    assert times == sorted(times)
    assert len(times) > 10
    assert 'id="job-' in page


async def test_money_is_given_back_in_part(root: Browser, order: str) -> None:
    total = (await one("SELECT total_cents FROM orders"))["total_cents"]
    assert "all that is left" in await text_of(await root.get(order))
    for amount in ("many", "-1", "1.234", "99999"):
        assert (await root.post(f"{order}/refund", amount=amount)).status_code in (409, 422)
    assert (await root.post(f"{order}/refund", amount="1.50", reason="a scratch")).status_code == 303
    await drain()
    cents = total - 150
    assert f"all that is left, ${cents // 100}.{cents % 100:02d}" in await text_of(await root.get(order))


async def test_notes_are_for_the_shop_alone(root: Browser, ann: Browser, order: str) -> None:
    await root.post(f"{order}/notes", text="Call <b>first</b>")
    assert "Call &lt;b&gt;first&lt;/b&gt;" in await text_of(await root.get(order))
    assert "Call" not in await text_of(await ann.get(order.replace("/admin", "")))
    assert (await root.post(f"{order}/notes", text="  ")).status_code == 422


async def test_a_new_product_can_be_bought_and_restocked_at_once(root: Browser, ann: Browser) -> None:
    answer = await root.post("/admin/products", category_id=await category_id(), **NEW)
    assert answer.status_code == 303
    path = answer.headers["Location"]
    page = await text_of(await root.get(path))
    assert 'value="89.50"' in page
    assert "Oak Stool" in await text_of(await root.get("/admin/products?q=stool"))
    public_id = path.rpartition("/")[2]
    assert (await ann.post("/cart/items", product_id=public_id, quantity="2")).status_code in (200, 303)
    assert (await root.post(f"/admin/inventory/{public_id}/restock", quantity="3")).status_code == 303
    assert (await one("SELECT on_hand FROM inventory ORDER BY product_id DESC LIMIT 1"))["on_hand"] == 10
    await books_are_clean()


@pytest.mark.parametrize(
    ("changes", "status", "words"),
    [
        ({"sku": "sku-0001"}, 409, "SKU"),
        ({"sku": "has space"}, 422, "letters, digits"),
        ({"name": ""}, 422, "1 to 200"),
        ({"price": "free"}, 422, "such as 12.99"),
        ({"price": "0"}, 422, "price"),
        ({"on_hand": "-1"}, 422, "whole number"),
        ({"low_stock_threshold": "x"}, 422, "whole number"),
        ({"category_id": "none"}, 422, "no such category"),
        ({"category_id": ""}, 422, "no such category"),
    ],
)
async def test_a_bad_product_is_refused_beside_its_field(
    root: Browser, changes: dict[str, str], status: int, words: str
) -> None:
    before = await one("SELECT count(*) AS products FROM product")
    fields = {"category_id": await category_id(), **NEW, **changes}
    page = await text_of(await root.post("/admin/products", **fields), status)
    assert words in page
    assert 'value="STOOL-1"' in page or "sku" in changes
    assert "Three legs." in page
    assert (await one("SELECT count(*) AS products FROM product"))["products"] == before["products"]


async def test_a_product_is_changed_retired_and_brought_back(root: Browser, ann: Browser, order: str) -> None:
    public_id = await product_id()
    path = f"/admin/products/{public_id}"
    fields = {"name": "Renamed Mug", "sku": "SKU-0001", "price": "5", "description": "", "version": "1"}
    assert (await root.post(path, category_id=await category_id(), **fields)).status_code == 303
    late = {**fields, "price": "7", "name": "My Mug"}
    page = await text_of(await root.post(path, category_id=await category_id(), **late), 409)
    assert "Somebody else has changed this product" in page
    assert 'name="name" type="text" value="Renamed Mug"' in page
    assert '<dt>Name</dt><dd class="break-words">My Mug</dd>' in page
    assert "Renamed Mug" not in (await text_of(await root.get(order))).partition("Everything")[0]
    version = (await one("SELECT version FROM product WHERE public_id = ?", public_id))["version"]
    fields |= {"category_id": await category_id(), "version": str(version)}
    await root.post(path, **{**fields, "status": "retired"})
    assert (await ann.get(f"/products/{public_id}", follow_redirects=True)).status_code == 404
    assert "Renamed Mug" in await text_of(await root.get("/admin/products?status=retired"))
    await root.post(path, **{**fields, "status": "active", "version": str(version + 1)})
    assert (await ann.get(f"/products/{public_id}", follow_redirects=True)).status_code == 200
    log = await text_of(await root.get(f"/admin/audit?object_type=product&object_id={public_id}"))
    for words in ("product.change", "product.retire", "product.restore", "root@example.com", "Renamed Mug"):
        assert words in log


async def test_categories_are_opened_renamed_and_closed_when_empty(root: Browser) -> None:
    assert (await root.post("/admin/categories", name="Lamps")).status_code == 303
    assert "There is" in await text_of(await root.post("/admin/categories", name="LAMPS"), 409)
    lamps = (await one("SELECT public_id FROM category WHERE name = 'Lamps'"))["public_id"]
    assert (await root.post(f"/admin/categories/{lamps}", name="Lights", place="2")).status_code == 303
    page = await text_of(await root.get("/admin/categories"))
    names = re.findall(r'name="name" value="([^"]+)"', page)
    assert (names[1], len(names), names.count("Lights")) == ("Lights", 9, 1)
    assert (await root.post(f"/admin/categories/{lamps}", name="Lights", place="1")).status_code == 303
    page = await text_of(await root.get("/admin/categories"))
    assert re.findall(r'name="name" value="([^"]+)"', page)[:2] == ["Lights", names[0]]
    for fields, words in (
        ({"name": "", "place": "1"}, "1 to 80 characters"),
        ({"name": "Lights", "place": "x"}, "whole number"),
        ({"name": "Lights", "place": "10"}, "Places are 1 to 9"),
        ({"name": "Lights", "place": "0"}, "Places are 1 to 9"),
    ):
        refused = await text_of(await root.post(f"/admin/categories/{lamps}", **fields), 422)
        assert re.search(rf'id="(name|place)-{lamps}-error">[^<]*{words}', refused)
    full = await text_of(await root.post(f"/admin/categories/{await category_id()}/deletion"), 409)
    assert "products stand in it" in full
    assert (await root.post(f"/admin/categories/{lamps}/deletion")).status_code == 303
    assert "Lights" not in await text_of(await root.get("/admin/categories"))


async def test_stock_is_counted_and_never_below_what_is_promised(root: Browser, order: str) -> None:
    public_id = await product_id()
    path = f"/admin/inventory/{public_id}"
    page = await text_of(await root.get(path))
    assert "hold" in page
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version is not None
    fields = {"low_stock_threshold": "5", "reason": "shelf"}
    refused = await text_of(await root.post(f"{path}/count", on_hand="0", version=version[1], **fields), 409)
    assert "reserved for orders" in refused
    silent = {**fields, "reason": " "}
    page = await text_of(await root.post(f"{path}/count", on_hand="3", version=version[1], **silent), 422)
    assert "Say why the count changes." in page
    assert (await root.post(f"{path}/count", on_hand="3", version=version[1], **fields)).status_code == 303
    me = (await one("SELECT public_id FROM users WHERE email = 'root@example.com'"))["public_id"]
    by = f'<a class="link" href="/admin/customers/{me}">'
    assert by in await text_of(await root.get(path))
    log = await text_of(await root.get("/admin/audit?action=stock.adjust"))
    assert by in log
    assert f'href="/admin/products/{public_id}"' in log
    assert (await root.post(f"{path}/count", on_hand="9", version=version[1], **fields)).status_code == 409
    assert "2 left" in await text_of(await root.get("/admin/inventory?low=1"))
    for quantity in ("0", "-3", "1.5", "", "9" * 12):
        assert (await root.post(f"{path}/restock", quantity=quantity)).status_code == 422
    await drain()
    await books_are_clean()


async def test_an_account_is_switched_off_and_the_last_owner_stays(app: Quart, root: Browser, ann: Browser) -> None:
    ids = {
        email: (await one("SELECT public_id FROM users WHERE email = ?", email))["public_id"]
        for email in ("ann@example.com", "root@example.com")
    }
    customer, last = (f"/admin/customers/{ids[email]}" for email in ids)
    assert "ann@example.com" in await text_of(await root.get("/admin/customers?q=ann"))
    assert (await root.post(f"{customer}/disabling")).status_code == 303
    assert (await ann.get("/auth/profile")).status_code == 303
    assert (await Browser(app).log_in("ann@example.com")).status_code == 401
    await root.post(f"{customer}/enabling")
    assert (await Browser(app).log_in("ann@example.com")).status_code == 303
    for verb in ("disabling", "demotion"):
        assert "the last owner" in await text_of(await root.post(f"{last}/{verb}"), 409)
    await root.post(f"{customer}/promotion", current_password=PASSWORD)
    promoted = Browser(app)
    await promoted.log_in("ann@example.com")
    assert (await promoted.get("/admin")).status_code == 303  # first of all a password that is fit for admins
    new = {"current_password": PASSWORD, "new_password": "amber-lantern-meadow-17"}
    assert (await promoted.post("/auth/change-password", **{**new, "new_password": "amber-lant-17"})).status_code == 422
    assert (await promoted.post("/auth/change-password", **new)).status_code == 303
    assert (await promoted.get("/admin")).status_code == 200
    await root.post(f"{customer}/demotion")
    assert (await promoted.get("/admin")).status_code in (303, 403)
    log = await text_of(await root.get("/admin/audit?object_type=account"))
    for words in ("account.disable", "account.enable", "account.role", "is_active: True", "is_active: False"):
        assert words in log


async def test_nobody_is_made_admin_without_the_password_of_the_admin_who_does_it(root: Browser, ann: Browser) -> None:
    account = (await one("SELECT public_id FROM users WHERE email = 'ann@example.com'"))["public_id"]
    path = f"/admin/customers/{account}/promotion"
    for given in ({}, {"current_password": ""}, {"current_password": "wrong-otter-canyon-42"}):
        page = await text_of(await root.post(path, **given), 422)
        assert "not your current password" in page
    for _ in range(5):
        refused = await root.post(path, current_password="wrong-otter-canyon-42")
    assert refused.status_code in (422, 429)
    assert (await one("SELECT role FROM users WHERE email = 'ann@example.com'"))["role"] == "customer"
    assert (await ann.get("/auth/profile")).status_code == 200


async def test_a_mail_that_could_not_be_delivered_goes_to_a_mended_address(root: Browser, order: str) -> None:
    mail = (await one("SELECT public_id FROM email_message"))["public_id"]
    await write(lambda tx: tx.execute("UPDATE email_message SET state = 'undeliverable', last_error = '550 no'"))
    assert "550 no" in await text_of(await root.get("/admin/emails?state=undeliverable&order=CW-10001"))
    assert "No mail fits" in await text_of(await root.get("/admin/emails?state=queued"))
    assert (await root.get("/admin/emails?state=lost")).status_code == 422
    assert (await root.get("/admin/emails?order=abc")).status_code == 422
    path = f"/admin/emails/{mail}"
    assert "Send it again" in await text_of(await root.get(path))
    assert (await root.post(f"{path}/resend", recipient="no address")).status_code == 422
    assert (await root.post(f"{path}/resend", recipient="new@example.com")).status_code == 303
    assert "this one is queued" in await text_of(await root.post(f"{path}/resend"), 409)
    await drain()
    row = await one("SELECT state, recipient, message_id FROM email_message")
    assert (row["state"], row["recipient"]) == ("recorded", "new@example.com")
    await books_are_clean()


async def test_the_integrity_page_says_what_doctor_says(root: Browser, order: str) -> None:
    async def checked() -> str:
        assert (await root.post("/admin/doctor/check")).status_code == 303
        await drain()
        return await text_of(await root.get("/admin/doctor"))

    assert "have not been checked" in await text_of(await root.get("/admin/doctor"))
    page = await checked()
    assert "The books are right" in page
    for words in ("SQLite" if not uses_postgres() else "PostgreSQL", "GB free", "agree", "development", "backup yet"):
        assert words in page
    await write(lambda tx: tx.execute("UPDATE inventory SET on_hand = on_hand + 1 WHERE product_id = 1"))
    page = await checked()
    assert "1 thing is wrong" in page
    assert "I2" in page
    assert f'<a class="link" href="/admin/inventory/{await product_id()}">SKU-0001</a>: ' in page
    wrong = "UPDATE orders SET subtotal_cents = subtotal_cents + 1, total_cents = total_cents + 1"
    await write(lambda tx: tx.execute(wrong))
    assert f'<a class="link" href="{order}">order CW-10001</a>' in await checked()


async def test_bad_dates_and_numbers_in_addresses_are_no_errors_of_ours(root: Browser) -> None:
    assert (await root.get("/admin/audit?since=yesterday")).status_code == 422
    assert (await root.get("/admin/audit?until=2026-11-23")).status_code == 200
    for path in ("/admin/products", "/admin/inventory", "/admin/customers", "/admin/orders"):
        assert (await root.get(f"{path}?page=abc&q={'x' * 300}")).status_code == 422
        for number in ("999999", "9" * 30):
            past = await root.get(f"{path}?page={number}&q=")
            assert (past.status_code, "Go to page" in await text_of(past, 404)) == (404, True)
    for path in ("/admin/products/none", "/admin/inventory/none", "/admin/orders/none", "/admin/emails/none"):
        assert (await root.get(path)).status_code == 404


async def test_analytics_are_drawn_tabled_and_filed(root: Browser, ann: Browser, order: str) -> None:
    await write(lambda tx: tx.execute("UPDATE product SET name = '=1+1 café 😀 ж' WHERE sku = 'SKU-0001'"))
    page = await text_of(await root.get("/admin/analytics"))
    total = (await one("SELECT total_cents FROM orders"))["total_cents"]
    assert f"<b>${total // 100}.{total % 100:02d}</b><span>revenue</span>" in page
    assert "<b>1</b><span>new customers</span>" in page
    assert "&#34;revenue&#34;: [" in page
    answer = await root.get("/admin/analytics/files/products?days=7")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    table = await answer.get_data(as_text=False)
    assert table.startswith(b"\xef\xbb\xbfsku,name,units,sales\r\n")  # a spreadsheet knows UTF-8 by this mark
    assert re.search(r"SKU-0001,'=1\+1 café 😀 ж,1,\d+\.\d\d\r", table.decode())
    days = await (await root.get("/admin/analytics/files/days?days=7")).get_data(as_text=True)
    assert days.count("\n") == 8
    for path in ("?since=2020-01-01", "?since=x", "?since=2026-11-20&until=2026-11-01", "/files/nothing"):
        assert (await root.get(f"/admin/analytics{path}")).status_code == 422


async def test_a_webhook_is_registered_tested_rotated_and_switched(root: Browser, order: str) -> None:
    fields = {"url": "https://receiver.example.com/hook", "note": "the warehouse"}
    refused = await text_of(await root.post("/admin/webhooks", url="http://127.0.0.1/", events="order.*"), 422)
    assert 'value="http://127.0.0.1/"' in refused
    assert (await root.post("/admin/webhooks", **fields)).status_code == 422
    assert (await root.post("/admin/webhooks", events="no.such", **fields)).status_code == 422
    made = await text_of(await root.post("/admin/webhooks", events="order.*", **fields))
    secret = re.search(r'id="secret">(whsec_[^<]+)<', made)
    assert secret is not None
    path = f"/admin/webhooks/{(await one('SELECT public_id FROM webhook_endpoint'))['public_id']}"
    assert secret[1] not in await text_of(await root.get(path))
    assert "the warehouse" in await text_of(await root.get("/admin/webhooks"))
    assert (await root.post(f"{path}/test")).status_code == 303
    sent = await text_of(await root.get(path))
    assert "webhook.test" in sent
    delivery = (await one("SELECT webhook_id FROM webhook_delivery"))["webhook_id"]
    assert "on its way already" in await text_of(await root.post(f"{path}/deliveries/{delivery}/redelivery"), 409)
    rotated = re.search(r'id="secret">(whsec_[^<]+)<', await text_of(await root.post(f"{path}/secret")))
    assert rotated is not None
    assert rotated[1] != secret[1]
    await root.post(f"{path}/state", state="disabled")
    assert (await root.post(f"{path}/redelivery", hours="24")).status_code == 409
    await root.post(f"{path}/state", state="active")
    assert (await root.post(f"{path}/redelivery", hours="24")).status_code == 303
    assert (await root.post(f"{path}/redelivery", hours="7")).status_code == 422
    assert (await root.post(f"{path}/state", state="gone")).status_code == 422
    changed = {**fields, "url": "https://other.example.com/hook", "events": "stock.*"}
    assert (await root.post(path, **changed)).status_code == 303
    assert "other.example.com" in await text_of(await root.get(path))
    assert (await root.post(f"{path}/deletion")).status_code == 303
    assert (await root.get(path)).status_code == 404


async def saved(path: str, **changes: str) -> dict[str, str]:
    """The form of a product as it stands, with these changes."""
    its = await one(
        "SELECT p.sku, p.name, p.description, p.price_cents, p.version, c.public_id AS category_id FROM product p"
        " JOIN category c ON c.id = p.category_id WHERE p.public_id = ?",
        path.rpartition("/")[2],
    )
    kept = {name: str(its[name]) for name in ("sku", "name", "description", "version", "category_id")}
    return {**kept, "price": f"{its['price_cents'] / 100:.2f}", **changes}


async def save(root: Browser, path: str, **changes: str) -> Any:
    return await root.post(path, **await saved(path, **changes))


async def hang(root: Browser, path: str, content: bytes, alt: str = "", **changes: str) -> Any:
    form = {"csrf_token": await root.token(), **await saved(path, alt=alt, **changes)}
    file = FileStorage(io.BytesIO(content), filename="x.png", content_type="image/png")
    return await root.client.post(path, form=form, files={"picture": file})


def a_picture(colour: str, size: tuple[int, int] = (64, 64)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


async def test_pictures_are_hung_ordered_described_and_taken_down(root: Browser, ann: Browser) -> None:
    answer = await root.post("/admin/products", category_id=await category_id(), **NEW)
    path = answer.headers["Location"]
    public_id = path.rpartition("/")[2]
    assert (await hang(root, path, a_picture("red"), "From the front")).status_code == 303
    assert (await hang(root, path, a_picture("blue"))).status_code == 303
    shop = await text_of(await ann.get(f"/products/{public_id}", follow_redirects=True))
    files = re.findall(r"/media/[0-9a-f]{32}\.webp", shop)
    assert len(set(files)) == 2
    assert 'alt="From the front"' in shop
    served = await ann.get(files[0])
    assert served.headers["Content-Type"] == "image/webp"
    assert "immutable" in served.headers["Cache-Control"]
    assert (await ann.get(files[0], headers={"If-None-Match": served.headers["ETag"]})).status_code == 304
    ids = re.findall(r'name="alt-(\d+)"', await text_of(await root.get(path)))
    await save(root, path, **{f"alt-{ids[1]}": "From <b>behind</b>", "first": ids[1]})
    shop = await text_of(await ann.get(f"/products/{public_id}", follow_redirects=True))
    assert "From &lt;b&gt;behind&lt;/b&gt;" in shop
    assert re.findall(r"/media/[0-9a-f]{32}\.webp", shop)[0] != files[0]
    assert (await save(root, path, remove=ids[0])).status_code == 303
    assert (await ann.get(files[0])).status_code == 404
    assert (await save(root, path, remove="x")).status_code == 422
    longer = {f"alt-{ids[1]}": "x" * 201, "name": "Not this"}
    assert "at most 200" in await text_of(await save(root, path, **longer), 422)
    assert "Oak Stool" in await text_of(await root.get(path))  # all of a form is saved, or nothing


async def test_a_fake_picture_and_a_ninth_are_refused(root: Browser) -> None:
    path = f"/admin/products/{await product_id('SKU-0050')}"
    before = (await one("SELECT count(*) AS images FROM product_image"))["images"]
    for content in (b"<svg onload='alert(1)'>", a_picture("red")[:50]):
        assert "picture-error" in await text_of(await hang(root, path, content), 422)
    assert (await hang(root, path, b"\0" * (6 * 1024 * 1024))).status_code == 413
    assert (await one("SELECT count(*) AS images FROM product_image"))["images"] == before
    own = (await one("SELECT count(*) AS images FROM product_image m JOIN product p ON p.id = m.product_id"
                     " WHERE p.sku = 'SKU-0050'"))["images"]  # fmt: skip
    for number in range(8 - own):
        assert (await hang(root, path, a_picture(f"#0000{number:02x}"))).status_code == 303
    assert "at most 8 pictures" in await text_of(await hang(root, path, a_picture("white")), 409)
    assert "at most 8 pictures" in await text_of(await hang(root, path, b"not looked at"), 409)
    none_of_these = await hang(root, path, b"not looked at", remove="987654321")
    assert "at most 8 pictures" in await text_of(none_of_these, 409)
    big = a_picture("green", (1500, 1500)) + b"\0" * (2 * 1024 * 1024)  # more than other pages take
    assert (await hang(root, path, big)).status_code == 409


async def test_several_orders_are_picked_and_shipped_with_a_result_each(
    root: Browser, ann: Browser, order: str
) -> None:
    other = (await place_by_page(ann)).replace("/orders/", "/admin/orders/")
    waiting = (await place_by_page(ann)).replace("/orders/", "/admin/orders/")
    await write(lambda tx: tx.execute("UPDATE job SET run_at = run_at + 3600000 WHERE subject_id = 3"))
    await drain()
    ids = [path.rpartition("/")[2] for path in (order, other, waiting)]
    assert 'form="several"' in await text_of(await root.get("/admin/orders"))
    page = await text_of(await root.get(f"/admin/orders/several?order={'&order='.join(ids)}"))
    assert re.search(r'SKU-0001</th><td>.+?<span>[^<]+</span></div></td> ?<td class="num">2<', page)
    assert "Mark all 2 as shipped" in page
    assert "It cannot be shipped now" in page
    await root.post(f"{other}/cancellation")
    form = {"csrf_token": await root.token(), "carrier": "Post", f"tracking-{ids[0]}": "T-9", "order": ids}
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await root.client.post("/admin/orders/shipments", data=urlencode(form, doseq=True), headers=headers)
    page = await text_of(answer)
    assert page.count("Shipped just now") == 1
    assert "cancelled cannot become shipped" in page
    assert "pending cannot become shipped" in page
    assert "T-9" in await text_of(await root.get(order))
    assert (await root.get("/admin/orders/several")).status_code == 422
    assert (await root.get(f"/admin/orders/several?{'&'.join(['order=x'] * 101)}")).status_code == 422


async def test_rich_text_is_cut_to_what_is_safe(root: Browser, ann: Browser) -> None:
    public_id = await product_id()
    path = f"/admin/products/{public_id}"
    html = '<p onclick="x()">Made of <strong>oak</strong>.</p><script>alert(1)</script><img src=x onerror=alert(2)>'
    assert (await save(root, path, details=html)).status_code == 303
    shown = await text_of(await ann.get(f"/products/{public_id}", follow_redirects=True))
    assert "<p>Made of <strong>oak</strong>.</p>" in shown
    for unsafe in ("alert(1)", "onclick", "onerror"):
        assert unsafe not in shown
    assert "&lt;strong&gt;oak" in await text_of(await root.get(path))
    assert (await save(root, path, details="x" * 20_001)).status_code == 422
    assert (await root.post("/admin/products/none", **await saved(path))).status_code == 404
    await save(root, path, details="Salt & pepper,\nmilled.\n\nNew.")
    shown = await text_of(await ann.get(f"/products/{public_id}", follow_redirects=True))
    assert "<p>Salt &amp; pepper,<br>milled.</p><p>New.</p>" in shown  # written without an editor and without markup
    assert "product.change" in await text_of(await root.get(f"/admin/audit?object_id={public_id}"))
