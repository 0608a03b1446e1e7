"""Retrying, cancelling or discarding many jobs: an admin confirms, and a background job processes them.

Jobs picked by hand are fixed at the confirmation. Of a search only the first slice is fixed then; the next ones are
added while the batch runs, but only with jobs that matched when the admin saw the page, so that a batch always ends.
With canaries a few jobs run first; if one of them fails as before, the batch stops.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Row, Transaction
from models.jobs.admin import bulk_preview, job_query
from models.jobs.admin.bulk_preview import FITS, Preview
from models.jobs.admin.job_actions import needs_reason
from models.jobs.admin.job_query import MAX_MATCHES, Slice
from models.jobs.admin.job_search import JobQuery
from models.jobs.ledger.job_kinds import JOBS_BATCH
from models.jobs.ledger.jobs import enqueue
from models.shared.errors import IllegalTransition, Invalid, NotFound
from models.shared.paging import Page
from models.shared.public_ids import new_public_id, number_of
from models.shared.sql import marks

MOST = 1000  # limit of jobs picked by hand, and of a slice
MAX_SCANS = 100  # of `MAX_SCANNED` rows each, to count what a search finds
ITEMS_A_PAGE = 50
ACTIONS = tuple(FITS)
CANARIES = 5
RATES = (0, 10, 60, 300)  # jobs a minute; 0 is unlimited
LIST = """
SELECT b.id AS row_id, b.public_id AS id, b.action, b.state, b.chosen, b.reason, b.actor, b.total, b.canaries,
    b.per_minute, b.note, b.created_at, b.finished_at, b.goes_on_after,
    (SELECT count(*) FROM job_batch_item i WHERE i.batch_id = b.id AND i.state = 'done') AS done,
    (SELECT count(*) FROM job_batch_item i WHERE i.batch_id = b.id AND i.state = 'refused') AS refused
FROM job_batch b
"""


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What an admin confirmed: jobs by their public ids, or all that `query` matched at `as_of`.

    `ticked` are the ids of unsafe jobs that were approved one by one; `takes_unsafe` approves all.
    """

    action: str
    ids: Sequence[str] = ()
    ticked: Sequence[str] = ()
    reason: str = ""
    canaries: int = 0
    per_minute: int = 0
    query: JobQuery | None = None
    as_of: int = 0  # epoch milliseconds
    takes_unsafe: bool = False

    @property
    def chosen(self) -> str:
        """A description of the chosen jobs."""
        if self.query is None:
            return f"{len(self.ids)} picked by hand"
        return self.query.in_words()[:500] or "all jobs"


class BatchChoice(NamedTuple):
    """The row ids of the jobs that a request selects, up to `MAX_MATCHES`; `is_cut` if there are more."""

    ids: list[int]
    is_cut: bool

    @property
    def first(self) -> list[int]:
        """The first slice."""
        return self.ids[:MOST]

    @property
    def goes_on_after(self) -> int | None:
        return self.first[-1] if self.first and (self.is_cut or len(self.ids) > MOST) else None


async def choose(tx: Transaction, request: BatchRequest) -> BatchChoice:
    """The jobs that a request selects. Raises Invalid for more than `MOST` picked by hand."""
    if request.query is None:
        return BatchChoice(await _row_ids(tx, request.ids), False)
    found, after = [], 0
    for _ in range(MAX_SCANS):
        part = await slice_of(tx, request.action, request.query, as_of=min(request.as_of, tx.now), after=after)
        found += part.ids
        if part.goes_on_after is None:
            return BatchChoice(found, False)
        after = part.goes_on_after
        if len(found) >= MAX_MATCHES:
            break
    return BatchChoice(found, True)


async def slice_of(tx: Transaction, action: str, query: JobQuery, *, as_of: int, after: int) -> Slice:
    """The next jobs of a search that the action applies to, at most `MOST`."""
    return await job_query.find_slice(tx, query, FITS[action], as_of=as_of, after=after, most=MOST)


async def preview(tx: Transaction, request: BatchRequest) -> tuple[Preview, BatchChoice]:
    """What the request would do. Unsafe jobs of later slices are counted, but cannot be approved."""
    choice = await choose(tx, request)
    summary = await bulk_preview.preview(tx, request.action, choice.ids)
    if len(choice.ids) > MOST:
        first = await bulk_preview.preview(tx, request.action, choice.first)
        summary.unsafe_later = len(summary.unsafe) - len(first.unsafe)
        summary.unsafe = first.unsafe
    return summary, choice


async def confirm(tx: Transaction, request: BatchRequest, *, actor: Actor) -> str:
    """Write the batch with its first slice, and enqueue its job; the public id of the batch.

    Raises:
        Invalid: there is no reason or no job, or there are too many jobs.
    """
    _check(request)
    choice = await choose(tx, request)
    agreed = _agreed(await bulk_preview.preview(tx, request.action, choice.first), request)
    chosen = await _row_ids(tx, agreed)
    total = len(chosen) + len(choice.ids) - len(choice.first)
    batch_id = new_public_id()
    row = await tx.fetch_one(
        "INSERT INTO job_batch (public_id, action, state, chosen, query, as_of, goes_on_after, takes_unsafe, reason,"
        " actor, total, canaries, per_minute, note, created_at)"
        " VALUES (?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?) RETURNING id",
        *(batch_id, request.action, request.chosen, request.query.to_text() if request.query else ""),
        *(min(request.as_of, tx.now), choice.goes_on_after, request.takes_unsafe, request.reason.strip(), actor.name),
        *(total, request.canaries, request.per_minute, tx.now),
    )
    assert row is not None
    await add_items(tx, row["id"], chosen)
    await enqueue(tx, JOBS_BATCH, batch_id, subject=("batch", row["id"]), payload={"batch": batch_id})
    after = {"jobs": total, "chosen": request.chosen}
    await audit_log.record(
        tx, actor, f"job_batch.{request.action}", ("job_batch", batch_id), after=after, reason=request.reason
    )
    return batch_id


async def add_items(tx: Transaction, batch_id: int, job_ids: Sequence[int]) -> None:
    """Add these jobs to the batch, each once."""
    await tx.execute_many(
        "INSERT INTO job_batch_item (batch_id, job_id, state, result) VALUES (?, ?, 'waiting', '')"
        " ON CONFLICT (batch_id, job_id) DO NOTHING",
        [(batch_id, job_id) for job_id in job_ids],
    )


async def list_batches(tx: Transaction, *, page: int = 1, per_page: int = 20) -> Page[Row]:
    """All batches, newest first."""
    total = await tx.fetch_one("SELECT count(*) AS batches FROM job_batch")
    rows = await tx.fetch(f"{LIST} ORDER BY b.id DESC LIMIT ? OFFSET ?", per_page, (page - 1) * per_page)
    return Page([dict(row) for row in rows], page, per_page, total["batches"] if total else 0)


async def find_batch(tx: Transaction, public_id: str, *, page: int = 1) -> dict[str, object]:
    """A batch with a page of its jobs, each with its result and present state. Raises NotFound."""
    row = await tx.fetch_one(f"{LIST} WHERE b.public_id = ?", public_id)
    if row is None:
        raise NotFound("There is no such batch.")
    total = await tx.fetch_one("SELECT count(*) AS items FROM job_batch_item WHERE batch_id = ?", row["row_id"])
    items = await tx.fetch(
        "SELECT i.state, i.result, i.at, j.public_id AS job_id, j.kind, n.public_id AS now_id, n.state AS now_state,"
        " CASE j.subject_type WHEN 'order' THEN j.subject_id END AS order_id"
        " FROM job_batch_item i JOIN job j ON j.id = i.job_id JOIN job n ON n.id = coalesce(i.new_job_id, i.job_id)"
        " WHERE i.batch_id = ? ORDER BY i.id LIMIT ? OFFSET ?",
        *(row["row_id"], ITEMS_A_PAGE, (page - 1) * ITEMS_A_PAGE),
    )
    numbers = [number_of(item["order_id"]) if item["order_id"] is not None else "" for item in items]
    entries = [{**item, "order": number} for item, number in zip(items, numbers, strict=True)]
    return {**dict(row), "items": entries, "page": Page(entries, page, ITEMS_A_PAGE, total["items"] if total else 0)}


async def stop(tx: Transaction, public_id: str, *, actor: Actor) -> None:
    """Stop a batch; the remaining jobs are not changed. Raises NotFound, or IllegalTransition if it is over."""
    stopped = await tx.execute(
        "UPDATE job_batch SET state = 'stopped', note = ?, finished_at = ? WHERE public_id = ?"
        " AND state IN ('waiting', 'running')",
        *(f"Stopped by {actor.name}.", tx.now, public_id),
    )
    if not stopped:
        batch = await find_batch(tx, public_id)
        words = f"This batch is {batch['state']} already."
        raise IllegalTransition(words, title="The batch has already ended", state=batch["state"])
    await audit_log.record(tx, actor, "job_batch.stop", ("job_batch", public_id))


async def _row_ids(tx: Transaction, ids: Sequence[str]) -> list[int]:
    """The row ids of these jobs, without unknown ones. Raises Invalid for more than `MOST`."""
    if len(ids) > MOST:
        raise _invalid("ids", f"At most {MOST:,} jobs at a time.")
    found: list[int] = []
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        found += [row["id"] for row in await tx.fetch(f"SELECT id FROM job WHERE public_id IN ({marks(part)})", *part)]  # noqa: S608
    return sorted(found)


def _check(request: BatchRequest) -> None:
    needs_reason(request.reason)
    if request.per_minute not in RATES or not 0 <= request.canaries <= 100:
        raise _invalid("per_minute", "There is no such rate.")


def _agreed(summary: Preview, request: BatchRequest) -> list[str]:
    """The first slice without unsafe jobs that were not approved. Raises Invalid if none is left."""
    left = set() if request.takes_unsafe else {job.id for job in summary.unsafe} - set(request.ticked)
    agreed = [id_ for id_ in summary.ids if id_ not in left]
    if not agreed:
        raise _invalid("ids", "None of these jobs is in a state for it, or none of the unsafe ones was ticked.")
    return agreed


def _invalid(field: str, words: str) -> Invalid:
    return Invalid.field(field, "invalid", words)
