"""Repairs times in the ledger that lie too far ahead because the clock was set back."""

from models.database import Transaction
from models.jobs.ledger.job_kinds import KINDS


async def limit_future_times(tx: Transaction, lease_seconds: float) -> int:
    """Limit due times to the longest wait of each kind, and leases to twice their length; the number of changes."""
    # enqueue makes jobs due at once, so one that was never claimed is due
    changed = await tx.execute(
        "UPDATE job SET run_at = ? WHERE state = 'queued' AND fence = 0 AND run_at > ?", tx.now, tx.now
    )
    for kind in KINDS.values():
        latest = tx.now + int(kind.longest_wait_seconds * 1000)
        changed += await tx.execute(
            "UPDATE job SET run_at = ? WHERE state = 'queued' AND queue = ? AND kind = ? AND run_at > ?",
            *(latest, kind.queue.name, kind.name, latest),
        )
    lease_ms = int(lease_seconds * 1000)
    changed += await tx.execute(
        "UPDATE job SET lease_until = ? WHERE state = 'running' AND lease_until > ?",
        *(tx.now + lease_ms, tx.now + 2 * lease_ms),
    )
    return changed
