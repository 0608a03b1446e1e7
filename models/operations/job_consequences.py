"""What a job's end causes: its order goes under review, its message is undeliverable; and what a retry reverses."""

from models.database import Transaction
from models.jobs.ledger.job_hooks import JobSubject
from models.jobs.ledger.job_kinds import WEBHOOK_DELIVER, find_kind
from models.mail import mail_dead_letters
from models.orders import order_reviews
from models.webhooks import webhook_endpoints

MAX_REASON = 200


class JobConsequences:
    """The shop's `JobHooks`."""

    async def died(self, tx: Transaction, job: JobSubject, error_type: str, error_message: str) -> None:
        """Mark its messages as undeliverable, and put its order under review."""
        reason = f"{error_type}: {error_message}"[:MAX_REASON]
        await mail_dead_letters.mark_undeliverable(tx, job.id, job.kind, job.subject_id, job.payload, reason)
        await _review(tx, job, f"its job {job.kind} died: {error_message}")

    async def retried(self, tx: Transaction, job: JobSubject) -> None:
        """Clear the order's review unless another of its jobs is broken; let its mail and deliveries wait again.

        Raises:
            NotAllowedNow: it delivers to an endpoint that is disabled.
        """
        if _concerns_order(job) and job.subject_id is not None:
            await order_reviews.clear_unless_broken(tx, job.subject_id)
        if job.kind == WEBHOOK_DELIVER.name and job.subject_id is not None:
            await webhook_endpoints.reopen(tx, job.subject_id)
        await mail_dead_letters.reopen_messages(tx, job.id, job.kind, job.subject_id, job.payload)

    async def cancelled(self, tx: Transaction, job: JobSubject) -> None:
        """Put the order under review: no job processes it any more."""
        await _review(tx, job, f"its job {job.kind} was cancelled by an admin")


async def _review(tx: Transaction, job: JobSubject, reason: str) -> None:
    if _concerns_order(job) and job.subject_id is not None:
        await order_reviews.flag(tx, job.subject_id, reason[:MAX_REASON])


def _concerns_order(job: JobSubject) -> bool:
    kind = find_kind(job.kind)
    return kind is not None and kind.concerns_order
