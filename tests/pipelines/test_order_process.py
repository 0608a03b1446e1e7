"""The order process, walked step by step in one process: each answer of the provider, wherever the order is by then."""

import random

import pytest
import pytest_asyncio

from models.database import write
from models.jobs.ledger import rescue
from models.jobs.ledger.jobs import LateWrite
from models.orders.order_states import CancelReason
from pipelines.gateways import payment_provider
from pipelines.gateways.payment_provider import Captured, Declined, ProviderRefused, Unknown
from pipelines.orders.order_process import cancel
from pipelines.orders.order_runner import LeaseInDoubt, process_order
from tests.models.orders_at_hand import claim_one, end_lease, place, row, run

pytestmark = pytest.mark.asyncio


class Provider:
    """Answers as told, and remembers under which keys it was asked."""

    def __init__(self) -> None:
        self.answer: object = Captured("ref")
        self.keys: list[str] = []
        self.meanwhile = None

    async def charge(self, key, **_):
        self.keys.append(key)
        if self.meanwhile:
            await self.meanwhile()
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest_asyncio.fixture
async def provider(demo_shop):
    provider = Provider()
    payment_provider.install_provider(provider)
    yield provider
    payment_provider._providers.clear()


async def _order():
    return await row("SELECT status, cancel_reason FROM orders")


async def _reserved() -> int:
    return (await row("SELECT reserved FROM inventory WHERE product_id = 1"))[0]


async def test_a_captured_order_is_confirmed_and_keeps_its_stock(provider):
    await place(3)
    await process_order(await claim_one())
    assert await _order() == ("confirmed", None)
    assert await _reserved() == 3
    assert await row("SELECT state FROM reservation") == ("committed",)


async def test_a_declined_order_is_cancelled_and_gives_its_stock_back(provider):
    provider.answer = Declined("no")
    await place(3)
    await process_order(await claim_one())
    assert await _order() == ("cancelled", "payment_declined")
    assert await _reserved() == 0


async def test_an_order_of_more_than_there_is_is_cancelled_and_nobody_is_asked_for_money(provider):
    await place(30)
    await place(30)
    await process_order(await claim_one())
    await process_order(await claim_one())
    assert await row("SELECT status, cancel_reason FROM orders WHERE id = 2") == ("cancelled", "out_of_stock")
    assert len(provider.keys) == 1


async def test_an_unknown_charge_is_asked_for_again_under_the_same_key_and_uses_no_attempt_up(provider):
    provider.answer = Unknown("no answer")
    await place()
    await process_order(await claim_one())
    assert await row("SELECT state, attempt, deferrals FROM job WHERE kind = 'order.process'") == ("queued", 0, 1)
    await run("UPDATE job SET run_at = 0")
    provider.answer = Captured("ref")
    await process_order(await claim_one())
    assert await _order() == ("confirmed", None)
    assert len(set(provider.keys)) == 1
    assert len(provider.keys) == 2


async def test_a_charge_that_lands_after_the_cancellation_is_given_back(provider):
    async def cancel_meanwhile():
        await write(lambda tx: cancel(tx, 1, actor="ann", reason=CancelReason.CUSTOMER))

    provider.meanwhile = cancel_meanwhile
    await place(3)
    await process_order(await claim_one())
    assert await _order() == ("cancelled", "customer")
    assert await _reserved() == 0
    assert await row("SELECT state FROM payment WHERE purpose = 'refund'") == ("refund_pending",)


async def test_a_worker_that_lost_its_lease_during_the_call_changes_nothing(provider):
    await place()
    claim = await claim_one()

    async def lose_the_lease():
        await end_lease(claim)
        await write(lambda tx: rescue.rescue(tx, wait_seconds=0, draw=random.Random(1)))

    provider.meanwhile = lose_the_lease
    with pytest.raises(LateWrite):
        await process_order(claim)
    assert await _order() == ("reserved", None)
    assert await row("SELECT state FROM payment") == ("submitted",)


async def test_nobody_is_asked_for_money_while_the_lease_is_in_doubt(provider):
    await place()
    claim = await claim_one()
    claim.is_safe = lambda: False
    with pytest.raises(LeaseInDoubt):
        await process_order(claim)
    assert provider.keys == []


async def test_a_provider_that_is_away_leaves_the_order_where_it_is(provider):
    provider.answer = ProviderRefused("away")
    await place()
    await process_order(await claim_one())
    assert await _order() == ("reserved", None)
    assert await row("SELECT state, attempt, deferrals FROM job WHERE kind = 'order.process'") == ("queued", 0, 1)


async def test_an_order_cancelled_before_its_turn_is_not_charged(provider):
    await place(3)
    await write(lambda tx: cancel(tx, 1, actor="ann", reason=CancelReason.CUSTOMER))
    await process_order(await claim_one())
    assert provider.keys == []
    assert await _reserved() == 0
    assert (await row("SELECT state FROM job WHERE kind = 'order.process'"))[0] == "succeeded"
