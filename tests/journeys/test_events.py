"""What happens to orders and stock is a line in the log once it is durable, and no line when it was undone."""

import logging

import pytest

from models.database import Transaction, after_commit, write
from models.orders import orders
from models.orders.order_states import Status
from models.shared.public_ids import number_of
from tests.journeys import story
from workers.job_attempt import attempt

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]


@pytest.fixture
def events(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, "cartwright.events")
    return caplog


def said(events: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in events.records if record.name == "cartwright.events"]


async def test_the_life_of_an_order_is_told_in_order(events: pytest.LogCaptureFixture) -> None:
    await story.set_stock("SKU-0001", 6)
    placed = await story.order(await story.shopper(), SKU_0001=6)
    await story.drain()
    await story.cancel_by_customer(placed)
    told = ["order.placed", "order.reserved", "order.confirmed", "stock.depleted", "order.cancelled"]
    assert said(events) == told
    numbers = {vars(record)["order_id"] for record in events.records if record.message.startswith("order.")}
    assert numbers == {number_of(placed.id)}
    assert "ann@example.com" not in events.text


async def test_what_was_undone_is_not_told(events: pytest.LogCaptureFixture) -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1)
    events.clear()

    async def work(tx: Transaction) -> None:
        order = await orders.load(tx, placed.id)
        await orders.move(tx, order, Status.RESERVED, actor="test")
        raise RuntimeError("undone")

    with pytest.raises(RuntimeError):
        await write(work)
    assert said(events) == []


async def test_what_a_part_undone_wanted_is_forgotten_with_it() -> None:
    done: list[str] = []

    async def part(tx: Transaction) -> None:
        after_commit(lambda: done.append("part"))
        raise RuntimeError("undone")

    async def whole(tx: Transaction) -> None:
        after_commit(lambda: done.append("before"))
        with pytest.raises(RuntimeError):
            await tx.nested(part)
        after_commit(lambda: done.append("after"))
        assert done == []

    await write(whole)
    assert done == ["before", "after"]


async def test_a_refused_payment_is_told_with_its_reason(events: pytest.LogCaptureFixture) -> None:
    await story.order(await story.shopper(), token="tok_declined", SKU_0001=1)
    for claim in await story.claim_due():
        await attempt(claim)
    assert said(events) == ["order.placed", "order.reserved", "order.cancelled"]
    assert vars(events.records[-1])["reason"] == "payment_declined"
