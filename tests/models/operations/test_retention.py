"""What is too old goes, in small slices, and what is still needed stays; every table has an age or a reason."""

import re
import time
from pathlib import Path

import pytest

from models.database import read, read_long, write
from models.jobs.ledger.job_kinds import RETENTION_PURGE
from models.jobs.ledger.jobs import enqueue
from models.operations import doctor, retention
from models.operations.retention import (
    AGES,
    AIM_MS,
    FIRST_STATEMENT,
    KEPT,
    LARGEST_SLICE,
    SMALLEST_SLICE,
    next_slice,
    next_statement,
)
from models.shared.times import DAY_MS
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.models.operations.ages import purged
from tests.models.orders_at_hand import place, row, run
from tests.stack import uses_postgres

ROOT = Path(__file__).parents[3]
TABLES = (
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
    if uses_postgres()
    else "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    " AND name NOT LIKE 'product_search_%'"
)
JOB = (
    "INSERT INTO job (id, public_id, kind, queue, priority, dedupe_key, subject_type, state, run_at, attempt,"
    " max_attempts, parent_id, created_at, finished_at) VALUES (?, ?, ?, 'mail', 1, ?, '', ?, 1, 1, 9, ?, 1, ?)"
)
EVENT = "INSERT INTO job_event (job_id, type, attempt, fence, at) VALUES (?, 'claimed', 1, 1, 1)"


async def add_job(
    number: int, state: str, *, kind: str = "mail.reset", parent: int | None = None, ago: int = 31
) -> None:
    ended_at = int(time.time() * 1000) - ago * DAY_MS
    await run(JOB, number, f"j{number}", kind, str(number), state, parent, ended_at)
    await run(EVENT, number)


@pytest.mark.asyncio
async def test_every_table_has_an_age_or_a_reason_to_stay(demo_shop: None) -> None:
    there = {each["name"] for each in await read(lambda tx: tx.fetch(TABLES))}
    kept = [table for tables in KEPT.values() for table in tables]
    assert len(kept) == len(set(kept))
    assert {age.table for age in AGES} | set(kept) == there
    assert {age.table for age in AGES} & set(kept) == set()


@pytest.mark.asyncio
async def test_every_age_is_asked_for_and_deletes_nothing_of_a_fresh_shop(demo_shop: None) -> None:
    await place()
    before = await row("SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM idempotency_key)")
    for table in {age.table for age in AGES} - {"catalog_change"}:  # whose newest stay, however old they are
        assert await purged(table) == 0, table
    assert await row("SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM idempotency_key)") == before


@pytest.mark.asyncio
async def test_finished_jobs_go_with_their_events_and_what_a_person_has_to_see_stays(demo_shop: None) -> None:
    await add_job(901, "succeeded")
    await add_job(902, "cancelled")
    await add_job(903, "dead")
    await add_job(904, "succeeded", ago=29)
    await add_job(905, "cancelled", kind="mail.order")
    await add_job(906, "dead")
    await add_job(907, "succeeded", parent=906)
    assert await purged("job") == 3
    left = await read(lambda tx: tx.fetch("SELECT id FROM job WHERE id > 900 ORDER BY id"))
    assert [each["id"] for each in left] == [903, 904, 905, 906]
    assert await row("SELECT count(*) FROM job_event WHERE job_id > 900") == (4,)


@pytest.mark.asyncio
async def test_a_job_goes_after_the_one_that_repeats_it(demo_shop: None) -> None:
    await add_job(901, "succeeded")
    await add_job(902, "succeeded", parent=901)
    assert await purged("job") == 2
    assert await row("SELECT count(*) FROM job WHERE id > 900") == (0,)


@pytest.mark.asyncio
async def test_the_job_deletes_in_slices_that_stay_small(demo_shop: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(901, 901 + 130):
        await add_job(number, "succeeded")
    slices: list[int] = []
    real = retention.delete_slice

    async def seen(tx, age, keys, mail_days):  # type: ignore[no-untyped-def]
        if age.table == "job":
            slices.append(len(keys))
        return await real(tx, age, keys, mail_days)

    monkeypatch.setattr(retention, "delete_slice", seen)
    await write(lambda tx: enqueue(tx, RETENTION_PURGE, "test"))
    await story.drain()
    assert await row("SELECT count(*) FROM job WHERE id > 900 AND kind = 'mail.reset'") == (0,)
    assert sum(slices) == 130
    assert len(slices) > 1
    assert max(slices) <= LARGEST_SLICE


@pytest.mark.asyncio
async def test_a_slice_whose_rows_are_slow_ends_when_its_time_is_over(
    demo_shop: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(901, 901 + 60):
        await add_job(number, "succeeded")
    real_delete, real_next, slices = retention.delete_slice, retention.next_slice, list[int]()

    async def slow(tx, age, keys, mail_days):  # type: ignore[no-untyped-def]
        time.sleep(retention.AIM_MS / 1000)  # noqa: ASYNC251  it holds the writer, as a slow statement does
        return await real_delete(tx, age, keys, mail_days)

    def seen(rows: int, lasted_ms: float) -> int:
        slices.append(rows)
        return max(50, real_next(rows, lasted_ms))

    monkeypatch.setattr(retention, "delete_slice", slow)
    monkeypatch.setattr(retention, "next_slice", seen)
    await write(lambda tx: enqueue(tx, RETENTION_PURGE, "test"))
    await story.drain()
    assert sum(slices) >= 60
    assert max(slices) == FIRST_STATEMENT
    assert await row("SELECT count(*) FROM job WHERE id > 900 AND kind = 'mail.reset'") == (0,)


def test_a_statement_has_as_many_rows_as_fit_the_time_that_is_left() -> None:
    assert next_statement(2, 0.1) == 4
    assert next_statement(64, 1.0) == 128
    assert next_statement(10, AIM_MS * 0.8) == 2
    assert next_statement(2, AIM_MS * 0.9) == 1
    assert next_statement(2, AIM_MS * 3) == 1


def test_a_slice_that_took_long_makes_the_next_one_smaller() -> None:
    assert next_slice(50, 1.0) == 100
    assert next_slice(150, 1.0) == LARGEST_SLICE
    assert next_slice(200, 4.0) == 200
    assert next_slice(200, 20.0) == 25
    assert next_slice(20, 500.0) == SMALLEST_SLICE


@pytest.mark.asyncio
async def test_an_order_is_told_the_same_after_its_jobs_are_gone(demo_shop: None, tmp_path: Path) -> None:
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    placed = await story.order(await story.shopper(), SKU_0001=1)
    await story.drain()
    before = await story.see(placed)
    await run("UPDATE job SET finished_at = 1 WHERE finished_at IS NOT NULL")
    assert await purged("job") >= 2
    after = await story.see(placed)
    assert (after.status, after.steps, after.events, after.payment) == (
        *(before.status, before.steps, before.events, before.payment),
    )
    assert await read_long(doctor.violations, snapshot=True) == []


def test_the_documentation_shows_the_ages_that_run() -> None:
    page = (ROOT / "docs" / "retention.md").read_text()
    found = re.findall(r"<!-- ages -->\n(.*?)\n<!-- /ages -->", page, re.DOTALL)
    assert found == [retention.as_markdown()], "print it anew: python -m cli retention --markdown"
