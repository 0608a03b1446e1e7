"""The admin banner: no worker is alive, workers were lost, queues or kinds are paused."""

from models.database import Transaction
from models.jobs.admin.queue_pauses import paused
from models.jobs.admin.worker_registry import warnings


async def facts(tx: Transaction) -> dict[str, object]:
    """The two warnings about workers, each a sentence or None, and what is paused."""
    no_worker, lost = await warnings(tx)
    return {"no_worker_warning": no_worker, "lost_worker_warning": lost, "paused": await paused(tx)}
