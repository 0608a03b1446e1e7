"""A dead job, run again by a person: a new job with a key of its own, so that the old one's history stands."""

from models import reviews
from models.database import Transaction
from models.job_kinds import KINDS
from models.jobs import enqueue
from models.refusals import IllegalTransition, NotFound


async def run_again(tx: Transaction, public_id: str) -> int:
    """Enqueue a dead job anew; the id of the new one.

    Raises:
        NotFound: there is no such job.
        IllegalTransition: it is not dead, or runs again already.
    """
    row = await tx.fetch_one(
        "SELECT id, kind, state, dedupe_key, subject_type, subject_id, payload FROM job WHERE public_id = ?", public_id
    )
    if row is None:
        raise NotFound("There is no such job.")
    kind = KINDS.get(row["kind"])
    if row["state"] != "dead" or kind is None:
        raise IllegalTransition(f"Only dead jobs of a known kind can be run again; this one is {row['state']}.")
    repeats = await tx.fetch_one("SELECT count(*) AS jobs FROM job WHERE parent_id = ?", row["id"])
    key = f"{row['dedupe_key'].partition('#')[0]}#r{row['id']}.{(repeats['jobs'] if repeats else 0) + 1}"
    open_twin = await tx.fetch_one(
        "SELECT 1 FROM job WHERE parent_id = ? AND state IN ('queued', 'running')", row["id"]
    )
    if open_twin is not None:
        raise IllegalTransition("This job is being run again already.")
    subject = (row["subject_type"], row["subject_id"]) if row["subject_type"] else None
    job_id = await enqueue(tx, kind, key, subject=subject, payload_text=row["payload"], parent_id=row["id"])
    assert job_id is not None
    if kind.concerns_order:
        await reviews.clear(tx, row["subject_id"])
    return job_id
