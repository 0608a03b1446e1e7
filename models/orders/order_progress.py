"""The progress of an undecided order: its step, its queue position, and an estimate of the remaining time.

Everything is computed from columns that are read together with the order, so it costs no extra statement.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from models.database import Row
from models.jobs.ledger.job_states import JobState
from models.orders.event_types import latest_attempt
from models.orders.order_states import Status
from models.shared.times import WORKER_LOST_MS

LATEST_JOBS = 20  # how many finished jobs the pace is measured from
MIN_REMAINING_RUNS = 0.25  # a job past the usual time is expected to need a quarter of it more
MIN_SPAN_RUNS = 2  # the pace is only measured over at least two run times
LONGEST_RETRY_SECONDS = 30
COUNTED_AHEAD = 500  # a longer line is not counted, under the write lock of a checkout least of all
# Running jobs are counted by queue, because the index on kinds would scan all jobs of the kind, finished ones too.
# Columns to select beside an order `o`; the one parameter is `alive_since`. A decided order has no job any more.
FIRST_IN_LINE = """(SELECT subject_id FROM job f WHERE f.queue = 'orders' AND f.kind = 'order.process'
    AND f.state = 'queued' ORDER BY f.run_at, f.id LIMIT 1)"""
COLUMNS = f"""
j.state AS job_state, j.run_at AS job_run_at, j.started_at AS job_started_at,
CASE WHEN j.state = 'queued' THEN (SELECT count(*) FROM (SELECT 1 FROM job w WHERE w.queue = j.queue
    AND w.state = 'queued' AND (w.run_at < j.run_at OR (w.run_at = j.run_at AND w.id < j.id))
    LIMIT {COUNTED_AHEAD}) AS earlier) END AS jobs_ahead,
CASE WHEN j.state = 'queued' THEN o.id - {FIRST_IN_LINE} END AS orders_ahead,
CASE WHEN j.id IS NOT NULL THEN (SELECT count(*) FROM job b WHERE b.state = 'running' AND b.queue = 'orders')
    END AS jobs_running,
CASE WHEN j.id IS NOT NULL THEN (SELECT sum(concurrency) FROM worker WHERE state = 'alive' AND last_seen_at > ?)
    END AS slots,
pace.run_ms, pace.jobs AS pace_jobs, pace.span_ms
"""  # noqa: S608  constants
PACE = f"""
CROSS JOIN (SELECT avg(finished_at - started_at) AS run_ms, count(*) AS jobs,
    max(finished_at) - min(finished_at) AS span_ms FROM (SELECT finished_at, started_at FROM job
    WHERE kind = 'order.process' AND state = 'succeeded' ORDER BY finished_at DESC LIMIT {LATEST_JOBS}) AS latest
    ) AS pace
"""  # noqa: S608  constants
JOINS = f"""
LEFT JOIN job j ON o.status IN ('pending', 'reserved') AND j.subject_type = 'order' AND j.subject_id = o.id
    AND j.kind = 'order.process' AND j.state <> 'succeeded'
{PACE}
"""
# The same for an order about to be placed; `PACE` has to be joined, and the one parameter is `alive_since`.
AT_THE_END = f"""
(SELECT count(*) FROM (SELECT 1 FROM job w WHERE w.queue = 'orders' AND w.state = 'queued' LIMIT {COUNTED_AHEAD})
    AS waiting) AS jobs_ahead,
(SELECT max(id) FROM orders) + 1 - {FIRST_IN_LINE} AS orders_ahead,
(SELECT count(*) FROM job b WHERE b.state = 'running' AND b.queue = 'orders') AS jobs_running,
(SELECT sum(concurrency) FROM worker WHERE state = 'alive' AND last_seen_at > ?) AS slots,
pace.run_ms, pace.jobs AS pace_jobs, pace.span_ms
"""  # noqa: S608  constants


@dataclass(slots=True)
class OrderProgress:
    """The current step, its state, and the estimated time until the decision."""

    step: str
    state: str  # queued | running | waiting | done
    queue_position: int | None = None
    estimated_seconds: int | None = None

    @property
    def retry_seconds(self) -> int:
        """Seconds after which to poll again."""
        return min(max(self.estimated_seconds or 1, 1), LONGEST_RETRY_SECONDS)


def is_announced(status: str, events: Sequence[Row]) -> bool:
    """Whether the mail about this status was sent or has failed; only confirmed and cancelled have such a mail."""
    if status not in (Status.CONFIRMED, Status.CANCELLED):
        return True
    return any(event["type"].startswith(f"mail.{status}.") for event in latest_attempt(events))


def alive_since(now: int) -> int:
    """The parameter of `COLUMNS`: workers without a heartbeat since then do not count."""
    return now - WORKER_LOST_MS


def progress_at_the_end(row: Row) -> OrderProgress:
    """The progress of an order that is placed now, at the end of the queue."""
    return OrderProgress("reserve_stock", "queued", _ahead(row) + 1, _in_seconds(_until_decided(row)))


def progress_of(row: Row, now: int) -> OrderProgress:
    """The progress of the undecided order in this row."""
    step = "reserve_stock" if row["status"] == Status.PENDING else "capture_payment"
    if row["job_state"] == JobState.RUNNING:
        return OrderProgress(step, "running", 0, _in_seconds(_remaining_run_ms(row, now)))
    if row["job_state"] != JobState.QUEUED:
        return OrderProgress(step, "waiting")
    if row["job_run_at"] > now:
        return OrderProgress(step, "waiting", None, _in_seconds(row["job_run_at"] - now + (row["run_ms"] or 0)))
    return OrderProgress(step, "queued", _ahead(row) + 1, _in_seconds(_until_decided(row)))


def _ahead(row: Row) -> int:
    """How many jobs are before this one: counted in a short line; in a long one the orders placed since the first."""
    counted = int(row["jobs_ahead"])
    return counted if counted < COUNTED_AHEAD else max(counted, row["orders_ahead"] or 0)


def _remaining_run_ms(row: Row, now: int) -> float | None:
    if row["run_ms"] is None:
        return None
    usual, elapsed = float(row["run_ms"]), float(now - row["job_started_at"])
    return max(usual - elapsed, usual * MIN_REMAINING_RUNS)


def _until_decided(row: Row) -> float | None:
    """Estimated milliseconds of waiting and running; None without a finished job or a live worker.

    The pace is that of recently finished jobs, or that of the running ones by Little's law, whichever is faster: after
    a quiet time the first alone would be far too slow.
    """
    if row["run_ms"] is None or not row["slots"]:
        return None
    run_ms, slots = max(float(row["run_ms"]), 1.0), float(row["slots"])
    running, ahead = float(row["jobs_running"]), float(_ahead(row))
    if running + ahead < slots:
        return run_ms
    is_long = row["span_ms"] >= MIN_SPAN_RUNS * run_ms  # a batch that ended at one moment does not show the pace
    lately = (row["pace_jobs"] - 1) / float(row["span_ms"]) if is_long else 0.0
    return (ahead + 1) / max(lately, (running or slots) / run_ms) + run_ms


def _in_seconds(milliseconds: float | None) -> int | None:
    return None if milliseconds is None else max(1, math.ceil(milliseconds / 1000))
