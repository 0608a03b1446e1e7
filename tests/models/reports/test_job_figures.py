"""Figures of jobs: added up once, from the ledger's own history, and kept."""

import json
from collections import Counter

import pytest

from models.database import read, write
from models.jobs.ledger import completion
from models.jobs.ledger.completion import Fault
from models.reports import backlog_figures, capacity_advice, duration_buckets, job_charts, job_figures
from models.reports.duration_buckets import bucket, middle, percentile
from models.reports.job_figures import HOUR_MS, MINUTE_MS
from models.shared.errors import Invalid
from tests.models.operations.ages import purged
from tests.models.orders_at_hand import claim, place, roll_figures, row, run

pytestmark = pytest.mark.asyncio


async def test_a_bucket_holds_its_length_within_a_tenth():
    for milliseconds in (1, 2, 3, 17, 250, 999, 60_000, 86_400_000):
        assert middle(bucket(milliseconds)) == pytest.approx(milliseconds, rel=0.1)
    assert middle(bucket(0)) == 0


async def test_percentiles_of_buckets():
    lengths = Counter({bucket(10): 90, bucket(100): 9, bucket(1000): 1})
    assert percentile(lengths, 0.5) == pytest.approx(10, rel=0.1)
    assert percentile(lengths, 0.95) == pytest.approx(100, rel=0.1)
    assert percentile(lengths, 1) == pytest.approx(1000, rel=0.1)
    assert percentile(Counter(), 0.5) is None


async def _history(*, ago_ms: int = 5 * MINUTE_MS) -> None:
    """Two orders' jobs, one done and one failed, that long ago, all at one moment: none fell into another hour."""
    await place()
    await place()
    done, failed = await claim(2)
    await write(lambda tx: completion.succeed(tx, done))
    await write(lambda tx: completion.fail(tx, failed, Fault("Oops", "no"), wait_seconds=1))
    (now,) = await row("SELECT max(at) FROM job_event")
    await run("UPDATE job SET created_at = ?", now - ago_ms)
    await run("UPDATE job_event SET at = ?", now - ago_ms)
    await run("UPDATE job_event SET lasted_ms = 200 WHERE type = 'claimed'")
    await run("UPDATE job_event SET lasted_ms = 1500 WHERE type <> 'claimed'")


async def test_what_happened_is_added_up_by_minute_and_hour(demo_shop):
    await _history()
    assert await roll_figures() is False
    for span in ("minute", "hour"):
        sums = await row(
            "SELECT sum(enqueued), sum(claimed), sum(succeeded), sum(failed), sum(wait_ms), sum(run_ms)"
            " FROM job_figure WHERE span = ? AND kind = 'order.process'",
            span,
        )
        assert sums == (2, 2, 1, 1, 400, 3000)


async def test_nothing_is_added_up_twice(demo_shop):
    await _history()
    await roll_figures()
    await roll_figures()
    assert await row("SELECT sum(claimed) FROM job_figure WHERE span = 'hour'") == (2,)


async def test_what_comes_later_is_added_to_the_same_minute(demo_shop, monkeypatch):
    await _history()
    monkeypatch.setattr(job_figures, "AT_ONCE", 1)
    rounds = 1
    while await roll_figures():
        rounds += 1
    assert rounds > 3
    assert await row("SELECT sum(claimed), sum(succeeded), sum(failed) FROM job_figure WHERE span = 'hour'") == (
        2,
        1,
        1,
    )
    charts = await read(lambda tx: job_charts.charts(tx, "1h"))
    assert charts.kinds["order.process"].lengths()["run_p99"] == pytest.approx(1500, rel=0.1)
    assert charts.kinds["order.process"].waits.total() == 2


async def test_what_may_still_be_written_is_left_for_later(demo_shop):
    await _history(ago_ms=0)
    await roll_figures()
    assert await row("SELECT count(*) FROM job_figure") == (0,)


async def test_figures_past_their_age_go_and_versions_are_marked(demo_shop):
    await _history(ago_ms=30 * HOUR_MS)
    await roll_figures()
    await run("INSERT INTO worker (name, host, pid, queues, concurrency, running, state, started_at, last_seen_at,"
              " rss_bytes, version) VALUES ('w', 'h', 1, 'orders', 4, 0, 'alive', 7, 8, 0, '1.2.3')")  # fmt: skip
    await write(job_figures.note_versions)
    await write(job_figures.note_versions)
    await purged("job_figure")
    assert await row("SELECT count(*) FROM job_figure WHERE span = 'minute'") == (0,)
    assert await row("SELECT count(*) FROM job_figure WHERE span = 'hour'") == (1,)
    assert await row("SELECT version, at FROM deployment") == ("1.2.3", 7)


async def test_charts_have_a_point_for_each_step(demo_shop):
    await _history()
    await roll_figures()
    for range_, points in (("1h", 60), ("24h", 96), ("7d", 168)):
        charts = await read(lambda tx, r=range_: job_charts.charts(tx, r, "order.process"))
        assert points - 2 <= len(charts.times) <= points + 1  # of minutes the last two are not added up yet
        assert {len(column) for column in charts.points.values()} == {len(charts.times)}
        assert sum(charts.points["succeeded"]) == 1
        assert sum(charts.points["failed"]) == 1
    other = await read(lambda tx: job_charts.charts(tx, "1h", "mail.order"))
    assert sum(other.points["succeeded"]) == 0


@pytest.mark.parametrize("wanted", [("2h", ""), ("1h", "no.such"), ("", "")])
async def test_charts_of_nothing_known_are_refused(demo_shop, wanted):
    with pytest.raises(Invalid):
        await read(lambda tx: job_charts.charts(tx, *wanted))


async def test_advice_shows_littles_law(demo_shop):
    assert (await read(capacity_advice.advice)).is_measured is False
    at = await write(_minute)
    await run(
        "INSERT INTO job_figure (span, at, kind, enqueued, claimed, succeeded, failed, wait_ms, run_ms, waits, runs)"
        " VALUES ('minute', ?, 'order.process', 6000, 6000, 6000, 0, 0, 6000000, '{}', '{}')",
        at,
    )
    advice = await read(capacity_advice.advice)
    assert (advice.starts_per_second, advice.run_seconds, advice.in_work) == (10, 1, 10)
    assert advice.needed == 4  # ten at once over 4 slots a process that are to be busy 70 %


async def test_advice_looks_at_waiting_too(demo_shop):
    (before, twenty_seconds) = (await write(_minute), duration_buckets.bucket(20_000))
    for at, jobs in ((before, 50), (before + MINUTE_MS, 30)):
        await run(
            "INSERT INTO job_figure (span, at, kind, enqueued, claimed, succeeded, failed, wait_ms, run_ms, waits,"
            " runs) VALUES ('minute', ?, 'order.process', ?, ?, ?, 0, 0, ?, ?, '{}')",
            *(at, jobs, jobs, jobs, jobs * 1000, json.dumps({twenty_seconds: jobs, 0: 7})),
        )
    advice = await read(capacity_advice.advice)
    assert (advice.waiting.orders, advice.waiting.at_once, advice.waiting.run_seconds) == (80, 80, 1)
    assert 18 <= advice.waiting.longest_seconds <= 22
    assert (advice.needed, advice.waiting.needed, advice.most_needed) == (1, 2, 2)  # 80 s of work in 4 slots and 10 s


async def test_the_backlog_of_each_queue_is_charted(demo_shop):
    await place()
    await run("UPDATE job SET run_at = run_at - 90000")
    backlogs = await read(backlog_figures.measure)
    await write(lambda tx: backlog_figures.record(tx, backlogs))
    await run("UPDATE backlog_figure SET at = at - 180000 WHERE span = 'minute'")
    charts = await read(job_charts.charts)
    assert max(depth or 0 for depth in charts.points["depth_orders"]) == 1
    assert 90_000 <= max(age or 0 for age in charts.points["oldest_orders"]) < 200_000
    assert max(depth or 0 for depth in charts.points["depth_mail"]) == 0


async def _minute(tx):
    return (tx.now - 3 * MINUTE_MS) // MINUTE_MS * MINUTE_MS
