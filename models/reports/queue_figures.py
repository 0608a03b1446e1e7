"""Figures of the queues: depth, age, jobs per minute in and out, and the wait of due jobs until their claim."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from models.database import Transaction
from models.jobs.admin import worker_registry
from models.jobs.ledger.job_kinds import KINDS
from models.jobs.ledger.job_states import WorkerState
from models.reports.duration_buckets import percentile
from models.reports.job_charts import Sum
from models.reports.job_figures import MINUTE_MS

MINUTES = 5
FIGURES = """
SELECT kind, enqueued, claimed, succeeded, failed, waits, runs FROM job_figure
WHERE span = 'minute' AND at >= ? AND at < ?
"""
SHARES = {"p50": 0.5, "p95": 0.95}


async def queues(tx: Transaction) -> list[dict[str, object]]:
    """Each queue with its figures over the last `MINUTES` full minutes, and the processes that serve it."""
    end = tx.now // MINUTE_MS * MINUTE_MS
    sums: defaultdict[str, Sum] = defaultdict(Sum)
    for row in await tx.fetch(FIGURES, end - MINUTES * MINUTE_MS, end):
        if row["kind"] in KINDS:
            sums[KINDS[row["kind"]].queue.name].add(row)
    alive = [worker for worker in await worker_registry.workers(tx) if worker["state"] == WorkerState.ALIVE]
    return [{**queue, **_figures(str(queue["name"]), sums, alive)} for queue in await worker_registry.queues(tx)]


def _figures(name: str, sums: Mapping[str, Sum], alive: Sequence[Mapping[str, object]]) -> dict[str, object]:
    figures = sums[name]
    return {
        "rate_in_per_minute": figures.enqueued / MINUTES,
        "rate_out_per_minute": (figures.succeeded + figures.failed) / MINUTES,
        "latency_ms": {share_name: percentile(figures.waits, share) for share_name, share in SHARES.items()},
        "workers": sum(name in str(worker["queues"]).split(",") for worker in alive),
    }
