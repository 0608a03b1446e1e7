"""Units of work: one transaction and one outcome, nothing left behind by those who go away; and SQLite's engine."""

import asyncio
import fcntl
import multiprocessing
import os
import sqlite3
import time
from typing import Any

import pytest

from models.database import (
    ConstraintViolated,
    DatabaseBusy,
    Notification,
    Transaction,
    TransactionLost,
    ValueRefused,
    close_database,
    install_notify,
    open_database,
    read,
    read_long,
    write,
)
from models.database.sqlite.sqlite_scripts import split_script
from models.tables.job_tables import Queue
from tests.stack import sqlite_only


async def put(tx: Transaction, name: str) -> None:
    await tx.execute("INSERT INTO queue (name) VALUES (?)", name)


async def names() -> list[str]:
    rows = await read(lambda tx: tx.fetch("SELECT name FROM queue ORDER BY name"))
    return [row["name"] for row in rows]


def test_scripts_are_split_at_statements_and_not_inside_triggers() -> None:
    script = "CREATE TABLE a (b TEXT DEFAULT ';'); CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; SELECT 2; END;"
    assert [statement.split()[1] for statement in split_script(script)] == ["TABLE", "TRIGGER"]


@pytest.mark.asyncio
async def test_units_that_share_a_commit_have_outcomes_of_their_own(shop: str) -> None:
    async def fails(tx: Transaction) -> None:
        await put(tx, "never")
        raise ValueError("no")

    works: list[Any] = [lambda tx, n=n: put(tx, f"q{n}") for n in range(20)]
    outcomes = await asyncio.gather(*(write(work) for work in [*works, fails]), return_exceptions=True)
    assert sum(isinstance(outcome, ValueError) for outcome in outcomes) == 1
    assert await names() == sorted(f"q{n}" for n in range(20))


@pytest.mark.asyncio
async def test_a_constraint_undoes_the_whole_unit(shop: str) -> None:
    async def work(tx: Transaction) -> None:
        await put(tx, "a")
        await put(tx, "a")

    with pytest.raises(ConstraintViolated):
        await write(work)
    assert await names() == []


@sqlite_only("PostgreSQL awaits the unit on the event loop")
@pytest.mark.asyncio
async def test_a_unit_that_waits_for_something_else_is_refused_and_undone(shop: str) -> None:
    async def work(tx: Transaction) -> None:
        await put(tx, "a")
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="may wait for its own statements only"):
        await write(work)
    assert await names() == []


@pytest.mark.asyncio
async def test_the_orm_works_inside_a_unit_and_is_undone_with_it(shop: str) -> None:
    async def work(tx: Transaction) -> None:
        await Queue.create(name="orm")
        assert await Queue.filter(name="orm").update(is_paused=True) == 1
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        await write(work)
    assert await Queue.all().count() == 0


@pytest.mark.asyncio
async def test_callers_that_go_away_leave_no_lock(shop: str) -> None:
    for number in range(100):
        task = asyncio.create_task(write(lambda tx, n=number: put(tx, f"q{n}")))
        await asyncio.sleep(0)
        task.cancel()
    await write(lambda tx: put(tx, "last"))
    assert "last" in await names()


@pytest.mark.asyncio
async def test_notifications_follow_the_commit_and_not_a_rollback(shop: str) -> None:
    notified: list[int] = []
    install_notify(lambda notifications: notified.extend(each.job_id for each in notifications))

    async def work(tx: Transaction, *, fails: bool) -> None:
        tx.notifications.append(Notification(int(fails), "orders"))
        if fails:
            raise ValueError("no")

    try:
        await write(lambda tx: work(tx, fails=False))
        with pytest.raises(ValueError, match="no"):
            await write(lambda tx: work(tx, fails=True))
    finally:
        install_notify(None)
    assert notified == [0]


@pytest.mark.asyncio
async def test_a_failing_notifier_does_not_undo_a_commit(shop: str) -> None:
    def broken(_: Any) -> None:
        raise OSError("no queue")

    async def work(tx: Transaction) -> None:
        await put(tx, "kept")
        tx.notifications.append(Notification(1, "orders"))

    install_notify(broken)
    try:
        await write(work)
    finally:
        install_notify(None)
    assert await names() == ["kept"]


@sqlite_only("the gate beside the file")
@pytest.mark.asyncio
async def test_a_write_that_cannot_begin_in_time_is_refused_and_never_happens(database_url: str) -> None:
    await open_database(database_url, busy_seconds=0.2, synchronous="OFF")
    gate = os.open(database_url.removeprefix("sqlite:///") + ".gate", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(gate, fcntl.LOCK_EX)
        first = asyncio.create_task(write(lambda tx: put(tx, "first")))  # it stands at the gate
        await asyncio.sleep(0.05)
        with pytest.raises(DatabaseBusy):
            await write(lambda tx: put(tx, "second"))
        fcntl.flock(gate, fcntl.LOCK_UN)
        with pytest.raises(DatabaseBusy):
            await first
        await close_database()
        await open_database(database_url, busy_seconds=60, synchronous="OFF")
        await write(lambda tx: put(tx, "third"))
        assert await names() == ["third"]
    finally:
        os.close(gate)
        await close_database()


def _count_up(path: str, times: int) -> None:
    async def up(tx: Transaction) -> None:
        row = await tx.fetch_one("SELECT paused_at FROM queue WHERE name = 'counter'")
        assert row is not None
        await tx.execute("UPDATE queue SET paused_at = ? WHERE name = 'counter'", row["paused_at"] + 1)

    async def main() -> None:
        await open_database(f"sqlite:///{path}", busy_seconds=60, synchronous="OFF")
        for _ in range(times):
            await write(up)
        await close_database()

    asyncio.run(main())


@sqlite_only("only there units run one after the other")
@pytest.mark.asyncio
async def test_processes_that_read_and_then_write_lose_no_update(shop: str) -> None:
    path = shop.removeprefix("sqlite:///")
    await write(lambda tx: tx.execute("INSERT INTO queue (name, paused_at) VALUES ('counter', 0)"))
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=_count_up, args=(path, 50)) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        await asyncio.to_thread(process.join)
    row = await read(lambda tx: tx.fetch_one("SELECT paused_at FROM queue WHERE name = 'counter'"))
    assert [process.exitcode for process in processes] == [0] * 4
    assert row["paused_at"] == 200


@sqlite_only("a second connection inside a unit; PostgreSQL has its own test")
@pytest.mark.asyncio
async def test_a_snapshot_sees_one_state(shop: str) -> None:
    async def twice(tx: Transaction) -> tuple[int, int]:
        before = await tx.fetch_one("SELECT count(*) AS n FROM queue")
        with sqlite3.connect(shop.removeprefix("sqlite:///")) as other:
            other.execute("INSERT INTO queue (name) VALUES ('between')")
        after = await tx.fetch_one("SELECT count(*) AS n FROM queue")
        assert before is not None
        assert after is not None
        return before["n"], after["n"]

    assert await read_long(twice, snapshot=True) == (0, 0)
    assert await names() == ["between"]


@sqlite_only("pragmas")
@pytest.mark.asyncio
async def test_commits_are_durable_and_the_journal_mode_is_the_files(database_url: str) -> None:
    await open_database(database_url)
    try:

        async def work(tx: Transaction) -> tuple[int, str, int]:
            full = await tx.fetch_one("PRAGMA synchronous")
            mode = await tx.fetch_one("PRAGMA journal_mode")
            keys = await tx.fetch_one("PRAGMA foreign_keys")
            assert full is not None
            assert mode is not None
            assert keys is not None
            return full[0], mode[0], keys[0]

        assert await write(work) == (2, "wal", 1)
    finally:
        await close_database()


@pytest.mark.asyncio
@pytest.mark.parametrize("value", [2**63, "\ud800"])
async def test_a_value_that_cannot_be_held_is_refused_and_the_unit_undone(shop: str, value: object) -> None:
    async def work(tx: Transaction) -> None:
        await put(tx, "a")
        column = "paused_at" if isinstance(value, int) else "paused_by"
        await tx.execute(f"UPDATE queue SET {column} = ?", value)

    with pytest.raises(ValueRefused):
        await write(work)
    assert await names() == []


@pytest.mark.asyncio
async def test_one_transaction_has_one_time(shop: str) -> None:
    async def work(tx: Transaction) -> tuple[int, int]:
        first = tx.now
        time.sleep(0.005)  # noqa: ASYNC251  a unit of work runs on its thread; nothing else waits
        return first, tx.now

    first, second = await write(work)
    assert first == second


@pytest.mark.asyncio
async def test_a_nested_part_is_undone_by_itself(shop: str) -> None:
    async def work(tx: Transaction) -> None:
        await put(tx, "outer")
        with pytest.raises(ConstraintViolated):
            await tx.nested(lambda tx: put(tx, "outer"))
        await tx.nested(lambda tx: put(tx, "inner"))

    await write(work)
    assert await names() == ["inner", "outer"]


@sqlite_only("PRAGMA max_page_count")
@pytest.mark.asyncio
async def test_a_part_in_which_the_disk_is_full_ends_the_whole_transaction(shop: str) -> None:
    async def fill(tx: Transaction) -> None:
        await tx.fetch("PRAGMA max_page_count = 1")  # SQLite takes the file's own size as the least
        for number in range(2000):
            await tx.execute("INSERT INTO queue (name, paused_by) VALUES (?, ?)", f"n{number}", "x" * 200)

    async def work(tx: Transaction) -> None:
        await put(tx, "before")
        try:
            await tx.nested(fill)
        except TransactionLost:
            raise
        except Exception:
            await put(tx, "outside of any transaction")

    with pytest.raises(DatabaseBusy):
        await write(work)
    assert await names() == []

    async def shrink(tx: Transaction) -> None:
        await tx.fetch("PRAGMA max_page_count = 1000000")
        await put(tx, "after")

    await write(shrink)
    assert await names() == ["after"]
