"""Why an unfinished job waits: all causes that apply, not only the first."""

from collections.abc import Sequence
from typing import NamedTuple

from core.redaction import redact
from models.database import Row, Transaction
from models.jobs.admin.job_views import JobView
from models.jobs.ledger.job_kinds import KINDS, ORDER_PROCESS, PAYMENT_REFUND
from models.jobs.ledger.job_states import WAITING, JobState, WorkerState
from models.jobs.ledger.jobs import SUSPECT_CRASHES, pauses
from models.shared.times import WORKER_LOST_MS

MOST_AHEAD = 1000
AHEAD = """
SELECT count(*) AS jobs FROM (
    SELECT 1 FROM job WHERE queue = ? {of_kind} AND state = 'queued' AND run_at < ? LIMIT ?) AS ahead
"""
OUTAGE = "SELECT opened_at, probe_at, detail FROM circuit WHERE name = 'payments' AND opened_at IS NOT NULL"
EARLIER = """
SELECT kind, state FROM job WHERE subject_type = 'order' AND subject_id = (SELECT subject_id FROM job WHERE id = ?)
AND id < ? AND state IN ('queued', 'running') ORDER BY id LIMIT 3
"""


class WaitReason(NamedTuple):
    """One reason; `at` is the time at the end of its text, if it has one."""

    code: str
    words: str
    at: int | None = None


async def causes(tx: Transaction, job: JobView) -> list[WaitReason]:
    """Why the job is not done; empty once it is."""
    if job.state == JobState.RUNNING:
        return await _held(tx, job)
    if job.state not in WAITING:
        return []
    now = await situation(tx)
    found = _known(tx.now, now, job)
    if job.subject is not None and job.subject["type"] == "order":
        rows = await tx.fetch(EARLIER, job.row_id, job.row_id)
        found += [
            WaitReason("earlier_step", f"An earlier job of its order is not done: {row['kind']} is {row['state']}.")
            for row in rows
        ]
    if job.kind in (ORDER_PROCESS.name, PAYMENT_REFUND.name):
        found += await _without_provider(tx)
    if job.crashes >= SUSPECT_CRASHES:
        found.append(
            WaitReason(
                "suspect",
                f"It lost its worker {_times(job.crashes)}; each worker takes one such job at a time for a while.",
            )
        )
    if job.state == JobState.QUEUED:
        found += await _in_line(tx, job)
    return found


def _for_its_time(now: int, job: JobView) -> list[WaitReason]:
    if job.run_at <= now:
        return []
    if job.error is None or not job.started_at:
        return [WaitReason("scheduled", "It is scheduled for", job.run_at)]
    if job.deferrals and not job.error["type"]:
        return [WaitReason("deferred", f"It was put off ({job.error['message']}) until", job.run_at)]
    words = f"Attempt {job.attempt} of {job.max_attempts} failed with {job.error['type']}; the next one comes at"
    return [WaitReason("retry", words, job.run_at)]


async def _without_provider(tx: Transaction) -> list[WaitReason]:
    outage = await tx.fetch_one(OUTAGE)
    if outage is None:
        return []
    words = f"The payment provider does not answer ({redact(outage['detail'])}); payments have been paused since"
    return [
        WaitReason("provider_out", words, outage["opened_at"]),
        WaitReason("provider_probe", "One payment tries again at", outage["probe_at"]),
    ]


async def _held(tx: Transaction, job: JobView) -> list[WaitReason]:
    row = await tx.fetch_one("SELECT last_seen_at, state FROM worker WHERE name = ?", job.worker or "")
    found = [
        WaitReason("leased", f"{job.worker} works on it; its lease ends, unless it is renewed, at", job.lease_until)
    ]
    if row is None:
        found.append(
            WaitReason(
                "worker_gone", "That process does not report any more; the job is taken back when the lease ends."
            )
        )
    elif row["state"] == WorkerState.STALLED:
        words = "That process is stalled, because a call blocks its event loop; its last heartbeat was at"
        found.append(WaitReason("worker_stalled", words, row["last_seen_at"]))
    elif tx.now - row["last_seen_at"] >= WORKER_LOST_MS:
        words = "That process is silent; its last heartbeat was at"
        found.append(WaitReason("worker_silent", words, row["last_seen_at"]))
    else:
        found.append(WaitReason("heartbeat", "Its last heartbeat was at", row["last_seen_at"]))
    return found


PAUSED = """
SELECT 'queue' AS what, name, '' AS reason, paused_by, paused_at FROM queue WHERE is_paused
UNION ALL SELECT 'kind', kind, reason, paused_by, paused_at FROM paused_kind
UNION ALL SELECT 'endpoint', public_id, '', '', rests_until FROM webhook_endpoint WHERE rests_until > ?
"""
ALIVE = "SELECT queues, concurrency, running FROM worker WHERE last_seen_at > ? AND state = 'alive'"


class Situation(NamedTuple):
    """What holds for all jobs: the pauses, the receivers that are left alone for a while, and the live processes."""

    paused: list[Row]
    alive: list[Row]


async def situation(tx: Transaction) -> Situation:
    """The situation now."""
    return Situation(await tx.fetch(PAUSED, tx.now), await tx.fetch(ALIVE, tx.now - WORKER_LOST_MS))


async def causes_in_lists(tx: Transaction, jobs: Sequence[JobView]) -> dict[int, list[WaitReason]]:
    """Why each of these jobs waits, by row id, in two statements: without its place in its queue and earlier steps."""
    waiting = [job for job in jobs if job.state in WAITING]
    if not waiting:
        return {}
    now = await situation(tx)
    return {job.row_id: _known(tx.now, now, job) for job in waiting}


def _known(at: int, now: Situation, job: JobView) -> list[WaitReason]:
    """What the situation says about a job."""
    return [*_for_its_time(at, job), *_paused(now, job), *_resting(now, job), *_without_workers(now, job)]


def _paused(now: Situation, job: JobView) -> list[WaitReason]:
    return [
        WaitReason(
            f"{row['what']}_paused",
            f"The {row['what']} {row['name']} was paused by {row['paused_by']}"
            f"{': ' if row['reason'] else ''}{redact(row['reason'])}, at",
            row["paused_at"],
        )
        for row in now.paused
        if (row["what"], row["name"]) in (("queue", job.queue), ("kind", job.kind))
    ]


def _resting(now: Situation, job: JobView) -> list[WaitReason]:
    """A receiver that failed several times in a row is asked by nobody for a while."""
    endpoint = job.subject.get("endpoint_id") if job.subject else None
    words = "Its receiver failed several times in a row; the next delivery is tried at"
    return [
        WaitReason("receiver_rests", words, row["paused_at"])
        for row in now.paused
        if row["what"] == "endpoint" and row["name"] == endpoint
    ]


def _without_workers(now: Situation, job: JobView) -> list[WaitReason]:
    serving = [row for row in now.alive if job.queue in row["queues"].split(",")]
    if not now.alive:
        return [WaitReason("no_worker", "No worker process is alive.")]
    if not serving:
        return [WaitReason("not_served", f"No live worker process serves the queue {job.queue}.")]
    if all(row["running"] >= row["concurrency"] for row in serving):
        slots = sum(row["concurrency"] for row in serving)
        return [WaitReason("busy", f"All {slots} slots of the processes that serve {job.queue} are busy.")]
    return []


async def _ahead(tx: Transaction, job: JobView) -> int:
    """How many jobs are due before it, without those of paused kinds."""
    _, paused_kinds = await pauses(tx)
    of_queue = [kind.name for kind in KINDS.values() if kind.queue.name == job.queue]
    unpaused = [name for name in of_queue if name not in paused_kinds]
    kinds: list[list[str]] = [[]] if unpaused == of_queue else [[name] for name in unpaused]
    if not kinds:
        return 0
    counts = [AHEAD.format(of_kind="AND kind = ?" if kind else "") for kind in kinds]
    values = [of for kind in kinds for of in (job.queue, *kind, job.run_at, MOST_AHEAD + 1)]
    return sum(int(row["jobs"]) for row in await tx.fetch(" UNION ALL ".join(counts), *values))


async def _in_line(tx: Transaction, job: JobView) -> list[WaitReason]:
    ahead = await _ahead(tx, job)
    if not ahead:
        return [WaitReason("next", "It is the next in its queue.")] if job.kind in KINDS else []
    number = f"over {MOST_AHEAD:,}" if ahead > MOST_AHEAD else f"{ahead:,}"
    return [WaitReason("in_line", f"{number} due before it in the queue {job.queue}.")]


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
