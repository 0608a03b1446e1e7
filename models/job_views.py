"""Jobs as people see them: counts, lists and one job's life."""

from typing import Any

from models.database import Row, Transaction


async def counts_by_kind(tx: Transaction) -> list[Row]:
    """How many jobs there are of each kind and state."""
    return await tx.fetch("SELECT kind, state, count(*) AS jobs FROM job GROUP BY kind, state ORDER BY kind, state")


async def counts(tx: Transaction) -> dict[str, int]:
    """How many jobs there are in each state as it is shown: queued ones with a time ahead are scheduled."""
    rows = await tx.fetch(
        "SELECT CASE WHEN state = 'queued' AND run_at > ? THEN 'scheduled' ELSE state END AS shown, count(*) AS jobs"
        " FROM job GROUP BY 1",
        tx.now,
    )
    states = ("queued", "scheduled", "running", "succeeded", "dead", "cancelled")
    found = {row["shown"]: row["jobs"] for row in rows}
    return {state: found.get(state, 0) for state in states}


async def history(tx: Transaction, job_id: int) -> list[dict[str, Any]]:
    """What happened to a job, attempt by attempt."""
    rows = await tx.fetch(
        "SELECT type, attempt, fence, worker, at, error_type, error_message, trace FROM job_event WHERE job_id = ?"
        " ORDER BY id",
        job_id,
    )
    return [dict(row) for row in rows]
