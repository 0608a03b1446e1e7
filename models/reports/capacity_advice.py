"""How many worker processes the present load needs, by Little's law, with the figures of the computation.

Jobs running at once = attempts started a second * seconds an attempt takes (J. D. C. Little, "A Proof for the Queuing
Formula L = λW", Operations Research 9, 1961). Slots are planned to be busy `AIM` of the time, to leave room for bursts.
"""

import math
from dataclasses import dataclass

from models.database import Transaction
from models.reports.job_figures import MINUTE_MS
from models.shared.times import WORKER_LOST_MS

AIM = 0.7
MEASURED_MINUTES = 10
USUAL_SLOTS = 4  # slots of a process, when no worker is alive
MEASURED = """
SELECT coalesce(sum(claimed), 0) AS claimed, coalesce(sum(succeeded + failed), 0) AS ended,
    coalesce(sum(run_ms), 0) AS run_ms FROM job_figure WHERE span = 'minute' AND at >= ? AND at < ?
"""


@dataclass(frozen=True, slots=True)
class Advice:
    """The figures, and the number of processes that they need."""

    minutes: int
    starts_per_second: float
    run_seconds: float
    in_work: float
    slots_per_process: float
    aim: float
    needed: int
    alive: int
    is_measured: bool


async def advice(tx: Transaction) -> Advice:
    """The advice from the last ten full minutes."""
    end = (tx.now - MINUTE_MS) // MINUTE_MS * MINUTE_MS
    row = await tx.fetch_one(MEASURED, end - MEASURED_MINUTES * MINUTE_MS, end)
    alive = await tx.fetch_one(
        "SELECT count(*) AS workers, coalesce(sum(concurrency), 0) AS slots FROM worker"
        " WHERE state = 'alive' AND last_seen_at > ?",
        tx.now - WORKER_LOST_MS,
    )
    assert row is not None
    assert alive is not None
    starts = row["claimed"] / (MEASURED_MINUTES * 60)
    run_seconds = row["run_ms"] / row["ended"] / 1000 if row["ended"] else 0.0
    slots = alive["slots"] / alive["workers"] if alive["workers"] else USUAL_SLOTS
    in_work = float(starts) * float(run_seconds)
    return Advice(
        minutes=MEASURED_MINUTES,
        starts_per_second=float(starts),
        run_seconds=float(run_seconds),
        in_work=in_work,
        slots_per_process=float(slots),
        aim=AIM,
        needed=max(1, math.ceil(in_work / (float(slots) * AIM))),
        alive=int(alive["workers"]),
        is_measured=bool(row["ended"]),
    )
