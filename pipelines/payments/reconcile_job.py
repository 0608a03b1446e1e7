"""Compares every payment with the provider's book: the handler of the `payment.reconcile` job, nightly and on demand.

A job compares one page of payments and enqueues the next page, so that no job runs long and a restart loses nothing.
After the payments come the granted refunds, and then the provider's list of charges, each of which needs an order.
"""

import logging
import time
from functools import partial

from models.database import Transaction, read, write
from models.jobs.ledger import completion
from models.jobs.ledger.job_kinds import PAYMENT_RECONCILE
from models.jobs.ledger.jobs import Claim, enqueue
from models.payments import payment_circuit, reconciliation, unmatched_charges
from models.payments.reconciliation import Discrepancy, Ours, Theirs
from pipelines.gateways import provider_calls
from pipelines.gateways.payment_provider import CannotList
from pipelines.gateways.provider_calls import NoAnswer
from pipelines.job_outcomes import Snooze
from pipelines.orders.payment_steps import NO_ANSWER, outage_wait_seconds
from pipelines.payments import provider_list

log = logging.getLogger(__name__)

PAGE = 100
RETRY_SECONDS = 60.0


async def reconcile(claim: Claim) -> None:
    """Compare a page of payments; after the last one, of granted refunds; then of the provider's list."""
    place = claim.arguments()
    if "until" in place:
        await _compare_list(claim)
        return
    granted, after = bool(place.get("granted")), int(str(place.get("after", 0)))
    if await read(payment_circuit.outage) is not None:
        raise Snooze(NO_ANSWER, wait_seconds=outage_wait_seconds())
    payments = await read(lambda tx: reconciliation.page_of(tx, granted=granted, after=after, most=PAGE))
    found: list[tuple[Ours, Discrepancy | None]] = []
    try:
        for ours in payments:
            found.append((ours, reconciliation.compare(ours, await _theirs(ours.provider_key))))
    except NoAnswer as silence:
        raise Snooze(f"the provider's book cannot be read: {silence}", wait_seconds=RETRY_SECONDS) from None
    await write(partial(_record, claim=claim, found=found, granted=granted))


async def _compare_list(claim: Claim) -> None:
    """Look for charges without a payment of ours on one page of the provider's list."""
    place = claim.arguments()
    since, until, page = int(str(place["since"])), int(str(place["until"])), str(place.get("page", ""))
    rest = ""
    try:
        _, rest = await provider_list.compare_page(since_ms=since, until_ms=until, page=page)
    except CannotList as reason:
        log.info("charges without an order are not looked for: %s", reason)
    except NoAnswer as silence:
        raise Snooze(f"the provider's book cannot be read: {silence}", wait_seconds=RETRY_SECONDS) from None
    await write(partial(_list_on, claim=claim, rest=rest))


async def _list_on(tx: Transaction, claim: Claim, rest: str) -> None:
    place = claim.arguments()
    if rest:
        await _enqueue_list(tx, {**place, "page": rest})
    else:
        await unmatched_charges.mark_read(tx, int(str(place["until"])))
    await completion.succeed(tx, claim)


async def _enqueue_list(tx: Transaction, place: dict[str, object]) -> None:
    await enqueue(tx, PAYMENT_RECONCILE, f"{place['run']}:list:{place['page']}", payload=place)


async def _theirs(key: str) -> Theirs:
    entry = await provider_calls.lookup(key)
    return Theirs("", 0, "") if entry is None else Theirs(entry.state, entry.amount_cents, entry.currency)


async def _record(tx: Transaction, claim: Claim, found: list[tuple[Ours, Discrepancy | None]], granted: bool) -> None:
    for ours, difference in found:
        await reconciliation.record(tx, ours, difference)
    run = claim.arguments().get("run", claim.id)
    if len(found) == PAGE or not granted:
        after = found[-1][0].id if len(found) == PAGE else 0
        rest = {"run": run, "granted": granted or len(found) < PAGE, "after": after}
        await enqueue(tx, PAYMENT_RECONCILE, f"{run}:{rest['granted']}:{after}", payload=rest)
    else:
        since, until = await unmatched_charges.read_since(tx), int(time.time() * 1000)
        await _enqueue_list(tx, {"run": run, "since": since, "until": until, "page": ""})
    await completion.succeed(tx, claim)
