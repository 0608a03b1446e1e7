"""An admin's actions on one job: retry, run now, cancel, discard. Each is refused if the job has changed state."""

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Notification, Row, Transaction
from models.jobs.admin import job_requeue
from models.jobs.ledger.job_hooks import JobSubject, hooks
from models.jobs.ledger.job_kinds import find_kind
from models.jobs.ledger.job_states import JobEventType, JobState
from models.shared.errors import IllegalTransition, Invalid, NotFound

JOB = """
SELECT id, public_id, kind, queue, state, run_at, attempt, failure, subject_type, subject_id, payload,
    (SELECT c.public_id FROM job c WHERE c.parent_id = job.id ORDER BY c.id DESC LIMIT 1) AS repeated_as
FROM job WHERE public_id = ?
"""
TITLES = {
    "queued": "The job is waiting already",
    "scheduled": "The job is waiting already",
    "retrying": "The job is waiting already",
    "running": "The job is running",
    "succeeded": "The job has already finished",
    "dead": "The job is dead",
    "cancelled": "The job was cancelled",
}
LONGEST_REASON = 500


async def run_again(tx: Transaction, public_id: str, *, actor: Actor, reason: str = "") -> None:
    """Retry a dead or cancelled job in its own row: it stops counting as dead or cancelled.

    Raises:
        NotFound: there is no such job.
        IllegalTransition: it is in another state, or an earlier version ran it again as a new job.
        NotAllowedNow: it delivers to an endpoint that is disabled.
    """
    job = await _find(tx, public_id)
    kind = find_kind(job["kind"])
    if job["repeated_as"] is not None:
        words = f"This job was run again as {job['repeated_as']}; that one counts."
        raise IllegalTransition(words, title="The job was run again as another", state=job["state"])
    if kind is None or not await job_requeue.requeue(tx, job["id"], kind, _by(actor, reason)):
        raise _too_late(tx, job, "Only dead and cancelled jobs of a known kind can be run again")
    await hooks().retried(tx, _subject(job))
    await audit_log.record(tx, actor, "job.retry", ("job", public_id), before={"state": job["state"]}, reason=reason)


async def run_now(tx: Transaction, public_id: str, *, actor: Actor) -> None:
    """Make a scheduled job, or one that is retrying, due now.

    Raises:
        NotFound: there is no such job.
        IllegalTransition: it is not scheduled any more; `extra` has its state.
    """
    moved = await tx.fetch_one(
        "UPDATE job SET run_at = ? WHERE public_id = ? AND state = 'queued' AND run_at > ? RETURNING id, queue",
        *(tx.now, public_id, tx.now),
    )
    if moved is None:
        raise _too_late(tx, await _find(tx, public_id), "Only a job that waits for a later time can be run now")
    tx.notifications.append(Notification(moved["id"], moved["queue"]))
    await audit_log.record(tx, actor, "job.run_now", ("job", public_id))


async def cancel(tx: Transaction, public_id: str, *, actor: Actor, reason: str = "") -> None:
    """Cancel a job that no worker has claimed. If it decides an order, the order is put under review.

    Raises:
        NotFound: there is no such job.
        IllegalTransition: it is claimed or finished; `extra` has its state.
    """
    job = await _end(tx, public_id, JobState.QUEUED)
    if job is None:
        raise _too_late(tx, await _find(tx, public_id), "Only a job that waits can be cancelled")
    await job_requeue.note(tx, job["id"], JobEventType.CANCELLED, job["attempt"], _by(actor, reason))
    await hooks().cancelled(tx, _subject(job))
    await audit_log.record(tx, actor, "job.cancel", ("job", public_id), reason=reason)


async def discard(tx: Transaction, public_id: str, *, actor: Actor, reason: str) -> None:
    """Cancel a dead job with a reason; it can still be retried.

    Nothing else changes: its order stays under review, and its mail or webhook message stays undelivered.

    Raises:
        Invalid: there is no reason.
        NotFound: there is no such job.
        IllegalTransition: it is not dead; `extra` has its state.
    """
    needs_reason(reason)
    job = await _end(tx, public_id, JobState.DEAD)
    if job is None:
        raise _too_late(tx, await _find(tx, public_id), "Only a dead job can be discarded")
    await job_requeue.note(tx, job["id"], JobEventType.DISCARDED, job["attempt"], _by(actor, reason))
    await audit_log.record(tx, actor, "job.discard", ("job", public_id), before={"state": "dead"}, reason=reason)


def needs_reason(reason: str) -> None:
    """Check a reason. Raises Invalid if it is empty or too long."""
    words = ""
    if not reason.strip():
        words = "Say why: it is kept with the result."
    elif len(reason) > LONGEST_REASON:
        words = f"Use at most {LONGEST_REASON} characters."
    if words:
        raise Invalid.field("reason", "invalid", words)


async def _end(tx: Transaction, public_id: str, state: JobState) -> Row | None:
    """Cancel the job if it is in this state; None if it is not."""
    return await tx.fetch_one(
        "UPDATE job SET state = 'cancelled', finished_at = ? WHERE public_id = ? AND state = ?"
        " RETURNING id, kind, attempt, subject_id, payload",
        *(tx.now, public_id, state),
    )


async def _find(tx: Transaction, public_id: str) -> Row:
    row = await tx.fetch_one(JOB, public_id)
    if row is None:
        raise NotFound("There is no such job.")
    return row


def _subject(job: Row) -> JobSubject:
    return JobSubject(job["id"], job["kind"], job["subject_id"], job["payload"])


def _by(actor: Actor, reason: str) -> str:
    return f"by {actor.name}{': ' if reason else ''}{reason}"


def _too_late(tx: Transaction, job: Row, rule: str) -> IllegalTransition:
    state = JobState(job["state"])
    if state == JobState.QUEUED and job["run_at"] > tx.now:
        state = JobState.RETRYING if job["failure"] else JobState.SCHEDULED
    return IllegalTransition(f"{rule}; this one is {state} now.", title=TITLES[state], state=state)
