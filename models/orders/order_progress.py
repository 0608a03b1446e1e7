"""What is being done about an order right now, its place in line, and an honest estimate of how long it takes.

All of it comes out of columns that are read together with the order, so that asking costs no statement of its own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models.database import Row
from models.orders.order_states import Status

ALIVE_MS = 15_000
LATEST_JOBS = 20  # the finished jobs that say how fast things go
LEAST_OF_A_RUN = 0.25  # a job that runs longer than usual is believed to need another quarter of the usual time
LEAST_OF_A_SPAN = 2  # the finished jobs tell of the pace when they span at least two runs
LONGEST_RETRY_SECONDS = 30
# What runs is counted by its lane: by its kind, an index would lead through all jobs of the kind there ever were.
# To be read beside an order `o`; the one value is `alive_since`. An order that is decided has no job any more.
COLUMNS = """
j.state AS job_state, j.run_at AS job_run_at, j.started_at AS job_started_at,
CASE WHEN j.state = 'queued' THEN (SELECT count(*) FROM (SELECT 1 FROM job w WHERE w.queue = j.queue
    AND w.state = 'queued' AND (w.run_at < j.run_at OR (w.run_at = j.run_at AND w.id < j.id)) LIMIT 50000) AS earlier)
    END AS jobs_ahead,
CASE WHEN j.id IS NOT NULL THEN (SELECT count(*) FROM job b WHERE b.state = 'running' AND b.queue = 'orders')
    END AS jobs_running,
CASE WHEN j.id IS NOT NULL THEN (SELECT sum(concurrency) FROM worker WHERE state = 'alive' AND last_seen_at > ?)
    END AS slots,
pace.run_ms, pace.jobs AS pace_jobs, pace.span_ms
"""
PACE = f"""
CROSS JOIN (SELECT avg(finished_at - started_at) AS run_ms, count(*) AS jobs,
    max(finished_at) - min(finished_at) AS span_ms FROM (SELECT finished_at, started_at FROM job
    WHERE kind = 'order.process' AND state = 'succeeded' ORDER BY finished_at DESC LIMIT {LATEST_JOBS}) AS latest
    ) AS pace
"""  # noqa: S608  a number of this module
JOINS = f"""
LEFT JOIN job j ON o.status IN ('pending', 'reserved') AND j.subject_type = 'order' AND j.subject_id = o.id
    AND j.kind = 'order.process'
{PACE}
"""
# The same for an order that may be placed now, beside anything, with `PACE` joined; the one value is `alive_since`.
AT_THE_END = """
(SELECT count(*) FROM (SELECT 1 FROM job w WHERE w.queue = 'orders' AND w.state = 'queued' LIMIT 50000) AS waiting)
    AS jobs_ahead,
(SELECT count(*) FROM job b WHERE b.state = 'running' AND b.queue = 'orders') AS jobs_running,
(SELECT sum(concurrency) FROM worker WHERE state = 'alive' AND last_seen_at > ?) AS slots,
pace.run_ms, pace.jobs AS pace_jobs, pace.span_ms
"""


@dataclass(slots=True)
class OrderProgress:
    """What is being done, whether it runs, and how long it may take."""

    step: str
    state: str  # queued | running | waiting | done
    queue_position: int | None = None
    estimated_seconds: int | None = None

    @property
    def retry_seconds(self) -> int:
        """When it is worth asking again."""
        return min(max(self.estimated_seconds or 1, 1), LONGEST_RETRY_SECONDS)


def is_announced(status: str, events: Sequence[Any]) -> bool:
    """Whether it is known what became of the mail about this status; later ones have none of their own yet."""
    if status not in (Status.CONFIRMED, Status.CANCELLED):
        return True
    return any(event["type"].startswith(f"mail.{status}.") for event in events)


def alive_since(now: int) -> int:
    """The value of `COLUMNS`: a worker not heard of since then is not counted on."""
    return now - ALIVE_MS


def progress_at_the_end(row: Row) -> OrderProgress:
    """Where an order stands that is placed now, behind all that wait."""
    return OrderProgress("reserve_stock", "queued", row["jobs_ahead"] + 1, _in_seconds(_until_decided(row)))


def progress_of(row: Row, now: int) -> OrderProgress:
    """Where the undecided order of this row stands."""
    step = "reserve_stock" if row["status"] == Status.PENDING else "capture_payment"
    if row["job_state"] == "running":
        return OrderProgress(step, "running", 0, _in_seconds(_left_of_run(row, now)))
    if row["job_state"] != "queued":
        return OrderProgress(step, "waiting")
    if row["job_run_at"] > now:
        return OrderProgress(step, "waiting", None, _in_seconds(row["job_run_at"] - now + (row["run_ms"] or 0)))
    return OrderProgress(step, "queued", row["jobs_ahead"] + 1, _in_seconds(_until_decided(row)))


def _left_of_run(row: Row, now: int) -> float | None:
    if row["run_ms"] is None:
        return None
    usual, gone = float(row["run_ms"]), float(now - row["job_started_at"])
    return max(usual - gone, usual * LEAST_OF_A_RUN)


def _until_decided(row: Row) -> float | None:
    """Milliseconds of waiting and of work. Without a finished job or a living worker nobody can say.

    Who waits is served as fast as jobs were finished lately, or as the ones now running will be (Little's law),
    whichever is faster: after a quiet time the first alone would be far too slow.
    """
    if row["run_ms"] is None or not row["slots"]:
        return None
    run_ms, slots = max(float(row["run_ms"]), 1.0), float(row["slots"])
    running, ahead = float(row["jobs_running"]), float(row["jobs_ahead"])
    if running + ahead < slots:
        return run_ms
    is_long = row["span_ms"] >= LEAST_OF_A_SPAN * run_ms  # a batch that ended at one moment says nothing of the pace
    lately = (row["pace_jobs"] - 1) / float(row["span_ms"]) if is_long else 0.0
    return (ahead + 1) / max(lately, (running or slots) / run_ms) + run_ms


def _in_seconds(milliseconds: float | None) -> int | None:
    return None if milliseconds is None else max(1, math.ceil(milliseconds / 1000))
