"""The job ledger: a job is a row written in the transaction that causes it; a claim is the right to work on it.

A claim carries a fence, a number that rises with each claim. Every write of a worker checks its fence, so that a worker
that froze and lost its lease changes nothing when it continues.
"""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import telemetry
from models.database import Notification, Row, Transaction, after_commit
from models.jobs.ledger.concurrency_keys import KEYED_QUEUES, key_shares
from models.jobs.ledger.job_kinds import FORMER_NAMES, KINDS, QUEUES, Kind, current_name
from models.shared.public_ids import new_public_id

BATCH_DELAY_MS = {queue.name: queue.batch_delay_ms for queue in QUEUES}
SUSPECT_CRASHES = 2  # a job that has lost so many workers runs beside no other such job
LOCK = {"sqlite": "", "postgres": "FOR UPDATE SKIP LOCKED"}
CLAIMED = (
    *("id", "kind", "queue", "subject_type", "subject_id", "payload", "attempt", "max_attempts", "fence"),
    *("deferrals", "crashes", "run_at", "created_at", "started_at", "traceparent"),
)
CLAIM = """
WITH suspect AS (
    SELECT id FROM (
        SELECT id, crashes FROM job WHERE queue = ? AND state = 'queued' AND run_at <= ? {of_kind}
        ORDER BY run_at, id LIMIT 50
    ) AS earliest WHERE crashes >= {suspect} LIMIT ?),
ready AS MATERIALIZED (
    SELECT id FROM job
    WHERE queue = ? AND state = 'queued' AND run_at <= ? AND attempt < max_attempts
    AND (crashes < {suspect} OR id IN (SELECT id FROM suspect)) {of_kind}
    ORDER BY run_at, id LIMIT ? {lock})
UPDATE job SET state = 'running', attempt = attempt + 1, fence = fence + 1, owner = ?, lease_until = ?, started_at = ?
WHERE id IN (SELECT id FROM ready)
RETURNING {columns}
"""
OLDEST = """
SELECT kind, run_at FROM (
    SELECT kind, run_at FROM job WHERE queue = ? AND kind = ? AND state = 'queued' ORDER BY run_at, id LIMIT 1
) AS oldest
"""


class LateWrite(Exception):
    """The claim was lost, so nothing of this attempt may be written."""


def _always() -> bool:
    return True


@dataclass(slots=True)
class Claim:
    """A job that this worker may work on until its lease ends, as long as the job still has this `fence`."""

    worker: str
    lease_ms: int
    id: int
    kind: str
    queue: str
    subject_type: str
    subject_id: int | None
    payload: str
    attempt: int
    max_attempts: int
    fence: int
    deferrals: int
    crashes: int
    run_at: int
    created_at: int
    started_at: int
    traceparent: str
    is_settled: bool = False
    opening: Any = None  # the result of the kind's opening, which ran in the transaction of the claim
    is_opened: bool = False
    watched: Any = None  # the attempt's span
    is_safe: Callable[[], bool] = field(default=_always)  # whether an external call may be made
    claimed_at: float = field(default_factory=time.monotonic)  # seconds, which no jump of the wall clock changes

    @property
    def is_suspect(self) -> bool:
        """Whether it may be what took its workers down."""
        return self.crashes >= SUSPECT_CRASHES

    def arguments(self) -> dict[str, object]:
        """The payload. Raises ValueError if it is not a JSON object."""
        arguments = json.loads(self.payload)
        if not isinstance(arguments, dict):
            raise ValueError("the payload is not an object")
        return arguments


async def enqueue(
    tx: Transaction,
    kind: Kind,
    key: str,
    *,
    subject: tuple[str, int] | None = None,
    payload: dict[str, object] | None = None,
    concurrency_key: str = "",
    wait_ms: int = 0,
) -> int | None:
    """Write a job in the caller's transaction; its id, or None if this kind and key exist already.

    It is due at once, or after `wait_ms` milliseconds.
    """
    subject_type, subject_id = subject or ("", None)
    traceparent, on_commit = telemetry.sending(kind.queue.name, kind.name)
    row = await tx.fetch_one(
        "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, payload, state,"
        " run_at, max_attempts, traceparent, created_at, concurrency_key)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?)"
        " ON CONFLICT (kind, dedupe_key) DO NOTHING RETURNING id",
        new_public_id(),
        kind.name,
        kind.queue.name,
        kind.queue.priority,
        key,
        subject_type,
        subject_id,
        json.dumps(payload or {}),
        tx.now + wait_ms,
        kind.max_attempts,
        traceparent,
        tx.now,
        concurrency_key,
    )
    if row is None:
        return None
    after_commit(on_commit)
    tx.notifications.append(Notification(row["id"], kind.queue.name))
    return int(row["id"])


async def made_later(tx: Transaction, kind: Kind, key: str) -> int | None:
    """When the job with this key was made, if that is a time to come: the clock was set back since."""
    row = await tx.fetch_one(
        "SELECT created_at FROM job WHERE kind = ? AND dedupe_key = ? AND created_at > ?", kind.name, key, tx.now
    )
    return int(row["created_at"]) if row else None


async def claim(
    tx: Transaction, shares: Sequence[tuple[str, int]], *, worker: str, lease_seconds: float, suspects: int = 1
) -> list[Claim]:
    """Claim due jobs, queue by queue, except paused ones.

    `shares` limits the number of jobs from each queue and all queues after it together.

    At most `suspects` of the jobs have lost two workers. A worker runs one suspect at a time for a while, so that of
    those who lost two workers together only the one that takes them down reaches the limit of crashes.
    """
    paused_queues, paused_kinds = await pauses(tx)
    claims: list[Claim] = []
    room = max((share for _, share in shares), default=0)
    lease = (worker, tx.now + int(lease_seconds * 1000), tx.now)
    for queue, share in shares:
        room = min(room, share)
        for kind in [] if room <= 0 or queue in paused_queues else await _claimable_kinds(tx, queue, paused_kinds):
            rows = await _take_shares(tx, queue, kind, room, suspects, lease) if room else []
            claims += [
                Claim(worker, lease[1] - tx.now, **{name: row[name] for name in CLAIMED})
                for row in sorted(rows, key=lambda row: row["id"])
            ]
            room, suspects = room - len(rows), _left(suspects, rows)
    await tx.execute_many(
        "INSERT INTO job_event (job_id, type, attempt, fence, worker, at, lasted_ms)"
        " VALUES (?, 'claimed', ?, ?, ?, ?, ?)",
        [(each.id, each.attempt, each.fence, worker, tx.now, max(0, tx.now - each.run_at)) for each in claims],
    )
    return claims


async def _take_shares(
    tx: Transaction, queue: str, kind: str, wanted: int, suspects: int, lease: tuple[str, int, int]
) -> list[Row]:
    """Claim rows of one queue; where its slots are shared by concurrency key, of each key its share."""
    if queue not in KEYED_QUEUES:
        return await _take(tx, queue, kind, None, wanted, suspects, lease)
    rows: list[Row] = []
    for key, share in await key_shares(tx, queue, room=wanted, worker=lease[0]):
        rows += await _take(tx, queue, kind, key, share, _left(suspects, rows), lease)
    return rows


def _left(suspects: int, taken: Sequence[Row]) -> int:
    """How many suspects may be claimed beside these rows."""
    return max(0, suspects - sum(int(row["crashes"]) >= SUSPECT_CRASHES for row in taken))


async def _take(
    tx: Transaction, queue: str, kind: str, key: str | None, wanted: int, suspects: int, lease: tuple[str, int, int]
) -> list[Row]:
    """Claim rows of one queue, of one kind or (empty) of any kind, of one concurrency key or (None) of any."""
    wanted_only = ("AND kind = ?" if kind else "") + (" AND concurrency_key = ?" if key is not None else "")
    parts = {"of_kind": wanted_only, "suspect": SUSPECT_CRASHES, "columns": ", ".join(CLAIMED)}
    sql = CLAIM.format(lock=LOCK[tx.dialect], **parts)
    due = (queue, tx.now, *([kind] if kind else []), *([key] if key is not None else []))
    return await tx.fetch(sql, *due, suspects, *due, wanted, *lease)


async def _claimable_kinds(tx: Transaction, queue: str, paused_kinds: Sequence[str]) -> list[str]:
    """The kinds to claim from a queue: any (empty), or if some are paused each of the others, the longest due first.

    Claiming by kind uses an index that skips the backlog of paused kinds. Kinds unknown to this program wait meanwhile.
    """
    if not any(KINDS[kind].queue.name == queue if kind in KINDS else True for kind in paused_kinds):
        return [""]
    names = [name for name in (*KINDS, *FORMER_NAMES) if current_name(name) not in paused_kinds]
    kinds = [name for name in names if KINDS[current_name(name)].queue.name == queue]
    if not kinds:
        return []
    rows = await tx.fetch(" UNION ALL ".join([OLDEST] * len(kinds)), *(of for kind in kinds for of in (queue, kind)))
    return [row["kind"] for row in sorted(rows, key=lambda row: row["run_at"]) if row["run_at"] <= tx.now]


async def due_in_ms(tx: Transaction, queues: Sequence[str]) -> int | None:
    """Milliseconds until the next job of these queues can be claimed; None if none waits."""
    rows = await tx.fetch(
        " UNION ALL ".join(
            [
                "SELECT CAST(? AS VARCHAR(20)) AS queue, (SELECT run_at FROM job WHERE queue = ? AND state = 'queued'"
                " ORDER BY run_at LIMIT 1) AS run_at"
            ]
            * len(queues)
        ),
        *(name for queue in queues for name in (queue, queue)),
    )
    times = [row["run_at"] + BATCH_DELAY_MS[row["queue"]] for row in rows if row["run_at"] is not None]
    return max(0, min(times) - tx.now) if times else None


async def pauses(tx: Transaction) -> tuple[set[str], list[str]]:
    """The queues and the kinds that an admin paused."""
    rows = await tx.fetch(
        "SELECT 'queue' AS what, name FROM queue WHERE is_paused UNION ALL SELECT 'kind', kind FROM paused_kind"
    )
    queues = {row["name"] for row in rows if row["what"] == "queue"}
    return queues, [current_name(row["name"]) for row in rows if row["what"] == "kind"]


async def overdue(tx: Transaction, seconds: float) -> list[Notification]:
    """A notification for each queue that has jobs overdue by this many seconds."""
    first = (
        "SELECT queue, id FROM (SELECT queue, id FROM job WHERE queue = ? AND state = 'queued' AND run_at < ?"
        " ORDER BY run_at, id LIMIT 1) AS first"
    )
    since = tx.now - int(seconds * 1000)
    queues = [queue.name for queue in QUEUES]
    rows = await tx.fetch(" UNION ALL ".join([first] * len(queues)), *(of for queue in queues for of in (queue, since)))
    return [Notification(row["id"], row["queue"]) for row in rows]
