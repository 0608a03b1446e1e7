"""The maintenance loop when a clock jumps: nothing is rescued too early, and nothing waits for hours."""

import time

import pytest

from models.audit.audit_log import command
from models.database import write
from models.jobs.ledger.job_kinds import REST_MS, TIMETABLE
from models.webhooks import webhook_endpoints
from tests.models.orders_at_hand import claim, place, row
from workers import maintenance_loop
from workers.maintenance_loop import MaintenanceLoop

pytestmark = pytest.mark.asyncio

HOUR_MS = 3_600_000
LEASE_SECONDS = 30
INEXACT_SECONDS = 1.0  # the time of PostgreSQL is known as well as the way to it is quick


class Clock:
    """The wall clock as the loop sees it, which somebody may set; time itself goes on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._ahead = self._passed = 0.0
        monkeypatch.setattr(maintenance_loop, "time", self)

    def time(self) -> float:
        return time.time() + self._ahead + self._passed

    def monotonic(self) -> float:
        return time.monotonic() + self._passed

    def go_on(self, seconds: float) -> None:
        self._passed += seconds

    def set_back(self, seconds: float) -> None:
        self._ahead -= seconds


def _rounds() -> MaintenanceLoop:
    return MaintenanceLoop(lambda notifications: None, lambda: None, LEASE_SECONDS)


async def _set_ahead(sql: str) -> None:
    """What was written before the clock was set back an hour."""
    await write(lambda tx: tx.execute(sql, tx.now + HOUR_MS))


def _seconds_ahead(moment_ms: int) -> float:
    """At most so many."""
    return moment_ms / 1000 - time.time() - INEXACT_SECONDS


async def _is_due() -> bool:
    due = "SELECT 1 FROM job WHERE kind = 'order.process' AND state = 'queued' AND run_at <= ?"
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
    assert 500 < _seconds_ahead(waits) <= 600


async def test_the_lease_of_a_dead_worker_ends_a_lease_later(demo_shop):
    await place()
    [held] = await claim()
    await _set_ahead("UPDATE job SET lease_until = ? WHERE state = 'running'")
    await _rounds()._round()
    (until,) = await row("SELECT lease_until FROM job WHERE id = ?", held.id)
    assert _seconds_ahead(until) <= LEASE_SECONDS


async def _ticks() -> int:
    found = await row("SELECT count(*) FROM job WHERE kind = 'reservations.expire' AND state = 'queued'")
    return int(found[0])


async def test_the_timetable_goes_on_when_its_times_were_used_before_the_clock_was_set_back(demo_shop):
    await _rounds()._round()
    assert await _ticks() == 1
    await _set_ahead("UPDATE job SET state = 'succeeded', created_at = ? WHERE kind = 'reservations.expire'")
    await _rounds()._round()
    assert await _ticks() == 1, "the same minute comes once more, and its work is done"
    await _rounds()._round()
    assert await _ticks() == 1, "by one worker of all"


async def test_a_worker_that_died_before_the_clock_was_set_back_is_not_alive_for_an_hour(demo_shop):
    await write(
        lambda tx: tx.execute(
            "INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, rss_bytes, version,"
            " last_seen_at) VALUES ('gone', 'host', 1, '[]', 8, 0, 'alive', 1, 0, '', ?)",
            tx.now + HOUR_MS,
        )
    )
    await _rounds()._round()
    (seen,) = await row("SELECT last_seen_at FROM worker WHERE name = 'gone'")
    assert _seconds_ahead(seen) <= 0


async def test_a_receiver_rests_no_longer_because_the_clock_was_set_back(demo_shop):
    by = command("test")
    await write(lambda tx: webhook_endpoints.create(tx, by, url="https://receiver.example/", events=["*"]))
    await _set_ahead("UPDATE webhook_endpoint SET rests_until = ?")
    await _rounds()._round()
    (until,) = await row("SELECT rests_until FROM webhook_endpoint")
    assert _seconds_ahead(until) <= REST_MS / 1000


async def test_a_provider_that_was_away_is_asked_again_though_the_clock_was_set_back(demo_shop):
    woken: list[int] = []
    await write(
        lambda tx: tx.execute(
            "INSERT INTO circuit (name, failures, opened_at, probe_at, probes, detail, told_at)"
            " VALUES ('payments', 5, ?, ?, 0, '', ?)",
            *[tx.now + HOUR_MS] * 3,
        )
    )
    await MaintenanceLoop(lambda _: None, lambda: woken.append(1), LEASE_SECONDS)._round()
    assert woken == [1], "one payment may try"
    assert _seconds_ahead((await row("SELECT told_at FROM circuit"))[0]) <= 0


async def test_a_live_lease_is_left_alone(demo_shop):
    await place()
    [held] = await claim()
    before = await row("SELECT lease_until FROM job WHERE id = ?", held.id)
    await _rounds()._round()
    assert await row("SELECT lease_until FROM job WHERE id = ?", held.id) == before


async def _end_lease_of(claim_id: int) -> None:
    await write(lambda tx: tx.execute("UPDATE job SET lease_until = ? WHERE id = ?", tx.now - 1000, claim_id))


async def test_a_clock_set_forward_rescues_nobody_for_the_time_of_a_lease_and_the_dead_afterwards(
    demo_shop, monkeypatch
):
    clock, its = Clock(monkeypatch), _rounds()
    await place()
    [held] = await claim()
    await its._round()
    clock.set_back(-3600)
    await _end_lease_of(held.id)  # as it looks to a clock that is an hour ahead
    for _ in range(2):
        await its._round()
        assert await row("SELECT state, crashes FROM job WHERE id = ?", held.id) == ("running", 0)
    clock.go_on(LEASE_SECONDS)
    await its._round()
    assert await row("SELECT state, crashes FROM job WHERE id = ?", held.id) == ("queued", 1)


@pytest.mark.parametrize("seconds", [3600, -3600])
async def test_a_clock_that_jumps_between_the_look_at_it_and_the_rescue_takes_no_job(demo_shop, monkeypatch, seconds):
    clock, its = Clock(monkeypatch), _rounds()
    await place()
    [held] = await claim()
    await its._round()
    await _end_lease_of(held.id)
    monkeypatch.setattr(maintenance_loop, "failpoint", lambda _: clock.set_back(seconds))
    await its._round()
    assert await row("SELECT state, crashes FROM job WHERE id = ?", held.id) == ("running", 0)
    await place()
    await _set_ahead("UPDATE job SET run_at = ? WHERE kind = 'order.process' AND state = 'queued'")
    await its._round()
    assert await _is_due() == (seconds > 0), "and that it was set back is not forgotten"


async def test_each_due_entry_of_the_timetable_is_enqueued_once_a_slot_by_all_workers(demo_shop):
    one, other = _rounds(), _rounds()
    for its in (one, other, one):
        await its._round()
    expected = {kind.name for kind in TIMETABLE}
    found = await write(lambda tx: tx.fetch("SELECT kind, count(*) AS jobs FROM job GROUP BY kind"))
    assert {each["kind"]: each["jobs"] for each in found if each["kind"] in expected} == dict.fromkeys(expected, 1)


async def test_the_dispatcher_is_woken_for_what_was_rescued_and_others_for_what_is_overdue(demo_shop):
    woken: list[int] = []
    told: list[str] = []
    its = MaintenanceLoop(lambda some: told.extend(each.queue for each in some), lambda: woken.append(1), LEASE_SECONDS)
    await its._round()
    woken.clear()
    await place()
    [held] = await claim()
    await its._round()
    assert (woken, told.count("orders")) == ([], 0)
    await _end_lease_of(held.id)
    await its._round()
    assert woken == [1]
    await write(lambda tx: tx.execute("UPDATE job SET run_at = ? WHERE id = ?", tx.now - 16_000, held.id))
    await its._round()
    assert told.count("orders") == 1


async def test_the_dispatcher_is_woken_for_what_is_due_since_a_clock_was_set_back_and_for_a_probe(demo_shop):
    woken: list[int] = []
    its = MaintenanceLoop(lambda _: None, lambda: woken.append(1), LEASE_SECONDS)
    await place()
    await _set_ahead("UPDATE job SET run_at = ? WHERE kind = 'order.process'")
    await its._round()
    assert woken == [1], "a job is due that was an hour away"
    await write(
        lambda tx: tx.execute(
            "INSERT INTO circuit (name, failures, opened_at, probe_at, probes, detail, told_at)"
            " VALUES ('payments', 5, 1, 1, 0, '', 1)"
        )
    )
    await its._round()
    assert woken == [1, 1], "one payment may try"
