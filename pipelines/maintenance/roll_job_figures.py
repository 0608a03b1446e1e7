"""Adds up the figures of the job charts: the handler of the `figures.roll` job."""

from functools import partial

from models.database import Transaction, write
from models.jobs.ledger import completion
from models.jobs.ledger.jobs import Claim
from models.reports import backlog_figures, job_figures


async def roll_figures(claim: Claim) -> None:
    """Add up new events in batches, so that no transaction is long."""
    while await write(partial(_roll, claim=claim)):
        pass
    await write(partial(_measure, claim=claim))


async def _roll(tx: Transaction, claim: Claim) -> bool:
    await completion.renew_lease(tx, claim)
    return await job_figures.roll(tx)


async def _measure(tx: Transaction, claim: Claim) -> None:
    await job_figures.note_versions(tx)
    await backlog_figures.measure(tx)
    await completion.succeed(tx, claim)
