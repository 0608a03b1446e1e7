"""Failure groups that are live: they failed in the last hour or day, or their jobs are dead or retrying."""

from collections import defaultdict
from dataclasses import dataclass, field

from models.database import Row, Transaction
from models.jobs.ledger.failure_groups import FIGURE_MS, ORDER_TOUCHED
from models.jobs.ledger.job_kinds import KINDS

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
MOST_JOBS = 5_000  # the groups cover this many of the newest dead jobs, and of those that are retrying
MOST_GROUPS = 50
SPARKS = 48  # points of a line over a day
WINDOWS = ("live", "hour", "day", "dead")
# An order that was decided and is not under review is not touched any more by the job that was to decide it.
UNFINISHED = f"""
SELECT t.failure, CAST(sum(t.dead) AS BIGINT) AS dead, CAST(sum(t.retrying) AS BIGINT) AS retrying,
    count(o.id) AS orders, CAST(coalesce(sum(o.total_cents), 0) AS BIGINT) AS cents
FROM (SELECT left_over.failure, left_over.is_deciding, {ORDER_TOUCHED.format(job="left_over")} AS order_id,
        sum(CASE left_over.state WHEN 'dead' THEN 1 ELSE 0 END) AS dead,
        sum(CASE left_over.state WHEN 'dead' THEN 0 ELSE 1 END) AS retrying
    FROM (SELECT unfinished.*, CASE WHEN unfinished.kind IN ({{deciding}}) THEN 1 ELSE 0 END AS is_deciding FROM (
        SELECT * FROM (SELECT state, kind, failure, subject_type, subject_id FROM job
            WHERE state = 'dead' AND failure > '' ORDER BY id DESC LIMIT ?) AS dead_jobs
        UNION ALL SELECT * FROM (SELECT state, kind, failure, subject_type, subject_id FROM job
            WHERE state = 'queued' AND failure <> '' LIMIT ?) AS retrying_jobs) AS unfinished) AS left_over
    GROUP BY 1, 2, 3) AS t
LEFT JOIN orders o ON o.id = t.order_id
    AND (t.is_deciding = 0 OR o.status IN ('pending', 'reserved') OR o.review_reason IS NOT NULL)
GROUP BY t.failure
"""  # noqa: S608  constants
FIGURES = "SELECT failure, at, times FROM failure_figure WHERE at > ? ORDER BY at"
NAMED = "SELECT id, kind, type, place, words, times, first_at, last_at FROM failure WHERE id IN ({marks})"


@dataclass(slots=True)
class LiveFailure:
    """A failure group: how often and when it failed, and what still suffers from it.

    `orders` and `cents` are those of jobs that are dead or retrying now; `rates` are failures in each half hour of
    the last day, oldest first.
    """

    id: str
    kind: str = ""
    queue: str = ""
    type: str = ""
    place: str = ""
    words: str = ""
    times: int = 0
    first_at: int = 0
    last_at: int = 0
    hour: int = 0
    day: int = 0
    dead: int = 0
    retrying: int = 0
    orders: int = 0
    cents: int = 0
    rates: list[int] = field(default_factory=lambda: [0] * SPARKS)

    def is_in(self, window: str) -> bool:
        """Whether the group belongs to this window of the page."""
        return bool({"hour": self.hour, "day": self.day, "dead": self.dead}.get(window, 1))

    @property
    def line(self) -> str:
        """The points of its spark line, 2 units apart and 20 high."""
        top = max(self.rates) or 1
        return " ".join(f"{2 * place},{21 - 20 * rate / top:.1f}" for place, rate in enumerate(self.rates))


async def live(tx: Transaction) -> list[LiveFailure]:
    """The live groups, the most failures of the last hour first."""
    found: defaultdict[str, LiveFailure] = defaultdict(lambda: LiveFailure(""))
    for row in await tx.fetch(FIGURES, tx.now - DAY_MS - FIGURE_MS):
        _count(found[row["failure"]], row, tx.now)
    for row in await _unfinished(tx):
        group = found[row["failure"]]
        group.dead, group.retrying = row["dead"], row["retrying"]
        group.orders, group.cents = row["orders"], row["cents"]
    ids = sorted(
        found, key=lambda id_: (-found[id_].hour, -found[id_].dead, -found[id_].retrying, -found[id_].day, id_)
    )
    return await _named(tx, {id_: found[id_] for id_ in ids[:MOST_GROUPS]})


async def _unfinished(tx: Transaction) -> list[Row]:
    deciding = [kind.name for kind in KINDS.values() if kind.concerns_order]
    sql = UNFINISHED.format(deciding=", ".join("?" * len(deciding)))
    return await tx.fetch(sql, *deciding, MOST_JOBS, MOST_JOBS)


def _count(group: LiveFailure, figure: Row, now: int) -> None:
    age_ms = now - figure["at"]
    group.day += figure["times"]
    group.hour += figure["times"] if age_ms < HOUR_MS + FIGURE_MS else 0
    place = SPARKS - 1 - min(SPARKS - 1, age_ms * SPARKS // DAY_MS)
    group.rates[place] += figure["times"]


async def _named(tx: Transaction, found: dict[str, LiveFailure]) -> list[LiveFailure]:
    """The groups with what their failures have in common."""
    if not found:
        return []
    for row in await tx.fetch(NAMED.format(marks=", ".join("?" * len(found))), *found):
        group = found[row["id"]]
        for name in ("id", "kind", "type", "place", "words", "times", "first_at", "last_at"):
            setattr(group, name, row[name])
        group.queue = KINDS[group.kind].queue.name if group.kind in KINDS else ""
    return [group for group in found.values() if group.id]
