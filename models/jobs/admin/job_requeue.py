"""Queues a dead or cancelled job again: in its own row, with its history and key, and its attempts reset."""

import telemetry
from models.database import Notification, Transaction, after_commit
from models.jobs.ledger.job_kinds import Kind
from models.jobs.ledger.job_states import JobEventType

REQUEUE = """
UPDATE job SET state = 'queued', run_at = ?, attempt = 0, max_attempts = ?, crashes = 0, deferrals = 0,
    traceparent = ?, started_at = NULL, finished_at = NULL, error_type = '', error_message = '', failure = ''
WHERE id = ? AND state IN ('dead', 'cancelled') RETURNING queue
"""


async def requeue(tx: Transaction, job_id: int, kind: Kind, words: str) -> bool:
    """Queue a dead or cancelled job again; False if it is neither. `words` say who did it and why.

    The fence is kept, so that a worker that held the job before still cannot write.
    """
    traceparent, on_commit = telemetry.sending(kind.queue.name, kind.name)
    moved = await tx.fetch_one(REQUEUE, tx.now, kind.max_attempts, traceparent, job_id)
    if moved is None:
        return False
    await note(tx, job_id, JobEventType.RETRIED, 0, words)
    after_commit(on_commit)
    tx.notifications.append(Notification(job_id, moved["queue"]))
    return True


async def note(tx: Transaction, job_id: int, what: JobEventType, attempt: int, words: str) -> None:
    """Record an admin's action in the job's history."""
    await tx.execute(
        "INSERT INTO job_event (job_id, type, attempt, fence, worker, at, error_type, error_message, trace)"
        " VALUES (?, ?, ?, 0, '', ?, '', ?, '')",
        *(job_id, what, attempt, tx.now, words),
    )
