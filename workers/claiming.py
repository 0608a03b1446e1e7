"""Claims jobs and, in the same transaction, opens those whose first steps are inside our database."""

import logging
from collections.abc import Sequence
from functools import partial

from models import jobs
from models.database import Transaction, TransactionLost
from models.jobs import Claim
from pipelines.handlers import OPENINGS, Opening

log = logging.getLogger(__name__)


async def claim_and_open(
    tx: Transaction, shares: Sequence[tuple[str, int]], *, worker: str, lease_seconds: float, suspects: int = 1
) -> list[Claim]:
    """The jobs that are ours now. One whose opening fails is claimed all the same, and fails in its own attempt."""
    claims = await jobs.claim(tx, shares, worker=worker, lease_seconds=lease_seconds, suspects=suspects)
    for claim in claims:
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
    return await opening(tx, claim)
