"""Repairs times in the ledger that lie too far ahead because the clock was set back."""

from models.database import Transaction
from models.jobs.ledger.job_kinds import KINDS, REST_MS


async def limit_future_times(tx: Transaction, lease_seconds: float) -> int:
    """Limit due times to the longest wait of each kind, leases to twice their length, and rests of webhooks to one.

    Heartbeats and outages from times to come are of now, so that who died before is lost in time, and a provider that
    answers again is asked. The number of changed jobs.
    """
    await tx.execute("UPDATE worker SET last_seen_at = ? WHERE last_seen_at > ?", tx.now, tx.now)
    for column in ("opened_at", "probe_at", "told_at"):
        await tx.execute(f"UPDATE circuit SET {column} = ? WHERE {column} > ?", tx.now, tx.now)  # noqa: S608  constants
    latest_rest = tx.now + REST_MS
    await tx.execute("UPDATE webhook_endpoint SET rests_until = ? WHERE rests_until > ?", latest_rest, latest_rest)
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
