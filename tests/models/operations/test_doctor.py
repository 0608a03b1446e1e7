"""Each invariant, violated by hand, is named."""

import pytest

from models.database import read, read_long
from models.operations import doctor
from tests.models.orders_at_hand import claim_one, place, run
from tests.stack import uses_postgres

pytestmark = pytest.mark.asyncio

LEDGER = "INSERT INTO stock_ledger (product_id, kind, d_on_hand, d_reserved, on_hand, reserved, at) VALUES "
EVENT = "INSERT INTO job_event (job_id, type, attempt, fence, at, lease_until) VALUES "
HISTORY = "INSERT INTO order_event (order_id, sequence, type, status, at, job_id, fence) VALUES "

DROP_TRIGGER = (
    "DROP TRIGGER stock_ledger_append_only ON stock_ledger"
    if uses_postgres()
    else "DROP TRIGGER stock_ledger_append_only_delete"
)
VIOLATIONS = {
    "a ledger that counts other units": ("I2", [LEDGER + "(1, 'adjust', 1, 0, 51, 0, 1)"]),
    "a ledger that holds other units": ("I3", [LEDGER + "(1, 'adjust', 0, 1, 50, 1, 1)"]),
    "stock held for nobody": ("I3", ["UPDATE inventory SET reserved = 1 WHERE product_id = 1"]),
    "an order that holds nothing": ("I6", ["UPDATE orders SET status = 'reserved'"]),
    "a total that is not the lines'": (
        "I8",
        ["UPDATE orders SET subtotal_cents = subtotal_cents + 1, total_cents = total_cents + 1"],
    ),
    "money for a cancelled order": (
        "I9",
        [
            "UPDATE orders SET status = 'cancelled', cancel_reason = 'customer'",
            "UPDATE payment SET state = 'captured'",
            "UPDATE job SET state = 'cancelled'",
        ],
    ),
    "an order that expired while it was paid": (
        "I9",
        [
            "UPDATE orders SET status = 'cancelled', cancel_reason = 'payment_expired'",
            "UPDATE payment SET state = 'unknown', asked = 1",
        ],
    ),
    "an order nobody decides": ("I10", ["UPDATE orders SET created_at = 1"]),
    "a fence claimed twice": (
        "I12",
        [EVENT + "(1, 'claimed', 1, 1, 1, NULL)", EVENT + "(1, 'claimed', 2, 1, 2, NULL)"],
    ),
    "a late end": (
        "I12",
        [
            EVENT + "(1, 'claimed', 1, 1, 1, NULL)",
            EVENT + "(1, 'claimed', 2, 2, 2, NULL)",
            EVENT + "(1, 'succeeded', 1, 1, 3, NULL)",
        ],
    ),
    "a late line in the history": (
        "I12",
        [HISTORY + "(1, 2, 'x', 'pending', 1, 1, 2)", HISTORY + "(1, 3, 'x', 'pending', 1, 1, 1)"],
    ),
    "a lease that was stolen": ("I13", [EVENT + "(1, 'lost', 1, 1, 5, 9)"]),
    "a buyer nobody tells": (
        "I15",
        ["UPDATE orders SET status = 'cancelled', cancel_reason = 'customer'", "UPDATE job SET state = 'cancelled'"],
    ),
    "a history with a gap": ("I17", ["UPDATE orders SET version = 3"]),
    "a move that is none": (
        "I17",
        [HISTORY + "(1, 2, 'order.shipped', 'shipped', 1, NULL, NULL)"],
    ),
    "a job nobody knows": ("I18", ["UPDATE job SET kind = 'unheard.of', created_at = 1"]),
    "a job nobody takes": ("I18", ["UPDATE job SET run_at = 1"]),
    "a constraint that is gone": ("I4", [DROP_TRIGGER]),
}


async def _found() -> set[str]:
    return {violation.invariant for violation in await read_long(doctor.violations, snapshot=True)}


async def test_a_shop_with_an_order_on_its_way_is_clean(demo_shop):
    await place()
    await claim_one()
    assert await read_long(doctor.violations, snapshot=True) == []


@pytest.mark.parametrize("what", VIOLATIONS)
async def test_what_is_wrong_is_named(demo_shop, what):
    await place()
    invariant, statements = VIOLATIONS[what]
    for statement in statements:
        await run(statement)
    assert invariant in await _found()


ENDPOINT = (
    "INSERT INTO webhook_endpoint (id, public_id, url, events, note, secret, previous_secret, state,"
    " failures, rests_until, disabled_reason, created_at, updated_at)"
    " VALUES (1, 'e1', 'https://a.example', '[]', '', 's', '', 'active', 5, {}, '', 1, 1)"
)


@pytest.mark.parametrize(
    ("rests_until", "is_running", "is_named"), [(1, False, True), (1 << 50, False, False), (1, True, False)]
)
async def test_messages_that_wait_for_the_turn_of_their_endpoint_are_no_violation(
    demo_shop, rests_until, is_running, is_named
):
    await place()
    await run(ENDPOINT.format(rests_until))
    await run("UPDATE job SET run_at = 1, concurrency_key = '1'")
    if is_running:
        await claim_one()
        await place()
        await run("UPDATE job SET concurrency_key = '1', run_at = 1")
    assert ("I18" in await _found()) is is_named


async def test_an_order_under_review_is_named_and_is_no_violation(demo_shop):
    await place()
    await run("UPDATE orders SET review_reason = 'its job died', review_since = 1, created_at = 1")
    assert await read_long(doctor.violations, snapshot=True) == []
    assert await read(doctor.under_review) == ["order CW-10001 is under review: its job died"]
