"""The job charts: jobs enqueued, finished and failed, and how long they waited and ran."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from models.database import Row, Transaction
from models.jobs.ledger.job_kinds import KINDS
from models.reports import backlog_figures
from models.reports.duration_buckets import percentile
from models.reports.job_figures import HOUR_MS, MINUTE_MS, SETTLING_MS, buckets_of
from models.shared.errors import Invalid

SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


class Range(NamedTuple):
    """A span of time up to now, the resolution it is read in, and the width of each point."""

    span: str
    length_ms: int
    step_ms: int
    words: str


RANGES = {
    "1h": Range("minute", HOUR_MS, MINUTE_MS, "the last hour"),
    "24h": Range("minute", 24 * HOUR_MS, 15 * MINUTE_MS, "the last 24 hours"),
    "7d": Range("hour", 7 * 24 * HOUR_MS, HOUR_MS, "the last 7 days"),
}


@dataclass(slots=True)
class Sum:
    """Summed figures."""

    enqueued: int = 0
    claimed: int = 0
    succeeded: int = 0
    failed: int = 0
    waits: Counter[int] = field(default_factory=Counter)
    runs: Counter[int] = field(default_factory=Counter)

    def add(self, row: Row) -> None:
        for name in ("enqueued", "claimed", "succeeded", "failed"):
            setattr(self, name, getattr(self, name) + row[name])
        self.waits += buckets_of(row["waits"])
        self.runs += buckets_of(row["runs"])

    def lengths(self) -> dict[str, float | None]:
        """Percentiles of waits and runs in milliseconds, by names such as wait_p95."""
        both = {"wait": self.waits, "run": self.runs}
        return {f"{what}_{name}": percentile(of, share) for what, of in both.items() for name, share in SHARES.items()}


@dataclass(slots=True)
class Charts:
    """The data of the page: one list in `points` for each series, over `times` in epoch milliseconds."""

    range: str
    kind: str
    words: str
    times: list[int]
    points: dict[str, list[float | None]]
    kinds: dict[str, Sum]
    deployments: list[dict[str, Any]]


async def charts(tx: Transaction, range_: str = "1h", kind: str = "") -> Charts:
    """The figures of a range (1h, 24h, 7d), of all kinds or of one. Raises Invalid."""
    wanted = _known(range_, kind)
    start = (tx.now - wanted.length_ms) // wanted.step_ms * wanted.step_ms
    rows = await tx.fetch(
        "SELECT at, kind, enqueued, claimed, succeeded, failed, waits, runs FROM job_figure"
        " WHERE span = ? AND at >= ? ORDER BY at",
        *(wanted.span, start),
    )
    added_up = (tx.now - MINUTE_MS - SETTLING_MS) // MINUTE_MS * MINUTE_MS  # later minutes are incomplete
    times = list(range(start, added_up, wanted.step_ms))
    by_time = {at: Sum() for at in times}
    by_kind: dict[str, Sum] = {}
    for row in rows:
        by_kind.setdefault(row["kind"], Sum()).add(row)
        at = row["at"] // wanted.step_ms * wanted.step_ms
        if at in by_time and kind in ("", row["kind"]):
            by_time[at].add(row)
    marks = await tx.fetch("SELECT version, at FROM deployment WHERE at >= ? ORDER BY at", start)
    deployments = [dict(row) for row in marks]
    points = _points(by_time) | await backlog_figures.points(tx, wanted.span, times, wanted.step_ms)
    return Charts(range_, kind, wanted.words, times, points, dict(sorted(by_kind.items())), deployments)


def _points(by_time: dict[int, Sum]) -> dict[str, list[float | None]]:
    points: dict[str, list[float | None]] = {}
    for total in by_time.values():
        column = {"enqueued": total.enqueued, "succeeded": total.succeeded, "failed": total.failed, **total.lengths()}
        for name, value in column.items():
            points.setdefault(name, []).append(value if value is None else round(value, 2))
    return points


def _known(range_: str, kind: str) -> Range:
    if range_ not in RANGES:
        words = f"There are charts of {', '.join(RANGES)}."
        raise Invalid.field("range", "unknown", words)
    if kind and kind not in KINDS:
        words = "There is no such kind of job."
        raise Invalid.field("kind", "unknown", words)
    return RANGES[range_]
