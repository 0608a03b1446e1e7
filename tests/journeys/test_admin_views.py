"""What admins read and change beside orders, on both databases: figures, audit, stock, queues, webhooks."""

import pytest

from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.catalog import category_changes, product_changes
from models.catalog.product_changes import NewProduct
from models.catalog.stock_list import list_stock
from models.database import read, write
from models.inventory import stock_adjustments
from models.reports import analytics, queue_figures
from models.reports.report_slots import WIDTHS
from models.shared.errors import BelowReserved, CategoryTaken, SkuTaken, VersionConflict
from models.shared.times import DAY_MS
from models.webhooks import webhook_deliveries, webhook_endpoints
from models.webhooks.webhook_deliveries import Outcome
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.models.operations.ages import purged

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]
ADMIN = Actor("boss@example.com", 1)


async def test_figures_of_a_day(provider: TestProvider) -> None:
    await story.order(await story.shopper(), SKU_0001=2)
    await story.drain()
    now = (await story.one("SELECT created_at FROM orders"))["created_at"]
    since = now - DAY_MS
    for width in WIDTHS:
        its = await read(lambda tx, by=width: analytics.report(tx, since, now + 1, by))  # type: ignore[misc]
        total = its.total
        assert (total.placed, total.confirmed, total.new_customers, total.returning_customers) == (1, 1, 1, 0)
        assert total.revenue_cents == sum(slot.revenue_cents for slot in its.slots) > 0
        assert [row["units"] for row in its.products] == [2]


async def test_products_categories_and_stock(provider: TestProvider) -> None:
    attic = await write(lambda tx: category_changes.create(tx, ADMIN, "Attic"))
    with pytest.raises(CategoryTaken):
        await write(lambda tx: category_changes.create(tx, ADMIN, "ATTIC"))
    new = NewProduct("LAMP-1", "Lamp", 4900, attic.id, on_hand=2)
    lamp = await write(lambda tx: product_changes.create(tx, ADMIN, new))
    with pytest.raises(SkuTaken):
        await write(lambda tx: product_changes.create(tx, ADMIN, new))
    with pytest.raises(SkuTaken):
        await write(lambda tx: product_changes.change(tx, ADMIN, lamp.id, {"sku": "sku-0001"}))
    with pytest.raises(VersionConflict):
        await write(lambda tx: product_changes.change(tx, ADMIN, lamp.id, {"name": "x"}, version=9))
    await story.order(await story.shopper(), LAMP_1=2)
    await story.drain()
    with pytest.raises(BelowReserved):
        await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, lamp.id, on_hand=1))
    await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, lamp.id, low_stock_threshold=0, reason="quiet"))
    low = await read(lambda tx: list_stock(tx, q="lamp", is_low=True))
    assert [(stock.sku, stock.reserved) for stock in low.items] == [("LAMP-1", 2)]
    ledger = await read(lambda tx: stock_adjustments.ledger(tx, lamp.id))
    assert [movement.kind for movement in ledger.items] == ["adjust", "hold", "initial"]
    log = await read(lambda tx: audit_log.entries(tx, AuditQuery(actor="boss@example.com", since=0)))
    assert [entry.action for entry in log.items] == ["stock.adjust", "product.create", "category.create"]


async def test_queues_flow(provider: TestProvider) -> None:
    await story.order(await story.shopper(), SKU_0001=1)
    queues = {queue["name"]: queue for queue in await read(queue_figures.queues)}
    assert (queues["orders"]["depth"], queues["orders"]["workers"]) == (1, 0)


async def test_webhooks_from_failing_to_disabled_and_back(provider: TestProvider) -> None:
    made, _ = await write(
        lambda tx: webhook_endpoints.create(tx, ADMIN, url="https://192.0.43.10/", events=["order.*"])
    )
    await story.order(await story.shopper(), SKU_0001=1)
    [delivery] = (await read(lambda tx: webhook_deliveries.list_deliveries(tx, made.id))).items
    assert (delivery.type, delivery.state) == ("order.placed", "queued")
    row_id = (await story.one("SELECT id FROM webhook_delivery"))["id"]
    owed = await read(lambda tx: webhook_deliveries.find_delivery(tx, row_id))
    assert await read(lambda tx: webhook_deliveries.running_before(tx, owed.endpoint_id, 1)) == 0
    no, gone = Outcome(False, 500, 3, error="no"), Outcome(False, 410, 3, error="gone", is_final=True, disables=True)
    await write(lambda tx: webhook_deliveries.note_attempt(tx, owed, 1, no, is_last=False))
    assert (await read(lambda tx: webhook_endpoints.find(tx, made.id))).state == "failing"
    await write(lambda tx: webhook_deliveries.note_attempt(tx, owed, 2, gone, is_last=False))
    its = await read(lambda tx: webhook_endpoints.find(tx, made.id))
    assert (its.state, its.disabled_reason) == ("disabled", "gone")
    await write(lambda tx: webhook_endpoints.change(tx, ADMIN, made.id, {"state": "active"}))
    await write(lambda tx: tx.execute("UPDATE job SET state = 'cancelled' WHERE kind = 'webhook.deliver'"))
    assert await write(lambda tx: webhook_deliveries.send_since(tx, ADMIN, made.id, 0)) == 1
    _, secret = await write(lambda tx: webhook_endpoints.rotate_secret(tx, ADMIN, made.id))
    assert secret.startswith("whsec_")
    [delivery] = (await read(lambda tx: webhook_deliveries.list_deliveries(tx, made.id, state="queued"))).items
    assert [attempt["status"] for attempt in delivery.attempts] == [500, 410]
    assert await purged("webhook_delivery") == 0
    await write(lambda tx: webhook_endpoints.delete(tx, ADMIN, made.id))
    assert (await story.one("SELECT count(*) AS n FROM webhook_attempt"))["n"] == 0
    await write(lambda tx: tx.execute("UPDATE job SET state = 'cancelled' WHERE kind LIKE 'webhook.%'"))
    await story.drain()
