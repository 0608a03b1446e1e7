"""SQLite through failures of the system: its threads go on, and nothing is promised of a file that is gone."""

import asyncio
import contextlib
import errno
import fcntl
import os
import resource
from collections.abc import Iterator
from typing import Any

import pytest

from models.database import DatabaseBusy, StorageFailed, Transaction, check_storage, read, write
from tests.stack import uses_postgres
from tests.workers.heartbeats import is_notified, make_heartbeat

pytestmark = [
    pytest.mark.asyncio,
    pytest.mark.skipif(uses_postgres(), reason="SQLite only: threads and files of its own"),
]
WITHIN_SECONDS = 60


async def put(tx: Transaction, name: str) -> None:
    await tx.execute("INSERT INTO queue (name) VALUES (?)", name)


async def names() -> list[str]:
    rows = await read(lambda tx: tx.fetch("SELECT name FROM queue ORDER BY name"))
    return [row["name"] for row in rows]


@contextlib.contextmanager
def no_more_files() -> Iterator[None]:
    """This process gets no further file descriptors."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def test_writes_wait_for_a_lock_that_cannot_be_taken_for_a_moment(
    shop: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await write(lambda tx: put(tx, "before"))
    flock, refused = fcntl.flock, []

    def failing(descriptor: int, operation: int) -> Any:
        if operation == fcntl.LOCK_EX and len(refused) < 2:
            refused.append(operation)
            raise OSError(errno.ENOLCK, "No locks available")
        return flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", failing)
    await asyncio.wait_for(write(lambda tx: put(tx, "during")), WITHIN_SECONDS)
    await asyncio.wait_for(write(lambda tx: put(tx, "later")), WITHIN_SECONDS)
    assert await names() == ["before", "during", "later"]
    assert "the thread sqlite-writer failed and goes on" in caplog.text


async def test_a_lock_that_cannot_be_let_go_is_closed_and_the_write_counts(
    shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock, refused = fcntl.flock, []

    def failing(descriptor: int, operation: int) -> Any:
        if operation == fcntl.LOCK_UN and not refused:
            refused.append(operation)
            raise OSError(errno.EIO, "Input/output error")
        return flock(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", failing)
    await asyncio.wait_for(write(lambda tx: put(tx, "first")), WITHIN_SECONDS)
    await asyncio.wait_for(write(lambda tx: put(tx, "second")), WITHIN_SECONDS)
    assert (refused, await names()) == ([fcntl.LOCK_UN], ["first", "second"])


async def test_writer_and_reader_begin_when_there_are_files_again(shop: str) -> None:
    with no_more_files():
        writing = asyncio.create_task(write(lambda tx: put(tx, "one")))
        with pytest.raises(DatabaseBusy):  # a reader is told at once, and may ask again
            await read(lambda tx: tx.fetch("SELECT 1"))
        assert not writing.done()
    await asyncio.wait_for(writing, WITHIN_SECONDS)
    assert await names() == ["one"]


@pytest.mark.parametrize("by", ["removed", "replaced"])
async def test_nothing_is_written_to_a_file_that_is_not_there_any_more(shop: str, by: str) -> None:
    file = shop.removeprefix("sqlite:///")
    await write(lambda tx: put(tx, "before"))
    aside = f"{file}.aside"
    os.rename(file, aside)
    if by == "replaced":
        os.close(os.open(file, os.O_CREAT))
    with pytest.raises(StorageFailed) as told:
        await write(lambda tx: put(tx, "lost"))
    assert told.value.part == "database_file"
    assert not os.path.exists(file) or not os.path.getsize(file), "a new database was made"  # noqa: ASYNC240
    os.replace(aside, file)
    await write(lambda tx: put(tx, "after"))
    assert await names() == ["after", "before"]


async def test_what_is_committed_to_a_file_removed_meanwhile_is_not_promised(shop: str) -> None:
    file = shop.removeprefix("sqlite:///")

    async def work(tx: Transaction) -> None:
        await put(tx, "lost")
        os.unlink(file)

    with pytest.raises(StorageFailed):
        await write(work)


async def test_a_full_disk_is_named(shop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's answer is planted: a disk of our own to fill takes root."""
    await check_storage()

    def full(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with pytest.raises(StorageFailed) as told:
        await check_storage()
    assert told.value.part == "disk_full"


async def test_a_database_that_has_no_more_pages_is_full(shop: str) -> None:
    async def fill(tx: Transaction) -> None:
        row = await tx.fetch_one("PRAGMA page_count")
        assert row is not None
        await tx.execute(f"PRAGMA max_page_count = {row[0]}")
        for number in range(1000):
            await put(tx, f"queue {number} {'x' * 30}")

    with pytest.raises(StorageFailed) as told:
        await write(fill)
    assert told.value.part == "disk_full"


async def test_a_database_that_may_not_be_changed_is_read_only(shop: str) -> None:
    async def refuse(tx: Transaction) -> None:
        await tx.execute("PRAGMA query_only = ON")
        try:
            await put(tx, "never")
        finally:
            await tx.execute("PRAGMA query_only = OFF")

    with pytest.raises(StorageFailed) as told:
        await write(refuse)
    assert told.value.part == "read_only"


async def test_a_heartbeat_that_cannot_open_the_database_is_written_when_it_can(shop: str) -> None:
    file = shop.removeprefix("sqlite:///")
    await write(lambda tx: put(tx, "before"))
    aside = f"{file}.aside"
    os.rename(file, aside)
    heartbeat = make_heartbeat()
    heartbeat.start()
    try:
        await asyncio.sleep(0.3)  # a heartbeat was missed
        os.replace(aside, file)
        async with asyncio.timeout(WITHIN_SECONDS):
            while not await is_notified():
                await asyncio.sleep(0.02)
    finally:
        heartbeat.stop()
