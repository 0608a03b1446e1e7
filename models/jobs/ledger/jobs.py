"""The job ledger: a job is a row written together with its reason, and a claim is the right to work on it.

A claim carries a fence, a number that rises at each claim and never falls. Every write of a worker names its fence, so
that a worker that lost its lease while it slept changes nothing when it wakes.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import telemetry
from models.database import Notification, Row, Transaction, after_commit
from models.jobs.ledger.job_kinds import KINDS, QUEUES, Kind
from models.shared.public_ids import new_public_id

BATCH_DELAY_MS = {lane.name: lane.linger_ms for lane in QUEUES}
LOCK = {"sqlite": "", "postgres": "FOR UPDATE SKIP LOCKED"}
CLAIM = """
WITH suspect AS (
    SELECT id FROM (
        SELECT id, crashes FROM job WHERE queue = ? AND state = 'queued' AND run_at <= ? {of_kind}
        ORDER BY run_at, id LIMIT 50
    ) AS earliest WHERE crashes > 0 LIMIT ?),
ready AS MATERIALIZED (
    SELECT id FROM job
    WHERE queue = ? AND state = 'queued' AND run_at <= ? AND attempt < max_attempts
    AND (crashes = 0 OR id IN (SELECT id FROM suspect)) {of_kind}
    ORDER BY run_at, id LIMIT ? {lock})
UPDATE job SET state = 'running', attempt = attempt + 1, fence = fence + 1, owner = ?, lease_until = ?, started_at = ?
WHERE id IN (SELECT id FROM ready)
RETURNING id, kind, queue, subject_type, subject_id, payload, attempt, max_attempts, fence, deferrals, crashes,
    run_at, created_at, started_at, traceparent
"""
OLDEST = """
SELECT kind, run_at FROM (
    SELECT kind, run_at FROM job WHERE queue = ? AND kind = ? AND state = 'queued' ORDER BY run_at, id LIMIT 1
) AS oldest
"""


class LateWrite(Exception):
    """The lease was lost: somebody else has the job now, and nothing of this attempt may be written."""


def _always() -> bool:
    return True


@dataclass(slots=True)
class Claim:
    """A job that this worker may work on until its lease ends, as long as `fence` is the job's."""

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
    opening: Any = None  # what the kind's opening, done in the transaction of the claim, came to
    is_opened: bool = False
    watched: Any = None  # the attempt, as telemetry tells it
    is_safe: Callable[[], bool] = field(default=_always)  # whether the lease is sure enough for a call outside

    def arguments(self) -> dict[str, Any]:
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
    payload: dict[str, Any] | None = None,
) -> int | None:
    """Write a job, due at once, in the caller's transaction; its id, or None if that kind and key are there already."""
    subject_type, subject_id = subject or ("", None)
    traceparent, tell = telemetry.sending(kind.lane.name, kind.name)
    row = await tx.fetch_one(
        "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, payload, state,"
        " run_at, max_attempts, traceparent, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)"
        " ON CONFLICT (kind, dedupe_key) DO NOTHING RETURNING id",
        new_public_id(),
        kind.name,
        kind.lane.name,
        kind.lane.priority,
        key,
        subject_type,
        subject_id,
        json.dumps(payload or {}),
        tx.now,
        kind.max_attempts,
        traceparent,
        tx.now,
    )
    if row is None:
        return None
    after_commit(tell)
    tx.rings.append(Notification(row["id"], kind.lane.name))
    return int(row["id"])


async def claim(
    tx: Transaction, shares: Sequence[tuple[str, int]], *, worker: str, lease_seconds: float, suspects: int = 1
) -> list[Claim]:
    """Take the jobs that are due, lane after lane. What is paused stays.

    `shares` says at most how many of each lane and all behind it together.

    At most `suspects` (0 or 1) of them have lost a worker before. A worker that runs no two suspects at once makes sure
    that a job can kill others' worker under them once, but only itself to death.
    """
    paused, resting = await pauses(tx)
    claims: list[Claim] = []
    room = max((share for _, share in shares), default=0)
    lease = (worker, tx.now + int(lease_seconds * 1000), tx.now)
    for lane, share in shares:
        room = min(room, share)
        for kind in [] if room <= 0 or lane in paused else await _awake(tx, lane, resting):
            rows = await _take(tx, lane, kind, room, suspects, lease) if room else []
            claims += [Claim(worker, lease[1] - tx.now, *row) for row in sorted(rows, key=lambda row: row["id"])]
            room, suspects = room - len(rows), suspects - sum(row["crashes"] > 0 for row in rows)
    await tx.execute_many(
        "INSERT INTO job_event (job_id, type, attempt, fence, worker, at, lasted_ms)"
        " VALUES (?, 'claimed', ?, ?, ?, ?, ?)",
        [(each.id, each.attempt, each.fence, worker, tx.now, max(0, tx.now - each.run_at)) for each in claims],
    )
    return claims


async def _take(
    tx: Transaction, lane: str, kind: str, wanted: int, suspects: int, lease: tuple[str, int, int]
) -> list[Row]:
    """The rows of one lane, of one kind or (empty) of any, that this worker has from here on."""
    sql = CLAIM.format(lock=LOCK[tx.dialect], of_kind="AND kind = ?" if kind else "")
    due = (lane, tx.now, *([kind] if kind else []))
    return await tx.fetch(sql, *due, suspects, *due, wanted, *lease)


async def _awake(tx: Transaction, lane: str, resting: Sequence[str]) -> list[str]:
    """What to claim of a lane: any kind (empty), or while some rest each of the others, the longest due first.

    Kind by kind an index leads past the backlog of those that rest, however long it is. A kind this program does not
    know waits meanwhile.
    """
    if not any(KINDS[kind].lane.name == lane if kind in KINDS else True for kind in resting):
        return [""]
    awake = [kind.name for kind in KINDS.values() if kind.lane.name == lane and kind.name not in resting]
    if not awake:
        return []
    rows = await tx.fetch(" UNION ALL ".join([OLDEST] * len(awake)), *(of for kind in awake for of in (lane, kind)))
    return [row["kind"] for row in sorted(rows, key=lambda row: row["run_at"]) if row["run_at"] <= tx.now]


async def due_in_ms(tx: Transaction, lanes: Sequence[str]) -> int | None:
    """How long until it is worth claiming from these lanes, in milliseconds; None if nothing waits in them."""
    rows = await tx.fetch(
        " UNION ALL ".join(
            [
                "SELECT CAST(? AS VARCHAR(20)) AS lane, (SELECT run_at FROM job WHERE queue = ? AND state = 'queued'"
                " ORDER BY run_at LIMIT 1) AS run_at"
            ]
            * len(lanes)
        ),
        *(name for lane in lanes for name in (lane, lane)),
    )
    times = [row["run_at"] + BATCH_DELAY_MS[row["lane"]] for row in rows if row["run_at"] is not None]
    return max(0, min(times) - tx.now) if times else None


async def pauses(tx: Transaction) -> tuple[set[str], list[str]]:
    """The lanes and the kinds that an admin paused."""
    rows = await tx.fetch(
        "SELECT 'queue' AS what, name FROM queue WHERE is_paused UNION ALL SELECT 'kind', kind FROM paused_kind"
    )
    lanes = {row["name"] for row in rows if row["what"] == "queue"}
    return lanes, [row["name"] for row in rows if row["what"] == "kind"]


async def overdue(tx: Transaction, seconds: float) -> list[Notification]:
    """One job for each lane in which some have been due for that long and nobody came: ring again."""
    first = (
        "SELECT queue, id FROM (SELECT queue, id FROM job WHERE queue = ? AND state = 'queued' AND run_at < ?"
        " ORDER BY run_at, id LIMIT 1) AS first"
    )
    since = tx.now - int(seconds * 1000)
    lanes = [lane.name for lane in QUEUES]
    rows = await tx.fetch(" UNION ALL ".join([first] * len(lanes)), *(of for lane in lanes for of in (lane, since)))
    return [Notification(row["id"], row["queue"]) for row in rows]
