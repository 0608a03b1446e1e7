"""What an admin may do with one job: try it again, run it now, call it off. Whoever comes too late is told so."""

from models import audit, reviews
from models.audit import Actor
from models.database import Ring, Row, Transaction
from models.job_kinds import KINDS
from models.jobs import enqueue
from models.refusals import IllegalTransition, NotFound

JOB = (
    "SELECT id, public_id, kind, queue, state, run_at, attempt, dedupe_key, subject_type, subject_id, payload FROM job"
)


async def run_again(tx: Transaction, public_id: str, *, actor: Actor, reason: str = "") -> int:
    """Enqueue a dead or cancelled job anew, under a key of its own, so that the old one's history stands.

    Returns:
        The id inside of the new job.

    Raises:
        NotFound: there is no such job.
        IllegalTransition: it is in no such state, or runs again already.
    """
    job = await _find(tx, public_id)
    kind = KINDS.get(job["kind"])
    if job["state"] not in ("dead", "cancelled") or kind is None:
        raise _too_late(tx, job, "Only dead and cancelled jobs of a known kind can be run again")
    repeats = await tx.fetch("SELECT state FROM job WHERE parent_id = ?", job["id"])
    if any(repeat["state"] in ("queued", "running") for repeat in repeats):
        raise IllegalTransition("This job is being run again already.", state=_shown(tx, job))
    key = f"{job['dedupe_key'].partition('#')[0]}#r{job['id']}.{len(repeats) + 1}"
    subject = (job["subject_type"], job["subject_id"]) if job["subject_type"] else None
    job_id = await enqueue(tx, kind, key, subject=subject, payload_text=job["payload"], parent_id=job["id"])
    assert job_id is not None, "a repeat with this key is there already"
    if kind.concerns_order:
        await reviews.clear(tx, job["subject_id"])
    await audit.record(tx, actor, "job.retry", ("job", public_id), before={"state": job["state"]}, reason=reason)
    return job_id


async def run_now(tx: Transaction, public_id: str, *, actor: Actor) -> None:
    """Make a job due that waits for its time.

    Raises:
        NotFound: there is no such job.
        IllegalTransition: it does not wait for its time any more; `extra` has its state.
    """
    moved = await tx.fetch_one(
        "UPDATE job SET run_at = ? WHERE public_id = ? AND state = 'queued' AND run_at > ? RETURNING id, queue",
        *(tx.now, public_id, tx.now),
    )
    if moved is None:
        raise _too_late(tx, await _find(tx, public_id), "Only a scheduled job can be run now")
    tx.rings.append(Ring(moved["id"], moved["queue"]))
    await audit.record(tx, actor, "job.run_now", ("job", public_id))


async def cancel(tx: Transaction, public_id: str, *, actor: Actor, reason: str = "") -> None:
    """Call off a job that nobody has claimed. An order that loses its job this way is put under review.

    Raises:
        NotFound: there is no such job.
        IllegalTransition: somebody has it, or it is over; `extra` has its state.
    """
    job = await tx.fetch_one(
        "UPDATE job SET state = 'cancelled', finished_at = ? WHERE public_id = ? AND state = 'queued'"
        " RETURNING id, kind, attempt, subject_id",
        *(tx.now, public_id),
    )
    if job is None:
        raise _too_late(tx, await _find(tx, public_id), "Only a job that waits can be cancelled")
    await tx.execute(
        "INSERT INTO job_event (job_id, type, attempt, fence, worker, at, error_type, error_message, trace)"
        " VALUES (?, 'cancelled', ?, 0, '', ?, '', ?, '')",
        *(job["id"], job["attempt"], tx.now, f"by {actor.name}{': ' if reason else ''}{reason}"),
    )
    kind = KINDS.get(job["kind"])
    if kind is not None and kind.concerns_order and job["subject_id"] is not None:
        await reviews.flag(tx, job["subject_id"], f"its job {kind.name} was cancelled by an admin")
    await audit.record(tx, actor, "job.cancel", ("job", public_id), reason=reason)


async def _find(tx: Transaction, public_id: str) -> Row:
    row = await tx.fetch_one(f"{JOB} WHERE public_id = ?", public_id)
    if row is None:
        raise NotFound("There is no such job.")
    return row


def _shown(tx: Transaction, job: Row) -> str:
    return "scheduled" if job["state"] == "queued" and job["run_at"] > tx.now else str(job["state"])


def _too_late(tx: Transaction, job: Row, rule: str) -> IllegalTransition:
    state = _shown(tx, job)
    return IllegalTransition(f"{rule}; this one is {state} now.", state=state)
