"""A job that ended without success waits again: in its own row, with its history, its key, and all attempts anew."""

import telemetry
from models.database import Notification, Transaction, after_commit
from models.jobs.ledger.job_kinds import Kind

PUT_BACK = """
UPDATE job SET state = 'queued', run_at = ?, attempt = 0, max_attempts = ?, crashes = 0, deferrals = 0,
    traceparent = ?, started_at = NULL, finished_at = NULL, error_type = '', error_message = '', failure = ''
WHERE id = ? AND state IN ('dead', 'cancelled') RETURNING queue
"""


async def put_back(tx: Transaction, job_id: int, kind: Kind, words: str) -> bool:
    """Let a dead or cancelled job be tried again; False if it is neither.

    The fence stays as it is, so that a worker that once had the job still writes nothing. `words` say who and why.
    """
    traceparent, tell = telemetry.sending(kind.lane.name, kind.name)
    moved = await tx.fetch_one(PUT_BACK, tx.now, kind.max_attempts, traceparent, job_id)
    if moved is None:
        return False
    await note(tx, job_id, "retried", 0, words)
    after_commit(tell)
    tx.rings.append(Notification(job_id, moved["queue"]))
    return True


async def note(tx: Transaction, job_id: int, what: str, attempt: int, words: str) -> None:
    """Write what a person did to a job into its history."""
    await tx.execute(
        "INSERT INTO job_event (job_id, type, attempt, fence, worker, at, error_type, error_message, trace)"
        " VALUES (?, ?, ?, 0, '', ?, '', ?, '')",
        *(job_id, what, attempt, tx.now, words),
    )
