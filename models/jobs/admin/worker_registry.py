"""The worker registry: live and lost workers, the depth of their queues, and warnings about lost workers."""

from typing import Any, NamedTuple

from models.database import Row, Transaction
from models.jobs.admin.job_query import MAX_MATCHES
from models.jobs.ledger.failure_groups import ORDER_TOUCHED
from models.jobs.ledger.job_kinds import QUEUES
from models.jobs.ledger.job_states import WorkerState
from models.jobs.ledger.jobs import pauses
from models.shared.public_ids import number_of
from models.shared.times import DAY_MS, WORKER_LOST_MS, in_minutes

LATELY_MS = 5 * 60 * 1000  # how long a lost worker is reported while others work
SHOWN_MS = DAY_MS
MOST_OF_A_WORKER = 20
DUE = """
SELECT {name} AS queue, (SELECT count(*) FROM (SELECT 1 FROM job WHERE queue = {name} AND state = 'queued'
    AND run_at <= ? LIMIT ?) AS due) AS depth,
    (SELECT run_at FROM job WHERE queue = {name} AND state = 'queued' AND run_at <= ? ORDER BY run_at LIMIT 1) AS oldest
"""

WORKING = "last_seen_at > ? AND state NOT IN ('lost', 'stalled')"  # neither silent, nor known to be dead or blocked
NO_WORKER = f"WHERE NOT EXISTS (SELECT 1 FROM worker WHERE {WORKING})"  # noqa: S608  constants
# workers that work; those that are stalled; those lost in the last minutes, and the last heartbeat of a lost one
WORKER_COUNTS = f"""
SELECT 'alive' AS queue, count(*) AS depth, CAST(NULL AS BIGINT) AS oldest FROM worker WHERE {WORKING}
UNION ALL SELECT 'stalled', count(*), CAST(NULL AS BIGINT) FROM worker WHERE last_seen_at > ? AND state = 'stalled'
UNION ALL SELECT 'lost', count(CASE WHEN last_seen_at > ? THEN 1 END), max(last_seen_at) FROM worker
    WHERE (last_seen_at <= ? OR state = 'lost') AND last_seen_at > ?
"""  # noqa: S608  constants
HELD = f"""
SELECT j.owner, j.public_id AS id, j.kind, j.started_at, j.lease_until, {ORDER_TOUCHED.format(job="j")} AS order_id
FROM job j WHERE j.state = 'running' ORDER BY j.id LIMIT 500
"""  # noqa: S608  constants


async def workers(tx: Transaction) -> list[dict[str, object]]:
    """The worker processes with a heartbeat in the last day, with the jobs they run."""
    rows = await tx.fetch("SELECT * FROM worker WHERE last_seen_at > ? ORDER BY started_at, name", tx.now - SHOWN_MS)
    jobs: dict[str, list[dict[str, Any]]] = {}
    for job in await tx.fetch(HELD):
        jobs.setdefault(job["owner"], []).append(_held_job(job))
    return [
        {
            **dict(row),
            "state": row["state"] if tx.now - row["last_seen_at"] < WORKER_LOST_MS else WorkerState.LOST,
            "silent_seconds": (tx.now - row["last_seen_at"]) // 1000,
            "jobs": jobs.get(row["name"], [])[:MOST_OF_A_WORKER],
            "held": len(jobs.get(row["name"], [])),
        }
        for row in rows
    ]


def _held_job(job: Row) -> dict[str, object]:
    number = None if job["order_id"] is None else number_of(job["order_id"])
    times = {"since": job["started_at"], "lease_until": job["lease_until"]}
    return {"id": job["id"], "kind": job["kind"], "order_number": number, **times}


async def queues(tx: Transaction) -> list[dict[str, object]]:
    """Each queue with its number of due jobs, counted up to `MAX_MATCHES` + 1, and the age of the oldest."""
    rows = await _due(tx)
    paused, _ = await pauses(tx)
    return [
        {
            "name": row["queue"],
            "depth": row["depth"],
            "oldest_age_seconds": _age(tx.now, row["oldest"]),
            "oldest_since": row["oldest"],
            "paused": row["queue"] in paused,
        }
        for row in rows
    ]


async def _due(tx: Transaction, where: str = "", *values: object, before: tuple[object, ...] = ()) -> list[Row]:
    """Due jobs by queue; none if the condition is false. `before` is a query to put first, and its values."""
    parts = [DUE.format(name=f"'{queue.name}'") + where for queue in QUEUES]
    own = (tx.now, MAX_MATCHES + 1, tx.now, *values) * len(QUEUES)
    rows = await tx.fetch(" UNION ALL ".join([*map(str, before[:1]), *parts]), *before[1:], *own)
    order = ["alive", "stalled", "lost", *(queue.name for queue in QUEUES)]
    return sorted(rows, key=lambda row: order.index(row["queue"]))


async def reviews(tx: Transaction) -> Row:
    """The number of `orders` under review, and `since` when the oldest one is."""
    row = await tx.fetch_one(
        "SELECT count(*) AS orders, min(review_since) AS since FROM orders WHERE review_reason IS NOT NULL"
    )
    assert row is not None
    return row


class WorkerWarnings(NamedTuple):
    """What is wrong with the workers, each a sentence or None; `lost_at` is the last heartbeat of a lost one."""

    no_worker: str | None
    stalled: str | None
    lost: str | None
    lost_at: int | None


async def warnings(tx: Transaction) -> WorkerWarnings:
    """No worker works although jobs wait or one was lost; some are stalled; some were lost while others work.

    A worker that stops by itself removes its row, so a row without heartbeats belongs to one that was killed, froze or
    lost the database.
    """
    seen = (*[tx.now - WORKER_LOST_MS] * 2, tx.now - LATELY_MS, tx.now - WORKER_LOST_MS, tx.now - SHOWN_MS)
    alive, stalled, lost, *due = await _due(tx, NO_WORKER, tx.now - WORKER_LOST_MS, before=(WORKER_COUNTS, *seen))
    stalled_words = _stalled_words(stalled["depth"]) if stalled["depth"] else None
    if alive["depth"]:
        return WorkerWarnings(None, stalled_words, _lost_words(tx.now, lost) if lost["depth"] else None, lost["oldest"])
    return WorkerWarnings(_idle_words(tx.now, due, lost), stalled_words, None, lost["oldest"])


def _idle_words(now: int, due: list[Row], lost: Row) -> str | None:
    if jobs := sum(row["depth"] for row in due):
        waits = "1 job waits" if jobs == 1 else f"{jobs:,}{'+' if jobs > MAX_MATCHES else ''} jobs wait"
        age = max(_age(now, row["oldest"]) or 0 for row in due)
        return f"No worker is running. {waits}, the oldest for {in_minutes(age)}."
    if lost["oldest"] is None:
        return None
    return f"No worker is running. The last one was lost {in_minutes((now - lost['oldest']) / 1000)} ago."


def _stalled_words(workers: int) -> str:
    were = "1 worker is" if workers == 1 else f"{workers} workers are"
    return f"{were} stalled: a call blocks the event loop, and the jobs stand still. The log says which call."


def _lost_words(now: int, lost: Row) -> str:
    were = "1 worker was" if lost["depth"] == 1 else f"{lost['depth']} workers were"
    return f"{were} lost in the last 5 minutes, the latest {in_minutes((now - lost['oldest']) / 1000)} ago."


def _age(now: int, since: int | None) -> float | None:
    return None if since is None else max(0, now - since) / 1000
