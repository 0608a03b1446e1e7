"""How many orders wait to be worked, and how long the first one has been waiting."""

from typing import NamedTuple

from models.database import Transaction
from models.jobs.ledger.job_kinds import ORDERS


class OrderBacklog(NamedTuple):
    """What waits in the lane of orders. `waiting` stops counting at the number asked for."""

    waiting: int
    oldest_seconds: float


async def measure(tx: Transaction, most: int) -> OrderBacklog:
    """The backlog at this moment, counted up to `most`."""
    counted = await tx.fetch_one(
        "SELECT count(*) AS n FROM (SELECT 1 FROM job WHERE queue = ? AND state = 'queued' LIMIT ?) AS waiting",
        *(ORDERS.name, most),
    )
    oldest = await tx.fetch_one(
        "SELECT MIN(run_at) AS at FROM job WHERE queue = ? AND state = 'queued' AND run_at <= ?", ORDERS.name, tx.now
    )
    since = tx.now if oldest is None or oldest["at"] is None else oldest["at"]
    return OrderBacklog(counted["n"] if counted else 0, (tx.now - since) / 1000)
