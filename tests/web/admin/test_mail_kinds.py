"""Every kind of mail is previewed, sent to oneself and, where it may be, switched off: then the pipeline is silent."""

import re
from typing import Any

import pytest

from models.database import read
from pipelines.mail.mail_texts import KINDS
from tests.journeys.story import books_are_clean
from tests.web.clients import Browser, text_of
from tests.web.placing import drain, place_by_page, product_id

pytestmark = pytest.mark.asyncio
PATH = "/admin/emails/kinds"


async def mails(where: str = "TRUE") -> list[Any]:
    return await read(lambda tx: tx.fetch(f"SELECT kind, state, recipient, subject FROM email_message WHERE {where}"))


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_is_previewed_and_sent_to_oneself(root: Browser, kind: str) -> None:
    page = await text_of(await root.get(f"{PATH}/{kind}"))
    subject = re.search(r"Subject: <b[^>]*>(.+?)</b>", page)
    assert subject, page
    assert "{" not in subject[1]
    html = await root.get(f"{PATH}/{kind}/html")
    assert "sandbox" in html.headers["Content-Security-Policy"]
    assert "<p" in await text_of(html)
    assert (await root.post(f"{PATH}/{kind}/test")).status_code == 303
    await drain()
    (mail,) = await mails(f"kind = '{kind}'")
    assert (mail["state"], mail["recipient"]) == ("recorded", "root@example.com")
    assert mail["subject"].startswith("[Test] ")


async def test_a_real_order_is_previewed_where_it_has_something_to_tell(root: Browser, ann: Browser) -> None:
    order = (await place_by_page(ann)).replace("/orders/", "/admin/orders/")
    await drain()
    page = await text_of(await root.get(f"{PATH}/order.confirmed?order=CW-10001"))
    assert "Order CW-10001 is confirmed" in page
    for kind in ("shipped", "delivered", "cancelled", "refunded"):
        unfit = await text_of(await root.get(f"{PATH}/order.{kind}?order=10001"), 422)
        assert "This order" in unfit
    for typed in ("CW-10099", "x", "9" * 30):
        assert (await root.get(f"{PATH}/order.shipped?order={typed}")).status_code == 422
    await root.post(f"{order}/shipment", carrier="UPS", tracking="T-77")
    assert "T-77" in await text_of(await root.get(f"{PATH}/order.shipped?order=CW-10001"))
    assert (await root.get(f"{PATH}/nothing")).status_code == 404


async def test_a_kind_that_is_switched_off_is_not_sent_and_one_mail_still_can_be(root: Browser, ann: Browser) -> None:
    order = (await place_by_page(ann)).replace("/orders/", "/admin/orders/")
    await drain()
    assert (await root.post(f"{PATH}/order.shipped/switch", on="0")).status_code == 303
    assert "Switch on" in await text_of(await root.get(f"{PATH}/order.shipped"))
    await root.post(f"{order}/shipment", carrier="UPS")
    await drain()
    assert await mails("kind = 'order.shipped'") == []
    assert "switched off" in await text_of(await root.get(order))
    await root.post(f"{order}/delivery")
    await drain()
    assert [mail["state"] for mail in await mails("kind = 'order.delivered'")] == ["recorded"]
    await root.post(f"{PATH}/order.delivered/switch", on="0")
    sent = await read(lambda tx: tx.fetch_one("SELECT public_id FROM email_message WHERE kind = 'order.delivered'"))
    assert sent is not None
    assert (await root.post(f"/admin/emails/{sent['public_id']}/resend")).status_code == 303
    await drain()
    assert {mail["state"] for mail in await mails("kind = 'order.delivered'")} == {"recorded"}
    log = await text_of(await root.get("/admin/audit?action=mail.switch"))
    assert "is_on: False" in log
    await books_are_clean()


@pytest.mark.parametrize("is_on", ["0", "1"])
async def test_an_alert_of_the_admins_follows_its_switch(root: Browser, ann: Browser, is_on: str) -> None:
    path = f"/admin/inventory/{await product_id()}"
    await root.post(f"{PATH}/stock.low/switch", on=is_on)
    version = re.search(r'name="version" value="(\d+)"', await text_of(await root.get(path)))
    assert version
    await root.post(f"{path}/count", on_hand="50", low_stock_threshold="49", version=version[1])
    await place_by_page(ann)
    await drain()
    assert len(await mails("kind = 'stock.low'")) == int(is_on)


@pytest.mark.parametrize(
    "kind", ["password.reset", "email.verify", "email.change", "order.lookup", "integrity.violated"]
)
async def test_what_somebody_asked_for_or_must_know_is_always_sent(root: Browser, kind: str) -> None:
    assert "cannot be switched off" in await text_of(await root.post(f"{PATH}/{kind}/switch", on="0"), 422)
    assert "Always on" in await text_of(await root.get(PATH))
