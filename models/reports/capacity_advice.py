"""How many worker processes the present load needs, by Little's law, with the figures of the computation.

Jobs running at once = attempts started a second * seconds an attempt takes (J. D. C. Little, "A Proof for the Queuing
Formula L = λW", Operations Research 9, 1961). Slots are planned to be busy `AIM` of the time, to leave room for bursts.

A mean hides bursts, so the orders that waited in the last hour are looked at, too: those of its busiest two minutes,
had they come at once, have to be worked off within `AIM_WAIT_SECONDS`.
"""

import math
from collections import Counter
from dataclasses import dataclass

from models.database import Transaction
from models.jobs.ledger.job_kinds import ORDER_PROCESS
from models.reports.duration_buckets import bucket, middle
from models.reports.job_figures import HOUR_MS, MINUTE_MS, buckets_of
from models.shared.times import WORKER_LOST_MS

AIM = 0.7
MEASURED_MINUTES = 10
USUAL_SLOTS = 4  # slots of a process, when no worker is alive
MEASURED = """
SELECT coalesce(sum(claimed), 0) AS claimed, coalesce(sum(succeeded + failed), 0) AS ended,
    coalesce(sum(run_ms), 0) AS run_ms FROM job_figure WHERE span = 'minute' AND at >= ? AND at < ?
"""
AIM_WAIT_SECONDS = 10
LONG_WAIT_MS = 2_000  # waits below this are no burst
WAITED = """
SELECT at, succeeded + failed AS ended, run_ms, waits FROM job_figure WHERE span = 'minute' AND at >= ? AND kind = ?
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The orders that waited in the last hour, and the processes that would have spared them that."""

    orders: int
    longest_seconds: float
    at_once: int  # of its busiest two minutes
    run_seconds: float
    needed: int


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
    waiting: Waiting
    aim_wait_seconds: int = AIM_WAIT_SECONDS

    @property
    def most_needed(self) -> int:
        """The processes that both the work and the waiting ask for."""
        return max(self.needed, self.waiting.needed)


async def advice(tx: Transaction) -> Advice:
    """The advice from the last ten full minutes, and from the waiting of the last hour."""
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
    waiting = await _waiting(tx, float(slots))
    return Advice(
        minutes=MEASURED_MINUTES,
        starts_per_second=float(starts),
        run_seconds=float(run_seconds),
        in_work=in_work,
        slots_per_process=float(slots),
        aim=AIM,
        needed=max(1, math.ceil(in_work / (float(slots) * AIM))),
        alive=int(alive["workers"]),
        is_measured=bool(row["ended"]) or waiting.orders > 0,
        waiting=waiting,
    )


async def _waiting(tx: Transaction, slots: float) -> Waiting:
    late: Counter[int] = Counter()
    longest, run_ms, ended = 0, 0, 0
    for row in await tx.fetch(WAITED, tx.now - HOUR_MS, ORDER_PROCESS.name):
        waits = {length: jobs for length, jobs in buckets_of(row["waits"]).items() if length > bucket(LONG_WAIT_MS)}
        late[row["at"]] += sum(waits.values())
        longest = max(longest, *waits, 0)
        run_ms, ended = run_ms + row["run_ms"], ended + row["ended"]
    at_once = max((late[at] + late[at + MINUTE_MS] for at in list(late)), default=0)
    run_seconds = run_ms / ended / 1000 if ended else 0.0
    needed = max(1, math.ceil(at_once * run_seconds / (slots * AIM_WAIT_SECONDS)))
    return Waiting(late.total(), middle(longest) / 1000 if longest else 0.0, at_once, run_seconds, needed)
