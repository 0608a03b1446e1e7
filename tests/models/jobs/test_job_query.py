"""Finding jobs: the right ones, in the right order, and never by reading the whole ledger."""

import itertools
import re
import sqlite3
from functools import partial

import pytest

from models.alarms import admin_banner
from models.audit.audit_log import Actor
from models.database import read, write
from models.jobs.admin import (
    batch_execution,
    bulk_preview,
    job_actions,
    job_batches,
    job_query,
    job_views,
    live_failures,
    queue_pauses,
    wait_reasons,
    worker_registry,
)
from models.jobs.admin.job_batches import BatchRequest
from models.jobs.admin.job_search import STATES, JobQuery, parse
from models.jobs.ledger import jobs
from models.jobs.ledger.job_kinds import KINDS, QUEUES
from models.reports import job_charts
from tests.models.orders_at_hand import place, row, run
from tests.query_plans import reads_all
from tests.stack import sqlite_only

pytestmark = [pytest.mark.asyncio, sqlite_only("it fills the file past the program and reads SQLite's query plans")]

HOUR_MS = 3_600_000
NOW = 1_800_000_000_000


@pytest.fixture
def fill(database_url):
    """Write plain rows past the program, so that there can be many; `count` of each kind given."""

    def write(count: int, **columns: object) -> None:
        connection = sqlite3.connect(database_url.removeprefix("sqlite:///"))
        last = connection.execute("SELECT coalesce(max(id), 0) FROM job").fetchone()[0]
        for number in range(last + 1, last + count + 1):
            values = {
                "id": number,
                "public_id": f"{number:026d}",
                "kind": "mail.order",
                "queue": "mail",
                "priority": 20,
                "dedupe_key": str(number),
                "state": "succeeded",
                "run_at": number,
                "max_attempts": 12,
                "created_at": number * 1000,
                **columns,
            }
            marks = ", ".join("?" * len(values))
            connection.execute(f"INSERT INTO job ({', '.join(values)}) VALUES ({marks})", list(values.values()))
        connection.commit()
        connection.close()

    return write


async def found(text: str = "", state: str = "") -> list[int]:
    return (await read(lambda tx: job_query.find(tx, parse(text, state)))).ids


async def test_newest_come_first_but_of_those_that_wait_the_longest_due(shop, fill):
    fill(3)
    fill(2, state="queued")
    fill(1, state="queued", run_at=2**52)
    assert await found() == [6, 5, 4, 3, 2, 1]
    assert await found(state="succeeded") == [3, 2, 1]
    assert await found(state="queued") == [4, 5]
    assert await found(state="scheduled") == [6]


async def test_conditions_are_met_together(shop, fill):
    fill(2, state="dead", error_type="SmtpError", error_message="the server said 50% no_way")
    fill(2, state="dead", kind="order.process", queue="orders", subject_type="order", subject_id=7)
    fill(1, kind="order.process", queue="orders", subject_type="order", subject_id=7)
    assert await found("kind:order.process", "dead") == [4, 3]
    assert await found("CW-10007") == [5, 4, 3]
    assert await found("CW-10007", "succeeded") == [5]
    assert await found("smtperror 50%") == [2, 1]
    assert await found("5_%") == []
    assert await found("queue:mail", "dead") == [2, 1]


async def test_a_process_is_found_by_the_claim_it_made_last(shop, fill):
    fill(3)
    for job, worker in ((1, "shop-1:77"), (2, "shop-1:77"), (2, "shop-2:88"), (3, "shop-2:88")):
        await run("INSERT INTO job_event (job_id, type, attempt, fence, worker, at, error_type, error_message, trace)"
                  " VALUES (?, 'claimed', 1, 1, ?, 1, '', '', '')", job, worker)  # fmt: skip
    assert await found("process:SHOP-2") == [3, 2]
    assert await found("process:shop-1") == [1]


@pytest.mark.parametrize("gap", [1, 700])
async def test_dates_become_ids(shop, fill, gap):
    fill(5, created_at=1000)
    for _ in range(3):
        fill(gap, created_at=2_000_000_000_000)
    since = await read(lambda tx: job_query.find(tx, JobQuery(since=1_900_000_000_000)))
    until = await read(lambda tx: job_query.find(tx, JobQuery(until=1_900_000_000_000)))
    assert sorted(since.ids) == list(range(6, 6 + 3 * gap))
    assert sorted(until.ids) == [1, 2, 3, 4, 5]


async def test_what_is_not_listed_is_said(shop, fill, monkeypatch):
    fill(12)
    monkeypatch.setattr(job_query, "MAX_SCANNED", 5)
    assert await read(lambda tx: job_query.find(tx, JobQuery(), 10)) == (list(range(12, 2, -1)), True)
    assert await read(lambda tx: job_query.find(tx, JobQuery(), 12)) == (list(range(12, 0, -1)), False)
    await run("UPDATE job SET error_message = 'odd' WHERE id IN (2, 11)")
    assert await read(lambda tx: job_query.find(tx, parse("odd"))) == ([11], True)


async def test_counts_stop_at_their_limit(shop, fill, monkeypatch):
    fill(7)
    fill(3, state="dead")
    monkeypatch.setattr(job_views, "MAX_MATCHES", 5)
    counts = await read(job_views.counts)
    assert (counts["succeeded"], counts["dead"], counts["queued"]) == (6, 3, 0)


async def test_no_query_of_the_job_page_reads_a_whole_table(shop, fill, plans):
    fill(30)
    fill(3, state="dead", failure="0123456789abcdef")
    fill(3, state="queued", subject_type="order", subject_id=1)
    states = ("", *STATES)
    terms = (
        "",
        "kind:mail.order",
        "queue:mail",
        "CW-10001",
        "process:x",
        "word",
        "after:2026-01-01",
        "failure:" + "0" * 16,
        "batch:" + "0" * 26,
        "0" * 26,
        "ann@example.com",
        "endpoint:example.com",
        "CW-10001 ann@example.com endpoint:x",
    )
    for state, text in itertools.product(states, terms):
        query = parse(text, state)
        await read(lambda tx, query=query: job_views.list_jobs(tx, query))
        for action in job_batches.ACTIONS:
            order = BatchRequest(action, query=query, as_of=2**52)
            await read(lambda tx, order=order: job_batches.preview(tx, order))
    of_workers = (worker_registry.workers, worker_registry.queues, worker_registry.reviews, admin_banner.facts)
    of_jobs = (job_views.counts, live_failures.live, job_charts.charts, job_batches.list_batches)
    for question in (*of_workers, *of_jobs):
        await read(question)
    job, _ = await read(lambda tx: job_views.find_job(tx, f"{36:026d}"))
    await read(lambda tx: wait_reasons.causes(tx, job))
    await read(lambda tx: job_views.repeats(tx, job))
    await read(lambda tx: job_views.jobs_of_order(tx, 1))
    await read(lambda tx: bulk_preview.preview(tx, "retry", [31, 32]))
    every_dead = BatchRequest("discard", query=JobQuery(state="dead"), as_of=2**52, reason="a look at the plans")
    root = Actor("root@example.com")
    batch = await write(lambda tx: job_batches.confirm(tx, every_dead, actor=root))
    await read(lambda tx: job_batches.find_batch(tx, batch))
    await write(lambda tx: batch_execution.run_next_items(tx, 1))
    await write(lambda tx: job_actions.run_again(tx, f"{31:026d}", actor=root))
    assert len(plans) > 60
    bad = sorted({(sql, *found) for sql, plan in plans if (found := reads_all(sql, plan))})
    assert not bad, "\n\n".join(map(str, bad))


async def test_a_claim_scans_no_job_of_a_paused_kind(shop, fill, plans):
    fill(30, state="queued", run_at=1)
    fill(2, state="queued", run_at=2, kind="stock.alert")
    take = partial(jobs.claim, shares=[("mail", 5)], worker="w1", lease_seconds=30)
    await write(lambda tx: queue_pauses.pause_kind(tx, "mail.order", actor=Actor("root@example.com")))
    plans.clear()
    assert [each.kind for each in await write(take)] == ["stock.alert"] * 2
    walks = [line for sql, plan in plans if "FROM job" in sql for line in plan if re.match("(SEARCH|SCAN) job ", line)]
    by_kind = [line for line in walks if "job_ready_by_kind (queue=? AND kind=?" in line]
    assert len(by_kind) > 3
    assert [line for line in walks if line not in by_kind and "INTEGER PRIMARY KEY" not in line] == []
    await run("DELETE FROM paused_kind")
    plans.clear()
    await write(take)
    assert any("job_ready (queue=? AND run_at<?)" in line for _, plan in plans for line in plan)
    plans.clear()
    await read(lambda tx: jobs.overdue(tx, 1))
    walks = [line for _, plan in plans for line in plan if " job " in line]
    assert len(walks) == len(QUEUES)
    assert [line for line in walks if "job_ready (queue=? AND run_at<?)" not in line] == []


async def test_the_check_of_plans_can_fail(shop, plans):
    for sql in ("SELECT count(*) FROM job WHERE error_type = 'x'", "SELECT count(*) FROM job"):
        await read(lambda tx, sql=sql: tx.fetch(sql))
        assert reads_all(*plans[-1])


async def test_every_kind_can_be_searched_for(shop):
    assert [parse(f"kind:{kind}").kind for kind in KINDS] == list(KINDS)


async def test_the_jobs_of_an_id_an_address_and_an_endpoint_are_found(demo_shop):
    await place()
    (public_id,) = await row("SELECT public_id FROM job WHERE subject_type = 'order'")
    (email,) = await row("SELECT email FROM orders")
    for text in (public_id, email, email.upper(), f"{email} state:queued"):
        listed = await read(lambda tx, text=text: job_views.list_jobs(tx, parse(text)))
        assert [job.id for job in listed.items] == [public_id]
    for text in ("0" * 25 + "z", "nobody@example.com", "endpoint:nowhere.example", f"{email} state:dead"):
        assert (await read(lambda tx, text=text: job_views.list_jobs(tx, parse(text)))).items == []
