"""Makes a restored shop quiet: between its backup and now the lost shop may have mailed, told and charged more.

Charges are safe by themselves, because each is asked for under a key that the provider knows. Mail and webhooks are
not, so those that had not gone out wait for a person, and those that follow wait in paused queues.
"""

from dataclasses import dataclass

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction
from models.jobs.admin.queue_pauses import pause_queue
from models.jobs.ledger import failure_groups
from models.jobs.ledger.job_hooks import JobSubject, hooks
from models.jobs.ledger.job_kinds import MAIL, WEBHOOKS

FENCE_STEP = 1_000  # more claims than the lost shop made of one job
ORDER_NUMBERS_SKIPPED = 10_000  # more orders than the lost shop took since
ERROR_TYPE = "Restored"
REASON = "The shop was restored from a backup: this may have gone out since the backup was made."
UNSENT = """
SELECT id, kind, subject_id, payload FROM job
WHERE queue IN (?, ?) AND state IN ('queued', 'running') ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class Quieted:
    """How many jobs run again, and how many messages and deliveries wait for a person."""

    requeued: int
    held_back: int


async def quiet(tx: Transaction, actor: Actor) -> Quieted:
    """Take the shop out of the past in one transaction; see the module.

    Jobs that were running run again under fences that no worker of the lost shop can have; everybody has to sign in
    again, and links sent by mail are void, because what was revoked or used since would be valid again; new orders get
    numbers that the lost shop cannot have given.
    """
    unsent = await tx.fetch(UNSENT, MAIL.name, WEBHOOKS.name)
    for row in unsent:
        await _hold_back(tx, JobSubject(**dict(row)))
    requeued = await tx.execute(
        "UPDATE job SET state = 'queued', owner = NULL, lease_until = NULL WHERE state = 'running'"
    )
    await tx.execute("UPDATE job SET fence = fence + ?", FENCE_STEP)
    for table in ("worker", "session", "refresh_token", "password_reset", "email_link"):
        await tx.execute(f"DELETE FROM {table}")  # noqa: S608  our own names
    await _skip_order_numbers(tx)
    for queue in (MAIL, WEBHOOKS):
        await pause_queue(tx, queue.name, actor=actor, reason=REASON)
    after = {"requeued": requeued, "held_back": len(unsent)}
    await audit_log.record(tx, actor, "shop.restore", ("shop", ""), after=after)
    return Quieted(requeued, len(unsent))


async def _hold_back(tx: Transaction, job: JobSubject) -> None:
    """Make a dead letter of it, with the reason in its history: a person sends it or discards it."""
    group = failure_groups.fingerprint(job.kind, ERROR_TYPE, REASON, "")
    await failure_groups.record_occurrence(tx, group)
    await tx.execute(
        "UPDATE job SET state = 'dead', owner = NULL, lease_until = NULL, finished_at = ?, error_type = ?,"
        " error_message = ?, failure = ? WHERE id = ?",
        *(tx.now, ERROR_TYPE, REASON, group.id, job.id),
    )
    await tx.send(
        "INSERT INTO job_event (job_id, type, attempt, fence, at, error_type, error_message)"
        " SELECT id, 'failed', attempt, fence, CAST(? AS BIGINT), error_type, error_message FROM job WHERE id = ?",
        *(tx.now, job.id),
    )
    await hooks().died(tx, job, ERROR_TYPE, REASON)


async def _skip_order_numbers(tx: Transaction) -> None:
    if tx.dialect == "postgres":
        await tx.fetch("SELECT setval('orders_id_seq', nextval('orders_id_seq') + ?)", ORDER_NUMBERS_SKIPPED)
    else:
        await tx.execute("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'orders'", ORDER_NUMBERS_SKIPPED)
