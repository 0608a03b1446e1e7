"""Shares the slots of the webhooks queue among its endpoints when jobs are claimed.

A job's concurrency key is its endpoint. An endpoint that answers slowly or not at all uses its share and no more, so
that deliveries to others are claimed in time, and no job is claimed only to be put off.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models.database import Transaction, from_row
from models.jobs.ledger.job_kinds import WEBHOOKS

MOST_PER_KEY = 2  # concurrent deliveries to one endpoint, by all workers
KEPT_FOR_OTHERS = 2  # slots that a second job of a key leaves
KEYED_QUEUES = (WEBHOOKS.name,)
LOCK_ID = 0x7765626B  # any number, the same in every worker: two that count at once would both take the last place
# each key once, by walking the index from one key to the next
KEYS = """
WITH RECURSIVE keys (key) AS (
    SELECT min(concurrency_key) FROM job WHERE queue = ? AND state = 'queued'
    UNION ALL SELECT (SELECT min(j.concurrency_key) FROM job j
        WHERE j.queue = ? AND j.state = 'queued' AND j.concurrency_key > keys.key)
    FROM keys WHERE keys.key IS NOT NULL)
SELECT k.key, (SELECT min(j.run_at) FROM job j
        WHERE j.queue = ? AND j.state = 'queued' AND j.concurrency_key = k.key) AS oldest,
    (SELECT count(*) FROM job r WHERE r.state = 'running' AND r.queue = ? AND r.concurrency_key = k.key) AS running,
    coalesce(w.failures, 0) AS failures, coalesce(w.rests_until, 0) AS rests_until
FROM keys k LEFT JOIN webhook_endpoint w ON k.key = CAST(w.id AS VARCHAR(40)) WHERE k.key IS NOT NULL
"""
RUNNING_HERE = "SELECT count(*) AS jobs FROM job WHERE state = 'running' AND queue = ? AND owner = ?"


@dataclass(frozen=True, slots=True)
class KeyState:
    """One key with jobs that wait. `oldest` is the earliest time at which one of them is due."""

    key: str
    oldest: int
    running: int
    failures: int
    rests_until: int


async def key_shares(tx: Transaction, queue: str, *, room: int, worker: str) -> list[tuple[str, int]]:
    """How many jobs of each key this worker may claim now, at most `room` together."""
    if tx.dialect == "postgres":
        await tx.execute("SELECT pg_advisory_xact_lock(?)", LOCK_ID)
    rows = await tx.fetch(KEYS, queue, queue, queue, queue)
    here = await tx.fetch_one(RUNNING_HERE, queue, worker)
    due = [from_row(KeyState, row) for row in rows if row["oldest"] <= tx.now and row["rests_until"] <= tx.now]
    return divide(due, room=room, is_idle=not (here and here["jobs"]))


def divide(due: Sequence[KeyState], *, room: int, is_idle: bool) -> list[tuple[str, int]]:
    """Divide a worker's free slots among keys: first those that answer and have no slot yet.

    The last slot is kept for such a key: one that failed last does not take it, unless this worker runs no job of the
    queue (`is_idle`). A second job of a key leaves two slots, so that two endpoints that hang leave one to a third.
    """
    shares: dict[str, int] = {}
    for each in sorted(due, key=lambda each: (each.failures > 0, each.running, each.oldest)):
        may_take_last = not each.failures or (is_idle and not shares)
        if not each.key:  # jobs without a key have no limit
            shares[""], room = room, 0
        elif each.running == 0 and room > (0 if may_take_last else 1):
            shares[each.key], room = 1, room - 1
    for each in due:
        if (
            each.key
            and not each.failures
            and room > KEPT_FOR_OTHERS
            and each.running + shares.get(each.key, 0) < MOST_PER_KEY
        ):
            shares[each.key], room = shares.get(each.key, 0) + 1, room - 1
    return [(key, share) for key, share in shares.items() if share > 0]
