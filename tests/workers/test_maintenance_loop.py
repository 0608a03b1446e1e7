"""The maintenance loop when a clock jumps: nothing is rescued too early, and nothing waits for hours."""

import time

import pytest

from models.database import write
from tests.models.orders_at_hand import claim, place, row
from workers import maintenance_loop
from workers.maintenance_loop import MaintenanceLoop

pytestmark = pytest.mark.asyncio

HOUR_MS = 3_600_000
LEASE_SECONDS = 30


class Clock:
    """The wall clock as the loop sees it, which somebody may set; time itself goes on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._ahead = 0.0
        monkeypatch.setattr(maintenance_loop, "time", self)

    def time(self) -> float:
        return time.time() + self._ahead

    def monotonic(self) -> float:
        return time.monotonic()

    def set_back(self, seconds: float) -> None:
        self._ahead -= seconds


def _rounds() -> MaintenanceLoop:
    return MaintenanceLoop(lambda notifications: None, lambda: None, LEASE_SECONDS)


async def _set_ahead(sql: str) -> None:
    """What was written before the clock was set back an hour."""
    await write(lambda tx: tx.execute(sql, tx.now + HOUR_MS))


async def _is_due() -> bool:
    due = "SELECT 1 FROM job WHERE kind = 'order.process' AND run_at <= ?"
    return await write(lambda tx: tx.fetch_one(due, tx.now)) is not None


async def test_an_order_placed_before_a_clock_was_set_back_is_worked_at_once(demo_shop, monkeypatch):
    clock, its = Clock(monkeypatch), _rounds()
    await its._round()
    await place()
    await _set_ahead("UPDATE job SET run_at = ? WHERE kind = 'order.process'")
    await its._round()
    assert not await _is_due(), "the clock has not moved: it may have its reasons"
    clock.set_back(3600)
    await its._round()
    assert await _is_due()


async def test_a_worker_that_starts_later_mends_it_too(demo_shop):
    await place()
    await _set_ahead("UPDATE job SET run_at = ? WHERE kind = 'order.process'")
    await _rounds()._round()
    assert await _is_due()


async def test_a_job_that_waits_for_its_next_attempt_waits_as_long_as_its_kind_may(demo_shop):
    await place()
    await _set_ahead("UPDATE job SET fence = 1, attempt = 1, run_at = ? WHERE kind = 'order.process'")
    await _rounds()._round()
    (waits,) = await row("SELECT run_at FROM job WHERE kind = 'order.process'")
    assert 500 < waits / 1000 - time.time() <= 600


async def test_the_lease_of_a_dead_worker_ends_a_lease_later(demo_shop):
    await place()
    [held] = await claim()
    await _set_ahead("UPDATE job SET lease_until = ? WHERE state = 'running'")
    await _rounds()._round()
    (until,) = await row("SELECT lease_until FROM job WHERE id = ?", held.id)
    assert until / 1000 - time.time() <= LEASE_SECONDS


async def test_a_live_lease_is_left_alone(demo_shop):
    await place()
    [held] = await claim()
    before = await row("SELECT lease_until FROM job WHERE id = ?", held.id)
    await _rounds()._round()
    assert await row("SELECT lease_until FROM job WHERE id = ?", held.id) == before
