"""The rate limiter's state for all processes: one bucket for each caller, which fills up again.

A row holds when the caller's bucket is full again; taking from it moves that moment on by what was taken, and never
further than the window (GCRA, the leaky bucket as a meter). A bucket that is full needs no row. A moment beyond the
window was noted before the clock was set back, and counts as full.
"""

from typing import NamedTuple

from models.database import Transaction

TAKE = """
INSERT INTO rate_bucket (key, full_at) VALUES (?, ?)
ON CONFLICT (key) DO UPDATE SET
    full_at = CASE WHEN rate_bucket.full_at > ? AND rate_bucket.full_at <= ?
        THEN rate_bucket.full_at + ? ELSE excluded.full_at END
WHERE rate_bucket.full_at <= ? OR rate_bucket.full_at > ? RETURNING full_at
"""


class Taken(NamedTuple):
    """What was given, what is left of the bucket, and, when nothing was, how long to wait for the next."""

    granted: int
    left: int
    wait_ms: int


async def take(tx: Transaction, key: str, wanted: int, *, quota: int, window_ms: int) -> Taken:
    """Take `wanted` out of the bucket, or as many as are left."""
    each_ms = window_ms // quota
    latest = tx.now + window_ms
    full_at = await _take(tx, key, wanted * each_ms, latest)
    if full_at is not None:
        return Taken(wanted, (latest - full_at) // each_ms, 0)
    row = await tx.fetch_one("SELECT full_at FROM rate_bucket WHERE key = ?", key)
    left = max(0, latest - row["full_at"]) // each_ms if row else 0
    full_at = await _take(tx, key, left * each_ms, latest) if left else None
    if full_at is not None:
        return Taken(left, 0, 0)
    return Taken(0, 0, max(1, (row["full_at"] if row else tx.now) + each_ms - latest))


async def wait_ms(tx: Transaction, key: str, *, quota: int, window_ms: int) -> int:
    """How long until one can be taken out of the bucket, in milliseconds; 0 if one can now."""
    row = await tx.fetch_one("SELECT full_at FROM rate_bucket WHERE key = ?", key)
    latest = tx.now + window_ms
    return max(0, int(row["full_at"]) + window_ms // quota - latest) if row and row["full_at"] <= latest else 0


async def _take(tx: Transaction, key: str, cost_ms: int, latest: int) -> int | None:
    row = await tx.fetch_one(TAKE, key, tx.now + cost_ms, tx.now, latest, cost_ms, latest - cost_ms, latest)
    return None if row is None else int(row["full_at"])
