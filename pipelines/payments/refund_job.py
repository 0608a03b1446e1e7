"""Refunds a payment: the handler of the `payment.refund` job.

A refund without an answer is unknown, as a charge is: it is requested again under its key with growing waits, and uses
no attempt.
"""

from functools import partial

from core.failpoints import failpoint
from models.database import Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.orders import order_reviews, orders
from models.orders.event_types import EventType
from models.payments import payment_circuit, payments, reconciliation, refunds
from models.payments.payments import PendingRefund
from pipelines.gateways import provider_calls
from pipelines.orders.order_runner import LeaseInDoubt
from pipelines.orders.payment_steps import NO_ANSWER, growing_wait_seconds, outage_wait_seconds


async def refund(claim: Claim) -> None:
    """Request the refund under its own key, then record it. A repeated request refunds only once."""
    owed = await write(partial(_begin, claim=claim))
    if owed is None:
        return
    if not claim.is_safe():
        raise LeaseInDoubt(f"job {claim.id}: the last heartbeat is too old")
    failpoint("before_refund")
    answer = await provider_calls.refund(owed.refund_key, charge_key=owed.charge_key, amount_cents=owed.amount_cents)
    failpoint("after_refund")
    if isinstance(answer, str):
        await write(partial(_finish, claim=claim, reference=answer))
        return
    reason = provider_calls.why(answer)
    await write(partial(_ask_again, claim=claim, reason=reason))


async def _begin(tx: Transaction, claim: Claim) -> PendingRefund | None:
    assert claim.subject_id is not None
    owed = await _owed(tx, claim, claim.subject_id)
    if owed is None:
        await completion.succeed(tx, claim)
        return None
    if await payment_circuit.admit(tx) is not None:  # put off here: a circuit that closes after this finds it waiting
        await completion.defer(tx, claim, NO_ANSWER, wait_seconds=outage_wait_seconds())
        return None
    await completion.renew_lease(tx, claim)
    return owed


async def _owed(tx: Transaction, claim: Claim, order_id: int) -> PendingRefund | None:
    """The refund: granted by an admin, settling a difference, or of a cancelled order."""
    why = claim.arguments()
    if "discrepancy" in why:
        return await reconciliation.pending_settlement(tx, str(why["discrepancy"]))
    return await (
        refunds.pending_grant(tx, str(why["refund"])) if "refund" in why else payments.pending_refund(tx, order_id)
    )


async def _book(tx: Transaction, claim: Claim, order_id: int, reference: str) -> None:
    why = claim.arguments()
    if "discrepancy" in why:
        await reconciliation.book_settlement(tx, str(why["discrepancy"]), reference)
    elif "refund" in why:
        await refunds.book(tx, str(why["refund"]), reference)
    else:
        await payments.book_refund(tx, order_id, reference)


async def _ask_again(tx: Transaction, claim: Claim, reason: str) -> None:
    """Let the refund wait; a person looks at one without an answer for a day."""
    assert claim.subject_id is not None
    if tx.now - claim.created_at > payments.REVIEW_AFTER_MS:
        await order_reviews.flag(tx, claim.subject_id, "the refund's outcome has been unknown for a day")
    await completion.defer(tx, claim, reason, wait_seconds=growing_wait_seconds(claim.deferrals + 1))


async def _finish(tx: Transaction, claim: Claim, reference: str) -> None:
    assert claim.subject_id is not None
    order = await orders.load(tx, claim.subject_id)
    await _book(tx, claim, order.id, reference)
    await orders.note(
        tx, order, EventType.PAYMENT_REFUNDED, actor="worker", detail="Your money is on its way.", claim=claim
    )
    await completion.succeed(tx, claim)
