"""Jobs of the timetable: expire reservations, check the invariants."""

import logging
import time
from functools import partial

from models.database import Transaction, read, read_long, write
from models.inventory import inventory
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.operations import check_runs, doctor
from models.operations.doctor import BooksCheck
from pipelines.job_outcomes import Discard
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
    checked = await read_long(partial(doctor.check, daily=True), snapshot=True)
    found = [f"{each.invariant}: {each.words}" for each in checked.violations]
    for words in found:
        log.error("integrity violation %s", words)
    lasted_ms = round((time.monotonic() - began) * 1000)
    await write(partial(_keep_result, claim=claim, checked=checked, found=found, lasted_ms=lasted_ms))
    if found:
        raise Discard(f"{len(found)} violations: {'; '.join(found)}")


async def _keep_result(tx: Transaction, claim: Claim, checked: BooksCheck, found: list[str], lasted_ms: int) -> None:
    await doctor.remember(tx, checked)
    await check_runs.record(tx, check_runs.BOOKS, found, lasted_ms=lasted_ms)
    await check_runs.end_earlier_failures(tx, claim.id)
    await (completion.renew_lease if found else completion.succeed)(tx, claim)
