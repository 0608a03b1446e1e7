"""Jobs of the timetable: expire reservations, check the invariants, delete expired records."""

import logging
import time
from functools import partial

from models.database import Transaction, read, read_long, write
from models.inventory import inventory
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.mail import mail_outbox
from models.operations import check_runs, doctor, retention
from models.shared import idempotency
from models.webhooks import webhook_deliveries
from pipelines.job_outcomes import Discard
from pipelines.mail.mail_sender import Outbox
from pipelines.orders.order_process import expire

log = logging.getLogger(__name__)


async def expire_reservations(claim: Claim) -> None:
    """Cancel unpaid orders with expired reservations, each in its own transaction, so that one cannot block another."""
    for order_id in await read(inventory.overdue_orders):
        await write(partial(_expire, claim=claim, order_id=order_id))
    await write(partial(completion.succeed, claim=claim))


async def _expire(tx: Transaction, claim: Claim, order_id: int) -> None:
    await completion.renew_lease(tx, claim)
    await expire(tx, order_id)


async def check_invariants(claim: Claim) -> None:
    """Run the checks of `cartwright doctor` and keep the result. Discard: the books are wrong, and the job shows it."""
    began = time.monotonic()
    found = [f"{each.invariant}: {each.words}" for each in await read_long(doctor.violations, snapshot=True)]
    for words in found:
        log.error("integrity violation %s", words)
    lasted_ms = round((time.monotonic() - began) * 1000)
    await write(partial(_keep_result, claim=claim, found=found, lasted_ms=lasted_ms))
    if found:
        raise Discard(f"{len(found)} violations: {'; '.join(found)}")


async def _keep_result(tx: Transaction, claim: Claim, found: list[str], lasted_ms: int) -> None:
    await check_runs.record(tx, check_runs.BOOKS, found, lasted_ms=lasted_ms)
    await check_runs.end_earlier_failures(tx, claim.id)
    await (completion.renew_lease if found else completion.succeed)(tx, claim)


async def purge_expired(claim: Claim) -> None:
    """Delete what is older than its published age, in batches, so that no transaction is long."""
    while await write(partial(_purge_keys_and_deliveries, claim=claim)):
        pass
    carts = 0
    while deleted := await write(partial(_purge_carts, claim=claim)):
        carts += deleted
    if carts:
        log.info("deleted %d abandoned carts", carts)
    while await write(partial(_purge_mail, claim=claim)):
        pass
    await write(partial(_purge, claim=claim))


async def _purge_mail(tx: Transaction, claim: Claim) -> int:
    await completion.renew_lease(tx, claim)
    return await mail_outbox.purge_words(tx, Outbox.keep_days)


async def _purge_carts(tx: Transaction, claim: Claim) -> int:
    await completion.renew_lease(tx, claim)
    return await retention.purge_carts(tx)


async def _purge_keys_and_deliveries(tx: Transaction, claim: Claim) -> int:
    await completion.renew_lease(tx, claim)
    return await idempotency.purge(tx) + await webhook_deliveries.purge(tx)


async def _purge(tx: Transaction, claim: Claim) -> None:
    await retention.purge_expired(tx)
    await completion.succeed(tx, claim)
