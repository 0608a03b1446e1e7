"""Queues the jobs of dead workers again, and finds the job that killed them.

A first crash proves nothing: all jobs of the worker are due again at once, where they stood in the queue, so that none
waits for the others. A job that lost two workers within a day is a suspect: a worker runs one of them at a time, those
first that had begun last, because poison works fast; the third crash is its own. After some seconds the worker runs the
rest of them together (`workers.dispatcher`): a crash in company proves nothing either, and is not counted.
"""

import random
from collections import Counter

from models.database import Notification, Row, Transaction
from models.jobs.ledger import failure_groups
from models.jobs.ledger.job_hooks import JobSubject, hooks
from models.jobs.ledger.jobs import SUSPECT_CRASHES

MOST_CRASHES = 3
FORGET_MS = 24 * 3600 * 1000
EXPIRED = """
SELECT id, kind, queue, subject_id, payload, attempt, max_attempts, crashes, fence, owner, lease_until, run_at FROM job
WHERE state = 'running' AND lease_until < ? ORDER BY started_at DESC, id
"""
REQUEUE = """
UPDATE job SET state = ?, crashes = ?, owner = NULL, lease_until = NULL, run_at = ?, finished_at = ?,
    error_type = 'WorkerLost', error_message = ?, failure = ?
WHERE id = ? AND fence = ? AND state = 'running' AND lease_until < ?
"""
LOST = """
INSERT INTO job_event (job_id, type, attempt, fence, worker, at, lease_until, error_type, error_message)
VALUES (?, 'lost', ?, ?, ?, ?, ?, 'WorkerLost', 'lost its worker')
"""


async def has_expired_lease(tx: Transaction) -> bool:
    """Whether any lease has expired; a read that takes no write lock."""
    return (
        await tx.fetch_one("SELECT 1 FROM job WHERE state = 'running' AND lease_until < ? LIMIT 1", tx.now) is not None
    )


async def end_leases(tx: Transaction, worker: str) -> int:
    """End the leases of a worker that is known to be dead, so that `rescue` takes its jobs; how many."""
    return await tx.execute(
        "UPDATE job SET lease_until = ? WHERE state = 'running' AND owner = ? AND lease_until > ?",
        *(tx.now - 1, worker, tx.now - 1),
    )


async def rescue(tx: Transaction, *, wait_seconds: float, draw: random.Random) -> int:
    """Queue the jobs whose leases have expired again; returns how many.

    Any worker may do this. A job that lost its worker three times is dead ("poison"). Suspects wait up to
    `wait_seconds`, with jitter, so that they do not take the next worker down at once.
    """
    rescued = 0
    expired = await _expired(tx)
    suspects_at = tx.now + int(wait_seconds * 1000 * draw.uniform(0.5, 1))
    for place, (row, crashes) in enumerate(expired):
        is_poison = crashes >= MOST_CRASHES
        dead = is_poison or row["attempt"] >= row["max_attempts"]
        is_suspect = crashes >= SUSPECT_CRASHES
        failure = failure_groups.fingerprint(row["kind"], "WorkerLost", "lost its worker", "")
        taken = await tx.execute(
            REQUEUE,
            *("dead" if dead else "queued", crashes),
            *(suspects_at + place if is_suspect else min(row["run_at"], tx.now), tx.now if dead else None),
            f"attempt {row['attempt']} lost its worker {row['owner']}",
            await failure_groups.record_occurrence(tx, failure),
            *(row["id"], row["fence"], tx.now),
        )
        if taken != 1:
            continue
        rescued += 1
        await tx.send(LOST, row["id"], row["attempt"], row["fence"], row["owner"], tx.now, row["lease_until"])
        if dead:
            reason = "poison" if is_poison else "attempts spent"
            subject = JobSubject(row["id"], row["kind"], row["subject_id"], row["payload"])
            await hooks().died(tx, subject, "WorkerLost", reason)
        elif not is_suspect:
            tx.notifications.append(Notification(row["id"], row["queue"]))
    return rescued


async def _expired(tx: Transaction) -> list[tuple[Row, int]]:
    """The jobs whose lease has expired, each with its number of crashes; those of suspects in company do not count."""
    found = [(row, await _crashes(tx, row) + 1) for row in await tx.fetch(EXPIRED, tx.now)]
    suspects = Counter(row["owner"] for row, crashes in found if crashes > SUSPECT_CRASHES)
    return [(row, min(crashes, SUSPECT_CRASHES) if suspects[row["owner"]] > 1 else crashes) for row, crashes in found]


async def _crashes(tx: Transaction, row: Row) -> int:
    """The crashes before this one that still count: those of more than a day ago do not."""
    if not row["crashes"]:
        return 0
    last = await tx.fetch_one("SELECT max(at) AS at FROM job_event WHERE job_id = ? AND type = 'lost'", row["id"])
    is_old = last is not None and last["at"] is not None and last["at"] < tx.now - FORGET_MS
    return 0 if is_old else int(row["crashes"])
