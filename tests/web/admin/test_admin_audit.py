"""Every change behind the shop is written down with who, what and why: each form of the admin, one by one."""

import io
from typing import Any
from urllib.parse import urlencode

import pytest
from PIL import Image
from quart import Quart
from werkzeug.datastructures import FileStorage

from models.catalog import product_import
from models.database import read, write
from tests.web.clients import PASSWORD, Browser
from tests.web.placing import ADDRESS, drain, place_by_page
from web.forms.product_table import parse_products

pytestmark = pytest.mark.asyncio


async def one(sql: str, *values: Any) -> Any:
    row = await read(lambda tx: tx.fetch_one(sql, *values))
    assert row is not None, sql
    return row[0]


async def run(sql: str, *values: Any) -> None:
    await write(lambda tx: tx.execute(sql, *values))


DIFFERENCE = """
INSERT INTO payment_discrepancy (public_id, order_id, provider_key, code, words, refund_cents, state, reference,
    found_at, seen_at)
SELECT 'difference', order_id, provider_key, 'amount', 'x', 1, 'open', '', 1, 1 FROM payment LIMIT 1
"""
UNMATCHED = """
INSERT INTO unmatched_charge (public_id, provider_key, number, amount_cents, currency, state, reference, found_at,
    seen_at) VALUES ('charge', 'key', 'CW-1', 1, 'USD', 'open', '', 1, 1)
"""


class Clerk:
    """An admin who presses buttons, and sees after each that exactly this was written down."""

    def __init__(self, app: Quart, root: Browser) -> None:
        self.app, self.root = app, root
        self.pressed: set[str] = set()

    async def press(self, path: str, written: str, file: bytes = b"", name: str = "picture", /, **fields: Any) -> str:
        """Send a form; where it leads."""
        before = await one("SELECT coalesce(max(id), 0) FROM audit_entry")
        adapter = self.app.url_map.bind("localhost")
        self.pressed.add(adapter.match(path, method="POST")[0])
        form = {"csrf_token": await self.root.token(), **fields}
        if file:
            files = {name: FileStorage(io.BytesIO(file), filename="x.png", content_type="image/png")}
            answer = await self.root.client.post(path, form=form, files=files)
        else:
            headers = {"Content-Type": "application/x-www-form-urlencoded"}
            answer = await self.root.client.post(path, data=urlencode(form, doseq=True), headers=headers)
        assert answer.status_code in (200, 303), (path, await answer.get_data(as_text=True))
        row = await read(
            lambda tx: tx.fetch("SELECT action, actor FROM audit_entry WHERE id > ? ORDER BY id LIMIT 1", before)
        )
        assert [tuple(each) for each in row] == [(written, "root@example.com")], path
        return str(answer.headers.get("Location", ""))


def a_picture(colour: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (20, 20), colour).save(file, "PNG")
    return file.getvalue()


async def of_products(clerk: Clerk) -> None:
    category = await clerk.press("/admin/categories", "category.create", name="Lamps")
    category = await one("SELECT public_id FROM category WHERE name = 'Lamps'")
    await clerk.press(f"/admin/categories/{category}", "category.change", name="Lights", place="3")
    await clerk.press(f"/admin/categories/{category}/deletion", "category.delete")
    shelf = await one("SELECT public_id FROM category LIMIT 1")
    fields = {"name": "Stool", "sku": "STOOL", "price": "5", "description": "", "category_id": shelf}
    stock = {"on_hand": "5", "low_stock_threshold": "1"}
    path = await clerk.press("/admin/products", "product.create", **fields, **stock)
    await clerk.press(path, "product.change", **{**fields, "name": "Oak Stool"}, version="1")
    fields["name"] = "Oak Stool"

    async def save(written: str, file: bytes = b"", **changes: Any) -> None:
        version = await one("SELECT version FROM product ORDER BY id DESC LIMIT 1")
        await clerk.press(path, written, file, **{**fields, "version": str(version), **changes})

    await save("product.change", details="<p>Oak.</p>")
    await save("product.retire", status="retired")
    await save("product.restore", status="active")
    await save("product.picture_add", a_picture("red"), alt="x")
    image = await one("SELECT max(id) FROM product_image")
    await save("product.picture_change", **{f"alt-{image}": "y"})
    await save("product.picture_remove", remove=str(image))
    seen = [f"{path.rpartition('/')[2]}.{await one('SELECT version FROM product ORDER BY id DESC LIMIT 1')}.5"]
    await clerk.press("/admin/products/several", "product.change", price_rule="set", price_value="6", seen=seen)
    await import_file(clerk)
    shelf = path.replace("products", "inventory")
    await clerk.press(f"{shelf}/restock", "stock.restock", quantity="2", note="came in")
    version = await one("SELECT version FROM inventory ORDER BY product_id DESC LIMIT 1")
    await clerk.press(f"{shelf}/count", "stock.adjust", **{**stock, "on_hand": "6"}, reason="shelf", version=version)
    method = {"code": "pigeon", "name": "Pigeon", "price": "3", "position": "9", "is_active": "1", "is_new": "1"}
    await clerk.press("/admin/shipping", "shipping.save", **method)
    options = {"option-0": "Height", "values-0": "40 cm, 50 cm"}
    stool = path.rpartition("/")[2]
    # each product that joins or leaves has an entry of its own before that of the family
    family = await clerk.press("/admin/families", "product.change", product=stool, name="Stools", **options)
    await clerk.press(family, "family.change", name="Oak stools", version="1", **options)
    await clerk.press(f"{family}/dissolution", "product.change")
    await clerk.press("/admin/pages/returns", "page.change", body="<p>Within 30 days.</p>", version="1")


async def import_file(clerk: Clerk) -> None:
    content = b"sku,price\r\nSTOOL,7.00\r\n"
    plan = await read(lambda tx: product_import.plan(tx, parse_products(content)))
    await clerk.press("/admin/products/file", "product.change", content, "file", plan=plan.digest)


async def of_people_and_mail(clerk: Clerk) -> None:
    ann = f"/admin/customers/{await one('SELECT public_id FROM users WHERE email LIKE ?', 'ann%')}"
    for verb, action in (("promotion", "role"), ("demotion", "role"), ("disabling", "disable"), ("enabling", "enable")):
        await clerk.press(f"{ann}/{verb}", f"account.{action}", current_password=PASSWORD)
    await clerk.press(f"{ann}/notes", "account.note", text="Call in the morning")
    await run("UPDATE email_message SET state = 'undeliverable'")
    await clerk.press("/admin/emails/kinds/order.shipped/switch", "mail.switch", on="0")
    await clerk.press("/admin/emails/kinds/order.shipped/switch", "mail.switch", on="1")
    await clerk.press("/admin/emails/kinds/order.shipped/test", "mail.test")
    mail = await one("SELECT public_id FROM email_message ORDER BY id LIMIT 1")
    await clerk.press(f"/admin/emails/{mail}/resend", "mail.resend", recipient="new@example.com")


async def of_orders(clerk: Clerk, ann: Browser) -> None:
    paths = [f"/admin{await place_by_page(ann)}" for _ in range(3)]
    await drain()
    await clerk.press(f"{paths[0]}/notes", "order.note", text="Call first")
    await clerk.press(f"{paths[0]}/refund", "order.refund", amount="1", reason="a scratch")
    await clerk.press(f"{paths[0]}/address", "order.address", **{**ADDRESS, "line1": "2 Oak Road"})
    await clerk.press(f"{paths[0]}/shipment", "order.ship", carrier="Post", tracking="T")
    await clerk.press(f"{paths[0]}/delivery", "order.deliver")
    await clerk.press(f"{paths[1]}/cancellation", "order.cancel", reason="the kiln")
    await clerk.press("/admin/orders/shipments", "order.ship", carrier="Post", order=[paths[2].rpartition("/")[2]])
    await drain()
    await clerk.press("/admin/doctor/check", "timetable.run_now")
    await clerk.press("/admin/doctor/reconciliation", "payment.compare")
    await run(DIFFERENCE)
    await clerk.press("/admin/doctor/differences/difference/refund", "payment.settle")
    await run(UNMATCHED)
    await clerk.press("/admin/doctor/unmatched/charge/refund", "payment.settle")


async def of_jobs(clerk: Clerk, ann: Browser) -> None:
    await place_by_page(ann)
    await run("UPDATE job SET run_at = run_at + 3600000 WHERE state = 'queued'")
    newest = "SELECT public_id FROM job WHERE kind = 'order.process' ORDER BY id DESC LIMIT 1"
    job = await one(newest)
    await clerk.press(f"/admin/jobs/{job}/run", "job.run_now")
    await clerk.press(f"/admin/jobs/{job}/cancellation", "job.cancel", reason="x")
    await clerk.press(f"/admin/jobs/{job}/retry", "job.retry", reason="x")
    await run("UPDATE job SET state = 'dead' WHERE public_id = ?", job)
    await clerk.press(f"/admin/jobs/{job}/discard", "job.discard", reason="x")
    await clerk.press(f"/admin/jobs/{job}/retry", "job.retry", reason="x")
    ids = await one(newest)
    order = {"action": "cancel", "ids": ids, "agree": ids, "reason": "x", "per_minute": "0"}
    batch = await clerk.press("/admin/jobs/batches", "job_batch.cancel", **order)
    await clerk.press(f"{batch}/stop", "job_batch.stop")
    await clerk.press("/admin/jobs/timetable/reservations.expire/run", "timetable.run_now")
    for verb in ("pause", "resume"):
        await clerk.press(f"/admin/jobs/kinds/mail.order/{verb}", f"job_kind.{verb}")
        await clerk.press(f"/admin/queues/mail/{verb}", f"queue.{verb}")


async def of_webhooks(clerk: Clerk) -> None:
    fields = {"url": "https://receiver.example.com/hook", "note": "x", "events": "order.*"}
    await clerk.press("/admin/webhooks", "webhook.create", **fields)
    path = f"/admin/webhooks/{await one('SELECT public_id FROM webhook_endpoint')}"
    await clerk.press(path, "webhook.change", **{**fields, "note": "y"})
    await clerk.press(f"{path}/secret", "webhook.rotate_secret")
    await clerk.press(f"{path}/test", "webhook.test")
    await run("UPDATE webhook_delivery SET state = 'dead'")
    await run("UPDATE job SET state = 'dead' WHERE kind = 'webhook.deliver'")
    delivery = await one("SELECT webhook_id FROM webhook_delivery")
    await clerk.press(f"{path}/deliveries/{delivery}/redelivery", "webhook.send_again")
    await clerk.press(f"{path}/redelivery", "webhook.send_since", hours="24")
    await clerk.press(f"{path}/state", "webhook.change", state="disabled")
    await clerk.press(f"{path}/deletion", "webhook.delete")


async def test_every_form_behind_the_shop_is_written_down(app: Quart, root: Browser, ann: Browser) -> None:
    clerk = Clerk(app, root)
    await of_products(clerk)
    await of_orders(clerk, ann)
    await of_people_and_mail(clerk)
    await run("UPDATE users SET must_change_password = FALSE")  # it was set when ann became admin
    again = Browser(app)
    await again.log_in("ann@example.com")
    await of_jobs(clerk, again)
    await of_webhooks(clerk)
    forms = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/admin") and rule.methods and "POST" in rule.methods
    }
    assert forms - clerk.pressed == set()
    reasons = await read(lambda tx: tx.fetch("SELECT reason FROM audit_entry WHERE reason <> ''"))
    assert {"the kiln", "a scratch", "shelf", "came in"} <= {row["reason"] for row in reasons}


async def test_a_way_of_shipping_is_written_down_as_it_was_and_is(root: Browser) -> None:
    fields = {"code": "standard", "name": "Slow", "price": "3", "position": "0", "is_active": "1"}
    assert (await root.post("/admin/shipping", **fields)).status_code == 303
    before = await one("SELECT before FROM audit_entry ORDER BY id DESC LIMIT 1")
    after = await one("SELECT after FROM audit_entry ORDER BY id DESC LIMIT 1")
    assert '"name": "Standard"' in before
    assert '"name": "Slow"' in after
