"""Runs a batch of jobs, a few at a time; the outcome of each is kept whatever happens to the others.

When all items are done, the next slice of the batch's search is added.
"""

from dataclasses import dataclass

from models.audit.audit_log import Actor
from models.database import Row, Transaction
from models.jobs.admin import bulk_preview, job_actions, job_batches
from models.jobs.admin.job_search import JobQuery
from models.jobs.ledger.job_states import BatchState, JobState
from models.shared.errors import Refusal

AT_ONCE = 25
PACE_SECONDS = 5.0
CANARY_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """Whether the batch is over, and if not, how many seconds to wait before the next items."""

    is_over: bool
    wait_seconds: float = 0.0


OVER = BatchProgress(is_over=True)
VERBS = {"retry": job_actions.run_again, "cancel": job_actions.cancel, "discard": job_actions.discard}


async def run_next_items(tx: Transaction, batch_id: int) -> BatchProgress:
    """Process the next items of a batch."""
    batch = await tx.fetch_one("SELECT * FROM job_batch WHERE id = ?", batch_id)
    if batch is None or batch["state"] in (BatchState.DONE, BatchState.STOPPED):
        return OVER
    await tx.execute("UPDATE job_batch SET state = 'running' WHERE id = ? AND state = 'waiting'", batch_id)
    done = await tx.fetch_one(
        "SELECT count(*) AS items FROM job_batch_item WHERE batch_id = ? AND state <> 'waiting'", batch_id
    )
    room, wait_seconds = _room(batch, done["items"] if done else 0)
    if room == 0:
        verdict = await _verdict(tx, batch_id)
        if verdict == "wait":
            return BatchProgress(is_over=False, wait_seconds=CANARY_SECONDS)
        if verdict == "same":
            return await _end(tx, batch_id, "stopped", "Stopped: one of the first met the same failure again.")
        room = AT_ONCE if not batch["per_minute"] else _share(batch["per_minute"])
    return await _run_items(tx, batch, room, wait_seconds)


def _room(batch: Row, done: int) -> tuple[int, float]:
    """How many items may run now, and the seconds to wait after them; none while canaries are unfinished."""
    if done < batch["canaries"]:
        return batch["canaries"] - done, CANARY_SECONDS
    pace_seconds = PACE_SECONDS if batch["per_minute"] else 0.0
    if batch["canaries"] and done == batch["canaries"]:
        return 0, pace_seconds
    return (_share(batch["per_minute"]) if batch["per_minute"] else AT_ONCE), pace_seconds


def _share(per_minute: int) -> int:
    return max(1, round(per_minute * PACE_SECONDS / 60))


async def _run_items(tx: Transaction, batch: Row, most: int, wait_seconds: float) -> BatchProgress:
    items = await tx.fetch(
        "SELECT i.id, j.public_id, j.failure FROM job_batch_item i JOIN job j ON j.id = i.job_id"
        " WHERE i.batch_id = ? AND i.state = 'waiting' ORDER BY i.id LIMIT ?",
        *(batch["id"], most),
    )
    for item in items:
        await _run_item(tx, batch, item)
    left = await tx.fetch_one(
        "SELECT 1 FROM job_batch_item WHERE batch_id = ? AND state = 'waiting' LIMIT 1", batch["id"]
    )
    if left is None and batch["goes_on_after"] is not None:
        return await _next_slice(tx, batch)
    if left is None:
        return await _end(tx, batch["id"], "done", "")
    return BatchProgress(is_over=False, wait_seconds=wait_seconds)


async def _next_slice(tx: Transaction, batch: Row) -> BatchProgress:
    """Add the next jobs of the batch's search. Unsafe ones are refused, because nobody has approved them."""
    query, action = JobQuery.from_text(batch["query"]), batch["action"]
    after, as_of = batch["goes_on_after"], batch["as_of"]
    found = await job_batches.slice_of(tx, action, query, as_of=as_of, after=after)
    await job_batches.add_items(tx, batch["id"], found.ids)
    if not batch["takes_unsafe"]:
        for unsafe in (await bulk_preview.preview(tx, action, found.ids)).unsafe:
            await tx.execute(
                "UPDATE job_batch_item SET state = 'refused', result = ?, at = ? WHERE batch_id = ?"
                " AND job_id = (SELECT id FROM job WHERE public_id = ?)",
                *(f"Not safe, and not ticked. {unsafe.why}"[:300], tx.now, batch["id"], unsafe.id),
            )
    items = "(SELECT count(*) FROM job_batch_item WHERE batch_id = job_batch.id)"
    total = items if found.goes_on_after is None else f"CASE WHEN total < {items} THEN {items} ELSE total END"
    await tx.execute(
        f"UPDATE job_batch SET goes_on_after = ?, total = {total} WHERE id = ?",  # noqa: S608  constants
        *(found.goes_on_after, batch["id"]),
    )
    return BatchProgress(is_over=False)


async def _run_item(tx: Transaction, batch: Row, item: Row) -> None:
    actor, reason, public_id = Actor(batch["actor"]), batch["reason"], item["public_id"]

    async def act(inner: Transaction) -> None:
        await VERBS[batch["action"]](inner, public_id, actor=actor, reason=reason)

    state, result = "done", ""
    try:
        await tx.nested(act)
    except Refusal as refusal:
        state, result = "refused", refusal.detail[:300]
    await tx.execute(
        "UPDATE job_batch_item SET state = ?, result = ?, failure = ?, at = ? WHERE id = ?",
        *(state, result, item["failure"], tx.now, item["id"]),
    )


async def _verdict(tx: Transaction, batch_id: int) -> str:
    """The canaries' result: `same` if one failed as before, `wait` while one is unfinished, else `well`."""
    rows = await tx.fetch(
        "SELECT j.state, j.failure, i.failure AS before FROM job_batch_item i JOIN job j ON j.id = i.job_id"
        " WHERE i.batch_id = ? AND i.state = 'done'",
        batch_id,
    )
    if any(row["failure"] and row["failure"] == row["before"] and row["state"] != JobState.SUCCEEDED for row in rows):
        return "same"
    under_way = [row for row in rows if row["state"] in (JobState.QUEUED, JobState.RUNNING) and not row["failure"]]
    return "wait" if under_way else "well"


async def _end(tx: Transaction, batch_id: int, state: str, note: str) -> BatchProgress:
    await tx.execute(
        "UPDATE job_batch SET state = ?, note = ?, finished_at = ? WHERE id = ? AND state = 'running'",
        *(state, note, tx.now, batch_id),
    )
    return OVER
