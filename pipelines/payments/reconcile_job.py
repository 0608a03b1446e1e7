"""Compares every payment with the provider's book: the handler of the `payment.reconcile` job, nightly and on demand.

A job compares one page of payments and enqueues the next page, so that no job runs long and a restart loses nothing.
"""

from functools import partial

from models.database import Row, Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.job_kinds import PAYMENT_RECONCILE
from models.jobs.ledger.jobs import Claim, enqueue
from models.payments import payment_circuit, reconciliation
from models.payments.reconciliation import Discrepancy, Theirs
from pipelines.gateways import provider_calls
from pipelines.gateways.provider_calls import NoAnswer
from pipelines.job_outcomes import Snooze
from pipelines.orders.payment_steps import NO_ANSWER, outage_wait_seconds

PAGE = 100
RETRY_SECONDS = 60.0


async def reconcile(claim: Claim) -> None:
    """Compare a page of payments; after the last one, of granted refunds."""
    place = claim.arguments()
    granted, after = bool(place.get("granted")), int(str(place.get("after", 0)))
    if await read(payment_circuit.outage) is not None:
        raise Snooze(NO_ANSWER, wait_seconds=outage_wait_seconds())
    rows = await read(lambda tx: reconciliation.page_of(tx, granted=granted, after=after, most=PAGE))
    found: list[tuple[Row, Discrepancy | None]] = []
    try:
        for row in rows:
            found.append((row, reconciliation.compare(row, await _theirs(row["provider_key"]))))
    except NoAnswer as silence:
        raise Snooze(f"the provider's book cannot be read: {silence}", wait_seconds=RETRY_SECONDS) from None
    await write(partial(_record, claim=claim, found=found, granted=granted))


async def _theirs(key: str) -> Theirs:
    entry = await provider_calls.lookup(key)
    return Theirs("", 0, "") if entry is None else Theirs(entry.state, entry.amount_cents, entry.currency)


async def _record(tx: Transaction, claim: Claim, found: list[tuple[Row, Discrepancy | None]], granted: bool) -> None:
    for row, difference in found:
        await reconciliation.record(tx, row, difference)
    run = claim.arguments().get("run", claim.id)
    if len(found) == PAGE or not granted:
        after = found[-1][0]["id"] if len(found) == PAGE else 0
        rest = {"run": run, "granted": granted or len(found) < PAGE, "after": after}
        await enqueue(tx, PAYMENT_RECONCILE, f"{run}:{rest['granted']}:{after}", payload=rest)
    await completion.succeed(tx, claim)
