"""Works off what an admin confirmed for many jobs: the body of the `jobs.batch` job."""

import time
from functools import partial

from models.database import Transaction, write
from models.jobs.admin import batch_execution
from models.jobs.admin.batch_execution import BatchProgress
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from pipelines.orders.step_table import Snooze

TURN_SECONDS = 20.0  # well below the time limit of one attempt


async def work_batch(claim: Claim) -> None:
    """A few jobs at a time, each few in a transaction of their own.

    Raises:
        TooEarly: the first ones are being watched, the pace asks for a rest, or it is the others' turn.
    """
    until = time.monotonic() + TURN_SECONDS
    while True:
        progress = await write(partial(_go_on, claim=claim))
        if progress.is_over:
            return
        if progress.wait_seconds or time.monotonic() > until:
            raise Snooze("the batch goes on in a moment", wait_seconds=progress.wait_seconds)


async def _go_on(tx: Transaction, claim: Claim) -> BatchProgress:
    assert claim.subject_id is not None
    await completion.renew_lease(tx, claim)
    progress = await batch_execution.go_on(tx, claim.subject_id)
    if progress.is_over:
        await completion.succeed(tx, claim)
    return progress
