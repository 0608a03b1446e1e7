"""Who works on the jobs, how much waits for them, and the alarm when nobody does."""

from typing import Any

from models.database import Row, Transaction
from models.job_finds import MOST_FOUND
from models.job_kinds import LANES
from models.jobs import pauses
from models.orders import number_of
from telemetry.redaction import redact

LOST_MS = 10_000  # two missed beats
SHOWN_MS = 24 * 3600 * 1000
MOST_OF_A_WORKER = 20
DUE = """
SELECT {name} AS queue, (SELECT count(*) FROM (SELECT 1 FROM job WHERE queue = {name} AND state = 'queued'
    AND run_at <= ? LIMIT ?) AS due) AS depth,
    (SELECT run_at FROM job WHERE queue = {name} AND state = 'queued' AND run_at <= ? ORDER BY run_at LIMIT 1) AS oldest
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


async def _due(tx: Transaction, where: str = "", *values: Any) -> list[Row]:
    """What is due, queue by queue; of none if the condition does not hold."""
    parts = [DUE.format(name=f"'{lane.name}'") + where for lane in LANES]
    rows = await tx.fetch(" UNION ALL ".join(parts), *(tx.now, MOST_FOUND + 1, tx.now, *values) * len(LANES))
    known = {row["queue"]: row for row in rows}
    return [known[lane.name] for lane in LANES if lane.name in known]


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


async def idle_warning(tx: Transaction) -> str | None:
    """A sentence when jobs are due and no worker was heard of for two beats."""
    nobody = "WHERE NOT EXISTS (SELECT 1 FROM worker WHERE last_seen_at > ?)"
    due = [row for row in await _due(tx, nobody, tx.now - LOST_MS) if row["depth"]]
    if not due:
        return None
    jobs = sum(row["depth"] for row in due)
    age = max(_age(tx.now, row["oldest"]) or 0 for row in due)
    minutes, seconds = divmod(int(age), 60)
    waits = "1 job waits" if jobs == 1 else f"{jobs:,}{'+' if jobs > MOST_FOUND else ''} jobs wait"
    return f"No worker is running. {waits}, the oldest for {minutes}:{seconds:02d} minutes."


def _age(now: int, since: int | None) -> float | None:
    return None if since is None else max(0, now - since) / 1000
