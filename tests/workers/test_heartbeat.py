"""The heartbeat: leases are renewed while a job may go on, and who cannot be sure of them asks nobody and stops."""

import asyncio
import time
from dataclasses import replace
from itertools import pairwise

import pytest

from models import database
from models.database import DatabaseBusy, write
from models.jobs.admin.worker_heartbeats import WorkerStatus
from models.jobs.ledger.job_kinds import ORDER_PROCESS
from models.jobs.ledger.job_states import WorkerState
from models.jobs.ledger.jobs import Claim
from tests.models.orders_at_hand import claim, place, row, run
from workers.heartbeat import BEATS_PER_LEASE, Heartbeat, HeartbeatSource

pytestmark = pytest.mark.asyncio
LEASE_SECONDS = 0.6
STATUS = WorkerStatus(
    name="w1", host="here", pid=1, queues="orders", concurrency=1, running=0, state=WorkerState.ALIVE, started_at=1,
    rss_bytes=1, version="1",
)  # fmt: skip


class Beating:
    """A worker with these claims, whose heartbeat beats; what it was told is lost."""

    def __init__(self, claims: list[Claim], lease_seconds: float = LEASE_SECONDS) -> None:
        self.claims, self.lost = claims, []
        self.heartbeat = Heartbeat(
            HeartbeatSource(claims=lambda: self.claims, status=lambda: STATUS, on_lost=self.lost.append), lease_seconds
        )

    async def beats(self) -> None:
        """Wait for one more."""
        before = await row("SELECT coalesce(max(last_seen_at), 0) FROM worker")
        async with asyncio.timeout(20):
            while await row("SELECT coalesce(max(last_seen_at), 0) FROM worker") == before:
                await asyncio.sleep(0.02)

    async def __aenter__(self) -> "Beating":
        self.heartbeat.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.to_thread(self.heartbeat.stop)


async def _claim() -> Claim:
    await place()
    (claimed,) = await claim()
    return claimed


async def _until(condition) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("ahead_ms", [0, 3_600_000], ids=["the clock is right", "it was set an hour ahead"])
async def test_a_lease_is_renewed_by_each_beat(demo_shop, ahead_ms):
    claimed = await _claim()
    claimed.started_at -= ahead_ms  # as it looks to that clock
    await run("UPDATE job SET lease_until = lease_until - ?", ahead_ms + 20_000)
    before = (await row("SELECT lease_until FROM job"))[0]
    async with Beating([claimed]) as worker:
        await worker.beats()
        await worker.beats()
    assert (await row("SELECT lease_until FROM job"))[0] > before
    assert worker.lost == []


async def test_a_job_past_its_time_limit_loses_its_lease(demo_shop):
    claimed = await _claim()
    claimed.claimed_at -= ORDER_PROCESS.time_limit_seconds
    before = await row("SELECT lease_until FROM job")
    async with Beating([claimed]) as worker:
        await worker.beats()
        await worker.beats()
    assert await row("SELECT lease_until FROM job") == before


async def test_a_job_that_is_settled_is_not_renewed(demo_shop):
    claimed = await _claim()
    claimed.is_settled = True
    before = await row("SELECT lease_until FROM job")
    async with Beating([claimed]) as worker:
        await worker.beats()
        await worker.beats()
    assert await row("SELECT lease_until FROM job") == before


async def test_a_job_that_another_worker_has_is_stopped(demo_shop):
    claimed = await _claim()
    await run("UPDATE job SET fence = fence + 1, owner = 'w2'")
    async with Beating([claimed]) as worker:
        await _until(lambda: worker.lost)
    assert worker.lost[0] is claimed


async def test_a_worker_that_beats_may_ask_outside_and_half_a_lease_after_its_last_beat_it_may_not(demo_shop):
    worker = Beating([], lease_seconds=4)
    assert worker.heartbeat.is_safe()
    worker.heartbeat._last_beat = time.monotonic() - 1.9
    assert worker.heartbeat.is_safe()
    worker.heartbeat._last_beat = time.monotonic() - 2.1
    assert not worker.heartbeat.is_safe()
    async with worker:
        await _until(worker.heartbeat.is_safe)


async def test_without_a_database_for_a_lease_all_jobs_that_run_are_stopped(demo_shop, monkeypatch):
    claimed, settled = await _claim(), replace(await _claim(), is_settled=True)

    def refuse():
        raise DatabaseBusy("away")

    monkeypatch.setattr(database, "connect", refuse)
    async with Beating([claimed, settled]) as worker:
        assert worker.lost == [], "not before a whole lease is over"
        await _until(lambda: worker.lost)
    assert {id(each) for each in worker.lost} == {id(claimed)}


async def test_a_database_that_is_away_is_tried_again_a_beat_later_and_not_without_a_pause(demo_shop, monkeypatch):
    tries: list[float] = []

    def refuse():
        tries.append(time.monotonic())
        raise DatabaseBusy("away")

    monkeypatch.setattr(database, "connect", refuse)
    async with Beating([]):
        await _until(lambda: len(tries) >= 4)
    beat_seconds = LEASE_SECONDS / BEATS_PER_LEASE
    assert all(later - earlier > 0.9 * beat_seconds for earlier, later in pairwise(tries))


async def test_all_beats_go_over_one_connection(demo_shop, monkeypatch):
    opened: list[object] = []
    connect = database.connect

    def counted():
        opened.append(None)
        return connect()

    monkeypatch.setattr(database, "connect", counted)
    async with Beating([]) as worker:
        await worker.beats()
        await worker.beats()
        await worker.beats()
        assert len(opened) == 1


async def test_a_heartbeat_that_is_stopped_ends(demo_shop):
    async with Beating([]) as worker:
        await worker.beats()
    await _until(lambda: not worker.heartbeat._thread.is_alive())


async def test_leases_that_are_given_up_are_claimed_by_others_at_once(demo_shop):
    claimed = await _claim()
    worker = Beating([claimed])
    await write(lambda tx: tx.execute("UPDATE job SET owner = 'w1'"))
    await asyncio.to_thread(worker.heartbeat.give_leases_up)
    (again,) = await claim(worker="w2")
    assert (again.id, again.fence) == (claimed.id, claimed.fence + 1)
    async with worker:  # its heartbeat has stopped for good
        await asyncio.sleep(0.2)
    assert await row("SELECT count(*) FROM worker WHERE state = 'alive'") == (0,)
