"""Adds up job events by minute, hour and kind, so that figures survive restarts.

Each run continues where the last one stopped. It reads only events older than the longest transaction, so that no
uncommitted event is skipped.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.database import Row, Transaction
from models.jobs.ledger.job_states import JobEventType
from models.reports.duration_buckets import bucket

MINUTE_MS, HOUR_MS = 60_000, 3_600_000
SPANS = {"minute": MINUTE_MS, "hour": HOUR_MS}
KEPT_MS = {"minute": 26 * HOUR_MS, "hour": 32 * 24 * HOUR_MS}
SETTLING_MS = 10_000
AT_ONCE = 5_000
HISTORY = 100_000  # how many events the first run reads
EVENTS = """
SELECT e.id, e.type, e.at, coalesce(e.lasted_ms, 0) AS lasted_ms, j.kind FROM job_event e JOIN job j ON j.id = e.job_id
WHERE e.id > ? AND e.at < ? ORDER BY e.id LIMIT ?
"""
JOBS = "SELECT id, kind, created_at AS at FROM job WHERE id > ? AND created_at < ? ORDER BY id LIMIT ?"
COUNTS = ("enqueued", "claimed", "succeeded", "failed", "wait_ms", "run_ms")
ADD = f"""
INSERT INTO job_figure (span, at, kind, {", ".join(COUNTS)}, waits, runs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (span, at, kind) DO UPDATE SET
    {", ".join(f"{name} = job_figure.{name} + excluded.{name}" for name in COUNTS)},
    waits = excluded.waits, runs = excluded.runs
"""  # noqa: S608  constants


@dataclass(slots=True)
class Figure:
    """The figures of one kind in one span of time."""

    enqueued: int = 0
    claimed: int = 0
    succeeded: int = 0
    failed: int = 0
    wait_ms: int = 0
    run_ms: int = 0
    waits: Counter[int] = field(default_factory=Counter)
    runs: Counter[int] = field(default_factory=Counter)


Figures = dict[tuple[str, int, str], Figure]


@dataclass(frozen=True, slots=True)
class Batch:
    """Figures of new events, the last ids that were read by table, and whether there are more."""

    figures: Figures
    read_to: dict[str, int]
    has_more: bool


async def count_new(tx: Transaction) -> Batch:
    """Count a batch of new events; nothing is written, so that nobody waits for it."""
    before = tx.now - SETTLING_MS
    events = await tx.fetch(EVENTS, await _read_to(tx, "job_event"), before, AT_ONCE)
    jobs = await tx.fetch(JOBS, await _read_to(tx, "job"), before, AT_ONCE)
    figures: Figures = defaultdict(Figure)
    for span, length in SPANS.items():
        _count(figures, span, length, events, jobs)
    read_to = {name: rows[-1]["id"] for name, rows in (("job_event", events), ("job", jobs)) if rows}
    return Batch(figures, read_to, len(events) == AT_ONCE or len(jobs) == AT_ONCE)


async def add(tx: Transaction, batch: Batch) -> None:
    """Add a batch to the figures. One job at a time counts and adds: the caller holds its claim."""
    for key, figure in batch.figures.items():
        await _add(tx, key, figure)
    for name, last_id in batch.read_to.items():
        await tx.execute(
            "INSERT INTO figure_mark (name, last_id) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET last_id = excluded.last_id",
            *(name, last_id),
        )


async def note_versions(tx: Transaction) -> None:
    """Record versions of workers seen for the first time."""
    await tx.execute(
        "INSERT INTO deployment (version, at) SELECT version, min(started_at) FROM worker WHERE version <> ''"
        " GROUP BY version ON CONFLICT (version) DO NOTHING"
    )


def _count(figures: Figures, span: str, length: int, events: Iterable[Row], jobs: Iterable[Row]) -> None:
    for job in jobs:
        figures[span, job["at"] // length * length, job["kind"]].enqueued += 1
    for event in events:
        figure = figures[span, event["at"] // length * length, event["kind"]]
        lasted_ms = event["lasted_ms"]
        if event["type"] == JobEventType.CLAIMED:
            figure.claimed += 1
            figure.wait_ms += lasted_ms
            figure.waits[bucket(lasted_ms)] += 1
        elif event["type"] == JobEventType.RETRIED:  # a retry counts as enqueued again
            figure.enqueued += 1
        elif event["type"] in (JobEventType.SUCCEEDED, JobEventType.FAILED, JobEventType.LOST):
            figure.succeeded += event["type"] == JobEventType.SUCCEEDED
            figure.failed += event["type"] != JobEventType.SUCCEEDED
            figure.run_ms += lasted_ms
            figure.runs[bucket(lasted_ms)] += 1


async def _add(tx: Transaction, key: tuple[str, int, str], figure: Figure) -> None:
    known = await tx.fetch_one("SELECT waits, runs FROM job_figure WHERE span = ? AND at = ? AND kind = ?", *key)
    if known is not None:
        figure.waits += buckets_of(known["waits"])
        figure.runs += buckets_of(known["runs"])
    numbers = [getattr(figure, name) for name in COUNTS]
    await tx.execute(ADD, *key, *numbers, json.dumps(figure.waits), json.dumps(figure.runs))


def buckets_of(text: str) -> Counter[int]:
    """The bucket counts stored as JSON in a row."""
    return Counter({int(number): count for number, count in json.loads(text).items()})


async def _read_to(tx: Transaction, table: str) -> int:
    """The last id that was read; at the first run, `HISTORY` events before the newest."""
    row = await tx.fetch_one("SELECT last_id FROM figure_mark WHERE name = ?", table)
    if row is not None:
        return int(row["last_id"])
    newest = await tx.fetch_one(f"SELECT id FROM {table} ORDER BY id DESC LIMIT 1")  # noqa: S608  one of two constants
    return max(0, (newest["id"] if newest else 0) - HISTORY)
