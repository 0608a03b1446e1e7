"""An order's whole life, told in process."""

import pytest

from models.shared.errors import InsufficientStock
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]


async def test_an_order_is_held_paid_confirmed_and_told(provider: TestProvider) -> None:
    ann = await story.shopper()
    placed = await story.order(ann, SKU_0001=2, SKU_0007=1)
    assert (await story.see(placed)).status == "pending"
    assert await story.stock("SKU-0001") == (50, 0)
    await story.drain()
    order = await story.see(placed)
    assert [event["type"] for event in order.events] == [
        "order.placed", "order.reserved", "order.confirmed", "mail.confirmed.recorded"
    ]  # fmt: skip
    assert [step.state for step in order.steps] == ["done"] * 5
    assert order.is_settled
    assert order.payment == {"method": "test_card", "status": "captured"}
    assert await story.stock("SKU-0001") == (50, 2)
    assert await story.money(provider, placed) == placed.total_cents
    [mail] = await story.mails("order_id = ?", placed.id)
    assert (mail["recipient"], mail["state"], order.number in mail["subject"]) == ("ann@example.com", "recorded", True)
    for word in (order.number, order.lines[0]["name"], f"/orders/{order.id}"):
        assert word in mail["text"]
        assert word in mail["html"]


async def test_working_a_finished_order_again_changes_nothing(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1)
    await story.drain()
    before = await story.see(placed)
    assert await story.drain() == 0
    await story.later()
    assert await story.drain() == 0
    assert (await story.see(placed)).version == before.version


async def test_a_declined_payment_cancels_and_frees_the_stock(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), token="tok_declined", SKU_0001=3)
    await story.drain()
    order = await story.see(placed)
    assert (order.status, order.cancel_reason) == ("cancelled", "payment_declined")
    assert order.cancel_text == "The card was declined."
    assert await story.stock("SKU-0001") == (50, 0)
    assert await story.money(provider, placed) == 0
    mail = await story.one("SELECT kind, text FROM email_message WHERE order_id = ?", placed.id)
    assert mail["kind"] == "order.cancelled"
    assert "declined" in mail["text"]


async def test_what_sold_out_meanwhile_is_named(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), SKU_0002=2)
    await story.set_stock("SKU-0002", 1)
    await story.drain()
    order = await story.see(placed)
    assert (order.status, order.cancel_reason) == ("cancelled", "out_of_stock")
    assert order.lines[0]["name"] in order.cancel_text
    assert await story.money(provider, placed) == 0
    assert await story.stock("SKU-0002") == (1, 0)


async def test_two_lines_are_held_together_or_not_at_all(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1, SKU_0002=2)
    await story.set_stock("SKU-0002", 1)
    await story.drain()
    order = await story.see(placed)
    assert order.cancel_reason == "out_of_stock"
    assert order.lines[1]["name"] in order.cancel_text
    assert order.lines[0]["name"] not in order.cancel_text
    assert await story.stock("SKU-0001") == (50, 0)
    assert await story.every("SELECT id FROM reservation WHERE order_id = ?", placed.id) == []


async def test_a_hopeless_order_is_refused_at_once_and_keeps_the_cart() -> None:
    ann = await story.shopper()
    await story.fill_cart(ann, SKU_0001=2)
    await story.set_stock("SKU-0001", 1)
    with pytest.raises(InsufficientStock) as refusal:
        await story.order(ann)
    assert [(item["requested"], item["available"]) for item in refusal.value.extra["items"]] == [(2, 1)]
    assert (await story.one("SELECT count(*) AS n FROM cart_item"))["n"] == 1
    assert await story.every("SELECT id FROM orders") == []


async def test_an_unknown_payment_is_asked_again_under_the_same_key(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), token="tok_timeout", SKU_0001=1)
    await story.drain()
    order = await story.see(placed)
    assert (order.status, order.payment["status"], order.progress.state) == ("reserved", "unknown", "waiting")
    assert "payment.unknown" in [event["type"] for event in order.events]
    await story.later()
    await story.drain()
    assert (await story.see(placed)).status == "confirmed"
    assert await story.money(provider, placed) == placed.total_cents
    job = await story.one("SELECT attempt, deferrals FROM job WHERE kind = 'order.process'")
    assert (job["attempt"], job["deferrals"]) == (1, 1)


async def test_a_stumbling_provider_costs_neither_attempts_nor_the_order(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), token="tok_error", SKU_0001=1)
    for _ in range(2):
        await story.drain()
        assert (await story.see(placed)).status == "reserved"
        await story.later()
    await story.drain()
    assert (await story.see(placed)).status == "confirmed"
    assert (await story.one("SELECT attempt FROM job WHERE kind = 'order.process'"))["attempt"] == 1
    assert await story.money(provider, placed) == placed.total_cents


async def test_two_hundred_buyers_of_the_last_unit_leave_one_happy(provider: TestProvider) -> None:
    await story.set_stock("SKU-0003", 1)
    placed = [await story.order(await story.shopper(f"buyer{number}@example.com"), SKU_0003=1) for number in range(200)]
    await story.drain(most_rounds=100)
    orders = [await story.see(each) for each in placed]
    confirmed = [order for order in orders if order.status == "confirmed"]
    assert len(confirmed) == 1
    assert [order.cancel_reason for order in orders if order.status == "cancelled"] == ["out_of_stock"] * 199
    assert await story.stock("SKU-0003") == (1, 1)
    charged = [await story.money(provider, each) for each in placed]
    assert sorted(charged) == [0] * 199 + [confirmed[0].total_cents]
