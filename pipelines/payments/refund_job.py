"""Refunds a payment: the handler of the `payment.refund` job."""

from functools import partial

import telemetry
from core.failpoints import failpoint
from models.database import Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.orders import orders
from models.orders.event_types import EventType
from models.payments import payments, refunds
from pipelines.gateways import payment_provider
from pipelines.orders.order_runner import LeaseInDoubt


async def refund(claim: Claim) -> None:
    """Request the refund under its own key, then record it. A repeated request refunds only once."""
    owed = await write(partial(_begin, claim=claim))
    if owed is None:
        return
    key, charge_key, amount_cents = owed
    if not claim.is_safe():
        raise LeaseInDoubt(f"job {claim.id}: the last heartbeat is too old")
    failpoint("before_refund")
    with telemetry.outside("payment refund"):
        reference = await payment_provider.provider().refund(key, charge_key=charge_key, amount_cents=amount_cents)
    failpoint("after_refund")
    await write(partial(_finish, claim=claim, reference=reference))


async def _begin(tx: Transaction, claim: Claim) -> tuple[str, str, int] | None:
    assert claim.subject_id is not None
    granted = claim.arguments().get("refund")  # granted by an admin; otherwise the order was cancelled
    owed = await (
        refunds.pending_refunds(tx, str(granted)) if granted else payments.pending_refund(tx, claim.subject_id)
    )
    if owed is None:
        await completion.succeed(tx, claim)
    else:
        await completion.renew_lease(tx, claim)
    return owed


async def _finish(tx: Transaction, claim: Claim, reference: str) -> None:
    assert claim.subject_id is not None
    order = await orders.load(tx, claim.subject_id)
    granted = claim.arguments().get("refund")
    await (refunds.book(tx, str(granted), reference) if granted else payments.book_refund(tx, order.id, reference))
    await orders.note(
        tx, order, EventType.PAYMENT_REFUNDED, actor="worker", detail="Your money is on its way.", claim=claim
    )
    await completion.succeed(tx, claim)
