"""Works a batch of jobs off, a few at a time; each job's outcome is kept whatever happens to the others."""

from dataclasses import dataclass

from models import job_moves
from models.audit import Actor
from models.database import Row, Transaction
from models.refusals import Refusal

AT_ONCE = 25
PACE_SECONDS = 5.0
CANARY_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Progress:
    """Whether the batch is over, and if not, how long to wait before the next few."""

    is_over: bool
    wait_seconds: float = 0.0


OVER = Progress(is_over=True)


async def go_on(tx: Transaction, batch_id: int) -> Progress:
    """Do the next few jobs of a batch."""
    batch = await tx.fetch_one("SELECT * FROM job_batch WHERE id = ?", batch_id)
    if batch is None or batch["state"] in ("done", "stopped"):
        return OVER
    await tx.execute("UPDATE job_batch SET state = 'running' WHERE id = ? AND state = 'waiting'", batch_id)
    done = await tx.fetch_one(
        "SELECT count(*) AS items FROM job_batch_item WHERE batch_id = ? AND state <> 'waiting'", batch_id
    )
    room, wait_seconds = _room(batch, done["items"] if done else 0)
    if room == 0:
        verdict = await _verdict(tx, batch_id)
        if verdict == "wait":
            return Progress(is_over=False, wait_seconds=CANARY_SECONDS)
        if verdict == "same":
            return await _end(tx, batch_id, "stopped", "Stopped: one of the first met the same failure again.")
        room = AT_ONCE if not batch["per_minute"] else _share(batch["per_minute"])
    return await _some(tx, batch, room, wait_seconds)


def _room(batch: Row, done: int) -> tuple[int, float]:
    """How many may be done now, and how long to wait after them; none while the canaries are out."""
    if done < batch["canaries"]:
        return batch["canaries"] - done, CANARY_SECONDS
    pace_seconds = PACE_SECONDS if batch["per_minute"] else 0.0
    if batch["canaries"] and done == batch["canaries"]:
        return 0, pace_seconds
    return (_share(batch["per_minute"]) if batch["per_minute"] else AT_ONCE), pace_seconds


def _share(per_minute: int) -> int:
    return max(1, round(per_minute * PACE_SECONDS / 60))


async def _some(tx: Transaction, batch: Row, most: int, wait_seconds: float) -> Progress:
    items = await tx.fetch(
        "SELECT i.id, j.public_id FROM job_batch_item i JOIN job j ON j.id = i.job_id"
        " WHERE i.batch_id = ? AND i.state = 'waiting' ORDER BY i.id LIMIT ?",
        *(batch["id"], most),
    )
    for item in items:
        await _one(tx, batch, item)
    left = await tx.fetch_one(
        "SELECT 1 FROM job_batch_item WHERE batch_id = ? AND state = 'waiting' LIMIT 1", batch["id"]
    )
    if left is None:
        return await _end(tx, batch["id"], "done", "")
    return Progress(is_over=False, wait_seconds=wait_seconds)


async def _one(tx: Transaction, batch: Row, item: Row) -> None:
    actor, reason, public_id = Actor(batch["actor"]), batch["reason"], item["public_id"]

    async def act(inner: Transaction) -> int | None:
        if batch["action"] == "retry":
            return await job_moves.run_again(inner, public_id, actor=actor, reason=reason)
        await job_moves.cancel(inner, public_id, actor=actor, reason=reason)
        return None

    try:
        new_id, state, result = await tx.nested(act), "done", ""
    except Refusal as refusal:
        new_id, state, result = None, "refused", refusal.detail[:300]
    await tx.execute(
        "UPDATE job_batch_item SET state = ?, result = ?, new_job_id = ?, at = ? WHERE id = ?",
        *(state, result, new_id, tx.now, item["id"]),
    )


async def _verdict(tx: Transaction, batch_id: int) -> str:
    """How the canaries do: `same` when one met its old failure, `wait` while one is under way, else `well`."""
    rows = await tx.fetch(
        "SELECT n.state, n.failure, n.attempt, j.failure AS before FROM job_batch_item i JOIN job j ON j.id = i.job_id"
        " JOIN job n ON n.id = i.new_job_id WHERE i.batch_id = ?",
        batch_id,
    )
    if any(row["failure"] and row["failure"] == row["before"] and row["state"] != "succeeded" for row in rows):
        return "same"
    under_way = [row for row in rows if row["state"] in ("queued", "running") and not row["failure"]]
    return "wait" if under_way else "well"


async def _end(tx: Transaction, batch_id: int, state: str, note: str) -> Progress:
    await tx.execute(
        "UPDATE job_batch SET state = ?, note = ?, finished_at = ? WHERE id = ? AND state = 'running'",
        *(state, note, tx.now, batch_id),
    )
    return OVER
