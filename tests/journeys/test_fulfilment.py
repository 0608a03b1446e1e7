"""What people of the shop do to an order: ship, deliver, cancel, refund, note; each legal move and no other."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.catalog import product_changes
from models.catalog.product_changes import NewProduct
from models.checkout.checkout import Placed
from models.database import read, write
from models.inventory import stock_adjustments
from models.orders import shipments
from models.orders.order_states import MOVES, Status
from models.shared.errors import IllegalTransition, Invalid, NotFound, RefundTooLarge
from pipelines.gateways.test_provider import TestProvider
from pipelines.orders import fulfilment
from tests.journeys import story

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]
ADMIN = Actor("boss@example.com", 1)


async def act(verb: Callable[..., Awaitable[Any]], placed: Placed, *values: Any, **more: Any) -> Any:
    return await write(lambda tx: verb(tx, placed.public_id, ADMIN, *values, **more))


async def confirmed(quantity: int = 2) -> Placed:
    placed = await story.order(await story.shopper(), SKU_0001=quantity)
    await story.drain()
    return placed


async def at(status: Status) -> Placed:
    """An order that stands there."""
    placed = await story.order(await story.shopper(), token="tok_timeout", SKU_0001=1)
    if status is Status.PENDING:
        return placed
    await story.drain()  # reserved: the provider's first answer is lost
    if status is Status.RESERVED:
        return placed
    await story.later()
    await story.drain()
    for verb, to in ((fulfilment.ship, Status.SHIPPED), (fulfilment.deliver, Status.DELIVERED)):
        if status in (Status.CONFIRMED, Status.CANCELLED):
            break
        await act(verb, placed)
        if status is to:
            break
    if status is Status.CANCELLED:
        await act(fulfilment.cancel_by_admin, placed)
    return placed


@pytest.mark.parametrize("now", Status)
async def test_only_legal_moves_are_made(provider: TestProvider, now: Status) -> None:
    placed = await at(now)
    for to in Status:
        before = await story.see(placed)
        assert before.status == now
        if to in MOVES[now] and to in fulfilment.BY_HAND:
            continue
        with pytest.raises(IllegalTransition) as refusal:
            await act(fulfilment.move_to, placed, to)
        assert (refusal.value.extra["from"], refusal.value.extra["to"]) == (now, to)
        assert set(refusal.value.extra["allowed"]) <= {status.value for status in MOVES[now]}
        assert (await story.see(placed)).version == before.version
    for to in MOVES[now]:
        if to in fulfilment.BY_HAND:
            await act(fulfilment.move_to, placed, to)
            assert (await story.see(placed)).status == to
            break
    await story.later()
    await story.drain()
    await story.later()
    await story.drain()


async def test_shipping_takes_the_units_tells_the_buyer_and_is_audited(provider: TestProvider) -> None:
    placed = await confirmed()
    await act(fulfilment.ship, placed, carrier="DHL", tracking="JD014600")
    assert await story.stock("SKU-0001") == (48, 0)
    await story.drain()
    order = await story.see(placed)
    assert order.shipment is not None
    assert (order.status, order.shipment["carrier"], order.shipment["tracking"]) == ("shipped", "DHL", "JD014600")
    [mail] = await story.mails("kind = 'order.shipped'")
    assert mail["subject"] == f"Order {order.number} is on its way"
    assert "JD014600" in mail["text"]
    assert "JD014600" in mail["html"]
    assert order.is_settled
    await act(fulfilment.deliver, placed)
    assert await story.stock("SKU-0001") == (48, 0)
    entries = (await read(lambda tx: audit_log.entries(tx, AuditQuery(object_id=placed.public_id)))).items
    assert [(entry.action, entry.before, entry.actor) for entry in entries] == [
        ("order.deliver", {"status": "shipped"}, "boss@example.com"),
        ("order.ship", {"status": "confirmed"}, "boss@example.com"),
    ]


async def test_an_admin_cancels_with_a_reason_the_buyer_sees(provider: TestProvider) -> None:
    placed = await confirmed()
    await act(fulfilment.cancel_by_admin, placed, reason="The last one broke in our hands.")
    await story.drain()
    order = await story.see(placed)
    assert (order.status, order.cancel_reason, order.cancel_text) == (
        *("cancelled", "admin", "The last one broke in our hands."),
    )
    assert order.payment["status"] == "refunded"
    assert await story.stock("SKU-0001") == (50, 0)


async def test_refunds_in_parts_never_exceed_what_was_paid(provider: TestProvider) -> None:
    placed = await confirmed()
    total = (await story.see(placed)).total_cents
    await act(fulfilment.refund, placed, amount_cents=1000, reason="scratched")
    with pytest.raises(RefundTooLarge) as refusal:
        await act(fulfilment.refund, placed, amount_cents=total - 999)
    assert refusal.value.extra["refundable_cents"] == total - 1000
    await story.drain()
    order = await story.see(placed)
    assert (order.payment["status"], order.refunded_cents) == ("captured", 1000)
    assert await story.money(provider, placed) == total - 1000
    await act(fulfilment.refund, placed)
    with pytest.raises(IllegalTransition):
        await act(fulfilment.refund, placed)
    await story.drain()
    order = await story.see(placed)
    assert (order.status, order.payment["status"], order.refunded_cents) == ("confirmed", "refunded", total)
    assert await story.money(provider, placed) == 0
    mails = await story.one("SELECT count(*) AS n FROM email_message WHERE kind = 'order.refunded'")
    assert mails["n"] == 2


async def test_a_refund_before_a_cancellation_is_not_given_twice(provider: TestProvider) -> None:
    placed = await confirmed()
    await act(fulfilment.refund, placed, amount_cents=500)
    await act(fulfilment.cancel_by_admin, placed)
    await story.drain()
    assert await story.money(provider, placed) == 0
    assert (await story.see(placed)).payment["status"] == "refunded"


async def test_a_cancellation_after_a_whole_refund_gives_nothing_more(provider: TestProvider) -> None:
    placed = await confirmed()
    await act(fulfilment.refund, placed)
    await story.drain()
    await act(fulfilment.cancel_by_admin, placed)
    await story.drain()
    assert await story.money(provider, placed) == 0


@pytest.mark.parametrize(("amount", "refused"), [(0, Invalid), (-1, Invalid)])
async def test_a_refund_of_nothing_is_refused(provider: TestProvider, amount: int, refused: type[Exception]) -> None:
    placed = await confirmed()
    with pytest.raises(refused):
        await act(fulfilment.refund, placed, amount_cents=amount)


async def test_nothing_paid_is_nothing_to_refund(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1)
    with pytest.raises(IllegalTransition):
        await act(fulfilment.refund, placed)
    await story.drain()
    await act(fulfilment.cancel_by_admin, placed)
    await story.drain()
    with pytest.raises(IllegalTransition):
        await act(fulfilment.refund, placed)


async def test_notes_are_internal(provider: TestProvider) -> None:
    placed = await confirmed()
    before = (await story.see(placed)).version
    await act(fulfilment.leave_note, placed, "Calls every day.")
    [note] = await read(lambda tx: shipments.notes_of(tx, placed.public_id))
    assert (note.author, note.text) == ("boss@example.com", "Calls every day.")
    assert (await story.see(placed)).version == before
    with pytest.raises(Invalid):
        await act(fulfilment.leave_note, placed, " ")


async def test_what_is_not_there_is_not_found(provider: TestProvider) -> None:
    with pytest.raises(NotFound):
        await write(lambda tx: fulfilment.ship(tx, "n" * 26, ADMIN))


async def test_a_new_product_is_sold_and_restocked(provider: TestProvider) -> None:
    new = NewProduct("LAMP-1", "Lamp", 4900, "home", on_hand=1)
    lamp = await write(lambda tx: product_changes.create(tx, ADMIN, new))
    await write(lambda tx: stock_adjustments.restock(tx, ADMIN, lamp.id, 2))
    placed = await story.order(await story.shopper(), LAMP_1=3)
    await story.drain()
    assert (await story.see(placed)).status == "confirmed"
    assert await story.stock("LAMP-1") == (3, 3)
    await write(lambda tx: product_changes.change(tx, ADMIN, lamp.id, {"name": "Brass", "price_cents": 1}))
    [line] = (await story.see(placed)).lines
    assert (line["name"], line["unit_price_cents"]) == ("Lamp", 4900)
