"""Keeps the promise of a refund: the body of the `payment.refund` job."""

from functools import partial

import telemetry
from failpoints import failpoint
from models import orders, payments, refunds, settlements
from models.database import Transaction, write
from models.jobs import Claim
from pipelines.gateways import payment
from pipelines.walk import LeaseInDoubt


async def refund(claim: Claim) -> None:
    """Ask the provider under the refund's own key, then write it down. Asked twice, it happens once."""
    owed = await write(partial(_begin, claim=claim))
    if owed is None:
        return
    key, charge_key, amount_cents = owed
    if not claim.is_safe():
        raise LeaseInDoubt(f"job {claim.id}: the heart has not beaten for too long")
    failpoint("before_refund")
    with telemetry.outside("payment refund"):
        reference = await payment.provider().refund(key, charge_key=charge_key, amount_cents=amount_cents)
    failpoint("after_refund")
    await write(partial(_finish, claim=claim, reference=reference))


async def _begin(tx: Transaction, claim: Claim) -> tuple[str, str, int] | None:
    assert claim.subject_id is not None
    granted = claim.arguments().get("refund")  # by a person; without it the order was cancelled
    owed = await (refunds.owed(tx, granted) if granted else payments.owed_refund(tx, claim.subject_id))
    if owed is None:
        await settlements.succeed(tx, claim)
    else:
        await settlements.keep(tx, claim)
    return owed


async def _finish(tx: Transaction, claim: Claim, reference: str) -> None:
    assert claim.subject_id is not None
    order = await orders.load(tx, claim.subject_id)
    granted = claim.arguments().get("refund")
    await (refunds.book(tx, granted, reference) if granted else payments.book_refund(tx, order.id, reference))
    await orders.note(tx, order, "payment.refunded", actor="worker", detail="Your money is on its way.", claim=claim)
    await settlements.succeed(tx, claim)
