"""A declined card is not the end: another one is tried for the same order, charged once, with its stock held again."""

from typing import Any

import pytest
import pytest_asyncio

from models.catalog.seed import seed_demo
from models.database import Transaction, read, write
from models.jobs.ledger.jobs import LateWrite
from models.orders import order_views, orders
from models.orders.event_types import EventType
from models.shared.errors import InsufficientStock, PaymentNotRetryable
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.orders.order_runner import process_order
from pipelines.orders.payment_retry import retry_payment
from tests.journeys import story
from workers.job_attempt import attempt

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def provider(shop: str, tmp_path: Any) -> Any:
    await write(seed_demo)
    install_provider(made := TestProvider(tmp_path / "provider.jsonl"))
    yield made
    await story.books_are_clean()


async def try_card(placed: Any, token: str = "tok_ok", **more: Any) -> Any:
    return await write(lambda tx: retry_payment(tx, placed.id, method="test_card", token=token, **more))


async def declined(**cart: int) -> Any:
    placed = await story.order(await story.shopper(), token="tok_declined", **(cart or {"SKU_0001": 2}))
    await story.drain()
    return placed


async def test_another_card_confirms_the_same_order_under_a_new_key(provider: TestProvider) -> None:
    placed = await declined()
    before = await story.see(placed)
    assert (before.status, before.cancel_reason, before.can_retry_payment) == ("cancelled", "payment_declined", True)
    await try_card(placed)
    again = await story.see(placed)
    assert (again.status, again.attempt, again.number) == ("pending", 2, before.number)
    assert [step.state for step in again.steps[:3]] == ["done", "now", "todo"]
    await story.drain()
    after = await story.see(placed)
    assert (after.status, after.cancel_reason, after.payment["status"]) == ("confirmed", None, "captured")
    assert (after.shipping_address, after.shipping_method) == (before.shipping_address, before.shipping_method)
    entries = [await provider.lookup(f"{placed.public_id}:{attempt}") for attempt in (1, 2)]
    assert [entry and entry.state for entry in entries] == ["declined", "captured"]
    assert (await story.stock("SKU-0001"))[1] == 2
    mails = await story.every("SELECT kind FROM email_message ORDER BY id")
    assert [row["kind"] for row in mails] == ["order.cancelled", "order.confirmed"]


async def test_the_stock_ledger_names_the_try_of_the_order_itself_and_not_that_of_another(
    provider: TestProvider,
) -> None:
    retried = await declined()
    await try_card(retried)
    await story.drain()
    once = await story.order(await story.shopper("once@example.com"), key="once", SKU_0001=1)
    await story.drain()
    held = await story.every("SELECT order_id, attempt FROM stock_ledger WHERE kind = 'hold' ORDER BY id")
    tries = [(row["order_id"], row["attempt"]) for row in held]
    assert tries == [(retried.id, 1), (retried.id, 2), (once.id, 1)]


async def test_a_card_may_be_declined_again_and_again_and_each_time_the_buyer_is_told(provider: TestProvider) -> None:
    placed = await declined()
    for _ in range(2):
        await try_card(placed, "tok_declined")
        await story.drain()
        assert (await story.see(placed)).cancel_reason == "payment_declined"
    await try_card(placed)
    await story.drain()
    assert (await story.see(placed)).status == "confirmed"
    assert await story.money(provider, placed) == placed.total_cents
    mails = await story.every("SELECT kind FROM email_message ORDER BY id")
    assert [row["kind"] for row in mails] == ["order.cancelled"] * 3 + ["order.confirmed"]


async def test_a_cancellation_that_waits_is_not_mailed_once_another_card_is_tried(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), token="tok_declined", SKU_0001=2)
    for claim in await story.claim_due(queues=("orders",)):
        await attempt(claim)
    await try_card(placed, "tok_declined")
    await story.drain()
    await try_card(placed)
    await story.drain()
    ends = [event["type"] for event in (await story.see(placed)).events if event["type"].startswith("mail.")]
    assert ends == ["mail.cancelled.withdrawn", "mail.cancelled.recorded", "mail.confirmed.recorded"]
    mails = await story.every("SELECT kind, text FROM email_message ORDER BY id")
    assert [row["kind"] for row in mails] == ["order.cancelled", "order.confirmed"]
    assert "Try another card:" in mails[0]["text"]


async def test_a_mail_of_a_decline_offers_another_card_and_writes_the_whole_sum(provider: TestProvider) -> None:
    await declined()
    [mail] = await story.mails()
    for form in ("text", "html"):
        words = " ".join(mail[form].split())
        for part in ("You have not been charged.", "You can try another card", "Subtotal", "Total"):
            assert part in words, (form, part)


async def test_a_payment_that_was_delayed_is_not_delayed_any_more_for_another_card(provider: TestProvider) -> None:
    placed = await declined()

    async def note_delay(tx: Transaction) -> None:
        order = await orders.load(tx, placed.id)
        await orders.note(tx, order, EventType.PAYMENT_DELAYED, actor="worker")
        assert await orders.has_event(tx, placed.id, EventType.PAYMENT_DELAYED)

    await write(note_delay)
    await try_card(placed)
    assert not (await story.see(placed)).waits_for_provider
    assert not await read(lambda tx: orders.has_event(tx, placed.id, EventType.PAYMENT_DELAYED))


async def test_a_second_press_of_the_same_button_begins_one_attempt(provider: TestProvider) -> None:
    placed = await declined()
    for _ in range(3):
        await try_card(placed, attempt=2)
    jobs = await story.every("SELECT 1 FROM job WHERE kind = 'order.process' AND state = 'queued'")
    assert len(jobs) == 1
    await story.drain()
    await try_card(placed, attempt=2)
    assert (await story.see(placed)).status == "confirmed"
    assert await story.money(provider, placed) == placed.total_cents


async def test_a_shortage_is_said_and_changes_nothing(provider: TestProvider) -> None:
    placed = await declined(SKU_0001=2, SKU_0002=1)
    await story.set_stock("SKU-0001", 1)
    with pytest.raises(InsufficientStock) as refusal:
        await try_card(placed)
    assert "Alder Stoneware Mug" in refusal.value.detail
    assert (await story.see(placed)).status == "cancelled"


async def test_stock_that_goes_between_the_press_and_the_hold_cancels_as_out_of_stock(provider: TestProvider) -> None:
    placed = await declined()
    await try_card(placed)
    await story.set_stock("SKU-0001", 1)
    await story.drain()
    seen = await story.see(placed)
    assert (seen.status, seen.cancel_reason, seen.can_retry_payment) == ("cancelled", "out_of_stock", False)
    assert await story.money(provider, placed) == 0


@pytest.mark.parametrize("state", ["confirmed", "cancelled by the buyer", "too late"])
async def test_only_a_decline_of_the_last_day_may_be_tried_again(provider: TestProvider, state: str) -> None:
    token = "tok_ok" if state != "too late" else "tok_declined"
    placed = await story.order(await story.shopper(), token=token, SKU_0001=1)
    await story.drain()
    if state == "cancelled by the buyer":
        await story.cancel_by_customer(placed)
        await story.drain()
    if state == "too late":
        await write(lambda tx: tx.execute("UPDATE orders SET updated_at = updated_at - 86400000"))
    with pytest.raises(PaymentNotRetryable):
        await try_card(placed)


async def test_a_worker_of_the_first_attempt_that_wakes_late_writes_nothing(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), token="tok_declined", SKU_0001=1)
    [frozen] = await story.claim_due(queues=("orders",))
    await write(lambda tx: tx.execute("UPDATE job SET state = 'queued', owner = NULL, lease_until = NULL, run_at = 0"))
    await story.drain()
    await try_card(placed)
    with pytest.raises(LateWrite):
        await process_order(frozen)
    await story.drain()
    assert (await story.see(placed)).status == "confirmed"
    assert await story.money(provider, placed) == placed.total_cents


async def test_the_version_that_pages_poll_is_one_row_for_a_retried_order(provider: TestProvider) -> None:
    placed = await declined()
    await try_card(placed)
    glance = await read(lambda tx: order_views.read_version(tx, order_views.by_row(placed.id)))
    assert (glance.status, glance.progress.state, glance.is_slow) == ("pending", "queued", False)
    await story.drain()
