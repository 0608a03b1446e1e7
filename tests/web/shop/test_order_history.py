"""The history on an order's page, for its buyer: words for all that happened, and nobody of the shop by name."""

import re
from pathlib import Path
from typing import Any

import pytest
from quart import Quart

from models.audit.audit_log import Actor
from models.catalog.seed import seed_demo
from models.database import Transaction, write
from models.orders import orders
from models.orders.event_types import EventType
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.orders import fulfilment
from tests.journeys import story
from tests.web.clients import Api, Browser, make_user
from tests.web.placing import place_by_page

pytestmark = pytest.mark.asyncio
BOSS = Actor("boss@example.com", 1)
HISTORY = re.compile(r'<details[^>]*id="history".*?</details>', re.S)


async def test_a_buyer_reads_what_happened_and_not_who_of_the_shop_did_it(app: Quart, tmp_path: Path) -> None:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await make_user()
    browser = Browser(app)
    await browser.log_in("ann@example.com")
    path = await place_by_page(browser)
    order_id = path.rpartition("/")[2]
    await story.drain()

    def by_the_boss(verb: Any, **more: Any) -> Any:
        return write(lambda tx: verb(tx, order_id, BOSS, **more))

    await by_the_boss(fulfilment.ship, carrier="UPS", tracking="1Z999")
    await by_the_boss(fulfilment.deliver)
    await by_the_boss(fulfilment.refund, amount_cents=310)
    await story.drain()
    [history] = HISTORY.findall(await (await browser.get(path)).get_data(as_text=True))
    for words in (
        "Handed to the carrier (by the shop): Sent with UPS. Tracking number 1Z999.",
        "Delivered (by the shop)",
        "Refund issued (by the shop): $3.10 is being refunded to you.",
        "The shipping notice was not mailed: The order was delivered before the shipping notice left.",
        "The delivery notice was written",
        "Payment refunded",
    ):
        assert words in history
    assert "boss@example.com" not in history
    assert not [type_ for type_ in EventType if type_ in history]


async def test_programs_of_buyers_read_nothing_of_mail_servers_and_the_shops_own_do(app: Quart, tmp_path: Path) -> None:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    placed = await story.order(await story.shopper(), SKU_0001=1)
    await story.drain()
    said = "550 5.1.1 <boss@example.com> mx7.provider.example"

    async def work(tx: Transaction) -> None:
        order = await orders.load(tx, placed.id)
        for type_ in (each for each in EventType if each.startswith("mail.") and not each.endswith("withdrawn")):
            await orders.note(tx, order, type_, actor="worker", detail=said)

    await write(work)
    ann = await Api(app).log_in("ann@example.com")
    order = await (await ann.call("GET", f"/orders/{placed.public_id}")).get_json()
    events = await (await ann.call("GET", f"/orders/{placed.public_id}/events")).get_json()
    stream = await ann.call("GET", f"/orders/{placed.public_id}/events", Accept="text/event-stream")
    assert said not in str(order) + str(events) + await stream.get_data(as_text=True)
    assert len(events) == len(order["events"]) > 24
    await make_user("root@example.com", role="admin")
    root = await Api(app).log_in("root@example.com")
    assert said in str(await (await root.call("GET", f"/admin/orders/{placed.public_id}")).get_json())


async def test_the_shipping_method_has_its_name_on_every_page_of_an_order(app: Quart) -> None:
    await write(seed_demo)
    await make_user()
    await make_user("root@example.com", role="admin")
    ann, root = Browser(app), Browser(app)
    await ann.log_in("ann@example.com")
    await root.log_in("root@example.com")
    name = "Van by <Wednesday> & later"
    await write(lambda tx: tx.execute("UPDATE shipping_method SET name = ? WHERE code = 'standard'", name))
    order_id = (await place_by_page(ann)).rpartition("/")[2]
    pages = [await ann.get(f"/orders/{order_id}"), await root.get(f"/admin/orders/{order_id}")]
    await story.drain()
    pages += [await root.get(f"/admin/orders/several?order={order_id}")]
    for answer in pages:
        page = await answer.get_data(as_text=True)
        assert "Van by &lt;Wednesday&gt; &amp; later" in page
        assert "standard" not in page
