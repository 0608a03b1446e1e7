"""Runs a batch that an admin confirmed: the handler of the `jobs.batch` job."""

import time
from functools import partial

from models.database import Transaction, write
from models.jobs.admin import batch_execution
from models.jobs.admin.batch_execution import BatchProgress
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from pipelines.job_outcomes import Snooze

TURN_SECONDS = 20.0  # well below the time limit of one attempt


async def work_batch(claim: Claim) -> None:
    """Process a few items per transaction.

    Raises:
        Snooze: canaries are unfinished, the rate limit requires a wait, or other jobs should get their turn.
    """
    until = time.monotonic() + TURN_SECONDS
    while True:
        progress = await write(partial(_run_next_items, claim=claim))
        if progress.is_over:
            return
        if progress.wait_seconds or time.monotonic() > until:
            raise Snooze("the batch goes on in a moment", wait_seconds=progress.wait_seconds)


async def _run_next_items(tx: Transaction, claim: Claim) -> BatchProgress:
    assert claim.subject_id is not None
    await completion.renew_lease(tx, claim)
    progress = await batch_execution.run_next_items(tx, claim.subject_id)
    if progress.is_over:
        await completion.succeed(tx, claim)
    return progress
