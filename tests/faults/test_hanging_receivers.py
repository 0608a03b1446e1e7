"""Two receivers of webhooks that never answer do not slow a third one, and no delivery is claimed in vain."""

import pytest

from models.audit.audit_log import Actor
from models.database import write
from models.webhooks import webhook_endpoints
from tests.faults import books
from tests.faults.processes import PATIENCE_SECONDS, Shop, until
from tests.faults.shopping import place, products, set_stock
from tests.faults.stacks import on_databases_by_rabbitmq
from tests.pipelines.receiver import Receiver, receiving

pytestmark = [pytest.mark.asyncio, on_databases_by_rabbitmq]
ORDERS = 8
EVENTS = ["order.placed", "order.confirmed"]


async def listen(receiver: Receiver) -> None:
    actor = Actor("boss@example.com", 1)
    await write(lambda tx: webhook_endpoints.create(tx, actor, url=receiver.url, events=EVENTS))


async def hang_beside(shop: Shop, *, planted: str = "", within: float = PATIENCE_SECONDS) -> None:
    """Two endpoints hang for as long as the test lasts; the third gets every event of every order."""
    (product,) = await products(1)
    await set_stock(product, 100)
    async with receiving() as first, receiving() as second, receiving() as healthy:
        first.say("hang")
        second.say("hang")
        for receiver in (first, second, healthy):
            await listen(receiver)
        names = ",".join(filter(None, ("receivers_waited_for", planted)))
        worker = shop.worker(planted=names, concurrency=8, webhook_private="on")
        try:
            await place([(product, 1)])
            await until(lambda: first.messages and second.messages, what="both hang", within=within)
            for _ in range(ORDERS - 1):
                await place([(product, 1)])
            whole = ORDERS * len(EVENTS)
            await until(lambda: len(healthy.messages) == whole, what="the healthy receiver has it all", within=within)
        finally:
            await worker.kill()  # or the receivers would wait for it
    assert await books.rows("SELECT 1 FROM webhook_attempt WHERE error <> ''") == []
    deferred = await books.rows("SELECT 1 FROM job WHERE kind = 'webhook.deliver' AND deferrals > 0")
    assert not deferred, f"{len(deferred)} deliveries were claimed and put off"


async def test_two_hanging_receivers_do_not_slow_a_third(shop: Shop) -> None:
    await hang_beside(shop)
