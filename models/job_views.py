"""Jobs as people see them: counts, lists, one job's life, and who works on them."""

from dataclasses import dataclass
from typing import Any

from models.database import Row, Transaction
from models.job_kinds import LANES
from models.orders import number_of
from models.paging import Page
from models.refusals import FieldError, Invalid, NotFound

LOST_MS = 30_000  # a worker not heard of for so long
STATES = ("queued", "scheduled", "running", "succeeded", "dead", "cancelled")
SHOWN = "CASE WHEN j.state = 'queued' AND j.run_at > ? THEN 'scheduled' ELSE j.state END"
SELECT = """
SELECT j.id, j.public_id, j.kind, j.queue, {shown} AS state, j.attempt, j.max_attempts, j.run_at,
    j.created_at AS enqueued_at, j.started_at, j.finished_at, coalesce(j.owner, (SELECT e.worker FROM job_event e
    WHERE e.job_id = j.id AND e.type = 'claimed' ORDER BY e.id DESC LIMIT 1)) AS worker, j.error_type, j.error_message,
    j.subject_type, j.subject_id, o.public_id AS order_public_id, o.review_reason
FROM job j LEFT JOIN orders o ON j.subject_type = 'order' AND o.id = j.subject_id
"""


@dataclass(frozen=True, slots=True)
class JobView:
    """One job. Its payload is not shown: what it is about says enough."""

    id: str
    kind: str
    queue: str
    state: str
    attempt: int
    max_attempts: int
    run_at: int
    enqueued_at: int
    started_at: int | None
    finished_at: int | None
    worker: str | None
    error: dict[str, str] | None
    subject: dict[str, Any] | None
    is_under_review: bool

    @property
    def duration_ms(self) -> int | None:
        """How long the last attempt took, when it has ended."""
        if self.started_at is None or self.finished_at is None:
            return None
        return self.finished_at - self.started_at

    @property
    def can_retry(self) -> bool:
        return self.state == "dead"

    @property
    def can_cancel(self) -> bool:
        return False


async def counts_by_kind(tx: Transaction) -> list[Row]:
    """How many jobs there are of each kind and state."""
    return await tx.fetch("SELECT kind, state, count(*) AS jobs FROM job GROUP BY kind, state ORDER BY kind, state")


async def counts(tx: Transaction) -> dict[str, int]:
    """How many jobs there are in each state as it is shown: queued ones with a time ahead are scheduled."""
    rows = await tx.fetch(f"SELECT {SHOWN} AS shown, count(*) AS jobs FROM job j GROUP BY 1", tx.now)  # noqa: S608
    found = {row["shown"]: row["jobs"] for row in rows}
    return {state: found.get(state, 0) for state in STATES}


async def list_jobs(tx: Transaction, *, state: str = "", page: int = 1, per_page: int = 50) -> Page[JobView]:
    """Jobs of a state as it is shown, newest first; all without one. Raises Invalid for a state there is not."""
    where, values = _where(state, tx.now)
    total = await tx.fetch_one(f"SELECT count(*) AS jobs FROM job j {where}", *values)  # noqa: S608  our words
    sql = SELECT.format(shown=SHOWN) + f"{where} ORDER BY j.id DESC LIMIT ? OFFSET ?"
    rows = await tx.fetch(sql, tx.now, *values, per_page, (page - 1) * per_page)
    return Page([_view(row) for row in rows], page, per_page, total["jobs"] if total else 0)


async def find_job(tx: Transaction, public_id: str) -> tuple[JobView, list[dict[str, Any]]]:
    """A job, and what happened to it. Raises NotFound."""
    row = await tx.fetch_one(SELECT.format(shown=SHOWN) + "WHERE j.public_id = ?", tx.now, public_id)
    if row is None:
        raise NotFound("There is no such job.")
    events = await tx.fetch(
        "SELECT type, attempt, fence, worker, at, error_type, error_message, trace FROM job_event WHERE job_id = ?"
        " ORDER BY id",
        row["id"],
    )
    return _view(row), [dict(event) for event in events]


async def workers(tx: Transaction) -> list[dict[str, Any]]:
    """The worker processes that were heard of within a day."""
    rows = await tx.fetch("SELECT * FROM worker ORDER BY started_at")
    return [{**dict(row), "state": row["state"] if tx.now - row["last_seen_at"] < LOST_MS else "lost"} for row in rows]


async def queues(tx: Transaction) -> list[dict[str, Any]]:
    """Each queue with what is due in it, and for how long."""
    rows = await tx.fetch(
        "SELECT queue, count(*) AS depth, min(run_at) AS oldest FROM job WHERE state = 'queued' AND run_at <= ?"
        " GROUP BY queue",
        tx.now,
    )
    due = {row["queue"]: row for row in rows}
    paused = {row["name"] for row in await tx.fetch("SELECT name FROM queue WHERE is_paused")}
    return [
        {
            "name": lane.name,
            "depth": due[lane.name]["depth"] if lane.name in due else 0,
            "oldest_age_seconds": (tx.now - due[lane.name]["oldest"]) / 1000 if lane.name in due else None,
            "paused": lane.name in paused,
        }
        for lane in LANES
    ]


async def reviews(tx: Transaction) -> list[dict[str, Any]]:
    """Orders a person has to look at, the longest waiting first."""
    rows = await tx.fetch(
        "SELECT id, public_id, review_reason, review_since FROM orders WHERE review_reason IS NOT NULL"
        " ORDER BY review_since LIMIT 100"
    )
    return [
        {
            "order_id": row["public_id"],
            "number": number_of(row["id"]),
            "reason": row["review_reason"],
            "since": row["review_since"],
        }
        for row in rows
    ]


async def idle_warning(tx: Transaction) -> str | None:
    """A sentence when jobs are due and no worker is alive."""
    alive = await tx.fetch_one("SELECT 1 FROM worker WHERE last_seen_at > ? LIMIT 1", tx.now - LOST_MS)
    if alive is not None:
        return None
    row = await tx.fetch_one(
        "SELECT count(*) AS jobs, min(run_at) AS oldest FROM job WHERE state = 'queued' AND run_at <= ?", tx.now
    )
    if row is None or not row["jobs"]:
        return None
    minutes, seconds = divmod((tx.now - row["oldest"]) // 1000, 60)
    return f"No worker is running. {row['jobs']} jobs wait, the oldest for {minutes}:{seconds:02d} minutes."


def _where(state: str, now: int) -> tuple[str, list[Any]]:
    if not state:
        return "", []
    if state not in STATES:
        words = f"There is no state {state[:20]!r}; there are {', '.join(STATES)}."
        raise Invalid(words, errors=[FieldError("state", "unknown", words)])
    if state == "scheduled":
        return "WHERE j.state = 'queued' AND j.run_at > ?", [now]
    if state == "queued":
        return "WHERE j.state = 'queued' AND j.run_at <= ?", [now]
    return "WHERE j.state = ?", [state]


def _view(row: Row) -> JobView:
    error = {"type": row["error_type"], "message": row["error_message"]} if row["error_message"] else None
    return JobView(
        id=row["public_id"],
        error=error,
        subject=_subject(row),
        is_under_review=row["state"] == "dead" and row["review_reason"] is not None,
        **{name: row[name] for name in PLAIN},
    )


PLAIN = (
    *("kind", "queue", "state", "attempt", "max_attempts", "run_at", "enqueued_at", "started_at", "finished_at"),
    "worker",
)


def _subject(row: Row) -> dict[str, Any] | None:
    if row["subject_type"] == "order" and row["order_public_id"]:
        order_id = row["order_public_id"]
        label = f"Order {number_of(row['subject_id'])}"
        return {"type": "order", "id": order_id, "label": label, "href": f"/orders/{order_id}"}
    if row["subject_type"]:
        return {"type": row["subject_type"], "id": "", "label": row["subject_type"].capitalize(), "href": None}
    return None
