"""What admins do to jobs: one at a time, kinds and queues at rest, and why a job waits."""

import re

import pytest

from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.database import read, read_long, write
from models.jobs.admin import job_actions, job_views, queue_pauses, timetable, wait_reasons, worker_registry
from models.jobs.ledger.completion import Fault, fail, succeed
from models.operations import admin_banner, doctor
from models.shared.errors import IllegalTransition, NotFound
from models.shared.times import WORKER_LOST_MS
from tests.models.orders_at_hand import claim, claim_one, place, row, run

pytestmark = pytest.mark.asyncio
ROOT = Actor("root@example.com", 1)


async def newest() -> str:
    (public_id,) = await row("SELECT public_id FROM job ORDER BY id DESC LIMIT 1")
    return str(public_id)


async def actions() -> list[str]:
    return [entry.action for entry in (await read(lambda tx: audit_log.entries(tx, AuditQuery()))).items]


async def test_a_queued_job_is_cancelled_and_its_order_goes_under_review(demo_shop):
    order_id = await place()
    job = await newest()
    await write(lambda tx: job_actions.cancel(tx, job, actor=ROOT, reason="a test"))
    assert await row("SELECT state FROM job") == ("cancelled",)
    assert await claim() == []
    assert await row("SELECT review_reason FROM orders WHERE id = ?", order_id) != (None,)
    assert await read_long(doctor.violations, snapshot=True) == []
    assert await actions() == ["job.cancel"]
    await write(lambda tx: job_actions.run_again(tx, job, actor=ROOT))
    assert len(await claim()) == 1
    assert await row("SELECT review_reason FROM orders WHERE id = ?", order_id) == (None,)


@pytest.mark.parametrize("verb", [job_actions.cancel, job_actions.run_now, job_actions.run_again])
async def test_who_comes_too_late_hears_the_present_state(demo_shop, verb):
    await place()
    job, claimed = await newest(), await claim_one()
    with pytest.raises(IllegalTransition, match="running now") as late:
        await write(lambda tx: verb(tx, job, actor=ROOT))
    assert late.value.extra["state"] == "running"
    await write(lambda tx: succeed(tx, claimed))
    with pytest.raises(IllegalTransition, match="succeeded now"):
        await write(lambda tx: verb(tx, job, actor=ROOT))
    with pytest.raises(NotFound):
        await write(lambda tx: verb(tx, "nothing", actor=ROOT))
    assert await actions() == []


async def test_a_scheduled_job_runs_now(demo_shop):
    await place()
    await run("UPDATE job SET run_at = run_at + 3600000")
    job = await newest()
    assert await claim() == []
    await write(lambda tx: job_actions.run_now(tx, job, actor=ROOT))
    assert len(await claim()) == 1


async def test_a_paused_kind_rests_and_what_runs_finishes(demo_shop):
    await place()
    running = await claim_one()
    await place()
    await write(lambda tx: queue_pauses.pause_kind(tx, "order.process", actor=ROOT, reason="a look"))
    await write(lambda tx: queue_pauses.pause_kind(tx, "order.process", actor=ROOT))
    assert await claim() == []
    await write(lambda tx: succeed(tx, running))
    (pause,) = (await read(admin_banner.facts))["paused"]
    assert (pause["what"], pause["name"], pause["paused_by"], pause["reason"]) == (
        *("kind", "order.process", "root@example.com", "a look"),
    )
    await run("UPDATE job SET run_at = 0 WHERE state = 'queued'")
    assert [violation for violation in await read(doctor.violations) if violation.invariant == "I18"] == []
    await write(lambda tx: queue_pauses.resume_kind(tx, "order.process", actor=ROOT))
    assert len(await claim()) == 1
    assert await actions() == ["job_kind.resume", "job_kind.pause"]


async def test_other_kinds_of_the_queue_are_still_claimed(demo_shop):
    await place()
    await run("UPDATE job SET kind = 'payment.refund'")
    await place()
    await write(lambda tx: queue_pauses.pause_kind(tx, "order.process", actor=ROOT))
    assert [each.kind for each in await claim()] == ["payment.refund"]


async def test_beside_a_kind_that_rests_the_longest_due_comes_first(demo_shop):
    for _ in range(5):
        await place()
    await run("UPDATE job SET queue = 'mail'")
    for number, kind in enumerate(("mail.reset", "mail.order", "stock.alert", "mail.reset", "a.kind.of.tomorrow"), 1):
        await run("UPDATE job SET kind = ?, run_at = ? WHERE id = ?", kind, 10 - number, number)
    await write(lambda tx: queue_pauses.pause_kind(tx, "mail.order", actor=ROOT))
    assert [each.kind for each in await claim(1, queue="mail")] == ["mail.reset"]
    assert sorted(each.kind for each in await claim(queue="mail")) == ["mail.reset", "stock.alert"]
    await write(lambda tx: queue_pauses.resume_kind(tx, "mail.order", actor=ROOT))
    assert sorted(each.kind for each in await claim(queue="mail")) == ["a.kind.of.tomorrow", "mail.order"]


async def test_a_queue_rests_until_it_is_resumed(demo_shop):
    await place()
    await write(lambda tx: queue_pauses.pause_queue(tx, "orders", actor=ROOT))
    assert await claim() == []
    assert [queue["name"] for queue in await read(worker_registry.queues) if queue["paused"]] == ["orders"]
    await write(lambda tx: queue_pauses.resume_queue(tx, "orders", actor=ROOT))
    assert len(await claim()) == 1


async def test_only_what_there_is_can_be_paused(demo_shop):
    for verb in (
        queue_pauses.pause_kind,
        queue_pauses.resume_kind,
        queue_pauses.pause_queue,
        queue_pauses.resume_queue,
    ):
        with pytest.raises(NotFound):
            await write(lambda tx, v=verb: v(tx, "no.such", actor=ROOT))


async def test_the_timetable_says_when_and_runs_out_of_turn(demo_shop):
    entries = {entry.kind: entry for entry in await read(timetable.entries)}
    assert (entries["reservations.expire"].rhythm, entries["books.check"].rhythm) == ("every minute", "every 5 minutes")
    assert entries["retention.purge"].rhythm == "every hour"
    assert entries["reservations.expire"].last is None
    await write(lambda tx: timetable.run_now(tx, "reservations.expire", actor=ROOT))
    assert len(await claim(queue="maintenance")) == 1
    with pytest.raises(IllegalTransition, match="running already"):
        await write(lambda tx: timetable.run_now(tx, "reservations.expire", actor=ROOT))
    with pytest.raises(NotFound):
        await write(lambda tx: timetable.run_now(tx, "order.process", actor=ROOT))


async def worker(queues: str = "orders,mail", running: int = 0) -> None:
    await run(
        "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at, rss_bytes,"
        " version) VALUES ('w1', 'h', 1, ?, 4, ?, 'alive', 0, 9000000000000, 0, '')",
        *(queues, running),
    )


async def causes() -> list[str]:
    public_id = await newest()

    async def work(tx):
        job, _ = await job_views.find_job(tx, public_id)
        return [cause.code for cause in await wait_reasons.causes(tx, job)]

    return await read(work)


async def test_why_it_waits_says_every_cause(demo_shop):
    await place()
    assert await causes() == ["no_worker", "next"]
    await write(lambda tx: queue_pauses.pause_kind(tx, "order.process", actor=ROOT))
    await write(lambda tx: queue_pauses.pause_queue(tx, "orders", actor=ROOT))
    await run("UPDATE job SET crashes = 2")
    assert await causes() == ["queue_paused", "kind_paused", "no_worker", "suspect", "next"] or await causes() == [
        *("kind_paused", "queue_paused", "no_worker", "suspect", "next"),
    ]


async def test_why_it_waits_knows_the_workers(demo_shop):
    await place()
    await worker(queues="mail")
    assert await causes() == ["not_served", "next"]
    await run("UPDATE worker SET queues = 'orders', running = 4")
    assert await causes() == ["busy", "next"]


async def test_why_it_waits_knows_the_line_and_the_time(demo_shop):
    await place()
    await place()
    await run("UPDATE job SET run_at = 1 WHERE id = 1")
    await worker()
    assert await causes() == ["in_line"]
    await run("UPDATE job SET kind = 'payment.refund' WHERE id = 1")
    await write(lambda tx: queue_pauses.pause_kind(tx, "payment.refund", actor=ROOT))
    assert await causes() == ["next"]
    await run("DELETE FROM paused_kind")
    await run("UPDATE job SET run_at = run_at + 60000 WHERE id = 2")
    assert await causes() == ["scheduled"]
    await run("UPDATE job SET kind = 'payment.refund', subject_id = 1 WHERE id = 2")
    assert await causes() == ["scheduled", "earlier_step"]


async def test_a_failed_attempt_and_a_lease_are_causes(demo_shop):
    await place()
    await worker()
    taken = await claim_one()
    assert await causes() == ["leased", "heartbeat"]
    await run("UPDATE worker SET last_seen_at = 5")
    assert await causes() == ["leased", "worker_silent"]
    await run("DELETE FROM worker")
    assert await causes() == ["leased", "worker_gone"]
    await worker()
    await write(lambda tx: fail(tx, taken, Fault("Oops", "no"), wait_seconds=60))
    assert await causes() == ["retry"]


async def test_a_missing_worker_is_reported_within_two_heartbeats(demo_shop):
    await place()
    await run("UPDATE job SET run_at = run_at - 5000")
    await worker()
    assert await read(worker_registry.warnings) == (None, None)

    async def silent(tx):
        await tx.execute("UPDATE worker SET last_seen_at = ?", tx.now - WORKER_LOST_MS - 1)

    await write(silent)
    assert "1 job waits" in str((await read(worker_registry.warnings))[0])
    (told,) = await read(worker_registry.workers)
    assert told["state"] == "lost"


async def seen(name: str, seconds_ago: int) -> None:
    """A worker of this name was heard of so long ago."""

    async def work(tx):
        await tx.execute(
            "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at,"
            " rss_bytes, version) VALUES (?, 'h', 1, 'orders', 4, 0, 'alive', 0, ?, 0, '')",
            *(name, tx.now - seconds_ago * 1000),
        )

    await write(work)


async def test_lost_workers_are_reported_for_five_minutes_while_another_works(demo_shop):
    await seen("works", 0)
    assert await read(worker_registry.warnings) == (None, None)
    await seen("killed", 40)
    nobody, lost = await read(worker_registry.warnings)
    assert nobody is None
    assert re.fullmatch(r"1 worker was lost in the last 5 minutes, the latest less than 1 min ago\.", str(lost))
    await seen("killed too", 20)
    assert "2 workers were lost" in str((await read(worker_registry.warnings))[1])
    await run("DELETE FROM worker WHERE name LIKE 'killed%'")  # as one does that ends in order
    assert await read(worker_registry.warnings) == (None, None)
    await seen("killed long ago", 301)
    assert await read(worker_registry.warnings) == (None, None)


async def test_the_loss_of_the_last_worker_is_reported_although_nothing_waits(demo_shop):
    assert await read(worker_registry.warnings) == (None, None), "nobody ever worked: that is how a shop begins"
    await seen("killed", 600)
    nobody, lost = await read(worker_registry.warnings)
    assert re.fullmatch(r"No worker is running\. The last one was lost 10 min ago\.", str(nobody))
    assert lost is None
