"""Renews and ends claims. Every statement checks the fence, and each outcome is an event in the job's history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.failpoints import failpoint
from models.database import Notification, Transaction
from models.jobs.ledger import failure_groups
from models.jobs.ledger.job_hooks import JobSubject, hooks
from models.jobs.ledger.job_states import JobEventType, JobState
from models.jobs.ledger.jobs import LOCK, Claim, LateWrite
from models.shared.sql import marks

LONGEST_MESSAGE, LONGEST_TRACE = 2_000, 65_536  # characters


@dataclass(frozen=True)
class Fault:
    """Why an attempt did not succeed."""

    type: str
    message: str
    trace: str = ""


NO_FAULT = Fault("", "")


async def renew_lease(tx: Transaction, claim: Claim) -> None:
    """Check that the claim still holds, in the transaction of a step, and restart its lease.

    Raises:
        LateWrite: the claim was lost; the step must not be committed.
    """
    kept = await tx.execute(
        "UPDATE job SET lease_until = ? WHERE id = ? AND fence = ? AND state = 'running'",
        tx.now + claim.lease_ms,
        claim.id,
        claim.fence,
    )
    if kept != 1:
        raise LateWrite(f"job {claim.id}: fence {claim.fence} is not the job's any more")


async def succeed(tx: Transaction, claim: Claim) -> None:
    """Mark the job as done, in the transaction of its last effect."""
    await _release_hold(tx, claim, "state = 'succeeded', finished_at = ?, error_type = '', error_message = ''", tx.now)
    await _record_event(tx, claim, JobEventType.SUCCEEDED, NO_FAULT)
    claim.is_settled = True


async def fail(
    tx: Transaction, claim: Claim, fault: Fault, *, wait_seconds: float, permanent: bool = False
) -> JobState:
    """End a failed attempt: the job waits for the next one or becomes a dead letter. Returns its new state.

    The attempt has not taken its worker down, so the job is suspected of one crash less.
    """
    dead = permanent or claim.attempt >= claim.max_attempts
    state = JobState.DEAD if dead else JobState.QUEUED
    group = failure_groups.fingerprint(claim.kind, fault.type, fault.message, fault.trace)
    await _release_hold(
        tx,
        claim,
        "state = ?, run_at = ?, finished_at = ?, error_type = ?, error_message = ?, failure = ?,"
        " crashes = CASE WHEN crashes > 0 THEN crashes - 1 ELSE 0 END",
        *(state, tx.now + (0 if dead else int(wait_seconds * 1000)), tx.now if dead else None),
        *(fault.type, fault.message, group.id),
    )
    await failure_groups.record_occurrence(tx, group)
    await _record_event(tx, claim, JobEventType.FAILED, fault)
    if dead:
        subject = JobSubject(claim.id, claim.kind, claim.subject_id, claim.payload)
        await hooks().died(tx, subject, fault.type, fault.message)
    claim.is_settled = True
    return state


async def defer(tx: Transaction, claim: Claim, reason: str, *, wait_seconds: float, cause: str = "") -> None:
    """Snooze: run the job again after `wait_seconds`; the attempt does not count.

    With a `cause` (a type of failure) the job joins a failure group, unless an attempt has put it into one already.
    """
    group = failure_groups.fingerprint(claim.kind, cause, reason, "") if cause else None
    await _release_hold(
        tx,
        claim,
        "state = 'queued', attempt = attempt - 1, deferrals = deferrals + 1, run_at = ?, error_message = ?,"
        " failure = CASE WHEN failure = '' THEN ? ELSE failure END",
        *(tx.now + int(wait_seconds * 1000), reason, group.id if group else ""),
    )
    if group is not None:
        await failure_groups.record_occurrence(tx, group)
    await _record_event(tx, claim, JobEventType.DEFERRED, Fault("Deferred", reason))
    claim.is_settled = True


async def release(tx: Transaction, claim: Claim) -> None:
    """Give the job back because this worker stops; it is due at once, and the attempt does not count."""
    failpoint("release")
    await _release_hold(tx, claim, "state = 'queued', attempt = attempt - 1, run_at = ?", tx.now)
    await _record_event(tx, claim, JobEventType.RELEASED, NO_FAULT)
    tx.notifications.append(Notification(claim.id, claim.queue))
    claim.is_settled = True


async def renew_leases(tx: Transaction, claims: Iterable[Claim]) -> list[Claim]:
    """Renew the leases of these jobs; returns the claims that were lost.

    Rows locked by another transaction are skipped: otherwise one slow commit would let all leases expire.
    """
    lost = []
    held = sorted(claims, key=lambda claim: claim.id)  # the same lock order as in `rescue`
    free = await _unlocked(tx, [claim.id for claim in held])
    for claim in held:
        if claim.id in free:
            try:
                await renew_lease(tx, claim)
            except LateWrite:
                if not claim.is_settled:  # not settled by this worker meanwhile
                    lost.append(claim)
    return lost


async def _unlocked(tx: Transaction, ids: Sequence[int]) -> set[int]:
    """Lock the rows that no other transaction has locked; returns their ids."""
    if not ids:
        return set()
    rows = await tx.fetch(f"SELECT id FROM job WHERE id IN ({marks(ids)}) ORDER BY id {LOCK[tx.dialect]}", *ids)  # noqa: S608
    return {row["id"] for row in rows}


async def _release_hold(tx: Transaction, claim: Claim, changes: str, *values: object) -> None:
    """End the claim and change the job, if the fence is still ours. Raises LateWrite."""
    left = await tx.execute(
        f"UPDATE job SET owner = NULL, lease_until = NULL, {changes} WHERE id = ? AND fence = ? AND state = 'running'",  # noqa: S608
        *values,
        claim.id,
        claim.fence,
    )
    if left != 1:
        raise LateWrite(f"job {claim.id}: fence {claim.fence} is not the job's any more")


async def _record_event(tx: Transaction, claim: Claim, outcome: JobEventType, fault: Fault) -> None:
    """Append the event, after the job's own row was locked, so that events are in the order of the changes."""
    await tx.send(
        "INSERT INTO job_event (job_id, type, attempt, fence, worker, at, lasted_ms, error_type, error_message, trace)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        *(claim.id, outcome, claim.attempt, claim.fence, claim.worker, tx.now, max(0, tx.now - claim.started_at)),
        *(fault.type, fault.message, fault.trace[:LONGEST_TRACE]),
    )
