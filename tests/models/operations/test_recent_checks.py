"""A check looks at what has changed since the last clean one; it finds there what a full check finds."""

import re

import pytest

from models.database import read_long, write
from models.operations import checked_marks, doctor
from models.operations.doctor import BooksCheck
from models.shared.times import DAY_MS
from tests.models.operations.test_doctor import DROP_TRIGGER, LEDGER, VIOLATIONS
from tests.models.orders_at_hand import place, row, run
from tests.query_plans import Plans
from tests.stack import sqlite_only

pytestmark = pytest.mark.asyncio
WALKED = re.compile(r"SCAN (order_event|job_event|stock_ledger|reservation|order_line|payment|e|r|l|o|orders)\b")
NEWEST = "ORDER BY id DESC LIMIT 1"  # a walk that ends at the first rows
OLD_EVENT = (
    "INSERT INTO job_event (job_id, type, attempt, fence, at) SELECT id, 'retried', 1, 0, created_at - 3600000 FROM job"
)


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every book is large."""
    monkeypatch.setattr(checked_marks, "SMALL", -1)


async def check(**options: bool) -> BooksCheck:
    """A check as the job makes it."""
    checked = await read_long(lambda tx: doctor.check(tx, **options), snapshot=True)
    await write(lambda tx: doctor.remember(tx, checked))
    return checked


async def names() -> set[str]:
    return {each.invariant for each in (await check()).violations}


async def test_the_first_check_is_full_and_the_next_looks_at_what_has_changed(demo_shop: None) -> None:
    await place()
    assert [(await check()).is_full for _ in range(3)] == [True, False, False]
    assert (await check(full=True)).is_full


@pytest.mark.parametrize("what", [name for name, (_, steps) in VIOLATIONS.items() if steps != [DROP_TRIGGER]])
async def test_what_goes_wrong_with_something_new_is_found(demo_shop: None, what: str) -> None:
    await check()
    await place()
    invariant, statements = VIOLATIONS[what]
    for statement in statements:
        await run(statement)
    checked = await check()
    assert not checked.is_full
    assert invariant in {each.invariant for each in checked.violations}
    assert invariant in await names(), "it was forgotten at the next check"


@sqlite_only("it reads SQLite's query plans")
async def test_no_table_that_grows_is_walked_for_what_has_changed(demo_shop: None, plans: Plans) -> None:
    await place()
    await check()
    plans.clear()
    assert not (await check()).is_full
    assert len(plans) > len(doctor.QUERIES)
    assert [sql for sql, plan in plans if any(map(WALKED.match, plan)) and not sql.endswith(NEWEST)] == []
    plans.clear()
    await check(full=True)
    assert any(WALKED.match(line) for _, plan in plans for line in plan), "the pattern fits nothing"


async def test_what_an_order_holds_is_compared_with_the_stock_ledger(demo_shop: None) -> None:
    await place()
    await check()
    assert await names() == set()
    await run("UPDATE inventory SET reserved = reserved + 1 WHERE product_id = 1")
    await run(LEDGER + "(1, 'adjust', 0, 1, 50, 1, 1)")
    checked = await check()
    assert not checked.is_full
    assert [each.words for each in checked.violations] == ["SKU-0001: 1 reserved, the orders hold 0"]
    assert [each.words for each in (await check(full=True)).violations] == ["SKU-0001: 1 reserved, the orders hold 0"]


async def test_only_a_full_check_sees_what_was_changed_by_hand_long_after(demo_shop: None) -> None:
    await place()
    await check()
    await run("UPDATE check_mark SET last_id = 1000000 WHERE name <> 'full'")  # all of it is long ago
    await run("UPDATE orders SET version = 7")
    assert "I17" not in await names()
    full = await check(full=True)
    assert "I17" in {each.invariant for each in full.violations}
    again = await check()
    assert again.is_full, "after a full check that found something the next one has to be full, too"
    assert "I17" in {each.invariant for each in again.violations}
    await run("UPDATE orders SET version = 1")
    assert "I17" not in {each.invariant for each in (await check()).violations}


async def test_stock_that_was_changed_by_hand_is_found_without_a_ledger_row(demo_shop: None) -> None:
    await check()
    await run("UPDATE inventory SET on_hand = on_hand + 1 WHERE product_id = 3")
    assert await names() == {"I2"}


async def test_the_daily_check_is_full_and_no_other_is(demo_shop: None) -> None:
    await place()
    await check()
    await run("UPDATE check_mark SET at = at - ?", DAY_MS + 1)
    assert not (await check()).is_full
    assert (await check(daily=True)).is_full
    assert not (await check(daily=True)).is_full


async def test_rows_that_may_still_be_followed_by_an_older_one_are_looked_at_again(demo_shop: None) -> None:
    await place()
    await check()
    assert await row("SELECT last_id FROM check_mark WHERE name = 'order_event'") == (0,)
    await run(OLD_EVENT)
    await check()
    assert await row("SELECT last_id = (SELECT max(id) FROM job_event) FROM check_mark WHERE name = 'job_event'") == (
        1,
    )


async def test_small_books_are_always_checked_in_full(demo_shop: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checked_marks, "SMALL", 50_000)
    await place()
    assert [(await check()).is_full for _ in range(2)] == [True, True]
