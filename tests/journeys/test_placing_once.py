"""One key, one order: a repeat gets the answer given before, another request under the key is refused."""

from dataclasses import replace

import pytest

from models.accounts.account_record import Account
from models.checkout.accepted_orders import view_of
from models.checkout.buyers import customer
from models.checkout.checkout import Checkout, Placed, place, place_once
from models.database import Transaction, write
from models.jobs.ledger.job_kinds import RETENTION_PURGE
from models.jobs.ledger.jobs import enqueue
from models.orders.order_views import OrderView, by_row, view
from models.shared import idempotency
from models.shared.errors import AlreadyOrdered, IdempotencyKeyReused
from tests.journeys import story
from tests.models.operations.ages import purged

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]


def _tell(_: object, __: object, outcome: object) -> tuple[int, str]:
    return (202, outcome.public_id) if isinstance(outcome, Placed) else (409, "short")


async def submit(account: Account, wanted: Checkout = story.WANTED) -> idempotency.StoredAnswer:
    async def work(tx: Transaction) -> idempotency.StoredAnswer:
        return await place_once(tx, await customer(tx, account), wanted, _tell, route="test")

    return await write(work)


async def test_what_is_answered_at_once_is_what_reading_the_order_shows() -> None:
    ann = await story.shopper()
    await story.fill_cart(ann, SKU_0001=2, SKU_0002=1)

    async def work(tx: Transaction) -> tuple[OrderView, OrderView]:
        buyer = await customer(tx, ann)
        placed = await place(tx, buyer, story.WANTED)
        return view_of(buyer, story.WANTED, placed), await view(tx, by_row(placed.id))

    answered, read_back = await write(work)
    read_back.progress = answered.progress  # the place in line is for later reads
    assert answered == read_back


async def test_a_repeat_gets_the_same_answer_and_no_second_order() -> None:
    ann = await story.shopper()
    await story.fill_cart(ann, SKU_0001=2)
    first, second = await submit(ann), await submit(ann)
    assert (first.status, first.is_replay, second.is_replay) == (202, False, True)
    assert first.body == second.body
    assert len(await story.every("SELECT id FROM orders")) == 1
    await story.drain()
    assert await story.stock("SKU-0001") == (50, 2)


async def test_the_key_of_another_request_is_refused() -> None:
    ann = await story.shopper()
    await story.fill_cart(ann, SKU_0001=1)
    await submit(ann)
    with pytest.raises(IdempotencyKeyReused):
        await submit(ann, replace(story.WANTED, fingerprint="another"))


async def test_the_same_key_of_another_buyer_is_another_key() -> None:
    for email in ("ann@example.com", "bob@example.com"):
        buyer = await story.shopper(email)
        await story.fill_cart(buyer, SKU_0001=1)
        assert not (await submit(buyer)).is_replay
    assert len(await story.every("SELECT id FROM orders")) == 2


async def test_a_key_makes_one_order_also_after_its_answer_was_purged() -> None:
    ann = await story.shopper()
    await story.fill_cart(ann, SKU_0001=1)
    placed = (await submit(ann)).body
    await write(lambda tx: tx.execute("UPDATE idempotency_key SET expires_at = ?", tx.now - 1))
    assert await purged("idempotency_key") == 1
    await story.fill_cart(ann, SKU_0001=1)
    with pytest.raises(AlreadyOrdered) as refusal:
        await submit(ann)
    assert refusal.value.extra["order_id"] == placed


async def test_a_refusal_for_want_of_stock_is_kept_as_well() -> None:
    ann = await story.shopper()
    await story.fill_cart(ann, SKU_0001=2)
    await story.set_stock("SKU-0001", 1)
    assert (await submit(ann)).status == 409
    await story.set_stock("SKU-0001", 50)
    answer = await submit(ann)
    assert (answer.status, answer.is_replay) == (409, True)
    assert await story.every("SELECT id FROM orders") == []


async def test_answers_past_their_time_are_all_purged_however_many() -> None:
    async def work(tx: Transaction) -> None:
        for number in range(1001):
            await idempotency.store_answer(tx, "user:1 POST /orders", f"key-{number}", "", 409, "{}", order_id=None)
        await tx.execute("UPDATE idempotency_key SET expires_at = 1")
        await enqueue(tx, RETENTION_PURGE, "now")

    await write(work)
    await story.drain()
    assert (await story.one("SELECT count(*) AS n FROM idempotency_key"))["n"] == 0
    assert await story.job_states("retention.purge") == {"succeeded": 1}
