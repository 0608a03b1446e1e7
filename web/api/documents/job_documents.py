"""The JSON of jobs, queues and workers."""

from collections.abc import Sequence
from typing import Any

from models.jobs.admin.job_views import JobView
from models.jobs.admin.wait_reasons import WaitReason
from models.jobs.ledger.job_states import JobState
from models.shared.times import iso


def job_document(
    job: JobView,
    events: Sequence[dict[str, Any]],
    causes: Sequence[WaitReason] | None = None,
    *,
    is_in_full: bool = True,
) -> dict[str, Any]:
    """A job with its history, and with its wait reasons if they were read: each by itself if it is in full."""
    document = {
        "id": job.id,
        "kind": job.kind,
        "queue": job.queue,
        "state": job.state,
        "priority": job.priority,
        "attempt": job.attempt,
        "max_attempts": job.max_attempts,
        "run_at": iso(job.run_at),
        "enqueued_at": iso(job.enqueued_at),
        "started_at": _moment(job.started_at),
        "finished_at": _moment(job.finished_at),
        "duration_ms": job.duration_ms,
        "worker": job.worker,
        "error": job.error,
        "subject": _subject(job.subject) if job.subject else None,
        "waiting_because": _in_words(job, causes or ()),
        "attempts": [attempt_document(event) for event in events],
    }
    if causes is not None and is_in_full:
        document["causes"] = [{"code": cause.code, "detail": cause.words, "at": _moment(cause.at)} for cause in causes]
    return document


def attempt_document(event: dict[str, Any]) -> dict[str, Any]:
    """One event of a job's history, without the stack trace, which only the page shows."""
    has_error = event["error_type"] or event["error_message"]
    error = {"type": event["error_type"], "message": event["error_message"]} if has_error else None
    plain = {name: event[name] for name in ("type", "attempt", "fence", "worker")}
    return {**plain, "at": iso(event["at"]), "error": error}


def queue_document(queue: dict[str, Any]) -> dict[str, Any]:
    """A queue."""
    names = ("name", "depth", "oldest_age_seconds", "rate_in_per_minute", "rate_out_per_minute", "latency_ms")
    return {**{name: queue[name] for name in (*names, "workers")}, "paused": bool(queue["paused"])}


def worker_document(worker: dict[str, Any]) -> dict[str, Any]:
    """A worker process."""
    plain = {name: worker[name] for name in ("host", "pid", "concurrency", "running", "state", "rss_bytes", "version")}
    times = {name: iso(worker[name]) for name in ("started_at", "last_seen_at")}
    held = [
        {**{name: job[name] for name in ("id", "kind", "order_number")}, "lease_until": _moment(job["lease_until"])}
        for job in worker["jobs"]
    ]
    lag = {"loop_lag_seconds": worker["loop_lag_ms"] / 1000}
    return {"id": worker["name"], **plain, **times, **lag, "queues": worker["queues"].split(","), "jobs": held}


def _subject(subject: dict[str, Any]) -> dict[str, Any]:
    """What a job is about; a delivery names its order and its endpoint."""
    order_id = subject["id"] if subject["type"] == "order" else subject.get("order_id")
    names = {name: subject[name] for name in ("type", "id", "label")}
    return {**names, "order_id": order_id, "endpoint_id": subject.get("endpoint_id")}


def _moment(at: int | None) -> str | None:
    return None if at is None else iso(at)


def _in_words(job: JobView, causes: Sequence[WaitReason]) -> str | None:
    """The wait reasons as one text."""
    if causes:
        return " ".join(cause.words + (f" {iso(cause.at)}." if cause.at is not None else "") for cause in causes)
    if job.state == JobState.RETRYING and job.error is not None:
        return (
            f"It waits for its next attempt at {iso(job.run_at)}, because the last one failed: {job.error['message']}"
        )
    return f"It is scheduled for {iso(job.run_at)}." if job.state == JobState.SCHEDULED else None
