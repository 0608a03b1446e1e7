"""Who works on the jobs, how much waits for them, and the alarm when nobody does or some were lost."""

from typing import Any

from core.redaction import redact
from models.database import Row, Transaction
from models.jobs.admin.job_query import MAX_MATCHES
from models.jobs.ledger.job_kinds import QUEUES
from models.jobs.ledger.jobs import pauses
from models.shared.public_ids import number_of

LOST_MS = 10_000  # two missed beats
LATELY_MS = 5 * 60 * 1000  # so long the loss of a worker is told although others work
SHOWN_MS = 24 * 3600 * 1000
MOST_OF_A_WORKER = 20
DUE = """
SELECT {name} AS queue, (SELECT count(*) FROM (SELECT 1 FROM job WHERE queue = {name} AND state = 'queued'
    AND run_at <= ? LIMIT ?) AS due) AS depth,
    (SELECT run_at FROM job WHERE queue = {name} AND state = 'queued' AND run_at <= ? ORDER BY run_at LIMIT 1) AS oldest
"""

NOBODY_WORKS = "WHERE NOT EXISTS (SELECT 1 FROM worker WHERE last_seen_at > ?)"
# how many workers live; how many were lost lately, and when the last one was heard of
PRESENCE = """
SELECT 'alive' AS queue, count(*) AS depth, CAST(NULL AS BIGINT) AS oldest FROM worker WHERE last_seen_at > ?
UNION ALL SELECT 'lost', count(CASE WHEN last_seen_at > ? THEN 1 END), max(last_seen_at) FROM worker
    WHERE last_seen_at <= ? AND last_seen_at > ?
"""


async def workers(tx: Transaction) -> list[dict[str, Any]]:
    """The worker processes that were heard of within a day, with the jobs they hold."""
    rows = await tx.fetch("SELECT * FROM worker WHERE last_seen_at > ? ORDER BY started_at, name", tx.now - SHOWN_MS)
    held = await tx.fetch(
        "SELECT owner, public_id AS id, kind, started_at FROM job WHERE state = 'running' ORDER BY id LIMIT 500"
    )
    jobs: dict[str, list[dict[str, Any]]] = {}
    for job in held:
        jobs.setdefault(job["owner"], []).append({"id": job["id"], "kind": job["kind"], "since": job["started_at"]})
    return [
        {
            **dict(row),
            "state": row["state"] if tx.now - row["last_seen_at"] < LOST_MS else "lost",
            "silent_seconds": (tx.now - row["last_seen_at"]) // 1000,
            "jobs": jobs.get(row["name"], [])[:MOST_OF_A_WORKER],
        }
        for row in rows
    ]


async def queues(tx: Transaction) -> list[dict[str, Any]]:
    """Each queue with what is due in it, counted up to one more than `MOST_FOUND`, and for how long."""
    rows = await _due(tx)
    paused, _ = await pauses(tx)
    return [
        {
            "name": row["queue"],
            "depth": row["depth"],
            "oldest_age_seconds": _age(tx.now, row["oldest"]),
            "paused": row["queue"] in paused,
        }
        for row in rows
    ]


async def _due(tx: Transaction, where: str = "", *values: Any, before: tuple[Any, ...] = ()) -> list[Row]:
    """What is due, queue by queue; of none if the condition does not hold. `before`: rows to go first, and values."""
    parts = [DUE.format(name=f"'{lane.name}'") + where for lane in QUEUES]
    own = (tx.now, MAX_MATCHES + 1, tx.now, *values) * len(QUEUES)
    rows = await tx.fetch(" UNION ALL ".join([*before[:1], *parts]), *before[1:], *own)
    order = ["alive", "lost", *(lane.name for lane in QUEUES)]
    return sorted(rows, key=lambda row: order.index(row["queue"]))


async def reviews(tx: Transaction) -> list[dict[str, Any]]:
    """Orders a person has to look at, the longest waiting first."""
    rows = await tx.fetch(
        "SELECT id, public_id, review_reason, review_since FROM orders WHERE review_reason IS NOT NULL"
        " ORDER BY review_since LIMIT 100"
    )
    return [
        {
            "order_id": row["public_id"],
            "number": number_of(row["id"]),
            "reason": redact(row["review_reason"]),
            "since": row["review_since"],
        }
        for row in rows
    ]


async def warnings(tx: Transaction) -> tuple[str | None, str | None]:
    """A sentence when no worker was heard of for two beats and work waits or one was lost; one when some were lost.

    A worker that ends in order takes its row along: one that fell silent was killed, froze or lost the database.
    """
    seen = (tx.now - LOST_MS, tx.now - LATELY_MS, tx.now - LOST_MS, tx.now - SHOWN_MS)
    alive, lost, *due = await _due(tx, NOBODY_WORKS, tx.now - LOST_MS, before=(PRESENCE, *seen))
    if alive["depth"]:
        return None, _lost_words(tx.now, lost) if lost["depth"] else None
    return _idle_words(tx.now, due, lost), None


def _idle_words(now: int, due: list[Row], lost: Row) -> str | None:
    if jobs := sum(row["depth"] for row in due):
        waits = "1 job waits" if jobs == 1 else f"{jobs:,}{'+' if jobs > MAX_MATCHES else ''} jobs wait"
        age = max(_age(now, row["oldest"]) or 0 for row in due)
        return f"No worker is running. {waits}, the oldest for {_minutes(age)} minutes."
    if lost["oldest"] is None:
        return None
    return f"No worker is running. The last one was lost {_minutes((now - lost['oldest']) / 1000)} minutes ago."


def _lost_words(now: int, lost: Row) -> str:
    were = "1 worker was" if lost["depth"] == 1 else f"{lost['depth']} workers were"
    return f"{were} lost in the last 5 minutes, the latest {_minutes((now - lost['oldest']) / 1000)} minutes ago."


def _minutes(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _age(now: int, since: int | None) -> float | None:
    return None if since is None else max(0, now - since) / 1000
