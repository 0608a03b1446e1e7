"""The backlog of each queue over time, measured once a minute."""

from typing import Any

from models.database import Transaction
from models.jobs.admin import worker_registry
from models.reports.job_figures import SPANS

KEEP = """
INSERT INTO backlog_figure (span, at, queue, depth, oldest_ms) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (span, at, queue) DO UPDATE SET
    depth = CASE WHEN backlog_figure.depth < excluded.depth THEN excluded.depth ELSE backlog_figure.depth END,
    oldest_ms = CASE WHEN backlog_figure.oldest_ms < excluded.oldest_ms THEN excluded.oldest_ms
        ELSE backlog_figure.oldest_ms END
"""
FIGURES = "SELECT at, queue, depth, oldest_ms FROM backlog_figure WHERE span = ? AND at >= ? ORDER BY at"


async def measure(tx: Transaction) -> list[tuple[str, int, int]]:
    """The queues with their depth and the age of their oldest job in milliseconds, now."""
    found = []
    for queue in await worker_registry.queues(tx):
        depth, since = queue["depth"], queue["oldest_since"]
        assert isinstance(depth, int)
        found.append((str(queue["name"]), depth, max(0, tx.now - since) if isinstance(since, int) else 0))
    return found


async def record(tx: Transaction, backlogs: list[tuple[str, int, int]]) -> None:
    """Keep what `measure` found."""
    for name, depth, oldest_ms in backlogs:
        for span, length in SPANS.items():
            await tx.execute(KEEP, span, tx.now // length * length, name, depth, oldest_ms)


async def points(tx: Transaction, span: str, times: list[int], step_ms: int) -> dict[str, list[float | None]]:
    """The largest backlog and oldest age (milliseconds) of each queue at these times, by names such as depth_mail."""
    if not times:
        return {}
    places = {at: place for place, at in enumerate(times)}
    found: dict[str, list[float | None]] = {}
    rows: list[Any] = await tx.fetch(FIGURES, span, times[0])
    for row in rows:
        place = places.get(row["at"] // step_ms * step_ms)
        if place is None:
            continue
        for name, value in (("depth", row["depth"]), ("oldest", row["oldest_ms"])):
            line = found.setdefault(f"{name}_{row['queue']}", [None] * len(times))
            line[place] = max(line[place] or 0, value)
    return found
