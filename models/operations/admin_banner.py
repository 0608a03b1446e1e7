"""The admin banner: alarms, no worker is alive, workers were lost, queues or kinds are paused."""

from typing import Any

from models.database import Transaction
from models.jobs.admin.queue_pauses import paused
from models.jobs.admin.worker_registry import warnings
from models.operations.alarms import alarms


async def facts(tx: Transaction) -> dict[str, Any]:
    """The alarms, the two warnings about workers, each a sentence or None, and what is paused."""
    no_worker, lost = await warnings(tx)
    return {
        "alarms": await alarms(tx),
        "no_worker_warning": no_worker,
        "lost_worker_warning": lost,
        "paused": await paused(tx),
    }
