"""After a clock was set back, what was to happen soon lies far ahead: it is brought near again."""

from models.database import Transaction
from models.jobs.ledger.job_kinds import KINDS


async def bring_near(tx: Transaction, lease_seconds: float) -> int:
    """No job waits longer than its kind ever does, and no lease is longer than two; how many were."""
    # enqueue knows no later: what was never claimed is due
    near = await tx.execute(
        "UPDATE job SET run_at = ? WHERE state = 'queued' AND fence = 0 AND run_at > ?", tx.now, tx.now
    )
    for kind in KINDS.values():
        latest = tx.now + int(kind.longest_wait_seconds * 1000)
        near += await tx.execute(
            "UPDATE job SET run_at = ? WHERE state = 'queued' AND queue = ? AND kind = ? AND run_at > ?",
            *(latest, kind.lane.name, kind.name, latest),
        )
    lease_ms = int(lease_seconds * 1000)
    near += await tx.execute(
        "UPDATE job SET lease_until = ? WHERE state = 'running' AND lease_until > ?",
        *(tx.now + lease_ms, tx.now + 2 * lease_ms),
    )
    return near
