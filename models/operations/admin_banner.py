"""The admin banner: no worker is alive, workers were lost, queues are in trouble, queues or kinds are paused."""

from typing import Any

from models.database import Transaction
from models.jobs.admin.queue_pauses import paused
from models.jobs.admin.worker_registry import warnings
from models.operations import queue_alarms


async def facts(tx: Transaction) -> dict[str, Any]:
    """The two warnings about workers, each a sentence or None; queues over their thresholds; and what is paused."""
    no_worker, lost = await warnings(tx)
    return {
        "no_worker_warning": no_worker,
        "lost_worker_warning": lost,
        "queue_alarms": await queue_alarms.alarms(tx),
        "paused": await paused(tx),
    }
