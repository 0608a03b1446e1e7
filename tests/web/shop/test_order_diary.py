"""The diary on an order's page, for its buyer: words for all that happened, and nobody of the shop by name."""

import re
from pathlib import Path
from typing import Any

import pytest
from quart import Quart

from models.audit.audit_log import Actor
from models.catalog.seed import seed_demo
from models.database import write
from models.orders.event_types import EventType
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.orders import fulfilment
from tests.journeys import story
from tests.web.clients import Browser, make_user
from tests.web.placing import place_by_page

pytestmark = pytest.mark.asyncio
BOSS = Actor("boss@example.com", 1)
DIARY = re.compile(r'<details[^>]*id="diary".*?</details>', re.S)


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
    [diary] = DIARY.findall(await (await browser.get(path)).get_data(as_text=True))
    for words in (
        "Handed to the carrier (by the shop): Sent with UPS. Tracking number 1Z999.",
        "Delivered (by the shop)",
        "Refund issued (by the shop): $3.10 is being refunded to you.",
        "Shipping notice written",
        "Payment refunded",
    ):
        assert words in diary
    assert "boss@example.com" not in diary
    assert not [type_ for type_ in EventType if type_ in diary]
