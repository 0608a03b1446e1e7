"""Retrying or cancelling many jobs: the ids are fixed when an admin confirms, and a job of its own works them off.

With canaries the first few go alone; if one of them meets the failure that it had, the batch stops.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models import audit, job_hazards
from models.audit import Actor
from models.database import Row, Transaction
from models.job_hazards import Preview
from models.job_kinds import JOBS_BATCH
from models.jobs import enqueue
from models.orders import number_of
from models.paging import Page
from models.public_id import new_public_id
from models.refusals import FieldError, IllegalTransition, Invalid, NotFound

MOST = 1000
ACTIONS = ("retry", "cancel")
CANARIES = 5
RATES = (0, 10, 60, 300)  # jobs a minute; 0 is as fast as it goes
LIST = """
SELECT b.id AS row_id, b.public_id AS id, b.action, b.state, b.chosen, b.reason, b.actor, b.total, b.canaries,
    b.per_minute, b.note, b.created_at, b.finished_at,
    (SELECT count(*) FROM job_batch_item i WHERE i.batch_id = b.id AND i.state = 'done') AS done,
    (SELECT count(*) FROM job_batch_item i WHERE i.batch_id = b.id AND i.state = 'refused') AS refused
FROM job_batch b
"""


@dataclass(frozen=True, slots=True)
class Order:
    """What an admin confirmed. `ticked` are the ids of unsafe jobs that were agreed to one by one."""

    action: str
    ids: Sequence[str]
    ticked: Sequence[str]
    reason: str
    chosen: str = ""
    canaries: int = 0
    per_minute: int = 0


async def row_ids(tx: Transaction, ids: Sequence[str]) -> list[int]:
    """The ids inside of these jobs, without the unknown ones. Raises Invalid for more than `MOST`."""
    if len(ids) > MOST:
        raise _invalid("ids", f"At most {MOST:,} jobs at a time.")
    found: list[int] = []
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        marks = ", ".join("?" * len(part))
        found += [row["id"] for row in await tx.fetch(f"SELECT id FROM job WHERE public_id IN ({marks})", *part)]  # noqa: S608
    return sorted(found)


async def confirm(tx: Transaction, order: Order, *, actor: Actor) -> str:
    """Fix the ids and write the batch's job; the public id of the batch.

    Raises:
        Invalid: no reason, no job, too many, or an unsafe one that was not ticked.
    """
    seen = await job_hazards.preview(tx, order.action, await row_ids(tx, order.ids))
    chosen = await row_ids(tx, _agreed(seen, order))
    batch_id = new_public_id()
    row = await tx.fetch_one(
        "INSERT INTO job_batch (public_id, action, state, chosen, reason, actor, total, canaries, per_minute, note,"
        " created_at) VALUES (?, ?, 'waiting', ?, ?, ?, ?, ?, ?, '', ?) RETURNING id",
        *(batch_id, order.action, order.chosen[:500], order.reason.strip(), actor.name, len(chosen)),
        *(order.canaries, order.per_minute, tx.now),
    )
    assert row is not None
    items = [(row["id"], job_id) for job_id in chosen]
    await tx.execute_many(
        "INSERT INTO job_batch_item (batch_id, job_id, state, result) VALUES (?, ?, 'waiting', '')", items
    )
    await enqueue(tx, JOBS_BATCH, batch_id, subject=("batch", row["id"]), payload={"batch": batch_id})
    after = {"jobs": len(chosen), "chosen": order.chosen}
    await audit.record(
        tx, actor, f"job_batch.{order.action}", ("job_batch", batch_id), after=after, reason=order.reason
    )
    return batch_id


async def list_batches(tx: Transaction, *, page: int = 1, per_page: int = 20) -> Page[Row]:
    """All batches, newest first."""
    total = await tx.fetch_one("SELECT count(*) AS batches FROM job_batch")
    rows = await tx.fetch(f"{LIST} ORDER BY b.id DESC LIMIT ? OFFSET ?", per_page, (page - 1) * per_page)
    return Page([dict(row) for row in rows], page, per_page, total["batches"] if total else 0)


async def find_batch(tx: Transaction, public_id: str) -> dict[str, Any]:
    """A batch with each of its jobs and what became of it. Raises NotFound."""
    row = await tx.fetch_one(f"{LIST} WHERE b.public_id = ?", public_id)
    if row is None:
        raise NotFound("There is no such batch.")
    items = await tx.fetch(
        "SELECT i.state, i.result, i.at, j.public_id AS job_id, j.kind, n.public_id AS new_job_id, n.state"
        " AS new_state, CASE j.subject_type WHEN 'order' THEN j.subject_id END AS order_id"
        " FROM job_batch_item i JOIN job j ON j.id = i.job_id LEFT JOIN job n ON n.id = i.new_job_id"
        " WHERE i.batch_id = ? ORDER BY i.id",
        row["row_id"],
    )
    numbers = [number_of(item["order_id"]) if item["order_id"] is not None else "" for item in items]
    return {**dict(row), "items": [{**item, "order": number} for item, number in zip(items, numbers, strict=True)]}


async def stop(tx: Transaction, public_id: str, *, actor: Actor) -> None:
    """Leave what is not done yet as it is. Raises NotFound, or IllegalTransition when it is over."""
    stopped = await tx.execute(
        "UPDATE job_batch SET state = 'stopped', note = ?, finished_at = ? WHERE public_id = ?"
        " AND state IN ('waiting', 'running')",
        *(f"Stopped by {actor.name}.", tx.now, public_id),
    )
    if not stopped:
        batch = await find_batch(tx, public_id)
        raise IllegalTransition(f"This batch is {batch['state']} already.", state=batch["state"])
    await audit.record(tx, actor, "job_batch.stop", ("job_batch", public_id))


def _agreed(seen: Preview, order: Order) -> list[str]:
    """The jobs to work on: the safe ones, and the unsafe ones that were ticked."""
    if not order.reason.strip():
        raise _invalid("reason", "Say why: it is kept with the result.")
    if len(order.reason) > 500:
        raise _invalid("reason", "Use at most 500 characters.")
    if order.per_minute not in RATES or not 0 <= order.canaries <= 100:
        raise _invalid("per_minute", "There is no such rate.")
    left = {job.id for job in seen.unsafe} - set(order.ticked)
    agreed = [id_ for id_ in seen.ids if id_ not in left]
    if not agreed:
        raise _invalid("ids", "None of these jobs is in a state for it, or none of the unsafe ones was ticked.")
    return agreed


def _invalid(field: str, words: str) -> Invalid:
    return Invalid(words, errors=[FieldError(field, "invalid", words)])
