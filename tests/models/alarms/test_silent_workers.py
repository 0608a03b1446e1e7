"""Workers that cannot record their heartbeats are not called lost: why nobody can write is told instead."""

import pytest

from core.process_alarms import ProcessAlarms, here
from models.alarms import alarms
from models.alarms.alarms import UNWRITABLE
from models.database import Transaction, read, write

pytestmark = pytest.mark.asyncio


async def _silent_worker(tx: Transaction) -> None:
    await tx.execute(
        "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at,"
        " rss_bytes, version) VALUES ('silent', 'h', 1, 'orders', 4, 0, 'alive', 0, ?, 0, '')",
        tx.now - 60_000,
    )


async def _told() -> list[str]:
    return [each.code for each in await read(alarms.alarms)]


@pytest.mark.parametrize("code", UNWRITABLE)
async def test_no_worker_is_missed_while_nobody_can_write_nor_right_afterwards(demo_shop: str, code: str) -> None:
    await write(_silent_worker)
    assert await _told() == ["no_worker"]
    here.turn_on(code, "Nobody can save anything")
    assert await _told() == []
    here.turn_off(code)
    assert await _told() == [], "the worker had no time yet for its next heartbeat"


async def test_other_alarms_of_a_process_excuse_no_worker(demo_shop: str) -> None:
    await write(_silent_worker)
    here.turn_on("in_flight", "too much at once")
    assert await _told() == ["no_worker"]


async def test_an_alarm_is_remembered_for_as_long_as_is_asked() -> None:
    seen = ProcessAlarms()
    assert not seen.was_on("disk", within_seconds=60)
    seen.turn_on("disk", "it fails")
    assert seen.was_on("disk", "database", within_seconds=0)
    seen.turn_off("disk")
    assert seen.was_on("disk", within_seconds=60)
    assert not seen.was_on("disk", within_seconds=0)
    assert not seen.was_on("database", within_seconds=60)
