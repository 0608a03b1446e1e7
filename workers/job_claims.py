"""Claims jobs and, in the same transaction, opens those whose first steps are inside our database."""

import logging
from collections.abc import Sequence
from functools import partial
from typing import Any

import telemetry
from models.database import Transaction, TransactionLost
from models.jobs.ledger import jobs
from models.jobs.ledger.jobs import Claim
from models.shared.public_ids import number_of
from pipelines.registry import OPENINGS, Opening
from telemetry.claim_facts import ClaimFacts
from telemetry.log_lines import about

log = logging.getLogger(__name__)


async def claim_and_open(
    tx: Transaction, shares: Sequence[tuple[str, int]], *, worker: str, lease_seconds: float, suspects: int = 1
) -> list[Claim]:
    """The jobs that are ours now. One whose opening fails is claimed all the same, and fails in its own attempt."""
    claims = await jobs.claim(tx, shares, worker=worker, lease_seconds=lease_seconds, suspects=suspects)
    for claim in claims:
        claim.watched = _watched(claim)
        # where others write at the same time, orders that share products are not locked together: two workers would
        # wait for each other
        opening = OPENINGS.get(claim.kind) if tx.is_alone else None
        if opening is not None:
            try:
                claim.opening = await tx.nested(partial(_open, opening=opening, claim=claim))
                claim.is_opened = True
            except TransactionLost:
                raise
            except Exception as error:
                claim.is_settled = False
                log.debug("job %d could not be opened with its claim: %r", claim.id, error)
    return claims


async def _open(tx: Transaction, opening: Opening, claim: Claim) -> object:
    # what it enqueues and writes to the log follows from this job
    with telemetry.inside(claim.watched), about(job_id=claim.id, order_id=order_number(claim)):
        return await opening(tx, claim)


def _watched(claim: Claim) -> Any:
    """The attempt that begins with the claim, if anybody watches."""
    recorder = telemetry.active()
    if recorder is None:
        return None
    claimed = ClaimFacts(
        claim.id,
        claim.kind,
        claim.queue,
        order_number(claim),
        is_prompt=claim.fence == 1 and claim.run_at <= claim.created_at,
        waited_seconds=max(0, claim.started_at - claim.run_at) / 1000,
        traceparent=claim.traceparent,
    )
    return recorder.begin_attempt(claimed)


def order_number(claim: Claim) -> str:
    """The number of the order that the job is about; empty if it is about none."""
    return number_of(claim.subject_id) if claim.subject_type == "order" and claim.subject_id is not None else ""
