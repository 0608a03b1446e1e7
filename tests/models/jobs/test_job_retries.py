"""A job that is retried or discarded: the same row goes on, and every count of what is broken says so at once."""

import pytest

from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.database import read, write
from models.jobs.admin import job_actions, job_attempts, job_views, live_failures
from models.jobs.admin.job_views import JobView
from models.jobs.ledger.completion import Fault, fail, succeed
from models.jobs.ledger.jobs import LateWrite
from models.operations import queue_snapshot
from models.shared.errors import IllegalTransition, Invalid, NotFound
from tests.models.orders_at_hand import claim, claim_one, place, roll_figures, row, run

pytestmark = pytest.mark.asyncio
ROOT = Actor("root@example.com", 1)


async def newest() -> str:
    (public_id,) = await row("SELECT public_id FROM job ORDER BY id DESC LIMIT 1")
    return str(public_id)


async def a_dead_one(words: str = "the provider is away") -> str:
    """An order whose job died in its last attempt; the job's id."""
    await place()
    job = await newest()
    await run("UPDATE job SET attempt = max_attempts - 1, crashes = 1, deferrals = 3 WHERE public_id = ?", job)
    claimed = await claim_one()
    assert await write(lambda tx: fail(tx, claimed, Fault("Oops", words), wait_seconds=1)) == "dead"
    return job


async def again(job: str, reason: str = "") -> None:
    await write(lambda tx: job_actions.run_again(tx, job, actor=ROOT, reason=reason))


async def discard(job: str, reason: str = "not worth it") -> None:
    await write(lambda tx: job_actions.discard(tx, job, actor=ROOT, reason=reason))


async def seen(job: str) -> tuple[JobView, list[str]]:
    view, events = await read(lambda tx: job_views.find_job(tx, job))
    return view, [event["type"] for event in events]


async def dead_by_every_count() -> set[int]:
    """How many jobs are dead, as the tabs and the dashboard, the reporter's metrics, and the groups count them."""
    await run(
        "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at, rss_bytes,"
        " version) VALUES ('w1', 'h', 1, 'orders', 4, 0, 'alive', 0, 9000000000000, 0, '') ON CONFLICT DO NOTHING"
    )
    look = await read(lambda tx: queue_snapshot.read_snapshot(tx, "w1"))
    assert look is not None
    return {
        (await read(job_views.counts))["dead"],
        sum(jobs for (_, state), jobs in look.depth.items() if state == "dead"),
        sum(group.dead for group in await read(live_failures.live)),
        len((await read(lambda tx: job_views.list_jobs(tx, state="dead"))).items),
    }


async def test_a_retried_job_is_the_same_job_with_all_attempts_before_it(demo_shop):
    job = await a_dead_one()
    assert await dead_by_every_count() == {1}
    await again(job, "the provider is back")
    assert await dead_by_every_count() == {0}
    view, events = await seen(job)
    assert (view.state, view.attempt, view.max_attempts, view.crashes, view.deferrals) == ("queued", 0, 12, 0, 0)
    assert (view.error, view.failure, view.started_at, view.finished_at) == (None, "", None, None)
    assert events == ["claimed", "failed", "retried"]
    claimed = await claim_one()
    await write(lambda tx: succeed(tx, claimed))
    view, events = await seen(job)
    assert (view.state, view.attempt) == ("succeeded", 1)
    assert events == ["claimed", "failed", "retried", "claimed", "succeeded"]
    assert await row("SELECT count(*) FROM job") == (1,)


async def test_its_history_says_who_retried_it_and_why(demo_shop):
    job = await a_dead_one()
    await again(job, "the provider is back")
    _, events = await read(lambda tx: job_views.find_job(tx, job))
    attempts = job_attempts.attempts_of(events)
    assert [attempt.outcome for attempt in attempts] == ["failed", "retried"]
    assert attempts[1].error_message.endswith(": the provider is back")
    (entry,) = (await read(lambda tx: audit_log.entries(tx, AuditQuery()))).items
    assert (entry.action, entry.before, entry.reason) == ("job.retry", {"state": "dead"}, "the provider is back")


async def test_a_worker_that_had_it_before_still_writes_nothing(demo_shop):
    await place()
    job, late = await newest(), await claim_one()
    await run("UPDATE job SET state = 'dead', owner = NULL, lease_until = NULL")
    await again(job)
    with pytest.raises(LateWrite):
        await write(lambda tx: succeed(tx, late))
    (taken,) = await claim()
    assert taken.fence > late.fence
    with pytest.raises(LateWrite):
        await write(lambda tx: succeed(tx, late))
    await write(lambda tx: succeed(tx, taken))


async def test_it_dies_again_after_as_many_attempts_and_is_counted_once(demo_shop):
    job = await a_dead_one()
    await again(job)
    for _ in range(12):
        assert (await seen(job))[0].state != "dead"
        await run("UPDATE job SET run_at = 0")
        claimed = await claim_one()
        await write(lambda tx, c=claimed: fail(tx, c, Fault("Oops", "the provider is away"), wait_seconds=1))
    assert (await seen(job))[0].state == "dead"
    assert await dead_by_every_count() == {1}


TITLES = {
    "queued": "The job is waiting already",
    "running": "The job is running",
    "succeeded": "The job has already finished",
    "dead": "The job is dead",
    "cancelled": "The job was cancelled",
}


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        *((verb, state) for verb in (again, discard) for state in ("queued", "running", "succeeded")),
        (discard, "cancelled"),
    ],
)
async def test_a_conflict_is_titled_by_what_the_job_is(demo_shop, verb, state):
    await place()
    job = await newest()
    lease = 9_000_000_000_000 if state == "running" else None
    await run("UPDATE job SET state = ?, lease_until = ?", state, lease)
    with pytest.raises(IllegalTransition) as refused:
        await verb(job)
    assert (refused.value.title, refused.value.extra["state"]) == (TITLES[state], state)
    assert await row("SELECT state FROM job") == (state,)
    with pytest.raises(NotFound):
        await verb("nothing")


async def test_a_discarded_job_is_cancelled_with_its_reason_and_counts_nowhere_as_dead(demo_shop):
    job = await a_dead_one()
    await discard(job, "paid by hand")
    view, events = await seen(job)
    assert (view.state, events) == ("cancelled", ["claimed", "failed", "discarded"])
    assert view.error == {"type": "Oops", "message": "the provider is away"}
    assert await dead_by_every_count() == {0}
    assert await claim() == []
    _, told = await read(lambda tx: job_views.find_job(tx, job))
    assert told[-1]["error_message"].endswith(": paid by hand")
    (entry,) = (await read(lambda tx: audit_log.entries(tx, AuditQuery()))).items
    assert (entry.action, entry.reason) == ("job.discard", "paid by hand")


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
async def test_nothing_is_discarded_without_a_reason(demo_shop, reason):
    job = await a_dead_one()
    with pytest.raises(Invalid):
        await discard(job, reason)
    assert (await seen(job))[0].state == "dead"


async def test_a_discard_leaves_its_order_under_review_and_a_retry_takes_it_back(demo_shop):
    job = await a_dead_one()
    await discard(job)
    (reason,) = await row("SELECT review_reason FROM orders")
    assert "died" in reason
    await again(job, "after all")
    assert await row("SELECT review_reason FROM orders") == (None,)
    assert len(await claim()) == 1


async def test_an_order_stays_under_review_while_another_of_its_jobs_is_broken(demo_shop):
    job = await a_dead_one()
    await run(
        "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, payload, state,"
        " run_at, max_attempts, created_at) SELECT 'other', 'payment.refund', queue, priority, dedupe_key,"
        " subject_type, subject_id, payload, 'dead', run_at, max_attempts, created_at FROM job"
    )
    await again(job)
    assert await row("SELECT review_reason FROM orders") != (None,)
    await discard("other")
    await run("UPDATE job SET state = 'dead' WHERE public_id = ?", job)
    await again(job)
    assert await row("SELECT review_reason FROM orders") != (None,)
    await again("other")
    assert await row("SELECT review_reason FROM orders") == (None,)


async def test_the_money_of_an_order_is_counted_once_in_its_group(demo_shop):
    await a_dead_one()
    await run(
        "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, payload, state,"
        " run_at, max_attempts, created_at, failure) SELECT 'other', kind, queue, priority, 'other', subject_type,"
        " subject_id, payload, 'dead', run_at, max_attempts, created_at, failure FROM job"
    )
    (cents,) = await row("SELECT total_cents FROM orders")
    (group,) = await read(live_failures.live)
    assert (group.dead, group.orders, group.cents) == (2, 1, cents)
    await discard("other")
    (group,) = await read(live_failures.live)
    assert (group.dead, group.orders, group.cents) == (1, 1, cents)


async def test_a_retried_job_enters_its_queue_once_more_in_the_figures(demo_shop):
    job = await a_dead_one()
    await again(job)
    await run("UPDATE job SET created_at = created_at - 60000")
    await run("UPDATE job_event SET at = at - 60000")
    while await roll_figures():
        pass
    assert await row("SELECT sum(enqueued) FROM job_figure WHERE span = 'hour'") == (2,)


async def test_what_an_earlier_version_ran_again_as_another_job_is_not_run_again(demo_shop):
    job = await a_dead_one()
    await run(
        "INSERT INTO job (public_id, kind, queue, priority, dedupe_key, subject_type, subject_id, payload, state,"
        " run_at, max_attempts, created_at, parent_id) SELECT 'repeat', kind, queue, priority, '1#r1.1', subject_type,"
        " subject_id, payload, 'succeeded', run_at, max_attempts, created_at, id FROM job"
    )
    view, _ = await seen(job)
    assert not view.can_retry
    with pytest.raises(IllegalTransition, match="run again as repeat") as refused:
        await again(job)
    assert refused.value.title == "The job was run again as another"
    assert [each["id"] for each in await read(lambda tx: job_views.repeats(tx, view))] == ["repeat"]
