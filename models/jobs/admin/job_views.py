"""Jobs for display: a list, its counts, and one job with its history. Error texts are redacted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from core.redaction import redact
from models.database import Row, Transaction
from models.jobs.admin import job_masking, job_query
from models.jobs.admin.job_query import LAST_CLAIM, MAX_MATCHES, MAX_SCANNED, QUEUE_NAMES, waiting
from models.jobs.admin.job_search import STATES, JobQuery, parse
from models.jobs.ledger.job_kinds import find_kind
from models.jobs.ledger.job_states import WAITING, JobState
from models.shared.errors import NotFound
from models.shared.paging import Page
from models.shared.public_ids import number_of
from models.shared.sql import marks

PER_PAGE = 40
SHOWN = """CASE WHEN j.state = 'queued' AND j.run_at > ? THEN
    CASE j.failure WHEN '' THEN 'scheduled' ELSE 'retrying' END ELSE j.state END"""
SELECT = f"""
SELECT j.id AS row_id, j.public_id, j.kind, j.queue, {SHOWN} AS state, j.priority, j.attempt, j.max_attempts, j.run_at,
    j.created_at AS enqueued_at, j.started_at, j.finished_at, j.lease_until, j.deferrals, j.crashes, j.failure,
    coalesce(j.owner, {LAST_CLAIM}) AS worker, j.error_type, j.error_message, j.payload, j.parent_id,
    EXISTS (SELECT 1 FROM job c WHERE c.parent_id = j.id) AS is_repeated,
    j.subject_type, j.subject_id, o.public_id AS order_public_id, o.review_reason, p.public_id AS product_public_id,
    p.sku, d.webhook_id, d.order_id AS delivery_order_id,
    w.public_id AS delivery_order, e.public_id AS endpoint_id, e.url AS endpoint_url
FROM job j LEFT JOIN orders o ON j.subject_type = 'order' AND o.id = j.subject_id
LEFT JOIN product p ON j.subject_type = 'product' AND p.id = j.subject_id
LEFT JOIN webhook_delivery d ON j.subject_type = 'webhook_delivery' AND d.id = j.subject_id
LEFT JOIN webhook_endpoint e ON e.id = d.endpoint_id LEFT JOIN orders w ON w.id = d.order_id
"""  # noqa: S608  constants
EVENTS = """
SELECT type, attempt, fence, worker, at, lasted_ms, error_type, error_message, trace FROM (
    SELECT * FROM job_event WHERE job_id = ? ORDER BY id DESC LIMIT 500) AS newest
ORDER BY id
"""
LAST_EVENTS = """
SELECT job_id, type, attempt, fence, worker, at, error_type, error_message FROM (
    SELECT e.*, row_number() OVER (PARTITION BY e.job_id ORDER BY e.id DESC) AS place FROM job_event e
    WHERE e.job_id IN ({marks})) AS r
WHERE place <= 20 ORDER BY id
"""


@dataclass(frozen=True, slots=True)
class JobView:
    """One job; its arguments are masked except those its kind allows."""

    id: str
    row_id: int
    kind: str
    queue: str
    state: JobState
    priority: int
    attempt: int
    max_attempts: int
    run_at: int
    enqueued_at: int
    started_at: int | None
    finished_at: int | None
    lease_until: int | None
    deferrals: int
    crashes: int
    worker: str | None
    failure: str
    parent_id: int | None
    is_repeated: bool  # an earlier version ran it again as a new job
    error: dict[str, str] | None
    subject: dict[str, Any] | None
    is_under_review: bool
    arguments: list[job_masking.Argument] = field(default_factory=list)

    @property
    def duration_ms(self) -> int | None:
        """How long the last attempt took, if the job has ended."""
        if self.started_at is None or self.finished_at is None or self.state == JobState.CANCELLED:
            return None
        return max(0, self.finished_at - self.started_at)

    @property
    def can_retry(self) -> bool:
        return (
            self.state in (JobState.DEAD, JobState.CANCELLED)
            and find_kind(self.kind) is not None
            and not self.is_repeated
        )

    @property
    def can_discard(self) -> bool:
        return self.state == JobState.DEAD

    @property
    def can_run_now(self) -> bool:
        return self.state in (JobState.SCHEDULED, JobState.RETRYING)

    @property
    def can_cancel(self) -> bool:
        return self.state in WAITING


@dataclass(frozen=True, slots=True)
class JobPage(Page[JobView]):
    """A page of jobs; `is_cut` if more exist than were counted or scanned."""


async def counts_by_kind(tx: Transaction) -> list[Row]:
    """The number of jobs by kind and state. Reads the whole ledger; for the command line."""
    return await tx.fetch("SELECT kind, state, count(*) AS jobs FROM job GROUP BY kind, state ORDER BY kind, state")


async def counts(tx: Transaction) -> dict[str, int]:
    """The number of jobs in each displayed state, counted up to `MAX_MATCHES` + 1."""
    parts, values = [], []
    for state in STATES:
        if state in WAITING:
            branches = [waiting(queue, state, tx.now) for queue in QUEUE_NAMES]
        else:
            branches = [("state = ?", (state,))]
        counted, is_scheduled = [], state == JobState.SCHEDULED
        for condition, of in branches:
            jobs = f"SELECT failure FROM job WHERE {condition} LIMIT ?"  # noqa: S608
            counted.append(f"(SELECT count(*) FROM ({jobs}) AS w{' WHERE failure = ?' if is_scheduled else ''})")  # noqa: S608
            values += [*of, MAX_SCANNED if is_scheduled else MAX_MATCHES + 1, *([""] if is_scheduled else [])]
        parts.append(f"{' + '.join(counted)} AS {state}")
    row = await tx.fetch_one(f"SELECT {', '.join(parts)}", *values)
    assert row is not None
    return {state: row[state] for state in STATES}


async def list_jobs(
    tx: Transaction, query: JobQuery | None = None, *, state: str = "", page: int = 1, per_page: int = PER_PAGE
) -> JobPage:
    """The jobs of a query: waiting ones by due time, others newest first. Raises Invalid for a bad state."""
    found = await job_query.find(tx, query if query is not None else parse("", state))
    listed = JobPage([], page, per_page, len(found.ids), found.is_cut)
    ids = found.ids[listed.offset : listed.offset + per_page]
    if ids:
        rows = await tx.fetch(f"{SELECT} WHERE j.id IN ({', '.join('?' * len(ids))})", tx.now, *ids)
        by_id = {row["row_id"]: row for row in rows}
        listed.items.extend(view_of(by_id[id_]) for id_ in ids if id_ in by_id)
    return listed


async def jobs_of_order(tx: Transaction, order_id: int) -> list[JobView]:
    """All jobs of an order, oldest first."""
    where = "WHERE j.subject_type = 'order' AND j.subject_id = ? ORDER BY j.id LIMIT 200"
    return [view_of(row) for row in await tx.fetch(f"{SELECT} {where}", tx.now, order_id)]


async def find_job(tx: Transaction, public_id: str) -> tuple[JobView, list[dict[str, object]]]:
    """A job and its events. Raises NotFound."""
    row = await tx.fetch_one(f"{SELECT} WHERE j.public_id = ?", tx.now, public_id)
    if row is None:
        raise NotFound("There is no such job.")
    events = [dict(event) for event in await tx.fetch(EVENTS, row["row_id"])]
    for event in events:
        event["error_message"] = redact(event["error_message"])
        event["trace"] = redact(event["trace"])
    return view_of(row), events


async def attempts_of(tx: Transaction, row_ids: Sequence[int]) -> dict[int, list[dict[str, object]]]:
    """The last twenty events of each of these jobs, oldest first, in one statement."""
    found: dict[int, list[dict[str, Any]]] = {row_id: [] for row_id in row_ids}
    sql = LAST_EVENTS.format(marks=marks(row_ids))
    for event in map(dict, await tx.fetch(sql, *row_ids)):
        event["error_message"] = redact(event["error_message"])
        found[event["job_id"]].append(event)
    return found


async def repeats(tx: Transaction, job: JobView) -> list[dict[str, object]]:
    """Jobs of an earlier version that this one repeats, or that repeat it: `relation` says which."""
    rows = await tx.fetch(
        "SELECT 'parent' AS relation, public_id AS id, state, created_at FROM job WHERE id = ? UNION ALL"
        " SELECT 'repeat', public_id, state, created_at FROM job WHERE parent_id = ? ORDER BY 4",
        *(job.parent_id or 0, job.row_id),
    )
    return [dict(row) for row in rows]


def view_of(row: Row) -> JobView:
    """The view of a row selected by `SELECT`."""
    error = None
    if row["error_type"] or row["error_message"]:
        error = {"type": row["error_type"], "message": redact(row["error_message"])}
    return JobView(
        id=row["public_id"],
        error=error,
        subject=_subject(row),
        is_under_review=row["state"] == JobState.DEAD and row["review_reason"] is not None,
        arguments=job_masking.arguments(row["kind"], row["payload"]),
        is_repeated=bool(row["is_repeated"]),
        **{name: row[name] for name in PLAIN},
    )


PLAIN = (
    *("row_id", "kind", "queue", "state", "priority", "attempt", "max_attempts", "run_at", "enqueued_at"),
    *("started_at", "finished_at", "lease_until", "deferrals", "crashes", "worker", "failure", "parent_id"),
)


def _subject(row: Row) -> dict[str, object] | None:
    if row["subject_type"] == "order" and row["order_public_id"]:
        order_id, label = row["order_public_id"], f"Order {number_of(row['subject_id'])}"
        return {"type": "order", "id": order_id, "label": label, "href": f"/admin/orders/{order_id}"}
    if row["subject_type"] == "product" and row["product_public_id"]:
        product_id = row["product_public_id"]
        return {"type": "product", "id": product_id, "label": row["sku"], "href": f"/products/{product_id}"}
    if row["endpoint_id"]:
        about = f"Order {number_of(row['delivery_order_id'])} to " if row["delivery_order_id"] is not None else ""
        href, label = f"/admin/webhooks/{row['endpoint_id']}", f"{about}{urlsplit(row['endpoint_url']).hostname}"
        named = {"order_id": row["delivery_order"], "endpoint_id": row["endpoint_id"]}
        return {"type": "webhook_delivery", "id": row["webhook_id"], "label": label, "href": href, **named}
    if row["subject_type"]:
        return {"type": row["subject_type"], "id": "", "label": row["subject_type"].capitalize(), "href": None}
    return None
