"""What is being done about an order right now, its place in line, and an honest estimate of how long it takes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.database import Row, Transaction
from models.job_kinds import ORDER_PROCESS
from models.order_states import Status

ALIVE_MS = 15_000
JOB = """
SELECT id, state, run_at FROM job
WHERE subject_type = 'order' AND subject_id = ? AND kind = 'order.process' ORDER BY id DESC LIMIT 1
"""
AHEAD = """
SELECT count(*) AS jobs FROM (SELECT 1 FROM job WHERE queue = ? AND state = 'queued' AND run_at <= ? AND id < ?
LIMIT 50000) AS waiting
"""
PACE = """
SELECT (SELECT avg(finished_at - started_at) FROM (SELECT finished_at, started_at FROM job WHERE kind = ?
    AND state = 'succeeded' ORDER BY finished_at DESC LIMIT 20) AS latest) AS run_ms,
    (SELECT sum(concurrency) FROM worker WHERE state = 'alive' AND last_seen_at > ?) AS slots
"""


@dataclass(slots=True)
class Progress:
    """What is being done, whether it runs, and how long it may take."""

    step: str
    state: str  # queued | running | waiting | done
    queue_position: int | None = None
    estimated_seconds: int | None = None


def has_told(status: str, events: Sequence[Any]) -> bool:
    """Whether it is known what became of the mail about this status; later ones have none of their own yet."""
    if status not in (Status.CONFIRMED, Status.CANCELLED):
        return True
    return any(event["type"].startswith(f"mail.{status}.") for event in events)


async def progress_of(tx: Transaction, head: Row, events: list[Row]) -> Progress:
    """Where the order of this row stands: nothing to read once it is decided."""
    status = Status(head["status"])
    if status.is_decided:
        return Progress("done", "done") if has_told(status, events) else Progress("send_mail", "queued")
    step = "reserve_stock" if status is Status.PENDING else "capture_payment"
    job = await tx.fetch_one(JOB, head["id"])
    if job is None or job["state"] not in ("queued", "running"):
        return Progress(step, "waiting")
    if job["state"] == "running":
        return Progress(step, "running", 0, await _estimate(tx, 0))
    if job["run_at"] > tx.now:
        return Progress(step, "waiting", None, math.ceil((job["run_at"] - tx.now) / 1000))
    ahead = await tx.fetch_one(AHEAD, ORDER_PROCESS.lane.name, tx.now, job["id"])
    position = int(ahead["jobs"]) + 1 if ahead else 1
    return Progress(step, "queued", position, await _estimate(tx, position))


async def _estimate(tx: Transaction, position: int) -> int | None:
    """Seconds until the decision, from the latest measured run times and the slots of live workers; None without."""
    pace = await tx.fetch_one(PACE, ORDER_PROCESS.name, tx.now - ALIVE_MS)
    if pace is None or pace["run_ms"] is None or not pace["slots"]:
        return None
    return math.ceil(float(pace["run_ms"]) * (1 + position / float(pace["slots"])) / 1000)
