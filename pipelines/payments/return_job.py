"""Refunds a charge that has no order here: the handler of the `payment.return` job."""

from functools import partial

from models.database import Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.payments import payment_circuit, unmatched_charges
from models.payments.payments import PendingRefund
from pipelines.gateways import provider_calls
from pipelines.job_outcomes import Snooze
from pipelines.orders.order_runner import LeaseInDoubt
from pipelines.orders.payment_steps import NO_ANSWER, growing_wait_seconds, outage_wait_seconds


async def return_charge(claim: Claim) -> None:
    """Request the refund under its own key, then record it. Snooze: the provider gave no answer; asked again later."""
    owed = await write(partial(_begin, claim=claim))
    if owed is None:
        return
    if not claim.is_safe():
        raise LeaseInDoubt(f"job {claim.id}: the last heartbeat is too old")
    answer = await provider_calls.refund(owed.refund_key, charge_key=owed.charge_key, amount_cents=owed.amount_cents)
    if not isinstance(answer, str):
        raise Snooze(provider_calls.why(answer), wait_seconds=growing_wait_seconds(claim.deferrals + 1))
    await write(partial(_finish, claim=claim, reference=answer))


async def _begin(tx: Transaction, claim: Claim) -> PendingRefund | None:
    owed = await unmatched_charges.pending_refund(tx, str(claim.arguments()["charge"]))
    if owed is None:
        await completion.succeed(tx, claim)
        return None
    if await payment_circuit.admit(tx) is not None:  # put off here: a circuit that closes after this finds it waiting
        await completion.defer(tx, claim, NO_ANSWER, wait_seconds=outage_wait_seconds())
        return None
    await completion.renew_lease(tx, claim)
    return owed


async def _finish(tx: Transaction, claim: Claim, reference: str) -> None:
    await unmatched_charges.book_refund(tx, str(claim.arguments()["charge"]), reference)
    await completion.succeed(tx, claim)
