"""A key that a client gave one kind of request is new for another."""

import pytest

from models.database import read, write
from models.shared import idempotency
from models.shared.errors import IdempotencyKeyReused
from tests.models.operations.ages import purged

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("shop")]


async def test_a_refund_key_used_for_one_order_is_new_for_another():
    await write(lambda tx: idempotency.store_answer(tx, "refund:1", "k", "f", 201, "{}", order_id=None))
    assert await read(lambda tx: idempotency.find(tx, "refund:2", "k", "f")) is None
    assert await read(lambda tx: idempotency.find(tx, "refund:1", "another", "f")) is None
    found = await read(lambda tx: idempotency.find(tx, "refund:1", "k", "f"))
    assert found is not None
    assert (found.status, found.is_replay) == (201, True)
    with pytest.raises(IdempotencyKeyReused):
        await read(lambda tx: idempotency.find(tx, "refund:1", "k", "other words"))


async def test_only_answers_past_their_time_are_purged():
    for key in ("old", "new"):
        await write(lambda tx, key=key: idempotency.store_answer(tx, "s", key, "f", 200, "{}", order_id=None))
    await write(lambda tx: tx.execute("UPDATE idempotency_key SET expires_at = ? WHERE key = 'old'", tx.now - 1))
    assert await purged("idempotency_key") == 1
    assert await read(lambda tx: idempotency.find(tx, "s", "old", "f")) is None
    assert await read(lambda tx: idempotency.find(tx, "s", "new", "f")) is not None
