"""Adds up the figures of the job charts: the handler of the `figures.roll` job.

What grows is counted while reading; only the sums are written.
"""

from functools import partial

from models.database import Transaction, read_long, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.reports import backlog_figures, job_figures
from models.reports.job_figures import Batch


async def roll_figures(claim: Claim) -> None:
    """Add up new events in batches, so that no transaction is long."""
    has_more = True
    while has_more:
        batch = await read_long(job_figures.count_new)
        await write(partial(_add, claim=claim, batch=batch))
        has_more = batch.has_more
    await write(partial(_finish, claim=claim, backlogs=await read_long(backlog_figures.measure)))


async def _add(tx: Transaction, claim: Claim, batch: Batch) -> None:
    await completion.renew_lease(tx, claim)
    await job_figures.add(tx, batch)


async def _finish(tx: Transaction, claim: Claim, backlogs: list[tuple[str, int, int]]) -> None:
    await job_figures.note_versions(tx)
    await backlog_figures.record(tx, backlogs)
    await completion.succeed(tx, claim)
