"""Cancelling, whenever the buyer thinks of it, nets zero and frees the stock once."""

import pytest

from models.database import Transaction, read, write
from models.inventory import inventory
from models.jobs.ledger.job_kinds import RESERVATIONS_EXPIRE
from models.jobs.ledger.jobs import enqueue
from models.orders import orders
from models.orders.order_states import CancelReason, Status
from models.shared.errors import IllegalTransition, OrderNotCancellable
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.maintenance.periodic_jobs import expire_reservations
from pipelines.orders.order_process import expire
from tests.journeys import story

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]


async def releases() -> int:
    return int((await story.one("SELECT count(*) AS n FROM stock_ledger WHERE kind = 'release'"))["n"])


async def test_before_anything_ran(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1)
    await story.cancel_by_customer(placed)
    await story.drain()
    order = await story.see(placed)
    assert (order.status, order.cancel_reason) == ("cancelled", "customer")
    assert order.is_settled
    assert (await story.stock("SKU-0001"), await releases()) == ((50, 0), 0)
    assert await provider.lookup(f"{placed.public_id}:1") is None


class Meanwhile(TestProvider):
    """The buyer cancels while the provider is being asked."""

    placed = None

    async def charge(self, key, **question):  # type: ignore[no-untyped-def]
        assert self.placed is not None
        answer = await super().charge(key, **question)
        await story.cancel_by_customer(self.placed)
        return answer


@pytest.mark.parametrize(("token", "kept"), [("tok_ok", "refunded"), ("tok_declined", "declined")])
async def test_while_the_provider_is_asked(provider: TestProvider, token: str, kept: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    racing = Meanwhile(tmp_path / "racing.jsonl")
    install_provider(racing)
    placed = racing.placed = await story.order(await story.shopper(), token=token, SKU_0001=1)
    await story.drain()
    order = await story.see(placed)
    assert (order.status, order.cancel_reason, order.payment["status"]) == ("cancelled", "customer", kept)
    assert (await story.stock("SKU-0001"), await releases()) == ((50, 0), 1)
    assert await story.money(racing, placed) == 0
    assert order.is_settled


async def test_while_the_answer_is_unknown(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), token="tok_timeout", SKU_0001=1)
    await story.drain()
    await story.cancel_by_customer(placed)
    await story.drain()
    assert (await story.see(placed)).status == "cancelled"
    assert await story.money(provider, placed) == placed.total_cents
    await story.later()
    await story.drain()
    assert await story.money(provider, placed) == 0
    assert (await story.see(placed)).payment["status"] == "refunded"
    assert (await story.stock("SKU-0001"), await releases()) == ((50, 0), 1)


async def test_after_the_charge(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1)
    await story.drain()
    for _ in range(2):
        await story.cancel_by_customer(placed)
    order = await story.see(placed)
    assert order.is_refund_owed
    assert not order.is_settled
    await story.drain()
    order = await story.see(placed)
    assert (order.status, order.payment["status"], order.is_settled) == ("cancelled", "refunded", True)
    assert (await story.stock("SKU-0001"), await releases()) == ((50, 0), 1)
    assert await story.money(provider, placed) == 0
    mails = await story.every("SELECT kind FROM email_message WHERE order_id = ? ORDER BY id", placed.id)
    assert [mail["kind"] for mail in mails] == ["order.confirmed", "order.cancelled"]


async def test_a_shipped_order_cannot_be_cancelled_and_keeps_its_stock() -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1)
    await story.drain()

    async def ship(tx: Transaction) -> None:
        await inventory.ship(tx, placed.id, actor="admin")
        await orders.move(tx, await orders.load(tx, placed.id), Status.SHIPPED, actor="admin")

    await write(ship)
    with pytest.raises(OrderNotCancellable):
        await story.cancel_by_customer(placed)
    assert await story.stock("SKU-0001") == (49, 0)


async def test_two_who_move_an_order_at_once_cannot_both(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1)

    async def both(tx: Transaction) -> None:
        first, second = await orders.load(tx, placed.id), await orders.load(tx, placed.id)
        await orders.move(tx, first, Status.RESERVED, actor="one")
        await orders.move(tx, second, Status.CANCELLED, actor="two", reason=CancelReason.CUSTOMER)

    with pytest.raises(IllegalTransition):
        await write(both)
    assert (await story.see(placed)).version == 1


async def test_a_reservation_never_paid_expires() -> None:
    placed = await story.order(await story.shopper(), token="tok_error", SKU_0001=2)
    await story.drain()
    assert await story.stock("SKU-0001") == (50, 2)
    await write(lambda tx: tx.execute("UPDATE payment SET state = 'intent', asked = 0 WHERE order_id = ?", placed.id))
    await write(lambda tx: tx.execute("UPDATE job SET state = 'dead' WHERE kind = 'order.process'"))
    await _expire()
    assert (await story.see(placed)).status == "reserved"
    await write(lambda tx: tx.execute("UPDATE reservation SET expires_at = ?", tx.now - 1))
    await _expire()
    order = await story.see(placed)
    assert (order.status, order.cancel_reason) == ("cancelled", "payment_expired")
    assert await story.stock("SKU-0001") == (50, 0)


async def test_a_reservation_whose_payment_was_requested_does_not_expire(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), token="tok_timeout", SKU_0001=2)
    await story.drain()
    await write(lambda tx: tx.execute("UPDATE reservation SET expires_at = ?", tx.now - 1))
    await _expire()
    assert (await story.see(placed)).status == "reserved"
    # both guards hold alone: the look that picks overdue orders, and the transaction that would cancel one
    assert await read(inventory.overdue_orders) == []
    assert not await write(lambda tx: expire(tx, placed.id))
    await story.later()
    await story.drain()
    assert (await story.see(placed)).status == "confirmed"


async def test_stock_is_given_back_once_however_often_it_is_asked(provider: TestProvider) -> None:
    placed = await story.order(await story.shopper(), SKU_0001=2)
    await story.drain()
    await story.cancel_by_customer(placed)
    for _ in range(2):
        await write(lambda tx: inventory.release(tx, placed.id, actor="somebody"))
    assert (await story.stock("SKU-0001"), await releases()) == ((50, 0), 1)
    await story.drain()


async def _expire() -> None:
    """One tick of the timetable."""
    await write(lambda tx: enqueue(tx, RESERVATIONS_EXPIRE, f"tick@{tx.now}.{id(tx)}"))
    [claim] = await story.claim_due(queues=["maintenance"])
    await expire_reservations(claim)
    assert claim.is_settled
